//! What a person has chosen, kept on this device.

use switchboard_view::Unit;

use crate::host::{Pace, storage};
use crate::i18n::{Lang, of_page};

/// How fast a run is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// Thousandths of real time: 1000 is as fast as in real life.
    Live(u32),
    /// As fast as it can be computed.
    Instant,
}

impl Rate {
    /// The rates that the page offers, the slowest first.
    pub const OFFERED: [Self; 8] = [
        Self::Live(100),
        Self::Live(200),
        Self::Live(500),
        Self::Live(1_000),
        Self::Live(2_000),
        Self::Live(5_000),
        Self::Live(10_000),
        Self::Instant,
    ];

    /// How the host maps time.
    pub fn pace(self) -> Pace {
        match self {
            Self::Live(thousandths) => Pace::Live(f64::from(thousandths.max(1)) / 1_000.0),
            Self::Instant => Pace::Instant,
        }
    }
}

impl From<switchboard_scenario::Rate> for Rate {
    fn from(rate: switchboard_scenario::Rate) -> Self {
        match rate {
            switchboard_scenario::Rate::Live(thousandths) => Self::Live(thousandths),
            switchboard_scenario::Rate::Instant => Self::Instant,
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    Auto,
    Light,
    Dark,
}

impl Theme {
    /// All themes, in the order of a button that goes round.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The theme with this spelling.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }

    /// Its spelling in storage, in URLs and in the page's `data-theme`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// All choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub lang: Lang,
    pub theme: Theme,
    pub unit: Unit,
    pub rate: Rate,
}

impl Settings {
    /// What was chosen on earlier visits; where nothing was, what suits most people.
    pub fn load() -> Self {
        let theme = storage::load("theme").and_then(|word| Theme::named(&word));
        Self {
            lang: of_page(),
            theme: theme.unwrap_or(Theme::Auto),
            unit: Unit::Await,
            rate: Rate::Live(1_000),
        }
    }

    /// Keeps the theme; that it can't be kept is no reason to stop anybody.
    pub fn save_theme(&self) {
        let _ = storage::save("theme", self.theme.word());
    }

    /// Keeps the language, if that is possible.
    pub fn save_lang(&self) {
        let _ = storage::save("lang", self.lang.tag());
    }
}
