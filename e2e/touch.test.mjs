// What fingers do.

import assert from "node:assert/strict";
import { onPage, panel, PHONE, runToEnd, shareBrowser } from "./browser.mjs";

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

onPage("a finger drags a step of the builder to where it belongs", async (page) => {
  await page.locator(".phone-tabs button").first().tap();
  const code = panel(page, "code");
  await code.getByRole("button", { name: "Build" }).tap();
  await code.getByRole("button", { name: "Begin a new one" }).tap();
  await code.getByRole("combobox", { name: "Next step" }).selectOption({ label: "print" });
  await code.getByRole("button", { name: "Add", exact: true }).tap();
  await code.locator(".step").nth(1).waitFor();
  const order = async () => (await page.evaluate(() => window.switchboard.program())).match(/print|sleep/g);
  const before = await order();
  const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2, id: 1 });
  const from = middle(await code.locator(".step .handle").nth(1).boundingBox());
  const to = middle(await code.locator(".step").first().boundingBox());
  const finger = await page.context().newCDPSession(page);
  const touch = (type, touchPoints) => finger.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [from]);
  for (let step = 1; step <= 8; step += 1) await touch("touchMove", [{ ...from, y: from.y + ((to.y - from.y) * step) / 8 }]);
  await touch("touchEnd", []);
  await page.waitForFunction((before) => window.switchboard.program().match(/print|sleep/g).join() !== before, before.join());
  assert.deepEqual(await order(), [...before].reverse());
}, TOUCH);
