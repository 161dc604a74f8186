// Brings the rest of the page's wasm: the functions that most programs do without.
//
// `cargo xtask build` splits the wasm and names the file in the page's head. A page that was built in one piece has no
// such line: there nothing is fetched and nothing demanded.

import { showCrash } from "../../static/crash.js";

/** What to say when the rest can't be had; the page puts it into the reader's language. */
let apology = "The rest of the page could not be loaded.";
let isThere = false;
let arrive;
const arrival = new Promise((resolve) => (arrive = resolve));

/** Fetches the rest while there is time. If that fails it is tried once more when the rest is demanded. */
export function prefetch_rest(exports, message) {
  apology = message;
  const url = address();
  if (!url) {
    arrive();
  } else {
    fetch(url)
      .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(response.status)))
      .then(WebAssembly.compile)
      .then((module) => instantiate(module, exports))
      .catch((reason) => console.info(`The rest of the engine was not prefetched: ${reason}`));
  }
}

/** Has the rest in its place on return: a function of it was called before it was prefetched. */
export function demand_rest(exports) {
  // A page that was kept for visits without network has the bytes already; see static/boot.js.
  instantiate(new WebAssembly.Module(window.switchboardRest ?? download(address())), exports);
}

/** Once: the rest imports the first part's exports, and puts its functions into the first part's table. */
function instantiate(module, first) {
  if (!isThere) {
    new WebAssembly.Instance(module, { first });
    isThere = true;
    arrive();
  }
}

/** Calls back once the rest is in its place and the browser has nothing else to do. */
export function after_rest(callback) {
  const whenIdle = window.requestIdleCallback ?? ((idle) => setTimeout(idle, 50));
  arrival.then(() => whenIdle(() => callback()));
}

function address() {
  const name = document.querySelector('meta[name="switchboard-rest"]')?.content;
  return name && new URL(name, document.baseURI).href;
}

/** The bytes of a file, at once. A synchronous request may ask for text only: each character holds one byte. */
function download(url) {
  const request = new XMLHttpRequest();
  try {
    request.open("GET", url, false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
  } catch (cause) {
    throw apologise(cause);
  }
  if (!request.status || request.status >= 400) {
    throw apologise(`HTTP status ${request.status}`);
  }
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
}

/** Tells the person; what was called can't go on. */
function apologise(cause) {
  showCrash(`${apology}\n${cause}`);
  return new Error(apology, { cause });
}
