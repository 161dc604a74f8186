//! A coroutine's steps.

use super::cursor::Cursor;
use super::{Names, Refusal, Why, body_of};
use crate::generate::Bound;
use crate::tokens::{Kind, Line, Token};
use crate::workload::{Coroutine, Duration, MAX_COPIES, MAX_REPEAT, Step};

/// Reads a coroutine, whose name comes next.
pub(super) fn read(
    head: &mut Cursor<'_, '_>,
    body: &[Line<'_>],
    names: &Names<'_>,
) -> Result<Coroutine, Refusal> {
    let name = head.word().ok_or_else(|| head.refusal())?;
    let is_numbered = head.eat("( number ) :") || !head.eat("( ) :");
    head.end()?;
    let Some(first) = body.first() else {
        return Err(head.refusal());
    };
    let (repeat, lines) = match repeat_of(first)? {
        Some(repeat) => {
            let repeated = body_of(body, 0);
            if let Some(behind) = body.get(repeated.len() + 1) {
                return Err(Refusal::at(behind.number, Why::NotAForm));
            }
            (repeat, repeated)
        }
        None => (1, body),
    };
    let Some(first) = lines.first() else {
        return Err(head.refusal());
    };
    let mut reader = Reader {
        names,
        is_numbered,
        bound: Bound::at_the_beginning(repeat),
    };
    let mut steps = Vec::new();
    for line in lines {
        if line.indent != first.indent {
            return Err(Refusal::at(line.number, Why::NotAForm));
        }
        if lines.len() == 1 && line.is("pass") {
            Cursor::new(line).require("pass")?;
            break;
        }
        let step = reader.step(line)?;
        reader.bound.after(&step);
        steps.push(step);
    }
    Ok(Coroutine {
        name: name.to_owned(),
        copies: 0,
        repeat,
        steps,
    })
}

/// How often the steps are gone through, if this line says so.
fn repeat_of(line: &Line<'_>) -> Result<Option<u32>, Refusal> {
    let mut cursor = Cursor::new(line);
    let repeat = if cursor.eat("for count in range ( 1 ,") {
        // One time alone has no counter.
        cursor.count(3, MAX_REPEAT + 1)? - 1
    } else if cursor.eat("for _ in range (") {
        cursor.count(1, MAX_REPEAT)?
    } else {
        return Ok(None);
    };
    cursor.require(") :")?;
    cursor.end()?;
    Ok(Some(repeat))
}

struct Reader<'n, 'a> {
    names: &'n Names<'a>,
    is_numbered: bool,
    bound: Bound,
}

impl Reader<'_, '_> {
    fn step(&self, line: &Line<'_>) -> Result<Step, Refusal> {
        let names = self.names;
        let mut cursor = Cursor::new(line);
        let cursor = &mut cursor;
        let step = if cursor.eat("compute (") {
            Step::Compute(seconds(cursor, names.has_compute && names.has_time, "compute")?)
        } else if cursor.eat("time . sleep (") {
            Step::Block(seconds(cursor, names.has_time, "time")?)
        } else if cursor.eat("await asyncio . sleep (") {
            Step::Sleep(seconds(cursor, true, "asyncio")?)
        } else if cursor.eat("await download (") {
            Step::Download(seconds(cursor, names.has_download, "download")?)
        } else if cursor.eat("print (") {
            let text = self.text(cursor)?;
            cursor.require(")")?;
            Step::Print(text)
        } else if cursor.eat("item = await") {
            let queue = known(cursor, &names.queues)?;
            cursor.require(". get ( )")?;
            Step::Get(queue)
        } else if cursor.eat("await") {
            self.awaited(cursor)?
        } else {
            self.called(cursor)?
        };
        cursor.end()?;
        Ok(step)
    }

    /// A lock, a queue or a task, after `await`.
    fn awaited(&self, cursor: &mut Cursor<'_, '_>) -> Result<Step, Refusal> {
        let line = cursor.line();
        let name = cursor.word().ok_or_else(|| cursor.refusal())?;
        let known = |is_known: bool| {
            let unknown = Refusal::at(line, Why::Unknown(name.to_owned()));
            is_known.then(|| name.to_owned()).ok_or(unknown)
        };
        if cursor.eat(". acquire ( )") {
            return Ok(Step::Acquire(known(self.names.locks.contains(&name))?));
        }
        if cursor.eat(". put (") {
            let queue = known(self.names.queues.contains(&name))?;
            let text = self.text(cursor)?;
            cursor.require(")")?;
            return Ok(Step::Put { queue, text });
        }
        cursor.end()?;
        match name.strip_suffix("_task") {
            Some(started) if self.names.numbered(started).is_some() => Ok(Step::Join(started.to_owned())),
            Some(_) => Err(Refusal::at(line, Why::Unknown(name.to_owned()))),
            None => Err(Refusal::at(line, Why::NotAForm)),
        }
    }

    /// A lock that is given back, or a task that is started.
    fn called(&self, cursor: &mut Cursor<'_, '_>) -> Result<Step, Refusal> {
        let refusal = cursor.refusal();
        let name = cursor.word().ok_or(refusal.clone())?;
        if cursor.eat(". release ( )") {
            let is_known = self.names.locks.contains(&name);
            return is_known
                .then(|| Step::Release(name.to_owned()))
                .ok_or(cursor.unknown(name));
        }
        let started = name.strip_suffix("_task").ok_or(refusal)?;
        cursor.require("= asyncio . create_task (")?;
        cursor.require(started)?;
        cursor.require("(")?;
        let is_numbered = self
            .names
            .numbered(started)
            .ok_or_else(|| cursor.unknown(started))?;
        if is_numbered && !(self.is_numbered && cursor.eat("number")) {
            cursor.count(1, MAX_COPIES + 1)?;
        }
        cursor.require(") )")?;
        Ok(Step::Start(started.to_owned()))
    }

    /// A text, in which the placeholders mean what they mean in the program.
    fn text(&self, cursor: &mut Cursor<'_, '_>) -> Result<String, Refusal> {
        let refusal = cursor.refusal();
        let token = cursor.text()?;
        let text = plain(token, self.bound).ok_or(refusal)?;
        if token.kind == Kind::Template && !self.is_numbered && text.contains("{number}") {
            return Err(Refusal::at(token.line, Why::Unknown("number".to_owned())));
        }
        Ok(text)
    }
}

fn seconds(cursor: &mut Cursor<'_, '_>, is_there: bool, name: &str) -> Result<Duration, Refusal> {
    if !is_there {
        return Err(cursor.unknown(name));
    }
    let seconds = cursor.seconds()?;
    cursor.require(")")?;
    Ok(seconds)
}

fn known(cursor: &mut Cursor<'_, '_>, names: &[&str]) -> Result<String, Refusal> {
    let unknown = |cursor: &Cursor<'_, '_>, name| Err(cursor.unknown(name));
    match cursor.word() {
        Some(name) if names.contains(&name) => Ok(name.to_owned()),
        Some(name) => unknown(cursor, name),
        None => Err(cursor.refusal()),
    }
}

/// What a text says. None where the same text, written anew, would say something else: a `{number}` that is not one.
fn plain(token: Token<'_>, bound: Bound) -> Option<String> {
    let is_template = token.kind == Kind::Template;
    let mut said = String::new();
    let mut placeholders = Vec::new();
    let mut rest = token.text;
    while let Some(next) = rest.chars().next() {
        let mut taken = next.len_utf8();
        if next == '\\' {
            let (character, length) = escaped(rest)?;
            said.push(character);
            taken = length;
        } else if is_template && (rest.starts_with("{{") || rest.starts_with("}}")) {
            said.push(next);
            taken = 2;
        } else if is_template && next == '{' {
            let placeholder = bound.placeholder(rest)?;
            placeholders.push(said.len());
            said.push_str(placeholder);
            taken = placeholder.len();
        } else if is_template && next == '}' {
            return None;
        } else {
            said.push(next);
        }
        rest = rest.get(taken..)?;
    }
    let is_placeholder = |at: &usize| {
        said.get(*at..)
            .is_some_and(|rest| bound.placeholder(rest).is_some())
    };
    let written_anew: Vec<usize> = (0..said.len()).filter(is_placeholder).collect();
    (written_anew == placeholders).then_some(said)
}

/// The character behind a backslash, and how much it takes.
fn escaped(rest: &str) -> Option<(char, usize)> {
    let character = match rest.chars().nth(1)? {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'x' => {
            let digits = rest
                .get(2..4)
                .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            return Some((char::from(u8::from_str_radix(digits, 16).ok()?), 4));
        }
        same @ ('\\' | '"' | '\'') => same,
        _ => return None,
    };
    Some((character, 2))
}
