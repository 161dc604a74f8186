//! Polls that run out of fuel or block the thread.

mod common;

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use common::{events, traced};
use switchboard_executor::{Action, Clock, Executor, InstantHost, Scheduler, Time, Turn, yield_now};
use switchboard_trace::NameId;

/// Runs out of fuel so many times in the middle of a poll.
async fn long_computation(scheduler: Scheduler, mut slices: u32) {
    poll_fn(|_| {
        if slices == 0 {
            return Poll::Ready(());
        }
        slices -= 1;
        scheduler.preempt();
        Poll::Pending
    })
    .await;
}

/// Blocks the whole thread, as Python's `time.sleep` does.
async fn block(scheduler: Scheduler, clock: Clock, nanos: u64) {
    let until = clock.now().after(nanos);
    poll_fn(|_| {
        if clock.now() >= until {
            return Poll::Ready(());
        }
        scheduler.block_until(until, NameId::default());
        Poll::Pending
    })
    .await;
}

fn run_with_slices(slices: u32) -> (Vec<String>, Vec<Turn>) {
    let executor = traced();
    let scheduler = executor.scheduler();
    executor.spawn(async move {
        yield_now().await;
        long_computation(scheduler.clone(), slices).await;
        yield_now().await;
    });
    executor.spawn(yield_now());
    let mut host = InstantHost::default();
    let mut turns = Vec::new();
    while turns.last() != Some(&Turn::Idle) {
        turns.push(executor.turn(&mut host));
    }
    (events(&executor), turns)
}

#[test]
fn a_poll_preempted_in_the_middle_goes_on_first_and_in_the_same_turn() {
    let (seen, turns) = run_with_slices(2);
    assert_eq!(
        turns,
        [
            Turn::Ran,
            Turn::Preempted,
            Turn::Preempted,
            Turn::Ran,
            Turn::Ran,
            Turn::Idle
        ]
    );
    assert_eq!(
        seen[13..],
        [
            "turn 2",
            "phase poll until 0ns",
            "phase run 2",
            "begin t1",
            "ready t1 Yield",
            "end t1 Yielded",
            "begin t2",
            "end t2 Done",
            "turn 3",
            "phase poll until 0ns",
            "phase run 1",
            "begin t1",
            "end t1 Done",
        ]
    );
}

#[test]
fn preemption_leaves_no_trace() {
    assert_eq!(run_with_slices(0).0, run_with_slices(7).0);
}

#[test]
fn a_preempted_callback_goes_on_first() {
    let executor = traced();
    let order = Rc::new(RefCell::new(Vec::new()));
    let (scheduler, log) = (executor.scheduler(), Rc::clone(&order));
    let computation = async move {
        log.borrow_mut().push("callback begins");
        long_computation(scheduler, 1).await;
        log.borrow_mut().push("callback ends");
    };
    executor.call_soon(NameId::default(), Action::poll(computation));
    let log = Rc::clone(&order);
    executor.call_soon(
        NameId::default(),
        Action::call(move || log.borrow_mut().push("other")),
    );
    let mut host = InstantHost::default();
    assert_eq!(executor.turn(&mut host), Turn::Preempted);
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    assert_eq!(*order.borrow(), ["callback begins", "callback ends", "other"]);
    assert_eq!(executor.turns(), 1);
}

#[test]
fn a_blocking_call_holds_everything_until_its_end() {
    let clock = Clock::new();
    let executor = traced();
    executor.call_at(Time::from_nanos(3), NameId::default(), Action::call(|| {}));
    executor.spawn(block(executor.scheduler(), clock.clone(), 10));
    executor.spawn(async {});
    let mut host = InstantHost::new(clock.clone());
    let until = Time::from_nanos(10);
    assert_eq!(executor.turn(&mut host), Turn::BlockedUntil(until));
    clock.advance(4);
    assert_eq!(
        executor.turn(&mut host),
        Turn::BlockedUntil(until),
        "called too early"
    );
    clock.advance(6);
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    assert_eq!(host.run(&executor), Turn::Idle);
    assert_eq!(
        events(&executor)[5..],
        [
            "turn 1",
            "phase poll until 0ns",
            "phase run 2",
            "begin t1",
            "blocking until 10ns",
            "blocking ended",
            "end t1 Done",
            "begin t2",
            "end t2 Done",
            "turn 2",
            "phase poll until 10ns",
            "fired c1",
            "phase run 1",
            "begin c1",
            "end c1 Done",
        ]
    );
}

#[test]
fn a_preempted_task_that_is_aborted_does_not_go_on() {
    let executor = traced();
    let scheduler = executor.scheduler();
    let kept = Rc::new(());
    let inside = Rc::clone(&kept);
    let task = executor.spawn(async move {
        let _inside = inside;
        long_computation(scheduler, 5).await;
        unreachable!("it is aborted in its first slice");
    });
    let mut host = InstantHost::default();
    assert_eq!(executor.turn(&mut host), Turn::Preempted);
    assert!(executor.abort(task));
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    assert_eq!(Rc::strong_count(&kept), 1);
}

#[test]
fn dropping_the_executor_drops_a_preempted_task() {
    let executor = Executor::new(switchboard_executor::Recorder::off());
    let scheduler = executor.scheduler();
    let kept = Rc::new(());
    let inside = Rc::clone(&kept);
    executor.spawn(async move {
        let _inside = inside;
        long_computation(scheduler, 5).await;
    });
    assert_eq!(executor.turn(&mut InstantHost::default()), Turn::Preempted);
    drop(executor);
    assert_eq!(Rc::strong_count(&kept), 1);
}
