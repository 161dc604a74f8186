// When the page itself fails, or the browser refuses it something: said in words, and nothing is lost.

import assert from "node:assert/strict";
import { onPage, panel, playButton, runToEnd, shareBrowser, waitForOutput } from "./browser.mjs";

shareBrowser();

const KEPT = "print('mine')\n";

/** Lets the page fail where it draws, and gives what it then says. */
async function failed(page) {
  await page.evaluate(() => {
    CanvasRenderingContext2D.prototype.fillRect = () => {
      throw new Error("sabotage");
    };
  });
  await playButton(page).click();
  // What was broken off in the middle is found out when it is to go on.
  const crash = page.getByRole("alertdialog");
  await page.mouse.move(900, 700);
  await page.mouse.move(960, 720);
  await crash.waitFor();
  return crash;
}

onPage("a failure of the page itself is told, with a report to copy, and the program is there after a reload", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const crash = await failed(page);
  assert.match(await crash.locator("h2").textContent(), /stumbled/);
  await crash.getByRole("button", { name: "Copy the report" }).click();
  await crash.getByRole("button", { name: "Copied" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Switchboard \d/);
  await crash.getByRole("button", { name: "Reload" }).click();
  await page.locator(".transport .main").waitFor();
  assert.match(await panel(page, "code").locator(".listing").textContent(), /print\('mine'\)/);
  await runToEnd(page);
  await waitForOutput(page, "mine");
}, { draft: KEPT, meant: /sabotage|panicked|unreachable|borrow/ });

for (const [what, sabotage] of [
  ["full", () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
  ["forbidden", () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } })],
]) {
  onPage(`where storage is ${what} the page works, and says that the draft is not kept`, async (page, context) => {
    await context.addInitScript(sabotage);
    await page.reload();
    await panel(page, "code").getByRole("button", { name: "Edit", exact: true }).click();
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("print('typed')");
    await page.locator(".notices", { hasText: "keep your program" }).waitFor();
    await panel(page, "code").getByRole("button", { name: "Done", exact: true }).click();
    await runToEnd(page);
    await waitForOutput(page, "typed");
  });
}

onPage("where the wasm does not arrive, the page says so in words", async (page) => {
  await page.route("**/*_bg.wasm", (route) => route.abort());
  await page.reload();
  const told = page.getByRole("alert");
  await told.waitFor();
  assert.match(await told.textContent(), /could not start/);
}, { meant: /wasm|Failed to load|ERR_FAILED|compile|fetch/ });

onPage("a failure says that the program is kept only where it is", async (page) => {
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const crash = await failed(page);
  assert.doesNotMatch(await crash.textContent(), /kept/);
}, { meant: /sabotage|panicked|unreachable|borrow/ });
