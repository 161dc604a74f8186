// One task, looked at closely, in each of its states.

import assert from "node:assert/strict";
import { onPage, panel, run, shareBrowser } from "./browser.mjs";

shareBrowser();

const FATES = `import asyncio

async def worker(fate, delay):
    await asyncio.sleep(delay)
    if fate == "bad":
        raise ValueError("no luck")
    return fate

async def main():
    fates = {"good": 0.1, "bad": 0.2, "late": 5}
    tasks = [asyncio.create_task(worker(*fate), name=fate[0]) for fate in fates.items()]
    await asyncio.sleep(0.3)
    tasks[2].cancel()
    await asyncio.wait(tasks)

asyncio.run(main())
`;

/** Runs the program and inspects a task where it is in a state for the first time. */
async function inspect(page, task, state) {
  await run(page, FATES);
  await page.waitForFunction(() => window.switchboard.board()?.end);
  await page.evaluate(([name, state]) => {
    for (let step = 1; step <= window.switchboard.state().steps; step += 1) {
      window.switchboard.seek(step);
      if (window.switchboard.board().tasks.some((task) => task.name === name && task.state === state)) return;
    }
  }, [task, state]);
  if (state === "done") {
    await panel(page, "scene").locator(".result", { hasText: task }).dispatchEvent("click");
  } else {
    await page.locator(".tabs:visible").getByRole("button", { name: "Task", exact: true }).click();
    await panel(page, "inspector").locator(".task-card", { hasText: task }).click();
  }
  const inspector = panel(page, "inspector").locator(`.inspector[data-state="${state}"]`);
  await inspector.waitFor();
  const rows = await inspector.locator(".inspector-row").evaluateAll((rows) => rows.map((row) => [...row.children].map((part) => part.textContent.trim())));
  return { why: await inspector.locator(".inspector-why").textContent(), rows };
}

for (const [task, title, result] of [["good", "Result", "'good'"], ["bad", "Exception", "ValueError: no luck"], ["late", "Result", "cancelled"]]) {
  onPage(`what came of a task stands first, and nothing of where it stood (${task})`, async (page) => {
    const { rows } = await inspect(page, task, "done");
    assert.deepEqual(rows[0], [title, result]);
    assert.deepEqual(rows.slice(1).map(([title]) => title), ["Time", "Go to"]);
  });
}

onPage("a task that is ready says why, and where it stands in the program", async (page) => {
  const { why, rows } = await inspect(page, "bad", "ready");
  assert.match(why, /bad.*queue/);
  assert.deepEqual(rows.map(([title]) => title), ["Where it stands", "Locals", "Time", "Waits for", "Waited for by", "Result", "Go to"]);
});
