// The transport: marks, restart, and the time that a program takes.

import assert from "node:assert/strict";
import { board, longestFrame, onPage, output, playButton, runToEnd, shareBrowser, waitForOutput } from "./browser.mjs";

shareBrowser();

const step = (page) => page.evaluate(() => window.switchboard.state().step);

onPage("the seek bar has marks for switches, awaits and outputs, and a press on one goes to what its label says", async (page) => {
  await runToEnd(page);
  for (const kind of ["switches", "awaits", "outputs"]) {
    const marks = (await page.locator(`.seek-marks .${kind}`).getAttribute("d")).split("M").length - 1;
    assert.ok(marks >= 5, `${kind}: ${marks}`);
  }
  const events = await page.evaluate(() => window.switchboard.trace().map((record) => record.event));
  const outputs = events.flatMap((event, at) => (event === "output" ? [at + 1] : []));
  const bar = await page.locator(".seek").boundingBox();
  for (const mark of [outputs[3], outputs[4], outputs.at(-1)]) {
    const at = [bar.x + (mark / events.length) * bar.width + 1.5, bar.y + bar.height / 2];
    await page.mouse.move(...at);
    assert.match(await page.locator(".seek-tip span").textContent(), /prints/);
    await page.mouse.down();
    await page.mouse.move(at[0] + 1, at[1]);
    await page.mouse.up();
    assert.equal(await step(page), mark);
  }
  // A drag goes to every step, marked or not.
  await page.mouse.down();
  const seen = new Set();
  for (let pixel = 0; pixel < 40; pixel += 1) {
    await page.mouse.move(bar.x + bar.width / 2 + pixel, bar.y + 20);
    seen.add(await step(page));
  }
  await page.mouse.up();
  assert.ok(seen.size > 20, `${seen.size} steps`);
});

onPage("a step by switch ends where another gets the loop, and one by await where an await begins or ends", async (page) => {
  await runToEnd(page);
  const records = await page.evaluate(() => window.switchboard.trace());
  const awaits = records.flatMap(({ event }, at) => (["await-entered", "await-left"].includes(event) ? [at + 1] : []));
  let last;
  const switches = records.flatMap(({ event, task, handle }, at) => {
    if (event !== "step-began") return [];
    const who = `${task} ${handle}`;
    const isAnother = who !== last;
    last = who;
    return isAnother ? [at + 1] : [];
  });
  for (const [unit, ends] of Object.entries({ await: awaits, switch: switches })) {
    const stood = await page.evaluate((unit) => {
      window.switchboard.seek(0);
      return [1, 1, 1, 1, -1].map((n) => (window.switchboard.step(n, unit), window.switchboard.state().step));
    }, unit);
    assert.deepEqual(stood, [...ends.slice(0, 4), ends[2]], unit);
  }
});

onPage("restart goes to the beginning, by button and by key, and Run plays it all again", async (page) => {
  await runToEnd(page);
  await page.getByLabel("Speed").selectOption("1×");
  for (const restart of [() => page.getByRole("button", { name: "Restart" }).click(), () => page.keyboard.press("r")]) {
    await page.evaluate(() => window.switchboard.seek(100));
    await restart();
    assert.equal(await step(page), 0);
    await playButton(page).click();
    await waitForOutput(page, "start 3");
    await playButton(page).click();
    assert.deepEqual(await output(page), ["start 1", "start 2", "start 3"]);
  }
});

const COMPUTING = `import asyncio

async def main():
    for part in range(10):
        sum(number * number for number in range(250_000))
        print(part)

asyncio.run(main())
`;

onPage("computing takes its time on the screen, in slices, and the page is alive meanwhile", async (page) => {
  await page.getByLabel("Speed").selectOption("0.2×");
  const started = Date.now();
  await playButton(page).click();
  await waitForOutput(page, "2");
  const printed = await output(page);
  await page.getByRole("button", { name: "What is what" }).click();
  await page.locator(".scene-legend").waitFor();
  assert.ok(printed.length < 10, "it goes on in the middle");
  await page.waitForFunction(() => window.switchboard.board()?.end);
  const took = (Date.now() - started) / 1000;
  const { time } = await page.evaluate(() => window.switchboard.state());
  assert.ok(time > 0.3 && took >= (0.9 * time) / 0.2, `${time} s at a fifth of the speed took ${took} s`);
}, { draft: COMPUTING });

onPage("a blocking call that is felt holds the page up for 5 s at most, and the switch says so before", async (page) => {
  const feel = page.getByRole("button", { name: "Feel it" });
  assert.match(await feel.getAttribute("title"), /at most 5 s/);
  await feel.click();
  const measured = longestFrame(page, 8000);
  await playButton(page).click();
  const longest = await measured;
  assert.ok(longest > 4500 && longest < 5600, `the page stood still for ${longest} ms`);
}, { draft: "import time\n\ntime.sleep(30)\n" });

onPage("the newest sentence is told to who listens to the page when stepping, and not while it plays", async (page) => {
  const live = () => page.locator(".told.on-desk .sentence").getAttribute("aria-live");
  await playButton(page).click();
  await waitForOutput(page, "start 3");
  assert.equal(await live(), "off");
  await playButton(page).click();
  await page.keyboard.press("ArrowLeft");
  assert.ok((await board(page)).step > 0);
  assert.equal(await live(), "polite");
});
