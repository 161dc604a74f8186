//! The texts of the builder.

use switchboard_scenario::{Refusal, Why};

use super::sentences::{capitalized, line_name};
use crate::Lang;

/// A text of the builder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuilderMsg {
    /// Takes the last change back.
    Undo,
    /// Another coroutine.
    AddCoroutine,
    /// Another step.
    AddStep,
    /// The choice of the next step.
    NewStep,
    /// Takes something out.
    Remove,
    /// The handle that moves something.
    Move,
    /// A coroutine's name.
    Name,
    /// How many copies main starts.
    Copies,
    /// After the number of copies or rounds.
    Times,
    /// How often the steps are gone through.
    Repeat,
    /// A coroutine that does nothing.
    NoSteps,
    /// There is none.
    NoCoroutines,
    /// The choice of how main starts them.
    Start,
    /// A way to start them.
    OneAfterTheOther,
    /// A way to start them.
    Tasks,
    /// A way to start them.
    Gather,
    /// A way to start them.
    TaskGroup,
    /// A kind of step.
    Compute,
    /// A kind of step.
    Sleep,
    /// A kind of step.
    Download,
    /// A kind of step.
    Block,
    /// A kind of step.
    Acquire,
    /// A kind of step.
    Release,
    /// A kind of step.
    Put,
    /// A kind of step.
    Get,
    /// A kind of step.
    StartOther,
    /// A kind of step.
    Join,
    /// A kind of step.
    Print,
    /// A field.
    Seconds,
    /// A field.
    Lock,
    /// A field.
    Queue,
    /// Between what is put and the queue.
    Into,
    /// A field.
    Text,
    /// A field.
    Coroutine,
    /// What texts can hold.
    TextHint,
    /// What is wrong with a name.
    NameEmpty,
    /// What is wrong with a name.
    NameCharacter,
    /// What is wrong with a name.
    NameTaken,
    /// The draft is beyond the builder.
    Refused,
    /// Nothing is lost by that.
    Untouched,
    /// Puts a new program in the draft's place.
    BeginNew,
}

in_three_languages!(BuilderMsg);

impl BuilderMsg {
    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::Undo => "Undo",
            Self::AddCoroutine => "Add a coroutine",
            Self::AddStep => "Add",
            Self::NewStep => "Next step",
            Self::Remove => "Remove",
            Self::Move => "Move: drag, or arrow keys",
            Self::Name => "Name",
            Self::Copies => "started by main",
            Self::Times => "times",
            Self::Repeat => "steps, in rounds:",
            Self::NoSteps => "No steps yet: it ends at once.",
            Self::NoCoroutines => "Add a coroutine, then give it steps.",
            Self::Start => "main starts them",
            Self::OneAfterTheOther => "one after the other",
            Self::Tasks => "as tasks",
            Self::Gather => "with gather",
            Self::TaskGroup => "in a task group",
            Self::Compute => "compute",
            Self::Sleep => "sleep",
            Self::Download => "wait for a download",
            Self::Block => "block",
            Self::Acquire => "acquire the lock",
            Self::Release => "release the lock",
            Self::Put => "put",
            Self::Get => "get an item from",
            Self::StartOther => "start",
            Self::Join => "wait for the started",
            Self::Print => "print",
            Self::Seconds => "Seconds",
            Self::Lock => "Lock",
            Self::Queue => "Queue",
            Self::Into => "into",
            Self::Text => "Text",
            Self::Coroutine => "Coroutine",
            Self::TextHint => {
                "In a text: {number}, the copy’s number · {count}, the round · {item}, what get took"
            }
            Self::NameEmpty => "A name is needed.",
            Self::NameCharacter => "A name has letters, digits and _, and begins with a letter.",
            Self::NameTaken => "This name is used for something else.",
            Self::Refused => "The builder can’t show this program",
            Self::Untouched => "Your program stays as it is.",
            Self::BeginNew => "Begin a new one",
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::Undo => "Annuler",
            Self::AddCoroutine => "Ajouter une coroutine",
            Self::AddStep => "Ajouter",
            Self::NewStep => "Étape suivante",
            Self::Remove => "Retirer",
            Self::Move => "Déplacer\u{a0}: glisser, ou flèches",
            Self::Name => "Nom",
            Self::Copies => "lancées par main",
            Self::Times => "fois",
            Self::Repeat => "étapes, répétées\u{a0}:",
            Self::NoSteps => "Pas encore d’étape\u{a0}: elle se termine aussitôt.",
            Self::NoCoroutines => "Ajoutez une coroutine, puis donnez-lui des étapes.",
            Self::Start => "main les lance",
            Self::OneAfterTheOther => "l’une après l’autre",
            Self::Tasks => "comme tâches",
            Self::Gather => "avec gather",
            Self::TaskGroup => "dans un groupe de tâches",
            Self::Compute => "calculer",
            Self::Sleep => "dormir",
            Self::Download => "attendre un téléchargement",
            Self::Block => "bloquer",
            Self::Acquire => "prendre le verrou",
            Self::Release => "rendre le verrou",
            Self::Put => "déposer",
            Self::Get => "prendre un élément de",
            Self::StartOther => "lancer",
            Self::Join => "attendre la lancée",
            Self::Print => "afficher",
            Self::Seconds => "Secondes",
            Self::Lock => "Verrou",
            Self::Queue => "File",
            Self::Into => "dans",
            Self::Text => "Texte",
            Self::Coroutine => "Coroutine",
            Self::TextHint => {
                "Dans un texte\u{a0}: {number}, le numéro de la copie · {count}, le tour de boucle · {item}, l’élément pris"
            }
            Self::NameEmpty => "Il faut un nom.",
            Self::NameCharacter => "Un nom a des lettres, des chiffres et _, et commence par une lettre.",
            Self::NameTaken => "Ce nom sert déjà à autre chose.",
            Self::Refused => "Le composeur ne peut pas montrer ce programme",
            Self::Untouched => "Votre programme reste tel quel.",
            Self::BeginNew => "En commencer un nouveau",
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::Undo => "Rückgängig",
            Self::AddCoroutine => "Coroutine hinzufügen",
            Self::AddStep => "Hinzufügen",
            Self::NewStep => "Nächster Schritt",
            Self::Remove => "Entfernen",
            Self::Move => "Verschieben: ziehen oder Pfeiltasten",
            Self::Name => "Name",
            Self::Copies => "von main gestartet",
            Self::Times => "mal",
            Self::Repeat => "Schritte, Runden:",
            Self::NoSteps => "Noch keine Schritte: Sie endet sofort.",
            Self::NoCoroutines => "Fügen Sie eine Coroutine hinzu, dann ihre Schritte.",
            Self::Start => "main startet sie",
            Self::OneAfterTheOther => "nacheinander",
            Self::Tasks => "als Tasks",
            Self::Gather => "mit gather",
            Self::TaskGroup => "in einer Task-Gruppe",
            Self::Compute => "rechnen",
            Self::Sleep => "schlafen",
            Self::Download => "auf einen Download warten",
            Self::Block => "blockieren",
            Self::Acquire => "Lock nehmen",
            Self::Release => "Lock freigeben",
            Self::Put => "einreihen",
            Self::Get => "Element holen aus",
            Self::StartOther => "starten",
            Self::Join => "auf das Gestartete warten",
            Self::Print => "ausgeben",
            Self::Seconds => "Sekunden",
            Self::Lock => "Lock",
            Self::Queue => "Queue",
            Self::Into => "in",
            Self::Text => "Text",
            Self::Coroutine => "Coroutine",
            Self::TextHint => {
                "In einem Text: {number}, Nummer der Kopie · {count}, Runde · {item}, das geholte Element"
            }
            Self::NameEmpty => "Ein Name fehlt.",
            Self::NameCharacter => "Ein Name hat Buchstaben, Ziffern und _ und beginnt mit einem Buchstaben.",
            Self::NameTaken => "Dieser Name ist schon vergeben.",
            Self::Refused => "Der Baukasten kann dieses Programm nicht zeigen",
            Self::Untouched => "Ihr Programm bleibt, wie es ist.",
            Self::BeginNew => "Ein neues beginnen",
        }
    }
}

/// Why the builder can't show a program, and where: "Line 12 is not one of the builder's forms."
pub fn refusal_text(lang: Lang, refusal: &Refusal) -> String {
    let (before, name, after) = parts_of(lang, &refusal.why);
    capitalized([line_name(lang, refusal.line).as_str(), before, name, after].concat())
}

/// What stands before a name, the name, and what stands after it.
fn parts_of(lang: Lang, why: &Why) -> (&'static str, &str, &'static str) {
    match (lang, why) {
        (Lang::En, Why::NotAForm) => (" is not one of the builder’s forms.", "", ""),
        (Lang::En, Why::Comment) => (" has a comment, which the builder can’t keep.", "", ""),
        (Lang::En, Why::Unknown(name)) => (" needs “", name, "”, which is not there."),
        (Lang::En, Why::Name(name)) => (": the name “", name, "” is used for something else."),
        (Lang::En, Why::Amount) => (" has a number that is too large, too small or too fine.", "", ""),
        (Lang::En, Why::Numbering(name)) => {
            (": the copies of “", name, "” are not numbered 1, 2, 3 in a row.")
        }
        (Lang::En, Why::NoMain) => (": the program ends without asyncio.run(main()).", "", ""),
        (Lang::Fr, Why::NotAForm) => (" n’est pas une des formes du composeur.", "", ""),
        (Lang::Fr, Why::Comment) => (" a un commentaire, que le composeur ne peut pas garder.", "", ""),
        (Lang::Fr, Why::Unknown(name)) => (" a besoin de «\u{a0}", name, "\u{a0}», qui n’existe pas."),
        (Lang::Fr, Why::Name(name)) => ("\u{a0}: le nom «\u{a0}", name, "\u{a0}» sert déjà à autre chose."),
        (Lang::Fr, Why::Amount) => (" a un nombre trop grand, trop petit ou trop fin.", "", ""),
        (Lang::Fr, Why::Numbering(name)) => (
            " : les copies de « ",
            name,
            " » ne sont pas numérotées 1, 2, 3 de suite.",
        ),
        (Lang::Fr, Why::NoMain) => ("\u{a0}: le programme finit sans asyncio.run(main()).", "", ""),
        (Lang::De, Why::NotAForm) => (" ist keine der Formen des Baukastens.", "", ""),
        (Lang::De, Why::Comment) => (
            " hat einen Kommentar, den der Baukasten nicht behalten kann.",
            "",
            "",
        ),
        (Lang::De, Why::Unknown(name)) => (" braucht „", name, "“, und das gibt es nicht."),
        (Lang::De, Why::Name(name)) => (": Der Name „", name, "“ ist schon vergeben."),
        (Lang::De, Why::Amount) => (" hat eine zu große, zu kleine oder zu feine Zahl.", "", ""),
        (Lang::De, Why::Numbering(name)) => {
            (": Die Kopien von „", name, "“ sind nicht als 1, 2, 3 nummeriert.")
        }
        (Lang::De, Why::NoMain) => (": Das Programm endet ohne asyncio.run(main()).", "", ""),
    }
}
