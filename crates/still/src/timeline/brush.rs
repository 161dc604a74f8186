//! What the timeline is drawn with, on a canvas or in a file.

use switchboard_view::lanes::Wait;

/// Draws the timeline. Lengths are in the page's pixels.
pub trait Brush {
    /// What is filled from now on has this colour.
    fn color(&self, tone: Tone);
    /// What is filled from now on has this pattern.
    fn pattern(&self, pattern: Pattern);
    /// What is drawn from now on is so opaque.
    fn alpha(&self, alpha: f64);
    /// Fills a rectangle.
    fn rect(&self, x: f64, y: f64, width: f64, height: f64);
    /// Fills a rectangle with round corners.
    fn round_rect(&self, x: f64, y: f64, width: f64, height: f64, radius: f64);
    /// A line one pixel thin.
    fn hairline_down(&self, x: f64, y: f64, height: f64);
    /// A line one pixel thin.
    fn hairline_along(&self, x: f64, y: f64, width: f64);
    /// The outline of a rectangle, one pixel thin, inside of it.
    fn outline(&self, x: f64, y: f64, width: f64, height: f64);
    /// A line between two points.
    fn line(&self, from: (f64, f64), to: (f64, f64), width: f64, tone: Tone);
    /// A filled circle.
    fn dot(&self, x: f64, y: f64, radius: f64);
    /// What is written from now on has this weight and size.
    fn font(&self, weight: u32, size: f64);
    /// A line of text, its middle at `y`.
    fn text(&self, text: &str, x: f64, y: f64);
    /// A text's width.
    fn width(&self, text: &str) -> f64;
    /// Draws inside of a rectangle alone.
    fn clipped(&self, x: f64, y: f64, width: f64, height: f64, draw: &mut dyn FnMut());
}

/// A colour of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Ink,
    FaintInk,
    Line,
    StrongLine,
    Paper,
    Sunk,
    Brass,
    BrassFill,
    Amber,
    Danger,
    /// One of the tasks' colours.
    Task(u8),
}

impl Tone {
    /// All but the tasks'.
    pub const ALL: [Self; 10] = [
        Self::Ink,
        Self::FaintInk,
        Self::Line,
        Self::StrongLine,
        Self::Paper,
        Self::Sunk,
        Self::Brass,
        Self::BrassFill,
        Self::Amber,
        Self::Danger,
    ];

    /// What style sheets call it.
    #[must_use]
    pub fn token(self) -> String {
        let name = match self {
            Self::Ink => "ink",
            Self::FaintInk => "ink-2",
            Self::Line => "line",
            Self::StrongLine => "line-strong",
            Self::Paper => "paper",
            Self::Sunk => "sunk",
            Self::Brass => "brass",
            Self::BrassFill => "brass-fill",
            Self::Amber => "amber",
            Self::Danger => "danger",
            Self::Task(slot) => return format!("--task-{slot}"),
        };
        format!("--{name}")
    }
}

/// What lies over a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// What tells tasks of the same colour apart; 0 is plain.
    Look(u8),
    /// What tells apart what is waited for.
    Wait(Wait),
    /// A call that holds up everybody.
    Blocking,
}

/// What a pattern is made of, in a square tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hatch {
    Rising,
    Falling,
    Crossed,
    Dotted,
    Level,
    Sparse,
    Dense,
    /// Lines side by side.
    Barred,
    Checked,
}

impl Pattern {
    /// What it is made of. Those of tasks are the same as on the clients of the call center.
    #[must_use]
    pub const fn hatch(self) -> Option<Hatch> {
        Some(match self {
            Self::Look(0) => return None,
            Self::Look(1) => Hatch::Barred,
            Self::Look(2) => Hatch::Dotted,
            Self::Look(_) => Hatch::Checked,
            Self::Wait(Wait::Timer) => Hatch::Rising,
            Self::Wait(Wait::Task) => Hatch::Falling,
            Self::Wait(Wait::Lock) => Hatch::Crossed,
            Self::Wait(Wait::Queue) => Hatch::Dotted,
            Self::Wait(Wait::Io) => Hatch::Level,
            Self::Wait(Wait::Other) => Hatch::Sparse,
            Self::Blocking => Hatch::Dense,
        })
    }

    /// What it is drawn in.
    #[must_use]
    pub fn token(self) -> String {
        match self {
            Self::Look(_) => "--on-task".to_owned(),
            Self::Wait(_) => Tone::StrongLine.token(),
            Self::Blocking => Tone::Danger.token(),
        }
    }
}

impl Hatch {
    /// The side of its tile.
    #[must_use]
    pub const fn side(self) -> f64 {
        match self {
            Self::Rising | Self::Falling => 7.0,
            Self::Crossed => 8.0,
            Self::Dotted | Self::Level => 5.0,
            Self::Barred => 4.0,
            Self::Sparse => 12.0,
            Self::Dense | Self::Checked => 6.0,
        }
    }

    /// How opaque it is.
    #[must_use]
    pub const fn alpha(self) -> f64 {
        match self {
            Self::Dense => 0.85,
            _ => 0.6,
        }
    }

    /// How wide its lines are.
    #[must_use]
    pub const fn stroke(self) -> f64 {
        match self {
            Self::Dense => 2.5,
            _ => 1.0,
        }
    }
}
