// The page on other hosts: the archive that people unpack, and servers that are set up as docs/HOSTING.md says.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { onPage, output, ROOT, runToEnd, shareBrowser } from "./browser.mjs";
import { serve } from "./server.mjs";
import { unpack } from "./zip.mjs";

/** Where the page lies on the hosts of this file. */
const FOLDER = "courses/switchboard/";

/** A block of code in docs/HOSTING.md. */
async function documented(language) {
  const text = await readFile(`${ROOT}docs/HOSTING.md`, "utf8");
  return text.match(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s"))[1];
}

describe("what `cargo xtask dist` packs", () => {
  let site;
  let names;

  shareBrowser(async () => {
    site = await mkdtemp(join(tmpdir(), "switchboard-dist-"));
    const told = execFileSync("cargo", ["xtask", "dist", "--packed-only"], { cwd: ROOT, encoding: "utf8" });
    const [, archive] = told.match(/^(\S+\.zip): \d+ bytes$/m);
    names = await unpack(await readFile(join(ROOT, archive)), join(site, "courses"));
    await writeFile(join(site, "index.html"), '<!doctype html><title>Courses</title><link rel="icon" href="data:,">');
    const server = await serve(site);
    return { url: server.url, close: () => server.close().then(() => rm(site, { recursive: true })) };
  });

  onPage(
    "runs from wherever it was unpacked, with its gallery",
    async (page) => {
      const [folder] = names[0].split("/");
      assert.match(folder, /^switchboard-\d+\.\d+\.\d+$/);
      assert.ok(names.every((name) => name.startsWith(`${folder}/`)), "all in one folder");
      for (const name of ["index.html", "player.js", "reveal-plugin.js", "HOSTING.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
        assert.ok(names.includes(`${folder}/${name}`), name);
      }
      await page.goto(`${page.url()}courses/${folder}/`);
      await runToEnd(page);
      assert.equal((await output(page)).at(-1), "47826");
      await page.goto(`${page.url().split("#")[0]}#g/three-downloads`);
      await page.getByRole("heading", { name: "Three downloads at once" }).waitFor();
    },
    { sign: "html" },
  );
});

for (const [server, program, language, configure] of [
  ["nginx", "nginx", "nginx", nginx],
  ["Apache", "apache2", "apache", apache],
]) {
  const skip = isThere(program) ? false : `${program} is not installed`;
  describe(`${server}, set up as documented`, { skip }, () => {
    let site;
    let port;
    let running;

    before(async () => {
      site = await mkdtemp(join(tmpdir(), `switchboard-${program}-`));
      await cp(`${ROOT}dist`, join(site, "www", FOLDER), { recursive: true });
      execFileSync("chmod", ["-R", "a+rX", site]);
      port = await freePort();
      running = spawn(program, await configure(site, port, await documented(language)), { stdio: ["ignore", "ignore", "inherit"] });
      for (let tries = 0; tries < 100 && !(await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)); tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    after(async () => {
      const over = new Promise((resolve) => running.once("exit", resolve));
      running.kill("SIGTERM");
      await over;
      await rm(site, { recursive: true });
    });

    test("types, compression and caching are as they should be", async () => {
      for (const name of ["", ...(await readdir(join(site, "www", FOLDER)))]) {
        const { status, headers } = await fetch(`http://127.0.0.1:${port}/${FOLDER}${name}`);
        const type = TYPES[name.split(".").at(-1)];
        if (!type || name.endsWith(".d.ts")) continue;
        assert.equal(status, 200, name);
        assert.match(headers.get("content-type"), type, name);
        assert.equal(headers.get("access-control-allow-origin"), "*", name);
        if (!name.endsWith(".svg") && !name.endsWith(".png")) assert.equal(headers.get("content-encoding"), "gzip", name);
        const isForGood = /-[0-9a-f]{12,16}(_bg|_rest)?\.(js|css|wasm)$/.test(name);
        assert.equal(headers.get("cache-control"), isForGood ? "max-age=31536000, immutable" : "no-cache", name);
      }
    });
  });
}

const TYPES = {
  "": /^text\/html/,
  css: /^text\/css/,
  html: /^text\/html/,
  js: /^(text|application)\/javascript/,
  txt: /^text\/plain/,
  wasm: /^application\/wasm$/,
};

/** The arguments of an nginx that serves a folder with these lines in its `server` block. */
async function nginx(site, port, lines) {
  const own = lines.replaceAll("/srv/www", `${site}/www`).replaceAll("/switchboard/", `/${FOLDER}`);
  const config = `daemon off; pid ${site}/pid; error_log ${site}/errors; events {}
http { include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${site}/temp;`).join(" ")}
server { listen 127.0.0.1:${port};\n${own}\n} }`;
  await writeFile(join(site, "nginx.conf"), config);
  return ["-c", join(site, "nginx.conf")];
}

/** The arguments of an Apache that serves a folder with these lines in the `.htaccess` of the page. */
async function apache(site, port, lines) {
  await writeFile(join(site, "www", FOLDER, ".htaccess"), lines);
  await mkdir(join(site, "run"));
  const modules = ["mpm_event", "authz_core", "mime", "headers", "filter", "deflate", "dir"];
  const config = `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${site}/run/pid
DefaultRuntimeDir ${site}/run
ErrorLog ${site}/errors
User #65534
Group #65534
TypesConfig /etc/mime.types
DocumentRoot ${site}/www
<Directory ${site}/www>
  AllowOverride All
  Require all granted
</Directory>
`;
  await writeFile(join(site, "apache.conf"), config);
  return ["-D", "FOREGROUND", "-f", join(site, "apache.conf")];
}

function isThere(program) {
  try {
    execFileSync(program, ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A port that nobody listens at. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
