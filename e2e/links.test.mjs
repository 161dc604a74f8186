// Links: what one sees goes into an address, and comes out of it on another machine.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { board, onPage, output, panel, PHONE, playButton, ROOT, run, runToEnd, screenshot, shareBrowser } from "./browser.mjs";

shareBrowser();

/** The command line, which reads and writes links by itself. */
const switchboard = (...args) => execFileSync(`${ROOT}target/debug/switchboard`, args, { encoding: "utf8" });

/** A link that the command line makes, from `#` on. */
function linkTo(program, ...options) {
  const file = join(tmpdir(), `switchboard-link-${process.pid}.py`);
  writeFileSync(file, program);
  return switchboard("link", file, ...options).trim();
}

const MINE = 'print("mine")\n';
const YOURS = 'import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print("yours – ä")\n\nasyncio.run(main())\n';

async function listing(page) {
  const lines = panel(page, "code").locator(".code-line .text");
  await lines.first().waitFor();
  return (await lines.allTextContents()).join("\n");
}
const kept = (page) => page.evaluate(() => localStorage.getItem("switchboard.draft"));
const fragment = (page) => page.evaluate(() => location.hash);
const changed = (page, from) => page.waitForFunction((old) => location.hash !== old, from);

onPage(
  "a link shows its program, does not run it, and leaves the person's own alone",
  async (page) => {
    await page.getByText("A link brought this program. Your own is kept.").waitFor();
    assert.equal(await listing(page), YOURS);
    assert.equal(await kept(page), MINE);
    assert.equal(await board(page), null);
    await screenshot(page, "link");
    await runToEnd(page);
    assert.deepEqual(await output(page), ["yours – ä"]);
    await page.getByRole("button", { name: "Back to my program" }).click();
    assert.equal(await listing(page), MINE);
    await page.reload();
    assert.equal(await listing(page), MINE);
  },
  { draft: MINE, address: linkTo(YOURS) },
);

onPage(
  "a link that is edited becomes the draft, and the person's own can still be gone back to",
  async (page) => {
    await panel(page, "code").getByRole("button", { name: "Edit" }).click();
    await page.locator(".cm-content").fill("print(2)\n");
    await page.waitForFunction(() => localStorage.getItem("switchboard.draft") === "print(2)\n");
    await page.goto(page.url().split("#")[0]);
    await page.getByRole("button", { name: "Back to my program" }).click();
    assert.equal(await listing(page), MINE);
    await page.getByRole("button", { name: "Back to my program" }).click();
    assert.equal(await listing(page), "print(2)\n");
    await page.getByRole("button", { name: "Keep this one only" }).click();
    await page.getByText("Your own is kept.").waitFor({ state: "detached" });
    assert.equal(await kept(page), "print(2)\n");
  },
  { draft: MINE, address: linkTo(YOURS) },
);

onPage(
  "a link to a step stands there, and shows what the native engine shows",
  async (page) => {
    await page.waitForFunction(() => window.switchboard.board()?.step === 30);
    const here = await board(page);
    await page.evaluate(() => window.switchboard.seek(0));
    await page.evaluate(() => window.switchboard.seek(30));
    assert.deepEqual(await board(page), here);
  },
  { address: linkTo(YOURS, "--at", "30") },
);

onPage("the address bar holds a link to what one sees", async (page) => {
  assert.equal(await fragment(page), "", "everybody finds the first program without a link");
  await page.evaluate((program) => window.switchboard.load(program), YOURS);
  await changed(page, "");
  const toProgram = await fragment(page);
  assert.equal(switchboard("open", "--program", toProgram), YOURS);
  await page.evaluate(() => window.switchboard.step(12));
  await changed(page, toProgram);
  assert.match(switchboard("open", await fragment(page)), /^step: 12$/m);
  const entries = await page.evaluate(() => history.length);
  await page.evaluate(() => window.switchboard.step(3));
  await changed(page, await fragment(page));
  assert.equal(await page.evaluate(() => history.length), entries);
});

onPage("a link in the address bar of an open page is opened as well", async (page) => {
  await page.evaluate((link) => (location.hash = link), linkTo(YOURS));
  await page.waitForFunction(() => document.querySelector('[data-panel="code"]').textContent.includes("yours"));
});

for (const [what, address, words] of [
  ["damaged", linkTo(YOURS).slice(0, -9), "This link is damaged"],
  ["newer", "#2.AAAA", "newer version of Switchboard"],
  ["huge", `#1.${"A".repeat(70_000)}`, "larger than any"],
]) {
  onPage(
    `a ${what} link is told in plain words, and the draft stays`,
    async (page) => {
      await page.getByText(words).waitFor();
      assert.equal(await listing(page), MINE);
      assert.equal(await kept(page), MINE);
    },
    { draft: MINE, address },
  );
}

onPage("a fragment that is no link is left alone", async (page) => {
  assert.equal(await page.locator(".notices p").count(), 0);
}, { address: "#chapter-2" });

/** Runs a program, goes to step 9 and opens the dialog: with it, the link to that step. */
async function shareStep9(page) {
  await run(page, YOURS);
  await page.waitForFunction(() => window.switchboard.board()?.end);
  await page.evaluate(() => window.switchboard.seek(9));
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  return { dialog, link: await dialog.getByRole("textbox", { name: "Link to step 9" }).inputValue() };
}

onPage("sharing shows the links, how long they are, and copies them", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { dialog, link } = await shareStep9(page);
  assert.match(switchboard("open", link), /^step: 9$/m);
  await dialog.getByText(`${link.length} characters`).waitFor();
  await dialog.getByRole("button", { name: "Copy: Link to the program" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(switchboard("open", "--program", copied), YOURS);
  assert.match(await dialog.getByRole("textbox", { name: "Frame" }).inputValue(), /^<iframe title="Switchboard" src=".*embed=1#1\./);
  await screenshot(page, "share");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download program.py" }).click();
  assert.equal((await download).suggestedFilename(), "program.py");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});

onPage("the system's share sheet is given the link to what one sees, and changing one's mind is no error", async (page) => {
  await page.evaluate(() => {
    window.sent = [];
    const share = (data) => (window.sent.push(data), window.sent.length > 1 ? Promise.reject(new DOMException("", "AbortError")) : Promise.resolve());
    Object.defineProperty(navigator, "share", { value: share });
  });
  const { dialog, link } = await shareStep9(page);
  for (let times = 0; times < 2; times += 1) await dialog.getByRole("button", { name: "Send …" }).click();
  assert.deepEqual(await page.evaluate(() => window.sent), Array(2).fill({ title: "Switchboard", url: link }));
});

onPage("where there is no share sheet, no button offers one", async (page) => {
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "QR code" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Send …" }).count(), 0);
});

onPage("copying says that it is done, also on hosts without HTTPS, whose pages have no clipboard", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = await page.evaluateHandle(() => navigator.clipboard);
  await page.evaluate(() => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }));
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  await dialog.getByRole("button", { name: "Copy: Link to the program" }).click();
  await dialog.getByRole("button", { name: "Copied: Link to the program" }).waitFor();
  const link = await dialog.getByRole("textbox", { name: "Link to the program" }).inputValue();
  assert.equal(await clipboard.evaluate((clipboard) => clipboard.readText()), link);
  await dialog.getByRole("button", { name: "Copy: Frame" }).click();
  await dialog.getByRole("button", { name: "Copied: Frame" }).waitFor();
});

onPage("a page that stands for itself plays nothing by itself, whatever its address says", async (page) => {
  await page.waitForFunction(() => document.querySelector('[data-panel="code"]').textContent.includes("yours"));
  await page.waitForTimeout(500);
  assert.equal((await page.evaluate(() => window.switchboard.state())).steps, 0);
}, { address: `?autoplay=1${linkTo(YOURS)}` });

onPage(
  "sharing fits on a phone",
  async (page) => {
    await page.getByRole("button", { name: "Share" }).click();
    const dialog = page.getByRole("dialog", { name: "Share" });
    await dialog.getByRole("textbox", { name: "Link to the program" }).waitFor();
    const { x, width } = await dialog.boundingBox();
    assert.ok(x >= 0 && x + width <= PHONE.width, `${x} ${width}`);
    await screenshot(page, "share-phone");
  },
  { viewport: PHONE },
);

onPage("a host script loads a link, an object or a program", async (page) => {
  const load = (what) => page.evaluate((what) => window.switchboard.load(what), what);
  await load(`https://elsewhere.example/${linkTo(YOURS)}`);
  assert.equal(await listing(page), YOURS);
  await load({ program: MINE, step: 2 });
  assert.equal(await listing(page), MINE);
  assert.equal((await board(page)).step, 2);
  await load("#1. A comment\nprint(1)\n");
  assert.equal(await listing(page), "#1. A comment\nprint(1)\n");
  await load(MINE);
  await assert.rejects(load("#1.AAAA"), /damaged/);
  assert.equal(await listing(page), MINE);
});

onPage("present mode leaves the program and the call center, and a clicker steps", async (page) => {
  assert.deepEqual(await page.locator(".area").evaluateAll((areas) => areas.map((area) => area.dataset.area)), ["program", "stage"]);
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => window.switchboard.board()?.step > 0);
  const { step } = await board(page);
  await page.keyboard.press("PageDown");
  await page.waitForFunction((step) => window.switchboard.board().step > step, step);
  await page.keyboard.press("PageUp");
  await page.waitForFunction((step) => window.switchboard.board().step === step, step);
  await screenshot(page, "present");
  await page.goto(page.url().replace("present=1", ""));
  await panel(page, "timeline").waitFor();
}, { address: "?present=1", viewport: { width: 1920, height: 1080 } });

onPage("a button and a key show the page to a room, and bring it back as it was", async (page) => {
  const areas = () => page.locator(".area").count();
  const sizes = () =>
    page.evaluate(() => [".narration .sentence", ".listing"].map((part) => Number.parseFloat(getComputedStyle(document.querySelector(part)).fontSize)));
  const before = await sizes();
  await page.getByRole("button", { name: "Large type" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".area").length === 2);
  const [sentence, code] = await sizes();
  // Twice what a laptop has: a screen of this size shows both a step larger already.
  assert.ok(sentence >= 2 * 19 && code >= 1.9 * 14 && sentence > before[0] && code > before[1], `${before} → ${sentence}, ${code}`);
  await screenshot(page, "present-button");
  await page.keyboard.press("p");
  await page.waitForFunction(() => document.querySelectorAll(".area").length === 4);
  assert.deepEqual(await sizes(), before);
  await page.reload();
  await panel(page, "timeline").waitFor();
  assert.equal(await areas(), 4, "it holds for this visit alone");
}, { viewport: { width: 1920, height: 1080 } });

onPage("to a room the notes of a scenario are folded, and can be unfolded", async (page) => {
  const notes = panel(page, "code").locator(".notes-text");
  await page.getByRole("heading", { name: "Three downloads at once" }).waitFor();
  assert.equal(await notes.count(), 0);
  await page.getByRole("button", { name: "About this program" }).click();
  await notes.waitFor();
  await page.keyboard.press("p");
  await page.waitForFunction(() => document.querySelectorAll(".area").length === 4);
  await notes.waitFor();
  await page.keyboard.press("p");
  await notes.waitFor({ state: "detached" });
  await screenshot(page, "present-scenario");
}, { address: "?present=1#g/three-downloads" });

onPage("a frame shows the panels that its scenario names, unless its address does", async (page) => {
  const seen = () => page.locator("[data-panel]").evaluateAll((panels) => panels.map(({ dataset }) => dataset.panel));
  await page.waitForFunction(() => document.querySelector('[data-panel="code"]')?.textContent.includes("share_taxi"));
  assert.deepEqual(await seen(), ["scene", "code", "queues", "console"]);
}, { address: "?embed=1#g/call-center" });

onPage("a QR code is black on white, also by night with the pointer on it", async (page) => {
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "QR code" }).click();
  await page.locator(".qr").hover();
  const colours = () => page.evaluate(() => ["background-color", "fill"].map((name, at) => getComputedStyle(document.querySelector([".qr", ".qr path"][at]))[name]));
  await page.waitForTimeout(300);
  assert.deepEqual(await colours(), ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
}, { colorScheme: "dark" });

onPage("sharing gives a QR code, snippets for other tools, and a scenario file that opens again", async (page) => {
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  await dialog.getByRole("button", { name: "QR code" }).click();
  await page.locator(".qr svg path").waitFor();
  await screenshot(page, "qr");
  await page.locator(".qr").click();
  const snippet = dialog.getByRole("textbox", { name: "Frame" });
  for (const [host, begins] of [["Markdown", /^\[Switchboard\]\(http/], ["reveal.js", /^<section><iframe .*data-src=/], ["Quarto", /^```\{=html\}\n<iframe/], ["Jupyter", /^from IPython.display import IFrame\n/]]) {
    await dialog.getByRole("combobox", { name: "Embed in" }).selectOption(host);
    assert.match(await snippet.inputValue(), begins);
  }
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download as a scenario" }).click();
  const file = await (await download).path();
  await page.evaluate((program) => window.switchboard.load(program), YOURS);
  await page.getByRole("button", { name: "Share" }).click();
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Open a file" }).click();
  await (await chooser).setFiles({ name: "mine.md", mimeType: "text/markdown", buffer: readFileSync(file) });
  await page.waitForFunction(() => document.querySelector('[data-panel="code"] .code-line .text').textContent.includes("mine"));
}, { draft: MINE });

onPage("a program, a scenario file or a link can be dropped or pasted; what is none says why", async (page) => {
  const paste = (text) => page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  const shows = (text) => page.waitForFunction((text) => document.querySelector('[data-panel="code"]').textContent.includes(text), text);
  const drop = (name, text) => page.evaluate(([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, text]);
  await paste('print("pasted")\n');
  await shows("pasted");
  await paste(linkTo(YOURS));
  await shows("yours");
  await drop("lesson.md", '---\ntitle: "A lesson"\n---\n\nLook.\n\n```python\nprint("dropped")\n```\n');
  await shows("dropped");
  await page.getByRole("heading", { name: "A lesson" }).waitFor();
  await drop("broken.md", "---\ncolour: red\n---\n");
  await page.getByText("Look at line 2.").waitFor();
  await drop("picture.png", "\0\0\0");
  await page.getByText("This file can’t be read").waitFor();
  await shows("dropped");
});
