// The clipboard.

/** Puts a text into the clipboard; calls back with whether that was possible. */
export function copy_text(text, done) {
  // Pages that did not come by HTTPS have no other way than the old one.
  const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
  copied.then(
    () => done(true),
    () => done(copySelected(text)),
  );
}

/** Has the browser copy what is selected: the text, in a field that is there for a moment. */
function copySelected(text) {
  const before = document.activeElement;
  const field = Object.assign(document.createElement("textarea"), { value: text });
  field.style.cssText = "position: fixed; opacity: 0";
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  before?.focus();
  return isCopied;
}
