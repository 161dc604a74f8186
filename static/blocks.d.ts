import type { SwitchboardPlayer } from "./player.js";

/** Puts players in the place of blocks of code that are marked with the class `switchboard` or `data-switchboard`. */
export function upgrade(root?: ParentNode): SwitchboardPlayer[];
