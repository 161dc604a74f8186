// Runs typical programs on the page in the given folder, whose functions leave marks, and prints the marks.

import { readFile, readdir } from "node:fs/promises";
import { openPage } from "../../e2e/browser.mjs";
import { run, runButton } from "../../e2e/program.mjs";

const PROGRAMS = new URL("./programs/", import.meta.url);

/** The first line of a program says what the page shows in the end. */
const END = /^# Ends with: (.*)$/m;

/** Runs in the page, before it starts: keeps the exports of its wasm, which Trunk's loader hands out. */
function keepExports() {
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

const { page, close } = await openPage({
  dist: process.argv[2],
  prepare: (page) => page.addInitScript(keepExports),
});
try {
  await runButton(page).click();
  await page.locator("main").filter({ hasText: "['long', 'short', 'middle']" }).waitFor();
  for (const name of (await readdir(PROGRAMS)).sort()) {
    const source = await readFile(new URL(name, PROGRAMS), "utf8");
    await run(page, source);
    await page.locator("main").filter({ hasText: END.exec(source)[1] }).waitFor();
  }
  // The page is drawn once more after the last program has ended.
  await page.waitForTimeout(200);
  console.log((await page.evaluate(marks)).join("\n"));
} finally {
  await close();
}
