// <switchboard-player> in other people's pages.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { onPage, quiet, ROOT, screenshot, shareBrowser } from "./browser.mjs";

shareBrowser();

const PROGRAM = `import asyncio

async def main():
    for n in range(3):
        print(n)
        await asyncio.sleep(0.1)

asyncio.run(main())
`;

/** Opens a page that somebody else has written, with the element's script in its head. */
async function openHost(page, html) {
  const origin = new URL("./", page.url()).href;
  await page.route("**/host.html", (route) => {
    const head = `<title>Host</title><link rel="icon" href="data:,"><script type="module" src="${origin}player.js"></script>`;
    const script = "<script>told = []; for (const type of ['ready', 'loaded', 'state', 'link', 'height', 'key', 'error']) addEventListener(`switchboard-${type}`, ({ target, detail }) => told.push({ ...detail, id: target.id }))</script>";
    return route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en">${head}${script}<main>${html}</main>` });
  });
  await quiet(page);
  await page.goto(`${origin}host.html`);
}

/** What a player has told that has these fields, once it has. */
async function told(page, fields) {
  const find = (fields) => window.told.findLast((message) => Object.entries(fields).every(([name, value]) => message[name] === value));
  return (await page.waitForFunction(find, fields)).jsonValue();
}

const forget = (page) => page.evaluate(() => (window.told.length = 0));
const inside = (page, id) => page.locator(`#${id}`).locator("iframe").contentFrame();
const listing = (frame) => frame.locator(".code-line .text").allTextContents();
const does = (page, id, verb, ...args) =>
  page.evaluate(([id, verb, args]) => document.getElementById(id)[verb](...args), [id, verb, args]);

const indented = (program) => program.replace(/^(?=.)/gm, "        ");

onPage("a player shows the program that stands in it, at the step that it is given", async (page) => {
  await openHost(page, `
    <switchboard-player id="one" view="code" step="9">
      <script type="text/x-python">
${indented(PROGRAM)}
      </script>
    </switchboard-player>
    <switchboard-player id="two" view="code,console" theme="dark" lang="fr"><pre>${PROGRAM}</pre></switchboard-player>`);
  await told(page, { id: "one", type: "state", step: 9 });
  assert.equal((await listing(inside(page, "one"))).join("\n"), PROGRAM);
  await told(page, { id: "two", type: "loaded" });
  assert.equal((await listing(inside(page, "two"))).join("\n"), PROGRAM);
  const root = inside(page, "two").locator("html");
  assert.equal(await root.getAttribute("data-theme"), "dark");
  assert.equal(await root.getAttribute("lang"), "fr");
  await screenshot(page, "player");
});

onPage("players on one page are independent, and are told apart by their events", async (page) => {
  await openHost(page, `
    <switchboard-player id="one" view="console">${PROGRAM}</switchboard-player>
    <switchboard-player id="two" view="console">${PROGRAM}</switchboard-player>`);
  await told(page, { id: "two", type: "loaded" });
  await does(page, "one", "run");
  const { step, steps, time } = await told(page, { id: "one", type: "state", finished: true });
  assert.equal(step, steps);
  assert.ok(time >= 0.3 && time < 0.31, `${time}`);
  assert.equal((await page.evaluate(() => two.state.steps)), 0);
  await does(page, "two", "seek", 5);
  await told(page, { id: "two", type: "state", step: 5 });
  await does(page, "two", "step", -2);
  await told(page, { id: "two", type: "state", step: 3 });
  assert.equal(await page.evaluate(() => one.state.step), step);
});

onPage("a player steps over lines, awaits and turns, one call after the other", async (page) => {
  await openHost(page, `<switchboard-player id="one" view="code">${PROGRAM}</switchboard-player>`);
  await does(page, "one", "step", 3, "line");
  await does(page, "one", "step", 1, "output");
  await does(page, "one", "step", 2, "turn");
  await told(page, { type: "loaded" });
  await expectEvent(page, /turn/i);
  await does(page, "one", "seek", 0, 2, "output");
  await expectEvent(page, /"1/);
});

/** Waits until the event before the playhead, as the trace has it in words, is like this. */
async function expectEvent(page, pattern) {
  const body = inside(page, "one").locator("body");
  const last = () => body.evaluate(() => JSON.stringify(switchboard.trace()[switchboard.state().step - 1] ?? {}));
  for (let tries = 0; tries < 50 && !pattern.test(await last()); tries += 1) await page.waitForTimeout(50);
  assert.match(await last(), pattern);
}

onPage("a player gives a picture of each panel that can be drawn, and the program before it has run", async (page) => {
  await openHost(page, `<switchboard-player id="one" view="code">${PROGRAM}</switchboard-player>`);
  const stills = () =>
    page.evaluate(() => Promise.all(["scene", "queues", "timeline", "code", "console", undefined].map((view) => one.still(view))));
  const drawn = (stills) => stills.map(({ svg }) => svg?.match(/<title>(.*)<\/title>/)[1]);
  assert.deepEqual(drawn(await stills()), [undefined, undefined, undefined, "Program", undefined, undefined]);
  await does(page, "one", "seek", 9);
  const after = await stills();
  assert.deepEqual(drawn(after), ["Call center", "Event loop", "Timeline", "Program", undefined, undefined]);
  assert.ok(after.every(({ program, sentence }) => program === PROGRAM && sentence));
});

onPage("on paper a player is a picture of what it shows, and one that has no frame yet is its program", async (page) => {
  await openHost(page, `
    <switchboard-player id="one" view="scene,queues" height="400">${PROGRAM}</switchboard-player>
    <div style="height: 4000px"></div>
    <switchboard-player id="two"><script type="text/x-python">${PROGRAM}</script></switchboard-player>`);
  await does(page, "one", "seek", 9);
  await told(page, { id: "one", type: "state", step: 9 });
  await page.emulateMedia({ media: "print" });
  await inside(page, "one").locator("body").evaluate(() => dispatchEvent(new Event("beforeprint")));
  const handout = inside(page, "one").locator(".handout");
  assert.deepEqual(await handout.locator("svg > title").allTextContents(), ["Call center", "Event loop"]);
  const height = (await handout.evaluate((handout) => handout.getBoundingClientRect().bottom));
  assert.ok(height <= 400, `${height}`);
  assert.equal(await page.locator("#two iframe").count(), 0);
  const { height: shown } = await page.locator("#two script").boundingBox();
  assert.ok(shown > 100, `${shown}`);
  await screenshot(page, "player-print");
});

onPage("a player that is far down the page loads when it comes into view", async (page) => {
  await openHost(page, `<div style="height: 4000px"></div><switchboard-player id="one" view="code">${PROGRAM}</switchboard-player>`);
  await page.waitForTimeout(300);
  assert.equal(await page.locator("#one iframe").count(), 0);
  await page.locator("#one").scrollIntoViewIfNeeded();
  await told(page, { id: "one", type: "loaded" });
});

onPage("a frame that was taken away comes back as it was", async (page) => {
  await openHost(page, `<switchboard-player id="one" view="code">${PROGRAM}</switchboard-player>`);
  await told(page, { type: "loaded" });
  await does(page, "one", "load", "import asyncio\nasyncio.run(asyncio.sleep(1))\n");
  await does(page, "one", "seek", 7);
  await told(page, { type: "state", step: 7 });
  await forget(page);
  await does(page, "one", "unload");
  assert.equal(await page.locator("#one iframe").count(), 0);
  await page.evaluate(() => document.body.append(one));
  await told(page, { type: "state", step: 7 });
  assert.equal((await listing(inside(page, "one"))).at(-2), "asyncio.run(asyncio.sleep(1))");
  // Also where the link was told, and somebody has moved on since.
  await told(page, { type: "link" });
  await does(page, "one", "step", 1);
  await told(page, { type: "state", step: 8 });
  await forget(page);
  await page.evaluate(() => document.querySelector("main").append(one));
  await told(page, { type: "state", step: 8 });
});

onPage("a player plays by itself where it is asked to, and not again when its frame comes back", async (page) => {
  await openHost(page, `<switchboard-player id="one" view="code" autoplay>${PROGRAM}</switchboard-player>`);
  const { step } = await told(page, { type: "state", finished: true });
  await forget(page);
  await page.evaluate(() => document.body.append(one));
  await told(page, { type: "state", step, running: false });
  await quiet(page);
  assert.deepEqual(await page.evaluate(() => [one.state.step, one.state.running]), [step, false]);
});

onPage("a player grows with its program unless it has a height", async (page) => {
  const long = PROGRAM + "# and so on\n".repeat(30);
  await openHost(page, `
    <switchboard-player id="one" view="code">${long}</switchboard-player>
    <switchboard-player id="two" view="code" height="250">${long}</switchboard-player>`);
  await told(page, { id: "two", type: "loaded" });
  await page.waitForFunction(() => one.offsetHeight > 500);
  const body = inside(page, "one").locator(".panel-body");
  await page.waitForTimeout(200);
  const { scrollHeight, clientHeight } = await body.evaluate(({ scrollHeight, clientHeight }) => ({ scrollHeight, clientHeight }));
  assert.equal(scrollHeight, clientHeight);
  assert.equal(await page.evaluate(() => two.offsetHeight), 250);
});

onPage("a link in an attribute is opened, and one that is damaged is told of", async (page) => {
  await openHost(page, `<switchboard-player id="one" view="code">${PROGRAM}</switchboard-player>`);
  await told(page, { id: "one", type: "loaded" });
  const { link } = await told(page, { id: "one", type: "link" });
  await openHost(page, `
    <switchboard-player id="one" view="code" link="https://other.example/${link}"></switchboard-player>
    <switchboard-player id="two" view="code" link="#1.AAAA"></switchboard-player>`);
  await told(page, { id: "one", type: "loaded" });
  assert.equal((await listing(inside(page, "one"))).join("\n"), PROGRAM);
  assert.match((await told(page, { id: "two", type: "error" })).message, /damaged/);
  await inside(page, "two").getByText("This link is damaged").waitFor();
});

onPage("a player shows a scenario of the gallery, and comes back with it", async (page) => {
  await openHost(page, `<switchboard-player id="one" link="#g/heartbeat" view="code" step="12"></switchboard-player>`);
  await told(page, { id: "one", type: "state", step: 12 });
  assert.match((await listing(inside(page, "one"))).join("\n"), /async def heartbeat/);
  await told(page, { id: "one", type: "link" });
  await does(page, "one", "unload");
  await forget(page);
  await does(page, "one", "prepare");
  await told(page, { id: "one", type: "state", step: 12 });
  assert.match((await listing(inside(page, "one"))).join("\n"), /async def heartbeat/);
});

onPage("a file is fetched, and one that is missing is told of", async (page) => {
  await page.route("**/program.py", (route) => route.fulfill({ body: PROGRAM }));
  await openHost(page, `<switchboard-player id="one" view="code" src="program.py"></switchboard-player>`);
  await told(page, { id: "one", type: "loaded" });
  assert.equal((await listing(inside(page, "one"))).join("\n"), PROGRAM);
});

onPage("a scenario file is shown as what it is, and one that is none is told of", async (page) => {
  await page.route("**/lesson.md", (route) => route.fulfill({ body: `---\ntitle: "A lesson"\nstep: 9\n---\n\nLook.\n\n\`\`\`python\n${PROGRAM}\`\`\`\n` }));
  await page.route("**/broken.md", (route) => route.fulfill({ body: "---\ncolour: red\n---\n" }));
  await openHost(page, `
    <switchboard-player id="one" view="code" src="lesson.md"></switchboard-player>
    <switchboard-player id="two" view="code" src="broken.md"></switchboard-player>`);
  await told(page, { id: "one", type: "state", step: 9 });
  assert.equal((await listing(inside(page, "one"))).join("\n"), PROGRAM);
  assert.match((await told(page, { id: "two", type: "error" })).message, /line 2/);
});

onPage("a frame neither shows nor overwrites what the person has written at home", async (page) => {
  await openHost(page, `<switchboard-player id="one" view="code"></switchboard-player><switchboard-player id="two" view="code">${PROGRAM}</switchboard-player>`);
  await told(page, { id: "two", type: "loaded" });
  await inside(page, "one").getByText("def fetch(n, delay, size)").waitFor();
  assert.equal(await inside(page, "two").getByText("Your own is kept").count(), 0);
  await inside(page, "two").getByRole("button", { name: "Edit" }).click();
  await inside(page, "two").locator(".cm-content").fill("print(2)\n");
  await told(page, { id: "two", type: "link" });
  assert.equal(await page.evaluate(() => localStorage.getItem("switchboard.draft")), 'print("mine")\n');
}, { draft: 'print("mine")\n' });

onPage("marked blocks of Python become players", async (page) => {
  await openHost(page, `
    <pre data-view="console"><code class="language-python switchboard">${PROGRAM}</code></pre>
    <pre id="plain"><code class="language-python">${PROGRAM}</code></pre>
    <script type="module">import { upgrade } from "./blocks.js"; upgrade();</script>`);
  await told(page, { type: "loaded" });
  assert.equal(await page.locator("switchboard-player").getAttribute("view"), "console");
  assert.equal(await page.locator("#plain code").count(), 1);
});

test("a player's script is at most 4 KB", async () => {
  const script = await readFile(`${ROOT}dist/player.js`);
  console.log(`player.js: ${script.length} bytes, ${brotliCompressSync(script).length} with brotli`);
  assert.ok(script.length <= 4096);
});
