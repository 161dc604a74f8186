//! The texts of links: sharing one, and having opened one.

use switchboard_scenario::LinkError;

/// A text about links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareMsg {
    /// The button and the dialog's title.
    Share,
    /// A link that opens the program.
    LinkToProgram,
    /// A link that opens the program at the step where the playhead stands; the number follows.
    LinkToStep,
    /// The frame for a web page or a slide.
    Embed,
    /// What the frame is for.
    EmbedHint,
    /// What a link contains, in a sentence.
    Contains,
    /// After the number of a link's characters.
    Characters,
    /// The button that copies.
    Copy,
    /// The button, once it has copied.
    Copied,
    /// The program as a file.
    Download,
    /// The short link of a scenario of the gallery.
    ShortLink,
    /// The button that shows the link as a QR code.
    QrCode,
    /// The link has too many characters for a QR code.
    QrTooLong,
    /// Before the choice of a form for embedding.
    EmbedAs,
    /// The scenario as a file.
    DownloadScenario,
    /// Before the choice of what a picture shows.
    Picture,
    /// A button.
    SaveSvg,
    /// A button.
    SavePng,
    /// The button that opens the system's own way of sharing.
    Send,
    /// A place to embed in.
    WebPage,
    /// The program has no link, since it would be too long.
    TooLong,
    /// A link has brought this program, and the person's own is kept.
    Kept,
    /// The button that goes back to the kept program.
    TakeBack,
    /// The button that forgets the kept program.
    LetGo,
    /// In a frame: the button that opens the page by itself.
    FullPage,
    /// A link was not opened: it is damaged.
    Mangled,
    /// A link was not opened: it is newer than this page.
    Newer,
    /// A link was not opened: it is too large.
    TooLarge,
}

in_three_languages!(ShareMsg);

impl ShareMsg {
    /// Why a link was not opened.
    pub const fn of_error(error: LinkError) -> Self {
        match error {
            LinkError::TooLarge => Self::TooLarge,
            LinkError::Newer => Self::Newer,
            LinkError::Mangled | LinkError::NoScenario => Self::Mangled,
        }
    }

    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::Share => "Share",
            Self::LinkToProgram => "Link to the program",
            Self::LinkToStep => "Link to step",
            Self::Embed => "Frame",
            Self::EmbedHint => "Paste this into your page, slide or notebook.",
            Self::Contains => {
                "The program itself is in the link, and it is sent to no server. Whoever opens it sees what you see."
            }
            Self::Characters => "characters",
            Self::Copy => "Copy",
            Self::Copied => "Copied",
            Self::Download => "Download program.py",
            Self::ShortLink => "Short link",
            Self::QrCode => "QR code",
            Self::QrTooLong => "This link is too long for a QR code.",
            Self::EmbedAs => "Embed in",
            Self::DownloadScenario => "Download as a scenario",
            Self::Picture => "Picture of",
            Self::SaveSvg => "Save as SVG",
            Self::SavePng => "Save as PNG",
            Self::Send => "Send …",
            Self::WebPage => "a web page",
            Self::TooLong => "This program is too long for a link. Send it as a file.",
            Self::Kept => "A link brought this program. Your own is kept.",
            Self::TakeBack => "Back to my program",
            Self::LetGo => "Keep this one only",
            Self::FullPage => "Open the full page",
            Self::Mangled => {
                "This link is damaged: a part of it is missing or was changed on its way. Your own program is here, untouched."
            }
            Self::Newer => {
                "This link was made by a newer version of Switchboard. Reload the page, or open it where the link comes from."
            }
            Self::TooLarge => {
                "This link is larger than any that Switchboard makes. Your own program is here, untouched."
            }
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::Share => "Partager",
            Self::LinkToProgram => "Lien vers le programme",
            Self::LinkToStep => "Lien vers l’étape",
            Self::Embed => "Cadre",
            Self::EmbedHint => "À coller dans la page, la diapositive ou le notebook.",
            Self::Contains => {
                "Le programme est dans le lien lui-même et n’est envoyé à aucun serveur. Qui l’ouvre voit ce que vous voyez."
            }
            Self::Characters => "caractères",
            Self::Copy => "Copier",
            Self::Copied => "Copié",
            Self::Download => "Télécharger program.py",
            Self::ShortLink => "Lien court",
            Self::QrCode => "Code QR",
            Self::QrTooLong => "Ce lien est trop long pour un code QR.",
            Self::EmbedAs => "Intégrer dans",
            Self::DownloadScenario => "Télécharger comme scénario",
            Self::Picture => "Image de",
            Self::SaveSvg => "Enregistrer en SVG",
            Self::SavePng => "Enregistrer en PNG",
            Self::Send => "Envoyer …",
            Self::WebPage => "une page web",
            Self::TooLong => "Ce programme est trop long pour un lien. Envoyez-le comme fichier.",
            Self::Kept => "Ce programme vient d’un lien. Le vôtre est conservé.",
            Self::TakeBack => "Revenir à mon programme",
            Self::LetGo => "Ne garder que celui-ci",
            Self::FullPage => "Ouvrir la page entière",
            Self::Mangled => {
                "Ce lien est abîmé\u{a0}: une partie manque ou a été modifiée en route. Votre programme est là, intact."
            }
            Self::Newer => {
                "Ce lien a été créé par une version plus récente de Switchboard. Rechargez la page, ou ouvrez-le là d’où il vient."
            }
            Self::TooLarge => {
                "Ce lien est plus grand que tous ceux que crée Switchboard. Votre programme est là, intact."
            }
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::Share => "Teilen",
            Self::LinkToProgram => "Link zum Programm",
            Self::LinkToStep => "Link zum Schritt",
            Self::Embed => "Rahmen",
            Self::EmbedHint => "In die Seite, die Folie oder das Notebook einfügen.",
            Self::Contains => {
                "Das Programm steht im Link selbst und wird an keinen Server geschickt. Wer ihn öffnet, sieht, was Sie sehen."
            }
            Self::Characters => "Zeichen",
            Self::Copy => "Kopieren",
            Self::Copied => "Kopiert",
            Self::Download => "program.py herunterladen",
            Self::ShortLink => "Kurzer Link",
            Self::QrCode => "QR-Code",
            Self::QrTooLong => "Dieser Link ist für einen QR-Code zu lang.",
            Self::EmbedAs => "Einbetten in",
            Self::DownloadScenario => "Als Szenario herunterladen",
            Self::Picture => "Bild von",
            Self::SaveSvg => "Als SVG speichern",
            Self::SavePng => "Als PNG speichern",
            Self::Send => "Senden …",
            Self::WebPage => "eine Webseite",
            Self::TooLong => "Dieses Programm ist für einen Link zu lang. Schicken Sie es als Datei.",
            Self::Kept => "Dieses Programm kam mit einem Link. Ihr eigenes ist aufbewahrt.",
            Self::TakeBack => "Zurück zu meinem Programm",
            Self::LetGo => "Nur dieses behalten",
            Self::FullPage => "Ganze Seite öffnen",
            Self::Mangled => {
                "Dieser Link ist beschädigt: Ein Teil fehlt oder wurde unterwegs verändert. Ihr eigenes Programm ist unberührt."
            }
            Self::Newer => {
                "Dieser Link stammt von einer neueren Version von Switchboard. Laden Sie die Seite neu, oder öffnen Sie ihn dort, wo er herkommt."
            }
            Self::TooLarge => {
                "Dieser Link ist größer als jeder, den Switchboard macht. Ihr eigenes Programm ist unberührt."
            }
        }
    }
}
