// In a frame: passes messages between the page around it and `window.switchboard`. docs/EMBED.md describes them.

const around = window.parent;
const page = window.switchboard;

/** What was asked for and takes a while; what is asked for meanwhile comes after it. */
let work = Promise.resolve();

function send(message) {
  around.postMessage({ switchboard: 1, ...message }, "*");
}

const sendState = () => send({ type: "state", ...page.state() });

function greet() {
  send({ type: "ready" });
  sendState();
  sendHeight();
}

/** Tells the height in which no panel has to be scrolled, once what is there now is drawn. */
function sendHeight() {
  requestAnimationFrame(() => requestAnimationFrame(() => send({ type: "height", height: neededHeight() })));
}

function neededHeight() {
  const bodies = Array.from(document.querySelectorAll(".panel-body"));
  const boxes = bodies.flatMap((body) => [body, ...body.children]);
  const lacking = Math.max(0, ...boxes.map((box) => box.scrollHeight - box.clientHeight));
  const columns = new Set(bodies.map((body) => body.getBoundingClientRect().left)).size;
  // Panels that stand one below the other share the room.
  return innerHeight + lacking * (columns > 1 ? 1 : bodies.length);
}

async function load({ scenario, link, program }) {
  await page.load(scenario ?? link ?? program ?? "");
  await standing();
  send({ type: "loaded" });
  sendState();
  sendHeight();
}

/** Goes to a step, and from there over so many units, back if negative. */
async function seek({ step = 0, n = 0, unit }) {
  page.seek(step);
  await standing();
  await stepBy({ n, unit });
}

async function stepBy({ n = 1, unit = "event" }) {
  for (let left = Math.abs(n); left > 0; left -= 1) {
    page.step(Math.sign(n), unit);
    await standing();
  }
}

/** Tells what can stand on paper in the frame's place. */
const still = ({ view }) =>
  send({ type: "still", view, svg: page.still(view), program: page.program(), sentence: page.sentence() });

/** Resolves when the playhead stands: the program may take a while to get where it is asked to. */
async function standing() {
  while (page.state().running) await new Promise((resolve) => addEventListener("switchboard-state", resolve, { once: true }));
}

/** What is done at once, whatever else is going on. */
const AT_ONCE = {
  ping: greet,
  pause: () => page.pause(),
  set: ({ options = {} }) => page.set(options),
};

const IN_TURN = { load, seek, still, step: stepBy, run: () => page.run() };

/** What reveal.js says to the frames of a slide. */
const REVEAL = { "slide:start": "run", "slide:stop": "pause" };

function answer({ source, data }) {
  if (source !== around) return;
  const message = typeof data === "string" ? { type: REVEAL[data] } : data?.switchboard === 1 ? data : {};
  const { type } = message;
  if (!type) return;
  if (Object.hasOwn(AT_ONCE, type)) {
    attempt(() => AT_ONCE[type](message));
  } else if (Object.hasOwn(IN_TURN, type)) {
    work = work.then(() => attempt(() => IN_TURN[type](message)));
  } else {
    send({ type: "error", message: `There is no message of the type ${type}.` });
  }
}

async function attempt(verb) {
  try {
    await verb();
  } catch (error) {
    send({ type: "error", message: error.message });
  }
}

/** Keys that the page has no use for may be meant for the deck around it. */
function passOn(event) {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.defaultPrevented || isTyping) return;
  const { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey } = event;
  send({ type: "key", key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey });
}

/** Connects the page, which is ready, with what is around it. */
export function connect() {
  addEventListener("message", answer);
  addEventListener("keydown", passOn);
  addEventListener("resize", sendHeight);
  addEventListener("switchboard-state", sendState);
  addEventListener("switchboard-link", ({ detail }) => send({ type: "link", link: detail }));
  greet();
}
