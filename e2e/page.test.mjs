// The page, as a person meets it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, screenshot } from "./browser.mjs";
import { events, output, run, runButton, waitForOutput } from "./program.mjs";

/** Opens the page, lets `body` use it, and closes it; any problem that the browser saw fails the test. */
function onPage(name, body) {
  test(name, async () => {
    const { page, problems, close } = await openPage();
    try {
      await body(page);
      assert.deepEqual(problems, []);
    } finally {
      await close();
    }
  });
}

onPage("three gathered sleeps run in the order of their deadlines, in real time", async (page) => {
  const started = Date.now();
  await runButton(page).click();
  await waitForOutput(page, "['long', 'short', 'middle']");
  const elapsed = Date.now() - started;
  assert.equal(
    await output(page).textContent(),
    "long begins\nshort begins\nmiddle begins\nshort ends\nmiddle ends\nlong ends\n['long', 'short', 'middle']\n",
  );
  const fired = (await events(page).allTextContents()).filter((text) => text.includes("TimerFired"));
  assert.deepEqual(fired.map((text) => text.split(" ")[0]), ["0.100", "0.200", "0.300"]);
  assert.ok(elapsed >= 290, `0.3 s of sleep took ${elapsed} ms`);
  await screenshot(page, "three-sleeps");
});

onPage("an endless loop leaves the page usable, and another run ends it", async (page) => {
  await run(page, "while True:\n    pass\n");
  const longest = await page.evaluate(longestPauseBetweenFrames, 600);
  assert.ok(longest < 100, `the page stood still for ${longest} ms`);
  await run(page, "print('still here')\n");
  await waitForOutput(page, "still here");
  assert.equal(await output(page).textContent(), "still here\n");
});

onPage("a program that prints for ever shows the end of what it printed", async (page) => {
  await run(page, "n = 0\nwhile True:\n    n += 1\n    print(n)\n");
  await waitForOutput(page, "5000");
  assert.ok((await events(page).count()) <= 1000);
  await run(page, "print('over')\n");
  await waitForOutput(page, "over");
});

onPage("a syntax error is told with its line", async (page) => {
  await run(page, "print('fine')\ndef f(:\n    pass\n");
  await page.getByRole("status").getByText(/^2:/).waitFor();
  await screenshot(page, "syntax-error");
});

onPage("an exception ends the program with its traceback", async (page) => {
  await run(page, "def f():\n    return 1 / 0\n\nf()\n");
  await waitForOutput(page, "ZeroDivisionError: division by zero");
  assert.match(await output(page).textContent(), /^Traceback \(most recent call last\):\n/);
});

/** Runs in the page: the longest time between two animation frames, in milliseconds. */
async function longestPauseBetweenFrames(duration) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let last = await frame();
  let longest = 0;
  for (const end = last + duration; last < end; ) {
    const now = await frame();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}
