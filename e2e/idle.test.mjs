// Where nothing plays, nothing runs: many players on one page leave the computer alone.

import assert from "node:assert/strict";
import { onPage, quiet, screenshot, shareBrowser } from "./browser.mjs";

shareBrowser();

/** The events of Chromium's own trace that mean that a page is at work. */
const WORK = ["FireAnimationFrame", "RequestAnimationFrame", "TimerFire", "TimerInstall", "FireIdleCallback", "FunctionCall", "UpdateLayoutTree", "Layout"];

/** What all pages of the browser do in so many milliseconds, as a count a kind of work. */
async function workDuring(page, milliseconds) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  await page.waitForTimeout(milliseconds);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const counts = {};
  for (const { name } of traceEvents) if (WORK.includes(name)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

onPage("ten players at rest set no timer, ask for no frame and draw nothing", async (page) => {
  const origin = page.url();
  await page.route("**/ten.html", (route) => {
    const views = ["scene", "code", "queues", "timeline", "console"];
    const players = Array.from({ length: 10 }, (_, n) => `<switchboard-player height="240" view="${views[n % 5]}"></switchboard-player>`);
    const style = "<style>main { display: grid; grid-template-columns: repeat(4, 1fr) }</style>";
    return route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Ten</title><link rel="icon" href="data:,"><script type="module" src="player.js"></script>${style}<main>${players.join("")}</main>` });
  });
  await quiet(page);
  await page.goto(`${origin}ten.html`);
  await page.waitForFunction(() => {
    const players = Array.from(document.querySelectorAll("switchboard-player"));
    return players.length === 10 && players.every(({ state }) => state);
  });
  // Fresh, in the middle with timers that wait, over, and paused while it played.
  await page.evaluate(() => {
    const players = document.querySelectorAll("switchboard-player");
    players.forEach((player, n) => n > 0 && player.seek([30, 1e6][n % 2]));
    [5, 6].forEach((n) => players[n].run());
  });
  await page.waitForFunction(() => Array.from(document.querySelectorAll("switchboard-player")).slice(7).every(({ state }) => state.step > 0));
  await page.evaluate(() => document.querySelectorAll("switchboard-player").forEach((player) => player.pause()));
  await quiet(page);
  await page.waitForTimeout(1500);
  await screenshot(page, "ten-players");
  assert.deepEqual(await workDuring(page, 2000), {});
  // The same eyes see one that plays.
  await page.evaluate(() => {
    const [first] = document.querySelectorAll("switchboard-player");
    first.run();
  });
  const { FireAnimationFrame } = await workDuring(page, 1000);
  assert.ok(FireAnimationFrame > 10, `${FireAnimationFrame} frames`);
});
