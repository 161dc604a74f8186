//! The board that the trace gives is the executor's own state at any moment.

mod common;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use common::traced;
use switchboard_executor::{
    Action, Clock, Executor, Handle, InstantHost, Scheduler, TaskId, Turn, yield_now,
};
use switchboard_trace::{Event, NameId, Phase, TaskState};

/// What the random workload shares.
#[derive(Clone)]
struct World {
    scheduler: Scheduler,
    dice: Rc<Cell<u64>>,
    tasks: Rc<RefCell<Vec<TaskId>>>,
    handles: Rc<RefCell<Vec<Handle>>>,
}

impl World {
    fn below(&self, bound: u64) -> u64 {
        let next = self
            .dice
            .get()
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.dice.set(next);
        (next >> 33) % bound
    }

    fn any<T: Copy>(&self, items: &RefCell<Vec<T>>) -> Option<T> {
        let items = items.borrow();
        let index = self.below(items.len().max(1) as u64) as usize;
        items.get(index).copied()
    }

    /// Does something at random.
    fn act(&self) {
        match self.below(7) {
            0 if self.tasks.borrow().len() < 60 => self.spawn(),
            1 => self.keep(self.scheduler.call_soon(NameId::default(), self.later())),
            2 => {
                let due = self.scheduler.now().after(self.below(50));
                self.keep(self.scheduler.call_at(due, NameId::default(), self.later()));
            }
            3 => {
                if let Some(handle) = self.any(&self.handles) {
                    self.scheduler.cancel(handle);
                }
            }
            4 => {
                if let Some(task) = self.any(&self.tasks)
                    && self.below(4) == 0
                {
                    self.scheduler.abort(task);
                }
            }
            _ => {
                if let Some(task) = self.any(&self.tasks) {
                    self.scheduler.wake(task);
                }
            }
        }
    }

    fn keep(&self, handle: Handle) {
        self.handles.borrow_mut().push(handle);
    }

    fn later(&self) -> Action {
        let world = self.clone();
        let acts = self.below(3);
        Action::call(move || (0..acts).for_each(|_| world.act()))
    }

    fn spawn(&self) {
        let world = self.clone();
        let task = self.scheduler.spawn(async move {
            for _ in 0..world.below(6) {
                world.act();
                match world.below(3) {
                    0 => yield_now().await,
                    1 => world.scheduler.sleep(world.below(20)).await,
                    _ => world.act(),
                }
            }
        });
        self.tasks.borrow_mut().push(task);
    }
}

fn random_run(seed: u64) -> Executor {
    let executor = traced();
    let world = World {
        scheduler: executor.scheduler(),
        dice: Rc::new(Cell::new(seed * 2 + 1)),
        tasks: Rc::default(),
        handles: Rc::default(),
    };
    (0..8).for_each(|_| world.spawn());
    let clock = Clock::new();
    let mut host = InstantHost::new(clock.clone());
    for _ in 0..400 {
        match executor.turn(&mut host) {
            Turn::WaitUntil(moment) => clock.advance_to(moment),
            Turn::Idle => break,
            _ => {}
        }
    }
    executor
}

#[test]
fn the_board_knows_the_queue_that_the_executor_runs() {
    for seed in 0..40 {
        let executor = random_run(seed);
        let trace = executor.recorder().trace().expect("the recorder is on");
        for (index, record) in trace.iter().enumerate() {
            let before = trace.board_at(index);
            match record.event {
                Event::PhaseBegan {
                    phase: Phase::RunReady,
                    handles,
                    ..
                } => {
                    assert_eq!(
                        before.ready().len(),
                        handles as usize,
                        "seed {seed}, step {index}"
                    );
                }
                Event::TimerFired { handle } => {
                    assert_eq!(before.timers().first().map(|timer| timer.handle), Some(handle));
                }
                _ => {}
            }
        }
        let end = trace.board_at(trace.len());
        let alive = end.tasks().filter(|task| task.is_alive()).count();
        assert_eq!(alive, executor.tasks_alive(), "seed {seed}");
        assert!(end.tasks().all(|task| task.state != TaskState::Running));
    }
}

#[test]
fn the_same_run_twice_gives_the_same_trace() {
    let (once, again) = (random_run(3), random_run(3));
    let (once, again) = (once.recorder().take(), again.recorder().take());
    assert!(once.len() > 100);
    assert!(once.iter().eq(again.iter()));
}

#[test]
fn every_track_of_a_perfetto_export_closes_what_it_opens() {
    let document = switchboard_trace::perfetto(&random_run(5).recorder().take());
    let mut open = std::collections::BTreeMap::new();
    for line in document.lines() {
        let Some((_, rest)) = line.split_once("\"tid\":") else {
            continue;
        };
        let track: u64 = rest
            .split(',')
            .next()
            .and_then(|number| number.parse().ok())
            .expect("a track");
        let depth: &mut i64 = open.entry(track).or_default();
        match line.split_once("\"ph\":\"").map(|(_, kind)| &kind[..1]) {
            Some("B") => *depth += 1,
            Some("E") => *depth -= 1,
            _ => {}
        }
        assert!(*depth >= 0, "{line}");
    }
    assert!(open.len() > 3);
    assert!(open.values().all(|depth| *depth == 0), "{open:?}");
}
