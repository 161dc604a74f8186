//! Views: the steps of a trace, who waits for what, and who stands where in the call center.

use std::hint::black_box;

use switchboard_trace::{Board, Trace};
use switchboard_view::scene::{Scene, Shape};
use switchboard_view::{AwaitPoints, Labels, ReadyQueue, Steps, TaskTimes, Unit, timers, waits};

const MOST: usize = 12;

fn main() {
    let (trace, board) = (black_box(Trace::new()), black_box(Board::default()));
    let mut labels = Labels::default();
    labels.read(&trace);
    let mut steps = Steps::default();
    steps.read(&trace);
    black_box(Unit::ALL.map(|unit| steps.after(unit, 0)));
    let mut awaits = AwaitPoints::default();
    awaits.read(&trace);
    black_box(awaits.passed(1, 0));
    let mut times = TaskTimes::default();
    times.read(&trace);
    black_box(times.made(switchboard_trace::TaskId::from_index(0)));
    black_box((
        ReadyQueue::of(&board, MOST),
        timers(&board, MOST),
        waits(&board, MOST, MOST),
    ));
    black_box(Scene::of(&board, &trace, &labels, Shape::Wide));
}
