// What a browser keeps of the page: it opens without network, and is renewed when somebody asks for it.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onPage, output, playButton, ROOT, runToEnd, screenshot, shareBrowser } from "./browser.mjs";
import { serve } from "./server.mjs";

let site;
let server;

/** The page in a folder below the root of its server, where a test can put another build. */
shareBrowser(async () => {
  site = await mkdtemp(join(tmpdir(), "switchboard-site-"));
  await cp(`${ROOT}dist`, join(site, "some", "where"), { recursive: true });
  await writeFile(join(site, "some", "where", "other.html"), '<title>Other</title><link rel="icon" href="data:,">');
  server = await serve(site);
  const close = async () => {
    await server.close();
    await rm(site, { recursive: true });
  };
  return { url: server.url, close };
});

const options = { isKept: true, address: "some/where/" };

/** Waits until the browser has kept everything. */
const isKept = (page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== "activated") await new Promise((resolve) => setTimeout(resolve, 20));
  });

onPage("after one visit the page opens and runs without network", async (page, context) => {
  await isKept(page);
  await context.setOffline(true);
  await page.reload();
  await runToEnd(page);
  assert.equal((await output(page)).at(-1), "47826");
  // What comes later and what frames need is there too.
  await page.keyboard.press("e");
  await page.locator(".cm-content").waitFor();
  const url = page.url().split(/[?#]/)[0];
  await page.goto(`${url}index.html?embed=1&view=code&lang=fr`);
  await playButton(page).waitFor();
  const modules = await page.evaluate(() => Promise.all(["./player.js", "./reveal-plugin.js"].map((name) => import(new URL(name, location.href)))));
  assert.equal(modules.length, 2);
  await context.setOffline(false);
}, options);

onPage("other pages in the same folder are left to the network", async (page) => {
  await isKept(page);
  await page.goto(new URL("other.html", page.url()).href);
  assert.equal(await page.title(), "Other");
}, options);

onPage("a newer build is offered, and opened when somebody asks for it", async (page) => {
  await isKept(page);
  const script = join(site, "some", "where", "service-worker.js");
  const index = join(site, "some", "where", "index.html");
  const [oldScript, oldIndex] = await Promise.all([readFile(script, "utf8"), readFile(index, "utf8")]);
  try {
    await writeFile(script, oldScript.replace(/BUILD="\w+"/, 'BUILD="newer"'));
    await writeFile(index, oldIndex.replace("<title>Switchboard</title>", "<title>Newer</title>"));
    await page.reload();
    await playButton(page).waitFor();
    assert.equal(await page.title(), "Switchboard", "the newer one waits");
    const notice = page.getByText("A new version of Switchboard is here.");
    await notice.waitFor();
    await playButton(page).click();
    await page.waitForFunction(() => window.switchboard.state().running);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.switchboard.state().running), true, "what runs is left alone");
    await screenshot(page, "update");
    await page.evaluate(() => window.switchboard.pause());
    await page.getByRole("button", { name: "Open it" }).click();
    await page.waitForFunction(() => document.title === "Newer");
    await playButton(page).waitFor();
    assert.equal(await notice.count(), 0);
    await runToEnd(page);
    const names = await page.evaluate(() => caches.keys());
    assert.equal(names.length, 2, names.join());
  } finally {
    await writeFile(script, oldScript);
    await writeFile(index, oldIndex);
  }
}, options);

/** What somebody writes before a newer build comes. */
async function writeDraft(page) {
  await page.keyboard.press("e");
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("print('my own')\n");
  await page.waitForFunction(() => window.switchboard.program().includes("my own") || localStorage.getItem("switchboard.draft")?.includes("my own"));
}

/** Has the server hold a newer build as long as `body` goes on. */
async function withNewerBuild(body) {
  const files = ["service-worker.js", "index.html"].map((name) => join(site, "some", "where", name));
  const before = await Promise.all(files.map((file) => readFile(file, "utf8")));
  try {
    await writeFile(files[0], before[0].replace(/BUILD="\w+"/, 'BUILD="newer"'));
    await writeFile(files[1], before[1].replace("<title>Switchboard</title>", "<title>Newer</title>"));
    await body();
  } finally {
    await Promise.all(files.map((file, index) => writeFile(file, before[index])));
  }
}

async function expectDraft(page) {
  assert.equal(await page.title(), "Newer");
  await runToEnd(page);
  assert.deepEqual(await output(page), ["my own"]);
}

onPage("a newer build that is opened keeps the program that somebody writes", async (page) => {
  await isKept(page);
  await writeDraft(page);
  await withNewerBuild(async () => {
    await page.reload();
    await page.getByRole("button", { name: "Open it" }).click();
    await page.waitForFunction(() => document.title === "Newer");
    await playButton(page).waitFor();
    await expectDraft(page);
  });
}, options);

onPage("a newer build on a browser that keeps no page finds the program that somebody writes", async (page) => {
  await writeDraft(page);
  await withNewerBuild(async () => {
    await page.reload();
    await playButton(page).waitFor();
    await expectDraft(page);
  });
}, { ...options, isKept: false });

onPage("what another version has kept and this one does not know does no harm to the program", async (page) => {
  await writeDraft(page);
  await page.evaluate(() => {
    for (const key of ["theme", "lang", "layout"]) localStorage.setItem(`switchboard.${key}`, "columns=wide;hidden=hologram;v9");
  });
  await page.reload();
  await runToEnd(page);
  assert.deepEqual(await output(page), ["my own"]);
}, { ...options, isKept: false });
