// Text from elsewhere: beside the page, or out of a file that a person has chosen or dropped.

/** Calls back with the text at an address beside the page; with nothing where there is none. */
export function fetch_text(address, done) {
  // The name stays the same from one version of the page to the next, so the server is asked whether it has changed.
  fetch(address, { cache: "no-cache" })
    .then((answer) => (answer.ok ? answer.text() : undefined))
    .then(done, () => done());
}

/** Calls back with a file's name and text; only with its name where it has none, or is longer than `limit` bytes. */
export function read_file(file, limit, done) {
  if (file.size > limit) return done(file.name);
  new Response(file).text().then(
    (text) => done(file.name, text),
    () => done(file.name),
  );
}

/** Has the person choose a file, and hands it over. */
export function choose_file(kinds, done) {
  const input = Object.assign(document.createElement("input"), { type: "file", accept: kinds });
  input.onchange = () => input.files[0] && done(input.files[0]);
  input.click();
}

/** Hands over each file, or text, that is dropped on the page. */
export function on_drop(done) {
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    done(file);
  });
}

/** Hands over each text that is pasted where nothing is written. */
export function on_paste(done) {
  addEventListener("paste", (event) => {
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const text = event.clipboardData?.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    done(text);
  });
}

/** Whether the system has a way of its own to share links. */
export function can_send() {
  return !!navigator.share;
}

/** Opens it; whoever changes their mind is not asked why. */
export function send(title, url) {
  navigator.share({ title, url }).catch(() => {});
}

/** Has the browser save a text, or a blob, as a file. */
export function save_file(name, content, kind) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: kind }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  // Browsers have begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Has the browser save an SVG picture as a PNG, with twice as many pixels each way. */
export function save_png(name, svg) {
  const picture = new Image();
  picture.onload = () => {
    const canvas = Object.assign(document.createElement("canvas"), {
      width: 2 * picture.naturalWidth,
      height: 2 * picture.naturalHeight,
    });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob && save_file(name, blob));
  };
  // An address of the page's own would have to be given back.
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Whether the page is shown by night. */
export function is_dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** Adds what `markup` gives to the page while it is printed. */
export function on_print(markup) {
  let handout;
  addEventListener("beforeprint", () => {
    handout?.remove();
    handout = Object.assign(document.createElement("div"), { className: "handout", innerHTML: markup() });
    document.body.append(handout);
  });
  addEventListener("afterprint", () => handout?.remove());
}
