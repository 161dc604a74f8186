// The page, as a person meets it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { ASYNCIO } from "../static/editor/completion.js";
import { board, onPage, output, PHONE, panel, playButton, ROOT, run, runToEnd, screenshot, shareBrowser, waitForOutput } from "./browser.mjs";

shareBrowser();

const SLOW_STEPS = `import asyncio

async def main():
    for turn in range(10):
        sum(number * number for number in range(20000))
        await asyncio.sleep(0)

asyncio.run(main())
`;

const DOWNLOADS = await readFile(`${ROOT}static/first_program.py`, "utf8");

onPage("a first visit shows the three downloads, and Run plays them in real time", async (page) => {
  const listing = await panel(page, "code").locator(".code-line .text").allTextContents();
  assert.equal(listing.join("\n"), DOWNLOADS);
  const started = Date.now();
  await playButton(page).click();
  await waitForOutput(page, "47826");
  const elapsed = Date.now() - started;
  assert.deepEqual(await output(page), [
    "start 1",
    "start 2",
    "start 3",
    "got 1: 7699 bytes",
    "got 2: 20875 bytes",
    "got 3: 19252 bytes",
    "47826",
  ]);
  assert.ok(elapsed >= 1450, `1.5 s of sleep took ${elapsed} ms`);
  assert.ok(elapsed < 3000, `1.5 s of sleep took ${elapsed} ms`);
});

onPage("the still that is shown before the wasm comes has the same program", async (page) => {
  const html = await (await page.request.get(page.url())).text();
  const rows = [...html.matchAll(/<span class="text">(.*?)<\/span><\/li>/g)];
  const plain = (text) => text.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  assert.equal(rows.map(([, text]) => plain(text)).join("\n"), DOWNLOADS);
});

onPage("pause stops the playhead, and Run goes on from there", async (page) => {
  await playButton(page).click();
  await waitForOutput(page, "start 3");
  await playButton(page).click();
  const { step } = await board(page);
  await page.waitForTimeout(900);
  assert.equal((await board(page)).step, step);
  await playButton(page).click();
  await waitForOutput(page, "got 1");
});

onPage("the rate changes how long it takes, and nothing else", async (page) => {
  await runToEnd(page);
  const fast = await page.evaluate(() => JSON.stringify(window.switchboard.trace()));
  await page.evaluate((program) => window.switchboard.load(program), `${DOWNLOADS} `);
  await page.evaluate((program) => window.switchboard.load(program), DOWNLOADS);
  await page.getByLabel("Speed").selectOption("2×");
  const started = Date.now();
  await playButton(page).click();
  await page.waitForFunction(() => window.switchboard.board()?.end);
  assert.ok(Date.now() - started >= 700);
  assert.equal(await page.evaluate(() => JSON.stringify(window.switchboard.trace())), fast);
});

onPage("stepping forward computes the program, and stepping back shows the same boards again", async (page) => {
  const seen = [];
  for (let press = 0; press < 8; press += 1) {
    const before = (await board(page))?.step ?? 0;
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((step) => (window.switchboard.board()?.step ?? 0) > step, before);
    seen.push(await board(page));
  }
  for (const before of seen.slice(0, -1).reverse()) {
    await page.keyboard.press("ArrowLeft");
    assert.deepEqual(await board(page), before);
  }
});

onPage("j and k go over lines, Home and End to the ends", async (page) => {
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const { step } = await board(page);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal((await board(page)).step, step);
  await runToEnd(page);
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  await page.keyboard.press("Home");
  assert.equal((await board(page)).step, 0);
  await page.keyboard.press("End");
  assert.equal((await board(page)).end, "finished");
});

onPage("a step by each unit ends at the next event of its kind, and back at the one before", async (page) => {
  await runToEnd(page);
  const kinds = await page.evaluate(() => window.switchboard.trace().map((record) => record.event));
  const ends = (...of) => kinds.flatMap((kind, at) => (of.includes(kind) ? [at + 1] : []));
  const units = { event: kinds.map((_, at) => at + 1), line: ends("line-reached"), turn: ends("turn-began"), output: ends("output") };
  const step = () => page.evaluate(() => window.switchboard.board().step);
  for (const [unit, steps] of Object.entries(units)) {
    assert.ok(steps.length > 2, `${unit}: ${steps.length}`);
    await page.getByLabel("Step by").selectOption({ label: unit });
    await page.locator(".transport").click({ position: { x: 2, y: 2 } });
    await page.keyboard.press("Home");
    const stood = [];
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press("ArrowRight");
      stood.push(await step());
    }
    assert.deepEqual(stood, steps.slice(0, 3), unit);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await step(), steps[1], unit);
  }
});

onPage("steps that are asked for at once are all taken, also while the program still runs to the first", async (page) => {
  const stepped = async () => {
    await page.evaluate(() => window.switchboard.step(7, "await"));
    await page.waitForFunction(() => window.switchboard.board()?.step > 0 && !window.switchboard.state().running);
    return (await board(page)).step;
  };
  const asRecorded = await stepped();
  await runToEnd(page);
  await page.evaluate(() => window.switchboard.seek(0));
  await page.waitForFunction(() => window.switchboard.board().step === 0);
  assert.equal(await stepped(), asRecorded);
}, { draft: SLOW_STEPS });

onPage("a click on an output line goes to where it was printed", async (page) => {
  await runToEnd(page);
  await panel(page, "console").locator(".console-line", { hasText: "got 1" }).click();
  const { outputs, t } = await board(page);
  assert.equal(outputs, 4);
  assert.ok(t > 599e6 && t < 601e6);
});

onPage("the line between two areas is dragged, and a reload keeps it there", async (page) => {
  const width = async () => (await panel(page, "code").boundingBox()).width;
  const before = await width();
  const line = await page.locator('.splitter[aria-orientation="vertical"]').first().boundingBox();
  await page.mouse.move(line.x + line.width / 2, line.y + 100);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width / 2 + 150, line.y + 120, { steps: 4 });
  await page.mouse.up();
  const after = await width();
  assert.ok(Math.abs(after - before - 150) < 10, `${before} became ${after}`);
  await page.reload();
  await page.locator(".transport .main").waitFor();
  assert.ok(Math.abs((await width()) - after) < 2);
});

onPage("the variables under the program are those of the task that runs, also when it is about to wait", async (page) => {
  await runToEnd(page);
  const strip = panel(page, "code").locator(".locals-strip");
  const steps = await page.evaluate(() => {
    const kinds = window.switchboard.trace().map((record) => record.event);
    return kinds.flatMap((kind, at) => (kind === "task-waits" ? [at + 1] : []));
  });
  assert.ok(steps.length >= 4, `${steps.length} steps`);
  for (const step of steps.slice(0, 5)) {
    await page.evaluate((step) => window.switchboard.seek(step), step);
    const on = await panel(page, "scene").locator('.client[data-state="running"]').getAttribute("data-task");
    await strip.getByText(on === "1" ? "main" : "fetch", { exact: true }).waitFor();
    if (on !== "1") await strip.getByText(`n=${on - 1}`).waitFor();
  }
});

onPage("the seek bar goes to any step", async (page) => {
  await runToEnd(page);
  await page.evaluate(() => window.switchboard.seek(40));
  assert.equal((await board(page)).step, 40);
});

onPage("an endless loop leaves the page usable until its limit, and another run replaces it", async (page) => {
  await playButton(page).click();
  const longest = await page.evaluate(longestPauseBetweenFrames, 600);
  assert.ok(longest < 150, `the page stood still for ${longest} ms`);
  await page.evaluate(() => window.switchboard.load("print('still here')\n"));
  await playButton(page).click();
  await waitForOutput(page, "still here");
}, { draft: "while True:\n    pass\n" });

onPage("a program that prints for ever shows the end of what it printed", async (page) => {
  await page.getByLabel("Speed").selectOption("instant");
  await playButton(page).click();
  await page.waitForFunction(() => {
    const lines = document.querySelectorAll(".console-line .text");
    return Number(lines[lines.length - 1]?.textContent) > 3000;
  });
  assert.ok((await output(page)).length <= 400);
}, { draft: "n = 0\nwhile True:\n    n += 1\n    print(n)\n" });

onPage("a syntax error is told at its line, before and after Run", async (page) => {
  await panel(page, "code").locator(".finding", { hasText: "line 2" }).waitFor();
  await playButton(page).click();
  await waitForOutput(page, "SyntaxError");
  await screenshot(page, "syntax-error");
}, { draft: "print('fine')\ndef f(:\n    pass\n" });

onPage("an exception ends the program with its traceback", async (page) => {
  await runToEnd(page);
  const lines = await output(page);
  assert.equal(lines[0], "Traceback (most recent call last):");
  assert.equal(lines.at(-1), "ZeroDivisionError: division by zero");
}, { draft: "def f():\n    return 1 / 0\n\nf()\n" });

onPage("a deadlock is told", async (page) => {
  await runToEnd(page);
  await panel(page, "console").getByText("Deadlock").waitFor();
}, { draft: "import asyncio\n\nasync def main():\n    await asyncio.Event().wait()\n\nasyncio.run(main())\n" });

onPage("editing while it runs keeps what is on screen until the next Run, and a reload keeps the draft", async (page) => {
  await playButton(page).click();
  await page.keyboard.press("e");
  const editor = page.locator(".cm-content");
  await editor.waitFor();
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("print('new')");
  await waitForOutput(page, "start 1");
  await page.reload();
  await page.locator(".transport .main").waitFor();
  assert.deepEqual(await panel(page, "code").locator(".code-line .text").allTextContents(), ["print('new')"]);
  await playButton(page).click();
  await waitForOutput(page, "new");
});

onPage("the editor underlines what is wrong while one types", async (page) => {
  await panel(page, "code").getByRole("button", { name: "Edit" }).click();
  const editor = page.locator(".cm-content");
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("import threadings\nx = = 1");
  await page.locator(".cm-lintRange-error").first().waitFor();
});

onPage("the editor offers what asyncio has", async (page) => {
  await panel(page, "code").getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("import asyncio\nasyncio.gat");
  await page.locator(".cm-tooltip-autocomplete li", { hasText: "gather" }).waitFor();
  // A list that has only just opened leaves Enter to the text.
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".cm-content").innerText(), "import asyncio\nasyncio.gather");
});

onPage("the editor scrolls to where one types", async (page) => {
  await panel(page, "code").getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n".repeat(40));
  await page.waitForTimeout(100);
  const cursor = await page.locator(".cm-cursor-primary").boundingBox();
  const around = await panel(page, "code").boundingBox();
  assert.ok(cursor.y + cursor.height <= around.y + around.height, `${cursor.y} in ${around.height}`);
});

onPage("all that the editor offers is there", async (page) => {
  const names = ASYNCIO.map(([name]) => `"${name}"`).join(", ");
  await run(page, `import asyncio\nprint("missing:", [name for name in (${names},) if not hasattr(asyncio, name)])`);
  await waitForOutput(page, "missing: []");
});

onPage("language and theme are remembered", async (page) => {
  await page.getByLabel("Language").selectOption("de");
  await page.getByRole("button", { name: "Design" }).click();
  await page.reload();
  await page.getByRole("heading", { name: "Programm" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "de");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "light");
});

onPage("the page speaks the browser's language", async (page) => {
  await page.getByRole("heading", { name: "Programme" }).waitFor();
}, { locale: "fr-CH" });

onPage("panels can be hidden and brought back, and that is remembered", async (page) => {
  await page.getByText("Panels").click();
  await page.getByRole("checkbox", { name: "Timeline" }).uncheck();
  await page.reload();
  await page.locator(".transport .main").waitFor();
  assert.equal(await panel(page, "timeline").count(), 0);
  await page.getByText("Panels").click();
  await page.getByRole("checkbox", { name: "Timeline" }).check();
  await panel(page, "timeline").waitFor();
});

onPage("the keyboard alone is enough", async (page) => {
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press(" ");
  await waitForOutput(page, "start 1");
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowRight");
  assert.ok((await board(page)).step > 0);
});

onPage("arrows step after a click on the button that paused", async (page) => {
  await playButton(page).click();
  await waitForOutput(page, "start 3");
  await playButton(page).click();
  const { step } = await board(page);
  await page.keyboard.press("ArrowLeft");
  assert.ok((await board(page)).step < step);
});

onPage("a phone shows one panel at a time over the transport", async (page) => {
  await playButton(page).click();
  await page.locator(".phone-tabs").getByRole("button", { name: "Output" }).click();
  await waitForOutput(page, "got 3");
  assert.equal(await page.locator("[data-panel]:visible").count(), 1);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await screenshot(page, "phone");
}, { viewport: PHONE, hasTouch: true });

onPage("the page works in any folder", async (page) => {
  const html = await (await page.request.get(page.url())).text();
  const addresses = [...html.matchAll(/(?:src|href|from|module_or_path:)\s*[=:]?\s*['"]([^'"]+)['"]/g)].map(([, address]) => address);
  assert.ok(addresses.length > 3);
  assert.deepEqual(addresses.filter((address) => address.startsWith("/")), []);
});

/** Runs in the page: the longest time between two animation frames, in milliseconds. */
async function longestPauseBetweenFrames(duration) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let last = await frame();
  let longest = 0;
  for (const end = last + duration; last < end; ) {
    const now = await frame();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}
