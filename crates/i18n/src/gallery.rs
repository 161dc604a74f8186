//! The texts of the gallery, and of scenarios that come from it or from files.

/// A text about scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GalleryMsg {
    /// The button and the dialog's title.
    Gallery,
    /// The field that searches.
    Search,
    /// No scenario has the words that are looked for.
    Empty,
    /// The gallery is on its way.
    Loading,
    /// A part of the course.
    Why,
    /// A part of the course.
    Kinds,
    /// A part of the course.
    Processes,
    /// A part of the course.
    Sockets,
    /// A part of the course.
    EventLoop,
    /// A part of the course.
    Asyncio,
    /// Scenarios outside the course.
    Other,
    /// What the author says about the program.
    About,
    /// The button that closes what the author says.
    Hide,
    /// The gallery could not be fetched.
    NoGallery,
    /// The gallery has no scenario of that name.
    NoEntry,
    /// A file is no scenario; the number of a line follows.
    BadFile,
    /// A file can't be read.
    Unreadable,
    /// The button that opens a file.
    OpenFile,
    /// Before a score.
    YourScore,
}

in_three_languages!(GalleryMsg);

impl GalleryMsg {
    /// The part of the course to which a lecture's number belongs.
    pub fn of_lecture(lecture: &str) -> Self {
        match lecture.split('.').next() {
            Some("1") => Self::Why,
            Some("2") => Self::Kinds,
            Some("3") => Self::Processes,
            Some("4") => Self::Sockets,
            Some("5") => Self::EventLoop,
            Some("6") => Self::Asyncio,
            _ => Self::Other,
        }
    }

    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::Gallery => "Gallery",
            Self::Search => "Search the scenarios",
            Self::Empty => "No scenario has all these words.",
            Self::Loading => "The gallery is on its way …",
            Self::Why => "Why concurrency",
            Self::Kinds => "Kinds of work",
            Self::Processes => "Processes, threads, GIL",
            Self::Sockets => "Sockets and the operating system",
            Self::EventLoop => "The event loop",
            Self::Asyncio => "asyncio",
            Self::Other => "More",
            Self::About => "About this program",
            Self::Hide => "Hide",
            Self::NoGallery => "The gallery could not be loaded. Try again when there is a network.",
            Self::NoEntry => "The gallery has no scenario of this name. Your own program is here, untouched.",
            Self::BadFile => "This file is no scenario that can be read. Look at line",
            Self::Unreadable => "This file can’t be read: it is no text, or larger than 1 MB.",
            Self::OpenFile => "Open a file",
            Self::YourScore => "Your predictions:",
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::Gallery => "Galerie",
            Self::Search => "Chercher un scénario",
            Self::Empty => "Aucun scénario ne contient tous ces mots.",
            Self::Loading => "La galerie arrive …",
            Self::Why => "Pourquoi la concurrence",
            Self::Kinds => "Sortes de travail",
            Self::Processes => "Processus, threads, GIL",
            Self::Sockets => "Sockets et système d’exploitation",
            Self::EventLoop => "La boucle d’événements",
            Self::Asyncio => "asyncio",
            Self::Other => "Autres",
            Self::About => "À propos de ce programme",
            Self::Hide => "Masquer",
            Self::NoGallery => "La galerie n’a pas pu être chargée. Réessayez avec une connexion.",
            Self::NoEntry => "La galerie n’a pas de scénario de ce nom. Votre programme est là, intact.",
            Self::BadFile => "Ce fichier n’est pas un scénario lisible. Voyez la ligne",
            Self::Unreadable => "Ce fichier est illisible\u{a0}: ce n’est pas du texte, ou il dépasse 1 Mo.",
            Self::OpenFile => "Ouvrir un fichier",
            Self::YourScore => "Vos prédictions\u{a0}:",
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::Gallery => "Galerie",
            Self::Search => "Szenarien durchsuchen",
            Self::Empty => "Kein Szenario enthält alle diese Wörter.",
            Self::Loading => "Die Galerie ist unterwegs …",
            Self::Why => "Warum Nebenläufigkeit",
            Self::Kinds => "Arten von Arbeit",
            Self::Processes => "Prozesse, Threads, GIL",
            Self::Sockets => "Sockets und Betriebssystem",
            Self::EventLoop => "Die Ereignisschleife",
            Self::Asyncio => "asyncio",
            Self::Other => "Weitere",
            Self::About => "Zu diesem Programm",
            Self::Hide => "Ausblenden",
            Self::NoGallery => "Die Galerie konnte nicht geladen werden. Mit Netz noch einmal versuchen.",
            Self::NoEntry => {
                "Die Galerie hat kein Szenario dieses Namens. Ihr eigenes Programm ist unberührt."
            }
            Self::BadFile => "Diese Datei ist kein lesbares Szenario. Siehe Zeile",
            Self::Unreadable => "Diese Datei ist nicht lesbar: Sie ist kein Text oder größer als 1 MB.",
            Self::OpenFile => "Datei öffnen",
            Self::YourScore => "Die Vorhersagen:",
        }
    }
}
