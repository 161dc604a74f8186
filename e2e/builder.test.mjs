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
