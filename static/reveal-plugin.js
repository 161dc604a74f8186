// Switchboard on slides of reveal.js: a plugin, as an ES module. docs/EMBED.md describes it.

import { upgrade } from "./blocks.js";

export default () => ({ id: "switchboard", init });

/** How long a program may take to get where it is printed, in milliseconds: some never end. */
const PATIENCE_MS = 10000;

/** The panels of which there are pictures; the program is text on paper too. */
const DRAWN = ["scene", "queues", "timeline"];

/** The end, for players that name no step to be printed. */
const END = 1e9;

/** How long a deck is left alone before its stills are made, in milliseconds: what is seen comes first. */
const REST_MS = 2000;

/** Stills that were made ahead are seen on paper, and there in the place of their players. */
const PAPER = new CSSStyleSheet();
PAPER.replaceSync(
  "@media not print{.switchboard-paper{display:none!important}}" +
    "@media print{[data-has-still]{display:none!important}}",
);

async function init(deck) {
  const root = deck.getRevealElement();
  upgrade(root);
  const players = Array.from(root.querySelectorAll("switchboard-player"));
  if (deck.isPrintView?.() ?? deck.isPrintingPDF?.()) {
    for (const player of players) await print(player);
    return;
  }
  const parts = players.map((player) => new Part(player));
  const on = (slide) => parts.filter(({ player }) => slide?.contains(player));
  const each = (parts, what) => parts.forEach((part) => part[what]());
  const enter = () => {
    const { h, v } = deck.getIndices();
    each(on(deck.getCurrentSlide()), "enter");
    for (const next of [deck.getSlide(h, v + 1), deck.getSlide(h + 1)]) each(on(next), "prepare");
  };
  deck.on("slidechanged", ({ previousSlide }) => {
    each(on(previousSlide), "leave");
    enter();
  });
  for (const type of ["fragmentshown", "fragmenthidden"]) deck.on(type, () => each(on(deck.getCurrentSlide()), "follow"));
  for (const type of ["overviewshown", "paused"]) deck.on(type, () => each(parts, "leave"));
  for (const type of ["overviewhidden", "resumed"]) deck.on(type, enter);
  const begin = () => {
    enter();
    void makeAhead(players);
  };
  if (!deck.isReady()) {
    deck.on("ready", begin);
    return;
  }
  // A tool that writes whole decks leaves no other moment than this one. The deck has counted its fragments already.
  deck.sync();
  begin();
}

/** A player as a part of a slide. */
class Part {
  #plays;
  /** Where the trace stands when so many of the fragments are shown: what `seek` takes. */
  #stops;
  #fragments;
  #shown = 0;

  constructor(player) {
    this.player = player;
    // A frame may be there before its slide is.
    this.#plays = player.hasAttribute("autoplay");
    player.removeAttribute("autoplay");
    this.#stops = stops(player);
    this.#fragments = this.#stops.slice(1).map(() => make("span", { className: "fragment" }));
    player.after(...this.#fragments);
    player.addEventListener("switchboard-key", ({ detail }) => {
      player.dispatchEvent(new KeyboardEvent("keydown", { ...detail, bubbles: true, cancelable: true }));
    });
  }

  enter() {
    this.follow();
    if (this.#plays && !this.player.state?.finished) this.player.run();
  }

  /** Its slide may come next. */
  prepare() {
    this.player.prepare();
  }

  leave() {
    this.player.pause();
    // Keys are for what is seen.
    this.player.shadowRoot.activeElement?.blur();
  }

  /** Goes where the fragments say, unless that is where it has gone before. */
  follow() {
    const shown = this.#fragments.filter(({ classList }) => classList.contains("visible")).length;
    if (shown !== this.#shown) this.player.seek(...this.#stops[shown]);
    this.#shown = shown;
  }
}

/** Puts a still in a player's place. */
async function print(player) {
  // Slides are moved about before they are printed, and frames would begin again.
  const place = document.createComment("");
  player.replaceWith(place);
  place.replaceWith(await still(player));
}

/**
 * Has a still of each player ready for paper: whoever prints the deck as it is shown does not wait for frames. One is
 * made after the other, and none while something plays.
 */
async function makeAhead(players) {
  document.adoptedStyleSheets.push(PAPER);
  for (const player of players) {
    do await rest();
    while (players.some(({ state }) => state?.running));
    const figure = await still(player);
    figure.classList.add("switchboard-paper");
    player.after(figure);
    player.toggleAttribute("data-has-still", true);
  }
}

/** Until the browser has had nothing to do for a while; not all of them can tell. */
async function rest() {
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
}

/** What stands for a player on paper: pictures of what it shows, the program, and what has just happened. */
async function still(shown) {
  // The player itself stays where it stands. A frame that is not laid out draws nothing, so this one is, out of sight.
  const player = shown.cloneNode(true);
  for (const name of ["autoplay", "id"]) player.removeAttribute(name);
  const failed = new Promise((resolve) => {
    player.addEventListener("switchboard-error", ({ detail }) => resolve({ program: "", sentence: detail.message }));
  });
  const stage = make("div", { inert: true, style: "position: fixed; inset: 0; z-index: -1; opacity: 0" });
  stage.append(player);
  document.body.append(stage);
  player.seek(...printed(player));
  const patience = setTimeout(() => player.pause(), PATIENCE_MS);
  const { program, sentence } = await Promise.race([player.still(), failed]);
  clearTimeout(patience);
  const views = (player.getAttribute("view") ?? "code,scene").split(",");
  const pictures = [];
  for (const view of views.filter((view) => DRAWN.includes(view))) {
    const { svg } = await Promise.race([player.still(view), failed]);
    if (svg) pictures.push(make("img", { alt: sentence, src: `data:image/svg+xml,${encodeURIComponent(svg)}` }));
  }
  stage.remove();
  const figure = make("figure", { className: "switchboard-still" });
  if (program && (!pictures.length || views.includes("code"))) {
    const pre = make("pre", {});
    pre.append(make("code", { className: "language-python", textContent: program }));
    figure.append(pre);
  }
  figure.append(...pictures, make("figcaption", { textContent: sentence }));
  return figure;
}

const make = (name, properties) => Object.assign(document.createElement(name), properties);

/** What is printed: the step that is named, or the last that the fragments reach, or the first, or the end. */
function printed(player) {
  const still = player.getAttribute("still");
  if (still) return [Number(still)];
  if (player.hasAttribute("steps") || player.hasAttribute("fragments")) return stops(player).at(-1);
  return [Number(player.getAttribute("step") ?? END)];
}

/** `steps` names them one by one; `fragments` and `by` count them from where the player stands at first. */
function stops(player) {
  const first = Number(player.getAttribute("step"));
  const steps = player.getAttribute("steps")?.split(",").map(Number);
  if (steps) return [first, ...steps].map((step) => [step]);
  const count = Number(player.getAttribute("fragments"));
  const unit = player.getAttribute("by") ?? "line";
  return Array.from({ length: count + 1 }, (_, n) => [first, n, unit]);
}
