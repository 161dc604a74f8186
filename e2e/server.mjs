// A static file server for the built page, as plain as the ones that will serve it to people.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Serves `folder` on a free port, and other folders under the names that `mounts` gives them; resolves to
 * `{ url, close }`.
 */
export async function serve(folder, mounts = {}) {
  const server = createServer((request, response) => answer({ ...mounts, "": folder }, request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return { url, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function answer(folders, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)).slice(1);
  const [mount, folder] = Object.entries(folders).find(([name]) => path.startsWith(name));
  const inside = path.slice(mount.length);
  const file = join(folder, inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}
