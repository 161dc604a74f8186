//! A cooperative single-threaded executor whose one turn is one iteration of asyncio's event loop.
//!
//! Tasks are plain [`std::future::Future`]s that are woken through real [`std::task::Waker`]s. The executor
//! knows no wall clock and never waits: its [`Host`] gives it the time and tells which I/O is ready, and is
//! told in return when [`Executor::turn`] wants to be called again. Start reading in `turn.rs`.

mod action;
mod executor;
mod futures;
mod handles;
mod host;
mod io;
mod scheduler;
mod tasks;
mod timers;
mod turn;
mod waker;

pub use action::Action;
pub use executor::Executor;
pub use futures::{IoReady, Sleep, YieldNow, yield_now};
pub use handles::Handle;
pub use host::{Clock, Host, InstantHost};
pub use scheduler::{Origin, Scheduler};
pub use switchboard_trace::{HandleId, Reason, Recorder, Subject, TaskId, Time, Token};
pub use turn::Turn;
