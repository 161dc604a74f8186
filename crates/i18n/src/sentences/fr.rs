//! The sentences in French: of what happened, and why now. `{name}` stands for what an event speaks of.

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
    ("run-began", "", "Le programme démarre."),
    ("run-ended", "finished", "Le programme est terminé."),
    (
        "run-ended",
        "failed",
        "Le programme se termine par {exception}, que personne n’a intercepté\u{a0}: {message}",
    ),
    (
        "run-ended",
        "out-of-memory",
        "Le programme se termine par {exception}, que personne n’a intercepté\u{a0}: il demande plus de mémoire qu’un programme n’en a ici.",
    ),
    (
        "run-ended",
        "deadlock",
        "Interblocage\u{a0}: personne n’est prêt, aucun minuteur n’est réglé, rien n’est surveillé. Plus rien ne peut arriver.",
    ),
    (
        "run-ended",
        "limit",
        "L’exécution s’arrête à une limite\u{a0}: {limit}.",
    ),
    ("run-ended", "", "L’exécution est arrêtée."),
    (
        "turn-began",
        "",
        "Le tour {turn} de la boucle d’événements commence.",
    ),
    ("turn-ended", "", "Le tour {turn} est terminé."),
    (
        "phase-began",
        "bound",
        "Combien de temps la boucle peut-elle dormir\u{a0}? Dans la file des prêts\u{a0}: {ready}.",
    ),
    (
        "phase-began",
        "poll-io-now",
        "La boucle demande au système ce qui est arrivé. Elle ne dort pas\u{a0}: quelqu’un est prêt.",
    ),
    (
        "phase-began",
        "poll-io-until",
        "Personne n’est prêt\u{a0}: la boucle dort jusqu’à {until}, quand sonne le premier minuteur.",
    ),
    (
        "phase-began",
        "poll-io-forever",
        "Personne n’est prêt et aucun minuteur n’est réglé\u{a0}: la boucle dort jusqu’à ce que quelque chose arrive.",
    ),
    (
        "phase-began",
        "due-timers",
        "Les minuteurs échus passent à la fin de la file des prêts.",
    ),
    (
        "phase-began",
        "run-ready",
        "Ceux qui sont maintenant dans la file des prêts s’exécutent, premier entré, premier sorti\u{a0}: {handles}.",
    ),
    (
        "step-began",
        "first-step",
        "{task} est en ligne pour la première fois\u{a0}: c’était son tour.",
    ),
    (
        "step-began",
        "yield",
        "{task} est de nouveau en ligne\u{a0}: elle avait seulement cédé sa place.",
    ),
    (
        "step-began",
        "timer",
        "{task} est en ligne\u{a0}: son minuteur a sonné et c’était son tour.",
    ),
    (
        "step-began",
        "future",
        "{task} est en ligne\u{a0}: {which} est terminé.",
    ),
    (
        "step-began",
        "task",
        "{task} est en ligne\u{a0}: {which}, qu’elle attendait, est terminée.",
    ),
    (
        "step-began",
        "gather",
        "{task} est en ligne\u{a0}: tout ce qu’elle attendait est terminé.",
    ),
    (
        "step-began",
        "gather-failed",
        "{task} est en ligne\u{a0}: une de celles qu’elle attendait a échoué.",
    ),
    (
        "step-began",
        "gather-over",
        "{task} est en ligne\u{a0}: elle a fini d’en attendre plusieurs.",
    ),
    (
        "step-began",
        "hand-over",
        "{task} est en ligne\u{a0}: {which} la laisse continuer.",
    ),
    ("step-began", "cancel", "{task} est en ligne, pour être annulée."),
    (
        "step-began",
        "thread",
        "{task} est en ligne\u{a0}: {which} est terminé.",
    ),
    (
        "step-began",
        "io",
        "{task} est en ligne\u{a0}: {which} a des données.",
    ),
    (
        "step-began",
        "waker",
        "{task} est en ligne\u{a0}: on l’a réveillée.",
    ),
    (
        "step-began",
        "callback",
        "{handle} s’exécute\u{a0}: c’était son tour.",
    ),
    (
        "step-ended",
        "waits",
        "{task} raccroche et attend. Elle a tenu la boucle pendant {held}.",
    ),
    (
        "step-ended",
        "yielded",
        "{task} cède sa place et refait la queue. Elle a tenu la boucle pendant {held}.",
    ),
    (
        "step-ended",
        "done",
        "{task} raccroche pour de bon. Elle a tenu la boucle pendant {held}.",
    ),
    ("step-ended", "callback-at-once", "{handle} est terminé."),
    (
        "step-ended",
        "callback",
        "{handle} est terminé. Il a tenu la boucle pendant {held}.",
    ),
    (
        "task-made",
        "to-clean-up",
        "Encore une tâche, qu’asyncio.run crée de lui-même pour ranger après le programme : {task}.",
    ),
    (
        "task-made",
        "by-task",
        "{parent} crée la tâche {task}. Elle ne s’exécute pas encore\u{a0}: elle doit faire la queue.",
    ),
    (
        "task-made",
        "",
        "La tâche {task} est créée. Elle ne s’exécute pas encore\u{a0}: elle doit faire la queue.",
    ),
    ("task-renamed", "", "{task} s’appelle maintenant {name}."),
    (
        "task-readied",
        "first-step",
        "{task} rejoint la file des prêts pour son premier pas{place}.",
    ),
    (
        "task-readied",
        "yield",
        "{task} rejoint la file des prêts\u{a0}: elle cède seulement sa place{place}.",
    ),
    (
        "task-readied",
        "timer",
        "{task} est prête\u{a0}: son minuteur a sonné à {now}{place}.",
    ),
    (
        "task-readied",
        "future",
        "{task} est prête\u{a0}: {which} est terminé{place}.",
    ),
    (
        "task-readied",
        "task",
        "{task} est prête\u{a0}: {which}, qu’elle attendait, est terminée{place}.",
    ),
    (
        "task-readied",
        "gather",
        "{task} est prête\u{a0}: tout ce qu’elle attendait est terminé{place}.",
    ),
    (
        "task-readied",
        "gather-failed",
        "{task} est prête\u{a0}: une de celles qu’elle attendait a échoué{place}.",
    ),
    (
        "task-readied",
        "gather-over",
        "{task} est prête\u{a0}: elle a fini d’en attendre plusieurs{place}.",
    ),
    (
        "task-readied",
        "hand-over",
        "{task} est prête\u{a0}: {which} la laisse continuer{place}.",
    ),
    (
        "task-readied",
        "cancel",
        "{task} est prête, pour pouvoir être annulée{place}.",
    ),
    (
        "task-readied",
        "thread",
        "{task} est prête\u{a0}: {which} est terminé{place}.",
    ),
    (
        "task-readied",
        "io",
        "{task} est prête\u{a0}: {which} a des données{place}.",
    ),
    (
        "task-readied",
        "waker",
        "{task} est prête\u{a0}: on l’a réveillée{place}.",
    ),
    ("task-waits", "unnamed", "{task} va attendre."),
    (
        "task-waits",
        "timer",
        "{task} demande à être rappelée dans {left}.",
    ),
    ("task-waits", "task", "{task} attend que {which} soit terminée."),
    ("task-waits", "group", "{task} en attend plusieurs à la fois."),
    (
        "task-waits",
        "queue-get",
        "{task} attend un élément\u{a0}: {which} est vide.",
    ),
    (
        "task-waits",
        "queue-put",
        "{task} attend de la place\u{a0}: {which} est pleine.",
    ),
    (
        "task-waits",
        "queue-join",
        "{task} attend que tous les éléments de {which} soient traités.",
    ),
    ("task-waits", "", "{task} attend {which}."),
    (
        "task-done",
        "returned-none",
        "{task} a terminé : elle renvoie None.",
    ),
    (
        "task-done",
        "returned",
        "{task} a terminé\u{a0}: elle renvoie {text}.",
    ),
    (
        "task-done",
        "failed",
        "{task} a terminé\u{a0}: elle a échoué avec {exception}\u{a0}: {text}",
    ),
    ("task-done", "", "{task} a terminé\u{a0}: elle a été annulée."),
    (
        "cancel-requested",
        "by-callback",
        "{by} demande à {task} de s’annuler.",
    ),
    (
        "cancel-requested",
        "by-task",
        "{by} demande à {task} de s’annuler. {task} l’apprendra quand elle sera en ligne.",
    ),
    (
        "cancel-requested",
        "",
        "On demande à {task} de s’annuler. Elle l’apprendra quand elle sera en ligne.",
    ),
    (
        "cancel-delivered",
        "",
        "CancelledError est lancée dans {task}, {line}.",
    ),
    (
        "task-not-kept",
        "",
        "Plus personne ne garde de référence à {task}.",
    ),
    (
        "never-awaited",
        "",
        "Une coroutine {function} disparaît sans avoir jamais été attendue\u{a0}: elle ne s’est jamais exécutée.",
    ),
    ("line-reached", "", "{someone} atteint la {line}."),
    (
        "lines-skipped",
        "",
        "{count} lignes s’exécutent, que la trace ne garde pas une à une.",
    ),
    ("await-entered", "", "{task} attend {site} (await)."),
    ("await-left", "", "{task} continue après await {site}."),
    (
        "raised",
        "left-task",
        "{exception} sort de {task}\u{a0}: {message}",
    ),
    ("raised", "", "{exception} est levée, {line}\u{a0}: {message}"),
    ("output", "stderr", "{someone} écrit sur stderr\u{a0}: {text}"),
    ("output", "", "{someone} affiche\u{a0}: {text}"),
    (
        "blocking-began",
        "",
        "{what} bloque tout le thread jusqu’à {until}\u{a0}: personne d’autre ne peut s’exécuter.",
    ),
    (
        "blocking-ended",
        "",
        "L’appel bloquant revient. Il a tout retenu pendant {held}.",
    ),
    (
        "callback-readied",
        "by-task",
        "{by} met {handle} à la fin de la file des prêts.",
    ),
    (
        "callback-readied",
        "",
        "{handle} rejoint la fin de la file des prêts.",
    ),
    (
        "timer-set",
        "",
        "{someone} règle un minuteur\u{a0}: il sonnera à {due}.",
    ),
    (
        "timer-fired",
        "late",
        "Le minuteur réglé sur {due} sonne en retard, à {now}\u{a0}: la boucle était occupée.",
    ),
    (
        "timer-fired",
        "",
        "Le minuteur réglé sur {due} sonne\u{a0}: son callback rejoint la file des prêts.",
    ),
    (
        "handle-cancelled",
        "",
        "{handle} est annulé\u{a0}: il sera sauté.",
    ),
    (
        "io-ready",
        "",
        "{token} a des données\u{a0}: son callback rejoint la file des prêts.",
    ),
    ("object-made", "", "{object} est créé."),
    ("object-changed", "acquired", "{by} acquiert {object}."),
    ("object-changed", "released", "{by} libère {object}."),
    (
        "object-changed",
        "put",
        "{by} met un élément dans {object}, qui en contient maintenant {value}.",
    ),
    (
        "object-changed",
        "got",
        "{by} prend un élément de {object}, qui en contient maintenant {value}.",
    ),
    (
        "object-changed",
        "worked",
        "{by} a traité un élément de {object}.",
    ),
    ("object-changed", "set", "{object} est activé."),
    ("object-changed", "cleared", "{object} est désactivé."),
    (
        "object-changed",
        "notified",
        "{by} prévient ceux qui attendent {object}.",
    ),
    (
        "object-changed",
        "arrived",
        "{by} arrive à {object}, où ils sont maintenant {value}.",
    ),
    ("object-changed", "broken", "{object} est rompu."),
    ("object-changed", "shut-down", "{object} est fermé."),
    ("object-changed", "resolved", "{object} a son résultat."),
    ("object-changed", "failed", "{object} a échoué."),
    ("object-changed", "", "{object} est annulé."),
    ("thread-began", "", "Le thread {name} démarre."),
    ("thread-ended", "", "{thread} se termine."),
    (
        "lint",
        "never-awaited",
        "{function} est appelée, mais jamais attendue\u{a0}: l’appel ne fait que créer une coroutine. Un await ou une tâche l’exécute.",
    ),
    (
        "lint",
        "blocking-call",
        "{what} bloque tout le thread. {task} tient ainsi la boucle pendant {held} en tout, et personne d’autre ne peut s’exécuter.",
    ),
    (
        "lint",
        "sequential-awaits",
        "{task} attend {count} coroutines l’une après l’autre, ce qui prend {took}. Si elles n’ont pas besoin l’une de l’autre, gather ou un groupe de tâches les fait se chevaucher, en {could}.",
    ),
    (
        "lint",
        "never-yields",
        "{task} s’exécute pendant {held} sans rendre la boucle. Pendant ce temps, attendent leur tour\u{a0}: {waiting}.",
    ),
    (
        "lint",
        "task-not-kept",
        "Personne ne garde de référence à {task}. La boucle ne tient les tâches que faiblement\u{a0}: elle peut disparaître avant d’avoir terminé.",
    ),
];
