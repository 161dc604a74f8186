//! The page's icons: strokes on a grid of 16, drawn for it.

use yew::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Play,
    Pause,
    Restart,
    Back,
    Forward,
    Light,
    Dark,
    Auto,
    Keys,
    Close,
    Pencil,
    Check,
    Copy,
    Hand,
    Blocks,
    Grip,
    Plus,
    Undo,
    Share,
    Whole,
    Cards,
    Question,
    Folder,
    Screen,
}

impl Glyph {
    /// The outline; filled for those that are solid.
    const fn path(self) -> &'static str {
        match self {
            Self::Play => "M5 3.5v9l7.5-4.5z",
            Self::Pause => "M4.5 3.5h2.5v9h-2.5zM9 3.5h2.5v9h-2.5z",
            Self::Restart => "M4 3v10M12.5 3.5v9L6 8z",
            Self::Back => "M10.5 3.5v9L4 8z",
            Self::Forward => "M5.5 3.5v9L12 8z",
            Self::Light => {
                "M8 5.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1"
            }
            Self::Dark => "M12.8 9.8A5.3 5.3 0 0 1 6.2 3.2a5.3 5.3 0 1 0 6.6 6.6z",
            Self::Auto => "M8 2.2a5.8 5.8 0 1 0 0 11.6zM8 2.2a5.8 5.8 0 0 1 0 11.6",
            Self::Keys => "M2 4.5h12v7.5h-12zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.8h6",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Pencil => "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z",
            Self::Check => "M3 8.5l3.2 3.2L13 5",
            Self::Whole => "M9 3h4v4M13 3L8 8M7 4H3v9h9V9",
            Self::Share => {
                "M11 5.500a1.800 1.800 0 1 0 0-3.600a1.800 1.800 0 1 0 0 3.600M4.500 9.800a1.800 1.800 0 1 0 0-3.600a1.800 1.800 0 1 0 0 3.600M11 14.100a1.800 1.800 0 1 0 0-3.600a1.800 1.800 0 1 0 0 3.600M6.100 7.100L9.400 4.700M6.100 8.900L9.400 11.300"
            }
            Self::Cards => {
                "M2.5 2.500h4.500v4.500H2.500zM9 2.500h4.500v4.500H9zM2.500 9h4.500v4.500H2.500zM9 9h4.500v4.500H9z"
            }
            Self::Question => "M5.500 6a2.500 2.500 0 1 1 3.500 2.300c-.7.400-1 .800-1 1.700M8 12.500h.01",
            Self::Folder => "M2 12.500V4h4l1.500 1.500H14v7z",
            Self::Screen => "M2 3h12v7.500H2zM8 10.500v2.500M5 13.500h6",
            Self::Copy => "M5.5 5.5h7.5v7.5h-7.5zM10.5 5.5V3h-7.5v7.5h2.5",
            Self::Blocks => "M2.5 3h7v4h-7zM2.500 9h11v4h-11z",
            Self::Grip => "M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Undo => "M6 3L3 6l3 3M3 6h6.500a3.500 3.500 0 0 1 0 7H6",
            Self::Hand => {
                "M5 8V4.2a1 1 0 0 1 2 0V7M7 7V3.2a1 1 0 0 1 2 0V7M9 7V4a1 1 0 0 1 2 0v5.5c0 2.5-1.4 4-3.6 4C5.3 13.500 4.500 12.200 3.200 9.800a1 1 0 0 1 1.800-1"
            }
        }
    }

    const fn is_solid(self) -> bool {
        matches!(
            self,
            Self::Play | Self::Pause | Self::Restart | Self::Back | Self::Forward
        )
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub glyph: Glyph,
}

/// A picture beside a name, or in a button that has a label of its own.
#[component]
pub fn Icon(props: &Props) -> Html {
    let fill = if props.glyph.is_solid() {
        "currentColor"
    } else {
        "none"
    };
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" { fill }>
            <path d={ props.glyph.path() } />
        </svg>
    }
}
