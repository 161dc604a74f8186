//! Who stands where, from traces made for it.

use switchboard_trace::{Event, Line, Reason, Site, StepEnd, WaitOn};

use super::*;

/// A trace in which so many tasks were made and stand in the queue.
fn made(count: u32) -> Trace {
    let mut trace = Trace::new();
    for index in 0..count {
        make(&mut trace, index, Line::new(1));
    }
    trace
}

/// Makes a task, by this line of the program; 0: by asyncio itself.
fn make(trace: &mut Trace, index: u32, line: Line) {
    let task = TaskId::from_index(index);
    let name = trace.tables_mut().name(&format!("client {index}"));
    let site = trace.tables_mut().site(Site {
        line,
        ..Site::default()
    });
    trace.push(
        Time::ZERO,
        Event::TaskMade {
            task,
            parent: None,
            name,
            site,
        },
    );
    let why = Reason::FirstStep;
    trace.push(Time::ZERO, Event::TaskReadied { task, why });
}

fn finish(trace: &mut Trace, index: u32) {
    let done = Event::TaskDone {
        task: TaskId::from_index(index),
        how: Outcome::Returned,
        exception: NameId::default(),
        text: TextId::default(),
    };
    trace.push(Time::from_nanos(u64::from(index)), done);
}

fn run_ready(handles: u32) -> Event {
    Event::PhaseBegan {
        phase: Phase::RunReady,
        handles,
        until: Time::ZERO,
    }
}

fn step(trace: &mut Trace, index: u32, on: WaitOn) {
    let task = TaskId::from_index(index);
    let who = Subject::Task(task);
    trace.push(Time::ZERO, Event::StepBegan { who });
    trace.push(Time::ZERO, Event::TaskWaits { task, on });
    let how = StepEnd::Waits;
    trace.push(Time::ZERO, Event::StepEnded { who, how });
}

fn scene_at(trace: &Trace, at: usize) -> Scene {
    let mut labels = Labels::default();
    labels.read(trace);
    Scene::of(&trace.board_at(at), trace, &labels, Shape::Wide)
}

fn scene(trace: &Trace) -> Scene {
    scene_at(trace, trace.len())
}

#[test]
fn clients_stand_in_the_order_of_the_ready_queue() {
    let scene = scene(&made(3));
    let places: Vec<_> = scene.clients.iter().map(|client| client.pose.clone()).collect();
    let (when, room) = (When::ThisTurn, scene.plan.queue.room_for_name());
    assert_eq!(places, [1, 2, 3].map(|place| Pose::InQueue { place, when, room }));
    assert_eq!(
        scene.lines.iter().filter(|line| line.lamp == Lamp::Ready).count(),
        3
    );
}

#[test]
fn a_rope_parts_this_turn_from_the_next() {
    let mut trace = made(3);
    trace.push(Time::ZERO, run_ready(2));
    let scene = scene(&trace);
    let plan = scene.plan;
    let rope = scene.queue.rope.expect("a rope");
    assert!(plan.in_queue(1).x < rope && rope < plan.in_queue(2).x);
    let last = scene.clients.last().expect("three clients");
    assert!(matches!(
        last.pose,
        Pose::InQueue {
            when: When::NextTurn,
            ..
        }
    ));
}

#[test]
fn who_waits_sits_under_the_sign_of_what_it_waits_for() {
    let mut trace = made(2);
    trace.push(Time::ZERO, run_ready(2));
    let second = TaskId::from_index(1);
    step(&mut trace, 0, WaitOn::Task(second));
    step(&mut trace, 1, WaitOn::Unnamed);
    let scene = scene(&trace);
    assert_eq!(scene.lounge.counts, [0, 1, 0, 1, 0]);
    let whom = scene.clients.iter().find_map(|client| match &client.pose {
        Pose::OnHold(hold) => hold.whom.clone(),
        _ => None,
    });
    assert_eq!(whom.as_deref(), Some("client 1"));
}

#[test]
fn a_thousand_clients_are_counted_and_few_are_drawn() {
    let mut trace = made(1_000);
    let everyone_ready = scene(&trace);
    let spots = everyone_ready.plan.queue.spots;
    assert_eq!(everyone_ready.queue.more, 1_000 - spots);
    assert_eq!(everyone_ready.further.ready, 1_000 - LINES);
    trace.push(Time::ZERO, run_ready(1_000));
    for index in 0..1_000 {
        step(&mut trace, index, WaitOn::Unnamed);
    }
    let scene = scene(&trace);
    let [.., signal, _] = scene.lounge.more;
    assert_eq!(signal.map(|(count, _)| count), Some(997));
    assert_eq!(scene.clients.len(), 3);
}

#[test]
fn a_step_back_shows_what_was_there() {
    let mut trace = made(2);
    let before = scene(&trace);
    let there = trace.len();
    trace.push(Time::ZERO, run_ready(2));
    step(&mut trace, 0, WaitOn::Unnamed);
    assert_ne!(scene(&trace), before);
    assert_eq!(scene_at(&trace, there), before);
}

#[test]
fn the_last_to_leave_is_the_first_on_the_list() {
    let mut trace = made(8);
    trace.push(Time::ZERO, run_ready(8));
    for index in 0..8 {
        finish(&mut trace, index);
    }
    let gone = scene(&trace).gone;
    assert_eq!(gone.count, 8);
    let last: Vec<_> = gone.last.iter().map(|result| result.task.index()).collect();
    assert_eq!(last, [7, 6, 5, 4, 3]);
}

#[test]
fn who_cleans_up_behind_the_program_leaves_without_a_trace() {
    let mut trace = made(1);
    finish(&mut trace, 0);
    let before = scene(&trace);
    make(&mut trace, 1, Line::default());
    let during = scene(&trace);
    assert_eq!(during.lines.len(), 2);
    assert!(during.clients.iter().any(|client| client.task.index() == 1));
    finish(&mut trace, 1);
    let after = scene(&trace);
    assert_eq!(after.gone, before.gone);
    assert_eq!(after.lines, before.lines);
}
