// The gallery, what authors pin to a run, and predictions.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { board, onPage, output, panel, PHONE, playButton, ROOT, screenshot, shareBrowser } from "./browser.mjs";

shareBrowser();

const COUNT = readdirSync(`${ROOT}scenarios`).length;
const cards = (page) => page.locator(".gallery .card");
const prompt = (page) => page.locator(".told.on-desk .prompt-card");
const open = (page) => page.getByRole("button", { name: "Gallery" }).click();

onPage("the gallery shows every scenario with a still of its run, and finds them by words", async (page) => {
  await open(page);
  await page.waitForFunction((count) => document.querySelectorAll(".gallery .card").length === count, COUNT);
  await page.waitForFunction((count) => document.querySelectorAll(".card .still, .card .still-text").length === count, COUNT);
  await screenshot(page, "gallery");
  await page.getByRole("searchbox", { name: "Search the scenarios" }).fill("philosophers dining");
  assert.equal(await cards(page).count(), 1);
  await page.getByRole("searchbox").fill("zebra");
  await page.getByText("No scenario has all these words.").waitFor();
});

onPage("one press opens a scenario, its link is short, and the person's own program is kept", async (page) => {
  await open(page);
  await page.locator('[data-scenario="heartbeat"]').click();
  await page.waitForFunction(() => location.hash === "#g/heartbeat");
  await page.getByRole("heading", { name: "A heartbeat that never stops" }).waitFor();
  assert.equal(await board(page), null, "nothing runs by itself");
  await page.getByText("Your own is kept.").waitFor();
  await page.getByRole("button", { name: "Back to my program" }).click();
  assert.match(await panel(page, "code").textContent(), /print\("mine"\)/);
}, { draft: 'print("mine")\n' });

onPage("a short link opens its scenario in the language of whoever opens it", async (page) => {
  await page.getByRole("heading", { name: "Drei Downloads auf einmal" }).waitFor();
  await page.getByRole("combobox", { name: "Sprache" }).selectOption("fr");
  await page.getByRole("heading", { name: "Trois téléchargements à la fois" }).waitFor();
}, { address: "#g/three-downloads", locale: "de-DE" });

onPage("a short link can be pasted, and loaded by a host script, which learns of one that leads nowhere", async (page) => {
  await page.evaluate((link) => {
    const data = new DataTransfer();
    data.setData("text/plain", link);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, `${page.url().split("#")[0]}#g/heartbeat`);
  await page.getByRole("heading", { name: "A heartbeat that never stops" }).waitFor();
  const load = (link) => page.evaluate((link) => window.switchboard.load(link), link);
  await load("#g/lock");
  assert.match(await page.evaluate(() => window.switchboard.program()), /async with lock:/);
  await page.waitForFunction(() => location.hash === "#g/lock");
  await assert.rejects(load("#g/no-such-thing"), /no scenario no-such-thing/);
  assert.match(await page.evaluate(() => window.switchboard.program()), /async with lock:/);
  await load("# g/lock is a comment\n");
  assert.equal(await page.evaluate(() => window.switchboard.program()), "# g/lock is a comment\n");
}, { draft: 'print("mine")\n' });

onPage("a short link to a scenario that is not there says so", async (page) => {
  await page.getByText("The gallery has no scenario of this name.").waitFor();
}, { address: "#g/no-such-thing" });

const TWO = `import asyncio

async def nap(name, delay):
    await asyncio.sleep(delay)
    print(name)

async def main():
    await asyncio.gather(nap("a", 0.2), nap("b", 0.1))

asyncio.run(main())
`;

/** Presses Run with predictions on. */
async function predict(page) {
  await page.getByRole("button", { name: "Predict" }).click();
  await playButton(page).click();
  await prompt(page).waitFor();
}

onPage("any program can be predicted: its output, its time, and who is next", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await predict(page);
  assert.deepEqual(await output(page), [], "nothing is given away");
  await prompt(page).getByText("In which order are these lines printed?").waitFor();
  await screenshot(page, "predict-order");
  await prompt(page).getByRole("button", { name: "b", exact: true }).click();
  await prompt(page).getByRole("button", { name: "a", exact: true }).click();
  await prompt(page).getByRole("button", { name: "Check" }).click();
  await prompt(page).getByText("Right.").waitFor();
  // When they come, and why, would answer the next question.
  assert.deepEqual(await prompt(page).locator("ol.order li").allTextContents(), ["b nap('b')", "a nap('a')"]);
  assert.equal(await prompt(page).getByText("Why:").count(), 0);
  await prompt(page).getByRole("button", { name: "Next question" }).click();
  await prompt(page).getByRole("button", { name: "0.3 s" }).click();
  await prompt(page).getByText("Not quite.").waitFor();
  await prompt(page).getByText("It is 0.2 s").waitFor();
  assert.deepEqual(await prompt(page).locator("ul.order li").allTextContents(), ["nap('a') 0\u00a0s – 0.2\u00a0s", "nap('b') 0\u00a0s – 0.1\u00a0s"]);
  await prompt(page).getByRole("button", { name: "Run" }).click();
  await prompt(page).getByText("Whom does the operator talk to next?").waitFor();
  const asked = (await board(page)).step;
  await prompt(page).getByRole("button", { name: "nap('a')" }).click();
  await prompt(page).getByText("Right.").waitFor();
  await screenshot(page, "predict-next");
  assert.equal((await board(page)).step, asked, "the run waits for whoever thinks");
  await prompt(page).getByRole("button", { name: "Go on" }).click();
  await page.waitForFunction(() => window.switchboard.board()?.end);
  await prompt(page).getByText("2 of 3 right").waitFor();
  await prompt(page).getByRole("button", { name: "In which order" }).click();
  await prompt(page).getByText("Why:").waitFor();
  assert.deepEqual(await prompt(page).locator("ol.order li").allTextContents(), ["b nap('b') 0.1\u00a0s", "a nap('a') 0.2\u00a0s"]);
  assert.match(await prompt(page).locator("p.why").last().textContent(), /nap\('a'\).*(timer|0\.2)/, "the trace tells why");
  await screenshot(page, "predict-why");
  await page.evaluate(() => window.switchboard.seek(1e6));
  await prompt(page).getByRole("button", { name: "Copy a link to my result" }).click();
  await prompt(page).getByText("The link is copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const lecturer = await context.newPage();
  await lecturer.goto(link);
  await lecturer.getByText("A result that was handed in.").waitFor();
  await lecturer.getByText("2 of 3 right").waitFor();
  await lecturer.getByText("it is no proof against cheating").waitFor();
  await screenshot(lecturer, "handed-in");
}, { draft: TWO });

onPage("who may not copy the link to a result is shown it", async (page) => {
  await predict(page);
  for (const name of ["Skip", "Skip"]) await prompt(page).getByRole("button", { name }).click();
  await prompt(page).getByRole("button", { name: "nap('a')" }).click();
  await prompt(page).getByRole("button", { name: "Go on" }).click();
  await page.waitForFunction(() => window.switchboard.board()?.end);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
    document.execCommand = () => false;
  });
  await prompt(page).getByRole("button", { name: "Copy a link to my result" }).click();
  assert.match(await prompt(page).getByRole("textbox").inputValue(), /#1\./);
  assert.equal(await prompt(page).getByText("The link is copied.").count(), 0);
}, { draft: TWO });

onPage("where more lines are printed than are asked about, the question says so", async (page) => {
  await predict(page);
  await prompt(page).getByText("These are the first ones.").waitFor();
}, { draft: "for n in range(9):\n    print(n)\n" });

onPage("a client in the call center answers who is next", async (page) => {
  await predict(page);
  for (const name of ["Skip", "Skip"]) await prompt(page).getByRole("button", { name }).click();
  await prompt(page).getByText("Whom does the operator talk to next?").waitFor();
  await panel(page, "scene").locator('[data-task="3"]').first().click();
  await prompt(page).getByText("Not quite.").waitFor();
  await prompt(page).getByText("first in, first out").waitFor();
}, { draft: TWO });

onPage("a note that an author has pinned stops the run where it belongs", async (page) => {
  await page.getByRole("heading", { name: "The call center" }).waitFor();
  await page.getByLabel("Speed").selectOption("instant");
  await playButton(page).click();
  await prompt(page).getByRole("button", { name: "Skip" }).click();
  await prompt(page).getByText("Whom does the operator").waitFor();
  await prompt(page).getByRole("button", { name: "Skip" }).click();
  await prompt(page).getByText("Ben goes on hold").waitFor();
  const { step } = await board(page);
  await prompt(page).getByRole("button", { name: "Go on" }).click();
  await page.waitForFunction(() => window.switchboard.board()?.end);
  await page.evaluate((step) => window.switchboard.seek(step), step);
  await prompt(page).getByText("Ben goes on hold").waitFor();
}, { address: "#g/call-center" });

onPage("the gallery remembers on this device how well a scenario was predicted", async (page) => {
  await playButton(page).click();
  await prompt(page).getByText("How long does the program take?").waitFor();
  await prompt(page).getByRole("button", { name: "2 s", exact: true }).click();
  await prompt(page).getByText("Right.").waitFor();
  assert.deepEqual(await prompt(page).locator("ul.order li").allTextContents(), ["main 0\u00a0s – 1\u00a0s", "main 1\u00a0s – 2\u00a0s"]);
  await page.reload();
  await open(page);
  const card = page.locator('[data-scenario="sequential-awaits"]');
  assert.match(await card.locator(".card-score").textContent(), /^Your predictions: 1\D+1$/);
  assert.equal(await page.locator(".card-score").count(), 1);
}, { address: "#g/sequential-awaits" });

onPage("a program without end is recorded as far as it is asked about", async (page) => {
  await predict(page);
  await prompt(page).getByRole("button", { name: "Skip" }).click();
  await page.waitForFunction(() => window.switchboard.board()?.step > 30);
}, { draft: "import asyncio\n\nasync def main():\n    n = 0\n    while True:\n        print(n)\n        n += 1\n        await asyncio.sleep(0.1)\n\nasyncio.run(main())\n" });

onPage("the gallery and a question fit on a phone", async (page) => {
  await open(page);
  await cards(page).first().waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= PHONE.width, `${wide}`);
  await page.locator('[data-scenario="call-center"]').click();
  await page.getByRole("region", { name: "About this program" }).getByText("Look").first().waitFor();
  await screenshot(page, "notes-phone");
  await playButton(page).click();
  await page.locator(".told.on-phone").getByText("In which order are these lines printed?").waitFor();
  await screenshot(page, "predict-phone");
}, { viewport: PHONE });
