// Blocks of Python that can be played, in pages that a tool has made from Markdown. docs/EMBED.md describes them.

import "./player.js";

/** Puts players in the place of Python blocks that are marked with the class or the attribute. */
export function upgrade(root = document) {
  const isMarked = ":is(.switchboard, [data-switchboard])";
  const blocks = root.querySelectorAll(`pre${isMarked}, pre:has(> code${isMarked})`);
  return Array.from(blocks, (block) => {
    const player = document.createElement("switchboard-player");
    for (const { name, value } of [...block.attributes, ...(block.querySelector("code")?.attributes ?? [])]) {
      if (name.startsWith("data-")) player.setAttribute(name.slice(5), value);
    }
    block.replaceWith(player);
    player.append(block);
    return player;
  });
}
