//! The texts of the legend of the call center: what stands for what, and where the picture breaks.

/// A text of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendMsg {
    OperatorTerm,
    QueueTerm,
    Operator,
    ClientTerm,
    Client,
    CordTerm,
    Cord,
    LampTerm,
    Lamp,
    Queue,
    SlipTerm,
    Slip,
    HoldTerm,
    Hold,
    TimerTerm,
    Timer,
    DoorTerm,
    Door,
    Breaks,
    BreakInterrupt,
    BreakOne,
    BreakHangUp,
    BreakTimer,
    BreakPolite,
}

in_three_languages!(LegendMsg);

impl LegendMsg {
    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::OperatorTerm => "operator",
            Self::QueueTerm => "ready queue",
            Self::Operator => "the event loop. It runs one task at a time.",
            Self::ClientTerm => "client",
            Self::Client => "a task, in its colour everywhere.",
            Self::CordTerm => "plugged cord",
            Self::Cord => "running: this task has the loop.",
            Self::LampTerm => "lit lamp",
            Self::Lamp => "ready: it waits for the operator, not for data.",
            Self::Queue => "who is ready, first in, first out. A rope parts this turn from the next.",
            Self::SlipTerm => "slip",
            Self::Slip => "a callback: it has a place in the queue, but is no task.",
            Self::HoldTerm => "on hold",
            Self::Hold => "waiting, under the sign of what it waits for.",
            Self::TimerTerm => "egg timer",
            Self::Timer => "a timer: the ring runs down until it is due.",
            Self::DoorTerm => "door",
            Self::Door => "done: the slip says the result, an exception or a cancellation.",
            Self::Breaks => "Where the picture breaks",
            Self::BreakInterrupt => {
                "A real operator can be interrupted. The event loop can’t: a client keeps the line until it awaits or is done."
            }
            Self::BreakOne => {
                "The operator talks to exactly one client at a time, and the others do nothing meanwhile. Only their waiting overlaps."
            }
            Self::BreakHangUp => {
                "A client on hold can’t hang up by itself. Somebody on the line must cancel it."
            }
            Self::BreakTimer => {
                "An egg timer does not give the line. It only lets its client join the end of the queue."
            }
            Self::BreakPolite => {
                "Nobody is more important here: there are no priorities, only the order of the queue."
            }
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::OperatorTerm => "opératrice",
            Self::QueueTerm => "file des prêts",
            Self::Operator => "la boucle d’événements. Elle exécute une tâche à la fois.",
            Self::ClientTerm => "client",
            Self::Client => "une tâche, partout dans sa couleur.",
            Self::CordTerm => "cordon branché",
            Self::Cord => "en exécution\u{a0}: cette tâche a la boucle.",
            Self::LampTerm => "lampe allumée",
            Self::Lamp => "prête\u{a0}: elle attend l’opératrice, pas des données.",
            Self::Queue => {
                "ceux qui sont prêts, premier arrivé, premier servi. Une corde sépare ce tour du suivant."
            }
            Self::SlipTerm => "fiche",
            Self::Slip => "un callback\u{a0}: il a sa place dans la file, sans être une tâche.",
            Self::HoldTerm => "en attente",
            Self::Hold => "en attente, sous le panneau de ce qu’elle attend.",
            Self::TimerTerm => "minuteur",
            Self::Timer => "un timer\u{a0}: l’anneau se vide jusqu’à l’échéance.",
            Self::DoorTerm => "porte",
            Self::Door => "terminée\u{a0}: la fiche dit le résultat, l’exception ou l’annulation.",
            Self::Breaks => "Où l’image s’arrête",
            Self::BreakInterrupt => {
                "Une vraie opératrice peut être interrompue. La boucle d’événements non\u{a0}: un client garde la ligne jusqu’à un await ou la fin."
            }
            Self::BreakOne => {
                "L’opératrice parle à un seul client à la fois et les autres ne font rien pendant ce temps. Seules les attentes se recouvrent."
            }
            Self::BreakHangUp => {
                "Un client en attente ne peut pas raccrocher lui-même. Quelqu’un en ligne doit l’annuler."
            }
            Self::BreakTimer => {
                "Un minuteur ne donne pas la ligne. Il permet seulement de se mettre au bout de la file."
            }
            Self::BreakPolite => {
                "Personne n’est plus important ici\u{a0}: pas de priorités, seulement l’ordre de la file."
            }
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::OperatorTerm => "Vermittlung",
            Self::QueueTerm => "Ready-Queue",
            Self::Operator => "die Ereignisschleife. Sie führt einen Task nach dem anderen aus.",
            Self::ClientTerm => "Kunde",
            Self::Client => "ein Task, überall in seiner Farbe.",
            Self::CordTerm => "gesteckte Schnur",
            Self::Cord => "läuft: Dieser Task hat die Schleife.",
            Self::LampTerm => "leuchtende Lampe",
            Self::Lamp => "bereit: Er wartet auf die Vermittlung, nicht auf Daten.",
            Self::Queue => "wer bereit ist, der Reihe nach. Ein Seil trennt diesen Umlauf vom nächsten.",
            Self::SlipTerm => "Zettel",
            Self::Slip => "ein Callback: Er steht in der Schlange, ist aber kein Task.",
            Self::HoldTerm => "in der Warteecke",
            Self::Hold => "wartet, unter dem Schild, worauf.",
            Self::TimerTerm => "Eieruhr",
            Self::Timer => "ein Timer: Der Ring läuft ab, bis er fällig ist.",
            Self::DoorTerm => "Tür",
            Self::Door => "fertig: Der Zettel nennt Ergebnis, Ausnahme oder Abbruch.",
            Self::Breaks => "Wo das Bild nicht stimmt",
            Self::BreakInterrupt => {
                "Einen Menschen kann man unterbrechen. Die Ereignisschleife nicht: Wer spricht, behält die Leitung bis zum await oder Ende."
            }
            Self::BreakOne => {
                "Die Vermittlung spricht mit genau einem, und die anderen tun solange nichts. Nur das Warten überlappt sich."
            }
            Self::BreakHangUp => {
                "Wer wartet, kann nicht selbst auflegen. Jemand am Apparat muss ihn abbrechen."
            }
            Self::BreakTimer => {
                "Eine Eieruhr gibt nicht die Leitung. Sie lässt nur hinten in der Schlange anstehen."
            }
            Self::BreakPolite => {
                "Niemand ist hier wichtiger: Es gibt keine Vorränge, nur die Reihenfolge der Schlange."
            }
        }
    }
}
