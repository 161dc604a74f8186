//! Values of variables at the playhead: worked out by a second run while the playhead stands, a little at each frame.

use std::rc::Rc;

use switchboard_python::Options;
use switchboard_python::inspect::{FrameView, Inspector, Reach};
use switchboard_trace::{Limits, TaskId, Trace};

use crate::host::{Alarm, FrameRequest, after_ms};

/// Instructions a frame: some milliseconds' worth.
const BUDGET: u64 = 100_000;

/// The playhead has to stand for so many milliseconds before anything is worked out, so that whoever steps on at once
/// is not held up.
const STANDING_MS: f64 = 120.0;

/// What there is to show of the frames at a step.
#[derive(Debug, Default, PartialEq)]
pub struct Locals {
    /// The frames of whoever runs, the innermost first.
    pub running: Vec<LocalFrame>,
    /// The frames of the selected task, the innermost first.
    pub selected: Vec<LocalFrame>,
    /// They can't be worked out: the run is too long.
    pub is_too_far: bool,
}

/// A frame, and what has changed in it.
#[derive(Debug, PartialEq)]
pub struct LocalFrame {
    pub frame: FrameView,
    /// For each variable, whether its value differs from what was shown of this function before.
    pub changed: Vec<bool>,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The run by its number.
    pub run: u32,
    pub step: usize,
    /// The task that runs at the step.
    pub running: Option<TaskId>,
    pub selected: Option<TaskId>,
    /// The run is over at the step: nobody has the loop.
    pub is_over: bool,
}

impl Question {
    /// Whether there may be any frames to tell of. Where there are none, no second run has to find that out.
    fn is_open(&self) -> bool {
        !self.is_over || self.selected.is_some()
    }
}

/// The second run, and what was asked of it.
pub struct Inspection {
    inspector: Option<(u32, Inspector)>,
    asked: Option<Question>,
    is_answered: bool,
    locals: Rc<Locals>,
    frame: Rc<FrameRequest>,
    alarm: Option<Alarm>,
}

impl Inspection {
    /// Nothing is asked. `on_frame` is called before a frame in which there is work to do; it calls
    /// [`Inspection::work`].
    pub fn new(on_frame: impl Fn() + 'static) -> Self {
        Self {
            inspector: None,
            asked: None,
            is_answered: true,
            locals: Rc::default(),
            frame: Rc::new(FrameRequest::new(on_frame)),
            alarm: None,
        }
    }

    /// Asks for the variables at a step, or no longer.
    pub fn ask(&mut self, question: Option<Question>) {
        if self.asked == question {
            return;
        }
        self.asked = question;
        let open = question.filter(Question::is_open);
        self.is_answered = open.is_none();
        if self.is_answered {
            self.locals = Rc::default();
        }
        self.alarm = open.map(|_| {
            let frame = Rc::clone(&self.frame);
            after_ms(STANDING_MS, move || frame.request())
        });
    }

    /// The answer to what was asked last; nothing while it is being worked out.
    pub fn locals(&self) -> Option<Rc<Locals>> {
        let is_there = self.is_answered && self.asked.is_some();
        is_there.then(|| Rc::clone(&self.locals))
    }

    /// Whether there is something to work out.
    pub fn is_at_work(&self) -> bool {
        !self.is_answered
    }

    /// Gets on with the answer, for the run of this program, options and trace.
    pub fn work(&mut self, source: &str, options: Options, trace: &Trace) {
        let Some(Question {
            run,
            step,
            running,
            selected,
            ..
        }) = self.asked.filter(|_| !self.is_answered)
        else {
            return;
        };
        if self.inspector.as_ref().is_none_or(|(of, _)| *of != run) {
            self.inspector = Some((run, Inspector::new(source, options, Limits::default())));
        }
        let Some((_, inspector)) = &mut self.inspector else {
            return;
        };
        let (running, chosen) = match inspector.reach(trace, step, BUDGET) {
            Reach::OnTheWay => {
                self.frame.request();
                return;
            }
            Reach::There => (
                // A slice may have ended behind the step, where another task runs already.
                match running {
                    Some(task) => inspector.frames_of(task),
                    None => inspector.outside_of_tasks(),
                },
                selected.map_or_else(Vec::new, |task| inspector.frames_of(task)),
            ),
            Reach::TooFar | Reach::Lost => {
                self.answer(Locals {
                    is_too_far: true,
                    ..Locals::default()
                });
                return;
            }
        };
        let locals = Locals {
            running: compared(running, &self.locals.running),
            selected: compared(chosen, &self.locals.selected),
            is_too_far: false,
        };
        self.answer(locals);
    }

    fn answer(&mut self, locals: Locals) {
        self.locals = Rc::new(locals);
        self.is_answered = true;
    }
}

/// Marks what differs from the frames that were shown before, the outermost of both being the same.
fn compared(frames: Vec<FrameView>, before: &[LocalFrame]) -> Vec<LocalFrame> {
    let count = frames.len();
    let compare = |(at, frame): (usize, FrameView)| {
        let from_outside = count - at;
        let earlier = before
            .len()
            .checked_sub(from_outside)
            .and_then(|at| before.get(at));
        let earlier = earlier.filter(|earlier| earlier.frame.function == frame.function);
        let differs = |local: &switchboard_python::inspect::Variable| {
            earlier.is_some_and(|earlier| !earlier.frame.locals.contains(local))
        };
        LocalFrame {
            changed: frame.locals.iter().map(differs).collect(),
            frame,
        }
    };
    frames.into_iter().enumerate().map(compare).collect()
}
