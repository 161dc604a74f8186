// Runs the same programs in our engine alone, on the built page and in Pyodide, CPython in WebAssembly, in one headless
// Chromium, and prints two lines a program: what, our milliseconds, Pyodide's, the bar for the ratio, with tabs. Ours
// records its trace, which the page shows while it runs. The arguments are our engine's wasm with each of the programs.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { openPage, run } from "../../e2e/browser.mjs";
import { serve } from "../../e2e/server.mjs";

/**
 * Browsers compile what runs often once more, and better, on the side: the first five or six rounds of ours run what is
 * there at first. The middle of so many is of what is there then, on both sides.
 */
const ROUNDS = 15;

const PROGRAMS = {
  switches: { what: "100,000 switches", bar: 20, barOfPage: 5 },
  loops: { what: "plain loops", bar: 2, barOfPage: 1 },
};

/** Runs in the page: how long a program takes that has just been started, until the page shows that it has ended. */
async function untilEnd() {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 8));
  while (!window.switchboard.board()?.end) await pause();
  return performance.now() - window.startedAt;
}

/** Has the page compile a wasm, whose `main` is a run. */
function compile(page, base64) {
  return page.evaluate(async (text) => {
    window.engine = await WebAssembly.compile(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)));
  }, base64);
}

/** Runs in the page: how long the program takes in an engine of its own. */
async function runAlone() {
  const { exports } = await WebAssembly.instantiate(window.engine, {});
  const start = performance.now();
  exports.main(0, 0);
  return performance.now() - start;
}

async function onSwitchboard(page, source) {
  await run(page, "pass");
  await page.waitForFunction(() => window.switchboard.board()?.end);
  await page.evaluate((text) => {
    window.switchboard.load(text);
    window.startedAt = performance.now();
    window.switchboard.run();
  }, source);
  return page.evaluate(untilEnd);
}

/** Pyodide's loop runs already, so a program awaits its main coroutine. */
function onPyodide(page, source) {
  return page.evaluate(async (text) => {
    const start = performance.now();
    await window.pyodide.runPythonAsync(text);
    return performance.now() - start;
  }, source.replace("asyncio.run(main())", "await main()"));
}

const middle = (times) => times.sort((one, two) => one - two)[times.length >> 1];

const pyodideFiles = await serve(fileURLToPath(new URL("../../node_modules/pyodide/", import.meta.url)));
const { page, problems, close } = await openPage();
try {
  // The engine and Pyodide have a bare page each, so that neither shares its thread with anything that draws.
  const [engine, peer] = [await page.context().browser().newPage(), await page.context().browser().newPage()];
  await engine.goto(`${pyodideFiles.url}package.json`);
  await peer.goto(`${pyodideFiles.url}package.json`);
  await peer.evaluate(async () => {
    const { loadPyodide } = await import(new URL("pyodide.mjs", location.href));
    window.pyodide = await loadPyodide();
  });
  for (const path of process.argv.slice(2)) {
    const name = basename(path).split(".")[0];
    const { what, bar, barOfPage } = PROGRAMS[name];
    const source = await readFile(new URL(`${name}.py`, import.meta.url), "utf8");
    await compile(engine, await readFile(path, "base64"));
    const [alone, shown, theirs] = [[], [], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      await engine.bringToFront();
      alone.push(await engine.evaluate(runAlone));
      await page.bringToFront();
      shown.push(await onSwitchboard(page, source));
      await peer.bringToFront();
      theirs.push(await onPyodide(peer, source));
    }
    const report = (measure, times, bar) =>
      console.log([measure, middle(times).toFixed(1), middle(theirs).toFixed(1), bar].join("\t"));
    report(`engine in Chromium against Pyodide: ${what}`, alone, bar);
    report(`the page, drawing all the while, against Pyodide: ${what}`, shown, barOfPage);
  }
  problems.forEach((problem) => console.error(problem));
} finally {
  await close();
  await pyodideFiles.close();
}
