//! The texts of the page as a whole: its header, its panels' names and the transport.

/// A text of the page as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The page's name.
    Title,
    /// What the page is, in a line.
    Tagline,
    /// The panel of the program.
    Program,
    /// The panel of the call center.
    CallCenter,
    /// The panel of the loop's queues.
    Queues,
    /// The panel of the timeline.
    Timeline,
    /// The panel of what the program prints.
    Output,
    /// The panel of sentences, one an event.
    Log,
    /// The panel of one task.
    Inspector,
    /// The button that lets the program run.
    Run,
    /// The button that stops the playhead.
    Pause,
    /// The button that goes back to the beginning.
    Restart,
    /// The button for a step back.
    StepBack,
    /// The button for a step forward.
    StepForward,
    /// The choice of the unit of steps.
    StepBy,
    /// A unit of steps.
    UnitEvent,
    /// A unit of steps.
    UnitLine,
    /// A unit of steps.
    UnitAwait,
    /// A unit of steps.
    UnitTurn,
    /// A unit of steps.
    UnitSwitch,
    /// A unit of steps.
    UnitOutput,
    /// The choice of the rate.
    Speed,
    /// The rate without waiting.
    Instant,
    /// The slider of the playhead.
    Playhead,
    /// Before the number of the step.
    Step,
    /// Between a number and how many there are.
    Of,
    /// The button that opens the editor.
    Edit,
    /// The button that opens the builder.
    Build,
    /// The button that closes the editor.
    Done,
    /// The choice of the language.
    Language,
    /// The button for the theme, as the system has it.
    ThemeAuto,
    /// The button for the theme.
    ThemeLight,
    /// The button for the theme.
    ThemeDark,
    /// The button that shows the keys.
    Help,
    /// The button and the key for large type.
    Present,
    /// The button that closes something.
    Close,
    /// The switch that lets blocking calls hold up the page.
    FeelIt,
    /// What that switch does.
    FeelItHint,
    /// The name of the place where the sentence stands.
    JustNow,
    /// The one hint for a first visit.
    Hint,
    /// A notice that the draft can't be kept.
    NotKept,
    /// A notice that a newer version of the page is here.
    Update,
    /// The button that opens it.
    OpenUpdate,
    /// The choice of panels.
    Panels,
    /// The line between two areas.
    Divide,
    /// Before the names of those who are ready.
    InTheQueue,
    /// Instead of names.
    Nobody,
    /// Before the number of those who wait.
    OnHold,
    /// The draft is not what runs.
    EditedSince,
    /// An await point.
    AwaitNotReached,
    /// An await point, before the names of those who stand there.
    AwaitWaiting,
    /// An await point, before how often.
    AwaitPassed,
    /// Nothing was printed.
    OutputEmpty,
    /// Nothing has happened.
    LogEmpty,
    /// Nothing has happened of what the list is narrowed to.
    LogNothing,
    /// The button that copies the output.
    Copy,
    /// How a run ended.
    Deadlock,
    /// After that word, before the names of those who are stuck.
    WaitsForEver,
    /// How a run ended.
    Limit,
    /// The choice of a task.
    WhichTask,
    /// The choice of events.
    Kind,
    /// A choice of events.
    KindAll,
    /// A choice of events.
    KindTasks,
    /// A choice of events.
    KindLoop,
    /// The browser lacks what running takes.
    Stuck,
    /// The rest of the engine can't be had.
    RestMissing,
}

in_three_languages!(Msg);

impl Msg {
    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::Title => "Switchboard",
            Self::Tagline => "How asyncio runs your program",
            Self::Program => "Program",
            Self::CallCenter => "Call center",
            Self::Queues => "Event loop",
            Self::Timeline => "Timeline",
            Self::Output => "Output",
            Self::Log => "Log",
            Self::Inspector => "Task",
            Self::Run => "Run",
            Self::Pause => "Pause",
            Self::Restart => "Restart",
            Self::StepBack => "Step back",
            Self::StepForward => "Step forward",
            Self::StepBy => "Step by",
            Self::UnitEvent => "event",
            Self::UnitLine => "line",
            Self::UnitAwait => "await",
            Self::UnitTurn => "turn",
            Self::UnitSwitch => "task switch",
            Self::UnitOutput => "output",
            Self::Speed => "Speed",
            Self::Instant => "instant",
            Self::Playhead => "Playhead",
            Self::Step => "step",
            Self::Of => "of",
            Self::Edit => "Edit",
            Self::Build => "Build",
            Self::Done => "Done",
            Self::Language => "Language",
            Self::ThemeAuto => "Theme: as the system",
            Self::ThemeLight => "Theme: light",
            Self::ThemeDark => "Theme: dark",
            Self::Help => "Keys",
            Self::Present => "Large type, for the back row",
            Self::Close => "Close",
            Self::FeelIt => "Feel it",
            Self::FeelItHint => "Blocking calls freeze this page for real, for at most 5 s",
            Self::JustNow => "What just happened",
            Self::Hint => "Press Run, or step through it with the arrows.",
            Self::NotKept => {
                "This browser does not let the page keep your program: copy it before you leave."
            }
            Self::Update => "A new version of Switchboard is here.",
            Self::OpenUpdate => "Open it",
            Self::Panels => "Panels",
            Self::Divide => "Divide the page",
            Self::InTheQueue => "Waiting for the operator:",
            Self::Nobody => "nobody",
            Self::OnHold => "On hold:",
            Self::EditedSince => "edited since: Run starts the new version",
            Self::AwaitNotReached => "await: not reached yet",
            Self::AwaitWaiting => "waiting here now:",
            Self::AwaitPassed => "await: passed",
            Self::OutputEmpty => "What the program prints appears here.",
            Self::LogEmpty => "One sentence for each thing that happens, and why.",
            Self::LogNothing => "Nothing of this kind so far.",
            Self::Copy => "Copy",
            Self::Deadlock => "Deadlock",
            Self::WaitsForEver => "nothing can happen any more. For ever on hold:",
            Self::Limit => "Limit",
            Self::WhichTask => "Which task",
            Self::Kind => "Which events",
            Self::KindAll => "everything",
            Self::KindTasks => "tasks",
            Self::KindLoop => "event loop",
            Self::Stuck => "This browser can't run programs here: it has no message channels.",
            Self::RestMissing => {
                "A part of Switchboard could not be loaded. Check the connection and reload the page."
            }
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::Title => "Switchboard",
            Self::Tagline => "Comment asyncio exécute votre programme",
            Self::Program => "Programme",
            Self::CallCenter => "Centre d’appels",
            Self::Queues => "Boucle d’événements",
            Self::Timeline => "Chronologie",
            Self::Output => "Sortie",
            Self::Log => "Journal",
            Self::Inspector => "Tâche",
            Self::Run => "Lancer",
            Self::Pause => "Pause",
            Self::Restart => "Recommencer",
            Self::StepBack => "Pas en arrière",
            Self::StepForward => "Pas en avant",
            Self::StepBy => "Pas\u{a0}:",
            Self::UnitEvent => "événement",
            Self::UnitLine => "ligne",
            Self::UnitAwait => "await",
            Self::UnitTurn => "tour",
            Self::UnitSwitch => "changement de tâche",
            Self::UnitOutput => "sortie",
            Self::Speed => "Vitesse",
            Self::Instant => "instantané",
            Self::Playhead => "Tête de lecture",
            Self::Step => "pas",
            Self::Of => "sur",
            Self::Edit => "Modifier",
            Self::Build => "Composer",
            Self::Done => "Terminé",
            Self::Language => "Langue",
            Self::ThemeAuto => "Thème\u{a0}: comme le système",
            Self::ThemeLight => "Thème\u{a0}: clair",
            Self::ThemeDark => "Thème\u{a0}: sombre",
            Self::Help => "Touches",
            Self::Present => "Grands caractères, pour le dernier rang",
            Self::Close => "Fermer",
            Self::FeelIt => "Ressentir",
            Self::FeelItHint => "Les appels bloquants figent vraiment cette page, 5 s au plus",
            Self::JustNow => "Ce qui vient de se passer",
            Self::Hint => "Appuyez sur Lancer, ou avancez pas à pas avec les flèches.",
            Self::NotKept => {
                "Ce navigateur ne permet pas de conserver votre programme\u{a0}: copiez-le avant de partir."
            }
            Self::Update => "Une nouvelle version de Switchboard est arrivée.",
            Self::OpenUpdate => "L’ouvrir",
            Self::Panels => "Panneaux",
            Self::Divide => "Répartir la page",
            Self::InTheQueue => "Attendent l’opératrice\u{a0}:",
            Self::Nobody => "personne",
            Self::OnHold => "En attente\u{a0}:",
            Self::EditedSince => "modifié depuis\u{a0}: Lancer démarre la nouvelle version",
            Self::AwaitNotReached => "await\u{a0}: pas encore atteint",
            Self::AwaitWaiting => "attendent ici\u{a0}:",
            Self::AwaitPassed => "await\u{a0}: passé",
            Self::OutputEmpty => "Ce que le programme affiche apparaît ici.",
            Self::LogEmpty => "Une phrase pour chaque événement, avec sa raison.",
            Self::LogNothing => "Rien de tel jusqu’ici.",
            Self::Copy => "Copier",
            Self::Deadlock => "Interblocage",
            Self::WaitsForEver => "plus rien ne peut arriver. En attente pour toujours\u{a0}:",
            Self::Limit => "Limite",
            Self::WhichTask => "Quelle tâche",
            Self::Kind => "Quels événements",
            Self::KindAll => "tout",
            Self::KindTasks => "tâches",
            Self::KindLoop => "boucle d’événements",
            Self::Stuck => {
                "Ce navigateur ne peut pas exécuter de programmes ici\u{a0}: il n’a pas de canaux de messages."
            }
            Self::RestMissing => {
                "Une partie de Switchboard n’a pas pu être chargée. Vérifiez la connexion et rechargez la page."
            }
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::Title => "Switchboard",
            Self::Tagline => "Wie asyncio Ihr Programm ausführt",
            Self::Program => "Programm",
            Self::CallCenter => "Telefonzentrale",
            Self::Queues => "Ereignisschleife",
            Self::Timeline => "Zeitleiste",
            Self::Output => "Ausgabe",
            Self::Log => "Protokoll",
            Self::Inspector => "Task",
            Self::Run => "Starten",
            Self::Pause => "Pause",
            Self::Restart => "Von vorn",
            Self::StepBack => "Schritt zurück",
            Self::StepForward => "Schritt vor",
            Self::StepBy => "Schritt:",
            Self::UnitEvent => "Ereignis",
            Self::UnitLine => "Zeile",
            Self::UnitAwait => "await",
            Self::UnitTurn => "Umlauf",
            Self::UnitSwitch => "Task-Wechsel",
            Self::UnitOutput => "Ausgabe",
            Self::Speed => "Tempo",
            Self::Instant => "sofort",
            Self::Playhead => "Abspielposition",
            Self::Step => "Schritt",
            Self::Of => "von",
            Self::Edit => "Bearbeiten",
            Self::Build => "Bauen",
            Self::Done => "Fertig",
            Self::Language => "Sprache",
            Self::ThemeAuto => "Design: wie das System",
            Self::ThemeLight => "Design: hell",
            Self::ThemeDark => "Design: dunkel",
            Self::Help => "Tasten",
            Self::Present => "Große Schrift, für die letzte Reihe",
            Self::Close => "Schließen",
            Self::FeelIt => "Spüren",
            Self::FeelItHint => "Blockierende Aufrufe halten diese Seite wirklich an, höchstens 5 s",
            Self::JustNow => "Was gerade geschah",
            Self::Hint => "Drücken Sie Starten, oder gehen Sie mit den Pfeilen Schritt für Schritt.",
            Self::NotKept => {
                "Dieser Browser lässt die Seite Ihr Programm nicht aufbewahren: Kopieren Sie es, bevor Sie gehen."
            }
            Self::Update => "Eine neue Version von Switchboard ist da.",
            Self::OpenUpdate => "Öffnen",
            Self::Panels => "Bereiche",
            Self::Divide => "Seite aufteilen",
            Self::InTheQueue => "Warten auf die Vermittlung:",
            Self::Nobody => "niemand",
            Self::OnHold => "In der Warteschleife:",
            Self::EditedSince => "seither geändert: Starten nimmt die neue Fassung",
            Self::AwaitNotReached => "await: noch nicht erreicht",
            Self::AwaitWaiting => "warten gerade hier:",
            Self::AwaitPassed => "await: vorbei",
            Self::OutputEmpty => "Was das Programm ausgibt, erscheint hier.",
            Self::LogEmpty => "Ein Satz für alles, was geschieht, und warum.",
            Self::LogNothing => "Bisher nichts davon.",
            Self::Copy => "Kopieren",
            Self::Deadlock => "Deadlock",
            Self::WaitsForEver => "Es kann nichts mehr geschehen. Für immer in der Warteschleife:",
            Self::Limit => "Grenze",
            Self::WhichTask => "Welcher Task",
            Self::Kind => "Welche Ereignisse",
            Self::KindAll => "alles",
            Self::KindTasks => "Tasks",
            Self::KindLoop => "Ereignisschleife",
            Self::Stuck => {
                "Dieser Browser kann hier keine Programme ausführen: Ihm fehlen Nachrichtenkanäle."
            }
            Self::RestMissing => {
                "Ein Teil von Switchboard konnte nicht geladen werden. Prüfen Sie die Verbindung und laden Sie die Seite neu."
            }
        }
    }
}
