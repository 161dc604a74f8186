// What is seen has its room: nothing is cut, covered or made tiny, in any language.

import assert from "node:assert/strict";
import { onPage, panel, PHONE, playButton, run, shareBrowser } from "./browser.mjs";

shareBrowser();

const TOUCH = { viewport: PHONE, hasTouch: true, isMobile: true };
const phoneTab = (page, at) => page.locator(".phone-tabs button").nth(at).tap();

const LONG = `import asyncio

async def download_the_annual_report_of_the_department(number):
    await asyncio.sleep(number)

async def main():
    names = ["download-the-annual-report-of-the-department-of-physics", "download-the-minutes-of-the-meeting"]
    await asyncio.gather(*(asyncio.create_task(download_the_annual_report_of_the_department(n), name=name) for n, name in enumerate(names, 1)))

asyncio.run(main())
`;

onPage("on a phone the loop's queues are as wide as the window, however long names are", async (page) => {
  await phoneTab(page, 2);
  await page.evaluate(() => window.switchboard.step(3, "await"));
  await panel(page, "queues").locator(".task-card").first().waitFor();
  const wide = await panel(page, "queues").evaluate((region) => [...region.querySelectorAll(".panel-body, .queues, .task-card")].map((part) => part.getBoundingClientRect().right));
  assert.deepEqual(wide.filter((right) => right > PHONE.width), []);
}, { ...TOUCH, draft: LONG });

onPage("on a phone the legend leaves the picture as large as it is", async (page) => {
  await page.evaluate(() => window.switchboard.step(5, "await"));
  const width = () => page.locator(".scene-picture .desk .top").evaluate((desk) => desk.getBoundingClientRect().width);
  const before = await width();
  await panel(page, "scene").getByRole("button", { name: "What is what" }).tap();
  await page.locator(".scene-legend").waitFor();
  await page.waitForTimeout(300);
  assert.equal(await width(), before);
}, TOUCH);

for (const lang of ["en", "fr", "de"]) {
  onPage(`on a phone nothing lies over the answers, and no choice is cut (${lang})`, async (page) => {
    await page.locator(".transport .predict").tap();
    await playButton(page).tap();
    for (let question = 0; question < 3; question += 1) {
      const card = page.locator(".told.on-phone .prompt-card");
      await card.waitFor();
      const covered = await card.evaluate((card) => {
        const boxes = [...card.querySelectorAll("button")].map((button) => button.getBoundingClientRect());
        const overlap = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
        return boxes.filter((one, at) => boxes.some((other, index) => index > at && overlap(one, other))).length;
      });
      assert.equal(covered, 0, `question ${question}`);
      await card.locator(".go-on").tap();
    }
    const cut = await page.locator(".speed select").evaluate((choice) => choice.scrollWidth > choice.clientWidth);
    assert.equal(cut, false);
  }, { ...TOUCH, locale: lang });

  onPage(`on a phone the last sentence is told whole (${lang})`, async (page) => {
    await page.locator(".speed select").selectOption({ index: 7 });
    await playButton(page).tap();
    await page.waitForFunction(() => window.switchboard.board()?.end);
    const cut = await page.locator(".told.on-phone .sentence").evaluate((sentence) => sentence.scrollHeight - sentence.clientHeight);
    assert.ok(cut <= 1, `${cut} px are cut`);
  }, { ...TOUCH, locale: lang, draft: "import asyncio\n\nasync def main():\n    await asyncio.Event().wait()\n\nasyncio.run(main())\n" });
}

const ROPE = `import asyncio

async def climb(name, height):
    for meters in range(height):
        await asyncio.sleep(0.1)
    raise RuntimeError(f"{name} fell")

async def main():
    try:
        async with asyncio.TaskGroup() as rope:
            rope.create_task(climb("Ada", 3))
            rope.create_task(climb("Bob", 1))
    except* RuntimeError:
        print("caught")

asyncio.run(main())
`;

/** The sentences of a run that are not seen whole, of each kind the first. */
const cutSentences = async () => {
  const { seek, sentence, state } = window.switchboard;
  const [kinds, cut] = [new Set(), []];
  for (let step = 1; step <= state().steps; step += 1) {
    seek(step);
    const kind = sentence().replaceAll(/[\d.]+/g, "").replaceAll(/\('\w+'\)/g, "");
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const line = [...document.querySelectorAll(".narration .sentence")].find((line) => line.clientWidth > 0);
    const [inner, outer] = [line, line.closest(".narration")].map((part) => part.getBoundingClientRect().bottom);
    if (line.scrollHeight - line.clientHeight > 2 || inner > outer + 1) cut.push(sentence());
  }
  return cut;
};

for (const lang of ["en", "fr", "de"]) {
  for (const [where, options] of [["on a phone", TOUCH], ["for the back row", { viewport: { width: 1920, height: 1080 }, address: "?present=1" }]]) {
    onPage(`every sentence is told whole ${where} (${lang})`, async (page) => {
      await page.locator(".speed select").selectOption({ index: 7 });
      await playButton(page).click();
      await page.waitForFunction(() => window.switchboard.board()?.end);
      assert.deepEqual(await page.evaluate(cutSentences), []);
    }, { ...options, locale: lang, draft: ROPE });
  }
}

onPage("what is known of who stands where is told whole or not at all", async (page) => {
  await page.evaluate(() => window.switchboard.step(5, "await"));
  const parts = await page.locator(".told.on-phone .standing").evaluate((line) => {
    const bottom = line.getBoundingClientRect().bottom;
    return [...line.children].map((part) => ({ isSeen: part.getBoundingClientRect().top < bottom - 1, cut: part.scrollWidth - part.clientWidth }));
  });
  assert.ok(parts[0].isSeen);
  assert.deepEqual(parts.filter((part) => part.isSeen && part.cut > 1), []);
}, { ...TOUCH, locale: "de" });

for (const colorScheme of ["light", "dark"]) {
  onPage(`a QR code is black on white (${colorScheme})`, async (page) => {
    await page.getByRole("button", { name: "Share", exact: true }).click();
    // By keyboard: a pointer over it has a rule of its own.
    await page.getByRole("button", { name: "QR code" }).press("Enter");
    await page.locator(".qr path").waitFor();
    assert.equal(await page.locator(".qr").evaluate((code) => getComputedStyle(code).backgroundColor), "rgb(255, 255, 255)");
  }, { colorScheme });
}

onPage("the timeline names what there is, and no more", async (page) => {
  await run(page, "import asyncio, time\n\nasync def main():\n    await asyncio.sleep(0.1)\n    time.sleep(0.3)\n\nasyncio.run(main())\n");
  await page.waitForFunction(() => window.switchboard.board()?.end);
  const keys = await page.locator(".timeline-key").evaluateAll((keys) => keys.map((key) => key.dataset.kind));
  assert.deepEqual(keys, ["running", "ready", "blocking", "timer"]);
});

for (const lang of ["en", "fr", "de"]) {
  onPage(`on a phone the whole call center is seen without scrolling (${lang})`, async (page) => {
    await page.evaluate(() => window.switchboard.step(5, "await"));
    const lacking = await page.locator(".scene-stage").evaluate((stage) => stage.scrollHeight - stage.clientHeight);
    assert.ok(lacking <= 1, `${lacking} px are out of sight`);
    const covering = await page.locator(".scene-picture").evaluate((picture) => {
      const sign = picture.querySelector(".queue-sign").getBoundingClientRect();
      const others = [...picture.querySelectorAll(".client .written text, .bay .room")].map((part) => part.getBoundingClientRect());
      return others.filter((other) => other.left < sign.right && sign.left < other.right && other.top < sign.bottom && sign.top < other.bottom).length;
    });
    assert.equal(covering, 0);
  }, { ...TOUCH, locale: lang });
}

onPage("on a phone that lies on its side there is one panel, with the sentence beside it", async (page) => {
  await page.evaluate(() => window.switchboard.step(5, "await"));
  const [scene, told, desk] = await Promise.all(
    ['[data-panel="scene"]', ".told.on-phone", ".scene-picture .desk .top"].map((part) => page.locator(part).boundingBox()),
  );
  assert.ok(told.x >= scene.x + scene.width - 1);
  assert.ok(scene.height > 200 && desk.width > 120, `${scene.height} ${desk.width}`);
  const cut = await page.locator(".told.on-phone .sentence").evaluate((sentence) => sentence.scrollHeight - sentence.clientHeight);
  assert.ok(cut <= 1);
  await seesAll(page);
  await page.locator("#legend").tap();
  await page.locator(".scene-legend").waitFor();
  await page.waitForTimeout(300);
  assert.equal((await page.locator(".scene-picture .desk .top").boundingBox()).width, desk.width);
  await page.locator("#legend").tap();
  await page.locator(".scene-legend").waitFor({ state: "detached" });
}, { viewport: { width: PHONE.height, height: PHONE.width }, hasTouch: true, isMobile: true });

for (const lang of ["en", "fr", "de"]) {
  onPage(`on the smallest phone that lies on its side the transport is one row in the window (${lang})`, async (page) => {
    const boxes = await page.locator(".transport").evaluate((bar) => [...bar.querySelectorAll("button, select, .seek, .time")].map((part) => part.getBoundingClientRect().toJSON()));
    assert.deepEqual(boxes.filter((box) => box.right > 667 || box.bottom > 375 || box.top < 310), []);
    const overlaps = boxes.filter((one, at) => boxes.slice(at + 1).some((other) => one.left < other.right - 1 && other.left < one.right - 1));
    assert.deepEqual(overlaps, []);
  }, { viewport: { width: 667, height: 375 }, hasTouch: true, isMobile: true, locale: lang });
}

/** The call center is seen whole, and the legend's button covers nobody. */
async function seesAll(page) {
  const stage = await page.locator(".scene-stage").boundingBox();
  const button = await page.locator("#legend").boundingBox();
  for (const part of [".desk .front", ".queue-sign", ".lane", ".door .frame", ".client .written"]) {
    const box = await page.locator(`.scene-picture ${part}`).first().boundingBox();
    assert.ok(box.y + box.height <= stage.y + stage.height, part);
    assert.ok(box.x + box.width <= button.x || box.y + box.height <= button.y, part);
  }
}

onPage("in a low frame the call center alone is large enough to be read", async (page) => {
  await page.evaluate(() => window.switchboard.step(5, "await"));
  const written = await page.locator(".scene-picture .client .name").first().evaluate((name) => parseFloat(getComputedStyle(name).fontSize) * name.getScreenCTM().a);
  assert.ok(written > 9, `${written} px`);
  await seesAll(page);
}, { viewport: { width: 640, height: 400 }, address: "?embed=1&view=scene" });

onPage("whatever is hidden, the sentence is told", async (page) => {
  for (const [hidden, area] of [["scene,queues", "program"], ["scene,queues,code", "time"], ["scene,queues,code,timeline", "reports"]]) {
    await page.evaluate((hidden) => localStorage.setItem("switchboard.layout", `columns=50;rows=60;hidden=${hidden}`), hidden);
    await page.reload();
    await playButton(page).waitFor();
    await page.evaluate(() => window.switchboard.step(1, "await"));
    await page.locator(`[data-area="${area}"] .sentence`, { hasText: "main" }).waitFor();
  }
});

onPage("in the lowest and narrowest area the sentence lies over no panel", async (page, context) => {
  await context.addInitScript(() => localStorage.setItem("switchboard.layout", "columns=85;rows=15;hidden="));
  await page.reload();
  await playButton(page).waitFor();
  const told = await page.locator(".told.on-desk").boundingBox();
  const area = await page.locator('[data-area="stage"] .area-panels').boundingBox();
  const tab = await panel(page, "scene").locator(".tab").first().boundingBox();
  assert.ok(tab.y + tab.height <= area.y + area.height && area.y + area.height <= told.y + 1);
  // What does not fit in the head is not drawn over the sentence.
  const over = await page.evaluate(({ x, y }) => document.elementFromPoint(x + 30, y + 20).closest(".told, .area-panels").className, told);
  assert.match(over, /told/);
});

onPage("what can't start is said whole, on a phone too", async (page) => {
  await page.route("**/*_bg.wasm", (route) => route.abort());
  await page.reload();
  const told = page.getByRole("alert");
  await told.waitFor();
  const [box, cut] = [await told.boundingBox(), await told.evaluate((words) => words.scrollHeight - words.clientHeight)];
  assert.ok(box && box.y + box.height <= PHONE.height);
  assert.ok(cut <= 1, `${cut} px are cut`);
}, { ...TOUCH, meant: /wasm|Failed to load|ERR_FAILED|compile|fetch/ });
