//! The texts about a program's faults that are Switchboard's own: what CPython says stays as CPython says it.

/// A text about a fault of a program. `{0}` and `{1}` stand for what it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingMsg {
    // -- What is wrong ------------------------------------------------------------------------------------
    TooLarge,
    HalfCharacter,
    UnknownForm,
    // -- What to write instead ----------------------------------------------------------------------------
    OneFile,
    Later,
    NotHere,
    NoSystem,
    WriteCode,
    StepThrough,
    CutDown,
    NameParts,
    WholeCharacter,
    PlainLetters,
    FewCharacterNames,
    /// What stands for a module that is to come.
    InsteadTasks,
    InsteadSleep,
    // -- How a run has ended ------------------------------------------------------------------------------
    MuchMemory,
    ManyInstructions,
    MuchOutput,
    LongTime,
    TraceIsFull,
    /// What may be the cause of too many instructions.
    PerhapsEndless,
    /// Nobody waits, and yet the loop is not stopped.
    NothingLeft,
    /// Which line keeps the program from starting, and why.
    CannotStart,
    /// The title of what is told of.
    Title,
}

in_three_languages!(FindingMsg);
can_be_filled_in!(FindingMsg);

impl FindingMsg {
    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::TooLarge => "The program is larger than {0} MB.",
            Self::HalfCharacter => "Escapes of single surrogates (\\ud800 to \\udfff) don’t work here.",
            Self::UnknownForm => "The normal form of the name ‘{0}’ is not known.",
            Self::OneFile => "A program is one file here: put the code into it.",
            Self::Later => "{0} comes later; until then, {1}.",
            Self::NotHere => "{0} is not part of Switchboard’s Python.",
            Self::NoSystem => {
                "There are no files and no other processes here: io.StringIO keeps text in memory, and asyncio.sleep can stand for waiting on them."
            }
            Self::WriteCode => "Write it as code of the program.",
            Self::StepThrough => "Step through the run instead: every line has its values.",
            Self::CutDown => "A program of this size is data: compute it, or cut it down.",
            Self::NameParts => "Give parts of the expression names of their own.",
            Self::WholeCharacter => "Write the character itself, or its code as \\UXXXXXXXX.",
            Self::PlainLetters => "Write it with letters that Unicode does not take apart.",
            Self::FewCharacterNames => {
                "Only Greek letters and the most used signs are known by name here: write the character itself, or \\uXXXX."
            }
            Self::InsteadTasks => "asyncio tasks (asyncio.create_task) run side by side here",
            Self::InsteadSleep => "asyncio.sleep can stand for waiting on the network",
            Self::MuchMemory => "the program uses more than {0} MB of memory",
            Self::ManyInstructions => "the program has run more than {0} instructions",
            Self::MuchOutput => "the program has printed more than {0} MB",
            Self::LongTime => "the program has run for more than {0} s of virtual time",
            Self::TraceIsFull => "the trace of the program is full",
            Self::PerhapsEndless => "Perhaps a loop never ends.",
            Self::NothingLeft => "the event loop has nothing left to do, and nobody stops it.",
            Self::CannotStart => "The program can’t start yet, because of {0}: {1}",
            Self::Title => "Notes on the program",
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::TooLarge => "Le programme dépasse {0} Mo.",
            Self::HalfCharacter => {
                "Les échappements de demi-caractères (\\ud800 à \\udfff) ne fonctionnent pas ici."
            }
            Self::UnknownForm => "La forme normale du nom «\u{a0}{0}\u{a0}» n’est pas connue.",
            Self::OneFile => "Ici, un programme est un seul fichier\u{a0}: placez-y le code.",
            Self::Later => "{0} viendra plus tard\u{a0}; d’ici là, {1}.",
            Self::NotHere => "{0} ne fait pas partie du Python de Switchboard.",
            Self::NoSystem => {
                "Il n’y a ici ni fichiers ni autres processus\u{a0}: io.StringIO garde du texte en mémoire, et asyncio.sleep peut représenter leur attente."
            }
            Self::WriteCode => "Écrivez-le comme code du programme.",
            Self::StepThrough => "Parcourez plutôt l’exécution pas à pas\u{a0}: chaque ligne a ses valeurs.",
            Self::CutDown => {
                "Un programme de cette taille, ce sont des données\u{a0}: calculez-les ou réduisez-les."
            }
            Self::NameParts => "Donnez des noms à des parties de l’expression.",
            Self::WholeCharacter => "Écrivez le caractère lui-même, ou son code sous la forme \\UXXXXXXXX.",
            Self::PlainLetters => "Écrivez-le avec des lettres qu’Unicode ne décompose pas.",
            Self::FewCharacterNames => {
                "Seules les lettres grecques et les signes les plus courants sont connus par leur nom\u{a0}: écrivez le caractère lui-même, ou \\uXXXX."
            }
            Self::InsteadTasks => "des tâches asyncio (asyncio.create_task) s’exécutent ici côte à côte",
            Self::InsteadSleep => "asyncio.sleep peut représenter l’attente du réseau",
            Self::MuchMemory => "le programme occupe plus de {0} Mo de mémoire",
            Self::ManyInstructions => "le programme a exécuté plus de {0} instructions",
            Self::MuchOutput => "le programme a affiché plus de {0} Mo",
            Self::LongTime => "le programme a duré plus de {0} s de temps virtuel",
            Self::TraceIsFull => "la trace du programme est pleine",
            Self::PerhapsEndless => "Une boucle ne se termine peut-être jamais.",
            Self::NothingLeft => "la boucle d’événements n’a plus rien à faire, et personne ne l’arrête.",
            Self::CannotStart => "Le programme ne peut pas encore démarrer, à cause de la {0}\u{a0}: {1}",
            Self::Title => "Remarques sur le programme",
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::TooLarge => "Das Programm ist größer als {0} MB.",
            Self::HalfCharacter => "Escapes halber Zeichen (\\ud800 bis \\udfff) gehen hier nicht.",
            Self::UnknownForm => "Die Normalform des Namens „{0}“ ist nicht bekannt.",
            Self::OneFile => "Ein Programm ist hier eine einzige Datei: Der Code gehört mit hinein.",
            Self::Later => "{0} kommt später; bis dahin: {1}.",
            Self::NotHere => "{0} gehört nicht zum Python von Switchboard.",
            Self::NoSystem => {
                "Hier gibt es weder Dateien noch andere Prozesse: io.StringIO hält Text im Speicher, und asyncio.sleep kann für das Warten auf sie stehen."
            }
            Self::WriteCode => "Als Code ins Programm schreiben.",
            Self::StepThrough => "Stattdessen den Ablauf in Schritten ansehen: Jede Zeile hat ihre Werte.",
            Self::CutDown => "Ein so großes Programm besteht aus Daten: berechnen oder kürzen.",
            Self::NameParts => "Teilen des Ausdrucks eigene Namen geben.",
            Self::WholeCharacter => "Das Zeichen selbst schreiben oder seinen Code als \\UXXXXXXXX.",
            Self::PlainLetters => "Mit Buchstaben schreiben, die Unicode nicht zerlegt.",
            Self::FewCharacterNames => {
                "Nur griechische Buchstaben und die häufigsten Zeichen sind hier mit Namen bekannt: das Zeichen selbst schreiben oder \\uXXXX."
            }
            Self::InsteadTasks => "asyncio-Tasks (asyncio.create_task) laufen hier nebeneinander",
            Self::InsteadSleep => "asyncio.sleep kann für das Warten auf das Netz stehen",
            Self::MuchMemory => "das Programm braucht mehr als {0} MB Speicher",
            Self::ManyInstructions => "das Programm hat mehr als {0} Befehle ausgeführt",
            Self::MuchOutput => "das Programm hat mehr als {0} MB ausgegeben",
            Self::LongTime => "das Programm ist länger als {0} s virtueller Zeit gelaufen",
            Self::TraceIsFull => "die Aufzeichnung des Programms ist voll",
            Self::PerhapsEndless => "Vielleicht endet eine Schleife nie.",
            Self::NothingLeft => "Die Ereignisschleife hat nichts mehr zu tun, und niemand hält sie an.",
            Self::CannotStart => "Das Programm kann noch nicht starten, wegen {0}: {1}",
            Self::Title => "Hinweise zum Programm",
        }
    }
}
