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

onPage("longer programs have the same events in the browser as natively", (page) => compareTraces(page, untimed));

onPage(
  "longer programs have the same times in the browser as natively, to the nanosecond",
  (page) => compareTraces(page, (event) => event),
  { todo: "importing a library module counts nine instructions more on a machine of 64 bits than in wasm" },
);

/** An event without its moments, which have a test of their own. */
function untimed({ t, due, until, instruction, from, text, ...event }) {
  return event;
}

async function compareTraces(page, seen) {
  await page.getByLabel("Speed").selectOption("instant");
  for (const name of names) {
    const program = await readFile(PROGRAMS + name, "utf8");
    const trace = await page.evaluate(async (source) => {
      window.switchboard.load(source);
      window.switchboard.run();
      while (!window.switchboard.board()?.end) await new Promise((resolve) => setTimeout(resolve, 5));
      return window.switchboard.trace();
    }, program);
    const here = trace.map((event) => JSON.stringify(seen(event)));
    const native = (await nativeTrace(program)).map((event) => JSON.stringify(seen(event)));
    assert.equal(here.length, native.length, name);
    const differs = native.findIndex((event, step) => event !== here[step]);
    assert.equal(differs, -1, `${name}, step ${differs}: ${native[differs]} and ${here[differs]}`);
  }
}

async function nativeTrace(program) {
  // Tracebacks name the file: it is called as in the page.
  const folder = await mkdtemp(join(tmpdir(), "switchboard-"));
  await writeFile(join(folder, "program.py"), program);
  const options = { cwd: folder, maxBuffer: 1 << 30 };
  const run = promisify(execFile)(COMMAND, ["trace", "program.py", "--format", "jsonl"], options);
  // A program that fails has a trace all the same.
  const { stdout } = await run.catch((failed) => failed);
  await rm(folder, { recursive: true });
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}
