// The panels, each with programs that put it to the test.

import assert from "node:assert/strict";
import { longestFrame, onPage, panel, PHONE, playButton, run, runToEnd, shareBrowser, waitForOutput } from "./browser.mjs";

shareBrowser();

const front = (page, name) => page.locator(".tabs:visible").getByRole("button", { name, exact: true }).click();

const SLEEPERS = `import asyncio

async def sleeper(n):
    await asyncio.sleep(5 + n)

async def main():
    await asyncio.gather(*(sleeper(n) for n in range(3)))

asyncio.run(main())
`;

onPage("a panel out of sight is not drawn because time passes, and knows the time when it comes back", async (page) => {
  await front(page, "Event loop");
  await playButton(page).click();
  const left = panel(page, "queues").locator(".timer-left").first();
  await left.waitFor();
  await front(page, "Call center");
  const before = await left.textContent();
  const changes = await page.evaluate(async () => {
    let changes = 0;
    const watcher = new MutationObserver((found) => (changes += found.length));
    watcher.observe(document.querySelector('[data-panel="queues"] .queues'), { subtree: true, childList: true, characterData: true, attributes: true });
    await new Promise((resolve) => setTimeout(resolve, 600));
    watcher.disconnect();
    return changes;
  });
  assert.equal(changes, 0);
  await front(page, "Event loop");
  await page.waitForTimeout(100);
  assert.ok(parseFloat(await left.textContent()) <= parseFloat(before) - 0.5, `${before} is ${await left.textContent()}`);
}, { draft: SLEEPERS });

onPage("the call center is not drawn because time passes while the event loop is in front of it", async (page) => {
  await playButton(page).click();
  const timers = panel(page, "scene").locator(".client .beside");
  await timers.first().waitFor();
  await front(page, "Event loop");
  await page.waitForTimeout(200);
  const changes = await page.evaluate(async () => {
    let changes = 0;
    const watcher = new MutationObserver((found) => (changes += found.length));
    watcher.observe(document.querySelector(".scene-picture"), { subtree: true, childList: true, characterData: true, attributes: true });
    await new Promise((resolve) => setTimeout(resolve, 600));
    watcher.disconnect();
    return changes;
  });
  assert.equal(changes, 0);
}, { draft: SLEEPERS });

const TRACEBACK = `import asyncio


def parse(text):
    return int(text)


async def load():
    await asyncio.sleep(0.1)
    parse("seven")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(load())


asyncio.run(main())
`;

onPage("lines of a traceback lead to the lines of the program that they tell of", async (page) => {
  await runToEnd(page);
  const frame = panel(page, "console").locator(".console-line", { hasText: "in parse" });
  await frame.getByRole("button", { name: "line 5" }).click();
  assert.equal(await panel(page, "code").locator(".code-line[data-pointed]").getAttribute("data-line"), "5");
  const named = await panel(page, "console").locator(".line-link[data-told]").allTextContents();
  assert.deepEqual(named, ["line 18", "line 14", "line 10", "line 5"]);
}, { draft: TRACEBACK });

onPage("the output is copied as the program printed it", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await runToEnd(page);
  await panel(page, "console").getByRole("button", { name: "Copy" }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "one\n  two\n\nfour\n");
}, { draft: 'print("one\\n  two\\n\\nfour")\n' });

onPage("the rows of the output are reached by keys", async (page) => {
  await runToEnd(page);
  const rows = panel(page, "console").locator(".console-line .row-button");
  await rows.last().focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const isAt = (outputs) => page.waitForFunction((outputs) => window.switchboard.board().outputs === outputs, outputs);
  await isAt(5);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await isAt(1);
});

onPage("the log is narrowed to a task and to a kind of events", async (page) => {
  await runToEnd(page);
  await front(page, "Log");
  const log = panel(page, "log");
  await log.getByLabel("Which task").selectOption("fetch(2)");
  const rows = await log.locator(".log-row").allTextContents();
  assert.ok(rows.length > 5, rows.join("\n"));
  assert.deepEqual(rows.filter((row) => !row.includes("fetch(2)")), []);
  await log.getByLabel("Which events").selectOption("Output");
  assert.deepEqual(
    await log.locator(".log-row > span:last-child").allTextContents(),
    ["fetch(2) prints: start 2", "fetch(2) prints: got 2: 20875 bytes"],
  );
  await log.getByLabel("Which events").selectOption("event loop");
  await log.getByText("Nothing of this kind so far.").waitFor();
});

const PHILOSOPHERS = `import asyncio


async def philosopher(name, left, right):
    async with left:
        await asyncio.sleep(0.1)
        async with right:
            print(name, "eats")


async def main():
    one, two = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(philosopher("Ada", one, two), philosopher("Blaise", two, one))


asyncio.run(main())
`;

onPage("a deadlock names those who wait for ever, and leads to where they stand", async (page) => {
  await runToEnd(page);
  const told = panel(page, "console").locator(".finding.error");
  assert.deepEqual(await told.locator(".task-name").allTextContents(), ["main", "philosopher('Ada')", "philosopher('Blaise')"]);
  await told.getByRole("button", { name: "line 7" }).first().click();
  assert.equal(await panel(page, "code").locator(".code-line[data-pointed]").getAttribute("data-line"), "7");
}, { draft: PHILOSOPHERS });

const LONG_NAMES = `import asyncio


async def an_extraordinarily_long_name_for_a_coroutine(number):
    await asyncio.sleep(0.1 * number + 0.2 * number + 0.3)


async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(an_extraordinarily_long_name_for_a_coroutine(number), name=f"the task with the very long name number {number}")


asyncio.run(main())
`;

for (const [device, options] of [["laptop", {}], ["phone", { viewport: PHONE, hasTouch: true, isMobile: true }]]) {
  onPage(`long names leave the program readable (${device})`, async (page) => {
    await run(page, LONG_NAMES);
    await page.waitForFunction(() => window.switchboard.board()?.end);
    await page.evaluate(() => window.switchboard.seek(Math.floor(window.switchboard.trace().length / 2)));
    if (device === "phone") await page.locator(".phone-tabs").getByRole("button", { name: "Program" }).click();
    await panel(page, "code").locator(".chip").first().waitFor();
    const covered = await page.evaluate(() => {
      const lines = [...document.querySelectorAll(".code-line")];
      const overlaps = ({ chips, text }) => chips.some((chip) => chip.left < text.right && chip.width > 0);
      const boxes = lines.map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line.querySelector(".text"));
        return { line: line.dataset.line, text: range.getBoundingClientRect(), chips: [...line.querySelectorAll(".chip")].map((chip) => chip.getBoundingClientRect()) };
      });
      return boxes.filter(overlaps).map(({ line }) => line);
    });
    assert.deepEqual(covered, []);
  }, options);
}

for (const lang of ["en", "fr", "de"]) {
  onPage(`on a phone every control of the head and the foot is in the window (${lang})`, async (page) => {
    await playButton(page).click();
    const outside = await page.evaluate(() => {
      const controls = [...document.querySelectorAll(".site button, .site select, .transport button, .transport select")];
      const boxes = controls.map((control) => [control, control.getBoundingClientRect()]);
      const isOut = ([, box]) => box.width > 0 && (box.left < 0 || box.right > innerWidth || box.bottom > innerHeight);
      return boxes.filter(isOut).map(([control]) => control.outerHTML.slice(0, 80));
    });
    assert.deepEqual(outside, []);
    const rows = await page.locator(".transport > *").evaluateAll((parts) => new Set(parts.map((part) => part.getBoundingClientRect()).filter((box) => box.width > 0).map((box) => Math.round((box.top + box.bottom) / 60))).size);
    assert.ok(rows <= 3, `the foot has ${rows} rows`);
    const title = await page.locator(".site h1").evaluate((heading) => {
      const text = document.createRange();
      text.selectNodeContents(heading);
      return text.getBoundingClientRect().right;
    });
    const first = await page.locator(".site-tools > :visible").first().boundingBox();
    assert.ok(first.x - title >= 8, `the title ends at ${title}, the first button begins at ${first.x}`);
  }, { viewport: PHONE, hasTouch: true, isMobile: true, locale: lang });
}

onPage("what is missing at a line's end is underlined there", async (page) => {
  await panel(page, "code").locator(".code-line .found").waitFor();
  assert.equal(await panel(page, "code").locator(".code-line .found").textContent(), ")");
}, { draft: "def f()\n    pass\n" });

const BLOCKING = {
  "in a task": "import asyncio, time\n\nasync def main():\n    time.sleep(0.7)\n    print('over')\n\nasyncio.run(main())\n",
  "outside of tasks": "import time\n\ntime.sleep(0.7)\nprint('over')\n",
};

for (const [where, draft] of Object.entries(BLOCKING)) {
  onPage(`a blocking call ${where} holds up the page for real where that is asked for`, async (page) => {
    await page.getByRole("button", { name: "Feel it" }).click();
    const measured = longestFrame(page, 3000);
    await playButton(page).click();
    const longest = await measured;
    assert.ok(longest >= 400, `the page stood still for ${longest} ms`);
    await waitForOutput(page, "over");
  }, { draft });
}

onPage("what was typed can be undone, also after the editor was left and opened again", async (page) => {
  const editor = page.locator(".cm-content");
  const tool = (name) => panel(page, "code").getByRole("button", { name, exact: true });
  await tool("Edit").click();
  await editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("print('more')");
  await tool("Done").click();
  await tool("Edit").click();
  await editor.click();
  assert.ok((await editor.innerText()).includes("more"));
  await page.keyboard.press("Control+z");
  assert.ok(!(await editor.innerText()).includes("more"));
  await tool("Done").click();
  assert.ok(!(await panel(page, "code").locator(".listing").innerText()).includes("more"));
});

onPage("those with which asyncio.run cleans up are not among those who have left", async (page) => {
  await runToEnd(page);
  const names = await panel(page, "scene").locator(".result .name").allTextContents();
  assert.deepEqual(names, ["main", "fetch(3)", "fetch(2)", "fetch(1)"]);
});

/** As `runToEnd`, on a page in German. */
async function runToEndInGerman(page) {
  await page.locator(".transport").getByLabel("Tempo").selectOption("sofort");
  await playButton(page).click();
  await page.waitForFunction(() => window.switchboard.board()?.end);
}

const SLIPS = `import asyncio


async def fetch(n):
    await asyncio.sleep(0.1)
    return n


async def main():
    fetch(3)
    print(await fetch(1) + await fetch(2))


asyncio.run(main())
`;

onPage("what a run has shown of its program stands under the listing, from where it has happened", async (page) => {
  const findings = panel(page, "code").locator(".finding");
  assert.equal(await findings.count(), 0);
  await runToEndInGerman(page);
  // They are looked for when the browser has nothing else to do.
  await findings.nth(1).waitFor();
  const told = await findings.allTextContents();
  assert.equal(told.length, 2, told.join("\n"));
  assert.match(told[0], /^Zeile 10: fetch wird aufgerufen, aber nie erwartet/);
  assert.match(told[1], /^Zeile 11: main wartet auf 2 Coroutinen nacheinander, was 0.20\u00a0s dauert/);
  await page.keyboard.press("Home");
  await findings.first().waitFor({ state: "detached" });
}, { draft: SLIPS, locale: "de-DE" });

onPage("a run that ends at a limit says which, and how much it allows", async (page) => {
  await runToEndInGerman(page);
  const limit = /mehr als 100\.000\.000 Befehle ausgeführt/;
  assert.match(await page.locator(".told.on-desk .sentence").textContent(), limit);
  assert.match(await panel(page, "console").locator(".finding.error").textContent(), limit);
}, { draft: "while True:\n    pass\n", locale: "de-DE" });

onPage("what keeps a program from starting is said where the sentence stands, and what to write instead", async (page) => {
  assert.match(await page.locator(".told.on-desk .sentence").textContent(), /à cause de la ligne 1\u00a0: No module named 'numpy'/);
  assert.match(await panel(page, "code").locator(".finding.error").textContent(), /numpy ne fait pas partie du Python de Switchboard/);
}, { draft: "import numpy\n", locale: "fr-FR" });

onPage("a panel that is hidden on a desk is there on a phone, and hidden again on the desk", async (page) => {
  const scene = panel(page, "scene");
  const laptop = page.viewportSize();
  await page.locator(".menu summary").click();
  await page.locator(".menu-body").getByLabel("Call center").uncheck();
  await scene.waitFor({ state: "detached" });
  await page.setViewportSize(PHONE);
  await scene.locator(".scene-picture").waitFor();
  await page.locator(".phone-tabs").getByRole("button", { name: "Program" }).click();
  await panel(page, "code").locator(".listing").waitFor();
  await page.locator(".phone-tabs").getByRole("button", { name: "Call center" }).click();
  await scene.locator(".scene-picture").waitFor();
  await page.setViewportSize(laptop);
  await scene.waitFor({ state: "detached" });
  await panel(page, "queues").waitFor();
});

onPage("the timeline and the seek bar say in words what the pointer is at, and a click goes there", async (page) => {
  await runToEnd(page);
  const at = () => page.evaluate(() => window.switchboard.state().step);
  const end = await at();
  const bounds = await page.locator(".timeline-frame").boundingBox();
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + 45];
  await page.mouse.move(x, y);
  const tip = page.locator(".timeline-tip");
  await tip.waitFor();
  assert.match(await tip.textContent(), /^main.*waits/);
  await page.mouse.click(x, y);
  await page.waitForFunction((end) => window.switchboard.state().step < end, end);
  const seek = await page.locator(".seek").boundingBox();
  await page.mouse.move(seek.x + seek.width * 0.75, seek.y + seek.height / 2);
  await page.locator(".seek-tip").waitFor();
  assert.notEqual((await page.locator(".seek-tip").textContent()).trim(), "");
  const before = await at();
  await page.mouse.click(seek.x + seek.width * 0.75, seek.y + seek.height / 2);
  await page.waitForFunction((before) => window.switchboard.state().step > before, before);
});

onPage("the timeline is zoomed and moved by keys, by the wheel, and seen whole again", async (page) => {
  await runToEnd(page);
  const canvas = page.locator(".timeline-frame canvas");
  const picture = () => canvas.evaluate((canvas) => canvas.toDataURL());
  const changes = (before) =>
    page.waitForFunction((before) => document.querySelector(".timeline-frame canvas").toDataURL() !== before, before);
  const press = async (key) => {
    const before = await picture();
    await page.keyboard.press(key);
    await changes(before);
  };
  await page.locator(".timeline-frame [tabindex='0'], .timeline-frame[tabindex='0']").first().focus();
  await press("+");
  await press("0");
  const whole = await picture();
  for (const key of ["+", "+", "ArrowLeft", "ArrowRight", "-", "Home"]) await press(key);
  await press("0");
  assert.equal(await picture(), whole);
  const bounds = await canvas.boundingBox();
  await page.mouse.move(bounds.x + bounds.width / 2, bounds.y + 20);
  await page.mouse.wheel(0, -300);
  await changes(whole);
});

onPage("whoever is pointed at is lit in all panels, and one press opens the inspector", async (page) => {
  await playButton(page).click();
  await waitForOutput(page, "start 3");
  await playButton(page).click();
  const card = panel(page, "scene").locator('.client[data-task="2"]');
  await card.hover({ force: true });
  for (const place of ['[data-panel="code"] .chip[data-task="2"]', '[data-panel="console"] .console-line[data-task="2"]', '.client[data-task="2"]']) {
    await page.locator(`${place}[data-lit]`).first().waitFor();
  }
  await card.click({ force: true });
  const inspector = panel(page, "inspector").locator('.inspector[data-task="2"]');
  await inspector.waitFor();
  for (const word of ["Where it stands", "Locals", "Time", "Waits for", "Waited for by", "Result"]) {
    await inspector.getByText(word, { exact: true }).first().waitFor();
  }
});

onPage("the last panel can't be hidden", async (page) => {
  await page.locator(".menu summary").click();
  const switches = page.locator(".menu-body input");
  const count = await switches.count();
  for (let at = 0; at < count - 1; at += 1) await switches.nth(at).uncheck();
  assert.equal(await switches.nth(count - 1).isDisabled(), true);
  await switches.first().check();
  assert.equal(await switches.nth(count - 1).isDisabled(), false);
});
