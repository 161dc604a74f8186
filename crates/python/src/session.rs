//! [`Session`]: one run of one program, advanced by its host in slices.

mod exit;

pub use exit::Exit;

use crate::aio;
use crate::aio::threads::Polled;
use crate::modules::hooks;
use crate::modules::library::Fetch;
use crate::object::types::Origin;
use crate::object::value::exchange_serial;
use crate::object::{Dict, Exc, Value};
use crate::object::{identity, memory, work};
use crate::syntax::{self, Diagnostic, Severity};
use crate::vm::call::Block;
use crate::vm::fiber::{Fiber, Outcome};
use crate::vm::source::Owner;
use crate::vm::{Limits, Source, Stream, Vm, finalize, finalizers, traceback};
use exit::{ExitStatus, exit_status};
use std::cell::RefCell;
use std::rc::Rc;
use switchboard_executor::{Host, Recorder, Time, Token, Turn};
use switchboard_trace::{Event, RunEnd};

/// How a program is run.
#[derive(Clone)]
pub struct Options {
    /// As tracebacks show it.
    pub file_name: String,
    pub limits: Limits,
    /// Virtual nanoseconds an instruction takes.
    pub cost: u64,
    /// Records the trace, or not.
    pub recorder: Recorder,
    /// Where random numbers begin.
    pub seed: u64,
    /// Brings the texts of library modules that are not part of the binary.
    pub library: Option<Fetch>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            file_name: "program.py".into(),
            limits: Limits::default(),
            cost: 30,
            recorder: Recorder::off(),
            seed: 0,
            library: None,
        }
    }
}

/// What the host has to do next.
#[derive(Clone, Debug, PartialEq)]
pub enum Advance {
    /// Call `advance` again at once (or when it is convenient).
    Again,
    /// Nothing can happen before this virtual time, in nanoseconds: call again then.
    At(u64),
    Finished,
}

/// A piece of output: what was printed since the last one, not cut into lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Output {
    /// Virtual nanoseconds.
    pub time: u64,
    pub stream: Stream,
    pub text: String,
}

/// One run of one program.
pub struct Session {
    pub vm: Rc<Vm>,
    pub diagnostics: Vec<Diagnostic>,
    pub(crate) phase: Phase,
    output: Rc<RefCell<Vec<Output>>>,
    globals: Rc<Dict>,
    /// The loop is held by a blocking call until this virtual time; threads go on meanwhile.
    held_until: u64,
    /// Whether a call blocks outside of the loop.
    is_blocked: bool,
    own: Own,
}

/// What is counted for each thread and belongs to one session: it is exchanged when the session has its turn, so that
/// a run does not depend on those before it or beside it.
struct Own {
    /// Bytes of all objects.
    memory: usize,
    /// The number of the next object.
    serial: u64,
    /// Numbers of objects that do not carry one.
    numbers: identity::Numbers,
    /// Items compared that are not counted yet.
    work: usize,
    /// What counts for the limit of instructions beside them.
    strain: u64,
}

impl Own {
    fn exchange(&mut self) {
        self.memory = memory::exchange(self.memory);
        self.serial = exchange_serial(self.serial);
        self.numbers = identity::exchange(std::mem::take(&mut self.numbers));
        self.work = work::exchange(self.work);
        self.strain = work::exchange_strain(self.strain);
    }
}

pub(crate) enum Phase {
    /// The module's code.
    Main(Fiber),
    /// The module's code waits in `run_until_complete`: the executor's turns run.
    Loop(Fiber, Stage),
    /// Printing what the program died of.
    Dying(Fiber, Exit),
    /// The program has ended; its objects go, and some have a last word.
    Closing(Fiber, Exit),
    Ended(Exit),
}

/// Where in a turn the last slice has ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Between two turns, or where the loop waits.
    Between,
    /// In a thread beside the loop's, while the loop polls.
    Polling,
    /// In a step.
    Step,
}

impl Session {
    pub fn new(source: &str, options: Options) -> Session {
        let mut own = Own {
            memory: 0,
            serial: 1,
            numbers: Default::default(),
            work: 0,
            strain: 0,
        };
        own.exchange();
        // What an earlier session has left behind is not to be finalized in this one.
        finalize::enable(finalize::Enabled::No);
        let mut session = Session::prepare(source, options, own);
        // What it takes to get ready is no work of the program's.
        work::take();
        work::exchange_strain(0);
        session.own.exchange();
        session
    }

    fn prepare(source: &str, options: Options, own: Own) -> Session {
        let output = Rc::new(RefCell::new(Vec::new()));
        let vm = {
            let sink = output.clone();
            Vm::new(
                options.limits.clone(),
                options.cost,
                options.recorder.clone(),
                Box::new(move |stream, text: &str, time| {
                    sink.borrow_mut().push(Output {
                        time,
                        stream,
                        text: text.to_string(),
                    });
                }),
            )
        };
        let compiled = syntax::compile(source, &options.file_name);
        let program = Rc::new(Source::new(options.file_name.clone(), source, Owner::Program));
        vm.program.replace(Some(program.clone()));
        vm.seed.set(options.seed);
        vm.library.replace(options.library);
        let globals = Rc::new(Dict::new());
        let mut session = Session {
            vm: vm.clone(),
            diagnostics: compiled.diagnostics,
            phase: Phase::Ended(Exit::Ok),
            output,
            globals,
            held_until: 0,
            is_blocked: false,
            own,
        };
        if let Some(pen) = vm.pen() {
            pen.record(Event::RunBegan);
        }
        for found in session
            .diagnostics
            .iter()
            .filter(|found| found.exception == "SyntaxWarning")
        {
            session.report(found);
        }
        session.phase = match compiled.code {
            Some(code) => {
                let code = vm.link(&code, &program);
                let mut fiber = Fiber::new();
                session.prepare_globals();
                fiber.start_module(&code, &session.globals);
                Phase::Main(fiber)
            }
            None => session.end(session.refuse()),
        };
        session
    }

    /// Runs for at most so many instructions.
    pub fn advance(&mut self, fuel: u64) -> Advance {
        if let Phase::Ended(_) = self.phase {
            return Advance::Finished;
        }
        self.own.exchange();
        finalize::within_slice(finalize::Enabled::Yes);
        let advance = self.run_slice(fuel);
        finalize::within_slice(finalize::Enabled::No);
        self.own.exchange();
        advance
    }

    fn run_slice(&mut self, fuel: u64) -> Advance {
        self.vm.clock.begin_slice(fuel);
        match std::mem::replace(&mut self.phase, Phase::Ended(Exit::Ok)) {
            Phase::Main(mut fiber) => match self.unblock(&mut fiber) {
                Outcome::Preempted => self.again(Phase::Main(fiber)),
                Outcome::Blocked(Block::Parked { until: u64::MAX, .. }) => {
                    fiber.reply(Err(aio::threads::deadlock(&self.vm)));
                    self.again(Phase::Main(fiber))
                }
                Outcome::Blocked(Block::Until(at) | Block::Parked { until: at, .. }) => {
                    if let Some(pen) = self.vm.pen() {
                        pen.record(Event::BlockingBegan {
                            task: None,
                            what: pen.name("time.sleep"),
                            until: Time::from_nanos(at),
                        });
                    }
                    self.is_blocked = true;
                    fiber.reply(Ok(Value::None));
                    self.phase = Phase::Main(fiber);
                    Advance::At(at)
                }
                Outcome::Blocked(Block::Loop(_)) => self.again(Phase::Loop(fiber, Stage::Between)),
                Outcome::Yielded(_) | Outcome::Returned(_) => self.again(self.close(Exit::Ok)),
                Outcome::Raised(exc) => self.again(self.die(exc)),
            },
            Phase::Loop(fiber, stage) => self.turn(fiber, stage),
            Phase::Dying(mut fiber, exit) => match fiber.run(&self.vm) {
                Outcome::Preempted => self.again(Phase::Dying(fiber, exit)),
                outcome => {
                    // What was printed last is the exception's own text.
                    let said = match &outcome {
                        Outcome::Returned(Value::Str(text)) => text.to_string(),
                        _ => String::new(),
                    };
                    self.again(self.close(exit.with_message(said)))
                }
            },
            Phase::Closing(mut fiber, exit) => match fiber.run(&self.vm) {
                Outcome::Preempted => self.again(Phase::Closing(fiber, exit)),
                _ => {
                    self.finish();
                    self.phase = self.end(exit);
                    Advance::Finished
                }
            },
            Phase::Ended(exit) => {
                self.phase = Phase::Ended(exit);
                Advance::Finished
            }
        }
    }

    /// Goes on outside of the loop, behind the call that has blocked there.
    fn unblock(&mut self, fiber: &mut Fiber) -> Outcome {
        if std::mem::take(&mut self.is_blocked)
            && let Some(pen) = self.vm.pen()
        {
            pen.record(Event::BlockingEnded { task: None });
        }
        fiber.run(&self.vm)
    }

    /// Goes on with this when `advance` is called again.
    fn again(&mut self, phase: Phase) -> Advance {
        self.phase = phase;
        Advance::Again
    }

    /// One turn of the event loop.
    fn turn(&mut self, mut fiber: Fiber, stage: Stage) -> Advance {
        let vm = self.vm.clone();
        // What happens beside the steps must not depend on where slices end.
        let exceeded = (stage == Stage::Between).then(|| vm.exceeded_limit()).flatten();
        if let Some(exceeded) = exceeded {
            fiber.reply(Err(exceeded));
            self.phase = Phase::Main(fiber);
            return Advance::Again;
        }
        let polled = match stage {
            Stage::Between => {
                aio::report::run_finalizers(&vm);
                aio::threads::poll(&vm)
            }
            Stage::Polling => aio::threads::go_on_polling(&vm),
            Stage::Step => Polled::All,
        };
        if polled == Polled::Preempted {
            self.phase = Phase::Loop(fiber, Stage::Polling);
            return Advance::Again;
        }
        if stage != Stage::Step && self.held_until > vm.clock.now() {
            self.phase = Phase::Loop(fiber, Stage::Between);
            let thread = aio::threads::next_wake(&vm).unwrap_or(u64::MAX);
            return Advance::At(self.held_until.min(thread));
        }
        let turn = match vm.aio.executor.borrow().as_ref() {
            Some(executor) => executor.turn(&mut VirtualHost(vm.clone())),
            None => Turn::Idle,
        };
        let is_fatal = vm.aio.fatal.borrow().as_ref().is_some_and(|exc| vm.is_fatal(exc));
        if is_fatal || turn == Turn::Stopped {
            fiber.reply(Ok(Value::None));
            self.phase = Phase::Main(fiber);
            return Advance::Again;
        }
        let advance = match turn {
            Turn::Ran | Turn::Preempted | Turn::Stopped => Advance::Again,
            Turn::BlockedUntil(at) => {
                self.held_until = at.as_nanos();
                // Who blocks lets the other threads go on, which the next call sees to.
                Advance::Again
            }
            Turn::WaitUntil(at) => {
                let thread = aio::threads::next_wake(&vm).unwrap_or(u64::MAX);
                Advance::At(at.as_nanos().min(thread))
            }
            Turn::WaitForIo | Turn::Idle => match aio::threads::next_wake(&vm) {
                Some(at) => Advance::At(at),
                None => {
                    fiber.reply(Err(vm.exc(&vm.types.deadlock, aio::report::deadlock(&vm))));
                    Advance::Again
                }
            },
        };
        self.phase = match advance {
            Advance::Again if matches!(turn, Turn::WaitForIo | Turn::Idle) => Phase::Main(fiber),
            _ if turn == Turn::Preempted => Phase::Loop(fiber, Stage::Step),
            _ => Phase::Loop(fiber, Stage::Between),
        };
        advance
    }

    /// Runs to the end at once, letting virtual time jump.
    pub fn run_to_end(&mut self) -> Exit {
        loop {
            match self.advance(u64::MAX / 2) {
                Advance::Again => {}
                Advance::At(time) => self.vm.clock.advance_to(time),
                Advance::Finished => return self.exit().cloned().unwrap_or(Exit::Ok),
            }
        }
    }

    /// How it has ended, if it has.
    pub fn exit(&self) -> Option<&Exit> {
        match &self.phase {
            Phase::Ended(exit) => Some(exit),
            _ => None,
        }
    }

    /// What was printed since the last call.
    pub fn take_output(&self) -> Vec<Output> {
        self.output.take()
    }

    fn prepare_globals(&self) {
        let vm = &self.vm;
        self.globals
            .set_str(vm.names.name.clone(), Value::Str(vm.names.main.clone()));
        self.globals.set_str(vm.names.doc.clone(), Value::None);
        for name in ["__package__", "__spec__"] {
            self.globals.set_str(vm.intern(name), Value::None);
        }
        self.globals
            .set_str(vm.names.file.clone(), Value::str(vm.program_name()));
        let module = crate::object::Module {
            name: vm.names.main.clone(),
            dict: self.globals.clone(),
        };
        vm.modules
            .set_str(vm.names.main.clone(), Value::Module(Rc::new(module)));
    }

    /// The program does not compile: prints what CPython prints.
    fn refuse(&self) -> Exit {
        let Some(first) = self.diagnostics.iter().find(|d| d.severity == Severity::Error) else {
            return Exit::Ok;
        };
        self.report(first);
        // As `SyntaxError.__str__`.
        let name = self.vm.program_name();
        let name = name.rsplit('/').next().unwrap_or(&name);
        Exit::Failed {
            class: first.exception.to_string(),
            message: format!("{} ({name}, line {})", first.message, first.line),
            line: Some(first.line),
            code: 1,
        }
    }

    /// Prints a finding of the compiler as CPython does.
    fn report(&self, found: &Diagnostic) {
        let line = self.vm.program_line(found.line).unwrap_or_default();
        let text = syntax::report(found, &self.vm.program_name(), &line);
        self.vm.write(Stream::Stderr, &text);
    }

    /// An exception has left the program.
    fn die(&self, exc: Exc) -> Phase {
        let vm = self.vm.clone();
        let line = traceback::innermost_program_line(&exc);
        if vm.is_exc(&exc, &vm.types.system_exit) {
            return self.system_exit(exc, line);
        }
        let (class, code) = if vm.is_exc(&exc, &vm.types.deadlock) {
            ("Deadlock".to_string(), 3)
        } else if vm.is_exc(&exc, &vm.types.limit_exceeded) {
            ("Limit".to_string(), 4)
        } else if vm.is_exc(&exc, &vm.types.keyboard_interrupt) {
            // As a shell reports a process that SIGINT ended.
            (exc.class_name().to_string(), 130)
        } else {
            (exc.class_name().to_string(), 1)
        };
        let exit = Exit::Failed {
            class,
            message: String::new(),
            line,
            code,
        };
        let mut fiber = Fiber::new();
        let cx = crate::vm::cx::Cx::new(&vm);
        // A limit has been exceeded already: printing why needs a little more.
        vm.limits.lift();
        fiber.start(Box::pin(async move {
            // A deadlock or a limit is not the program's own output: the host says it.
            if let Some(hook) = hooks::replaced(&cx.vm, "excepthook").filter(|_| !cx.vm.is_fatal(&exc)) {
                cx.call(&hook, hooks::arguments(&cx.vm, &exc)).await?;
            } else if !cx.vm.is_fatal(&exc) {
                let text = traceback::format(&cx, &exc).await?;
                cx.vm.write(Stream::Stderr, &text);
            }
            cx.str(&exc.value()).await.map(Value::Str)
        }));
        Phase::Dying(fiber, exit)
    }

    /// Mirrors `handle_system_exit`.
    fn system_exit(&self, exc: Exc, line: Option<u32>) -> Phase {
        let status = exit_status(&exc);
        let exit = Exit::Exited {
            code: match status {
                ExitStatus::Code(code) => code,
                ExitStatus::Text(_) => 1,
            },
            message: String::new(),
            line,
        };
        let mut fiber = Fiber::new();
        let cx = crate::vm::cx::Cx::new(&self.vm);
        fiber.start(Box::pin(async move {
            if let ExitStatus::Text(value) = status {
                let text = cx.str(&value).await?;
                cx.vm.write(Stream::Stderr, &format!("{text}\n"));
            }
            cx.str(&exc.value()).await.map(Value::Str)
        }));
        Phase::Dying(fiber, exit)
    }

    /// The program's names die in the order of their definition, then what its loops still hold.
    /// Mirrors `_PyModule_ClearDict` and `finalize_modules`.
    fn close(&self, exit: Exit) -> Phase {
        // Whoever ran into a limit gets no further word.
        if matches!(&exit, Exit::Failed { class, .. } if class == "Limit" || class == "Deadlock") {
            return Phase::Closing(Fiber::new(), exit);
        }
        let mut fiber = Fiber::new();
        if exit != Exit::Ok {
            // What an exception has kept goes after it was printed, outside of all lines.
            self.vm.place.set(0);
        }
        let cx = crate::vm::cx::Cx::new(&self.vm);
        let globals = self.globals.clone();
        fiber.start(Box::pin(async move {
            // What died in the last statement still belongs to it.
            finalizers::run(cx.clone(), finalize::take()).await?;
            cx.vm.place.set(0);
            for private in [true, false] {
                for key in globals.keys() {
                    let Some(name) = key.as_str().filter(|name| !name.starts_with("__")) else {
                        continue;
                    };
                    if name.starts_with('_') == private {
                        globals.set_str(name.clone(), Value::None);
                        finalizers::run(cx.clone(), finalize::take()).await?;
                    }
                }
            }
            if let Some(executor) = cx.vm.aio.executor.borrow().as_ref() {
                executor.clear();
            }
            finalizers::run(cx.clone(), finalize::take()).await?;
            aio::report::collect_garbage(&cx).await?;
            finalizers::run(cx.clone(), finalize::take()).await
        }));
        Phase::Closing(fiber, exit)
    }

    /// The run is over: the trace gets its last entries.
    fn end(&self, exit: Exit) -> Phase {
        self.vm.note_last_output();
        if let Some(pen) = self.vm.pen() {
            let (how, class, message) = match &exit {
                Exit::Ok | Exit::Exited { code: 0, .. } => (RunEnd::Finished, "", ""),
                Exit::Exited { message, .. } => (RunEnd::Failed, "SystemExit", message.as_str()),
                Exit::Failed {
                    class, message, code, ..
                } => {
                    // A program may call its own exceptions by these names: the code tells them apart.
                    let how = match code {
                        3 => RunEnd::Deadlock,
                        4 => self.vm.exceeded.get().map_or(RunEnd::Stopped, RunEnd::Limit),
                        _ => RunEnd::Failed,
                    };
                    (how, class.as_str(), message.as_str())
                }
            };
            pen.record(Event::RunEnded {
                how,
                exception: pen.name(class),
                message: pen.text(message),
            });
        }
        Phase::Ended(exit)
    }

    /// Nothing of the program runs any more. Takes apart what refers to itself in circles, so that its memory goes.
    fn finish(&self) {
        finalize::enable(finalize::Enabled::No);
        crate::object::traceback::release();
        let executor = self.vm.aio.executor.take();
        drop(executor);
        let mut classes = vec![self.vm.types.object.clone()];
        while let Some(class) = classes.pop() {
            classes.extend(class.subclasses());
            if class.origin == Origin::Python {
                class.dict().clear();
            }
        }
        for (_, module) in self.vm.modules.items() {
            if let Value::Module(module) = module {
                module.dict.clear();
            }
        }
        self.vm.modules.clear();
        self.globals.clear();
    }
}

/// `epoll_wait` counts its timeout in milliseconds, and `selectors.EpollSelector` rounds up to them.
const EPOLL_UNIT: u64 = 1_000_000;

/// Gives the executor virtual time.
struct VirtualHost(Rc<Vm>);

impl Host for VirtualHost {
    fn now(&self) -> Time {
        Time::from_nanos(self.0.clock.now())
    }

    fn poll_io(&mut self, _ready: &mut Vec<Token>) {}

    /// Where instructions take no time, equal sleeps end at the same moment anyway.
    fn wait_unit(&self) -> u64 {
        if self.0.clock.cost.get() == 0 {
            0
        } else {
            EPOLL_UNIT
        }
    }
}
