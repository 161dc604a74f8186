//! Inconsistent indentation.

use super::Cause;
use super::tokens::Tokens;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::{TextRange, TextSize};

/// The width of an indentation with tabs of eight columns, and with tabs of one. Lines whose order depends on the
/// width of a tab are inconsistent.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Indentation {
    wide: usize,
    narrow: usize,
}

/// The first line that fits no open block, or whose place depends on the width of tabs.
pub(super) fn first_error(tokens: &Tokens) -> Option<Cause> {
    let mut open = vec![Indentation { wide: 0, narrow: 0 }];
    let mut before = TokenKind::Newline;
    for index in 0..tokens.len() {
        let kind = tokens.kind(index);
        // Indentation that fits no block is a token of its own.
        let is_blank = tokens.text(tokens.range(index)).trim().is_empty();
        if matches!(kind, TokenKind::Indent | TokenKind::Dedent) || (kind == TokenKind::Unknown && is_blank) {
            continue;
        }
        let begins_line =
            before == TokenKind::Newline && !matches!(kind, TokenKind::EndOfFile | TokenKind::Newline);
        before = kind;
        if !begins_line {
            continue;
        }
        let start = tokens.range(index).start();
        let (line, here) = measure(tokens.source(), start);
        let place = TextRange::empty(line);
        if here.wide > open.last().map_or(0, |last| last.wide) {
            if here.narrow <= open.last().map_or(0, |last| last.narrow) {
                return Some(tab_error(place));
            }
            open.push(here);
            continue;
        }
        while open.len() > 1 && open.last().is_some_and(|last| last.wide > here.wide) {
            open.pop();
        }
        let last = open.last().copied().unwrap_or(here);
        if last.wide != here.wide {
            let message = "unindent does not match any outer indentation level";
            return Some(Cause::indentation(line_end(tokens.source(), start), message));
        }
        if last.narrow != here.narrow {
            return Some(tab_error(place));
        }
    }
    None
}

fn tab_error(place: TextRange) -> Cause {
    let message = "inconsistent use of tabs and spaces in indentation";
    Cause {
        exception: "TabError",
        ..Cause::new(place, message)
    }
}

/// The start of the line that a token begins, and its indentation.
fn measure(source: &str, token: TextSize) -> (TextSize, Indentation) {
    let before = source.get(..token.to_usize()).unwrap_or("");
    let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let mut here = Indentation { wide: 0, narrow: 0 };
    for byte in before.bytes().skip(start) {
        match byte {
            b'\t' => {
                here = Indentation {
                    wide: (here.wide / 8 + 1) * 8,
                    narrow: here.narrow + 1,
                }
            }
            0x0c => here = Indentation { wide: 0, narrow: 0 },
            _ => {
                here = Indentation {
                    wide: here.wide + 1,
                    narrow: here.narrow + 1,
                }
            }
        }
    }
    (TextSize::new(u32::try_from(start).unwrap_or(u32::MAX)), here)
}

fn line_end(source: &str, offset: TextSize) -> TextRange {
    let rest = source.get(offset.to_usize()..).unwrap_or("");
    let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
    TextRange::empty(offset + TextSize::new(u32::try_from(length).unwrap_or(u32::MAX)))
}
