//! A program as a workload, if it has been generated from one, also after edits that stay within the same forms.

mod cursor;
mod main;
mod steps;

use crate::generate::{COMPUTE, DOWNLOAD};
use crate::names::check_name;
use crate::tokens::{Line, lines_of};
use crate::workload::{Coroutine, Workload};
use cursor::Cursor;
use main::Starts;

/// Why a program can't be read as a workload, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// From 1.
    pub line: u32,
    pub why: Why,
}

/// Why a program can't be read as a workload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The line is not one of the forms that [`generate`](crate::generate) writes.
    NotAForm,
    /// A comment, which a workload can't keep.
    Comment,
    /// Nothing of this name was made.
    Unknown(String),
    /// A name that can't be had, or is there already.
    Name(String),
    /// A number that is too large, too small or too fine.
    Amount,
    /// The copies of this coroutine are not numbered from 1, one after the other.
    Numbering(String),
    /// There is no `main`, or nothing runs it.
    NoMain,
}

impl Refusal {
    pub(crate) const fn at(line: u32, why: Why) -> Self {
        Self { line, why }
    }
}

/// Reads a program as a workload.
pub fn read(source: &str) -> Result<Workload, Refusal> {
    let lines = lines_of(source)?;
    let names = Names::of(&lines)?;
    let mut workload = Workload::default();
    let mut starts = None;
    let mut is_run = false;
    let mut at = 0;
    while let Some(head) = lines.get(at) {
        let body = body_of(&lines, at);
        let mut cursor = Cursor::new(head);
        if head.indent > 0 || is_run {
            return Err(cursor.refusal());
        }
        if cursor.eat("async def main ( ) :") {
            cursor.end()?;
            if starts.is_some() {
                return Err(Refusal::at(head.number, Why::Name("main".to_owned())));
            }
            let (start, found) = main::read(body, &names)?;
            workload.start = start;
            starts = Some(found);
        } else if head.is("def compute (") {
            require_same(lines.get(at..=at + body.len()).unwrap_or_default(), COMPUTE)?;
        } else if head.is("async def download (") {
            require_same(lines.get(at..=at + body.len()).unwrap_or_default(), DOWNLOAD)?;
        } else if cursor.eat("async def") {
            workload.coroutines.push(steps::read(&mut cursor, body, &names)?);
        } else if cursor.eat("asyncio . run (") {
            cursor.require("main ( ) )")?;
            cursor.end()?;
            is_run = true;
        } else if !body.is_empty() {
            // What stands deeper belongs to nothing.
            return Err(cursor.refusal());
        }
        at += 1 + body.len();
    }
    match starts {
        Some(starts) if is_run => {
            place(&mut workload.coroutines, starts);
            Ok(workload)
        }
        _ => {
            let last = source.lines().count().max(1);
            Err(Refusal::at(u32::try_from(last).unwrap_or(u32::MAX), Why::NoMain))
        }
    }
}

/// Gives each coroutine its copies, and puts those that `main` starts into its order.
fn place(coroutines: &mut [Coroutine], starts: Starts) {
    let mut next = starts.found.iter();
    for coroutine in coroutines.iter_mut() {
        coroutine.copies = starts.copies(&coroutine.name);
    }
    for at in 0..coroutines.len() {
        let is_started = coroutines.get(at).is_some_and(|coroutine| coroutine.copies > 0);
        let Some((name, _)) = is_started.then(|| next.next()).flatten() else {
            continue;
        };
        let found = coroutines.iter().position(|coroutine| coroutine.name == *name);
        if let Some(from) = found.filter(|from| *from > at) {
            coroutines.swap(at, from);
        }
    }
}

/// What the program's top level makes.
#[derive(Default)]
struct Names<'a> {
    /// And whether it takes a number.
    coroutines: Vec<(&'a str, bool)>,
    locks: Vec<&'a str>,
    queues: Vec<&'a str>,
    has_asyncio: bool,
    has_time: bool,
    has_compute: bool,
    has_download: bool,
}

impl<'a> Names<'a> {
    fn of(lines: &[Line<'a>]) -> Result<Self, Refusal> {
        let mut names = Self::default();
        for line in lines.iter().filter(|line| line.indent == 0) {
            let mut cursor = Cursor::new(line);
            let import = if cursor.eat("import asyncio") {
                Some(&mut names.has_asyncio)
            } else if cursor.eat("import time") {
                Some(&mut names.has_time)
            } else {
                None
            };
            if let Some(import) = import {
                cursor.end()?;
                *import = true;
            } else if line.is("def compute (") {
                names.has_compute = true;
            } else if line.is("async def download (") {
                names.has_download = true;
            } else if cursor.eat("async def") {
                names.take_coroutine(&mut cursor)?;
            } else if !line.is("asyncio . run (") {
                names.take_primitive(&mut cursor)?;
            }
        }
        // Without it nothing runs, and every form has it.
        if !names.has_asyncio {
            return Err(Refusal::at(1, Why::Unknown("asyncio".to_owned())));
        }
        Ok(names)
    }

    fn take_coroutine(&mut self, cursor: &mut Cursor<'_, 'a>) -> Result<(), Refusal> {
        if cursor.eat("main (") {
            return Ok(());
        }
        let name = self.take_name(cursor)?;
        let is_numbered = cursor.eat("( number ) :");
        if !is_numbered {
            cursor.require("( ) :")?;
        }
        self.coroutines.push((name, is_numbered));
        Ok(())
    }

    fn take_primitive(&mut self, cursor: &mut Cursor<'_, 'a>) -> Result<(), Refusal> {
        let name = self.take_name(cursor)?;
        if cursor.eat("= asyncio . Lock ( )") {
            self.locks.push(name);
        } else {
            cursor.require("= asyncio . Queue ( )")?;
            self.queues.push(name);
        }
        cursor.end()
    }

    /// A name that is not there yet.
    fn take_name(&self, cursor: &mut Cursor<'_, 'a>) -> Result<&'a str, Refusal> {
        let line = cursor.line();
        let Some(name) = cursor.word() else {
            return Err(cursor.refusal());
        };
        // Another statement begins with a keyword or with what is called.
        if !cursor.is_at("(") && !cursor.is_at("=") {
            return Err(cursor.refusal());
        }
        let is_there =
            self.numbered(name).is_some() || self.locks.contains(&name) || self.queues.contains(&name);
        if is_there || check_name(name).is_err() {
            return Err(Refusal::at(line, Why::Name(name.to_owned())));
        }
        Ok(name)
    }

    /// Whether the coroutine of this name takes a number; none if there is no such coroutine.
    fn numbered(&self, name: &str) -> Option<bool> {
        let found = self.coroutines.iter().find(|(known, _)| *known == name);
        found.map(|(_, is_numbered)| *is_numbered)
    }
}

/// The lines after a head that stand deeper.
fn body_of<'l, 'a>(lines: &'l [Line<'a>], head: usize) -> &'l [Line<'a>] {
    let Some((first, rest)) = lines.get(head..).and_then(<[_]>::split_first) else {
        return &[];
    };
    let deeper = rest.iter().take_while(|line| line.indent > first.indent).count();
    rest.get(..deeper).unwrap_or_default()
}

/// Refuses the first line that differs from a helper's.
fn require_same(lines: &[Line<'_>], helper: &str) -> Result<(), Refusal> {
    let expected = lines_of(helper)?;
    let texts =
        |line: &Line<'_>| -> Vec<String> { line.tokens.iter().map(|token| token.text.to_owned()).collect() };
    let depths = |lines: &[Line<'_>]| -> Vec<usize> { lines.iter().map(|line| line.indent).collect() };
    let differs = lines
        .iter()
        .zip(&expected)
        .find(|(line, wanted)| texts(line) != texts(wanted));
    let shape = lines.len() == expected.len() && depths(lines) == depths(&expected);
    match (differs, lines.last()) {
        (Some((line, _)), _) => Err(Refusal::at(line.number, Why::NotAForm)),
        (None, Some(last)) if !shape => Err(Refusal::at(last.number, Why::NotAForm)),
        _ => Ok(()),
    }
}
