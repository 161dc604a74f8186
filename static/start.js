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
  place.textContent = TEXTS[navigator.language.slice(0, 2)] ?? TEXTS.en;
  place.setAttribute("role", "alert");
}

const theme = (() => {
  try {
    return localStorage.getItem("switchboard.theme");
  } catch {
    return null;
  }
})();
if (theme) document.documentElement.dataset.theme = theme;

if (typeof WebAssembly === "undefined") giveUp();
window.addEventListener("unhandledrejection", giveUp);
window.addEventListener("error", giveUp, true);
setTimeout(giveUp, PATIENCE_MS);
