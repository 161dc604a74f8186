// The engine in the browser and the engine on the command line record the same trace, event for event.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { onPage, ROOT, shareBrowser } from "./browser.mjs";

shareBrowser();

const PROGRAMS = `${ROOT}tests/conformance/programs/`;
const SCENARIOS = `${ROOT}scenarios/`;
const COMMAND = process.env.SWITCHBOARD ?? `${ROOT}target/debug/switchboard`;

// Every fourth of them: the rest is compared on the command line alone.
const names = (await readdir(PROGRAMS)).filter((name) => name.endsWith(".py")).sort().filter((_, at) => at % 4 === 0);

onPage("longer programs have the same trace in the browser as natively", async (page) => {
  await page.getByLabel("Speed").selectOption("instant");
  for (const name of names) await compare(page, name, await readFile(PROGRAMS + name, "utf8"));
});

onPage("every scenario of the gallery has the same trace in the browser as natively, and the same boards", async (page) => {
  await page.getByLabel("Speed").selectOption("instant");
  for (const name of await readdir(SCENARIOS)) {
    const text = await readFile(SCENARIOS + name, "utf8");
    const [, program] = text.match(/\n```python\n(.*?)```\n/s);
    await compare(page, name, program);
    // Backwards: what a board shows does not depend on the way there.
    const [steps, boards] = await page.evaluate(() => {
      const { seek, board, trace } = window.switchboard;
      const { length } = trace();
      const steps = [...Array(12).keys()].map((number) => Math.floor(((11 - number) * length) / 11));
      return [steps, steps.map((step) => (seek(step), JSON.stringify(board())))];
    });
    assert.deepEqual(boards, await native(program, "boards", "--at", steps.join(",")), name);
  }
});

async function compare(page, name, program) {
  const trace = await page.evaluate(async (source) => {
    window.switchboard.load(source);
    window.switchboard.run();
    while (!window.switchboard.board()?.end) await new Promise((resolve) => setTimeout(resolve, 5));
    return window.switchboard.trace().map((event) => JSON.stringify(event));
  }, program);
  const events = await native(program, "jsonl");
  assert.equal(trace.length, events.length, name);
  const differs = events.findIndex((event, step) => event !== trace[step]);
  assert.equal(differs, -1, `${name}, step ${differs}: ${events[differs]} and ${trace[differs]}`);
}

/** What the command line prints of a program's trace, line by line. */
async function native(program, format, ...options) {
  // Tracebacks name the file: it is called as in the page.
  const folder = await mkdtemp(join(tmpdir(), "switchboard-"));
  await writeFile(join(folder, "program.py"), program);
  const run = promisify(execFile)(COMMAND, ["trace", "program.py", "--format", format, ...options], {
    cwd: folder,
    maxBuffer: 1 << 30,
  });
  // A program that fails has a trace all the same.
  const { stdout } = await run.catch((failed) => failed);
  await rm(folder, { recursive: true });
  return stdout.trimEnd().split("\n").map((line) => JSON.stringify(JSON.parse(line)));
}
