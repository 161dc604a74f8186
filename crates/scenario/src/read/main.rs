//! What `main` starts, and how.

use super::cursor::Cursor;
use super::{Names, Refusal, Why, body_of};
use crate::tokens::Line;
use crate::workload::{MAX_COPIES, Start};

/// What `main` starts, in its order, and how many copies of each.
#[derive(Default)]
pub(super) struct Starts {
    pub found: Vec<(String, u32)>,
}

/// Reads the body of `main`.
pub(super) fn read(body: &[Line<'_>], names: &Names<'_>) -> Result<(Start, Starts), Refusal> {
    let Some((first, rest)) = body.split_first() else {
        return Err(Refusal::at(1, Why::NoMain));
    };
    let mut starts = Starts::default();
    let mut cursor = Cursor::new(first);
    let (start, behind) = if cursor.eat("tasks = [") {
        starts.items(&mut cursor, names, "asyncio . create_task (", "]")?;
        (Start::Tasks, require_awaiting(first, rest, &cursor)?)
    } else if cursor.eat("await asyncio . gather (") {
        starts.items(&mut cursor, names, "", ")")?;
        (Start::Gather, rest)
    } else if cursor.eat("async with asyncio . TaskGroup ( ) as group :") {
        cursor.end()?;
        let inside = body_of(body, 0);
        starts.statements(inside, names, "group . create_task (", ")")?;
        (Start::TaskGroup, rest.get(inside.len()..).unwrap_or_default())
    } else {
        starts.statements(body, names, "await", "")?;
        (Start::OneAfterTheOther, <&[Line<'_>]>::default())
    };
    match behind.first() {
        Some(line) => Err(Refusal::at(line.number, Why::NotAForm)),
        None => Ok((start, starts)),
    }
}

/// The two lines that wait for the tasks; gives what comes behind them.
fn require_awaiting<'l, 'a>(
    tasks: &Line<'a>,
    rest: &'l [Line<'a>],
    end: &Cursor<'_, 'a>,
) -> Result<&'l [Line<'a>], Refusal> {
    let Some((head, rest)) = rest.split_first() else {
        return Err(end.refusal());
    };
    let mut cursor = Cursor::new(head);
    cursor.require("for task in tasks :")?;
    cursor.end()?;
    if head.indent != tasks.indent {
        return Err(Refusal::at(head.number, Why::NotAForm));
    }
    let Some((awaiting, behind)) = rest.split_first() else {
        return Err(cursor.refusal());
    };
    let mut cursor = Cursor::new(awaiting);
    cursor.require("await task")?;
    cursor.end()?;
    if awaiting.indent <= head.indent {
        return Err(Refusal::at(awaiting.number, Why::NotAForm));
    }
    Ok(behind)
}

impl Starts {
    /// How many copies of this coroutine are started.
    pub(super) fn copies(&self, name: &str) -> u32 {
        let found = self.found.iter().find(|(known, _)| known == name);
        found.map_or(0, |(_, copies)| *copies)
    }

    /// A statement for each start, or a loop for many.
    fn statements(
        &mut self,
        lines: &[Line<'_>],
        names: &Names<'_>,
        before: &str,
        after: &str,
    ) -> Result<(), Refusal> {
        let indent = lines.first().map_or(0, |line| line.indent);
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let mut cursor = Cursor::new(line);
            if line.indent != indent {
                return Err(cursor.refusal());
            }
            at += 1;
            if lines.len() == 1 && cursor.eat("pass") {
                return cursor.end();
            }
            if cursor.eat("for number in range ( 1 ,") {
                let copies = cursor.count(2, MAX_COPIES + 1)? - 1;
                cursor.require(") :")?;
                cursor.end()?;
                let inside = body_of(lines, at - 1);
                let Some(call) = inside.first() else {
                    return Err(cursor.refusal());
                };
                if let Some(more) = inside.get(1) {
                    return Err(Refusal::at(more.number, Why::NotAForm));
                }
                let mut cursor = Cursor::new(call);
                let call = Call::read(&mut cursor, names, before, after)?;
                cursor.end()?;
                self.add_many(&call, copies)?;
                at += 1;
            } else {
                let call = Call::read(&mut cursor, names, before, after)?;
                cursor.end()?;
                self.add_one(&call)?;
            }
        }
        Ok(())
    }

    /// The items of a list, up to its end.
    fn items(
        &mut self,
        cursor: &mut Cursor<'_, '_>,
        names: &Names<'_>,
        before: &str,
        end: &str,
    ) -> Result<(), Refusal> {
        let after = if before.is_empty() { "" } else { ")" };
        while !cursor.eat(end) {
            if cursor.eat("* [") {
                let call = Call::read(cursor, names, before, after)?;
                cursor.require("for number in range ( 1 ,")?;
                let copies = cursor.count(2, MAX_COPIES + 1)? - 1;
                cursor.require(") ]")?;
                self.add_many(&call, copies)?;
            } else {
                let call = Call::read(cursor, names, before, after)?;
                self.add_one(&call)?;
            }
            if !cursor.eat(",") {
                cursor.require(end)?;
                break;
            }
        }
        cursor.end()
    }

    /// One more copy, with the number after the last one's.
    fn add_one(&mut self, call: &Call<'_>) -> Result<(), Refusal> {
        if self.found.last().is_none_or(|(name, _)| name != call.name) {
            self.add(call, 0)?;
        }
        let Some((_, copies)) = self.found.last_mut() else {
            return Err(call.refusal());
        };
        *copies += 1;
        match call.argument {
            _ if *copies > MAX_COPIES => Err(Refusal::at(call.line, Why::Amount)),
            Argument::Nothing => Ok(()),
            Argument::Number(number) if number == *copies => Ok(()),
            Argument::Number(_) | Argument::Counted => Err(call.refusal()),
        }
    }

    fn add_many(&mut self, call: &Call<'_>, copies: u32) -> Result<(), Refusal> {
        match call.argument {
            Argument::Number(_) => Err(call.refusal()),
            Argument::Nothing | Argument::Counted => self.add(call, copies),
        }
    }

    /// A coroutine that was not started before.
    fn add(&mut self, call: &Call<'_>, copies: u32) -> Result<(), Refusal> {
        if self.found.iter().any(|(name, _)| name == call.name) {
            return Err(call.refusal());
        }
        self.found.push((call.name.to_owned(), copies));
        Ok(())
    }
}

/// A coroutine that `main` starts.
struct Call<'a> {
    name: &'a str,
    argument: Argument,
    line: u32,
}

/// What a coroutine is called with.
enum Argument {
    Nothing,
    Number(u32),
    /// The number that a loop counts.
    Counted,
}

impl<'a> Call<'a> {
    /// Reads a call between these words and marks.
    fn read(
        cursor: &mut Cursor<'_, 'a>,
        names: &Names<'_>,
        before: &str,
        after: &str,
    ) -> Result<Self, Refusal> {
        if !before.is_empty() {
            cursor.require(before)?;
        }
        let line = cursor.line();
        let refusal = cursor.refusal();
        let name = cursor.word().ok_or(refusal)?;
        cursor.require("(")?;
        let is_numbered = names
            .numbered(name)
            .ok_or_else(|| Refusal::at(line, Why::Unknown(name.to_owned())))?;
        let argument = if !is_numbered {
            Argument::Nothing
        } else if cursor.eat("number") {
            Argument::Counted
        } else {
            Argument::Number(cursor.count(1, MAX_COPIES)?)
        };
        cursor.require(")")?;
        if !after.is_empty() {
            cursor.require(after)?;
        }
        Ok(Self { name, argument, line })
    }

    fn refusal(&self) -> Refusal {
        Refusal::at(self.line, Why::Numbering(self.name.to_owned()))
    }
}
