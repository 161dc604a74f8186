// <switchboard-player>: Switchboard in any web page. docs/EMBED.md describes it, and player.d.ts its types.

/** The page that the frames show: it lies beside this module. */
const PAGE = new URL("./", import.meta.url);

/** The attributes that a frame takes while it is there. */
const CHANGEABLE = ["view", "theme", "lang", "scale"];

/** The attributes that a frame's address takes over. */
const OPTIONS = [...CHANGEABLE, "present"];

/** The attributes that say what is shown. */
const SOURCES = ["src", "link", "step"];

/** How many frames are kept; beyond these, those that were out of view longest go, and come again as they were. */
const MOST_FRAMES = 12;

/** What the element contains is seen until its frame is there, in the same place. */
const STYLE = new CSSStyleSheet();
STYLE.replaceSync(
  ":host{display:grid}:host([hidden]){display:none}" +
    "iframe,slot{grid-area:1/1;min-width:0}" +
    "iframe{width:100%;height:360px;border:0;opacity:0}:host(:not([height])) iframe{max-height:95vh}" +
    "slot{display:block;overflow:auto}" +
    "::slotted(script){display:block;white-space:pre-wrap;font:13px monospace}" +
    ".there{opacity:1}.there+slot{visibility:hidden;height:0}",
);

/** The players that have a frame, the one that came into view last at the end. */
const live = new Set();

/** Tells players whether they are in view, or soon will be. */
let sight;

export class SwitchboardPlayer extends HTMLElement {
  static observedAttributes = [...SOURCES, ...OPTIONS, "height"];

  static {
    sight = new IntersectionObserver(
      (entries) => entries.forEach(({ target, isIntersecting }) => target.#look(isIntersecting)),
      { rootMargin: "200px" },
    );
    addEventListener("message", ({ source, data }) => {
      if (data?.switchboard !== 1) return;
      for (const player of live) if (player.#frame.contentWindow === source) player.#hear(data);
    });
  }

  /** What Switchboard told last of where it stands. */
  state;

  #frame;
  #isReady = false;
  #isInView = false;
  #hasPlayed = false;
  /** What is to be said when the frame is ready. */
  #waiting = [];
  /** The scenario and the step that the frame shows, or will; nothing until the element's contents are read. */
  #place;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [STYLE];
    root.append(document.createElement("slot"));
  }

  run() {
    this.#say({ type: "run" });
  }

  pause() {
    if (this.#frame) this.#say({ type: "pause" });
  }

  step(n = 1, unit) {
    this.#say({ type: "step", n, unit });
  }

  seek(step, n, unit) {
    this.#say({ type: "seek", step, n, unit });
  }

  set(options) {
    this.#say({ type: "set", options });
  }

  still(view) {
    this.#say({ type: "still", view });
    return new Promise((resolve) => {
      this.addEventListener("switchboard-still", function hear({ detail }) {
        if (detail.view !== view) return;
        this.removeEventListener("switchboard-still", hear);
        resolve(detail);
      });
    });
  }

  load(scenario, step = 0) {
    this.#place = { scenario, step };
    this.#waiting = [];
    if (this.#isReady) this.#show();
    else this.prepare();
  }

  /** Takes the frame away. It comes back, as it was, when it is in view again or is told something. */
  unload() {
    live.delete(this);
    this.#frame?.remove();
    this.#frame = undefined;
    this.#isReady = false;
    this.#waiting = [];
  }

  connectedCallback() {
    sight.observe(this);
  }

  disconnectedCallback() {
    sight.unobserve(this);
    this.#isReady = false;
    // Where it was only moved, its frame loads anew by itself.
    if (!this.isConnected) this.unload();
  }

  attributeChangedCallback(name, _, value) {
    if (SOURCES.includes(name)) this.#place = undefined;
    if (!this.#frame) return;
    if (name === "height") this.#resize();
    else if (value && CHANGEABLE.includes(name)) this.set({ [name]: value });
    else {
      this.unload();
      this.prepare();
    }
  }

  #look(isInView) {
    this.#isInView = isInView;
    if (isInView) this.prepare();
  }

  /** Has the frame there before it comes into view. */
  prepare() {
    if (!this.isConnected) return;
    live.delete(this);
    live.add(this);
    if (this.#frame) return;
    const asked = OPTIONS.filter((name) => this.hasAttribute(name));
    const query = asked.map((name) => `&${name}=${encodeURIComponent(this.getAttribute(name) || 1)}`);
    this.#frame = document.createElement("iframe");
    this.#frame.title = this.title || "Switchboard";
    this.#frame.allow = "clipboard-write";
    this.#frame.src = `${PAGE}?embed=1${query.join("")}`;
    this.#resize();
    this.shadowRoot.prepend(this.#frame);
    for (const player of [...live].slice(0, -MOST_FRAMES)) {
      if (!player.#isInView && !player.state?.running) player.unload();
    }
  }

  /** The height that was asked for; else this one. */
  #resize(height = "") {
    const asked = this.getAttribute("height");
    this.#frame.style.height = asked ? asked + (isNaN(asked) ? "" : "px") : height;
  }

  #say(message) {
    if (this.#isReady) {
      this.#frame.contentWindow.postMessage({ switchboard: 1, ...message }, PAGE.origin);
    } else {
      this.#waiting.push(message);
      this.prepare();
    }
  }

  #hear(message) {
    const { type } = message;
    const isShown = this.#frame.className;
    if (type === "ready") this.#begin();
    if (type === "loaded" || type === "error") this.#frame.className = "there";
    if (type === "height") this.#resize(`${message.height}px`);
    if (type === "link" && isShown) this.#place.scenario = message.link;
    if (type === "state" && isShown) {
      this.state = message;
      this.#place.step = message.step;
    }
    this.#tell(message);
  }

  #tell(message) {
    this.dispatchEvent(new CustomEvent(`switchboard-${message.type}`, { detail: message, bubbles: true, composed: true }));
  }

  /** The frame is there, or there anew. */
  async #begin() {
    const frame = this.#frame;
    frame.className = "";
    try {
      this.#place ??= { scenario: await this.#source(), step: Number(this.getAttribute("step")) };
    } catch (error) {
      this.#tell({ type: "error", message: error.message });
      return;
    }
    if (frame !== this.#frame) return;
    this.#isReady = true;
    this.#show();
    if (this.hasAttribute("autoplay") && !this.#hasPlayed) this.run();
    this.#hasPlayed = true;
    this.#waiting.splice(0).forEach((message) => this.#say(message));
  }

  #show() {
    const { scenario, step } = this.#place;
    if (scenario) this.#say({ type: "load", scenario });
    else this.#frame.className = "there";
    if (step) this.seek(step);
  }

  /** What the element's attributes or contents say that it shows. */
  async #source() {
    if (this.hasAttribute("link")) return this.getAttribute("link");
    if (this.hasAttribute("src")) {
      const answer = await fetch(this.getAttribute("src"));
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      return answer.text();
    }
    return unindented((this.querySelector("script, pre") ?? this).textContent);
  }
}

/** A program as it is without the indentation of the HTML around it; nothing if there is none. */
function unindented(text) {
  const lines = text.replace(/^\s*\n|\s+$/g, "").split(/^/m);
  const margin = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  const program = lines.map((line) => (line.trim() ? line.slice(margin) : "\n")).join("");
  return program && `${program}\n`;
}

customElements.define("switchboard-player", SwitchboardPlayer);
