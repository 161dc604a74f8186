//! A scenario: a program with all that it takes to see the same thing in it again.

/// A program, the machine that runs it, and how to look at it. It is what a link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// What it is called; empty if it has no name.
    pub title: String,
    /// The program's Python text. What the builder makes is a program too.
    pub program: String,
    /// What runs it.
    pub machine: Machine,
    /// How fast it is played; nothing leaves that to whoever opens it.
    pub rate: Option<Rate>,
    /// The panels to show, in this order; none leaves that to whoever opens it.
    pub panels: Vec<Panel>,
    /// The step to stand at: how many events are before it. 0 is the beginning.
    pub step: u64,
    /// What the author says about it, in Markdown.
    pub notes: String,
    /// What the author has pinned to steps and lines, in the author's order.
    pub pins: Vec<Pin>,
    /// What somebody has answered who handed this in.
    pub attempt: Option<Attempt>,
}

impl Scenario {
    /// A program by itself.
    #[must_use]
    pub fn of_program(program: impl Into<String>) -> Self {
        Self {
            program: program.into(),
            ..Self::default()
        }
    }
}

/// The simulated computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine {
    /// Where random numbers begin.
    pub seed: u64,
    /// Virtual nanoseconds that an instruction takes.
    pub cost_ns: u64,
}

impl Default for Machine {
    fn default() -> Self {
        Self { seed: 0, cost_ns: 30 }
    }
}

/// How fast a run is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// Thousandths of real time: 1000 is as fast as in real life.
    Live(u32),
    /// As fast as it can be computed.
    Instant,
}

/// A panel of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The program.
    Code,
    /// The call center.
    Scene,
    /// The loop's own picture.
    Queues,
    /// A lane a task.
    Timeline,
    /// What the program prints.
    Console,
    /// A sentence an event.
    Log,
    /// Several machines beside each other.
    Compare,
}

impl Panel {
    /// All panels.
    pub const ALL: [Self; 7] = [
        Self::Code,
        Self::Scene,
        Self::Queues,
        Self::Timeline,
        Self::Console,
        Self::Log,
        Self::Compare,
    ];

    /// Its name in addresses and in `data-panel`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Scene => "scene",
            Self::Queues => "queues",
            Self::Timeline => "timeline",
            Self::Console => "console",
            Self::Log => "log",
            Self::Compare => "compare",
        }
    }
}

/// Something that the author has pinned to a place in the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Where.
    pub anchor: Anchor,
    /// What.
    pub what: Pinned,
}

/// A place in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// When so many events are over.
    Step(u64),
    /// When a task first reaches this line, counted from 1.
    Line(u32),
}

/// What can be pinned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pinned {
    /// The playhead stops here.
    Pause,
    /// Something to read.
    Note(String),
    /// Something to answer before one goes on.
    Question(Question),
}

/// A question, whose answer the trace knows, or its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which task runs next.
    WhoIsNext,
    /// What the program prints from here on.
    WhatIsPrinted,
    /// How long the program takes.
    HowLong,
    /// One of several answers.
    Choice {
        /// What is asked.
        text: String,
        /// The answers.
        choices: Vec<String>,
        /// The place of the right one among them, from 0.
        right: u32,
    },
}

/// What somebody has answered to the questions about a run, in their order. It proves nothing: anybody can write one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    /// To each question the places of what was chosen, of one choice or of all lines in their order; none where nothing
    /// was answered.
    pub answers: Vec<Vec<u32>>,
    /// How many of them were right.
    pub right: u32,
}
