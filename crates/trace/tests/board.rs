//! The board is a fold of the trace, from wherever one starts.

mod common;

use common::{Dice, random_trace};
use switchboard_trace::{
    Board, Event, NameId, Reason, SiteId, StepEnd, Subject, TaskId, TaskState, Time, Trace, WaitOn,
};

fn fold(trace: &Trace, step: usize) -> Board {
    let mut board = Board::new();
    for record in trace.iter().take(step) {
        board.apply(&record);
    }
    board
}

#[test]
fn seeking_anywhere_gives_what_a_fold_from_the_beginning_gives() {
    for seed in 0..8 {
        let trace = random_trace(seed, 150_000);
        let mut dice = Dice::new(seed + 100);
        for _ in 0..12 {
            let step = dice.below(trace.len() as u32 + 1) as usize;
            assert_eq!(
                trace.board_at(step),
                fold(&trace, step),
                "seed {seed}, step {step}"
            );
        }
        assert_eq!(trace.board_at(usize::MAX), fold(&trace, trace.len()));
    }
}

#[test]
fn seeking_while_the_trace_grows_changes_no_earlier_board() {
    let whole = random_trace(7, 120_000);
    let mut growing = Trace::new();
    let mut dice = Dice::new(3);
    for (step, record) in whole.iter().enumerate() {
        if dice.below(9_000) == 0 {
            let back = dice.below(step as u32 + 1) as usize;
            assert_eq!(growing.board_at(back), fold(&whole, back));
        }
        growing.push(record.time, record.event);
    }
    assert_eq!(growing.board_at(100_000), whole.board_at(100_000));
}

#[test]
fn a_board_that_is_kept_up_to_date_while_the_trace_grows_leaves_the_right_boards_behind() {
    let whole = random_trace(11, 150_000);
    let mut growing = Trace::new();
    let mut newest = Board::new();
    let mut dice = Dice::new(4);
    for (step, record) in whole.iter().enumerate() {
        growing.push(record.time, record.event);
        if dice.below(5_000) == 0 {
            growing.bring_up_to_date(&mut newest);
            assert_eq!(newest, fold(&whole, step + 1));
            for back in [step, dice.below(step as u32 + 1) as usize] {
                assert_eq!(growing.board_at(back), fold(&whole, back));
            }
        }
    }
}

#[test]
fn advancing_a_board_gives_what_a_seek_gives() {
    let trace = random_trace(5, 3_000);
    let mut board = Board::new();
    for step in 0..=trace.len() {
        board.advance(&trace, step);
        if step % 97 == 0 {
            assert_eq!(board, trace.board_at(step));
        }
    }
}

#[test]
fn a_task_is_ready_then_running_then_waiting_then_ready_then_done() {
    let task = TaskId::from_index(0);
    let who = Subject::Task(task);
    let mut trace = Trace::new();
    let steps = [
        Event::TaskMade {
            task,
            parent: None,
            name: NameId::default(),
            site: SiteId::default(),
        },
        Event::TaskReadied {
            task,
            why: Reason::FirstStep,
        },
        Event::StepBegan { who },
        Event::TaskWaits {
            task,
            on: WaitOn::Unnamed,
        },
        Event::StepEnded {
            who,
            how: StepEnd::Waits,
        },
        Event::TaskReadied {
            task,
            why: Reason::Waker,
        },
        Event::StepBegan { who },
        Event::TaskReadied {
            task,
            why: Reason::Yield,
        },
        Event::StepEnded {
            who,
            how: StepEnd::Yielded,
        },
        Event::StepBegan { who },
        Event::StepEnded {
            who,
            how: StepEnd::Done,
        },
    ];
    for event in steps {
        trace.push(Time::ZERO, event);
    }
    let state = |step| {
        let board = trace.board_at(step);
        let name = match board.task(task).expect("it was made").state {
            TaskState::Running => "running",
            TaskState::Ready => "ready",
            TaskState::Waiting(_) => "waiting",
            TaskState::Done { .. } => "done",
        };
        (name, board.ready().len())
    };
    let seen: Vec<_> = (1..=trace.len()).map(state).collect();
    assert_eq!(
        seen,
        [
            ("ready", 0),
            ("ready", 1),
            ("running", 0),
            ("running", 0),
            ("waiting", 0),
            ("ready", 1),
            ("running", 0),
            ("running", 1),
            ("ready", 1),
            ("running", 0),
            ("done", 0),
        ]
    );
}
