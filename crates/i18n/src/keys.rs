//! The texts of the list of keys: what stands on them, and what they do.

/// A text of the list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyMsg {
    /// What space does.
    Toggle,
    /// What `j` and `k` do.
    Lines,
    /// What the keys do that go to both ends.
    Ends,
    /// What a key does in the editor.
    LeaveEditor,
    /// What the keys of a clicker do in large type.
    Clicker,
    /// What stands on a key.
    Space,
    /// What stands on two keys.
    HomeEnd,
    /// What stands on two keys, pressed together.
    CtrlEnter,
    /// What stands on two keys.
    Pages,
}

in_three_languages!(KeyMsg);

impl KeyMsg {
    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::Toggle => "Run or pause",
            Self::Lines => "Next line, previous line",
            Self::Ends => "To the beginning, to the newest event",
            Self::LeaveEditor => "In the editor: done",
            Self::Clicker => "In large type: step, as a clicker does",
            Self::Space => "Space",
            Self::HomeEnd => "Home  End",
            Self::CtrlEnter => "Ctrl + Enter",
            Self::Pages => "PgDn  PgUp",
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::Toggle => "Lancer ou mettre en pause",
            Self::Lines => "Ligne suivante, ligne précédente",
            Self::Ends => "Au début, au dernier événement",
            Self::LeaveEditor => "Dans l’éditeur\u{a0}: terminé",
            Self::Clicker => "En grands caractères\u{a0}: un pas, comme avec une télécommande",
            Self::Space => "Espace",
            Self::HomeEnd => "Début  Fin",
            Self::CtrlEnter => "Ctrl + Entrée",
            Self::Pages => "Pg suiv  Pg préc",
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::Toggle => "Starten oder anhalten",
            Self::Lines => "Nächste Zeile, vorige Zeile",
            Self::Ends => "Zum Anfang, zum neuesten Ereignis",
            Self::LeaveEditor => "Im Editor: fertig",
            Self::Clicker => "In großer Schrift: schrittweise, wie mit einem Presenter",
            Self::Space => "Leertaste",
            Self::HomeEnd => "Pos1  Ende",
            Self::CtrlEnter => "Strg + Eingabe",
            Self::Pages => "Bild ab  Bild auf",
        }
    }
}
