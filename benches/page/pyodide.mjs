// Runs the same programs on the built page and in Pyodide, CPython in WebAssembly, in one headless Chromium, and prints
// a line a program: what, our milliseconds, Pyodide's, the bar for the ratio, with tabs. Ours records its trace, and the
// page shows it.

import { fileURLToPath } from "node:url";
import { openPage, run } from "../../e2e/browser.mjs";
import { serve } from "../../e2e/server.mjs";

const ROUNDS = 3;

const SWITCHES = `\
import asyncio

async def worker():
    for _ in range(1000):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*(worker() for _ in range(100)))

asyncio.run(main())
`;

const LOOPS = `\
total = 0
for number in range(2_000_000):
    if number % 3:
        total += number & 7
print(total)
`;

/** Runs in the page: how long a program takes that has just been started, to the frame that finds it at its end. */
async function untilEnd() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (!window.switchboard.board()?.end) await frame();
  return performance.now() - window.startedAt;
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
  const peer = await page.context().browser().newPage();
  await peer.goto(`${pyodideFiles.url}package.json`);
  await peer.evaluate(async () => {
    const { loadPyodide } = await import(new URL("pyodide.mjs", location.href));
    window.pyodide = await loadPyodide();
  });
  const programs = [
    ["engine in Chromium against Pyodide: 100,000 switches", SWITCHES, 20],
    ["engine in Chromium against Pyodide: plain loops", LOOPS, 2],
  ];
  for (const [measure, source, bar] of programs) {
    const ours = [];
    const theirs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.bringToFront();
      ours.push(await onSwitchboard(page, source));
      await peer.bringToFront();
      theirs.push(await onPyodide(peer, source));
    }
    console.log([measure, middle(ours).toFixed(1), middle(theirs).toFixed(1), bar].join("\t"));
  }
  problems.forEach((problem) => console.error(problem));
} finally {
  await close();
  await pyodideFiles.close();
}
