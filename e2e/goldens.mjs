// Conformance programs whose output the page can be held against.

import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const SUITE = fileURLToPath(new URL("../tests/conformance/", import.meta.url));

/** The page runs in step with the wall clock: longer programs than this would hold up the tests, in seconds. */
const LONGEST = 0.3;

/**
 * Programs from all over the suite, always the same ones: `{ name, source, text }`, the latter being what CPython
 * printed, without white space at its end.
 */
export async function sampleOfGoldens(count) {
  const open = await differing();
  const fitting = [];
  for (const name of await names()) {
    const golden = JSON.parse(await readFile(`${SUITE}${name}.golden.json`, "utf8"));
    const text = golden.output.map((line) => line.text).join("\n").trimEnd();
    const source = await readFile(`${SUITE}${name}.py`, "utf8");
    if (isFit(golden, text) && !asksTheClock(source) && !open.has(name)) {
      fitting.push({ name, text, source });
    }
  }
  const step = Math.max(1, Math.floor(fitting.length / count));
  return fitting.filter((_, index) => index % step === 0).slice(0, count);
}

/** All programs that have a golden, as `topic/name`. */
async function names() {
  const topics = (await readdir(SUITE, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const files = await Promise.all(
    topics.map(async ({ name }) => (await readdir(SUITE + name)).map((file) => `${name}/${file}`)),
  );
  const goldens = files.flat().filter((file) => file.endsWith(".golden.json"));
  return goldens.map((file) => file.replace(".golden.json", "")).sort();
}

/** A short program that ends well and prints something to stdout that does not depend on its file's name. */
function isFit({ output, exit, elapsed }, text) {
  const isOnStdout = output.every((line) => line.stream === "stdout");
  return exit.ok && elapsed <= LONGEST && isOnStdout && text !== "" && !text.includes(".py");
}

/** Instructions take time on the page and none in the goldens, which shows where times are printed to the last digit. */
function asksTheClock(source) {
  return /\btime\(|perf_counter|monotonic/.test(source);
}

/** The programs that may differ from CPython, by design or until they are mended. */
async function differing() {
  const lists = await Promise.all(["OPEN.md", "KNOWN_DIFFERENCES.md"].map((list) =>
    readFile(`${SUITE}${list}`, "utf8").catch(() => "")));
  return new Set(lists.flatMap((list) => [...list.matchAll(/^- `(.*?)`/gm)].map(([, name]) => name)));
}
