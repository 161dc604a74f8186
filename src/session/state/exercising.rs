//! How the state deals with the stops of a run: it records the run first, stands where something is asked, and goes on.

use std::rc::Rc;

use switchboard_trace::TaskId;
use switchboard_view::quiz::{self, Ask};

use super::{Prepared, State};
use crate::session::exercise::{Asking, Exercise, Passage, What};
use crate::session::{Status, scores};

impl State {
    /// Whether a run of the draft has stops, and is recorded before it is played.
    pub(super) fn has_stops(&self) -> bool {
        Exercise::is_wanted(&self.scenario, self.open.asking)
    }

    /// Finds the stops of a run that is recorded by now, and does what was to be done then.
    pub(super) fn get_ready(&mut self) {
        if self.player.status() != Status::Playing
            && let Some(then) = self.prepares.take()
        {
            let found = self.player.with_run(|run| {
                let trace = run.trace()?;
                Some(Exercise::of(&trace, &self.scenario, self.open.asking))
            });
            self.exercise = Rc::new(found.flatten().unwrap_or_default());
            if let Prepared::Stand(step) = then {
                self.player.run_to(step);
            }
            self.arrive();
            if then == Prepared::Play && self.exercise.standing().is_none() {
                self.play();
            }
        } else if self.player.status() != Status::Playing {
            self.arrive();
        }
    }

    /// Finds out what there is where the playhead stands.
    pub(super) fn arrive(&mut self) {
        let step = self.player.playhead();
        let stands = |exercise: &Exercise| exercise.standing().is_some_and(|stop| stop.step == step);
        let is_stop = self.exercise.stops().iter().any(|stop| stop.step == step);
        if is_stop != self.exercise.standing().is_some() || (is_stop && !stands(&self.exercise)) {
            Rc::make_mut(&mut self.exercise).arrive(step);
        }
    }

    /// Leaves the stop at which the playhead stands; a question stays without an answer.
    pub(super) fn leave(&mut self) {
        while self.exercise.standing().is_some() {
            Rc::make_mut(&mut self.exercise).pass();
        }
    }

    #[inline(never)]
    pub(super) fn answer(&mut self, answer: quiz::Answer) {
        Rc::make_mut(&mut self.exercise).answer(answer);
        let score = self.exercise.score();
        if score.answered == score.asked {
            scores::keep(&self.draft.source, score);
        }
    }

    /// On from a stop: to what else there is to answer here, or on with the run.
    #[inline(never)]
    pub(super) fn go_on(&mut self) {
        if !Rc::make_mut(&mut self.exercise).pass() {
            self.play();
        }
    }

    #[inline(never)]
    pub(super) fn ask_again(&mut self) {
        if self.scenario.attempt.is_some() {
            Rc::make_mut(&mut self.scenario).attempt = None;
            // Without pins nothing but this asks.
            self.open.asking = Asking::Always;
        }
        self.begin(Prepared::Stand(0));
    }

    /// The place of a task among the answers to a question that is open.
    #[inline(never)]
    pub(super) fn names(&self, task: TaskId) -> Option<usize> {
        let stop = self.exercise.standing()?;
        match &stop.what {
            What::Ask(ask) if stop.passage == Passage::Ahead => match &**ask {
                Ask::WhoIsNext { candidates, .. } => candidates.iter().position(|known| *known == task),
                _ => None,
            },
            _ => None,
        }
    }

    #[inline(never)]
    pub(super) fn set_asking(&mut self, asking: Asking) {
        self.open.asking = asking;
        // Questions come before what they ask about.
        if self.player.status() != Status::Fresh {
            self.begin(Prepared::Stand(0));
        }
    }
}
