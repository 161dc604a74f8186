//! From byte offsets to lines and columns.

use crate::bytecode::Span;

/// Where each line of a source text starts. Lines end with `\n`, `\r\n` or `\r`, as for CPython.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    /// The byte offset of each line's first character; the first is 0.
    starts: Vec<u32>,
    /// The length of the source in bytes.
    length: u32,
}

impl LineIndex {
    #[must_use]
    pub fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (index, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(index + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(saturate(index + 1));
            }
        }
        LineIndex {
            starts,
            length: saturate(bytes.len()),
        }
    }

    /// The number of lines; a text that ends with a line break has an empty last line.
    #[must_use]
    pub fn count(&self) -> u32 {
        saturate(self.starts.len())
    }

    /// The 1-based line of a byte offset. Offsets behind the end belong to the last line.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        saturate(self.starts.partition_point(|start| *start <= offset)).max(1)
    }

    /// The 1-based line and the 1-based column in characters of a byte offset.
    #[must_use]
    pub fn position(&self, source: &str, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        let start = self.span(line).start as usize;
        let before = source.get(start..offset as usize).unwrap_or("");
        (line, saturate(before.chars().count()).saturating_add(1))
    }

    /// The byte range of a 1-based line, its line break included; empty for lines that do not exist.
    #[must_use]
    pub fn span(&self, line: u32) -> Span {
        let index = (line as usize).saturating_sub(1);
        let start = self.starts.get(index).copied().unwrap_or(self.length);
        let end = self.starts.get(index + 1).copied().unwrap_or(self.length);
        Span { start, end }
    }

    /// The text of a 1-based line without its line break; empty for lines that do not exist.
    #[must_use]
    pub fn text<'s>(&self, source: &'s str, line: u32) -> &'s str {
        let span = self.span(line);
        source
            .get(span.start as usize..span.end as usize)
            .unwrap_or("")
            .trim_end_matches(['\r', '\n'])
    }
}

fn saturate(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_line_endings_end_a_line() {
        let source = "a\nb\r\nc\rd";
        let lines = LineIndex::new(source);
        let texts: Vec<_> = (1..=4).map(|line| lines.text(source, line)).collect();
        assert_eq!(texts, ["a", "b", "c", "d"]);
        assert_eq!(lines.count(), 4);
        assert_eq!(lines.line(3), 2);
        assert_eq!(lines.line(4), 2);
        assert_eq!(lines.line(5), 3);
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = "x\nä = ?";
        assert_eq!(LineIndex::new(source).position(source, 7), (2, 5));
        assert_eq!(LineIndex::new(source).position(source, 1000), (2, 1));
    }
}
