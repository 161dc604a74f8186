//! The call center's texts in German.

use super::SceneMsg;

impl SceneMsg {
    pub(super) const fn german(self) -> &'static str {
        match self {
            Self::Opens => "Noch keine Kundschaft.",
            Self::BeginsTurn => "Nächster Umlauf.",
            Self::HowLong => "Wie lange darf ich warten?",
            Self::AnyCalls => "Ruft jemand von außen an?",
            Self::SleepsUntil => "Niemand ist bereit. Ich ruhe bis {0}.",
            Self::SleepsUntilCall => "Niemand ist bereit. Ich ruhe, bis jemand anruft.",
            Self::LooksAtTimers => "Wessen Eieruhr hat geklingelt?",
            Self::Next => "Der Nächste, bitte.",
            Self::TurnIsOver => "Das waren alle in diesem Umlauf.",
            Self::NotesDown => "Ich erledige einen Zettel: {0}.",
            Self::IsStuck => "Ich stecke fest in {0} bis {1}.",
            Self::EndFinished => "Alle sind gegangen. Ich mache zu.",
            Self::EndFailed => "{0}: Das Programm ist zu Ende.",
            Self::EndDeadlock => "Deadlock: Alle warten aufeinander. Niemand ruft mehr an.",
            Self::EndLimit => "Eine Grenze ist erreicht. Ich höre hier auf.",
            Self::EndStopped => "Ich wurde angehalten.",
            Self::GreetsFirst => "Guten Tag, ich bin neu.",
            Self::GreetsYield => "Da bin ich wieder.",
            Self::GreetsTimer => "Meine Eieruhr hat geklingelt.",
            Self::GreetsFuture => "Mein Future hat sein Ergebnis.",
            Self::GreetsTask => "{0} ist fertig, ich mache weiter.",
            Self::GreetsGather => "Alle sind fertig, ich mache weiter.",
            Self::GreetsHandOver => "Ich bin dran: {0}.",
            Self::GreetsCancel => "Ich soll aufhören.",
            Self::GreetsThread => "Mein Thread ist fertig.",
            Self::GreetsIo => "Auf meiner Leitung sind Daten.",
            Self::GreetsWaker => "Man hat mich geweckt.",
            Self::Works => "Ich rechne: Zeile {0}.",
            Self::AsksTimer => "Rufen Sie mich in {0} zurück.",
            Self::AsksTask => "Sagen Sie mir, wenn {0} fertig ist.",
            Self::AsksAll => "Sagen Sie mir, wenn alle {0} fertig sind.",
            Self::AsksGroup => "Sagen Sie mir, wenn meine Gruppe fertig ist.",
            Self::AsksLock => "Ich brauche das Lock.",
            Self::AsksSemaphore => "Ich brauche einen Platz am Semaphor.",
            Self::AsksEvent => "Sagen Sie mir, wenn das Event gesetzt ist.",
            Self::AsksCondition => "Sagen Sie mir, wenn die Condition gemeldet wird.",
            Self::AsksBarrier => "Ich warte, bis alle an der Barriere sind.",
            Self::AsksGet => "Die Queue ist leer. Sagen Sie mir, wenn etwas kommt.",
            Self::AsksPut => "Die Queue ist voll. Sagen Sie mir, wenn Platz ist.",
            Self::AsksJoin => "Sagen Sie mir, wenn die Queue abgearbeitet ist.",
            Self::AsksThread => "Sagen Sie mir, wenn mein Thread fertig ist.",
            Self::AsksIo => "Sagen Sie mir, wenn Daten da sind.",
            Self::AsksFuture => "Sagen Sie mir, wenn das Future sein Ergebnis hat.",
            Self::AsksUnnamed => "Ich warte. Sagen Sie mir, wenn es weitergeht.",
            Self::Brings => "Nehmen Sie bitte auch {0} auf.",
            Self::Stops => "Sagen Sie {0} bitte, es soll aufhören.",
            Self::IsCancelled => "Ich werde abgebrochen.",
            Self::Returns => "Ich bin fertig.",
            Self::ReturnsWith => "Ich bin fertig: {0}.",
            Self::Fails => "Ich bin gescheitert: {0}.",
            Self::EndsCancelled => "Ich bin fertig: abgebrochen.",
            Self::Blocks => "Ich halte die Leitung bis {1}: {0}.",
            Self::Acquires => "Ich nehme {0}.",
            Self::Releases => "Ich gebe {0} zurück.",
            Self::Puts => "Ich lege etwas in {0}.",
            Self::Gets => "Ich nehme etwas aus {0}.",
            Self::Sets => "{0} ist gesetzt.",
            Self::Changes => "Ich ändere {0}.",
            Self::Operator => "Vermittlung",
            Self::EventLoop => "die Ereignisschleife",
            Self::Switchboard => "Klappenschrank",
            Self::ReadyQueue => "Ready-Queue",
            Self::OnHoldTimer => "Eieruhr",
            Self::OnHoldTask => "Anderer Task",
            Self::OnHoldOutside => "Draußen",
            Self::OnHoldSignal => "Lock, Event",
            Self::OnHoldShelf => "Queue",
            Self::Gone => "Fertig",
            Self::Nobody => "niemand",
            Self::More => "+ {0} weitere",
            Self::NextTurn => "nächster Umlauf",
            Self::OnTheLine => "am Apparat",
            Self::BlockedUntil => "blockiert bis {0}",
            Self::AsleepUntil => "ruht bis {0}",
            Self::Asleep => "ruht",
            Self::Talks => "spricht mit {0}",
            Self::DoesNote => "führt einen Callback aus",
            Self::Closed => "geschlossen",
            Self::Callback => "Callback",
            Self::AllOf => "alle {0}",
            Self::Group => "Gruppe",
            Self::Lock => "Lock",
            Self::Semaphore => "Semaphor",
            Self::Event => "Event",
            Self::Condition => "Condition",
            Self::Barrier => "Barriere",
            Self::Get => "get",
            Self::Put => "put",
            Self::Join => "join",
            Self::Thread => "Thread",
            Self::Network => "Netz",
            Self::Future => "Future",
            Self::Something => "etwas",
            Self::Clients => "Kundschaft",
            Self::NamedOnLine => "{0}, läuft: am Apparat",
            Self::NamedReady => "{0}, bereit: Nummer {1} in der Schlange",
            Self::NamedReadyNext => "{0}, bereit: Nummer {1} in der Schlange, im nächsten Umlauf",
            Self::NamedOnHold => "{0}, wartet: {1}",
            Self::NamedDone => "{0}, fertig: {1}",
            Self::Cancelled => "abgebrochen",
            Self::NoResult => "ohne Ergebnis",
            Self::BeforeFirst => "vor dem ersten Umlauf",
            Self::Turn => "Umlauf {0}",
            Self::PhaseBound => "Phase 1 von 4: Wie lange dürfen wir warten?",
            Self::PhasePoll => "Phase 2 von 4: Anrufe von außen",
            Self::PhaseTimers => "Phase 3 von 4: fällige Timer",
            Self::PhaseRun => "Phase 4 von 4: die Ready-Queue ausführen",
            Self::Over => "der Lauf ist zu Ende",
            Self::Empty => {
                "Drücken Sie Starten: Für jeden Task kommt jemand herein. Die Vermittlung spricht immer nur mit einem."
            }
            Self::Legend => "Was ist was",
            Self::LegendOperator => "die Ereignisschleife. Sie führt einen Task nach dem anderen aus.",
            Self::Client => "Kunde",
            Self::LegendClient => "ein Task, überall in seiner Farbe.",
            Self::Cord => "gesteckte Schnur",
            Self::LegendCord => "läuft: Dieser Task hat die Schleife.",
            Self::LampTerm => "leuchtende Lampe",
            Self::LegendLamp => "bereit: Er wartet auf die Vermittlung, nicht auf Daten.",
            Self::LegendQueue => {
                "wer bereit ist, der Reihe nach. Ein Seil trennt diesen Umlauf vom nächsten."
            }
            Self::SlipTerm => "Zettel",
            Self::LegendSlip => "ein Callback: Er steht in der Schlange, ist aber kein Task.",
            Self::HoldTerm => "in der Warteecke",
            Self::LegendHold => "wartet, unter dem Schild, worauf.",
            Self::TimerTerm => "Eieruhr",
            Self::LegendTimer => "ein Timer: Der Ring läuft ab, bis er fällig ist.",
            Self::DoorTerm => "Tür",
            Self::LegendDoor => "fertig: Der Zettel nennt Ergebnis, Ausnahme oder Abbruch.",
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
