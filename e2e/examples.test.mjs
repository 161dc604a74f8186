// The examples of docs/examples/, as the tools for which they are written show them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { onPage, quiet, ROOT, screenshot, serveBeside, shareBrowser } from "./browser.mjs";

const EXAMPLES = `${ROOT}docs/examples/`;

shareBrowser(() => serveBeside("docs/examples/"));

/** Players of the page; a deck makes copies, out of sight, for its stills. */
const SHOWN = "switchboard-player:not([inert] *)";

/** On an example that has a player, once all of them are there. */
function onExample(name, address, body, html) {
  onPage(name, async (page) => {
    if (html) await open(page, address, await html());
    for (const player of await page.locator(SHOWN).all()) {
      await player.scrollIntoViewIfNeeded();
      await player.locator("iframe.there").waitFor();
    }
    await body(page);
    await quiet(page);
  }, { address: html ? "page.html" : address, sign: "switchboard-player" });
}

/** Shows HTML that a tool has made of an example. */
async function open(page, address, html) {
  const origin = new URL(page.url()).origin;
  await page.route(`${origin}/${address}`, (route) => route.fulfill({ contentType: "text/html", body: html }));
  // The built page on another host, which lets others use its modules, as hosts of static pages do.
  await page.route("https://your.host/**", async (route) => {
    const answer = await route.fetch({ url: route.request().url().replace("https://your.host", origin) });
    await route.fulfill({ response: answer, headers: { ...answer.headers(), "access-control-allow-origin": "*" } });
  });
  await quiet(page);
  await page.goto(`${origin}/${address}`);
  await page.locator("switchboard-player").first().waitFor();
}

const inside = (page, number = 0) => page.locator("switchboard-player").nth(number).locator("iframe").contentFrame();

onExample("a plain page plays a program and listens to it", "page.html", async (page) => {
  assert.equal(await inside(page).locator("iframe").count(), 0);
  await inside(page).getByRole("button", { name: "Run" }).click();
  await page.waitForFunction(() => Number(document.querySelector("#time").value) >= 1);
  await screenshot(page, "example-page");
});

onExample(
  "a chapter of an mdBook plays the block that is marked",
  "locks.html",
  async (page) => {
    assert.equal(await page.locator("switchboard-player").count(), 2);
    assert.equal(await page.locator("pre > code.language-python:visible").count(), 1);
    await inside(page).getByText("async with lock:").waitFor();
    assert.equal(await inside(page, 1).locator('[data-panel="timeline"]').count(), 1);
    await screenshot(page, "example-mdbook");
  },
  chapter,
);

/** What mdBook makes of the chapter: blocks have their words as classes, HTML stays, scripts come last. */
async function chapter() {
  const text = await readFile(`${EXAMPLES}mdbook/src/locks.md`, "utf8");
  const script = await readFile(`${EXAMPLES}mdbook/switchboard.js`, "utf8");
  const body = text.replace(/```(\S+)\n(.*?)```/gs, (_, words, code) => `<pre><code class="language-${words.replaceAll(",", " ")}">${code.replaceAll("<", "&lt;")}</code></pre>`);
  return `<!doctype html><html lang="en"><title>Locks</title><link rel="icon" href="data:,"><script>var path_to_root = "";</script><main>${body}</main><script>${script}</script></html>`;
}

onExample(
  "Quarto's slides have players, which their keys step",
  "quarto.html",
  async (page) => {
    await page.waitForFunction(() => window.Reveal?.isReady());
    assert.equal(await page.locator(SHOWN).count(), 2);
    assert.equal(await page.locator("div.sourceCode").count(), 1);
    await page.evaluate(() => Reveal.slide(1));
    await inside(page).getByText("cook(dish, minutes)").first().waitFor();
    const step = () => page.evaluate(() => document.querySelector("switchboard-player").state?.step ?? 0);
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector("switchboard-player").state?.step > 0);
    assert.deepEqual(await page.evaluate(() => [Reveal.getIndices().h, Reveal.getIndices().f]), [1, 0]);
    const first = await step();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((first) => document.querySelector("switchboard-player").state.step > first, first);
    await screenshot(page, "example-quarto");
    await page.evaluate(() => Reveal.slide(2));
    await inside(page, 1).locator('[data-panel="timeline"]').waitFor();
  },
  quarto,
);

/** What pandoc, and with it Quarto, makes of the slides: attributes at a box around a block, raw HTML as it is. */
async function quarto() {
  const text = await readFile(`${EXAMPLES}quarto/slides.qmd`, "utf8");
  const after = await readFile(`${EXAMPLES}quarto/switchboard.html`, "utf8");
  const [, ...slides] = text.replace(/^---.*?\n---/s, "").split(/^## /m);
  const section = (slide) => {
    const body = slide
      .replace(/```\{=html\}\n(.*?)```/gs, "$1")
      .replace(/```(?:python|\{\.python \.switchboard (.*?)\})\n(.*?)```/gs, (_, data, code) => `<div class="sourceCode" ${data ?? ""}><pre class="sourceCode python${data ? " switchboard" : ""}"><code class="sourceCode python"><span>${code.trimEnd()}</span></code></pre></div>`);
    return `<section class="slide level2">${body}</section>`;
  };
  const reveal = '<link rel="stylesheet" href="reveal.js/dist/reveal.css">';
  const script = '<script src="reveal.js/dist/reveal.js"></script><script>Reveal.initialize({ hash: true });</script>';
  return `<!doctype html><html lang="en"><title>Slides</title><link rel="icon" href="data:,">${reveal}<div class="reveal"><div class="slides"><section><h1>Waiting overlaps</h1></section>${slides.map(section).join("")}</div></div>${script}${after}</html>`;
}

test("pandoc itself makes of the slides what is tested here", { skip: isInstalled("pandoc") ? false : "pandoc is not installed" }, () => {
  const folder = `${EXAMPLES}quarto/`;
  const options = ["--standalone", "--from=markdown", "--to=revealjs", `--include-after-body=${folder}switchboard.html`];
  const html = execFileSync("pandoc", [...options, `${folder}slides.qmd`], { encoding: "utf8" });
  assert.match(html, /<div class="sourceCode" id="\w+" data-view="code,scene"\s+data-height="480" data-fragments="3" data-by="await"><pre\s+class="sourceCode python switchboard"><code/);
  assert.match(html, /\n<switchboard-player view="timeline" height="300">\n  <script type="text\/x-python">\n    import asyncio\n\n    async def main/);
  assert.match(html, /Reveal\.initialize\([\s\S]*Reveal\.registerPlugin\(Switchboard\(\)\)/);
});

test("mdBook itself makes of the chapter what is tested here", { skip: isInstalled("mdbook") ? false : "mdbook is not installed" }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "switchboard-mdbook-"));
  try {
    execFileSync("mdbook", ["build", "--dest-dir", folder, `${EXAMPLES}mdbook`], { stdio: ["ignore", "ignore", "inherit"] });
    const html = await readFile(join(folder, "locks.html"), "utf8");
    assert.match(html, /<pre><code class="language-python switchboard">import asyncio\n/);
    assert.match(html, /<switchboard-player view="timeline" height="260" lang="en">\s*<script type="text\/x-python">\nimport asyncio\n\nasync def main/);
    assert.match(html, /<script src="switchboard-\w+\.js"><\/script>|<script src="switchboard\.js"><\/script>/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function isInstalled(tool) {
  try {
    execFileSync(tool, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

onExample(
  "a cell of a notebook plays its program, from another host",
  "notebook.html",
  async (page) => {
    await inside(page).getByRole("button", { name: "Run" }).click();
    await inside(page).locator(".console-line .text", { hasText: "fast 0" }).waitFor();
    await screenshot(page, "example-notebook");
  },
  notebook,
);

/** What nbconvert makes of the notebook: the outputs of its cells stand in the page as they are. */
async function notebook() {
  const { cells } = JSON.parse(await readFile(`${EXAMPLES}notebook.ipynb`, "utf8"));
  const outputs = cells.flatMap((cell) => cell.outputs ?? []);
  const html = outputs.map(({ data }) => `<div class="jp-RenderedHTMLCommon jp-RenderedHTML">${data["text/html"].join("")}</div>`);
  return `<!doctype html><html lang="en"><title>Notebook</title><link rel="icon" href="data:,"><main>${html.join("")}</main></html>`;
}
