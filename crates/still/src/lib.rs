//! The pictures of a run at one step. The page shows their parts and lets people touch them; here they are also drawn
//! whole, as SVG that stands by itself: without a script, a font or a style sheet, for papers, slides and print.

mod card;
pub mod code;
mod handout;
mod measure;
pub mod node;
mod queues;
pub mod scene;
mod style;
mod svg;
mod theme;
pub mod timeline;

use std::rc::Rc;

use switchboard_i18n::Lang;
use switchboard_trace::{Board, TaskId, Trace};
use switchboard_view::Labels;

pub use handout::{handout, printed_frame};
pub use node::Node;
pub use theme::Theme;

/// What a picture is drawn from: a run at one step, for people who read a language.
#[derive(Clone, Copy)]
pub struct Still<'a> {
    pub trace: &'a Trace,
    /// The board at the step.
    pub board: &'a Board,
    pub labels: &'a Labels,
    pub lang: Lang,
    /// The program's text.
    pub source: &'a str,
}

/// What is drawn of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The call center.
    Scene,
    /// The loop's own picture: its phases, the ready queue, timers, and who waits for what.
    Queues,
    /// A lane for each task.
    Timeline,
    /// The program, with those who stand on its lines.
    Code,
}

impl View {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Scene, Self::Queues, Self::Timeline, Self::Code];

    /// Its name in addresses and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scene => "scene",
            Self::Queues => "queues",
            Self::Timeline => "timeline",
            Self::Code => "code",
        }
    }

    /// The view of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

impl Still<'_> {
    /// The picture as an SVG document.
    #[must_use]
    pub fn svg(&self, view: View, theme: Theme) -> String {
        match view {
            View::Scene => scene::svg(self, theme),
            View::Queues => queues::svg(self, theme),
            View::Timeline => timeline::svg(self, theme),
            View::Code => code::svg(self, theme),
        }
    }

    /// What a task is called.
    #[must_use]
    pub fn label(&self, task: TaskId) -> Rc<str> {
        match self.board.task(task) {
            Some(view) => self.labels.of(view, self.trace.tables()),
            None => self.labels.by_call(task),
        }
    }
}
