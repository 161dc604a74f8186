// Before the page runs: says in words when it can't. Everything else waits for the wasm.

const PATIENCE_MS = 20000;

const TEXTS = {
  en: "Switchboard could not start: its WebAssembly did not arrive or this browser does not run it. Check the network, reload, or try another browser.",
  fr: "Switchboard n’a pas pu démarrer : son WebAssembly n’est pas arrivé, ou ce navigateur ne l’exécute pas. Vérifiez le réseau, rechargez, ou essayez un autre navigateur.",
  de: "Switchboard konnte nicht starten: Sein WebAssembly ist nicht angekommen, oder dieser Browser führt es nicht aus. Prüfen Sie das Netz, laden Sie neu, oder nehmen Sie einen anderen Browser.",
};

function giveUp() {
  const place = document.getElementById("starting");
  if (window.switchboard || !place) return;
  place.textContent = TEXTS[document.documentElement.lang];
  place.setAttribute("role", "alert");
}

function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

const asked = new URLSearchParams(location.search);
// The language that the address asks for, or that was chosen before, or the first that the browser asks for and the
// page has. The page finds it here.
const asks = [asked.get("lang"), kept("switchboard.lang"), ...navigator.languages];
const language = asks.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => Object.hasOwn(TEXTS, tag ?? "")) ?? "en";
document.documentElement.lang = language;

const theme = asked.get("theme") ?? kept("switchboard.theme");
if (theme) document.documentElement.dataset.theme = theme;

if (typeof WebAssembly === "undefined") giveUp();
window.addEventListener("unhandledrejection", giveUp);
window.addEventListener("error", giveUp, true);
const patience = setTimeout(giveUp, PATIENCE_MS);
addEventListener("switchboard-ready", () => clearTimeout(patience));

// The wasm that comes first speaks English, opens no links and reads no program but the first. Whoever needs the rest
// of it at once finds it on its way while the first part still compiles; the page then finds it in the browser's cache.
const rest = document.querySelector('meta[name="switchboard-rest"]')?.content;
const needsRest = language !== "en" || location.hash.length > 1 || kept("switchboard.draft") !== null;
if (rest && needsRest) fetch(rest).catch(() => {});

// The styles of what is seen only when somebody asks for it. An address may ask for it from the first moment on.
function styleTheRest() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "./later.css";
  document.head.append(link);
}

if (location.search.length > 1) styleTheRest();
else addEventListener("TrunkApplicationStarted", styleTheRest, { once: true });

// Only a page that was built for release says where the rest is, and has what it takes to be kept.
if (rest && navigator.serviceWorker) {
  addEventListener("switchboard-ready", async () => (await import("./offline.js")).keep());
}

// In a frame, the page around may have something to say.
if (window.parent !== window) {
  addEventListener("switchboard-ready", async () => (await import("./bridge.js")).connect());
}
