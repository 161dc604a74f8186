// Begins what `cargo xtask build` writes after it: the script that starts the app. What a service worker has kept can't
// be had by a synchronous request, so that the rest of the wasm is there before anything can demand it.
const rest = navigator.serviceWorker?.controller && document.querySelector('meta[name="switchboard-rest"]')?.content;
if (rest) {
  const bytes = fetch(rest).then((answer) => (answer.ok ? answer.arrayBuffer() : undefined));
  window.switchboardRest = await bytes.catch(() => undefined);
}
