// Runs the first program on the page in the given folder, whose functions leave marks, and prints the marks.

import { openPage, playButton, waitForOutput } from "../../e2e/browser.mjs";

/**
 * Runs in the page, before it starts: keeps the exports of its wasm, which Trunk's loader hands out. The browser never
 * becomes idle: what waits for that does not belong to the first program.
 */
function keepExports() {
  window.requestIdleCallback = () => 0;
  addEventListener("TrunkApplicationStarted", (started) => {
    window.startedWasm = started.detail.wasm;
  });
}

/** Runs in the page: the names of the functions' marks that are set. */
function marks() {
  const isSet = (mark) => mark instanceof WebAssembly.Global && mark.value === 1;
  const set = Object.entries(window.startedWasm).filter(([, mark]) => isSet(mark));
  return set.map(([name]) => name);
}

/** The names of the marks that were set on any visit. */
const called = new Set();

const { page, close } = await openPage({
  dist: process.argv[2],
  prepare: (page) => page.addInitScript(keepExports),
});
try {
  const devtools = await page.context().newCDPSession(page);
  // What happens between two frames differs from visit to visit: several meet more of it, at several rates, on a fast
  // machine and on a slow one.
  for (const [rate, slowness] of [["1×", 1], ["0.5×", 1], ["2×", 1], ["5×", 1], ["1×", 4], ["5×", 8], ["1×", 2], ["1×", 1]]) {
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    await page.getByLabel("Speed").selectOption(rate);
    await playButton(page).click();
    await waitForOutput(page, "47826");
    (await page.evaluate(marks)).forEach((name) => called.add(name));
    await page.reload();
    await playButton(page).waitFor();
  }
  await playButton(page).click();
  await waitForOutput(page, "47826");
  // The page is drawn once more after the last program has ended.
  await page.waitForTimeout(200);
  (await page.evaluate(marks)).forEach((name) => called.add(name));
  console.log([...called].join("\n"));
} finally {
  await close();
}
