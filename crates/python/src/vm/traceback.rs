//! Tracebacks as CPython prints them, without the frames of our own modules.

mod anchors;
mod excerpt;

pub use excerpt::{Place, excerpt};

use super::VmResult;
use super::cx::Cx;
use super::source::Owner;
use crate::object::{CodeObject, Exc, Traceback, Value, work};

const RULE: &str = "During handling of the above exception, another exception occurred:";
const CAUSE: &str = "The above exception was the direct cause of the following exception:";
const MAX_CHAIN: usize = 50;
/// As `TracebackException` limits groups.
const MAX_GROUP_WIDTH: usize = 15;
const MAX_GROUP_DEPTH: usize = 10;

/// The whole text, chained exceptions and groups included, with its final newline.
pub async fn format(cx: &Cx, exc: &Exc) -> VmResult<String> {
    format_limited(cx, exc, Limit::None).await
}

/// How many frames are shown of each exception.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    None,
    /// The outermost ones.
    First(usize),
    /// The innermost ones.
    Last(usize),
}

/// The whole text with so many frames of each exception.
pub async fn format_limited(cx: &Cx, exc: &Exc, limit: Limit) -> VmResult<String> {
    let mut out = String::new();
    let open = std::cell::Cell::new(false);
    format_chain(
        cx,
        exc,
        &mut out,
        Margin {
            depth: 0,
            open: &open,
            limit,
        },
    )
    .await?;
    Ok(out)
}

/// The last line: `ValueError: message`, with notes.
pub async fn format_only(cx: &Cx, exc: &Exc) -> VmResult<String> {
    let vm = &cx.vm;
    let name = class_name(exc);
    let text = format!("{}{}", message(cx, exc).await?, hint(cx, exc));
    let mut line = if text.is_empty() {
        format!("{name}\n")
    } else {
        format!("{name}: {text}\n")
    };
    if let Some(notes) = exc.0.attrs_if_any().and_then(|a| a.get_str(&vm.names.notes)) {
        for note in cx.collect(&notes).await.unwrap_or_default() {
            let note = cx.str(&note).await?;
            for part in note.split('\n') {
                line.push_str(part);
                line.push('\n');
            }
        }
    }
    Ok(line)
}

/// What is written of an exception that nobody can catch: CPython's C code does it, without marks, notes and chains.
pub async fn format_ignored(cx: &Cx, exc: &Exc) -> VmResult<String> {
    let heading = "Traceback (most recent call last):\n";
    let frames = format_frames(exc, Detail::Lines, Limit::None).map(|frames| format!("{heading}{frames}"));
    let (name, message) = (class_name(exc), message(cx, exc).await?);
    Ok(format!("{}{name}: {message}\n", frames.unwrap_or_default()))
}

fn class_name(exc: &Exc) -> String {
    let class = &exc.0.class;
    let qualname = class.qualname.borrow();
    match class.module.as_str() {
        "builtins" | "__main__" => qualname.to_string(),
        module => format!("{module}.{qualname}"),
    }
}

async fn message(cx: &Cx, exc: &Exc) -> VmResult<String> {
    match cx.str(&exc.value()).await {
        Ok(text) => Ok(text.to_string()),
        Err(error) if cx.vm.is_fatal(&error) => Err(error),
        Err(_) => Ok("<exception str() failed>".to_owned()),
    }
}

/// ". Did you mean: 'x'?" for names and attributes that are nearly right.
fn hint(cx: &Cx, exc: &Exc) -> String {
    let known = exc.data().hint.borrow().clone();
    if !known.is_empty() || !cx.is_exc(exc, &cx.vm.types.attribute_error) {
        return known;
    }
    let Some(attrs) = exc.0.attrs_if_any() else {
        return known;
    };
    let (Some(name), Some(object)) = (attrs.get_text("name"), attrs.get_text("obj")) else {
        return known;
    };
    let Some(name) = name.as_str() else { return known };
    let candidates = crate::types::object::dir_names(&cx.vm, &object);
    let candidates: Vec<&str> = candidates.iter().map(|candidate| candidate.as_str()).collect();
    match super::suggest::closest(name, &candidates) {
        Some(best) => format!(". Did you mean: '{best}'?"),
        None => known,
    }
}

/// How deep in groups a text stands.
#[derive(Clone, Copy)]
struct Margin<'a> {
    depth: usize,
    /// The frame of the innermost group that ends here has not been closed yet.
    open: &'a std::cell::Cell<bool>,
    limit: Limit,
}

impl Margin<'_> {
    fn push(self, out: &mut String, text: &str) {
        let indent = if self.depth == 0 {
            String::new()
        } else {
            format!("{}| ", "  ".repeat(self.depth))
        };
        for line in text.lines() {
            out.push_str(&indent);
            out.push_str(line);
            out.push('\n');
        }
    }
}

async fn format_chain(cx: &Cx, exc: &Exc, out: &mut String, margin: Margin<'_>) -> VmResult<()> {
    // Oldest first: what led to this one, and how.
    let mut chain: Vec<(Exc, &str)> = Vec::new();
    let mut current = exc.clone();
    while chain.len() < MAX_CHAIN {
        let data = current.data();
        let cause = Exc::from_value(&data.cause.borrow());
        let context = Exc::from_value(&data.context.borrow()).filter(|_| !data.suppress_context.get());
        let (next, how) = match (cause, context) {
            (Some(cause), _) => (cause, CAUSE),
            (None, Some(context)) => (context, RULE),
            (None, None) => break,
        };
        if next.is_same(exc) || chain.iter().any(|(have, _)| have.is_same(&next)) {
            break;
        }
        chain.push((next.clone(), how));
        current = next;
    }
    for (earlier, how) in chain.into_iter().rev() {
        format_one(cx, &earlier, out, margin).await?;
        margin.push(out, &format!("\n{how}\n\n"));
    }
    format_one(cx, exc, out, margin).await
}

async fn format_one(cx: &Cx, exc: &Exc, out: &mut String, margin: Margin<'_>) -> VmResult<()> {
    let is_group = cx.is_exc(exc, &cx.vm.types.base_exception_group);
    let frames = format_frames(exc, Detail::Marks, margin.limit);
    if !is_group {
        if let Some(frames) = frames {
            margin.push(out, &format!("Traceback (most recent call last):\n{frames}"));
        }
        margin.push(out, &format_only(cx, exc).await?);
        return Ok(());
    }
    let inner = Margin {
        depth: margin.depth.max(1),
        ..margin
    };
    if let Some(frames) = frames {
        let heading = "Exception Group Traceback (most recent call last):\n";
        if margin.depth == 0 {
            out.push_str("  + ");
            out.push_str(heading);
            inner.push(out, &frames);
        } else {
            margin.push(out, &format!("{heading}{frames}"));
        }
    }
    inner.push(out, &format_only(cx, exc).await?);
    let members = super::groups::members(&exc.value());
    let indent = "  ".repeat(inner.depth);
    if inner.depth > MAX_GROUP_DEPTH {
        inner.push(out, &format!("... (max_group_depth is {MAX_GROUP_DEPTH})"));
        return Ok(());
    }
    let count = members.len();
    for (index, member) in members.iter().enumerate().take(MAX_GROUP_WIDTH + 1) {
        let opening = if index == 0 { "+-" } else { "  " };
        let label = if index < MAX_GROUP_WIDTH {
            (index + 1).to_string()
        } else {
            "...".into()
        };
        out.push_str(&format!(
            "{indent}{opening}+---------------- {label} ----------------\n"
        ));
        let deeper = Margin {
            depth: inner.depth + 1,
            ..margin
        };
        if index + 1 == count.min(MAX_GROUP_WIDTH + 1) {
            margin.open.set(true);
        }
        if index >= MAX_GROUP_WIDTH {
            let more = count - MAX_GROUP_WIDTH;
            let s = if more == 1 { "" } else { "s" };
            deeper.push(out, &format!("and {more} more exception{s}"));
            break;
        }
        if let Some(member) = Exc::from_value(member) {
            Box::pin(format_chain(cx, &member, out, deeper)).await?;
        }
    }
    if margin.open.replace(false) {
        out.push_str(&format!(
            "{indent}  +------------------------------------
"
        ));
    }
    Ok(())
}

/// What is shown of each frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// The line.
    Lines,
    /// What has raised, with marks.
    Marks,
}

/// What writing a frame takes beyond what it counts as.
const FRAME_STRAIN: usize = 60;

/// The `File …` lines, outermost first, of the program's own frames; `None` if it has passed none at all.
fn format_frames(exc: &Exc, detail: Detail, limit: Limit) -> Option<String> {
    let mut lines = String::new();
    let mut last: Option<(&CodeObject, u32)> = None;
    let mut count = 0;
    let traceback = exc.traceback();
    let own = || {
        let frames = Traceback::frames(traceback.as_ref());
        frames.filter(|passed| passed.frame.code.source.owner == Owner::Program)
    };
    let (skipped, most) = match limit {
        Limit::None => (0, usize::MAX),
        Limit::First(most) => (0, most),
        Limit::Last(most) => (own().count().saturating_sub(most), most),
    };
    for passed in own().skip(skipped).take(most) {
        work::strain(FRAME_STRAIN);
        let code = &passed.frame.code;
        let is_repeated = last.is_some_and(|(before, line)| before.name == code.name && line == passed.line);
        if !is_repeated {
            say_repeated(&mut lines, count);
            last = Some((code, passed.line));
            count = 0;
        }
        count += 1;
        if count > REPEATED {
            continue;
        }
        lines.push_str(&format!(
            "  File \"{}\", line {}, in {}\n",
            code.source.name,
            passed.line,
            code.qualname_for_traceback()
        ));
        let place = match detail {
            Detail::Lines => Place::line(passed.line),
            Detail::Marks => place_of(passed),
        };
        lines.push_str(&excerpt(&code.source, place));
    }
    say_repeated(&mut lines, count);
    let has_frames = traceback.is_some() || exc.data().hidden.any.get();
    has_frames.then_some(lines)
}

/// Where the frame has raised.
pub fn place_of(passed: &Traceback) -> Place {
    let code = &passed.frame.code;
    let span = code.code.mark(passed.pc);
    Place::of(&code.source, span.unwrap_or_default(), passed.line)
}

/// Of frames at one line, CPython shows so many, and then says how many more there were.
const REPEATED: usize = 3;

fn say_repeated(lines: &mut String, count: usize) {
    if count > REPEATED {
        let more = count - REPEATED;
        let s = if more == 1 { "" } else { "s" };
        lines.push_str(&format!("  [Previous line repeated {more} more time{s}]\n"));
    }
}

impl crate::object::CodeObject {
    /// CPython's tracebacks show `co_name`.
    fn qualname_for_traceback(&self) -> &str {
        self.name.as_str()
    }
}

/// The line of the program in which the exception was raised: the innermost of its own.
pub fn innermost_program_line(exc: &Exc) -> Option<u32> {
    let traceback = exc.traceback();
    Traceback::frames(traceback.as_ref())
        .filter(|passed| passed.frame.code.source.owner == Owner::Program)
        .last()
        .map(|passed| passed.line)
}

/// The exception's args as a value, for `exc.args`.
pub fn args(exc: &Exc) -> Value {
    Value::Tuple(exc.data().args.borrow().clone())
}
