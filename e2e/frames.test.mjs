// Frames: the page inside of another one, as in a slide.

import assert from "node:assert/strict";
import { onPage, quiet, screenshot, shareBrowser } from "./browser.mjs";

shareBrowser();

const PROGRAM = 'import asyncio\n\nasync def main():\n    for n in range(3):\n        print(n)\n        await asyncio.sleep(0.1)\n\nasyncio.run(main())\n';

/** Puts a page with frames in the tab's place; `window.told` collects what they say, each with the frame's number. */
async function openFrames(page, frames) {
  const origin = page.url().split(/[?#]/)[0];
  await page.route("**/deck.html", (route) => {
    const html = frames.map(({ query, width, height }) => `<iframe title="Switchboard" src="${origin}?${query}" width="${width}" height="${height}"></iframe>`);
    return route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Deck</title><link rel="icon" href="data:,">${html.join("")}
      <script>
        window.told = [];
        addEventListener("message", ({ source, data }) => told.push({ ...data, frame: Array.from(frames, (_, n) => frames[n]).indexOf(source) }));
      </script>` });
  });
  // What the page fetches when it has time is not to be broken off.
  await quiet(page);
  await page.goto(`${origin}deck.html`);
  for (const frame of frames.keys()) await told(page, { frame, type: "ready" });
}

/** What a frame has said that has these fields, once it has. */
async function told(page, fields) {
  const find = (fields) => window.told.find((message) => Object.entries(fields).every(([name, value]) => message[name] === value));
  return (await page.waitForFunction(find, fields)).jsonValue();
}

const forget = (page) => page.evaluate(() => (window.told.length = 0));
const tell = (page, frame, message) =>
  page.evaluate(([frame, message]) => window.frames[frame].postMessage(message, "*"), [frame, message]);
const say = (page, frame, type, rest = {}) => tell(page, frame, { switchboard: 1, type, ...rest });

onPage("a frame shows the panels that its address names, in that order, and nothing else", async (page) => {
  await openFrames(page, [{ query: "embed=1&view=timeline,code&theme=dark&lang=de", width: 800, height: 500 }]);
  const frame = page.frameLocator("iframe");
  const panels = await frame.locator("[data-panel]").evaluateAll((all) => all.map((panel) => panel.dataset.panel));
  assert.deepEqual(panels, ["timeline", "code"]);
  assert.equal(await frame.locator("header.site").count(), 0);
  const root = frame.locator("html");
  assert.equal(await root.getAttribute("data-theme"), "dark");
  assert.equal(await root.getAttribute("lang"), "de");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY", "a frame takes no focus");
});

for (const [width, height] of [[320, 200], [480, 300], [960, 540]]) {
  onPage(`a frame of ${width}x${height} has room for all that it shows`, async (page) => {
    await openFrames(page, [{ query: "embed=1&view=scene", width, height }]);
    const frame = page.frameLocator("iframe");
    const { overflows, bar } = await frame.locator("html").evaluate((root) => ({
      overflows: root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight,
      bar: document.querySelector(".transport").getBoundingClientRect().height,
    }));
    assert.equal(overflows, false);
    assert.ok(bar <= 64, `the transport takes ${bar} px`);
    await screenshot(page, `frame-${width}`);
  });
}

onPage("a frame too small for the call center says in words what happens, and who is on the line", async (page) => {
  await openFrames(page, [{ query: "embed=1&view=scene", width: 320, height: 200 }]);
  await say(page, 0, "seek", { step: 20 });
  await told(page, { type: "state", step: 20 });
  const frame = page.frameLocator("iframe");
  await frame.locator(".on-the-line").waitFor();
  const edges = await frame.locator(".narration p:visible").evaluateAll((all) => all.map((text) => text.getBoundingClientRect().right));
  assert.ok(Math.max(...edges) <= 320, edges.join());
  const sizes = await frame.locator(".narration p:visible").evaluateAll((all) => all.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)));
  assert.ok(sizes.length >= 2 && Math.min(...sizes) >= 12, sizes.join());
  await screenshot(page, "frame-small");
});

onPage("the page around a frame loads, runs, steps and seeks, and is told what happens", async (page) => {
  await openFrames(page, [
    { query: "embed=1&view=scene", width: 480, height: 300 },
    { query: "embed=1&view=console", width: 480, height: 300 },
  ]);
  await say(page, 1, "load", { scenario: PROGRAM });
  await say(page, 1, "run");
  await told(page, { frame: 1, type: "state", running: true });
  const { step, steps, time } = await told(page, { frame: 1, type: "state", finished: true });
  assert.equal(step, steps);
  assert.ok(time >= 0.3 && time < 0.31, `${time}`);
  await say(page, 1, "seek", { step: 5 });
  await told(page, { frame: 1, type: "state", step: 5 });
  await say(page, 1, "step", { n: -2 });
  await told(page, { frame: 1, type: "state", step: 3 });
  const others = await page.evaluate(() => window.told.filter(({ frame, type, step }) => frame === 0 && type === "state" && step > 0));
  assert.deepEqual(others, [], "the other frame stands still");
  await forget(page);
  await say(page, 0, "ping");
  await told(page, { frame: 0, type: "ready" });
  await say(page, 0, "set", { options: { theme: "light" } });
  await page.frameLocator("iframe >> nth=0").locator('html[data-theme="light"]').waitFor();
  await say(page, 0, "dance");
  assert.match((await told(page, { frame: 0, type: "error" })).message, /dance/);
  await say(page, 0, "load", { link: "#1.AAAA" });
  await page.waitForFunction(() => window.told.some(({ message }) => message?.includes("damaged")));
});

onPage("a slide of reveal.js starts and stops a frame", async (page) => {
  await openFrames(page, [{ query: "embed=1&view=scene", width: 480, height: 300 }]);
  await tell(page, 0, "slide:start");
  await told(page, { type: "state", running: true });
  await forget(page);
  await tell(page, 0, "slide:stop");
  await told(page, { type: "state", running: false });
});

onPage("a page scrolls on over a frame, whatever the frame shows", async (page) => {
  await openFrames(page, ["timeline", "scene", "console", "queues"].map((view) => ({ query: `embed=1&view=${view}`, width: 480, height: 300 })));
  await page.evaluate(() => (document.body.style.height = "5000px"));
  for (const frame of [0, 1, 2, 3]) {
    await say(page, frame, "seek", { step: 20 });
    await told(page, { frame, type: "state", step: 20 });
    await page.evaluate(() => scrollTo(0, 0));
    const box = await page.locator("iframe").nth(frame).boundingBox();
    await page.mouse.move(box.x + 300, box.y + 60);
    // A panel that is longer than its frame scrolls first, to its end.
    for (let turns = 0; turns < 3 && (await page.evaluate(() => scrollY)) < 100; turns += 1) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(800);
    }
    assert.ok((await page.evaluate(() => scrollY)) > 100, `frame ${frame}`);
  }
  // With Ctrl the wheel zooms the timeline, and the page stays.
  await page.evaluate(() => scrollTo(0, 0));
  const box = await page.locator("iframe").first().boundingBox();
  await page.mouse.move(box.x + 300, box.y + 60);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, 400);
  await page.keyboard.up("Control");
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

onPage("the full page shows what its frame shows, at the same step", async (page, context) => {
  await openFrames(page, [{ query: "embed=1&view=scene&lang=en", width: 480, height: 300 }]);
  await say(page, 0, "load", { scenario: PROGRAM });
  await say(page, 0, "seek", { step: 17 });
  await told(page, { type: "state", step: 17 });
  const [whole] = await Promise.all([
    context.waitForEvent("page"),
    page.frameLocator("iframe").getByRole("button", { name: "Open the full page" }).click(),
  ]);
  await whole.waitForFunction(() => window.switchboard?.state().step === 17);
  assert.equal(await whole.evaluate(() => window.switchboard.program()), PROGRAM);
  assert.equal(await whole.locator("header.site").count(), 1);
});

onPage("keys that a frame does not use are passed on", async (page) => {
  await openFrames(page, [{ query: "embed=1&view=scene", width: 480, height: 300 }]);
  await page.frameLocator("iframe").locator(".transport .main").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("n");
  assert.equal((await told(page, { type: "key", key: "n" })).code, "KeyN");
  const used = await page.evaluate(() => window.told.filter(({ key }) => key === "ArrowRight"));
  assert.deepEqual(used, []);
});

onPage("a frame plays by itself where its address says so, and else does not", async (page) => {
  await openFrames(page, [
    { query: "embed=1&view=scene&autoplay=1", width: 480, height: 300 },
    { query: "embed=1&view=scene", width: 480, height: 300 },
  ]);
  await told(page, { frame: 0, type: "state", running: true });
  const { steps } = await page.evaluate(() => window.frames[1].switchboard.state());
  assert.equal(steps, 0);
});

for (const scale of [0.75, 1.5]) {
  onPage(`a frame that is drawn at ${scale} times its size fills its window, with all its controls`, async (page) => {
    await openFrames(page, [{ query: `embed=1&view=code,timeline&scale=${scale}`, width: 960, height: 540 }]);
    await say(page, 0, "seek", { step: 80 });
    await told(page, { type: "state", step: 80 });
    const frame = page.locator("iframe").contentFrame();
    const [bar, main] = await Promise.all([".transport", ".transport .main"].map((part) => frame.locator(part).evaluate((part) => part.getBoundingClientRect().toJSON())));
    assert.ok(Math.abs(bar.bottom - 540) < 2, `the bar ends at ${bar.bottom}`);
    assert.ok(Math.abs(main.width - 44 * scale) < 2, `the button is ${main.width} px wide`);
    // The pointer is at what it is over.
    const line = await frame.locator(".timeline-frame").boundingBox();
    await page.mouse.move(line.x + line.width * 0.6, line.y + 45 * scale);
    await frame.locator(".timeline-tip").filter({ hasText: /^main/ }).waitFor();
  });
}
