// The call center and the loop's own picture: who stands where, and why.

import assert from "node:assert/strict";
import { onPage, panel, playButton, runToEnd, screenshot, shareBrowser } from "./browser.mjs";

shareBrowser();

const EVERY_WAIT = `import asyncio


async def on_a_timer():
    await asyncio.sleep(9)


async def on_a_lock(lock):
    async with lock:
        pass


async def on_a_queue(queue):
    await queue.get()


async def on_a_semaphore(semaphore):
    async with semaphore:
        pass


async def on_a_task(task):
    await task


async def on_the_network():
    reader, writer = await asyncio.open_connection("example.org", 80)


async def main():
    lock, queue, semaphore = asyncio.Lock(), asyncio.Queue(), asyncio.Semaphore(1)
    await lock.acquire()
    await semaphore.acquire()
    sleeper = asyncio.create_task(on_a_timer())
    for coroutine in (on_a_lock(lock), on_a_queue(queue), on_a_semaphore(semaphore), on_a_task(sleeper)):
        asyncio.create_task(coroutine)
    await asyncio.sleep(1)
    asyncio.get_running_loop().stop()


asyncio.run(main())
`;

/** Steps until the sentence holds these words, from the beginning. */
async function stepTo(page, words) {
  await page.evaluate((words) => {
    window.switchboard.seek(0);
    for (let steps = 0; steps < 2000 && !window.switchboard.sentence().includes(words); steps += 1) window.switchboard.step(1);
  }, words);
  await page.waitForFunction((words) => window.switchboard.sentence().includes(words), words);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

onPage("who waits sits under the sign of what it waits for", async (page) => {
  await stepTo(page, "Nobody is ready");
  const signs = await panel(page, "scene").locator(".bay").evaluateAll((bays) => bays.map((bay) => bay.textContent.replace(/\s+/g, " ").trim()));
  assert.deepEqual(signs.map((sign) => sign.replace("nobody", "")), ["2Timer", "1Another task", "Outside", "2Lock, event", "1Queue", "Done"]);
  const waiting = panel(page, "scene").locator('.client[data-state="waiting"]');
  assert.equal(await waiting.count(), 6);
  assert.ok((await panel(page, "scene").locator(".client .beside").count()) >= 2, "an egg timer for each timer");
  // The loop's own picture tells the same.
  await page.locator(".tabs:visible").getByRole("button", { name: "Event loop", exact: true }).click();
  const rows = await panel(page, "queues").locator('[data-part="waits"]').textContent();
  for (const row of [/Lock 1.*held by.*main/, /Semaphore/, /Queue/]) assert.match(rows, row);
  await screenshot(page, "every-wait");
}, { draft: EVERY_WAIT });

const FATES = `import asyncio


async def worker(fate):
    await asyncio.sleep(1)
    if fate == "bad":
        raise ValueError("no luck")
    await asyncio.sleep(fate)


async def main():
    tasks = [asyncio.create_task(worker(fate)) for fate in (0, "bad", 60)]
    await asyncio.sleep(2)
    tasks[2].cancel()
    await asyncio.wait(tasks)


asyncio.run(main())
`;

onPage("who talks says what it wants, and who has left has a mark for how", async (page) => {
  await stepTo(page, "worker(0) asks to be called back in 1.00");
  const said = await panel(page, "scene").locator(".balloon").allTextContents();
  assert.match(said.join(" "), /call me back in 1\.00\ss/i);
  await runToEnd(page);
  const marks = await panel(page, "scene").locator(".result").evaluateAll((slips) =>
    Object.fromEntries(slips.map((slip) => [slip.querySelector(".name").textContent, slip.querySelector(".mark").getAttribute("class")])),
  );
  const kinds = Object.values(marks).map((mark) => mark.replace("mark ", "")).toSorted();
  assert.deepEqual(kinds, ["cancelled", "failed", "returned", "returned"]);
}, { draft: FATES });

const BLOCKING = `import asyncio
import time


async def tick(number):
    await asyncio.sleep(0.1 * number)
    print("tick", number)


async def block():
    await asyncio.sleep(0.05)
    time.sleep(3)


async def main():
    await asyncio.gather(block(), tick(1), tick(2), tick(3))


asyncio.run(main())
`;

onPage("a blocking call keeps the operator with one client, while those whose time has come pile up", async (page) => {
  await playButton(page).click();
  await panel(page, "scene").locator('[data-mood="blocked"]').first().waitFor();
  const running = panel(page, "scene").locator('.client[data-state="running"]');
  const blocking = await running.getAttribute("data-task");
  await page.waitForTimeout(900);
  assert.equal(await running.getAttribute("data-task"), blocking);
  assert.deepEqual(await panel(page, "scene").locator('.client[data-state="waiting"] .beside .detail').allTextContents(), ["all 4", "0.00\u00a0s", "0.00\u00a0s", "0.00\u00a0s"]);
  await screenshot(page, "blocked");
  await playButton(page).click();
  // Once the loop is free again, all of them queue at once.
  await page.evaluate(() => {
    while (!window.switchboard.sentence().startsWith("Those who are in the ready queue")) window.switchboard.step(1);
    while (!/first out: [3-9]/.test(window.switchboard.sentence())) window.switchboard.step(1);
  });
}, { draft: BLOCKING });

onPage("the four phases of a turn are there, the current one is lit, and its code is the executor's own", async (page) => {
  await page.locator(".tabs:visible").getByRole("button", { name: "Event loop", exact: true }).click();
  const phases = panel(page, "queues").locator(".phase");
  assert.equal(await phases.count(), 4);
  const lit = () => panel(page, "queues").locator('.phase[aria-current="step"] .phase-number').allTextContents();
  await stepTo(page, "Nobody is ready");
  assert.deepEqual(await lit(), ["2"]);
  await stepTo(page, "fetch(1) is on the line");
  assert.deepEqual(await lit(), ["4"]);
  await panel(page, "queues").getByText("The executor’s code").click();
  assert.match(await panel(page, "queues").locator(".phase-code[data-now]").textContent(), /ready/);
});

onPage("timers stand in the order of the heap with their deadlines", async (page) => {
  await page.locator(".tabs:visible").getByRole("button", { name: "Event loop", exact: true }).click();
  await stepTo(page, "Nobody is ready");
  const timers = await panel(page, "queues").locator('[data-part="timers"]').textContent();
  assert.match(timers, /0\.60.*1\.00.*1\.00/s);
});

onPage("the lanes are a table as well, with each task's time by state", async (page) => {
  await runToEnd(page);
  await panel(page, "timeline").getByRole("button", { name: "As a table" }).click();
  const rows = await panel(page, "timeline").locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  assert.deepEqual(rows.map(([name]) => name), ["loop", "main", "fetch(1)", "fetch(2)", "fetch(3)"]);
  const [, , fetch1] = rows;
  assert.match(fetch1[3], /^1\.1/);
});

onPage("an output has its time and the colour of the task that printed it, and what went wrong is told apart", async (page) => {
  await runToEnd(page);
  const lines = await panel(page, "console").locator(".console-line").evaluateAll((lines) => lines.map((line) => [line.dataset.task, line.dataset.stream, line.textContent.trim()]));
  assert.ok(lines.some(([task, , text]) => task === "1" && text.includes("fine")), JSON.stringify(lines));
  const colours = await panel(page, "console").locator(".console-line .text").evaluateAll((texts) => texts.map((text) => getComputedStyle(text).color));
  assert.notEqual(colours[0], colours.at(-1));
}, { draft: "import asyncio, sys\n\nasync def main():\n    print('fine')\n    print('bad', file=sys.stderr)\n\nasyncio.run(main())\n" });

onPage("the log says what happened and why now, with the place in the queue", async (page) => {
  await page.locator(".tabs:visible").getByRole("button", { name: "Log", exact: true }).click();
  await stepTo(page, "fetch(3) is ready");
  assert.match(await panel(page, "log").locator(".log-row").last().textContent(), /fetch\(3\) is ready: its timer went off at 1\.00\ss, first in the queue\./);
});

onPage("the legend maps each thing to its term, and says where the picture breaks", async (page) => {
  await panel(page, "scene").getByRole("button", { name: "What is what" }).click();
  const legend = await page.locator(".scene-legend").textContent();
  for (const term of ["operator", "client", "plugged cord", "lit lamp", "ready queue", "on hold", "egg timer", "door", "Where the picture breaks"]) assert.ok(legend.includes(term), term);
});
