//! What the machine tells the trace: lines, awaits, exceptions, output, and coroutines that nobody awaited.
//!
//! While the recorder is off, each of these is one branch. Places are registered once: a [`CodeObject`] remembers
//! the sites of its await points, and [`Tracing`] those of whole lines.

use super::awaits::awaits_of;
use super::frame::Frame;
use super::source::Owner;
use super::{Stream, Vm};
use crate::aio::future::{self, FutureData};
use crate::bytecode::{Op, Span};
use crate::object::{CodeObject, Exc, Generator, Traceback, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use switchboard_executor::{Recorder, Time};
use switchboard_trace as trace;
use switchboard_trace::{AwaitPoint, Event, Line, NameId, RaiseKind, Site, SiteId, TextId};

/// Texts longer than this are cut in the trace.
const MOST_TEXT: usize = 2000;
/// Source texts longer than this are cut.
const MOST_SOURCE: usize = 120;

/// What has to be remembered between two events.
#[derive(Default)]
pub struct Tracing {
    /// Lines whose newline has not come yet.
    stdout: RefCell<Begun>,
    stderr: RefCell<Begun>,
    /// The sites of whole lines.
    lines: RefCell<HashMap<u32, SiteId>>,
}

/// A line of output that is not whole yet.
#[derive(Default)]
struct Begun {
    text: String,
    /// The program's line that has written last.
    line: u32,
}

impl Vm {
    /// The trace's pen, set to the present time; `None` while nothing is recorded.
    #[inline]
    pub fn pen(&self) -> Option<&Recorder> {
        let recorder = self.recorder();
        if !recorder.is_on() {
            return None;
        }
        recorder.set_time(Time::from_nanos(self.clock.now()));
        Some(recorder)
    }

    #[inline]
    pub(super) fn traces_lines(&self, code: &CodeObject) -> bool {
        code.source.owner == Owner::Program
    }

    /// A statement of the program begins.
    #[inline]
    pub(super) fn trace_line(&self, line: u32) {
        self.place.set(line);
        let place = || (Time::from_nanos(self.clock.now()), self.aio.current_id());
        let instruction = self.clock.instructions();
        self.recorder().line(place, Line::new(line), instruction);
    }

    /// The program is in this frame again.
    #[inline]
    pub(super) fn reach(&self, frame: &Frame) {
        if frame.code.source.owner == Owner::Program {
            self.place.set(frame.line);
        }
    }

    /// A coroutine of the program begins to await something, at this instruction.
    #[inline]
    pub(super) fn await_entered(&self, frame: &Frame, code: &CodeObject, pc: usize) {
        if self.recorder().is_on() && code.source.owner == Owner::Program {
            self.note_await(frame, code, pc);
        }
    }

    /// It goes on behind the `await`.
    #[inline]
    pub(super) fn await_left(&self, frame: &Frame) {
        if self.recorder().is_on() && frame.code.source.owner == Owner::Program {
            self.note_await_left(frame);
        }
    }

    /// An exception shows in a frame.
    #[inline]
    pub(super) fn note_exception(&self, frame: &Frame, exc: &Exc) {
        if self.recorder().is_on() && frame.code.source.owner == Owner::Program {
            self.note_raised(frame, exc);
        }
    }

    fn note_await(&self, frame: &Frame, code: &CodeObject, pc: usize) {
        let Some(coroutine) = &frame.generator else { return };
        let current = self.aio.current.borrow();
        let Some((id, open)) = current.as_ref().and_then(|task| future::awaits(task)) else {
            return;
        };
        let Some(pen) = self.pen() else { return };
        let depth = open.borrow().len();
        open.borrow_mut().push(coroutine.serial);
        pen.record(Event::AwaitEntered {
            task: id,
            depth: u16::try_from(depth).unwrap_or(u16::MAX),
            site: self.await_site(code, pc),
            coroutine: coroutine_name(pen, coroutine, code),
        });
    }

    fn note_await_left(&self, frame: &Frame) {
        let Some(coroutine) = &frame.generator else { return };
        let current = self.aio.current.borrow();
        let Some((id, open)) = current.as_ref().and_then(|task| future::awaits(task)) else {
            return;
        };
        let mut open = open.borrow_mut();
        let Some(depth) = open.iter().rposition(|serial| *serial == coroutine.serial) else {
            return;
        };
        let Some(pen) = self.pen() else { return };
        // What stands deeper was abandoned there: a coroutine that was closed, say.
        for depth in (depth..open.len()).rev() {
            pen.record(Event::AwaitLeft {
                task: id,
                depth: u16::try_from(depth).unwrap_or(u16::MAX),
            });
        }
        open.truncate(depth);
    }

    fn note_raised(&self, frame: &Frame, exc: &Exc) {
        let is_awaiting = matches!(
            frame.code.ops.get(frame.pc),
            Some(Op::Await | Op::GetAwaitable(_))
        );
        if is_awaiting {
            self.note_await_left(frame);
        }
        let traceback = exc.traceback();
        let is_known = Traceback::frames(traceback.as_ref())
            .any(|passed| passed.frame.code.source.owner == Owner::Program);
        if !is_known {
            self.record_raise(exc, Line::new(frame.line));
        }
    }

    fn record_raise(&self, exc: &Exc, line: Line) {
        let Some(pen) = self.pen() else { return };
        let (exception, message) = self.named_exception(pen, exc);
        pen.record(Event::Raised {
            task: self.aio.current_id(),
            exception,
            message,
            line,
            how: RaiseKind::Raised,
        });
    }

    /// An exception has left a task's coroutine.
    pub fn record_exception_of(&self, task: &FutureData, exc: &Exc, line: Line) {
        let Some(pen) = self.pen() else { return };
        let (exception, message) = self.named_exception(pen, exc);
        pen.record(Event::Raised {
            task: task.task.as_ref().map(|task| task.id.get()),
            exception,
            message,
            line,
            how: RaiseKind::LeftTask,
        });
    }

    /// An exception's class and message, as far as the message is known without running the program's code.
    pub fn named_exception(&self, pen: &Recorder, exc: &Exc) -> (NameId, TextId) {
        let message = match exc.arg(0) {
            Some(Value::Str(text)) => pen.text(cut(&text, MOST_TEXT)),
            Some(Value::Int(int)) => pen.text(&int.to_string()),
            _ => TextId::default(),
        };
        (pen.name(exc.class_name()), message)
    }

    /// The program has written something: each line that is whole now goes into the trace.
    pub(super) fn note_output(&self, stream: Stream, text: &str) {
        let Some(pen) = self.pen() else { return };
        let begun = self.tracing.begun(stream);
        for piece in text.split_inclusive('\n') {
            let mut begun = begun.borrow_mut();
            begun.line = self.place.get();
            match piece.strip_suffix('\n') {
                Some(end) if begun.text.is_empty() => self.record_output(pen, stream, end, begun.line),
                Some(end) => {
                    begun.text.push_str(end);
                    self.record_output(pen, stream, &begun.text, begun.line);
                    begun.text.clear();
                }
                None => begun.text.push_str(piece),
            }
        }
    }

    /// The program is over: last lines without a newline go into the trace.
    pub fn note_last_output(&self) {
        let Some(pen) = self.pen() else { return };
        for stream in [Stream::Stdout, Stream::Stderr] {
            let rest = self.tracing.begun(stream).take();
            if !rest.text.is_empty() {
                self.record_output(pen, stream, &rest.text, rest.line);
            }
        }
    }

    fn record_output(&self, pen: &Recorder, stream: Stream, text: &str, line: u32) {
        pen.record(Event::Output {
            task: self.aio.current_id(),
            stream: match stream {
                Stream::Stdout => trace::Stream::Out,
                Stream::Stderr => trace::Stream::Err,
            },
            line: Line::new(line),
            text: pen.text(cut(text, MOST_TEXT)),
        });
    }

    pub(super) fn note_never_awaited(&self, coroutine: &Generator) {
        let Some(pen) = self.pen() else { return };
        let function = pen.name(&coroutine.qualname.borrow());
        pen.record(Event::NeverAwaited {
            task: self.aio.current_id(),
            function,
            site: self.line_site(coroutine.made_at.get()),
        });
    }

    /// A new task's place for the trace: where its coroutine is defined, and the call that made it as text. Of a
    /// coroutine that the program has not defined, where it was made.
    pub fn coroutine_site(self: &Rc<Self>, coroutine: &Value) -> SiteId {
        let Value::Generator(generator) = coroutine else {
            return SiteId::default();
        };
        let code = generator.defined_at.borrow();
        match code.as_ref() {
            Some(code) if self.recorder().is_on() && code.source.owner == Owner::Program => {
                let recorder = self.recorder();
                let line = code.code.first_line;
                let span = code.source.span_of(line);
                recorder.site(Site {
                    function: recorder.name(&code.qualname),
                    text: recorder.name(&crate::aio::label::call_text(self, generator)),
                    start: span.start,
                    end: span.end,
                    line: Line::new(line),
                    ..Site::default()
                })
            }
            _ => self.pen().map_or_else(SiteId::default, |pen| {
                // What closes a loop has a name and no place in the program.
                let line = generator.made_at.get();
                let program = self.program.borrow();
                let span = program.as_ref().map(|program| program.span_of(line));
                let span = span.unwrap_or_default();
                pen.site(Site {
                    function: pen.name(&generator.qualname.borrow()),
                    start: span.start,
                    end: span.end,
                    line: Line::new(line),
                    ..Site::default()
                })
            }),
        }
    }

    /// Whether the program has defined a coroutine.
    pub fn is_of_program(&self, coroutine: &Value) -> bool {
        matches!(coroutine, Value::Generator(generator)
            if generator.defined_at.borrow().as_ref().is_some_and(|code| code.source.owner == Owner::Program))
    }

    /// A line of the program as a place.
    pub fn line_site(&self, line: u32) -> SiteId {
        let program = self.program.borrow();
        let (Some(pen), Some(program)) = (self.pen(), program.as_ref()) else {
            return SiteId::default();
        };
        *self.tracing.lines.borrow_mut().entry(line).or_insert_with(|| {
            let span = program.span_of(line);
            let text = program.line(line).unwrap_or_default().trim();
            pen.site(Site {
                text: pen.name(cut(text, MOST_SOURCE)),
                start: span.start,
                end: span.end,
                line: Line::new(line),
                ..Site::default()
            })
        })
    }

    fn await_site(&self, code: &CodeObject, pc: usize) -> SiteId {
        self.site_of(code, pc as u32, || {
            let span = code.code.spans.get(pc).copied().unwrap_or_default();
            let text = code.source.text.get(span.start as usize..span.end as usize);
            let text = text.unwrap_or_default();
            let text = text.strip_prefix("await").map_or(text, str::trim_start);
            (span, code.source.line_of(span.start), text.to_string())
        })
    }

    /// The site of an instruction; `place` tells span, line and text the first time.
    fn site_of(&self, code: &CodeObject, pc: u32, place: impl FnOnce() -> (Span, u32, String)) -> SiteId {
        let known = code.sites.borrow().iter().find(|(at, _)| *at == pc).copied();
        if let Some((_, site)) = known {
            return site;
        }
        let recorder = self.recorder();
        let (span, line, text) = place();
        let awaits = code.awaits.get_or_init(|| awaits_of(&code.code));
        let point = awaits.binary_search_by_key(&pc, |(at, _)| *at);
        let point = point.ok().and_then(|index| awaits.get(index));
        let site = recorder.site(Site {
            function: recorder.name(&code.qualname),
            text: recorder.name(cut(&text, MOST_SOURCE)),
            start: span.start,
            end: span.end,
            line: Line::new(line),
            point: point.map_or_else(AwaitPoint::default, |(_, point)| *point),
        });
        code.sites.borrow_mut().push((pc, site));
        site
    }
}

impl Tracing {
    fn begun(&self, stream: Stream) -> &RefCell<Begun> {
        match stream {
            Stream::Stdout => &self.stdout,
            Stream::Stderr => &self.stderr,
        }
    }
}

/// A coroutine's name: nearly always that of its code, which is looked up once.
fn coroutine_name(pen: &Recorder, coroutine: &Generator, code: &CodeObject) -> NameId {
    let name = coroutine.name.borrow();
    if name.is(&code.name) {
        *code.traced_name.get_or_init(|| pen.name(&name))
    } else {
        pen.name(&name)
    }
}

/// The beginning of a text that is too long.
fn cut(text: &str, most: usize) -> &str {
    text.char_indices()
        .nth(most)
        .map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}
