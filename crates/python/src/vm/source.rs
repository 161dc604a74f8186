//! A source file of a running program.

use crate::bytecode::Span;

/// Text with its name, kept for tracebacks.
pub struct Source {
    /// As tracebacks show it.
    pub name: String,
    pub text: String,
    /// Byte offsets at which lines begin.
    line_starts: Vec<u32>,
    pub owner: Owner,
}

/// Whose code it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The person's program: its lines are traced and shown.
    Program,
    /// A module of ours that is written in Python: hidden in tracebacks and not traced.
    Library,
}

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>, owner: Owner) -> Self {
        let text = text.into();
        // A byte-order mark is no part of the first line.
        let first = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let line_starts = std::iter::once(first as u32)
            .chain(
                text.bytes()
                    .enumerate()
                    .filter(|(_, b)| *b == b'\n')
                    .map(|(at, _)| at as u32 + 1),
            )
            .collect();
        Source {
            name: name.into(),
            text,
            line_starts,
            owner,
        }
    }

    /// The 1-based line of a byte offset.
    pub fn line_of(&self, offset: u32) -> u32 {
        let started = self.line_starts.partition_point(|start| *start <= offset);
        started.max(1) as u32
    }

    /// The 1-based line of a byte offset, and how many bytes of the line stand before it.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        let line = self.line_of(offset);
        let start = self.line_starts.get((line as usize).saturating_sub(1));
        (line, offset.saturating_sub(start.copied().unwrap_or_default()))
    }

    pub fn line_count(&self) -> u32 {
        self.line_starts.len() as u32
    }

    /// A line's bytes without the spaces around it; nothing if there is no such line.
    pub fn span_of(&self, line: u32) -> Span {
        let start = (line as usize)
            .checked_sub(1)
            .and_then(|index| self.line_starts.get(index).copied());
        let (Some(start), Some(text)) = (start, self.line(line)) else {
            return Span::default();
        };
        let indent = (text.len() - text.trim_start().len()) as u32;
        Span {
            start: start + indent,
            end: start + indent + text.trim().len() as u32,
        }
    }

    /// A line's text without its end; `None` if there is no such line.
    pub fn line(&self, line: u32) -> Option<&str> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.line_starts.get(index)? as usize;
        let end = self
            .line_starts
            .get(index + 1)
            .map_or(self.text.len(), |end| *end as usize);
        self.text
            .get(start..end)
            .map(|line| line.trim_end_matches(['\n', '\r']))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_line() {
        let source = Source::new("a.py", "\u{feff}x = 1\ny\n", Owner::Program);
        assert_eq!(source.line(1), Some("x = 1"));
        assert_eq!(source.position(3), (1, 0));
        assert_eq!(source.position(0), (1, 0));
        assert_eq!(source.position(9), (2, 0));
    }
}
