//! The trace of a run: what can happen ([`Event`]), the append-only store of what did ([`Trace`]), and how it
//! is written ([`Recorder`]), and what there is to see at any step of it ([`Board`]).
//!
//! All that a page shows is a fold of a prefix of the trace, so this crate knows neither the executor nor
//! Python nor a browser.

mod board;
mod board_json;
mod checkpoints;
mod cow;
pub mod english;
mod event;
mod explain;
mod export;
mod fold;
mod id;
mod json;
mod lint;
mod moments;
mod params;
mod recorder;
mod store;
mod tables;
mod time;
mod trace;

pub use board::{
    Await, Blocking, Board, Fate, ObjectView, ReadyEntry, RunEnded, TaskState, TaskView, TimerView,
};
pub use board_json::board_json;
pub use event::{
    Event, Exceeded, Limit, ObjectKind, ObjectOp, Outcome, Phase, RaiseKind, Reason, RunEnd, StepEnd, Stream,
    Subject, WaitOn,
};
pub use explain::{Explanation, explain};
pub use export::{jsonl, perfetto};
pub use id::{HandleId, Line, NameId, ObjectId, SiteId, TaskId, TextId, ThreadId, Token, U24};
pub use lint::{Code, Diagnostic, Severity, check};
pub use params::{Param, Params};
pub use recorder::{Limits, LineWindow, Recorder};
pub use store::Record;
pub use tables::{AwaitPoint, Needs, Site, Tables};
pub use time::Time;
pub use trace::Trace;
