/** Switchboard in a web page: importing this module defines `<switchboard-player>`. See docs/EMBED.md. */

/** What steps go over. */
export type Unit = "event" | "line" | "await" | "turn" | "switch" | "output";

export type Panel = "code" | "scene" | "queues" | "timeline" | "console" | "log";

/** A program with what it runs on. */
export interface Scenario {
  program: string;
  title?: string;
  seed?: number;
  /** Virtual nanoseconds that an instruction takes; 0 for none. */
  cost_ns?: number;
  step?: number;
}

/** What can be changed while a frame is there. */
export interface Options {
  theme?: "auto" | "light" | "dark";
  lang?: "en" | "fr" | "de";
  /** From 0.75 to 2. */
  scale?: number | string;
  /** Panels, with commas between them. */
  view?: string;
}

export interface Ready {
  type: "ready";
}

export interface Loaded {
  type: "loaded";
}

/** Where the playhead stands. */
export interface State {
  type: "state";
  /** How many events are before the playhead. */
  step: number;
  /** How many events there are so far. */
  steps: number;
  /** In virtual seconds. */
  time: number;
  running: boolean;
  finished: boolean;
}

export interface Height {
  type: "height";
  /** In pixels. */
  height: number;
}

/** What is seen, as a link. */
export interface Link {
  type: "link";
  /** From `#` on; empty for what everybody sees who opens the page. */
  link: string;
}

/** A key that the frame has no use for. */
export interface Key {
  type: "key";
  key: string;
  code: string;
  keyCode: number;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** What can stand on paper in a frame's place. */
export interface Still {
  type: "still";
  /** The panel that was asked for. */
  view?: Panel;
  /** A picture of it as an SVG document: of `scene`, `queues`, `timeline` and `code`. */
  svg?: string;
  program: string;
  /** What has just happened at the playhead; empty at the beginning. */
  sentence: string;
}

export interface Failure {
  type: "error";
  message: string;
}

export interface PlayerEvents {
  "switchboard-ready": CustomEvent<Ready>;
  "switchboard-loaded": CustomEvent<Loaded>;
  "switchboard-state": CustomEvent<State>;
  "switchboard-height": CustomEvent<Height>;
  "switchboard-link": CustomEvent<Link>;
  "switchboard-key": CustomEvent<Key>;
  "switchboard-still": CustomEvent<Still>;
  "switchboard-error": CustomEvent<Failure>;
}

/** What is said before the frame is there is kept until it is. */
export class SwitchboardPlayer extends HTMLElement {
  /** What Switchboard told last of where it stands. */
  readonly state: State | undefined;
  run(): void;
  pause(): void;
  /** Goes over `n` units, back if negative. */
  step(n?: number, unit?: Unit): void;
  /** Goes to a step, and from there over `n` units. */
  seek(step: number, n?: number, unit?: Unit): void;
  /** Shows the text of a program or of a scenario file, a link or a scenario, at a step. */
  load(scenario: string | Scenario, step?: number): void;
  set(options: Options): void;
  /** What can stand on paper in its place, once all that was asked for before is done. */
  still(view?: Panel): Promise<Still>;
  /** Has the frame there before it comes into view. */
  prepare(): void;
  /** Takes the frame away. It comes back, as it was, when it is in view again or is told something. */
  unload(): void;

  addEventListener<K extends keyof PlayerEvents>(
    type: K,
    listener: (this: SwitchboardPlayer, event: PlayerEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: SwitchboardPlayer, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "switchboard-player": SwitchboardPlayer;
  }
}
