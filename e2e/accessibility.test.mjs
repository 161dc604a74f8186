// axe-core finds nothing to complain of, in any state of the page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { onPage, PHONE, playButton, ROOT, runToEnd, shareBrowser } from "./browser.mjs";

shareBrowser();

const AXE = await readFile(`${ROOT}node_modules/axe-core/axe.min.js`, "utf8");

async function expectNoViolation(page, state) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => window.axe.run());
  const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  assert.deepEqual(told, [], state);
}

for (const colorScheme of ["light", "dark"]) {
  onPage(`every state is accessible (${colorScheme})`, async (page) => {
    await expectNoViolation(page, "fresh");
    for (let press = 0; press < 6; press += 1) await page.keyboard.press("ArrowRight");
    await expectNoViolation(page, "stepping");
    await runToEnd(page);
    await expectNoViolation(page, "finished");
    for (const tab of ["Event loop", "Log", "Task"]) {
      await page.locator(".tabs:visible").getByRole("button", { name: tab, exact: true }).click();
      await expectNoViolation(page, tab);
    }
    await page.keyboard.press("?");
    await expectNoViolation(page, "keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await page.locator(".cm-content").waitFor();
    await expectNoViolation(page, "editor");
  }, { colorScheme });
}

for (const colorScheme of ["light", "dark"]) {
  onPage(`the gallery, sharing and predictions are accessible (${colorScheme})`, async (page) => {
    await page.getByRole("button", { name: "Gallery" }).click();
    await page.locator(".gallery .still").nth(5).waitFor();
    await expectNoViolation(page, "gallery");
    await page.locator('[data-scenario="call-center"]').click();
    await page.getByRole("heading", { name: "The call center" }).waitFor();
    await expectNoViolation(page, "notes");
    await page.locator(".transport .main").click();
    const card = page.locator(".told.on-desk .prompt-card");
    await card.getByText("In which order are these lines printed?").waitFor();
    await expectNoViolation(page, "question");
    for (const line of await card.locator(".answer.line").all()) await line.click();
    await card.getByRole("button", { name: "Check" }).click();
    await card.getByText("The order is:").waitFor();
    await expectNoViolation(page, "verdict");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await expectNoViolation(page, "share");
    await page.getByRole("button", { name: "QR code" }).click();
    await page.locator(".qr path").waitFor();
    await expectNoViolation(page, "QR code");
  }, { colorScheme });
}

const FAILING = `import asyncio

async def bad():
    await asyncio.sleep(0.1)
    raise ValueError("no luck")

async def main():
    await asyncio.gather(bad(), asyncio.sleep(1))

asyncio.run(main())
`;

for (const colorScheme of ["light", "dark"]) {
  onPage(`building, the legend, the table of lanes, failures and a room's view are accessible (${colorScheme})`, async (page) => {
    await page.getByRole("button", { name: "Build" }).click();
    await expectNoViolation(page, "refusal");
    await page.getByRole("button", { name: "Begin a new one" }).click();
    await page.getByRole("button", { name: "Add a coroutine" }).click();
    await page.locator(".coroutine-card").nth(1).waitFor();
    await expectNoViolation(page, "builder");
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: "What is what" }).click();
    await page.locator(".scene-legend").waitFor();
    await expectNoViolation(page, "legend");
    await page.evaluate((program) => window.switchboard.load(program), FAILING);
    await runToEnd(page);
    await expectNoViolation(page, "exception");
    await page.getByRole("button", { name: "As a table" }).click();
    await expectNoViolation(page, "table");
    await page.evaluate(() => window.switchboard.load("import asyncio\nasyncio.run(asyncio.Event().wait())\n"));
    await runToEnd(page);
    await expectNoViolation(page, "deadlock");
    await page.keyboard.press("p");
    await page.waitForFunction(() => document.querySelectorAll(".area").length === 2);
    await expectNoViolation(page, "large type");
  }, { colorScheme });
}

onPage("frames are accessible, small and large", async (page) => {
  const address = page.url();
  for (const [view, width, height] of [["scene", 320, 200], ["code,scene", 960, 540], ["timeline,queues", 800, 500], ["console,log", 480, 300]]) {
    await page.setViewportSize({ width, height });
    await page.goto(`${address}?embed=1&view=${view}`);
    await playButton(page).waitFor();
    await expectNoViolation(page, `${view}, fresh`);
    for (let press = 0; press < 9; press += 1) await page.keyboard.press("ArrowRight");
    await expectNoViolation(page, `${view}, stepping`);
  }
});

onPage("a phone is accessible, each of its panels", async (page) => {
  await expectNoViolation(page, "phone");
  await runToEnd(page);
  for (const tab of await page.locator(".phone-tabs button").all()) {
    await tab.click();
    await expectNoViolation(page, await tab.textContent());
  }
  // As beside the keyboard.
  await page.locator(".phone-tabs button").first().click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-content").waitFor();
  await page.setViewportSize({ width: PHONE.width, height: 400 });
  await expectNoViolation(page, "editor in a low window");
}, { viewport: PHONE });
