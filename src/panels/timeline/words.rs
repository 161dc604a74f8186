//! What the picture shows, in words.

use switchboard_trace::{Event, ObjectId, ObjectKind, Outcome, TextId, Trace, WaitOn};
use switchboard_view::lanes::{Hit, Lane, Lanes, Signal, State, time_at};
use switchboard_view::{Look, duration, exact_moment, moment, shortened};

use crate::i18n::{QueuesMsg, TimelineMsg as Msg};
use crate::panels::queues::object_name;
use crate::session::Shown;
use switchboard_still::timeline::Row;

/// What the floating label says.
#[derive(Clone, Debug, PartialEq)]
pub struct Tip {
    pub name: String,
    /// The colour of the name; the loop has none.
    pub slot: Option<u8>,
    pub text: String,
    pub detail: String,
}

/// How many events before the end of a step may tell why it waits.
const LOOK_BACK: usize = 64;

/// Tells of a whole lane, up to the playhead.
pub fn of_lane(shown: &Shown, lanes: &Lanes, row: Row) -> Option<Tip> {
    let lane = lane_of(lanes, row)?;
    let board = &shown.board;
    let totals = lane.totals(board.step, board.time.as_nanos());
    let steps = totals.steps.to_string();
    let running = duration(totals.running + totals.blocking);
    let (ready, waiting) = (duration(totals.ready), duration(totals.waiting));
    let (name, slot) = name_of(shown, lanes, row);
    Some(Tip {
        name,
        slot,
        text: String::new(),
        detail: Msg::Sums.with(shown.lang, &[&running, &ready, &waiting, &steps]),
    })
}

/// Tells of what stands under the pointer.
pub fn of_hit(shown: &Shown, lanes: &Lanes, trace: &Trace, row: Row, hit: Hit) -> Option<Tip> {
    let lane = lane_of(lanes, row)?;
    let teller = Teller { shown, trace };
    let (text, detail) = match hit {
        Hit::Signal(mark) => (
            teller.signal(mark.signal, mark.step),
            moment(time_at(mark.step as usize, trace)),
        ),
        Hit::Output(step) => (teller.event(step), moment(time_at(step as usize, trace))),
        Hit::Await(step) => (teller.event(step), moment(time_at(step as usize, trace))),
        Hit::Crowd(run) => (
            Msg::Crowd.with(shown.lang, &[&run.count.to_string()]),
            String::new(),
        ),
        Hit::Segment(index) => teller.segment(lane, lanes, index)?,
    };
    let (name, slot) = name_of(shown, lanes, row);
    let go = Msg::ClickToGo.text(shown.lang);
    let detail = if detail.is_empty() {
        go.to_owned()
    } else {
        format!("{detail} · {go}")
    };
    Some(Tip {
        name,
        slot,
        text,
        detail,
    })
}

/// The lane of a row.
pub fn lane_of(lanes: &Lanes, row: Row) -> Option<&Lane> {
    match row {
        Row::Loop => Some(lanes.of_loop()),
        Row::Task(index) => lanes.of_task(*lanes.rows().get(index)?),
    }
}

fn name_of(shown: &Shown, lanes: &Lanes, row: Row) -> (String, Option<u8>) {
    let task = match row {
        Row::Loop => None,
        Row::Task(index) => lanes.rows().get(index).copied(),
    };
    match task {
        None => (Msg::Loop.text(shown.lang).to_owned(), None),
        Some(task) => (shown.label(task).to_string(), Some(Look::of(task).slot)),
    }
}

struct Teller<'a> {
    shown: &'a Shown,
    trace: &'a Trace,
}

impl Teller<'_> {
    fn segment(&self, lane: &Lane, lanes: &Lanes, index: usize) -> Option<(String, String)> {
        let segment = lane.segments().get(index)?;
        let next = lane.segments().get(index + 1);
        let lang = self.shown.lang;
        let end = next.map_or(lanes.end().nanos as u64, |next| next.time);
        let words = match segment.state {
            State::Running => match self.event_before(segment.step) {
                Some(Event::PhaseBegan { .. }) => Msg::LoopRuns.with(lang, &[&self.turn_at(segment.step)]),
                _ => Msg::Runs.text(lang).to_owned(),
            },
            State::Blocking => {
                let what = match self.event_before(segment.step) {
                    Some(Event::BlockingBegan { what, .. }) => self.trace.tables().get_name(what),
                    _ => "",
                };
                let is_of_loop = std::ptr::eq(lane, lanes.of_loop());
                let msg = if is_of_loop {
                    Msg::LoopIsBlocked
                } else {
                    Msg::Blocks
                };
                msg.with(lang, &[what])
            }
            State::Ready => Msg::IsReady.text(lang).to_owned(),
            State::Waiting(_) => self.wait(segment.step),
            State::Asleep => Msg::LoopSleeps.text(lang).to_owned(),
            State::Done(_) | State::Between => return None,
        };
        let lasts = end.saturating_sub(segment.time);
        let ends = [exact_moment(segment.time, lasts), exact_moment(end, lasts)];
        let span = Msg::FromTo.with(lang, &ends.each_ref().map(String::as_str));
        let lasts = duration(lasts);
        Some((format!("{words}: {lasts}"), span))
    }

    /// The number of the turn in which a step stands.
    fn turn_at(&self, step: u32) -> String {
        let back = (0..step as usize).rev().take(LOOK_BACK);
        let turn = back
            .filter_map(|at| self.trace.get(at))
            .find_map(|record| match record.event {
                Event::TurnBegan { turn } => Some(turn),
                _ => None,
            });
        turn.map_or_else(String::new, |turn| turn.to_string())
    }

    fn event_before(&self, step: u32) -> Option<Event> {
        let record = self.trace.get((step as usize).checked_sub(1)?)?;
        Some(record.event)
    }

    /// What a task waits for that began to wait at this step: it has told just before.
    fn wait(&self, step: u32) -> String {
        let back = (0..step as usize).rev().take(LOOK_BACK);
        let told = back
            .filter_map(|at| self.trace.get(at))
            .find_map(|record| match record.event {
                Event::TaskWaits { on, .. } => Some(on),
                _ => None,
            });
        waits(told.unwrap_or(WaitOn::Unnamed), self.shown)
    }

    fn signal(&self, signal: Signal, step: u32) -> String {
        let lang = self.shown.lang;
        match signal {
            Signal::Raised => self.event(step),
            Signal::CancelRequested => Msg::IsAskedToCancel.text(lang).to_owned(),
            Signal::CancelDelivered => Msg::GetsCancelled.text(lang).to_owned(),
            Signal::Done(Outcome::Cancelled) => Msg::IsCancelled.text(lang).to_owned(),
            Signal::Done(how) => {
                let (exception, text) = match self.event_before(step) {
                    Some(Event::TaskDone { exception, text, .. }) => {
                        (self.trace.tables().get_name(exception), self.text(text))
                    }
                    _ => ("", String::new()),
                };
                match how {
                    Outcome::Failed => Msg::IsFailed.with(lang, &[&exception_line(exception, &text)]),
                    _ if text.is_empty() => Msg::IsDone.with(lang, &["None"]),
                    _ => Msg::IsDone.with(lang, &[&text]),
                }
            }
        }
    }

    fn event(&self, step: u32) -> String {
        let lang = self.shown.lang;
        let tables = self.trace.tables();
        match self.event_before(step) {
            Some(Event::Output { text, .. }) => Msg::Prints.with(lang, &[&self.text(text)]),
            Some(Event::AwaitEntered { site, .. }) => {
                let text = tables.get_name(tables.get_site(site).text);
                Msg::Awaits.with(lang, &[&shortened(text)])
            }
            Some(Event::Raised {
                exception, message, ..
            }) => {
                let line = exception_line(tables.get_name(exception), &self.text(message));
                Msg::Raises.with(lang, &[&line])
            }
            _ => String::new(),
        }
    }

    fn text(&self, text: TextId) -> String {
        shortened(self.trace.tables().get_text(text))
    }
}

/// An exception as the last line of a traceback has it.
fn exception_line(exception: &str, message: &str) -> String {
    if message.is_empty() {
        exception.to_owned()
    } else {
        format!("{exception}: {message}")
    }
}

/// What a task waits for, as what is told after its name.
#[inline(never)]
pub fn waits(on: WaitOn, shown: &Shown) -> String {
    let named = |object: ObjectId, kind: ObjectKind| match shown.board.object(object) {
        Some(view) => object_name(shown, view),
        // It is made only after the playhead.
        None => format!(
            "{} {}",
            QueuesMsg::of_kind(kind).text(shown.lang),
            object.number()
        ),
    };
    let (msg, name) = match on {
        WaitOn::Unnamed => (Msg::WaitsUnnamed, String::new()),
        WaitOn::Timer(_) => (Msg::WaitsTimer, String::new()),
        WaitOn::Future(_) => (Msg::WaitsFuture, String::new()),
        WaitOn::Task(task) => (Msg::WaitsFor, shown.label(task).to_string()),
        WaitOn::Group(_) => (Msg::WaitsGroup, String::new()),
        WaitOn::Lock(object) => (Msg::WaitsFor, named(object, ObjectKind::Lock)),
        WaitOn::Event(object) => (Msg::WaitsFor, named(object, ObjectKind::Event)),
        WaitOn::Condition(object) => (Msg::WaitsFor, named(object, ObjectKind::Condition)),
        WaitOn::Semaphore(object) => (Msg::WaitsSemaphore, named(object, ObjectKind::Semaphore)),
        WaitOn::Barrier(object) => (Msg::WaitsBarrier, named(object, ObjectKind::Barrier)),
        WaitOn::QueueGet(object) => (Msg::WaitsGet, named(object, ObjectKind::Queue)),
        WaitOn::QueuePut(object) => (Msg::WaitsPut, named(object, ObjectKind::Queue)),
        WaitOn::QueueJoin(object) => (Msg::WaitsJoin, named(object, ObjectKind::Queue)),
        WaitOn::Thread(_) => (Msg::WaitsThread, String::new()),
        WaitOn::Io(_) => (Msg::WaitsIo, String::new()),
    };
    msg.with(shown.lang, &[&name]).trim_end().to_owned()
}
