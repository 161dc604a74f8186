// Blocks of Python that can be played, in pages that a tool has made from Markdown. docs/EMBED.md describes them.

import "./player.js";

/** Puts players in the place of Python blocks that are marked with the class or the attribute. */
export function upgrade(root = document) {
  const isMarked = ":is(.switchboard, [data-switchboard])";
  const blocks = root.querySelectorAll(`pre${isMarked}, pre:has(> code${isMarked})`);
  return Array.from(blocks, (block) => {
    const player = document.createElement("switchboard-player");
    // Pandoc, and with it Quarto, has attributes at a box around the block.
    const box = block.closest("div.sourceCode") ?? block;
    for (const element of [box, block, block.querySelector("code")]) {
      for (const { name, value } of element?.attributes ?? []) {
        if (name.startsWith("data-")) player.setAttribute(name.slice(5), value);
      }
    }
    box.replaceWith(player);
    player.append(block);
    return player;
  });
}
