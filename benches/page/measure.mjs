// Measures the built page in a headless Chromium and prints a line a measure: what, milliseconds, the bar, with tabs.
// Notes go to standard error. `--only NAME` measures that alone, `--profile NAME` writes Chromium's profile of it to
// NAME.cpuprofile too, and `--dist FOLDER` measures another build, such as one whose functions still have names.

import { readFile, writeFile } from "node:fs/promises";
import { board, openPage, playButton, run } from "../../e2e/browser.mjs";

/** A frame at 60 Hz, and a little more, since browsers round. */
const FRAME = 17;

const option = (name) => process.argv[process.argv.indexOf(name, 2) + 1 || process.argv.length];
const profiled = option("--profile");
const dist = option("--dist");
const only = option("--only") ?? profiled ?? "";

const program = (name) => readFile(new URL(`${name}.py`, import.meta.url), "utf8");

/** Runs in the page: the times between animation frames for so long, in milliseconds, in rising order. */
async function frames(duration) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [];
  let last = await frame();
  for (const end = last + duration; last < end; ) {
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times.sort((one, two) => one - two);
}

/** Runs in the page: notes how long it takes from each of these events to the end of the frame that follows it. */
function noteAnswers(type) {
  window.answers = [];
  addEventListener(
    type,
    (event) => {
      const afterFrame = new MessageChannel();
      afterFrame.port1.onmessage = () => window.answers.push(performance.now() - event.timeStamp);
      requestAnimationFrame(() => afterFrame.port2.postMessage(0));
    },
    { capture: true },
  );
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

function report(measure, milliseconds, bar) {
  console.log(`${measure}\t${milliseconds.toFixed(1)}\t${bar}`);
}

function reportFrames(measure, times) {
  const rate = 1000 / (times.reduce((sum, time) => sum + time, 0) / times.length);
  console.error(`${measure}: ${rate.toFixed(0)} frames a second, median ${at(times, 0.5).toFixed(1)} ms, longest ${at(times, 1).toFixed(1)} ms`);
  report(`${measure}: frame, 95th percentile`, at(times, 0.95), FRAME);
}

/** Presses a key some times, and reports the middle answer and the slowest but the last twentieth. */
async function reportAnswers(page, measure, press, count = 40) {
  await page.evaluate(() => (window.answers.length = 0));
  for (let number = 0; number < count; number += 1) {
    await press(number);
    await page.waitForFunction((wanted) => window.answers.length >= wanted, number + 1);
  }
  const answers = (await page.evaluate(() => window.answers)).sort((one, two) => one - two);
  console.error(`${measure}: median ${at(answers, 0.5).toFixed(1)} ms, slowest ${at(answers, 1).toFixed(1)} ms`);
  report(`${measure}, 95th percentile`, at(answers, 0.95), 50);
}

/** What the page's thread has computed so far, in milliseconds; other processes that are busy don't count. */
async function computed(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const kinds = { all: "TaskDuration", script: "ScriptDuration", style: "RecalcStyleDuration", layout: "LayoutDuration" };
  const value = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
  return Object.fromEntries(Object.entries(kinds).map(([kind, name]) => [kind, value(name)]));
}

/** Runs a program to its end without waiting for its sleeps; resolves to how many events there are. */
async function runToEnd(page, source) {
  await run(page, source);
  await page.waitForFunction(() => window.switchboard.board()?.end, undefined, { timeout: 120_000, polling: 500 });
  return (await board(page)).step;
}

/** Opens a page, measures on it, and closes it again. The browser keeps it for later visits only if `isKept`. */
async function measure(name, body, { isKept } = {}) {
  if (!name.includes(only)) return;
  const { page, problems, close } = await openPage({ dist, isKept });
  try {
    const devtools = await page.context().newCDPSession(page);
    let before;
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    const start = async () => {
      before = await computed(devtools);
      if (profiled === undefined) return;
      await devtools.send("Profiler.enable");
      await devtools.send("Profiler.setSamplingInterval", { interval: 500 });
      await devtools.send("Profiler.start");
    };
    const finish = async (count, unit) => {
      const after = await computed(devtools);
      const shares = Object.entries(after).map(([kind, time]) => `${kind} ${((time - before[kind]) / count).toFixed(2)}`);
      console.error(`${name}: milliseconds computed ${unit}: ${shares.join(", ")}`);
      before = after;
    };
    await body(page, { devtools, start, finish });
    if (profiled !== undefined) {
      const { profile } = await devtools.send("Profiler.stop");
      await writeFile(`${profiled}.cpuprofile`, JSON.stringify(profile));
    }
    problems.forEach((problem) => console.error(problem));
  } finally {
    await close();
  }
}

/** Runs in the page, before it starts: begins the program as soon as there is a button, and notes when it prints. */
function runAtOnce() {
  const look = () => {
    if (window.runningAt !== undefined) return;
    if (document.querySelector(".console-line")) {
      window.runningAt = performance.now();
    } else if (window.switchboard && !window.isRunAsked) {
      const button = document.querySelector(".transport .main");
      window.isRunAsked = button !== null;
      button?.click();
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** Opens the page five times; gives the middle times of its first paint and of when a program ran. */
async function visits(page) {
  await page.addInitScript(runAtOnce);
  const visits = [];
  for (let visit = 0; visit < 5; visit += 1) {
    await page.reload();
    await page.waitForFunction(() => window.runningAt !== undefined);
    visits.push(await page.evaluate(() => {
      const [painted] = performance.getEntriesByName("first-contentful-paint");
      return { painted: painted.startTime, running: window.runningAt };
    }));
  }
  const middle = (name) => at(visits.map((visit) => visit[name]).sort((one, two) => one - two), 0.5);
  return { painted: middle("painted"), running: middle("running") };
}

await measure("start", async (page, { devtools }) => {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  const { painted, running } = await visits(page);
  report("first paint, CPU throttled 4 times", painted, 500);
  report("navigation to a running program, CPU throttled 4 times", running, 1500);
});

await measure("again", async (page) => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  const { running } = await visits(page);
  report("second load, from what the browser keeps, to a running program", running, 500);
}, { isKept: true });

await measure("live", async (page, { start, finish }) => {
  await page.evaluate((text) => window.switchboard.load(text), await program("random_sleeps"));
  await start();
  const [times] = await Promise.all([page.evaluate(frames, 6_000), playButton(page).click()]);
  await finish(times.length, "a frame");
  console.error(`live run: ${(await board(page)).step} events in 6 s`);
  reportFrames("live run of 1,000 tasks that sleep at random", times);
});

await measure("steps", async (page, { start, finish }) => {
  await page.evaluate(noteAnswers, "keydown");
  const count = await runToEnd(page, await program("long_run"));
  const trace = `in a trace of ${count.toLocaleString("en")} events`;
  await page.evaluate((step) => window.switchboard.seek(step), count >> 1);
  await page.locator(".transport").click({ position: { x: 3, y: 3 } });
  await start();
  await reportAnswers(page, `step ${trace}`, () => page.keyboard.press("ArrowRight"));
  await reportAnswers(page, `step back ${trace}`, () => page.keyboard.press("ArrowLeft"));
  await finish(80, "a step");
  await page.locator(".seek").focus();
  const keys = ["PageDown", "PageUp", "Home", "PageDown", "End", "PageUp"];
  await reportAnswers(page, `seek ${trace}`, (number) => page.keyboard.press(keys[number % keys.length]));
  await finish(40, "a seek");
});

await measure("timeline", async (page, { start, finish }) => {
  const events = await runToEnd(page, await program("million_events"));
  const name = `timeline of ${events.toLocaleString("en")} events in 1,000 lanes`;
  const canvas = page.locator(".timeline-frame");
  const bounds = await canvas.boundingBox();
  await page.mouse.move(bounds.x + bounds.width * 0.6, bounds.y + bounds.height / 2);
  await page.waitForTimeout(500);
  await start();
  const gestures = async () => {
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, turn % 20 < 10 ? -60 : 60);
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(turn % 20 < 10 ? 40 : -40, 0);
    await page.keyboard.down("Shift");
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 60);
    await page.keyboard.up("Shift");
  };
  const [times] = await Promise.all([page.evaluate(frames, 4_000), gestures()]);
  await finish(times.length, "a frame");
  reportFrames(name, times);
});
