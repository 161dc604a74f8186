//! The changes that somebody makes to a workload.

use crate::names::{NameProblem, check_name};
use crate::workload::{Coroutine, Duration, MAX_COPIES, MAX_REPEAT, Start, Step, Workload};

/// One change. Places that are not there change nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Another coroutine, with a step to begin with.
    AddCoroutine,
    RemoveCoroutine(usize),
    /// From one place among the coroutines to another.
    MoveCoroutine(usize, usize),
    Rename(usize, String),
    SetCopies(usize, u32),
    SetRepeat(usize, u32),
    /// Another step at a coroutine's end.
    AddStep(usize, StepKind),
    RemoveStep(Place),
    /// From one place to another, into another coroutine too.
    MoveStep(Place, Place),
    SetStep(Place, Step),
    SetStart(Start),
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub coroutine: usize,
    pub step: usize,
}

/// The kinds of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    Compute,
    Sleep,
    Download,
    Block,
    Acquire,
    Release,
    Put,
    Get,
    Start,
    Join,
    Print,
}

impl StepKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Sleep,
        Self::Download,
        Self::Compute,
        Self::Block,
        Self::Print,
        Self::Acquire,
        Self::Release,
        Self::Put,
        Self::Get,
        Self::Start,
        Self::Join,
    ];
}

impl Step {
    /// Which kind it is of.
    pub const fn kind(&self) -> StepKind {
        match self {
            Self::Compute(_) => StepKind::Compute,
            Self::Sleep(_) => StepKind::Sleep,
            Self::Download(_) => StepKind::Download,
            Self::Block(_) => StepKind::Block,
            Self::Acquire(_) => StepKind::Acquire,
            Self::Release(_) => StepKind::Release,
            Self::Put { .. } => StepKind::Put,
            Self::Get(_) => StepKind::Get,
            Self::Start(_) => StepKind::Start,
            Self::Join(_) => StepKind::Join,
            Self::Print(_) => StepKind::Print,
        }
    }
}

impl Workload {
    /// What somebody begins with: one coroutine that does a little.
    pub fn first() -> Self {
        let mut workload = Self::default();
        workload.apply(Edit::AddCoroutine);
        workload
    }

    /// Makes a change.
    pub fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::AddCoroutine => {
                let name = self.free_name("work");
                self.coroutines.push(Coroutine {
                    name,
                    copies: 1,
                    repeat: 1,
                    steps: vec![Step::Sleep(SECOND)],
                });
            }
            Edit::RemoveCoroutine(index) => self.remove(index),
            Edit::MoveCoroutine(from, to) => {
                if from < self.coroutines.len() && to < self.coroutines.len() {
                    let moved = self.coroutines.remove(from);
                    self.coroutines.insert(to, moved);
                }
            }
            Edit::Rename(index, name) => self.rename(index, &name),
            Edit::SetCopies(index, copies) => self.with(index, |it| it.copies = copies.min(MAX_COPIES)),
            Edit::SetRepeat(index, times) => self.with(index, |it| it.repeat = times.clamp(1, MAX_REPEAT)),
            Edit::AddStep(index, kind) => {
                let step = self.new_step(index, kind);
                self.with(index, |it| it.steps.extend(step));
            }
            Edit::RemoveStep(place) => {
                let _ = self.take(place);
            }
            Edit::MoveStep(from, to) => {
                if to.coroutine < self.coroutines.len()
                    && let Some(step) = self.take(from)
                {
                    self.with(to.coroutine, |it| {
                        it.steps.insert(to.step.min(it.steps.len()), step)
                    });
                }
            }
            Edit::SetStep(place, step) => self.with(place.coroutine, |it| {
                if let Some(old) = it.steps.get_mut(place.step) {
                    *old = step;
                }
            }),
            Edit::SetStart(start) => self.start = start,
        }
    }

    /// Whether a coroutine can have this name.
    pub fn check_rename(&self, index: usize, name: &str) -> Result<(), NameProblem> {
        let others = self.coroutines.iter().enumerate().filter(|(at, _)| *at != index);
        let is_taken = others.map(|(_, it)| it.name.as_str()).any(|other| other == name)
            || self.locks().contains(&name)
            || self.queues().contains(&name);
        if is_taken {
            Err(NameProblem::Taken)
        } else {
            check_name(name)
        }
    }

    /// Whether a lock or a queue can be called as a step calls it.
    pub fn check_step(&self, step: &Step) -> Result<(), NameProblem> {
        let (name, taken) = match (step.lock(), step.queue()) {
            (Some(lock), _) => (lock, self.queues()),
            (_, Some(queue)) => (queue, self.locks()),
            _ => return Ok(()),
        };
        if taken.contains(&name) || self.coroutine(name).is_some() {
            return Err(NameProblem::Taken);
        }
        check_name(name)
    }

    /// Another step of this kind; none where there is no other coroutine to start.
    fn new_step(&self, index: usize, kind: StepKind) -> Option<Step> {
        let lock = || {
            self.locks()
                .first()
                .map_or_else(|| self.free_name("lock"), |name| (*name).to_owned())
        };
        let queue = || {
            self.queues()
                .first()
                .map_or_else(|| self.free_name("queue"), |name| (*name).to_owned())
        };
        let other = || {
            let mut others = self.coroutines.iter().enumerate().filter(|(at, _)| *at != index);
            others.next().map(|(_, it)| it.name.clone())
        };
        // What is started last is waited for first.
        let started = || {
            let steps = &self.coroutines.get(index)?.steps;
            steps.iter().rev().find_map(|step| match step {
                Step::Start(name) => Some(name.clone()),
                _ => None,
            })
        };
        Some(match kind {
            StepKind::Compute => Step::Compute(TENTHS),
            StepKind::Sleep => Step::Sleep(SECOND),
            StepKind::Download => Step::Download(SECOND),
            StepKind::Block => Step::Block(SECOND),
            StepKind::Acquire => Step::Acquire(lock()),
            StepKind::Release => Step::Release(lock()),
            StepKind::Put => Step::Put {
                queue: queue(),
                text: "letter".to_owned(),
            },
            StepKind::Get => Step::Get(queue()),
            StepKind::Start => Step::Start(other()?),
            StepKind::Join => Step::Join(started().or_else(other)?),
            StepKind::Print => Step::Print("done".to_owned()),
        })
    }

    /// This name or, if it is taken, with the first number that makes it free.
    fn free_name(&self, stem: &str) -> String {
        let is_free = |name: &str| self.check_rename(usize::MAX, name).is_ok();
        if is_free(stem) {
            return stem.to_owned();
        }
        let mut numbered = (2_u32..).map(|number| {
            let mut name = stem.to_owned();
            name.push('_');
            name.push_str(&number.to_string());
            name
        });
        numbered.find(|name| is_free(name)).unwrap_or_default()
    }

    fn take(&mut self, place: Place) -> Option<Step> {
        let steps = &mut self.coroutines.get_mut(place.coroutine)?.steps;
        (place.step < steps.len()).then(|| steps.remove(place.step))
    }

    fn with(&mut self, index: usize, change: impl FnOnce(&mut Coroutine)) {
        if let Some(coroutine) = self.coroutines.get_mut(index) {
            change(coroutine);
        }
    }
}

const SECOND: Duration = match Duration::from_millis(1_000) {
    Some(duration) => duration,
    None => Duration::MAX,
};

const TENTHS: Duration = match Duration::from_millis(300) {
    Some(duration) => duration,
    None => Duration::MAX,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{generate, read};

    #[test]
    fn every_kind_of_step_can_be_added_and_read_again() {
        let mut workload = Workload::first();
        workload.apply(Edit::AddCoroutine);
        for kind in StepKind::ALL {
            workload.apply(Edit::AddStep(0, kind));
            let added = workload.coroutines[0].steps.last().map(Step::kind);
            assert_eq!(added, Some(kind));
        }
        assert_eq!(read(&generate(&workload)), Ok(workload));
    }

    #[test]
    fn a_step_moves_within_its_coroutine_and_into_another() {
        let mut workload = Workload::first();
        workload.apply(Edit::AddCoroutine);
        workload.apply(Edit::AddStep(0, StepKind::Print));
        let place = |coroutine, step| Place { coroutine, step };
        workload.apply(Edit::MoveStep(place(0, 1), place(0, 0)));
        assert_eq!(workload.coroutines[0].steps[0].kind(), StepKind::Print);
        workload.apply(Edit::MoveStep(place(0, 0), place(1, 9)));
        assert_eq!(workload.coroutines[0].steps.len(), 1);
        assert_eq!(workload.coroutines[1].steps[1].kind(), StepKind::Print);
        // Nothing is lost on the way to nowhere.
        let before = workload.clone();
        workload.apply(Edit::MoveStep(place(1, 1), place(7, 0)));
        assert_eq!(workload, before);
    }

    #[test]
    fn no_two_things_get_one_name() {
        let mut workload = Workload::first();
        workload.apply(Edit::AddCoroutine);
        assert_eq!(workload.coroutines[1].name, "work_2");
        assert_eq!(workload.check_rename(1, "work"), Err(NameProblem::Taken));
        assert_eq!(
            workload.check_step(&Step::Acquire("work".into())),
            Err(NameProblem::Taken)
        );
        workload.apply(Edit::AddStep(0, StepKind::Acquire));
        assert_eq!(workload.check_rename(1, "lock"), Err(NameProblem::Taken));
        assert_eq!(
            workload.check_step(&Step::Get("lock".into())),
            Err(NameProblem::Taken)
        );
    }
}
