//! A workload as a Python program: the one that a lecturer would write on the board.

use crate::workload::{Coroutine, Start, Step, Workload};

/// Up to so many copies are written out one by one; more are counted.
const WRITTEN_OUT: u32 = 4;

/// The function behind [`Step::Compute`].
pub(crate) const COMPUTE: &str = "\
def compute(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
";

/// The coroutine behind [`Step::Download`].
pub(crate) const DOWNLOAD: &str = "\
async def download(seconds):
    await asyncio.sleep(seconds)
";

/// Writes a workload as a program that runs in CPython 3.11 and later. The same workload always gives the same program.
pub fn generate(workload: &Workload) -> String {
    let mut code = Code::default();
    write_head(&mut code, workload);
    if workload.steps().any(|step| matches!(step, Step::Compute(_))) {
        code.block(COMPUTE);
    }
    if workload.steps().any(|step| matches!(step, Step::Download(_))) {
        code.block(DOWNLOAD);
    }
    for coroutine in &workload.coroutines {
        write_coroutine(&mut code, workload, coroutine);
    }
    write_main(&mut code, workload);
    code.block("asyncio.run(main())\n");
    code.text
}

/// Lines of code, and how deep the next one stands.
#[derive(Default)]
struct Code {
    text: String,
    depth: usize,
}

impl Code {
    /// Puts the parts of one line at its depth.
    fn line(&mut self, parts: &[&str]) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        parts.iter().for_each(|part| self.text.push_str(part));
        self.text.push('\n');
    }

    /// Begins a block at the left edge, two empty lines below the last.
    fn block(&mut self, text: &str) {
        self.text.push_str("\n\n");
        self.text.push_str(text);
    }

    fn open(&mut self, parts: &[&str]) {
        self.line(parts);
        self.depth += 1;
    }
}

fn write_head(code: &mut Code, workload: &Workload) {
    code.line(&["import asyncio"]);
    if workload
        .steps()
        .any(|step| matches!(step, Step::Compute(_) | Step::Block(_)))
    {
        code.line(&["import time"]);
    }
    let (locks, queues) = (workload.locks(), workload.queues());
    if locks.len() + queues.len() > 0 {
        code.line(&[]);
    }
    for lock in locks {
        code.line(&[lock, " = asyncio.Lock()"]);
    }
    for queue in queues {
        code.line(&[queue, " = asyncio.Queue()"]);
    }
}

fn write_coroutine(code: &mut Code, workload: &Workload, coroutine: &Coroutine) {
    code.block("");
    let parameter = if coroutine.is_numbered() {
        "(number):"
    } else {
        "():"
    };
    code.open(&["async def ", &coroutine.name, parameter]);
    if coroutine.repeat > 1 {
        if coroutine.says("{count}") {
            code.open(&[
                "for count in range(1, ",
                &(coroutine.repeat + 1).to_string(),
                "):",
            ]);
        } else {
            code.open(&["for _ in range(", &coroutine.repeat.to_string(), "):"]);
        }
    }
    let mut bound = Bound::at_the_beginning(coroutine.repeat);
    for step in &coroutine.steps {
        write_step(code, workload, coroutine, step, &bound);
        bound.after(step);
    }
    if coroutine.steps.is_empty() {
        code.line(&["pass"]);
    }
    code.depth = 0;
}

fn write_step(code: &mut Code, workload: &Workload, coroutine: &Coroutine, step: &Step, bound: &Bound) {
    match step {
        Step::Compute(duration) => code.line(&["compute(", &duration.to_string(), ")"]),
        Step::Sleep(duration) => code.line(&["await asyncio.sleep(", &duration.to_string(), ")"]),
        Step::Download(duration) => code.line(&["await download(", &duration.to_string(), ")"]),
        Step::Block(duration) => code.line(&["time.sleep(", &duration.to_string(), ")"]),
        Step::Acquire(lock) => code.line(&["await ", lock, ".acquire()"]),
        Step::Release(lock) => code.line(&[lock, ".release()"]),
        Step::Put { queue, text } => code.line(&["await ", queue, ".put(", &literal(text, bound), ")"]),
        Step::Get(queue) => code.line(&["item = await ", queue, ".get()"]),
        Step::Start(name) => {
            let argument = match workload.coroutine(name) {
                Some(started) if started.is_numbered() && coroutine.is_numbered() => "number".to_owned(),
                // One more than those that `main` starts.
                Some(started) if started.is_numbered() => (started.copies + 1).to_string(),
                _ => String::new(),
            };
            code.line(&[name, "_task = asyncio.create_task(", name, "(", &argument, "))"]);
        }
        Step::Join(name) => code.line(&["await ", name, "_task"]),
        Step::Print(text) => code.line(&["print(", &literal(text, bound), ")"]),
    }
}

fn write_main(code: &mut Code, workload: &Workload) {
    code.block("");
    code.open(&["async def main():"]);
    match workload.start {
        Start::OneAfterTheOther => {
            write_starts(code, workload, "await ", "");
            if workload.coroutines.iter().all(|coroutine| coroutine.copies == 0) {
                code.line(&["pass"]);
            }
        }
        Start::Tasks => {
            code.open(&["tasks = ["]);
            write_items(code, workload, "asyncio.create_task(", ")");
            code.depth -= 1;
            code.line(&["]"]);
            code.open(&["for task in tasks:"]);
            code.line(&["await task"]);
        }
        Start::Gather => {
            code.open(&["await asyncio.gather("]);
            write_items(code, workload, "", "");
            code.depth -= 1;
            code.line(&[")"]);
        }
        Start::TaskGroup => {
            code.open(&["async with asyncio.TaskGroup() as group:"]);
            write_starts(code, workload, "group.create_task(", ")");
            if workload.coroutines.iter().all(|coroutine| coroutine.copies == 0) {
                code.line(&["pass"]);
            }
        }
    }
    code.depth = 0;
}

/// All starts as statements.
fn write_starts(code: &mut Code, workload: &Workload, before: &str, after: &str) {
    for coroutine in &workload.coroutines {
        let name = &coroutine.name;
        if coroutine.copies > WRITTEN_OUT {
            code.open(&[
                "for number in range(1, ",
                &(coroutine.copies + 1).to_string(),
                "):",
            ]);
            code.line(&[before, name, "(number)", after]);
            code.depth -= 1;
        } else {
            for number in arguments(coroutine) {
                code.line(&[before, name, "(", &number, ")", after]);
            }
        }
    }
}

/// All starts as items of a list or arguments of a call.
fn write_items(code: &mut Code, workload: &Workload, before: &str, after: &str) {
    for coroutine in &workload.coroutines {
        let name = &coroutine.name;
        if coroutine.copies > WRITTEN_OUT {
            let end = (coroutine.copies + 1).to_string();
            let parts = [
                "*[",
                before,
                name,
                "(number)",
                after,
                " for number in range(1, ",
                &end,
                ")],",
            ];
            code.line(&parts);
        } else {
            for number in arguments(coroutine) {
                code.line(&[before, name, "(", &number, ")", after, ","]);
            }
        }
    }
}

/// What each copy is called with.
fn arguments(coroutine: &Coroutine) -> impl Iterator<Item = String> {
    let is_numbered = coroutine.is_numbered();
    (1..=coroutine.copies).map(move |number| {
        if is_numbered {
            number.to_string()
        } else {
            String::new()
        }
    })
}

/// Which placeholders mean something at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    counts: bool,
    has_item: bool,
}

impl Bound {
    pub(crate) const fn at_the_beginning(repeat: u32) -> Self {
        Self {
            counts: repeat > 1,
            has_item: false,
        }
    }

    pub(crate) fn after(&mut self, step: &Step) {
        self.has_item |= matches!(step, Step::Get(_));
    }

    /// The placeholder at the beginning of a text.
    pub(crate) fn placeholder(self, text: &str) -> Option<&'static str> {
        let offered = [
            (true, "{number}"),
            (self.counts, "{count}"),
            (self.has_item, "{item}"),
        ];
        offered
            .into_iter()
            .find_map(|(is_bound, name)| (is_bound && text.starts_with(name)).then_some(name))
    }

    /// Whether a text has a placeholder.
    pub(crate) fn is_used_in(self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| {
            text.get(at..)
                .is_some_and(|rest| self.placeholder(rest).is_some())
        })
    }
}

/// A text as Python writes it; with placeholders, an f-string.
fn literal(text: &str, bound: &Bound) -> String {
    let is_template = bound.is_used_in(text);
    let mut out = String::from(if is_template { "f\"" } else { "\"" });
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some(placeholder) = bound.placeholder(rest) {
            out.push_str(placeholder);
            rest = rest.strip_prefix(placeholder).unwrap_or_default();
            continue;
        }
        match next {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '{' if is_template => out.push_str("{{"),
            '}' if is_template => out.push_str("}}"),
            _ if next < ' ' || next == '\x7f' => push_hex(&mut out, next),
            _ => out.push(next),
        }
        rest = rest.get(next.len_utf8()..).unwrap_or_default();
    }
    out.push('"');
    out
}

fn push_hex(out: &mut String, character: char) {
    let code = u32::from(character);
    out.push_str("\\x");
    for digit in [code >> 4, code & 15] {
        out.push(char::from_digit(digit, 16).unwrap_or('0'));
    }
}
