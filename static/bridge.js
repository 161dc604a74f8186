// In a frame: passes messages between the page around it and `window.switchboard`. docs/EMBED.md describes them.

const around = window.parent;

function send(message) {
  around.postMessage({ switchboard: 1, ...message }, "*");
}

function sendState() {
  send({ type: "state", ...window.switchboard.state() });
}

function greet() {
  send({ type: "ready" });
  sendState();
  send({ type: "height", height: document.documentElement.scrollHeight });
}

const VERBS = {
  ping: greet,
  load: async ({ scenario, link, program }) => {
    await window.switchboard.load(scenario ?? link ?? program ?? "");
    sendState();
  },
  run: () => window.switchboard.run(),
  pause: () => window.switchboard.pause(),
  step: ({ n = 1 }) => window.switchboard.step(n),
  seek: ({ step = 0 }) => window.switchboard.seek(step),
  set: ({ options = {} }) => window.switchboard.set(options),
};

/** What reveal.js says to the frames of a slide. */
const REVEAL = { "slide:start": "run", "slide:stop": "pause" };

async function answer({ source, data }) {
  if (source !== around) return;
  const message = typeof data === "string" ? { type: REVEAL[data] } : data?.switchboard === 1 ? data : {};
  if (!message.type) return;
  const verb = Object.hasOwn(VERBS, message.type) && VERBS[message.type];
  if (!verb) {
    send({ type: "error", message: `There is no message of the type ${message.type}.` });
    return;
  }
  try {
    await verb(message);
  } catch (error) {
    send({ type: "error", message: error.message });
  }
}

/** Keys that the page has no use for may be meant for the deck around it. */
function passOn(event) {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.defaultPrevented || isTyping) return;
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
  send({ type: "key", key, code, shiftKey, ctrlKey, altKey, metaKey });
}

/** Connects the page, which is ready, with what is around it. */
export function connect() {
  addEventListener("message", answer);
  addEventListener("keydown", passOn);
  addEventListener("switchboard-state", sendState);
  greet();
}
