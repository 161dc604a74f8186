//! The sentences in German: of what happened, and why now. `{name}` stands for what an event speaks of.

use super::find;

/// The sentence for an event and its case; empty if there is none.
///
/// Never inlined, so that the build can put off the languages that a visitor does not read.
#[inline(never)]
pub fn sentence(key: &str, case: &str) -> &'static str {
    find(SENTENCES, key, case)
}

/// Event, case (empty: all others), sentence.
pub(super) const SENTENCES: &[(&str, &str, &str)] = &[
    ("run-began", "", "Das Programm startet."),
    ("run-ended", "finished", "Das Programm ist zu Ende."),
    (
        "run-ended",
        "failed",
        "Das Programm endet mit {exception}, das niemand abgefangen hat: {message}",
    ),
    (
        "run-ended",
        "out-of-memory",
        "Das Programm endet mit {exception}, das niemand abgefangen hat: Es verlangt mehr Speicher, als ein Programm hier bekommt.",
    ),
    (
        "run-ended",
        "deadlock",
        "Deadlock: Niemand ist bereit, kein Timer läuft, nichts wird beobachtet. Es kann nie mehr etwas geschehen.",
    ),
    ("run-ended", "limit", "Der Lauf endet an einer Grenze: {limit}."),
    ("run-ended", "", "Der Lauf ist angehalten."),
    ("turn-began", "", "Umlauf {turn} der Ereignisschleife beginnt."),
    ("turn-ended", "", "Umlauf {turn} ist zu Ende."),
    (
        "phase-began",
        "bound",
        "Wie lange darf die Schleife schlafen? In der Ready-Queue: {ready}.",
    ),
    (
        "phase-began",
        "poll-io-now",
        "Die Schleife fragt das Betriebssystem, was angekommen ist. Sie schläft nicht: Jemand ist bereit.",
    ),
    (
        "phase-began",
        "poll-io-until",
        "Niemand ist bereit: Die Schleife schläft bis {until}, dann läuft der erste Timer ab.",
    ),
    (
        "phase-began",
        "poll-io-forever",
        "Niemand ist bereit, kein Timer läuft: Die Schleife schläft, bis etwas ankommt.",
    ),
    (
        "phase-began",
        "due-timers",
        "Abgelaufene Timer rücken ans Ende der Ready-Queue.",
    ),
    (
        "phase-began",
        "run-ready",
        "Wer jetzt in der Ready-Queue steht, läuft, der Reihe nach: {handles}.",
    ),
    (
        "step-began",
        "first-step",
        "{task} ist zum ersten Mal dran: Er stand vorn in der Schlange.",
    ),
    (
        "step-began",
        "yield",
        "{task} ist wieder dran: Er hatte nur den Vortritt gelassen.",
    ),
    (
        "step-began",
        "timer",
        "{task} ist dran: Sein Timer ist abgelaufen, und er stand vorn in der Schlange.",
    ),
    ("step-began", "future", "{task} ist dran: {which} ist fertig."),
    (
        "step-began",
        "task",
        "{task} ist dran: {which}, auf den er gewartet hat, ist fertig.",
    ),
    (
        "step-began",
        "gather",
        "{task} ist dran: Alles, worauf er gewartet hat, ist fertig.",
    ),
    (
        "step-began",
        "gather-failed",
        "{task} ist dran: Etwas, worauf er gewartet hat, ist gescheitert.",
    ),
    (
        "step-began",
        "gather-over",
        "{task} ist dran: Das Warten auf mehrere ist vorbei.",
    ),
    (
        "step-began",
        "hand-over",
        "{task} ist dran: {which} lässt ihn weiter.",
    ),
    (
        "step-began",
        "cancel",
        "{task} ist dran, um abgebrochen zu werden.",
    ),
    ("step-began", "thread", "{task} ist dran: {which} ist zu Ende."),
    ("step-began", "io", "{task} ist dran: {which} hat Daten."),
    ("step-began", "waker", "{task} ist dran: Er wurde geweckt."),
    (
        "step-began",
        "callback",
        "{handle} läuft: Er stand vorn in der Schlange.",
    ),
    (
        "step-ended",
        "waits",
        "{task} legt auf und wartet. Er hielt die Schleife {held} lang.",
    ),
    (
        "step-ended",
        "yielded",
        "{task} lässt den Vortritt und stellt sich wieder an. Er hielt die Schleife {held} lang.",
    ),
    (
        "step-ended",
        "done",
        "{task} legt endgültig auf. Er hielt die Schleife {held} lang.",
    ),
    ("step-ended", "callback-at-once", "{handle} ist vorbei."),
    (
        "step-ended",
        "callback",
        "{handle} ist vorbei. Er hielt die Schleife {held} lang.",
    ),
    (
        "task-made",
        "to-clean-up",
        "Noch ein Task, den asyncio.run selbst zum Aufräumen macht: {task}.",
    ),
    (
        "task-made",
        "by-task",
        "{parent} macht den Task {task}. Er läuft noch nicht: Er muss sich anstellen.",
    ),
    (
        "task-made",
        "",
        "Der Task {task} entsteht. Er läuft noch nicht: Er muss sich anstellen.",
    ),
    ("task-renamed", "", "{task} heißt jetzt {name}."),
    (
        "task-readied",
        "first-step",
        "{task} kommt für seinen ersten Schritt in die Ready-Queue{place}.",
    ),
    (
        "task-readied",
        "yield",
        "{task} kommt wieder in die Ready-Queue: Er lässt nur den Vortritt{place}.",
    ),
    (
        "task-readied",
        "timer",
        "{task} ist bereit: Sein Timer ist bei {now} abgelaufen{place}.",
    ),
    (
        "task-readied",
        "future",
        "{task} ist bereit: {which} ist fertig{place}.",
    ),
    (
        "task-readied",
        "task",
        "{task} ist bereit: {which}, auf den er gewartet hat, ist fertig{place}.",
    ),
    (
        "task-readied",
        "gather",
        "{task} ist bereit: Alles, worauf er gewartet hat, ist fertig{place}.",
    ),
    (
        "task-readied",
        "gather-failed",
        "{task} ist bereit: Etwas, worauf er gewartet hat, ist gescheitert{place}.",
    ),
    (
        "task-readied",
        "gather-over",
        "{task} ist bereit: Das Warten auf mehrere ist vorbei{place}.",
    ),
    (
        "task-readied",
        "hand-over",
        "{task} ist bereit: {which} lässt ihn weiter{place}.",
    ),
    (
        "task-readied",
        "cancel",
        "{task} ist bereit, damit er abgebrochen werden kann{place}.",
    ),
    (
        "task-readied",
        "thread",
        "{task} ist bereit: {which} ist zu Ende{place}.",
    ),
    (
        "task-readied",
        "io",
        "{task} ist bereit: {which} hat Daten{place}.",
    ),
    (
        "task-readied",
        "waker",
        "{task} ist bereit: Er wurde geweckt{place}.",
    ),
    ("task-waits", "unnamed", "{task} wird warten."),
    ("task-waits", "timer", "{task} bittet um Rückruf in {left}."),
    ("task-waits", "task", "{task} wartet, bis {which} fertig ist."),
    ("task-waits", "group", "{task} wartet auf mehrere zugleich."),
    (
        "task-waits",
        "queue-get",
        "{task} wartet auf ein Element: {which} ist leer.",
    ),
    (
        "task-waits",
        "queue-put",
        "{task} wartet auf Platz: {which} ist voll.",
    ),
    (
        "task-waits",
        "queue-join",
        "{task} wartet, bis alle Elemente von {which} abgearbeitet sind.",
    ),
    ("task-waits", "", "{task} wartet auf {which}."),
    (
        "task-done",
        "returned-none",
        "{task} ist fertig: Er gibt None zurück.",
    ),
    (
        "task-done",
        "returned",
        "{task} ist fertig: Er gibt {text} zurück.",
    ),
    (
        "task-done",
        "failed",
        "{task} ist fertig: Er ist mit {exception} gescheitert: {text}",
    ),
    ("task-done", "", "{task} ist fertig: Er wurde abgebrochen."),
    (
        "cancel-requested",
        "by-callback",
        "{by} bittet {task} abzubrechen.",
    ),
    (
        "cancel-requested",
        "by-task",
        "{by} bittet {task} abzubrechen. {task} erfährt es, wenn er das nächste Mal dran ist.",
    ),
    (
        "cancel-requested",
        "",
        "{task} soll abbrechen. Er erfährt es, wenn er das nächste Mal dran ist.",
    ),
    (
        "cancel-delivered",
        "",
        "CancelledError wird in {task} hineingeworfen, {line}.",
    ),
    ("task-not-kept", "", "Niemand hält mehr eine Referenz auf {task}."),
    (
        "never-awaited",
        "",
        "Eine Coroutine {function} verschwindet, ohne dass je auf sie gewartet wurde: Sie ist nie gelaufen.",
    ),
    ("line-reached", "", "{someone} erreicht {line}."),
    (
        "lines-skipped",
        "",
        "{count} Zeilen laufen, die die Aufzeichnung nicht einzeln enthält.",
    ),
    ("await-entered", "", "{task} wartet mit await auf {site}."),
    ("await-left", "", "{task} läuft nach await {site} weiter."),
    ("raised", "left-task", "{exception} verlässt {task}: {message}"),
    ("raised", "", "{exception} wird ausgelöst, {line}: {message}"),
    ("output", "stderr", "{someone} schreibt nach stderr: {text}"),
    ("output", "", "{someone} gibt aus: {text}"),
    (
        "blocking-began",
        "",
        "{what} blockiert den ganzen Thread bis {until}: Niemand sonst kann laufen.",
    ),
    (
        "blocking-ended",
        "",
        "Der blockierende Aufruf kehrt zurück. Er hat alles {held} lang aufgehalten.",
    ),
    (
        "callback-readied",
        "by-task",
        "{by} stellt {handle} ans Ende der Ready-Queue.",
    ),
    ("callback-readied", "", "{handle} kommt ans Ende der Ready-Queue."),
    (
        "timer-set",
        "",
        "{someone} stellt einen Timer: Er läuft bei {due} ab.",
    ),
    (
        "timer-fired",
        "late",
        "Der Timer für {due} läuft erst bei {now} ab: Die Schleife war beschäftigt.",
    ),
    (
        "timer-fired",
        "",
        "Der Timer für {due} läuft ab: Sein Callback kommt in die Ready-Queue.",
    ),
    (
        "handle-cancelled",
        "",
        "{handle} ist abgesagt: Er wird übersprungen.",
    ),
    (
        "io-ready",
        "",
        "{token} hat Daten: Der Callback kommt in die Ready-Queue.",
    ),
    ("object-made", "", "{object} entsteht."),
    ("object-changed", "acquired", "{by} bekommt {object}."),
    ("object-changed", "released", "{by} gibt {object} frei."),
    (
        "object-changed",
        "put",
        "{by} legt ein Element in {object}, die jetzt {value} enthält.",
    ),
    (
        "object-changed",
        "got",
        "{by} nimmt ein Element aus {object}, die jetzt {value} enthält.",
    ),
    (
        "object-changed",
        "worked",
        "{by} hat ein Element von {object} abgearbeitet.",
    ),
    ("object-changed", "set", "{object} ist gesetzt."),
    ("object-changed", "cleared", "{object} ist zurückgesetzt."),
    (
        "object-changed",
        "notified",
        "{by} benachrichtigt die, die auf {object} warten.",
    ),
    (
        "object-changed",
        "arrived",
        "{by} kommt bei {object} an, wo jetzt {value} stehen.",
    ),
    ("object-changed", "broken", "{object} ist gebrochen."),
    ("object-changed", "shut-down", "{object} ist geschlossen."),
    ("object-changed", "resolved", "{object} hat sein Ergebnis."),
    ("object-changed", "failed", "{object} ist gescheitert."),
    ("object-changed", "", "{object} ist abgebrochen."),
    ("thread-began", "", "Thread {name} startet."),
    ("thread-ended", "", "{thread} endet."),
    (
        "lint",
        "never-awaited",
        "{function} wird aufgerufen, aber nie erwartet: Der Aufruf macht nur eine Coroutine. await oder ein Task führt sie aus.",
    ),
    (
        "lint",
        "blocking-call",
        "{what} blockiert den ganzen Thread. Insgesamt {held} lang hält {task} damit die Schleife, und niemand sonst kommt dran.",
    ),
    (
        "lint",
        "sequential-awaits",
        "{task} wartet auf {count} Coroutinen nacheinander, was {took} dauert. Brauchen sie einander nicht, laufen sie mit gather oder einer Task-Gruppe gleichzeitig, in {could}.",
    ),
    (
        "lint",
        "never-yields",
        "{task} läuft {held} lang, ohne die Schleife abzugeben. So viele warten derweil darauf, dranzukommen: {waiting}.",
    ),
    (
        "lint",
        "task-not-kept",
        "Niemand hält eine Referenz auf {task}. Die Ereignisschleife hält Tasks nur schwach: Er kann verschwinden, bevor er fertig ist.",
    ),
];
