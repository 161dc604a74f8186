//! What is said at the desk and written on signs, in words.

use switchboard_i18n::sentences::{duration, moment};
use switchboard_i18n::{Lang, SceneMsg};
use switchboard_trace::{ObjectId, ObjectOp, Outcome, Reason, RunEnd, TaskId, Time, Trace, WaitOn};
use switchboard_view::scene::{Bay, Hold, Mood, Result, Says, Scene, shorten};

use crate::Still;

/// What is said, and whether it is code or output rather than words.
pub struct Spoken {
    pub text: String,
    pub is_code: bool,
}

/// What is said at a step.
pub fn spoken(says: Says, still: &Still<'_>) -> Spoken {
    let speech = Speech { still };
    let tables = still.trace.tables();
    let code = |text: String| Spoken { text, is_code: true };
    match says {
        Says::Prints(text) => code(format!("print: {}", tables.get_text(text).trim_end())),
        Says::Awaits(site) => {
            let text = tables.get_name(tables.get_site(site).text);
            code(format!(
                "await {}",
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            ))
        }
        _ => Spoken {
            text: speech.words(says),
            is_code: false,
        },
    }
}

struct Speech<'a> {
    still: &'a Still<'a>,
}

impl Speech<'_> {
    fn words(&self, says: Says) -> String {
        let tables = self.still.trace.tables();
        match says {
            Says::Opens => self.say(SceneMsg::Opens),
            Says::BeginsTurn => self.say(SceneMsg::BeginsTurn),
            Says::HowLong => self.say(SceneMsg::HowLong),
            Says::AnyCalls => self.say(SceneMsg::AnyCalls),
            Says::SleepsUntil(until) => self.with(SceneMsg::SleepsUntil, &moment(until)),
            Says::SleepsUntilCall => self.say(SceneMsg::SleepsUntilCall),
            Says::LooksAtTimers => self.say(SceneMsg::LooksAtTimers),
            Says::Next => self.say(SceneMsg::Next),
            Says::TurnIsOver => self.say(SceneMsg::TurnIsOver),
            Says::Note { handle, label } => {
                let label = match tables.get_name(label) {
                    "" => format!("{} {}", SceneMsg::Callback.text(self.lang()), handle.number()),
                    label => label.to_owned(),
                };
                self.with(SceneMsg::NotesDown, &label)
            }
            Says::Ended { how, exception } => {
                let msg = match how {
                    RunEnd::Finished => SceneMsg::EndFinished,
                    RunEnd::Failed => SceneMsg::EndFailed,
                    RunEnd::Deadlock => SceneMsg::EndDeadlock,
                    RunEnd::Limit(_) => SceneMsg::EndLimit,
                    RunEnd::Stopped => SceneMsg::EndStopped,
                };
                self.with(msg, tables.get_name(exception))
            }
            Says::IsStuck { what, until } => self.until(SceneMsg::IsStuck, tables.get_name(what), until),
            Says::Blocks { what, until } => self.until(SceneMsg::Blocks, tables.get_name(what), until),
            Says::Greets(why) => self.greeting(why),
            Says::Works(line) => self.with(SceneMsg::Works, &line.get().to_string()),
            Says::Asks(on) => self.request(on),
            Says::Brings(task) => self.with(SceneMsg::Brings, &self.still.label(task)),
            Says::Stops(task) => self.with(SceneMsg::Stops, &self.still.label(task)),
            Says::Raises { exception, message } => {
                failure(tables.get_name(exception), tables.get_text(message))
            }
            Says::IsCancelled => self.say(SceneMsg::IsCancelled),
            Says::IsDone { how, exception, text } => {
                self.end(how, tables.get_name(exception), tables.get_text(text))
            }
            Says::Did(op, object) => self.deed(op, object),
            // These are not words but code.
            Says::Prints(_) | Says::Awaits(_) => String::new(),
        }
    }

    fn lang(&self) -> Lang {
        self.still.lang
    }

    fn say(&self, msg: SceneMsg) -> String {
        msg.text(self.lang()).to_owned()
    }

    fn with(&self, msg: SceneMsg, value: &str) -> String {
        msg.with(self.lang(), &[value])
    }

    fn until(&self, msg: SceneMsg, what: &str, until: Time) -> String {
        msg.with(self.lang(), &[what, &moment(until)])
    }

    fn greeting(&self, why: Reason) -> String {
        let msg = match why {
            Reason::FirstStep => SceneMsg::GreetsFirst,
            Reason::Yield => SceneMsg::GreetsYield,
            Reason::Timer(_) => SceneMsg::GreetsTimer,
            Reason::Future(_) => SceneMsg::GreetsFuture,
            Reason::Task(task) => return self.with(SceneMsg::GreetsTask, &self.still.label(task)),
            Reason::Gather(_) => SceneMsg::GreetsGather,
            Reason::HandOver(object) => return self.with(SceneMsg::GreetsHandOver, &self.object(object)),
            Reason::Cancel(_) => SceneMsg::GreetsCancel,
            Reason::Thread(_) => SceneMsg::GreetsThread,
            Reason::Io(_) => SceneMsg::GreetsIo,
            Reason::Waker => SceneMsg::GreetsWaker,
        };
        self.say(msg)
    }

    fn request(&self, on: WaitOn) -> String {
        let msg = match on {
            WaitOn::Timer(handle) => {
                let board = self.still.board;
                let left = board.timer(handle).map_or(0, |timer| timer.due.since(board.time));
                return self.with(SceneMsg::AsksTimer, &duration(left));
            }
            WaitOn::Task(task) => return self.with(SceneMsg::AsksTask, &self.still.label(task)),
            WaitOn::Group(object) => match self.still.board.object(object).map(|object| object.value) {
                Some(count) if count > 0 => return self.with(SceneMsg::AsksAll, &count.to_string()),
                _ => SceneMsg::AsksGroup,
            },
            WaitOn::Lock(_) => SceneMsg::AsksLock,
            WaitOn::Semaphore(_) => SceneMsg::AsksSemaphore,
            WaitOn::Event(_) => SceneMsg::AsksEvent,
            WaitOn::Condition(_) => SceneMsg::AsksCondition,
            WaitOn::Barrier(_) => SceneMsg::AsksBarrier,
            WaitOn::QueueGet(_) => SceneMsg::AsksGet,
            WaitOn::QueuePut(_) => SceneMsg::AsksPut,
            WaitOn::QueueJoin(_) => SceneMsg::AsksJoin,
            WaitOn::Thread(_) => SceneMsg::AsksThread,
            WaitOn::Io(_) => SceneMsg::AsksIo,
            WaitOn::Future(_) => SceneMsg::AsksFuture,
            WaitOn::Unnamed => SceneMsg::AsksUnnamed,
        };
        self.say(msg)
    }

    fn end(&self, how: Outcome, exception: &str, text: &str) -> String {
        match how {
            Outcome::Returned if text.is_empty() || text == "None" => self.say(SceneMsg::Returns),
            Outcome::Returned => self.with(SceneMsg::ReturnsWith, text),
            Outcome::Failed => self.with(SceneMsg::Fails, &failure(exception, text)),
            Outcome::Cancelled => self.say(SceneMsg::EndsCancelled),
        }
    }

    fn deed(&self, op: ObjectOp, object: ObjectId) -> String {
        let msg = match op {
            ObjectOp::Acquired => SceneMsg::Acquires,
            ObjectOp::Released => SceneMsg::Releases,
            ObjectOp::Put => SceneMsg::Puts,
            ObjectOp::Got => SceneMsg::Gets,
            ObjectOp::Set => SceneMsg::Sets,
            _ => SceneMsg::Changes,
        };
        self.with(msg, &self.object(object))
    }

    /// A thing by its name.
    fn object(&self, object: ObjectId) -> String {
        let view = self.still.board.object(object);
        match view.map_or("", |view| self.still.trace.tables().get_name(view.name)) {
            "" => format!("{} {}", SceneMsg::Future.text(self.lang()), object.number()),
            name => name.to_owned(),
        }
    }
}

fn failure(exception: &str, message: &str) -> String {
    match message.trim() {
        "" => exception.to_owned(),
        message => format!("{exception}: {message}"),
    }
}

/// A result as the slip says it.
pub fn result_text(result: &Result, trace: &Trace, lang: Lang) -> String {
    let text = trace.tables().get_text(result.text);
    match result.how {
        Outcome::Returned if text.is_empty() => SceneMsg::NoResult.text(lang).to_owned(),
        Outcome::Returned => text.to_owned(),
        Outcome::Failed => trace.tables().get_name(result.exception).to_owned(),
        Outcome::Cancelled => SceneMsg::Cancelled.text(lang).to_owned(),
    }
}

/// What the operator does, for the plate on the desk.
pub fn status(scene: &Scene, still: &Still<'_>) -> String {
    let lang = still.lang;
    match scene.mood {
        Mood::Busy => SceneMsg::EventLoop.text(lang).to_owned(),
        Mood::Talking(task) => talks(task, still),
        Mood::Noting(_) => SceneMsg::DoesNote.text(lang).to_owned(),
        Mood::Blocked(until) => SceneMsg::BlockedUntil.with(lang, &[&moment(until)]),
        Mood::Asleep(Time::MAX) => SceneMsg::Asleep.text(lang).to_owned(),
        Mood::Asleep(until) => SceneMsg::AsleepUntil.with(lang, &[&moment(until)]),
        Mood::Over(_) => SceneMsg::Closed.text(lang).to_owned(),
    }
}

fn talks(task: TaskId, still: &Still<'_>) -> String {
    let label = shorten(&still.label(task), 18);
    SceneMsg::Talks.with(still.lang, &[&label])
}

/// The sign over a bay.
pub const fn sign(bay: Bay) -> SceneMsg {
    match bay {
        Bay::Timer => SceneMsg::OnHoldTimer,
        Bay::Task => SceneMsg::OnHoldTask,
        Bay::Outside => SceneMsg::OnHoldOutside,
        Bay::Signal => SceneMsg::OnHoldSignal,
        Bay::Shelf => SceneMsg::OnHoldShelf,
    }
}

/// What a client on hold waits for, in a word or two.
pub fn detail(hold: &Hold, lang: Lang) -> String {
    let msg = match hold.on {
        WaitOn::Task(_) => match &hold.whom {
            Some(label) => return label.to_string(),
            None => SceneMsg::Something,
        },
        WaitOn::Group(_) => match hold.object.map(|object| object.value) {
            Some(count) if count > 0 => return SceneMsg::AllOf.with(lang, &[&count.to_string()]),
            _ => SceneMsg::Group,
        },
        WaitOn::Timer(_) => SceneMsg::OnHoldTimer,
        WaitOn::Lock(_) => SceneMsg::Lock,
        WaitOn::Semaphore(_) => SceneMsg::Semaphore,
        WaitOn::Event(_) => SceneMsg::Event,
        WaitOn::Condition(_) => SceneMsg::Condition,
        WaitOn::Barrier(_) => SceneMsg::Barrier,
        WaitOn::QueueGet(_) => SceneMsg::Get,
        WaitOn::QueuePut(_) => SceneMsg::Put,
        WaitOn::QueueJoin(_) => SceneMsg::Join,
        WaitOn::Thread(_) => SceneMsg::Thread,
        WaitOn::Io(_) => SceneMsg::Network,
        WaitOn::Future(_) => SceneMsg::Future,
        WaitOn::Unnamed => SceneMsg::Something,
    };
    msg.text(lang).to_owned()
}
