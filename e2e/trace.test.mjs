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
const COMMAND = process.env.SWITCHBOARD ?? `${ROOT}target/debug/switchboard`;

// Every fourth of them: the rest is compared on the command line alone.
const names = (await readdir(PROGRAMS)).filter((name) => name.endsWith(".py")).sort().filter((_, at) => at % 4 === 0);

onPage("longer programs have the same trace in the browser as natively", async (page) => {
  await page.getByLabel("Speed").selectOption("instant");
  for (const name of names) {
    const program = await readFile(PROGRAMS + name, "utf8");
    const trace = await page.evaluate(async (source) => {
      window.switchboard.load(source);
      window.switchboard.run();
      while (!window.switchboard.board()?.end) await new Promise((resolve) => setTimeout(resolve, 5));
      return window.switchboard.trace().map((event) => JSON.stringify(event));
    }, program);
    const native = await nativeTrace(program);
    assert.equal(trace.length, native.length, name);
    const differs = native.findIndex((event, step) => event !== trace[step]);
    assert.equal(differs, -1, `${name}, step ${differs}: ${native[differs]} and ${trace[differs]}`);
  }
});

async function nativeTrace(program) {
  // Tracebacks name the file: it is called as in the page.
  const folder = await mkdtemp(join(tmpdir(), "switchboard-"));
  await writeFile(join(folder, "program.py"), program);
  const options = { cwd: folder, maxBuffer: 1 << 30 };
  const run = promisify(execFile)(COMMAND, ["trace", "program.py", "--format", "jsonl"], options);
  // A program that fails has a trace all the same.
  const { stdout } = await run.catch((failed) => failed);
  await rm(folder, { recursive: true });
  return stdout.trimEnd().split("\n").map((line) => JSON.stringify(JSON.parse(line)));
}
