//! What is refused before parsing, because it would exhaust the stack of the parser or of later stages.
//!
//! All stages are recursive in the depth of the syntax tree, and the stack is small (1 MiB in a browser). A scan of
//! the text finds, without recursion, how deep the tree can become at most: brackets, indentation and operators
//! that nest to the right cost the parser whole chains of calls, operators, attributes and calls that nest to the
//! left only cost the tree's destructor a little.

use super::diagnostic::{Severity, Sink};
use super::hint::Hint;
use super::scan::{Event, Scanner};
use ruff_text_size::{TextRange, TextSize};

/// A larger source takes seconds to compile in a browser.
const MOST_BYTES: usize = 2 << 20;

/// CPython's limit on nested brackets; here also on all that nests, taken together.
const MOST_NESTED: u32 = 200;

/// CPython's limit on levels of indentation.
const MOST_INDENTED: u32 = 99;

/// How many binary operators, attributes, calls and subscripts may follow each other.
const MOST_CHAINED: u32 = 2_000;

/// Whether a source can be parsed safely.
pub(super) fn is_within(source: &str) -> bool {
    let lines = super::lines::LineIndex::new(source);
    let mut sink = Sink::new(source, &lines);
    check(source, &mut sink);
    !sink.has_errors()
}

/// Refuses sources that cannot be compiled safely.
pub(super) fn check(source: &str, sink: &mut Sink) {
    if source.len() > MOST_BYTES {
        return sink.push(
            Severity::Error,
            "too-large",
            "SyntaxError",
            TextRange::default(),
            format!("the source is larger than {} MB", MOST_BYTES >> 20),
            Some(Hint::CutDown(MOST_BYTES >> 20)),
        );
    }
    if let Some(null) = memchr(0, source) {
        sink.syntax_error(at(null), "source code cannot contain null bytes");
        return;
    }
    check_nesting(source, sink);
}

/// The nesting inside one open bracket, or outside all of them.
#[derive(Clone, Copy, Default)]
struct Level {
    nested: u32,
    /// Lambdas whose parameters are not over: commas between them do not end anything.
    lambdas: u32,
    chained: u32,
}

impl Level {
    fn depth(self) -> u32 {
        self.nested + self.lambdas
    }
}

fn check_nesting(source: &str, sink: &mut Sink) {
    let mut around: Vec<Level> = Vec::new();
    let mut total = Level::default();
    let mut here = Level::default();
    let mut indented = 0;
    for (offset, event) in Scanner::new(source) {
        match event {
            Event::Open { follows_operand } => {
                here.chained += u32::from(follows_operand);
                total.nested += here.depth() + 1;
                total.chained += here.chained;
                around.push(std::mem::take(&mut here));
                if around.len() > MOST_NESTED as usize {
                    return sink.syntax_error(at(offset), "too many nested parentheses");
                }
            }
            Event::Close => {
                if let Some(outer) = around.pop() {
                    here = outer;
                    total.nested -= here.depth() + 1;
                    total.chained -= here.chained;
                }
            }
            Event::Separator => {
                here = Level {
                    lambdas: here.lambdas,
                    ..Level::default()
                }
            }
            Event::Assign => here.chained = 0,
            Event::Nest => here.nested += 1,
            Event::Lambda => here.lambdas += 1,
            Event::Colon if here.lambdas > 0 => {
                here.lambdas -= 1;
                here.nested += 1;
            }
            Event::Colon => {}
            Event::Chain => here.chained += 1,
            Event::Line { indentation } => {
                around.clear();
                total = Level::default();
                here = Level::default();
                indented = indentation;
                if indented > MOST_INDENTED {
                    let message = "too many levels of indentation".to_owned();
                    return sink.push(
                        Severity::Error,
                        "syntax-error",
                        "IndentationError",
                        at(offset),
                        message,
                        None,
                    );
                }
            }
        }
        if indented + total.nested + here.depth() > MOST_NESTED || total.chained + here.chained > MOST_CHAINED
        {
            return sink.push(
                Severity::Error,
                "too-complex",
                "SyntaxError",
                at(offset),
                "too many nested expressions".to_owned(),
                Some(Hint::NameParts),
            );
        }
    }
}

fn memchr(byte: u8, source: &str) -> Option<usize> {
    source.bytes().position(|candidate| candidate == byte)
}

fn at(offset: usize) -> TextRange {
    TextRange::empty(TextSize::new(u32::try_from(offset).unwrap_or(u32::MAX)))
}
