//! Our executor against the usual single-threaded ones, over interleaved rounds of one run, as ratios to the
//! fastest peer: of the medians, and of the best rounds, which a busy machine disturbs less.
//!
//! `cargo bench -p switchboard-executor [-- ROUNDS]`
//!
//! The last lines are the ratios of the medians once more, for other programs: the measure, a tab, the ratio.

use std::cell::Cell;
use std::future::Future;
use std::hint::black_box;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use switchboard_executor::{Executor, InstantHost, Recorder, Turn};
use switchboard_trace::Limits;

const TASKS: u64 = 300;
const YIELDS: u64 = 300;
const SPAWNS: u64 = 25_000;

/// The same yield for all: wakes its own waker and is pending once.
struct Yield(bool);

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

/// A workload: so many tasks, each of which yields so often and then counts itself.
#[derive(Clone, Copy)]
struct Load {
    tasks: u64,
    yields: u64,
}

async fn work(yields: u64, done: Rc<Cell<u64>>) {
    for _ in 0..yields {
        Yield(false).await;
    }
    done.set(done.get() + 1);
}

fn ours(load: Load, recorder: &Recorder) {
    let done = Rc::new(Cell::new(0));
    let executor = Executor::new(recorder.clone());
    for _ in 0..load.tasks {
        executor.spawn(work(load.yields, Rc::clone(&done)));
    }
    assert_eq!(InstantHost::default().run(&executor), Turn::Idle);
    assert_eq!(done.get(), load.tasks);
    black_box(recorder.take().len());
}

fn ours_off(load: Load) {
    ours(load, &Recorder::off());
}

fn ours_on(load: Load) {
    ours(load, &Recorder::on(Limits::default()));
}

fn tokio_current_thread(load: Load) {
    let done = Rc::new(Cell::new(0));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let local = tokio::task::LocalSet::new();
    let tasks: Vec<_> = (0..load.tasks)
        .map(|_| local.spawn_local(work(load.yields, Rc::clone(&done))))
        .collect();
    runtime.block_on(local.run_until(async {
        for task in tasks {
            task.await.expect("it doesn't panic");
        }
    }));
    assert_eq!(done.get(), load.tasks);
}

/// `tokio::spawn` on the current-thread runtime, without a `LocalSet`: the task must be `Send`.
fn tokio_spawn(load: Load) {
    let done = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(0));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let count = std::sync::Arc::clone(&done);
    runtime.block_on(async move {
        let spawn = |_| {
            let count = std::sync::Arc::clone(&count);
            tokio::spawn(async move {
                for _ in 0..load.yields {
                    Yield(false).await;
                }
                count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            })
        };
        for task in (0..load.tasks).map(spawn).collect::<Vec<_>>() {
            task.await.expect("it doesn't panic");
        }
    });
    assert_eq!(done.load(std::sync::atomic::Ordering::Relaxed), load.tasks);
}

fn async_executor_local(load: Load) {
    let done = Rc::new(Cell::new(0));
    let executor = async_executor::LocalExecutor::new();
    let tasks: Vec<_> = (0..load.tasks)
        .map(|_| executor.spawn(work(load.yields, Rc::clone(&done))))
        .collect();
    futures::executor::block_on(executor.run(async {
        for task in tasks {
            task.await;
        }
    }));
    assert_eq!(done.get(), load.tasks);
}

fn futures_local_pool(load: Load) {
    use futures::task::LocalSpawnExt as _;
    let done = Rc::new(Cell::new(0));
    let mut pool = futures::executor::LocalPool::new();
    let spawner = pool.spawner();
    for _ in 0..load.tasks {
        spawner
            .spawn_local(work(load.yields, Rc::clone(&done)))
            .expect("the pool is there");
    }
    pool.run();
    assert_eq!(done.get(), load.tasks);
}

type Contestant = (&'static str, fn(Load));

/// The contestants; ours come first.
const EXECUTORS: [Contestant; 6] = [
    ("switchboard, trace off", ours_off),
    ("switchboard, trace on", ours_on),
    ("tokio current_thread, spawn", tokio_spawn),
    ("tokio current_thread, LocalSet", tokio_current_thread),
    ("async-executor LocalExecutor", async_executor_local),
    ("futures LocalPool", futures_local_pool),
];
const OURS: usize = 2;

fn main() {
    let rounds = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(31);
    let yields = compare(
        "300 tasks x 300 yields",
        Load {
            tasks: TASKS,
            yields: YIELDS,
        },
        rounds,
    );
    let spawns = compare(
        "25,000 spawns",
        Load {
            tasks: SPAWNS,
            yields: 0,
        },
        rounds,
    );
    yields.iter().chain(&spawns).for_each(|line| println!("{line}"));
}

/// Measures and prints; our own ratios as lines for other programs.
fn compare(title: &str, load: Load, rounds: usize) -> Vec<String> {
    let mut times = vec![Vec::with_capacity(rounds); EXECUTORS.len()];
    for round in 0..=rounds {
        for (times, (_, run)) in times.iter_mut().zip(EXECUTORS) {
            let begun = Instant::now();
            run(load);
            let took = begun.elapsed();
            // The first round warms up.
            if round > 0 {
                times.push(took);
            }
        }
    }
    let medians: Vec<Duration> = times.iter_mut().map(|times| median(times)).collect();
    let best: Vec<Duration> = times
        .iter()
        .map(|times| times.iter().min().copied().unwrap_or_default())
        .collect();
    println!("{title} ({rounds} interleaved rounds; ratios to the fastest peer)");
    for (index, (name, _)) in EXECUTORS.iter().enumerate() {
        let (median, best_ratio) = (ratio(&medians, index), ratio(&best, index));
        let each = medians[index].as_secs_f64() * 1e9 / (load.tasks * (load.yields + 1)) as f64;
        println!("  {name:32} {each:8.1} ns a step; median {median:5.2}, best round {best_ratio:5.2}");
    }
    let ours = EXECUTORS.iter().take(OURS).enumerate();
    ours.map(|(index, (name, _))| format!("{title}: {name}\t{}", ratio(&medians, index)))
        .collect()
}

/// One contestant's time as a ratio to the fastest peer's.
fn ratio(times: &[Duration], index: usize) -> f64 {
    let fastest_peer = times.iter().skip(OURS).min().copied().unwrap_or_default();
    times[index].as_secs_f64() / fastest_peer.as_secs_f64()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
