// Fetches the editor when it is needed, or before, when the browser has nothing else to do.

const ADDRESS = new URL("editor.js", document.baseURI).href;

/** Puts an editor into `parent`; fails where the editor can't be had. See `createEditor`. */
export async function openEditor(parent, text, label, onEdit, onLeave) {
  const { createEditor } = await import(ADDRESS);
  return createEditor(parent, { text, label, onEdit, onLeave });
}

export function prefetchEditor() {
  const whenIdle = window.requestIdleCallback ?? ((callback) => setTimeout(callback, 2000));
  // Without the network there is still the plain text field.
  whenIdle(() => import(ADDRESS).catch(() => {}));
}
