//! Timers, callbacks and I/O, as exact sequences of events.

mod common;

use std::cell::Cell;
use std::rc::Rc;

use common::{events, steps, traced};
use switchboard_executor::{Action, Clock, Host, InstantHost, Scheduler, Time, Token, Turn};
use switchboard_trace::NameId;

fn nothing() -> Action {
    Action::call(|| {})
}

fn at(nanos: u64) -> Time {
    Time::from_nanos(nanos)
}

/// An action that uses the scheduler.
fn with(scheduler: &Scheduler, act: impl FnOnce(&Scheduler) + 'static) -> Action {
    let scheduler = scheduler.clone();
    Action::call(move || act(&scheduler))
}

#[test]
fn timers_fire_by_deadline_and_equal_ones_in_the_order_of_setting() {
    let executor = traced();
    for due in [20, 10, 20, 10] {
        executor.call_at(at(due), NameId::default(), nothing());
    }
    let _ = InstantHost::default().run(&executor);
    assert_eq!(
        steps(&executor),
        [
            "set c1 20ns",
            "set c2 10ns",
            "set c3 20ns",
            "set c4 10ns",
            "fired c2",
            "fired c4",
            "begin c2",
            "end c2 Done",
            "begin c4",
            "end c4 Done",
            "fired c1",
            "fired c3",
            "begin c1",
            "end c1 Done",
            "begin c3",
            "end c3 Done"
        ]
    );
}

#[test]
fn a_turn_waits_in_its_second_phase_until_the_first_deadline() {
    let executor = traced();
    executor.call_at(at(10), NameId::default(), nothing());
    let clock = Clock::new();
    let mut host = InstantHost::new(clock.clone());
    assert_eq!(executor.turn(&mut host), Turn::WaitUntil(at(10)));
    clock.advance(4);
    assert_eq!(
        executor.turn(&mut host),
        Turn::WaitUntil(at(10)),
        "called too early"
    );
    clock.advance(6);
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    assert_eq!(executor.turn(&mut host), Turn::Idle);
    assert_eq!(
        events(&executor),
        [
            "set c1 10ns",
            "turn 1",
            "phase poll until 10ns",
            "fired c1",
            "phase run 1",
            "begin c1",
            "end c1 Done"
        ]
    );
}

#[test]
fn a_due_timer_joins_the_queue_behind_what_is_there() {
    let executor = traced();
    executor.call_at(at(0), NameId::default(), nothing());
    executor.call_soon(NameId::default(), nothing());
    let _ = InstantHost::default().run(&executor);
    let seen = steps(&executor);
    assert_eq!(
        seen,
        [
            "set c1 0ns",
            "ready c2",
            "fired c1",
            "begin c2",
            "end c2 Done",
            "begin c1",
            "end c1 Done"
        ]
    );
}

#[test]
fn a_timer_cancelled_in_the_turn_in_which_it_is_due_does_not_run() {
    let executor = traced();
    let later = Rc::new(Cell::new(None));
    let handle = Rc::clone(&later);
    let cancel = with(&executor, move |scheduler| {
        assert!(scheduler.cancel(handle.get().expect("it is set")));
        assert!(!scheduler.cancel(handle.get().expect("it is set")));
    });
    executor.call_at(at(5), NameId::default(), cancel);
    later.set(Some(executor.call_at(at(5), NameId::default(), nothing())));
    executor.call_at(at(5), NameId::default(), nothing());
    assert_eq!(InstantHost::default().run(&executor), Turn::Idle);
    assert_eq!(
        events(&executor),
        [
            "set c1 5ns",
            "set c2 5ns",
            "set c3 5ns",
            "turn 1",
            "phase poll until 5ns",
            "fired c1",
            "fired c2",
            "fired c3",
            "phase run 3",
            "begin c1",
            "cancelled c2",
            "end c1 Done",
            "begin c3",
            "end c3 Done",
        ]
    );
}

/// A host that can wait whole tens of nanoseconds.
struct Coarse(InstantHost);

impl Host for Coarse {
    fn now(&self) -> Time {
        self.0.now()
    }

    fn wait_unit(&self) -> u64 {
        10
    }
}

#[test]
fn a_host_that_waits_in_units_finds_all_timers_of_the_last_one_due_in_one_turn() {
    let executor = traced();
    for due in [33, 26, 44, 40, 41] {
        executor.call_at(at(due), NameId::default(), nothing());
    }
    let clock = Clock::new();
    clock.advance(4);
    let mut host = Coarse(InstantHost::new(clock.clone()));
    assert_eq!(
        executor.turn(&mut host),
        Turn::WaitUntil(at(33)),
        "26 is 22 from now, so the host would oversleep until 34"
    );
    clock.advance_to(at(33));
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    let begun: Vec<_> = steps(&executor)
        .into_iter()
        .filter(|line| line.starts_with("begin"))
        .collect();
    assert_eq!(begun, ["begin c2", "begin c1"]);
    assert_eq!(executor.turn(&mut host), Turn::WaitUntil(at(41)));
}

#[test]
fn a_cancelled_timer_is_not_overslept_for() {
    let executor = traced();
    executor.call_at(at(5), NameId::default(), nothing());
    let cancelled = executor.call_at(at(9), NameId::default(), nothing());
    executor.cancel(cancelled);
    let mut host = Coarse(InstantHost::default());
    assert_eq!(executor.turn(&mut host), Turn::WaitUntil(at(5)));
}

#[test]
fn a_cancelled_timer_is_not_waited_for() {
    let executor = traced();
    let first = executor.call_at(at(5), NameId::default(), nothing());
    executor.call_at(at(9), NameId::default(), nothing());
    executor.cancel(first);
    let mut host = InstantHost::default();
    assert_eq!(executor.turn(&mut host), Turn::WaitUntil(at(9)));
}

#[test]
fn many_cancelled_timers_leave_no_trace_in_the_order_of_the_others() {
    let executor = traced();
    let handles: Vec<_> = (0..1000)
        .map(|n| executor.call_at(at(1000 - n), NameId::default(), nothing()))
        .collect();
    for (n, handle) in handles.iter().enumerate() {
        if n % 5 != 0 {
            executor.cancel(*handle);
        }
    }
    let _ = InstantHost::default().run(&executor);
    let begun: Vec<_> = steps(&executor)
        .into_iter()
        .filter(|line| line.starts_with("begin"))
        .collect();
    let expected: Vec<_> = (0..200).rev().map(|n| format!("begin c{}", n * 5 + 1)).collect();
    assert_eq!(begun, expected);
}

#[test]
fn what_a_callback_schedules_waits_for_the_next_turn() {
    let executor = traced();
    let schedule = with(&executor, |scheduler| {
        scheduler.call_soon(NameId::default(), nothing());
    });
    executor.call_soon(NameId::default(), schedule);
    executor.call_soon(NameId::default(), nothing());
    let _ = InstantHost::default().run(&executor);
    assert_eq!(
        events(&executor),
        [
            "ready c1",
            "ready c2",
            "turn 1",
            "phase poll until 0ns",
            "phase run 2",
            "begin c1",
            "ready c3",
            "end c1 Done",
            "begin c2",
            "end c2 Done",
            "turn 2",
            "phase poll until 0ns",
            "phase run 1",
            "begin c3",
            "end c3 Done",
        ]
    );
}

#[test]
fn a_sleeping_task_goes_on_one_turn_after_its_timer() {
    let executor = traced();
    let scheduler = executor.scheduler();
    executor.spawn(async move { scheduler.sleep(7).await });
    let _ = InstantHost::default().run(&executor);
    assert_eq!(
        events(&executor),
        [
            "made t1",
            "ready t1 FirstStep",
            "turn 1",
            "phase poll until 0ns",
            "phase run 1",
            "begin t1",
            "set c1 7ns",
            "waits t1 Timer(HandleId(1))",
            "end t1 Waits",
            "turn 2",
            "phase poll until 7ns",
            "fired c1",
            "phase run 1",
            "begin c1",
            "ready t1 Timer(HandleId(1))",
            "end c1 Done",
            "turn 3",
            "phase poll until 7ns",
            "phase run 1",
            "begin t1",
            "end t1 Done",
        ]
    );
}

#[test]
fn a_dropped_sleep_cancels_its_timer() {
    let executor = traced();
    let scheduler = executor.scheduler();
    let task = executor.spawn(async move { scheduler.sleep(7).await });
    let mut host = InstantHost::default();
    let _ = executor.turn(&mut host);
    executor.abort(task);
    assert_eq!(host.run(&executor), Turn::Idle);
    assert_eq!(host.now(), Time::ZERO);
}

#[test]
fn stop_ends_the_run_after_the_turn() {
    let executor = traced();
    executor.call_soon(NameId::default(), with(&executor, Scheduler::stop));
    executor.call_soon(NameId::default(), nothing());
    executor.call_at(at(5), NameId::default(), nothing());
    let mut host = InstantHost::default();
    assert_eq!(host.run(&executor), Turn::Stopped);
    assert_eq!(executor.turns(), 1);
    // Stopped before it runs, a loop makes one turn without waiting.
    executor.stop();
    assert_eq!(host.run(&executor), Turn::Stopped);
    assert_eq!((executor.turns(), host.now()), (2, Time::ZERO));
}

#[test]
fn breaking_off_leaves_the_rest_of_the_turn_in_front_of_the_queue() {
    let executor = traced();
    executor.call_soon(
        NameId::default(),
        with(&executor, |scheduler| {
            scheduler.call_soon(NameId::default(), nothing());
            scheduler.break_off();
        }),
    );
    executor.call_soon(NameId::default(), nothing());
    let mut host = InstantHost::default();
    assert_eq!(host.run(&executor), Turn::Stopped);
    let begun = |executor| {
        steps(executor)
            .into_iter()
            .filter(|line| line.starts_with("begin"))
    };
    assert_eq!(begun(&executor).collect::<Vec<_>>(), ["begin c1"]);
    assert_eq!(host.run(&executor), Turn::Idle);
    assert_eq!(
        begun(&executor).collect::<Vec<_>>(),
        ["begin c1", "begin c2", "begin c3"]
    );
}

/// A host that finds one source ready at a given moment.
struct Socket {
    clock: Clock,
    token: Token,
    comes: Time,
}

impl Host for Socket {
    fn now(&self) -> Time {
        self.clock.now()
    }

    fn poll_io(&mut self, ready: &mut Vec<Token>) {
        if self.comes <= self.clock.now() {
            ready.push(self.token);
            self.comes = Time::MAX;
        }
    }
}

#[test]
fn io_and_a_timer_ready_in_the_same_turn_run_in_this_order() {
    let executor = traced();
    executor.call_at(at(5), NameId::default(), nothing());
    executor.watch(Token(9), || {});
    let clock = Clock::new();
    let mut host = Socket {
        clock: clock.clone(),
        token: Token(9),
        comes: at(5),
    };
    assert_eq!(executor.turn(&mut host), Turn::WaitUntil(at(5)));
    clock.advance(5);
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    assert_eq!(executor.turn(&mut host), Turn::WaitForIo);
    assert!(executor.unwatch(Token(9)));
    assert_eq!(executor.turn(&mut host), Turn::Idle);
    assert_eq!(
        events(&executor)[..9],
        [
            "set c1 5ns",
            "turn 1",
            "phase poll until 5ns",
            "io 9 c2",
            "fired c1",
            "phase run 2",
            "begin c2",
            "end c2 Done",
            "begin c1",
        ]
    );
}

#[test]
fn io_ends_a_wait_before_its_timer() {
    let executor = traced();
    let scheduler = executor.scheduler();
    executor.spawn(async move { scheduler.io_ready(Token(1)).await });
    executor.call_at(at(100), NameId::default(), nothing());
    let clock = Clock::new();
    let mut host = Socket {
        clock: clock.clone(),
        token: Token(1),
        comes: at(30),
    };
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    assert_eq!(executor.turn(&mut host), Turn::WaitUntil(at(100)));
    clock.advance(30);
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    assert_eq!(executor.tasks_alive(), 0);
    let seen = steps(&executor);
    let expected = [
        "waits t1 Io(Token(1))",
        "end t1 Waits",
        "io 1 c2",
        "begin c2",
        "ready t1 Io(Token(1))",
        "end c2 Done",
        "begin t1",
        "end t1 Done",
    ];
    assert_eq!(seen[4..], expected);
}

#[test]
fn an_unwatched_source_loses_its_queued_callback() {
    let executor = traced();
    executor.watch(Token(1), || unreachable!("it is unwatched before it runs"));
    executor.call_soon(
        NameId::default(),
        with(&executor, |scheduler| {
            scheduler.unwatch(Token(1));
        }),
    );
    let mut host = Socket {
        clock: Clock::new(),
        token: Token(1),
        comes: Time::ZERO,
    };
    assert_eq!(executor.turn(&mut host), Turn::Ran);
    assert_eq!(
        steps(&executor),
        ["ready c1", "io 1 c2", "begin c1", "cancelled c2", "end c1 Done"]
    );
}

#[test]
fn cancelled_handles_are_counted_until_a_turn_forgets_them() {
    let executor = traced();
    for due in 0..200 {
        let timer = executor.call_at(at(1_000 + due), NameId::default(), nothing());
        executor.cancel(timer);
    }
    let callback = executor.call_soon(NameId::default(), nothing());
    executor.cancel(callback);
    executor.cancel(callback);
    assert_eq!(executor.cancelled_handles(), 201);
    let _ = InstantHost::default().run(&executor);
    assert_eq!(executor.cancelled_handles(), 0);
}
