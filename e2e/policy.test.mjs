// The page's Content-Security-Policy: it is there, it keeps out what it should, and nothing of the page runs against it.

import assert from "node:assert/strict";
import { onPage, playButton, quiet, runToEnd, shareBrowser } from "./browser.mjs";

shareBrowser();

/** Runs in each frame, before it starts: notes what was against the policy. */
function noteViolations() {
  window.violations = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.violations.push(`${violatedDirective}: ${blockedURI}`));
}

const violations = (page) => page.evaluate(() => window.violations);

onPage("nothing that the page does is against its policy", async (page, context) => {
  await context.addInitScript(noteViolations);
  // What the page fetches when it has time is not to be broken off.
  await quiet(page);
  await page.reload();
  await playButton(page).waitFor();
  await runToEnd(page);
  for (const key of ["ArrowLeft", "?", "Escape", "e"]) await page.keyboard.press(key);
  await page.locator(".cm-content").fill("import statistics\nprint(statistics.median([1]))\n");
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.switchboard.run());
  await page.waitForFunction(() => window.switchboard.state().finished);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("dialog").getByRole("textbox").first().waitFor();
  assert.deepEqual(await violations(page), []);
  await quiet(page);
  await page.goto(`${page.url().split(/[?#]/)[0]}?embed=1&view=scene,code,queues,timeline,console,log&lang=de&scale=1.5`);
  await playButton(page).waitFor();
  await page.evaluate(() => window.switchboard.run());
  await page.waitForFunction(() => window.switchboard.state().finished);
  assert.deepEqual(await violations(page), []);
});

onPage("scripts in the page itself, from elsewhere and from text are refused", async (page, context) => {
  await context.addInitScript(noteViolations);
  // What the page fetches when it has time is not to be broken off.
  await quiet(page);
  await page.reload();
  await playButton(page).waitFor();
  const made = await page.evaluate(async () => {
    const add = (fill) => {
      const script = document.createElement("script");
      fill(script);
      document.head.append(script);
    };
    add((script) => (script.textContent = "window.made = 'inline'"));
    add((script) => (script.src = "https://elsewhere.example/script.js"));
    await fetch("https://elsewhere.example/").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    return window.made;
  });
  assert.equal(made, undefined);
  const found = (await violations(page)).map((text) => text.split(":")[0]);
  assert.deepEqual(found.sort(), ["connect-src", "script-src-elem", "script-src-elem"]);
}, { meant: /Content Security Policy|elsewhere\.example/ });
