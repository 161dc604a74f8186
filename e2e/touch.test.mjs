// What fingers do.

import assert from "node:assert/strict";
import { onPage, PHONE, runToEnd, shareBrowser } from "./browser.mjs";

shareBrowser();

const TOUCH = { viewport: PHONE, hasTouch: true, isMobile: true };

/** Two fingers on a level line that move apart, or together. */
async function pinch(page, { x, y }, from, to) {
  const fingers = await page.context().newCDPSession(page);
  const touch = (type, touchPoints) => fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
  const at = (apart) => [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }];
  await touch("touchStart", at(from));
  for (let step = 1; step <= 8; step += 1) await touch("touchMove", at(from + ((to - from) * step) / 8));
  await touch("touchEnd", []);
}

onPage("two fingers zoom the timeline, and zoom it out again", async (page) => {
  await page.locator(".phone-tabs button").nth(3).tap();
  await runToEnd(page);
  const canvas = page.locator(".timeline-frame canvas");
  const picture = () => canvas.evaluate((canvas) => canvas.toDataURL());
  const changes = (before) =>
    page.waitForFunction((before) => document.querySelector(".timeline-frame canvas").toDataURL() !== before, before);
  const box = await canvas.boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + 60 };
  const whole = await picture();
  await pinch(page, middle, 20, 120);
  await changes(whole);
  const zoomed = await picture();
  await pinch(page, middle, 140, 15);
  await changes(zoomed);
  assert.equal(await picture(), whole);
}, TOUCH);

onPage("a finger on the seek bar leads to where it lies", async (page) => {
  await runToEnd(page);
  const bar = await page.locator(".seek").boundingBox();
  await page.touchscreen.tap(bar.x + bar.width / 2, bar.y + bar.height / 2);
  const { step, steps } = await page.evaluate(() => window.switchboard.state());
  assert.ok(step > 0.4 * steps && step < 0.6 * steps, `${step} of ${steps}`);
}, TOUCH);
