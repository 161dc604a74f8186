//! The texts of the loop's own picture.

use switchboard_trace::{ObjectKind, Phase};

use crate::Lang;

/// A text of the loop's own picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueuesMsg {
    /// Before the number of the turn.
    Turn,
    /// What the strip of phases is.
    PhasesAbout,
    /// A phase's name, and what it does.
    Bound,
    BoundAbout,
    PollIo,
    PollIoAbout,
    DueTimers,
    DueTimersAbout,
    RunReady,
    RunReadyAbout,
    /// What the current phase is at.
    SleepsUntil,
    SleepsForever,
    SleepsNot,
    /// Before how many are to run.
    StillToRun,
    /// The disclosure of the executor's code.
    Code,
    ReadyQueue,
    ReadyAbout,
    ReadyEmpty,
    OnTheLine,
    Nobody,
    ThisTurn,
    NextTurn,
    /// What becomes of a cancelled entry.
    Skipped,
    Callback,
    Timers,
    TimersAbout,
    TimersEmpty,
    /// Before the task that set a timer.
    SetBy,
    Watches,
    WatchesAbout,
    WatchesEmpty,
    Waits,
    WaitsAbout,
    WaitsEmpty,
    /// Before the names of those who wait.
    WaitPlain,
    WaitGet,
    WaitPut,
    WaitJoin,
    /// Before the task that holds a lock.
    HeldBy,
    Free,
    /// Before how many.
    FreePlaces,
    IsSet,
    IsNotSet,
    Standing,
    Items,
    Task,
    Thread,
    Runs,
    Connection,
    Watched,
    Unnamed,
    Future,
    Group,
    Lock,
    Semaphore,
    Event,
    Condition,
    Barrier,
    Queue,
}

in_three_languages!(QueuesMsg);

impl QueuesMsg {
    /// A phase's name, and what it does.
    pub const fn of_phase(phase: Phase) -> (Self, Self) {
        match phase {
            Phase::Bound => (Self::Bound, Self::BoundAbout),
            Phase::PollIo => (Self::PollIo, Self::PollIoAbout),
            Phase::DueTimers => (Self::DueTimers, Self::DueTimersAbout),
            Phase::RunReady => (Self::RunReady, Self::RunReadyAbout),
        }
    }

    /// Things keep the names that they have in asyncio.
    pub const fn of_kind(kind: ObjectKind) -> Self {
        match kind {
            ObjectKind::Future => Self::Future,
            ObjectKind::Group => Self::Group,
            ObjectKind::Lock => Self::Lock,
            ObjectKind::Semaphore => Self::Semaphore,
            ObjectKind::Event => Self::Event,
            ObjectKind::Condition => Self::Condition,
            ObjectKind::Barrier => Self::Barrier,
            ObjectKind::Queue => Self::Queue,
        }
    }

    /// A callback by its function, where that is known, else by its number.
    pub fn callback(lang: Lang, number: u32, label: &str) -> String {
        match label {
            "" => format!("{} {number}", Self::Callback.text(lang)),
            label => label.to_owned(),
        }
    }

    /// How many more there are than are shown.
    pub fn more(lang: Lang, count: usize) -> String {
        let word = match lang {
            Lang::En => "more",
            Lang::Fr => "de plus",
            Lang::De => "weitere",
        };
        format!("+ {count} {word}")
    }

    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::Turn => "turn",
            Self::PhasesAbout => "The four phases of a turn",
            Self::Bound => "How long to sleep?",
            Self::BoundAbout => "Not at all if somebody is ready; else until the first timer goes off.",
            Self::PollIo => "Ask the OS",
            Self::PollIoAbout => {
                "Which connections have data? If nobody is ready, the loop sleeps here; whatever arrives wakes it."
            }
            Self::DueTimers => "Move due timers",
            Self::DueTimersAbout => "Timers whose time has come go to the end of the ready queue.",
            Self::RunReady => "Run the ready queue",
            Self::RunReadyAbout => {
                "Those who are in it now run, first in, first out. Who comes meanwhile waits for the next turn."
            }
            Self::SleepsUntil => "sleeps until",
            Self::SleepsForever => "sleeps until something arrives",
            Self::SleepsNot => "does not sleep",
            Self::StillToRun => "still to run:",
            Self::Code => "The executor’s code",
            Self::ReadyQueue => "Ready queue",
            Self::ReadyAbout => "Those who could run now and wait for the loop, first in, first out.",
            Self::ReadyEmpty => "Nobody is ready. Woken tasks and callbacks line up here.",
            Self::OnTheLine => "on the line",
            Self::Nobody => "nobody",
            Self::ThisTurn => "in this turn",
            Self::NextTurn => "in the next turn",
            Self::Skipped => "cancelled: the loop will skip it",
            Self::Callback => "callback",
            Self::Timers => "Timers",
            Self::TimersAbout => "A heap: the timer that goes off first is on top.",
            Self::TimersEmpty => "No timer is set. asyncio.sleep sets one.",
            Self::SetBy => "by",
            Self::Watches => "Outside",
            Self::WatchesAbout => {
                "What the operating system watches for the loop, and threads that run beside it."
            }
            Self::WatchesEmpty => "Nothing is watched. Open connections and threads stand here.",
            Self::Waits => "Who waits for what",
            Self::WaitsAbout => "One row for each thing, the longest waiting first.",
            Self::WaitsEmpty => "Nobody waits for a task, a lock or a queue.",
            Self::WaitPlain => "waiting:",
            Self::WaitGet => "for an item:",
            Self::WaitPut => "for room:",
            Self::WaitJoin => "until all is done:",
            Self::HeldBy => "held by",
            Self::Free => "free",
            Self::FreePlaces => "places free:",
            Self::IsSet => "set",
            Self::IsNotSet => "not set",
            Self::Standing => "arrived:",
            Self::Items => "items:",
            Self::Task => "Task",
            Self::Thread => "Thread",
            Self::Runs => "runs",
            Self::Connection => "Connection",
            Self::Watched => "watched",
            Self::Unnamed => "Something without a name",
            Self::Future => "Future",
            Self::Group => "Several at once",
            Self::Lock => "Lock",
            Self::Semaphore => "Semaphore",
            Self::Event => "Event",
            Self::Condition => "Condition",
            Self::Barrier => "Barrier",
            Self::Queue => "Queue",
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::Turn => "tour",
            Self::PhasesAbout => "Les quatre phases d’un tour",
            Self::Bound => "Dormir jusqu’à quand\u{a0}?",
            Self::BoundAbout => "Pas du tout si quelqu’un est prêt\u{a0}; sinon jusqu’au premier minuteur.",
            Self::PollIo => "Interroger l’OS",
            Self::PollIoAbout => {
                "Quelles connexions ont des données\u{a0}? Si personne n’est prêt, la boucle dort ici\u{a0}; ce qui arrive la réveille."
            }
            Self::DueTimers => "Déplacer les minuteurs échus",
            Self::DueTimersAbout => "Les minuteurs dont l’heure est venue passent en fin de file.",
            Self::RunReady => "Exécuter la file des prêts",
            Self::RunReadyAbout => {
                "Ceux qui s’y trouvent maintenant s’exécutent dans l’ordre d’arrivée. Les suivants attendent le prochain tour."
            }
            Self::SleepsUntil => "dort jusqu’à",
            Self::SleepsForever => "dort jusqu’à une arrivée",
            Self::SleepsNot => "ne dort pas",
            Self::StillToRun => "encore à exécuter\u{a0}:",
            Self::Code => "Le code de l’exécuteur",
            Self::ReadyQueue => "File des prêts",
            Self::ReadyAbout => {
                "Ceux qui pourraient s’exécuter et attendent la boucle, premier arrivé, premier servi."
            }
            Self::ReadyEmpty => {
                "Personne n’est prêt. Les tâches réveillées et les callbacks font la queue ici."
            }
            Self::OnTheLine => "en ligne",
            Self::Nobody => "personne",
            Self::ThisTurn => "dans ce tour",
            Self::NextTurn => "au prochain tour",
            Self::Skipped => "annulé\u{a0}: la boucle le sautera",
            Self::Callback => "callback",
            Self::Timers => "Minuteurs",
            Self::TimersAbout => "Un tas\u{a0}: le minuteur qui sonne le premier est en haut.",
            Self::TimersEmpty => "Aucun minuteur. asyncio.sleep en règle un.",
            Self::SetBy => "par",
            Self::Watches => "Dehors",
            Self::WatchesAbout => "Ce que le système surveille pour la boucle, et les threads à côté d’elle.",
            Self::WatchesEmpty => {
                "Rien n’est surveillé. Les connexions ouvertes et les threads se trouvent ici."
            }
            Self::Waits => "Qui attend quoi",
            Self::WaitsAbout => "Une ligne par chose, la plus longue attente en premier.",
            Self::WaitsEmpty => "Personne n’attend une tâche, un verrou ou une file.",
            Self::WaitPlain => "attendent\u{a0}:",
            Self::WaitGet => "un élément\u{a0}:",
            Self::WaitPut => "de la place\u{a0}:",
            Self::WaitJoin => "que tout soit traité\u{a0}:",
            Self::HeldBy => "tenu par",
            Self::Free => "libre",
            Self::FreePlaces => "places libres\u{a0}:",
            Self::IsSet => "activé",
            Self::IsNotSet => "pas activé",
            Self::Standing => "arrivés\u{a0}:",
            Self::Items => "éléments\u{a0}:",
            Self::Task => "Tâche",
            Self::Thread => "Thread",
            Self::Runs => "s’exécute",
            Self::Connection => "Connexion",
            Self::Watched => "surveillée",
            Self::Unnamed => "Quelque chose sans nom",
            Self::Future => "Future",
            Self::Group => "Plusieurs à la fois",
            Self::Lock => "Lock",
            Self::Semaphore => "Semaphore",
            Self::Event => "Event",
            Self::Condition => "Condition",
            Self::Barrier => "Barrier",
            Self::Queue => "Queue",
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::Turn => "Umlauf",
            Self::PhasesAbout => "Die vier Phasen eines Umlaufs",
            Self::Bound => "Wie lange schlafen?",
            Self::BoundAbout => "Gar nicht, wenn jemand bereit ist; sonst bis zum ersten Timer.",
            Self::PollIo => "Das System fragen",
            Self::PollIoAbout => {
                "Welche Verbindungen haben Daten? Ist niemand bereit, schläft die Schleife hier; was ankommt, weckt sie."
            }
            Self::DueTimers => "Fällige Timer einreihen",
            Self::DueTimersAbout => "Timer, deren Zeit gekommen ist, rücken ans Ende der Ready-Queue.",
            Self::RunReady => "Ready-Queue ausführen",
            Self::RunReadyAbout => {
                "Wer jetzt darin steht, läuft, der Reihe nach. Wer inzwischen kommt, wartet auf den nächsten Umlauf."
            }
            Self::SleepsUntil => "schläft bis",
            Self::SleepsForever => "schläft, bis etwas ankommt",
            Self::SleepsNot => "schläft nicht",
            Self::StillToRun => "noch an der Reihe:",
            Self::Code => "Der Code des Executors",
            Self::ReadyQueue => "Ready-Queue",
            Self::ReadyAbout => "Wer laufen könnte und auf die Schleife wartet, der Reihe nach.",
            Self::ReadyEmpty => "Niemand ist bereit. Geweckte Tasks und Callbacks stellen sich hier an.",
            Self::OnTheLine => "am Apparat",
            Self::Nobody => "niemand",
            Self::ThisTurn => "in diesem Umlauf",
            Self::NextTurn => "im nächsten Umlauf",
            Self::Skipped => "abgebrochen: die Schleife überspringt ihn",
            Self::Callback => "Callback",
            Self::Timers => "Timer",
            Self::TimersAbout => "Ein Heap: Der Timer, der zuerst klingelt, steht oben.",
            Self::TimersEmpty => "Kein Timer ist gestellt. asyncio.sleep stellt einen.",
            Self::SetBy => "von",
            Self::Watches => "Draußen",
            Self::WatchesAbout => "Was das System für die Schleife beobachtet, und Threads neben ihr.",
            Self::WatchesEmpty => "Nichts wird beobachtet. Offene Verbindungen und Threads stehen hier.",
            Self::Waits => "Wer wartet worauf",
            Self::WaitsAbout => "Eine Zeile je Ding; wer am längsten wartet, steht vorn.",
            Self::WaitsEmpty => "Niemand wartet auf einen Task, ein Lock oder eine Queue.",
            Self::WaitPlain => "warten:",
            Self::WaitGet => "auf ein Element:",
            Self::WaitPut => "auf Platz:",
            Self::WaitJoin => "bis alles erledigt ist:",
            Self::HeldBy => "gehalten von",
            Self::Free => "frei",
            Self::FreePlaces => "freie Plätze:",
            Self::IsSet => "gesetzt",
            Self::IsNotSet => "nicht gesetzt",
            Self::Standing => "angekommen:",
            Self::Items => "Elemente:",
            Self::Task => "Task",
            Self::Thread => "Thread",
            Self::Runs => "läuft",
            Self::Connection => "Verbindung",
            Self::Watched => "beobachtet",
            Self::Unnamed => "Etwas ohne Namen",
            Self::Future => "Future",
            Self::Group => "Mehrere zugleich",
            Self::Lock => "Lock",
            Self::Semaphore => "Semaphore",
            Self::Event => "Event",
            Self::Condition => "Condition",
            Self::Barrier => "Barrier",
            Self::Queue => "Queue",
        }
    }
}
