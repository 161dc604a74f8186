// Keeps the page for visits without network, and tells it when a newer one has come. service-worker.js does the work.

const workers = navigator.serviceWorker;

/** Begins as soon as the page itself needs the network no longer. */
export async function keep() {
  const script = new URL("./service-worker.js", import.meta.url);
  // Where the page may not be kept, it works as before.
  const registration = await workers.register(script, { updateViaCache: "none" }).catch(() => undefined);
  if (!registration) return;
  const tell = () => {
    if (registration.waiting && workers.controller) dispatchEvent(new Event("switchboard-update"));
  };
  registration.addEventListener("updatefound", () => registration.installing.addEventListener("statechange", tell));
  addEventListener("switchboard-renew", () => renew(registration));
  tell();
}

/** Has the newer version take over, and opens it. Other tabs stay as they are until somebody reloads them. */
function renew({ waiting }) {
  if (!waiting) return location.reload();
  workers.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
}
