//! Every text that the page and its pictures show, in English, French and German, so that no other file has to be
//! searched for one.
//!
//! Each part of the page has an enum of its texts, and a match for each language that leaves none out. Terms of art
//! (task, await, event loop) stay recognisable in every language.
//!
//! The function for each language is never inlined: the build puts off the languages that a visitor does not read.

/// Has an enum of texts speak the language that is asked for: it has a function for each.
macro_rules! in_three_languages {
    ($texts:ty) => {
        impl $texts {
            /// The text in a language.
            pub const fn text(self, lang: $crate::Lang) -> &'static str {
                match lang {
                    $crate::Lang::En => self.english(),
                    $crate::Lang::Fr => self.french(),
                    $crate::Lang::De => self.german(),
                }
            }
        }
    };
}

/// Has texts take values in the places of `{0}` and `{1}`.
macro_rules! can_be_filled_in {
    ($texts:ty) => {
        impl $texts {
            /// The text with what is filled in.
            pub fn with(self, lang: $crate::Lang, values: &[&str]) -> String {
                $crate::filled(self.text(lang), values)
            }
        }
    };
}

mod builder;
mod findings;
mod gallery;
mod inspector;
mod keys;
mod legend;
mod page;
mod queues;
mod quiz;
mod scene;
pub mod sentences;
mod share;
mod timeline;
mod waits;

pub use builder::{BuilderMsg, refusal_text};
pub use findings::FindingMsg;
pub use gallery::GalleryMsg;
pub use inspector::InspectorMsg;
pub use keys::KeyMsg;
pub use legend::LegendMsg;
pub use page::Msg;
pub use queues::QueuesMsg;
pub use quiz::QuizMsg;
pub use scene::SceneMsg;
pub use share::ShareMsg;
pub use timeline::TimelineMsg;
pub use waits::{WaitPart, Waits};

fn filled(text: &str, values: &[&str]) -> String {
    let mut text = text.to_owned();
    for (place, value) in ["{0}", "{1}"].into_iter().zip(values) {
        text = text.replace(place, value);
    }
    text
}

/// The languages of the page and of what the command line draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    En,
    Fr,
    De,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::De];

    /// Its tag in HTML and in URLs.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
        }
    }

    /// Its own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::De => "Deutsch",
        }
    }

    /// What stands between a name and what is said of it.
    pub const fn colon(self) -> &'static str {
        match self {
            Self::En | Self::De => ": ",
            Self::Fr => "\u{a0}: ",
        }
    }

    /// The language of a tag such as `de-CH`, if the page has it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        Self::ALL.into_iter().find(|lang| lang.tag() == primary)
    }
}
