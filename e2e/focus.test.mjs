// The page by keyboard alone: everything can be reached and left, what has the focus shows it, and a dialog gives the
// focus back to what opened it.

import assert from "node:assert/strict";
import { board, onPage, panel, screenshot, shareBrowser } from "./browser.mjs";

shareBrowser();

/** What has the focus: its name for people, its role, and whether it can be seen that it has it. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: "", path: "body", isVisible: true };
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const rings = [element, ...element.querySelectorAll("*")].map((part) => getComputedStyle(part));
    const hasRing = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || (element instanceof SVGElement && rings.some((ring) => ring.strokeWidth !== "1px"));
    const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
    const owner = element.closest("[data-panel], .dialog, header, footer, nav, .splitter");
    return {
      name: label.trim().replaceAll(/\s+/g, " ").slice(0, 60),
      path: `${owner?.dataset.panel ?? owner?.className ?? "page"} ${element.tagName.toLowerCase()}`,
      isVisible: hasRing && box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    };
  });

/** Goes all the way round, and gives what has had the focus. */
async function round(page, key, most = 120) {
  const stops = [];
  await page.evaluate(() => document.activeElement?.blur());
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (stop.path === "body") break;
    stops.push(stop);
    const first = stops[0];
    if (stops.length > 1 && first.name === stop.name && first.path === stop.path) {
      stops.pop();
      break;
    }
  }
  return stops;
}

onPage("the tab key leads through the whole page, shows where it is, and leads back the same way", async (page) => {
  await page.evaluate(() => window.switchboard.step(5, "await"));
  await page.locator(".console-line").first().waitFor();
  const forth = await round(page, "Tab");
  assert.deepEqual(forth.filter((stop) => !stop.isVisible), []);
  for (const place of ["site", "code", "scene", "console", "timeline", "transport", "splitter"]) {
    assert.ok(forth.some((stop) => stop.path.startsWith(place)), `${place} is reached: ${forth.map((stop) => stop.path)}`);
  }
  assert.deepEqual(forth.filter((stop) => stop.name === ""), [], "everything has a name");
  const back = await round(page, "Shift+Tab");
  // A row's second button comes after its first, once that has the focus.
  const places = (stops) => stops.map((stop) => `${stop.path}: ${stop.name}`).filter((place) => !place.startsWith("console button: line")).toSorted();
  assert.deepEqual(places(back), places(forth));
  await screenshot(page, "focus");
});

onPage("every panel is reached, and what is in it", async (page) => {
  await page.evaluate(() => window.switchboard.step(9, "await"));
  for (const [tab, name] of [["Event loop", "queues"], ["Log", "log"], ["Task", "inspector"]]) {
    const button = page.locator(".tabs:visible").getByRole("button", { name: tab, exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await panel(page, name).locator(".panel-body").waitFor();
    assert.equal((await focused(page)).name, tab, "a tab that is pressed keeps the focus");
    const stops = await round(page, "Tab");
    assert.ok(stops.filter((stop) => stop.path.startsWith(name)).length > 1, `${name}: ${stops.map((stop) => stop.path)}`);
    assert.deepEqual(stops.filter((stop) => !stop.isVisible), []);
  }
});

for (const [name, dialog] of [["Share", ".dialog.share"], ["Gallery", ".dialog.gallery"], ["Keys", ".dialog.help"]]) {
  onPage(`the dialog ${name} takes the focus, lets it go on, and gives it back`, async (page) => {
    const opener = page.locator(".site").getByRole("button", { name, exact: true });
    for (const leave of [() => page.keyboard.press("Escape"), () => page.locator(dialog).getByRole("button", { name: "Close", exact: true }).press("Enter")]) {
      await opener.focus();
      await page.keyboard.press("Enter");
      await page.locator(dialog).waitFor();
      assert.ok(await page.evaluate((dialog) => document.activeElement.closest(dialog) !== null, dialog));
      await page.keyboard.press("Tab");
      assert.ok((await focused(page)).isVisible);
      await leave();
      await page.locator(dialog).waitFor({ state: "detached" });
      assert.equal((await focused(page)).name, name);
    }
  });
}

onPage("a scenario that is chosen by keyboard is run by the next press", async (page) => {
  await page.locator(".site").getByRole("button", { name: "Gallery" }).press("Enter");
  await page.locator('[data-scenario="gather-exceptions"]').press("Enter");
  await page.locator(".dialog").waitFor({ state: "detached" });
  assert.equal((await focused(page)).name, "Run");
  await page.keyboard.press("Space");
  await page.waitForFunction(() => window.switchboard.state().steps > 0);
});

onPage("the choice of panels is left by Escape, and by going on", async (page) => {
  const menu = page.locator("details.menu");
  const summary = menu.locator("summary");
  await summary.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).name, "Program");
  await page.keyboard.press("Escape");
  assert.equal(await menu.getAttribute("open"), null);
  assert.equal((await focused(page)).name, "Panels");
  await summary.press("Enter");
  for (let press = 0; press < 8; press += 1) await page.keyboard.press("Tab");
  assert.equal((await focused(page)).name, "Gallery");
  assert.equal(await menu.getAttribute("open"), null);
  await summary.click();
  await page.locator(".tagline").click();
  assert.equal(await menu.getAttribute("open"), null);
});

onPage("the editor is left by keyboard for where it was opened", async (page) => {
  const edit = panel(page, "code").getByRole("button", { name: "Edit" });
  await edit.press("Enter");
  await page.locator(".cm-content").waitFor();
  await page.waitForFunction(() => document.activeElement.closest(".cm-content"));
  await page.keyboard.press("Control+Enter");
  await edit.waitFor();
  assert.equal((await focused(page)).name, "Edit");
});

onPage("the legend is opened, read and closed from its button", async (page) => {
  const legend = panel(page, "scene").getByRole("button", { name: "What is what" });
  await legend.press("Enter");
  await page.keyboard.press("Escape");
  assert.equal(await legend.getAttribute("aria-expanded"), "false");
  assert.equal((await focused(page)).name, "What is what");
});

onPage("arrows move within a row of clients and never trap", async (page) => {
  await page.evaluate(() => window.switchboard.step(3, "await"));
  await page.locator(".scene-picture .client [tabindex='0']").first().focus();
  const before = await board(page);
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await board(page), before, "the playhead stays");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.activeElement.closest(".scene-picture .client") !== null);
  assert.equal(inside, false);
});

onPage("keys that are typed into a field or the editor do nothing to the run", async (page) => {
  await page.evaluate(() => window.switchboard.step(3, "await"));
  const before = await page.evaluate(() => window.switchboard.state());
  const keys = ["j", "k", "Space", "ArrowLeft", "ArrowRight", "Home", "End", "r", "e", "?"];
  const type = async () => {
    for (const key of keys) await page.keyboard.press(key);
    assert.deepEqual(await page.evaluate(() => window.switchboard.state()), before);
  };
  await page.getByRole("button", { name: "Gallery" }).click();
  await page.getByRole("searchbox").or(page.getByPlaceholder("Search the scenarios")).first().focus();
  await type();
  await page.keyboard.press("Escape");
  await panel(page, "code").getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-content").click();
  await type();
});
