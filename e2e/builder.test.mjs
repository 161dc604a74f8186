// Programs built by clicking.

import assert from "node:assert/strict";
import { board, onPage, output, panel, playButton, runToEnd, screenshot, shareBrowser, waitForOutput } from "./browser.mjs";

shareBrowser();

const build = (page) => panel(page, "code").getByRole("button", { name: "Build" }).click();
const done = (page) => panel(page, "code").getByRole("button", { name: "Done" }).click();
const listing = async (page) => (await panel(page, "code").locator(".code-line .text").allTextContents()).join("\n");

onPage("a program is built by clicking, runs, and can be opened again", async (page) => {
  await build(page);
  await panel(page, "code").getByText("line 3").waitFor();
  await panel(page, "code").getByRole("button", { name: "Begin a new one" }).click();
  await panel(page, "code").getByRole("button", { name: "Add a coroutine" }).click();
  await screenshot(page, "builder");
  await done(page);
  const built = await listing(page);
  assert.match(built, /async def work/);
  assert.match(built, /asyncio\.gather/);
  await runToEnd(page);
  assert.equal((await board(page)).end, "finished");
  assert.ok((await board(page)).t >= 1e9);
  await build(page);
  assert.equal(await panel(page, "code").locator(".coroutine-card").count(), 2);
});

onPage("a name that can't be one stays in its field beside the reason, until it is mended", async (page) => {
  await build(page);
  await panel(page, "code").getByRole("button", { name: "Begin a new one" }).click();
  const name = panel(page, "code").locator(".coroutine-card .card-head input").first();
  await name.fill("two words");
  await name.press("Enter");
  await panel(page, "code").getByRole("alert").waitFor();
  assert.equal(await name.inputValue(), "two words");
  assert.deepEqual(await names(page), ["work"]);
  await name.fill("two_words");
  await name.press("Enter");
  await page.waitForFunction(() => document.querySelector('[data-coroutine="two_words"]'));
  assert.equal(await panel(page, "code").getByRole("alert").count(), 0);
  assert.equal(await name.inputValue(), "two_words");
});

const names = (page) => panel(page, "code").locator(".coroutine-card").evaluateAll((cards) => cards.map((card) => card.dataset.coroutine));
const cardHandle = (page, name) => panel(page, "code").locator(`[data-coroutine="${name}"] .card-head .handle`);

onPage("whole coroutines are moved by keyboard and by dragging, and so is the program", async (page) => {
  await build(page);
  await panel(page, "code").getByRole("button", { name: "Begin a new one" }).click();
  await panel(page, "code").getByRole("button", { name: "Add a coroutine" }).click();
  await panel(page, "code").getByRole("button", { name: "Add a coroutine" }).click();
  assert.deepEqual(await names(page), ["work", "work_2", "work_3"]);

  await cardHandle(page, "work_3").focus();
  await page.keyboard.press("ArrowUp");
  assert.deepEqual(await names(page), ["work", "work_3", "work_2"]);
  // The focus goes along, and beyond the first place there is none.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowUp");
  assert.deepEqual(await names(page), ["work_3", "work", "work_2"]);

  await page.setViewportSize({ width: 1440, height: 1600 });
  const from = await cardHandle(page, "work_3").boundingBox();
  const to = await cardHandle(page, "work").boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 10, { steps: 5 });
  assert.equal(await panel(page, "code").locator("[data-target]").count(), 1);
  await page.mouse.up();
  assert.deepEqual(await names(page), ["work", "work_3", "work_2"]);
  assert.equal(await panel(page, "code").locator("[data-target]").count(), 0);

  // A step goes into another coroutine in the same way.
  const step = await panel(page, "code").locator('[data-coroutine="work"] .step .handle').boundingBox();
  await page.mouse.move(step.x + step.width / 2, step.y + step.height / 2);
  await page.mouse.down();
  const other = await panel(page, "code").locator('[data-coroutine="work_3"] .step').boundingBox();
  await page.mouse.move(other.x + 40, other.y + 10, { steps: 5 });
  await page.mouse.up();
  assert.equal(await panel(page, "code").locator('[data-coroutine="work_3"] .step').count(), 2);
  await done(page);
  assert.match(await listing(page), /def work\(.*def work_3\(.*def work_2\(/s);
});

onPage("the builder scrolls", async (page) => {
  await build(page);
  await panel(page, "code").getByRole("button", { name: "Begin a new one" }).click();
  const add = panel(page, "code").getByRole("button", { name: "Add a coroutine" });
  for (let click = 0; click < 4; click += 1) await add.click();
  const place = await panel(page, "code").boundingBox();
  await page.mouse.move(place.x + 20, place.y + 200);
  for (const [wheel, name] of [[-5000, "work"], [5000, "work_5"]]) {
    await page.mouse.wheel(0, wheel);
    await page.waitForFunction((name) => {
      const card = document.querySelector(`[data-coroutine="${name}"]`).getBoundingClientRect();
      const panel = document.querySelector('[data-panel="code"]').getBoundingClientRect();
      return card.top < panel.bottom && card.bottom > panel.top;
    }, name);
  }
});

onPage("a program beyond the builder's forms stays as it is", async (page) => {
  const before = await listing(page);
  await build(page);
  await panel(page, "code").getByText("Your program stays as it is.").waitFor();
  await done(page);
  assert.equal(await listing(page), before);
  await playButton(page).click();
  await waitForOutput(page, "start 1");
  assert.deepEqual((await output(page)).slice(0, 1), ["start 1"]);
});

onPage("a step stands in one row, with what moves and removes it", async (page) => {
  await build(page);
  await panel(page, "code").getByRole("button", { name: "Begin a new one" }).click();
  // The gallery's cards have rules of their own.
  await page.waitForFunction(() => getComputedStyle(document.querySelector(".step")).display === "flex");
  const step = panel(page, "code").locator(".step").first();
  const middles = await step.locator(":scope > *").evaluateAll((parts) => parts.map((part) => {
    const box = part.getBoundingClientRect();
    return (box.top + box.bottom) / 2;
  }));
  assert.ok(Math.max(...middles) - Math.min(...middles) < 4, middles.join(" "));
});

onPage("each kind of step can be added, the program that it writes runs, and what is edited within its forms opens again", async (page) => {
  const code = panel(page, "code");
  await build(page);
  await code.getByRole("button", { name: "Begin a new one" }).click();
  await code.getByRole("button", { name: "Add a coroutine" }).click();
  const card = code.locator('[data-coroutine="work"]');
  const kinds = await card.getByRole("combobox", { name: "Next step" }).locator("option").allTextContents();
  assert.ok(kinds.length >= 11, kinds.join());
  for (const kind of kinds) {
    await card.getByRole("combobox", { name: "Next step" }).selectOption({ label: kind });
    await card.getByRole("button", { name: "Add", exact: true }).click();
  }
  assert.equal(await card.locator(".step").count(), 1 + kinds.length);
  await code.getByText("in a task group").click();
  await done(page);
  const built = await listing(page);
  for (const part of [/async def work/, /asyncio\.sleep\(/, /time\.sleep\(/, /\.acquire\(\)|async with/, /\.put\(/, /\.get\(/, /create_task\(/, /print\(/, /TaskGroup/]) assert.match(built, part);
  await page.evaluate((text) => window.switchboard.load(text), built.replace(/asyncio\.sleep\(1\)/, "asyncio.sleep(2)"));
  await build(page);
  assert.equal(await card.locator(".step").first().locator("input").inputValue(), "2");
  await done(page);
  await runToEnd(page);
  assert.ok((await board(page)).step > 10);
});
