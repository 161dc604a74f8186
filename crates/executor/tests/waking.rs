//! How tasks are woken, as exact sequences of events.

mod common;

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use common::{events, steps, traced};
use switchboard_executor::{Action, Executor, InstantHost, Recorder, Turn, yield_now};
use switchboard_trace::NameId;

/// Where a task leaves its waker for others.
type Kept = Rc<RefCell<Option<Waker>>>;

fn keep_and_wait(kept: &Kept, polls: u32) -> impl Future<Output = ()> + 'static {
    let kept = Rc::clone(kept);
    let mut left = polls;
    poll_fn(move |cx| {
        if left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        kept.borrow_mut().get_or_insert_with(|| cx.waker().clone());
        Poll::Pending
    })
}

fn wake(kept: &Kept) {
    kept.borrow().as_ref().expect("a waker was kept").wake_by_ref();
}

#[test]
fn a_task_that_wakes_itself_runs_again_in_the_next_turn() {
    let executor = traced();
    executor.spawn(yield_now());
    assert_eq!(InstantHost::default().run(&executor), Turn::Idle);
    assert_eq!(
        events(&executor),
        [
            "made t1",
            "ready t1 FirstStep",
            "turn 1",
            "phase poll until 0ns",
            "phase run 1",
            "begin t1",
            "ready t1 Yield",
            "end t1 Yielded",
            "turn 2",
            "phase poll until 0ns",
            "phase run 1",
            "begin t1",
            "end t1 Done",
        ]
    );
}

#[test]
fn a_wake_up_after_completion_does_nothing() {
    let executor = traced();
    let kept = Kept::default();
    executor.spawn(keep_and_wait(&kept, 1));
    let scheduler = executor.scheduler();
    let again = Rc::clone(&kept);
    let wake_both_ways = move || {
        wake(&again);
        scheduler.call_soon(NameId::default(), Action::call(move || wake(&again)));
    };
    executor.call_soon(NameId::default(), Action::call(wake_both_ways));
    let _ = InstantHost::default().run(&executor);
    wake(&kept);
    assert_eq!(InstantHost::default().run(&executor), Turn::Idle);
    assert_eq!(
        steps(&executor),
        [
            "made t1",
            "ready t1 FirstStep",
            "ready c1",
            "begin t1",
            "end t1 Waits",
            "begin c1",
            "ready t1 Waker",
            "ready c2",
            "end c1 Done",
            "begin t1",
            "end t1 Done",
            "begin c2",
            "end c2 Done",
        ]
    );
}

#[test]
fn an_old_waker_wakes_the_task_that_it_was_made_for_and_no_later_one() {
    let executor = traced();
    let kept = Kept::default();
    // The second poll doesn't keep its waker: the first poll's is used for both wake-ups.
    executor.spawn(keep_and_wait(&kept, 2));
    let mut host = InstantHost::default();
    let _ = host.run(&executor);
    wake(&kept);
    let _ = host.run(&executor);
    wake(&kept);
    let _ = host.run(&executor);
    // This task gets the first one's place in the table.
    executor.spawn(std::future::pending());
    let _ = host.run(&executor);
    wake(&kept);
    assert_eq!(host.run(&executor), Turn::Idle);
    assert_eq!(
        steps(&executor),
        [
            "made t1",
            "ready t1 FirstStep",
            "begin t1",
            "end t1 Waits",
            "ready t1 Waker",
            "begin t1",
            "end t1 Waits",
            "ready t1 Waker",
            "begin t1",
            "end t1 Done",
            "made t2",
            "ready t2 FirstStep",
            "begin t2",
            "end t2 Waits",
        ]
    );
}

#[test]
fn a_task_woken_twice_before_its_poll_is_polled_once() {
    let executor = traced();
    let kept = Kept::default();
    let task = executor.spawn(keep_and_wait(&kept, 5));
    let _ = InstantHost::default().run(&executor);
    let scheduler = executor.scheduler();
    let wake_thrice = move || {
        wake(&kept);
        wake(&kept);
        scheduler.wake(task);
    };
    executor.call_soon(NameId::default(), Action::call(wake_thrice));
    let _ = InstantHost::default().run(&executor);
    assert_eq!(
        steps(&executor),
        [
            "made t1",
            "ready t1 FirstStep",
            "begin t1",
            "end t1 Waits",
            "ready c1",
            "begin c1",
            "ready t1 Waker",
            "end c1 Done",
            "begin t1",
            "end t1 Waits",
        ]
    );
}

#[test]
fn wake_ups_through_wakers_and_by_id_keep_their_common_order() {
    let executor = traced();
    let (first, third) = (Kept::default(), Kept::default());
    executor.spawn(keep_and_wait(&first, 1));
    let second = executor.spawn(keep_and_wait(&Kept::default(), 1));
    executor.spawn(keep_and_wait(&third, 1));
    let _ = InstantHost::default().run(&executor);
    let scheduler = executor.scheduler();
    let wake_all = move || {
        wake(&third);
        scheduler.wake(second);
        wake(&first);
    };
    executor.call_soon(NameId::default(), Action::call(wake_all));
    let before = steps(&executor).len();
    let _ = InstantHost::default().run(&executor);
    let begun: Vec<_> = steps(&executor)
        .into_iter()
        .skip(before)
        .filter(|l| l.starts_with("begin"))
        .collect();
    assert_eq!(begun, ["begin c1", "begin t3", "begin t2", "begin t1"]);
}

#[test]
fn a_task_aborted_before_its_first_poll_is_never_polled() {
    let executor = traced();
    let polled = Rc::new(Cell::new(false));
    let seen = Rc::clone(&polled);
    let task = executor.spawn(async move { seen.set(true) });
    executor.spawn(async {});
    assert!(executor.abort(task));
    assert!(!executor.abort(task));
    let _ = InstantHost::default().run(&executor);
    assert!(!polled.get());
    assert_eq!(Rc::strong_count(&polled), 1, "its future is dropped");
    assert_eq!(
        events(&executor),
        [
            "made t1",
            "ready t1 FirstStep",
            "made t2",
            "ready t2 FirstStep",
            "done t1 Cancelled",
            "turn 1",
            "phase poll until 0ns",
            "phase run 2",
            "begin t2",
            "end t2 Done",
        ]
    );
}

#[test]
fn a_task_that_aborts_itself_is_dropped_when_its_poll_returns() {
    let executor = traced();
    let scheduler = executor.scheduler();
    let kept = Rc::new(());
    let inside = Rc::clone(&kept);
    executor.spawn_with(switchboard_executor::Origin::default(), |task| async move {
        let _inside = inside;
        scheduler.abort(task);
        yield_now().await;
        unreachable!("it was aborted");
    });
    assert_eq!(InstantHost::default().run(&executor), Turn::Idle);
    assert_eq!(Rc::strong_count(&kept), 1);
    let seen = steps(&executor);
    assert_eq!(seen[2..], ["begin t1", "done t1 Cancelled", "end t1 Done"]);
}

#[test]
fn a_waker_works_from_another_thread_and_notifies_the_host() {
    let executor = traced();
    let kept = Kept::default();
    executor.spawn(keep_and_wait(&kept, 1));
    let _ = InstantHost::default().run(&executor);
    let (sender, receiver) = std::sync::mpsc::channel();
    executor.on_wake(move || {
        let _ = sender.send(());
    });
    let waker = kept.borrow_mut().take().expect("a waker was kept");
    std::thread::spawn(move || waker.wake())
        .join()
        .expect("the thread ends");
    receiver.try_recv().expect("the host is notified");
    let _ = InstantHost::default().run(&executor);
    assert_eq!(executor.tasks_alive(), 0);
}

#[test]
fn a_waker_called_in_another_executors_turn_wakes_in_its_own() {
    let (one, other) = (traced(), traced());
    let kept = Kept::default();
    one.spawn(keep_and_wait(&kept, 1));
    let _ = InstantHost::default().run(&one);
    other.call_soon(NameId::default(), Action::call(move || wake(&kept)));
    let _ = InstantHost::default().run(&other);
    assert_eq!((one.tasks_alive(), other.tasks_alive()), (1, 0));
    let _ = InstantHost::default().run(&one);
    assert_eq!(one.tasks_alive(), 0);
}

#[test]
fn dropping_the_executor_drops_tasks_that_hold_a_scheduler() {
    let kept = Rc::new(());
    let executor = Executor::new(Recorder::off());
    for _ in 0..3 {
        let (scheduler, inside) = (executor.scheduler(), Rc::clone(&kept));
        executor.spawn(async move {
            let _inside = inside;
            scheduler.sleep(5).await;
        });
    }
    let (scheduler, inside) = (executor.scheduler(), Rc::clone(&kept));
    let spawn_on_drop = SpawnOnDrop(scheduler, inside);
    executor.call_soon(NameId::default(), Action::call(move || drop(spawn_on_drop)));
    let mut host = InstantHost::default();
    let mut outside = executor.scheduler();
    drop(executor);
    assert_eq!(Rc::strong_count(&kept), 1);
    // A scheduler that outlives its executor is harmless.
    outside.spawn(async {});
    assert_eq!(outside.tasks_alive(), 0);
    outside = Executor::new(Recorder::off()).scheduler();
    let _ = (&mut host, outside);
}

struct SpawnOnDrop(switchboard_executor::Scheduler, Rc<()>);

impl Drop for SpawnOnDrop {
    fn drop(&mut self) {
        let inside = Rc::clone(&self.1);
        self.0.spawn(async move { drop(inside) });
    }
}
