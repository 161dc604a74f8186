// The sample deck, in reveal.js as npm has it.

import assert from "node:assert/strict";
import { onPage, pathOfScreenshot, quiet, screenshot, serveBeside, shareBrowser } from "./browser.mjs";

shareBrowser(() => serveBeside("docs/examples/"));

/** On a deck that is shown to an audience. */
function onDeck(name, body, address = "", options = {}) {
  onPage(name, async (page) => {
    await page.waitForFunction(() => window.deck?.isReady());
    await body(page);
    // What a frame fetches when it has time is not to be broken off.
    await quiet(page);
  }, { address: `slides.html${address}`, sign: ".slides section.present", viewport: { width: 1280, height: 800 }, ...options });
}

const state = (page) => page.evaluate(() => document.querySelector("section.present switchboard-player")?.state);
const where = (page) => page.evaluate(() => [deck.getIndices().h, deck.getIndices().f]);
const player = (page) => page.locator("section.present switchboard-player");
const inside = (page) => player(page).locator("iframe").contentFrame();

/** Waits until the player on the slide that is shown is as it should be. */
async function reaches(page, condition, argument) {
  const look = ([condition, argument]) => {
    const { state } = document.querySelector("section.present switchboard-player");
    return state && new Function("state", "argument", `return ${condition}`)(state, argument) && state;
  };
  return (await page.waitForFunction(look, [condition, argument])).jsonValue();
}

onDeck("a slide plays its player while it is shown, and finds it again as it was left", async (page) => {
  await page.keyboard.press("ArrowRight");
  await reaches(page, "state.running && state.step > 10");
  await screenshot(page, "reveal-playing");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual((await where(page))[0], 2);
  const left = () => page.evaluate(() => document.querySelectorAll("switchboard-player")[0].state);
  await page.waitForFunction(() => !document.querySelectorAll("switchboard-player")[0].state.running);
  const { step } = await left();
  await page.waitForTimeout(300);
  assert.equal((await left()).step, step, "nothing plays out of sight");
  await page.keyboard.press("ArrowLeft");
  await reaches(page, "state.step > argument", step);
  await reaches(page, "state.finished");
});

onDeck("next and previous step the trace, and then change the slide", async (page) => {
  const steps = [];
  for (let fragment = 0; fragment <= 4; fragment += 1) {
    await page.keyboard.press("ArrowRight");
    steps.push((await reaches(page, "state.step > argument", steps.at(-1) ?? 0)).step);
  }
  assert.deepEqual(await where(page), [2, 4]);
  await screenshot(page, "reveal-fragment");
  await page.keyboard.press("ArrowLeft");
  await reaches(page, "state.step === argument", steps.at(-2));
  await page.keyboard.press("ArrowRight");
  await reaches(page, "state.step === argument", steps.at(-1));
  await page.keyboard.press("ArrowRight");
  assert.equal((await where(page))[0], 3);
  await page.keyboard.press("ArrowLeft");
  assert.equal((await where(page))[0], 2);
  assert.equal((await state(page)).step, steps.at(-1));
}, "#/2");

onDeck("the address of a fragment shows its step", async (page) => {
  await reaches(page, "state.step === 76");
  await page.keyboard.press("ArrowLeft");
  await reaches(page, "state.step === 39");
  await page.keyboard.press("ArrowLeft");
  await reaches(page, "state.step === 31");
}, "#/4/0/1");

onDeck("a block of Markdown becomes a player", async (page) => {
  await inside(page).locator('[data-panel="queues"]').waitFor();
  assert.deepEqual(await inside(page).locator("[data-panel]").evaluateAll((all) => all.map(({ dataset }) => dataset.panel)), ["queues", "console"]);
  await page.keyboard.press("ArrowRight");
  await reaches(page, "state.step > 0");
  await screenshot(page, "reveal-markdown");
}, "#/3");

onDeck("keys reach the deck from inside a frame, and leave the frame with its slide", async (page) => {
  await reaches(page, "state.step === 31");
  await inside(page).locator(".transport .main").focus();
  await page.keyboard.press("ArrowRight");
  await reaches(page, "state.step > 31");
  assert.deepEqual(await where(page), [4, -1], "the arrow was for the frame");
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => deck.getIndices().f === 0);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => deck.isOverview());
  await screenshot(page, "reveal-overview");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !deck.isOverview());
  await inside(page).locator(".transport .main").focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => deck.getIndices().h === 5);
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => deck.getIndices().f === 0);
}, "#/4");

onPage("in print a still stands in the place of each player", async (page) => {
  await page.waitForFunction(() => window.deck?.isReady() && document.querySelectorAll(".pdf-page").length === 6, null, { timeout: 60000 });
  assert.equal(await page.locator("switchboard-player").count(), 0);
  const stills = page.locator(".switchboard-still");
  assert.equal(await stills.count(), 4);
  const [first, , , last] = await stills.evaluateAll((all) => all.map((still) => [still.querySelector("code")?.textContent, still.querySelector("figcaption").textContent]));
  assert.equal(first[0], undefined, "what shows only the scene is drawn");
  assert.match(last[0], /^import asyncio\n/);
  assert.ok(first[1] && last[1]);
  const pictures = await stills.locator("img").evaluateAll((all) => all.map(({ naturalWidth }) => naturalWidth));
  assert.equal(pictures.filter((width) => width > 0).length, 3, "two call centers, and a ready queue");
  const pdf = await page.pdf({ path: (await pathOfScreenshot("reveal")).replace(/png$/, "pdf"), preferCSSPageSize: true, printBackground: true });
  assert.equal(pdf.toString("latin1").match(/\/Type \/Page\b/g).length, 6);
}, { address: "slides.html?print-pdf", sign: ".reveal", viewport: { width: 1280, height: 800 } });

onDeck("a deck that is printed as it is shown has stills too, also of slides that nobody has seen", async (page) => {
  const stills = page.locator(".switchboard-still");
  await page.waitForFunction(() => document.querySelectorAll(".switchboard-still").length === 4, null, { timeout: 60000 });
  await page.waitForFunction(() => document.querySelectorAll("switchboard-player").length === 4);
  const shown = () => page.evaluate(() => ["switchboard-player", ".switchboard-still"].map((name) => {
    return [...document.querySelectorAll(name)].filter((one) => getComputedStyle(one).display !== "none").length;
  }));
  assert.deepEqual(await shown(), [4, 0]);
  assert.equal(await state(page), undefined, "the players stand where they stood");
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await shown(), [0, 4]);
  const captions = await stills.locator("figcaption").allTextContents();
  assert.ok(captions.every((caption) => caption.length > 5), captions.join());
  assert.ok((await stills.locator("img").evaluateAll((all) => all.every(({ naturalWidth }) => naturalWidth > 0))));
  await page.pdf({ path: (await pathOfScreenshot("reveal-paper")).replace(/png$/, "pdf"), printBackground: true });
});

onDeck("a player that cannot be shown says so on paper, and holds nothing up", async (page) => {
  // Whoever changes what is fetched on its way holds up a frame that fetches at once, so the deck is changed as it is read.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const player = document.querySelector('switchboard-player[view="scene"]');
      if (!player) return;
      player.setAttribute("src", "nowhere.py");
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll(".switchboard-still").length === 4, null, { timeout: 60000 });
  assert.match(await page.locator(".switchboard-still figcaption").first().textContent(), /nowhere\.py: 404/);
}, "", { meant: /404/ });
