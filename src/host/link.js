// The address bar, and the browser's own compression. The bytes that come from the wasm lie in its memory, where they do
// not stay.

const FORMAT = "deflate-raw";

/** Calls back with the bytes compressed; with nothing where the browser can't. */
export function deflate(bytes, done) {
  pass(bytes.slice(), () => new CompressionStream(FORMAT), Infinity).then(done, () => done());
}

/** Calls back with the bytes as they were before; with null if there are more than `limit`, with nothing if they are damaged. */
export function inflate(bytes, limit, done) {
  pass(bytes.slice(), () => new DecompressionStream(FORMAT), limit).then(done, () => done());
}

async function pass(bytes, makeStream, limit) {
  const stream = makeStream();
  const writer = stream.writable.getWriter();
  // What is wrong with the bytes is told at the other end too.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

/** Puts a fragment into the address bar, or none, without a new entry in the history. Who listens is told of it. */
export function show_fragment(fragment) {
  const { pathname, search } = location;
  dispatchEvent(new CustomEvent("switchboard-link", { detail: fragment && `#${fragment}` }));
  try {
    history.replaceState(history.state, "", pathname + search + (fragment && `#${fragment}`));
  } catch {
    // Some frames have no address of their own. Then there is none to keep up to date.
  }
}

/** Opens the page by itself, with what a fragment carries. */
export function open_full_page(fragment) {
  open(`${location.pathname}#${fragment}`, "_blank", "noopener");
}
