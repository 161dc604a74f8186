// The editor under a finger.

import assert from "node:assert/strict";
import { onPage, output, panel, PHONE, playButton, screenshot, shareBrowser, waitForOutput } from "./browser.mjs";

shareBrowser();

const TOUCH = { viewport: PHONE, hasTouch: true, isMobile: true };
const tool = (page, name) => panel(page, "code").getByRole("button", { name, exact: true });
const tab = (page, name) => page.locator(".phone-tabs").getByRole("button", { name, exact: true });
const typed = (page) => page.locator(".cm-content").innerText();

/** Whether all of it is in the window. */
async function expectInWindow(locator, what) {
  const box = await locator.boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= PHONE.width && box.y >= 0 && box.y + box.height <= PHONE.height, `${what}: ${JSON.stringify(box)}`);
}

async function openEditor(page) {
  await tab(page, "Program").tap();
  await tool(page, "Edit").tap();
  await page.locator(".cm-content").tap();
}

onPage("on a phone a program is written with completion and lint marks, and run", async (page) => {
  await openEditor(page);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("import asyncio\nasync def main():\nawait asyncio.sle");
  const choice = page.locator(".cm-tooltip-autocomplete li", { hasText: "sleep" }).first();
  await choice.waitFor();
  await expectInWindow(page.locator(".cm-tooltip-autocomplete"), "the choices");
  assert.ok((await choice.boundingBox()).height >= 36, "a finger meets it");
  await screenshot(page, "editor-phone");
  await choice.tap();
  assert.match(await typed(page), /asyncio\.sleep/);
  await page.keyboard.type("(0.1) +\n");
  const mark = page.locator(".cm-lint-marker-error").first();
  await mark.waitFor();
  await mark.tap();
  await page.locator(".cm-tooltip-lint").first().waitFor();
  await expectInWindow(page.locator(".cm-tooltip-lint").first(), "what is wrong");
  await page.locator(".cm-content").tap();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("import asyncio\n\nasync def main():\n    await asyncio.sleep(0.1)\n    print('by hand')\n\nasyncio.run(main())\n");
  await page.waitForFunction(() => !document.querySelector(".cm-lint-marker-error"));
  await tool(page, "Done").tap();
  await playButton(page).tap();
  await tab(page, "Output").tap();
  await waitForOutput(page, "by hand");
  assert.deepEqual(await output(page), ["by hand"]);
}, TOUCH);

onPage("on a phone what was typed is undone and done again", async (page) => {
  await openEditor(page);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# a note");
  await page.keyboard.press("Control+z");
  assert.doesNotMatch(await typed(page), /a note/);
  await page.keyboard.press("Control+y");
  assert.match(await typed(page), /a note/);
}, TOUCH);

onPage("on a phone letters that are typed are so large that the browser need not enlarge them", async (page) => {
  await openEditor(page);
  const size = await page.locator(".cm-content").evaluate((content) => parseFloat(getComputedStyle(content).fontSize));
  assert.ok(size >= 16, `${size} px`);
}, TOUCH);

onPage("beside the keyboard of a phone there is room for the program, with the line that is typed in it", async (page) => {
  await openEditor(page);
  await page.keyboard.press("Control+End");
  const withKeyboard = { width: PHONE.width, height: 400 };
  await page.setViewportSize(withKeyboard);
  await page.keyboard.type("# typed");
  const isWhole = () => page.locator(".cm-line").evaluateAll((lines, { height }) => {
    const boxes = lines.map((line) => line.getBoundingClientRect());
    const seen = boxes.filter(({ top, bottom }) => top >= 0 && bottom <= height);
    return seen.length >= 10 && seen.includes(boxes.at(-1));
  }, withKeyboard);
  for (let tries = 0; tries < 20 && !(await isWhole()); tries += 1) await page.waitForTimeout(50);
  assert.ok(await isWhole());
  await tool(page, "Done").tap();
  await playButton(page).waitFor();
  const outside = await page.locator(".site, .transport").evaluateAll((bars, { width, height }) => bars
    .flatMap((bar) => [...bar.querySelectorAll("button, select, .seek")])
    .map((control) => [control.outerHTML.slice(0, 60), control.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.right > width || box.bottom > height)), withKeyboard);
  assert.deepEqual(outside, []);
}, TOUCH);

onPage("the editor has the listing's colours, indents what follows a colon, and was fetched before it is asked for", async (page) => {
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("editor.js")));
  await tool(page, "Edit").click();
  const content = page.locator(".cm-content");
  const colour = (within, kind) => page.locator(`${within} .syntax-${kind}`).first().evaluate((part) => getComputedStyle(part).color);
  await content.locator(".syntax-word").first().waitFor();
  const word = await colour(".cm-content", "word");
  assert.notEqual(word, await content.evaluate((text) => getComputedStyle(text).color));
  await content.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("async def main():\nawait asyncio.sleep(1)\nreturn 1");
  assert.equal(await typed(page), "async def main():\n    await asyncio.sleep(1)\n    return 1");
  await tool(page, "Done").click();
  await panel(page, "code").locator(".listing .syntax-word").first().waitFor();
  assert.equal(await colour(".listing", "word"), word);
});
