// What a person sees when the page itself has failed: what happened, whether their program is safe, and what to do.
// Plain DOM, since nothing else can be relied on any more.

const TEXTS = {
  en: {
    title: "Switchboard has stumbled",
    text: "Something inside this page failed.",
    kept: "Your program is kept.",
    next: "Reload to go on; a report helps us to mend it.",
    reload: "Reload",
    copy: "Copy the report",
    copied: "Copied",
  },
  fr: {
    title: "Switchboard a trébuché",
    text: "Quelque chose a échoué dans cette page. Votre programme est conservé. Rechargez pour continuer ; un rapport nous aide à réparer.",
    reload: "Recharger",
    copy: "Copier le rapport",
    copied: "Copié",
  },
  de: {
    title: "Switchboard ist gestolpert",
    text: "Auf dieser Seite ist etwas fehlgeschlagen.",
    kept: "Ihr Programm ist aufbewahrt.",
    next: "Laden Sie neu, um weiterzumachen; ein Bericht hilft uns beim Reparieren.",
    reload: "Neu laden",
    copy: "Bericht kopieren",
    copied: "Kopiert",
  },
};

export function showCrash(report) {
  if (document.getElementById("crash")) return;
  const texts = TEXTS[document.documentElement.lang] ?? TEXTS.en;
  const box = element("div", { id: "crash", role: "alertdialog", "aria-labelledby": "crash-title" });
  const copy = element("button", { type: "button" }, texts.copy);
  copy.addEventListener("click", async () => {
    await navigator.clipboard?.writeText(`${report}\n${navigator.userAgent}`);
    copy.textContent = texts.copied;
  });
  const reload = element("button", { type: "button" }, texts.reload);
  reload.addEventListener("click", () => location.reload());
  box.append(
    element("h2", { id: "crash-title" }, texts.title),
    element("p", {}, [texts.text, isKept() ? texts.kept : "", texts.next].join(" ")),
    element("pre", {}, report),
    reload,
    copy,
  );
  document.body.append(box);
  reload.focus();
}

/** Whether the browser lets the page keep anything. */
function isKept() {
  try {
    localStorage.setItem("switchboard.crash", "1");
    localStorage.removeItem("switchboard.crash");
    return true;
  } catch {
    return false;
  }
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
