//! The texts of a task's inspector.

/// A text of a task's inspector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InspectorMsg {
    Empty,
    /// The button that leaves the inspector.
    Back,
    Running,
    Ready,
    Waiting,
    Done,
    /// Before since when it is so.
    Since,
    /// The title of the await chain.
    Awaits,
    AwaitsAbout,
    AwaitsNothing,
    /// Before the name of a coroutine.
    In,
    Times,
    Steps,
    WaitsFor,
    WaitedFor,
    HeldBy,
    Nobody,
    Result,
    Error,
    NotYet,
    Cancelled,
    /// By asyncio itself, not by a line of the program.
    MadeToCleanUp,
    /// The buttons that lead to steps.
    GoTo,
    ToMade,
    ToLastBegin,
    ToEnd,
    Locals,
    NoLocals,
    /// Re-execution would take too long.
    LocalsTooFar,
    /// Locals are not shown while it plays.
    LocalsPlaying,
    /// Between two steps.
    NobodyRuns,
    /// The program's code outside of functions.
    Module,
}

in_three_languages!(InspectorMsg);

impl InspectorMsg {
    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::Empty => "Click a task anywhere on the page, or one of these, to look at it closely.",
            Self::Back => "All tasks",
            Self::Running => "running",
            Self::Ready => "ready",
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Since => "since",
            Self::Awaits => "Where it stands",
            Self::AwaitsAbout => "The chain of awaits, the innermost first.",
            Self::AwaitsNothing => "In no await.",
            Self::In => "in",
            Self::Times => "Time",
            Self::Steps => "times on the line:",
            Self::WaitsFor => "Waits for",
            Self::WaitedFor => "Waited for by",
            Self::HeldBy => "held by",
            Self::Nobody => "nobody",
            Self::Result => "Result",
            Self::Error => "Exception",
            Self::NotYet => "none yet",
            Self::Cancelled => "cancelled",
            Self::MadeToCleanUp => {
                "asyncio.run has made this task by itself, to clean up behind the program."
            }
            Self::GoTo => "Go to",
            Self::ToMade => "its making",
            Self::ToLastBegin => "its last step",
            Self::ToEnd => "its end",
            Self::Locals => "Locals",
            Self::NoLocals => "No variables.",
            Self::LocalsTooFar => "The run is too long to work out the values of variables here.",
            Self::LocalsPlaying => "Pause to see the values of variables.",
            Self::NobodyRuns => "Nobody is on the line.",
            Self::Module => "program",
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::Empty => "Cliquez une tâche n’importe où, ou l’une de celles-ci, pour la regarder de près.",
            Self::Back => "Toutes les tâches",
            Self::Running => "s’exécute",
            Self::Ready => "prête",
            Self::Waiting => "attend",
            Self::Done => "terminée",
            Self::Since => "depuis",
            Self::Awaits => "Où elle en est",
            Self::AwaitsAbout => "La chaîne des await, le plus intérieur d’abord.",
            Self::AwaitsNothing => "Dans aucun await.",
            Self::In => "dans",
            Self::Times => "Temps",
            Self::Steps => "passages en ligne\u{a0}:",
            Self::WaitsFor => "Attend",
            Self::WaitedFor => "Attendue par",
            Self::HeldBy => "tenu par",
            Self::Nobody => "personne",
            Self::Result => "Résultat",
            Self::Error => "Exception",
            Self::NotYet => "pas encore",
            Self::Cancelled => "annulée",
            Self::MadeToCleanUp => {
                "asyncio.run a créé cette tâche de lui-même, pour ranger après le programme."
            }
            Self::GoTo => "Aller à",
            Self::ToMade => "sa création",
            Self::ToLastBegin => "son dernier passage",
            Self::ToEnd => "sa fin",
            Self::Locals => "Variables locales",
            Self::NoLocals => "Aucune variable.",
            Self::LocalsTooFar => "L’exécution est trop longue pour calculer ici les valeurs des variables.",
            Self::LocalsPlaying => "Mettez en pause pour voir les valeurs des variables.",
            Self::NobodyRuns => "Personne n’est en ligne.",
            Self::Module => "programme",
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::Empty => {
                "Klicken Sie irgendwo auf einen Task oder auf einen von diesen, um ihn genau anzusehen."
            }
            Self::Back => "Alle Tasks",
            Self::Running => "läuft",
            Self::Ready => "bereit",
            Self::Waiting => "wartet",
            Self::Done => "fertig",
            Self::Since => "seit",
            Self::Awaits => "Wo er steht",
            Self::AwaitsAbout => "Die Kette der awaits, das innerste zuerst.",
            Self::AwaitsNothing => "In keinem await.",
            Self::In => "in",
            Self::Times => "Zeit",
            Self::Steps => "mal am Apparat:",
            Self::WaitsFor => "Wartet auf",
            Self::WaitedFor => "Auf ihn warten",
            Self::HeldBy => "gehalten von",
            Self::Nobody => "niemand",
            Self::Result => "Ergebnis",
            Self::Error => "Ausnahme",
            Self::NotYet => "noch keines",
            Self::Cancelled => "abgebrochen",
            Self::MadeToCleanUp => {
                "asyncio.run hat diesen Task von sich aus gemacht, um hinter dem Programm aufzuräumen."
            }
            Self::GoTo => "Gehe zu",
            Self::ToMade => "seiner Entstehung",
            Self::ToLastBegin => "seinem letzten Schritt",
            Self::ToEnd => "seinem Ende",
            Self::Locals => "Lokale Variablen",
            Self::NoLocals => "Keine Variablen.",
            Self::LocalsTooFar => "Der Lauf ist zu lang, um hier die Werte der Variablen zu bestimmen.",
            Self::LocalsPlaying => "Halten Sie an, um die Werte der Variablen zu sehen.",
            Self::NobodyRuns => "Niemand ist am Apparat.",
            Self::Module => "Programm",
        }
    }
}
