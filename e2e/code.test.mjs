// The program's lines, and what stands beside them.

import assert from "node:assert/strict";
import { onPage, panel, shareBrowser } from "./browser.mjs";

shareBrowser();

const CROSSING = `import asyncio

async def crosser(lock, seconds):
    async with lock:
        await asyncio.sleep(seconds)

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(crosser(lock, 1), crosser(lock, 2))

asyncio.run(main())
`;

onPage("an await point says whether it was reached, who waits there and for what, and how often it was passed", async (page) => {
  const marks = () => panel(page, "code").locator(".await-mark").evaluateAll((marks) => marks.map((mark) => mark.title));
  const standsAt = (told) => page.waitForFunction((told) => window.switchboard.sentence().includes(told), told);
  const stepTo = async (told) => {
    await page.evaluate((told) => {
      for (let steps = 0; steps < 500 && !window.switchboard.sentence().includes(told); steps += 1) window.switchboard.step(1);
    }, told);
    await standsAt(told);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  };
  await page.evaluate((text) => window.switchboard.load(text), CROSSING);
  await panel(page, "code").getByText("crosser(lock, 1)").waitFor();
  assert.deepEqual(await marks(), Array(3).fill("await: not reached yet"));
  await stepTo("Nobody is ready");
  assert.deepEqual(await marks(), [
    "crosser(2) waits for Lock 1",
    "crosser(1) waits for its timer",
    "main waits for several tasks",
  ]);
  await stepTo("The program is over");
  assert.deepEqual((await marks()).map((told) => told.replace(/\d+/, "n")), Array(3).fill("await: passed n×"));
}, { draft: CROSSING });
