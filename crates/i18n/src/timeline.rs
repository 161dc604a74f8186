//! The texts of the timeline and of the seek bar.

use crate::Lang;

/// A text of the timeline. `{}` in a text stands for what [`TimelineMsg::with`] fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineMsg {
    /// The loop's lane.
    Loop,
    /// What is there before the first run.
    Empty,
    /// The note on the axis, and the switch between that and the true scale.
    Widened,
    /// What that switch does.
    WidenedHint,
    /// The button that zooms.
    ZoomIn,
    /// The button that zooms.
    ZoomOut,
    /// The button that shows everything.
    Fit,
    /// The switch between picture and table.
    AsTable,
    /// The name of the picture, for screen readers.
    Picture,
    /// A column of the table.
    Lane,
    /// A column, and a word of the legend.
    Running,
    /// A column, and a word of the legend.
    Blocking,
    /// A column, and a word of the legend.
    Ready,
    /// A column.
    Waiting,
    /// A column.
    Steps,
    /// A column.
    Outcome,
    /// The table's last row, where there are too many.
    MoreLanes,
    /// An outcome.
    Returned,
    /// An outcome.
    Failed,
    /// An outcome.
    Cancelled,
    /// Instead of an outcome.
    NotMade,
    /// Instead of the loop's outcome.
    Asleep,
    /// Instead of the loop's outcome.
    Over,
    // -- After a name -------------------------------------------------------------------------------------
    Runs,
    Blocks,
    IsReady,
    WaitsTimer,
    /// For a task, a lock, an event or a condition.
    WaitsFor,
    WaitsGroup,
    WaitsFuture,
    WaitsSemaphore,
    WaitsBarrier,
    WaitsGet,
    WaitsPut,
    WaitsJoin,
    WaitsThread,
    WaitsIo,
    WaitsUnnamed,
    IsDone,
    IsFailed,
    IsCancelled,
    LoopRuns,
    LoopSleeps,
    LoopIsBlocked,
    Awaits,
    Prints,
    Raises,
    IsAskedToCancel,
    GetsCancelled,
    /// Too many things to tell apart.
    Crowd,
    // -- Other lines --------------------------------------------------------------------------------------
    /// From a time to a time.
    FromTo,
    /// The last line of the label.
    ClickToGo,
    /// Two totals and a count.
    Sums,
    // -- The legend ---------------------------------------------------------------------------------------
    KeyTimer,
    KeyTask,
    KeyLock,
    KeyQueue,
    KeyIo,
    // -- The seek bar -------------------------------------------------------------------------------------
    /// Time, step, and how many there are.
    Position,
    SwitchTo,
    SwitchToCallback,
    AwaitBegins,
    AwaitEnds,
    PrintsHere,
    /// What runs outside of all tasks.
    Program,
}

in_three_languages!(TimelineMsg);

impl TimelineMsg {
    /// The text with its places filled in, in their order.
    pub fn with(self, lang: Lang, parts: &[&str]) -> String {
        let mut filled = String::new();
        let mut parts = parts.iter();
        for (index, piece) in self.text(lang).split("{}").enumerate() {
            if index > 0 {
                filled.push_str(parts.next().unwrap_or(&""));
            }
            filled.push_str(piece);
        }
        filled
    }

    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::Loop => "loop",
            Self::Empty => {
                "Run the program: each task gets a lane here, and you see when it runs, is ready, and waits."
            }
            Self::Widened => "Busy moments widened",
            Self::WidenedHint => {
                "Busy moments take microseconds. They are drawn wider, so that their order shows; press for the true scale."
            }
            Self::ZoomIn => "Zoom in",
            Self::ZoomOut => "Zoom out",
            Self::Fit => "Show everything",
            Self::AsTable => "As a table",
            Self::Picture => {
                "Timeline: a lane for the event loop and for each task. Arrows move, plus and minus zoom, 0 shows everything. The same as a table: the button “As a table”."
            }
            Self::Lane => "Lane",
            Self::Running => "running",
            Self::Blocking => "blocking",
            Self::Ready => "ready",
            Self::Waiting => "waiting",
            Self::Steps => "steps",
            Self::Outcome => "now",
            Self::MoreLanes => "and {} more",
            Self::Returned => "returned",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::NotMade => "not made yet",
            Self::Asleep => "asleep",
            Self::Over => "over",
            Self::Runs => "runs",
            Self::Blocks => "blocks everybody in {}",
            Self::IsReady => "is ready, waits for the loop",
            Self::WaitsTimer => "waits for its timer",
            Self::WaitsFor => "waits for {}",
            Self::WaitsGroup => "waits for several tasks",
            Self::WaitsFuture => "waits for a future",
            Self::WaitsSemaphore => "waits for a place at {}",
            Self::WaitsBarrier => "waits at {}",
            Self::WaitsGet => "waits for an item from {}",
            Self::WaitsPut => "waits for room in {}",
            Self::WaitsJoin => "waits until {} is worked off",
            Self::WaitsThread => "waits for a thread",
            Self::WaitsIo => "waits for data from outside",
            Self::WaitsUnnamed => "waits",
            Self::IsDone => "is done: returns {}",
            Self::IsFailed => "fails: {}",
            Self::IsCancelled => "is cancelled",
            Self::LoopRuns => "runs turn {}",
            Self::LoopSleeps => "sleeps: nobody is ready",
            Self::LoopIsBlocked => "is stuck in {}: nobody else can run",
            Self::Awaits => "awaits {}",
            Self::Prints => "prints “{}”",
            Self::Raises => "raises {}",
            Self::IsAskedToCancel => "is asked to cancel",
            Self::GetsCancelled => "gets the cancellation",
            Self::Crowd => "{} short stretches: zoom in to see them",
            Self::FromTo => "{} to {}",
            Self::ClickToGo => "click to go there",
            Self::Sums => "so far: running {}, ready {}, waiting {}; steps: {}",
            Self::KeyTimer => "waits: timer",
            Self::KeyTask => "task",
            Self::KeyLock => "lock",
            Self::KeyQueue => "queue",
            Self::KeyIo => "outside",
            Self::Position => "{}, step {} of {}",
            Self::SwitchTo => "{} gets the loop",
            Self::SwitchToCallback => "a callback gets the loop",
            Self::AwaitBegins => "{} awaits {}",
            Self::AwaitEnds => "{} goes on after its await",
            Self::PrintsHere => "{} prints “{}”",
            Self::Program => "the program",
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::Loop => "boucle",
            Self::Empty => {
                "Lancez le programme\u{a0}: chaque tâche a ici sa ligne, et vous voyez quand elle s’exécute, est prête ou attend."
            }
            Self::Widened => "Moments actifs élargis",
            Self::WidenedHint => {
                "Les moments actifs durent des microsecondes. Ils sont dessinés plus larges pour que leur ordre se voie\u{a0}; appuyez pour l’échelle réelle."
            }
            Self::ZoomIn => "Agrandir",
            Self::ZoomOut => "Réduire",
            Self::Fit => "Tout montrer",
            Self::AsTable => "En tableau",
            Self::Picture => {
                "Chronologie\u{a0}: une ligne pour la boucle d’événements et une par tâche. Les flèches déplacent, plus et moins agrandissent, 0 montre tout. La même chose en tableau\u{a0}: bouton «\u{a0}En tableau\u{a0}»."
            }
            Self::Lane => "Ligne",
            Self::Running => "en cours",
            Self::Blocking => "bloque",
            Self::Ready => "prête",
            Self::Waiting => "en attente",
            Self::Steps => "étapes",
            Self::Outcome => "maintenant",
            Self::MoreLanes => "et {} de plus",
            Self::Returned => "terminée",
            Self::Failed => "échouée",
            Self::Cancelled => "annulée",
            Self::NotMade => "pas encore créée",
            Self::Asleep => "dort",
            Self::Over => "finie",
            Self::Runs => "s’exécute",
            Self::Blocks => "bloque tout le monde dans {}",
            Self::IsReady => "est prête, attend la boucle",
            Self::WaitsTimer => "attend son minuteur",
            Self::WaitsFor => "attend {}",
            Self::WaitsGroup => "attend plusieurs tâches",
            Self::WaitsFuture => "attend un future",
            Self::WaitsSemaphore => "attend une place à {}",
            Self::WaitsBarrier => "attend à {}",
            Self::WaitsGet => "attend un élément de {}",
            Self::WaitsPut => "attend de la place dans {}",
            Self::WaitsJoin => "attend que {} soit traitée",
            Self::WaitsThread => "attend un thread",
            Self::WaitsIo => "attend des données de l’extérieur",
            Self::WaitsUnnamed => "attend",
            Self::IsDone => "est terminée\u{a0}: renvoie {}",
            Self::IsFailed => "échoue\u{a0}: {}",
            Self::IsCancelled => "est annulée",
            Self::LoopRuns => "exécute le tour {}",
            Self::LoopSleeps => "dort\u{a0}: personne n’est prêt",
            Self::LoopIsBlocked => "est coincée dans {}\u{a0}: personne d’autre ne peut s’exécuter",
            Self::Awaits => "attend (await) {}",
            Self::Prints => "affiche «\u{a0}{}\u{a0}»",
            Self::Raises => "lève {}",
            Self::IsAskedToCancel => "reçoit une demande d’annulation",
            Self::GetsCancelled => "subit l’annulation",
            Self::Crowd => "{} moments brefs\u{a0}: agrandissez pour les voir",
            Self::FromTo => "{} à {}",
            Self::ClickToGo => "cliquez pour y aller",
            Self::Sums => "jusqu’ici\u{a0}: en cours {}, prête {}, en attente {}\u{a0}; étapes\u{a0}: {}",
            Self::KeyTimer => "attend\u{a0}: minuteur",
            Self::KeyTask => "tâche",
            Self::KeyLock => "verrou",
            Self::KeyQueue => "queue",
            Self::KeyIo => "extérieur",
            Self::Position => "{}, pas {} sur {}",
            Self::SwitchTo => "{} obtient la boucle",
            Self::SwitchToCallback => "un callback obtient la boucle",
            Self::AwaitBegins => "{} attend (await) {}",
            Self::AwaitEnds => "{} continue après son await",
            Self::PrintsHere => "{} affiche «\u{a0}{}\u{a0}»",
            Self::Program => "le programme",
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::Loop => "Schleife",
            Self::Empty => {
                "Starten Sie das Programm: Jeder Task bekommt hier eine Bahn, und Sie sehen, wann er läuft, bereit ist und wartet."
            }
            Self::Widened => "Dichtes gedehnt",
            Self::WidenedHint => {
                "Geschäftige Momente dauern Mikrosekunden. Sie sind breiter gezeichnet, damit ihre Reihenfolge zu sehen ist; Drücken zeigt den wahren Maßstab."
            }
            Self::ZoomIn => "Vergrößern",
            Self::ZoomOut => "Verkleinern",
            Self::Fit => "Alles zeigen",
            Self::AsTable => "Als Tabelle",
            Self::Picture => {
                "Zeitleiste: eine Bahn für die Ereignisschleife und eine je Task. Pfeile verschieben, Plus und Minus vergrößern, 0 zeigt alles. Dasselbe als Tabelle: Schaltfläche „Als Tabelle“."
            }
            Self::Lane => "Bahn",
            Self::Running => "läuft",
            Self::Blocking => "blockiert",
            Self::Ready => "bereit",
            Self::Waiting => "wartet",
            Self::Steps => "Schritte",
            Self::Outcome => "jetzt",
            Self::MoreLanes => "und {} weitere",
            Self::Returned => "fertig",
            Self::Failed => "gescheitert",
            Self::Cancelled => "abgebrochen",
            Self::NotMade => "noch nicht da",
            Self::Asleep => "schläft",
            Self::Over => "zu Ende",
            Self::Runs => "läuft",
            Self::Blocks => "blockiert alle in {}",
            Self::IsReady => "ist bereit, wartet auf die Schleife",
            Self::WaitsTimer => "wartet auf den eigenen Timer",
            Self::WaitsFor => "wartet auf {}",
            Self::WaitsGroup => "wartet auf mehrere Tasks",
            Self::WaitsFuture => "wartet auf ein Future",
            Self::WaitsSemaphore => "wartet auf einen Platz an {}",
            Self::WaitsBarrier => "wartet an {}",
            Self::WaitsGet => "wartet auf ein Element aus {}",
            Self::WaitsPut => "wartet auf Platz in {}",
            Self::WaitsJoin => "wartet, bis {} abgearbeitet ist",
            Self::WaitsThread => "wartet auf einen Thread",
            Self::WaitsIo => "wartet auf Daten von außen",
            Self::WaitsUnnamed => "wartet",
            Self::IsDone => "ist fertig: gibt {} zurück",
            Self::IsFailed => "scheitert: {}",
            Self::IsCancelled => "ist abgebrochen",
            Self::LoopRuns => "führt Umlauf {} aus",
            Self::LoopSleeps => "schläft: Niemand ist bereit",
            Self::LoopIsBlocked => "steckt in {} fest: Sonst kann niemand laufen",
            Self::Awaits => "wartet mit await auf {}",
            Self::Prints => "gibt „{}“ aus",
            Self::Raises => "löst {} aus",
            Self::IsAskedToCancel => "wird gebeten abzubrechen",
            Self::GetsCancelled => "erhält den Abbruch",
            Self::Crowd => "{} kurze Abschnitte: Vergrößern zeigt sie",
            Self::FromTo => "{} bis {}",
            Self::ClickToGo => "Klick führt dorthin",
            Self::Sums => "bisher: gelaufen {}, bereit {}, gewartet {}; Schritte: {}",
            Self::KeyTimer => "wartet: Timer",
            Self::KeyTask => "Task",
            Self::KeyLock => "Lock",
            Self::KeyQueue => "Queue",
            Self::KeyIo => "draußen",
            Self::Position => "{}, Schritt {} von {}",
            Self::SwitchTo => "{} bekommt die Schleife",
            Self::SwitchToCallback => "ein Callback bekommt die Schleife",
            Self::AwaitBegins => "{} wartet mit await auf {}",
            Self::AwaitEnds => "{} macht nach dem await weiter",
            Self::PrintsHere => "{} gibt „{}“ aus",
            Self::Program => "das Programm",
        }
    }
}
