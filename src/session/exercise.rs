//! Stops on the way through a run: pauses and notes that an author has pinned, and questions.
//!
//! ```text
//!            begin            prepared               the playhead comes to a stop
//!   none ───────────► preparing ───────► ready ◄──────────────────────────────────► standing at a stop
//!                                          ▲                                          │ answer, go on
//!                                          └──────────────────────────────────────────┘
//! ```
//!
//! A run with stops is recorded before it is played, so that answers stand in its trace.

use std::rc::Rc;

use switchboard_scenario::{Anchor, Attempt, Pin, Pinned, Question, Scenario};
use switchboard_trace::{Event, Trace};
use switchboard_view::quiz::{self, Answer, Ask};

/// As many events are recorded before a run is played; a run without end is asked about as far as that.
pub const MOST_EVENTS: usize = 20_000;

/// Whether questions are asked of programs whose author asks none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asking {
    #[default]
    AuthorsOnly,
    Always,
}

/// What the playhead stops for.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    pub step: usize,
    pub what: What,
    pub passage: Passage,
}

/// Whether a person has been at a stop.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Passage {
    /// It is still ahead.
    #[default]
    Ahead,
    /// It was seen, and left without an answer.
    Passed,
    Answered(Answer),
}

impl Passage {
    /// What was answered.
    #[inline(never)]
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Answered(answer) => Some(answer),
            Self::Ahead | Self::Passed => None,
        }
    }

    fn turn_into(&mut self, passage: Self) {
        if *self == Self::Ahead {
            *self = passage;
        }
    }
}

/// What is at a stop.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    Pause,
    Note(Rc<str>),
    Ask(Rc<Ask>),
}

/// All stops of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exercise {
    stops: Vec<Stop>,
    at: Option<usize>,
}

/// How many questions were answered rightly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub right: usize,
    pub answered: usize,
    pub asked: usize,
}

impl Exercise {
    /// Whether a run of this scenario has stops.
    pub fn is_wanted(scenario: &Scenario, asking: Asking) -> bool {
        asking == Asking::Always || !scenario.pins.is_empty() || scenario.attempt.is_some()
    }

    /// The stops of a run that was recorded. Where the author asks nothing, the trace has questions enough.
    #[inline(never)]
    pub fn of(trace: &Trace, scenario: &Scenario, asking: Asking) -> Self {
        let pinned = scenario.pins.iter().filter_map(|pin| stop_of(pin, trace));
        let mut stops: Vec<Stop> = pinned.collect();
        let asks = stops.iter().any(|stop| matches!(stop.what, What::Ask(_)));
        if !asks && (asking == Asking::Always || scenario.attempt.is_some()) {
            let asked = quiz::questions(trace).into_iter();
            stops.extend(asked.map(|item| Stop::new(item.step, What::Ask(Rc::new(item.ask)))));
        }
        stops.sort_by_key(|stop| stop.step);
        let mut exercise = Self { stops, at: None };
        if let Some(attempt) = &scenario.attempt {
            exercise.fill(attempt);
        }
        exercise
    }

    /// The stops, in the order of the run.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// The stop at which the playhead stands.
    pub fn standing(&self) -> Option<&Stop> {
        self.stops.get(self.at?)
    }

    /// The first step after this one at which there is something that was not passed yet.
    pub fn next_after(&self, step: usize) -> Option<usize> {
        let open = self.stops.iter().filter(|stop| stop.passage == Passage::Ahead);
        open.map(|stop| stop.step).find(|next| *next > step)
    }

    /// Whether there is a question that was not answered yet, so that what comes next is not to be seen.
    pub fn asks_ahead(&self) -> bool {
        let is_open = |stop: &Stop| matches!(stop.what, What::Ask(_)) && stop.passage == Passage::Ahead;
        self.stops.iter().any(is_open)
    }

    /// The playhead stands here now.
    #[inline(never)]
    pub fn arrive(&mut self, step: usize) {
        let here = |stop: &Stop| stop.step == step;
        let open = self
            .stops
            .iter()
            .position(|stop| here(stop) && stop.passage == Passage::Ahead);
        let seen = || self.stops.iter().position(here);
        self.at = open.or_else(seen);
        if let Some(stop) = self.at.and_then(|at| self.stops.get_mut(at))
            && !matches!(stop.what, What::Ask(_))
        {
            stop.passage.turn_into(Passage::Passed);
        }
    }

    /// Takes an answer to the question at which the playhead stands; the first one counts.
    pub fn answer(&mut self, answer: Answer) {
        if let Some(stop) = self.at.and_then(|at| self.stops.get_mut(at)) {
            stop.passage.turn_into(Passage::Answered(answer));
        }
    }

    /// Passes what the playhead stands at. Says whether there is more at this step, where it then stands.
    #[inline(never)]
    pub fn pass(&mut self) -> bool {
        let Some(stop) = self.at.and_then(|at| self.stops.get_mut(at)) else {
            return false;
        };
        stop.passage.turn_into(Passage::Passed);
        let step = stop.step;
        let is_open = |stop: &Stop| stop.step == step && stop.passage == Passage::Ahead;
        self.at = self.stops.iter().position(is_open);
        self.at.is_some()
    }

    /// How well the questions were answered.
    pub fn score(&self) -> Score {
        let mut score = Score::default();
        for (ask, answer) in self.asks() {
            score.asked += 1;
            score.answered += usize::from(answer.is_some());
            score.right += usize::from(answer.is_some_and(|answer| ask.is_right(answer)));
        }
        score
    }

    /// What was answered, for a link; nothing before anything was.
    #[inline(never)]
    pub fn attempt(&self) -> Option<Attempt> {
        let score = self.score();
        let answers = self.asks().map(|(_, answer)| {
            let places = answer.into_iter().flatten();
            places
                .map(|place| u32::try_from(*place).unwrap_or(u32::MAX))
                .collect()
        });
        (score.answered > 0).then(|| Attempt {
            answers: answers.collect(),
            right: u32::try_from(score.right).unwrap_or(u32::MAX),
        })
    }

    fn asks(&self) -> impl Iterator<Item = (&Ask, Option<&Answer>)> {
        self.stops.iter().filter_map(|stop| match &stop.what {
            What::Ask(ask) => Some((&**ask, stop.passage.answer())),
            What::Pause | What::Note(_) => None,
        })
    }

    /// Puts in what somebody else has answered.
    #[inline(never)]
    fn fill(&mut self, attempt: &Attempt) {
        let asks = self
            .stops
            .iter_mut()
            .filter(|stop| matches!(stop.what, What::Ask(_)));
        for (stop, answer) in asks.zip(&attempt.answers) {
            let places = answer.iter().map(|place| *place as usize).collect::<Answer>();
            stop.passage = match places.is_empty() {
                true => Passage::Passed,
                false => Passage::Answered(places),
            };
        }
    }
}

impl Stop {
    fn new(step: usize, what: What) -> Self {
        Self {
            step,
            what,
            passage: Passage::Ahead,
        }
    }
}

/// Where a pin is in a run; nowhere if the run does not come there, or its question has no answer there.
fn stop_of(pin: &Pin, trace: &Trace) -> Option<Stop> {
    let step = match pin.anchor {
        Anchor::Step(step) => usize::try_from(step).ok().filter(|step| *step <= trace.len())?,
        Anchor::Line(wanted) => {
            let reaches =
                |event: &Event| matches!(event, Event::LineReached { line, .. } if line.get() == wanted);
            trace.iter_from(0).position(|record| reaches(&record.event))? + 1
        }
    };
    let what = match &pin.what {
        Pinned::Pause => What::Pause,
        Pinned::Note(text) => What::Note(text.as_str().into()),
        Pinned::Question(question) => What::Ask(Rc::new(ask_of(question, trace, step)?)),
    };
    Some(Stop::new(step, what))
}

fn ask_of(question: &Question, trace: &Trace, step: usize) -> Option<Ask> {
    match question {
        Question::WhoIsNext => quiz::who_is_next(trace, step),
        Question::WhatIsPrinted => quiz::what_is_printed(trace, step),
        Question::HowLong => quiz::how_long(trace),
        Question::Choice { text, choices, right } => Some(Ask::Choice {
            text: text.clone(),
            choices: choices.clone(),
            right: *right as usize,
        }),
    }
}
