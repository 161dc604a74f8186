//! A program's output, cut into lines.

use switchboard_python::Output;
use switchboard_python::vm::Stream;

/// A line that a program has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When its last character was written, in virtual nanoseconds.
    pub time: u64,
    pub stream: Stream,
    /// Without its newline.
    pub text: String,
}

/// Puts pieces of output together to lines.
#[derive(Debug, Default)]
pub struct Lines {
    finished: Vec<Line>,
    stdout: Unfinished,
    stderr: Unfinished,
}

/// A line whose newline has not come yet.
#[derive(Debug, Default)]
struct Unfinished {
    text: String,
    time: u64,
}

impl Lines {
    /// Adds what was written since the last piece.
    pub fn push(&mut self, output: &Output) {
        let unfinished = match output.stream {
            Stream::Stdout => &mut self.stdout,
            Stream::Stderr => &mut self.stderr,
        };
        for piece in output.text.split_inclusive('\n') {
            unfinished.time = output.time;
            match piece.strip_suffix('\n') {
                Some(end) => {
                    unfinished.text.push_str(end);
                    self.finished.push(Line {
                        time: output.time,
                        stream: output.stream,
                        text: std::mem::take(&mut unfinished.text),
                    });
                }
                None => unfinished.text.push_str(piece),
            }
        }
    }

    /// All lines in the order in which they ended; last lines without a newline come at the end, standard output's
    /// first.
    pub fn finish(self) -> Vec<Line> {
        let mut lines = self.finished;
        for (stream, unfinished) in [(Stream::Stdout, self.stdout), (Stream::Stderr, self.stderr)] {
            if !unfinished.text.is_empty() {
                lines.push(Line {
                    time: unfinished.time,
                    stream,
                    text: unfinished.text,
                });
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(pieces: &[(u64, Stream, &str)]) -> Vec<(u64, Stream, String)> {
        let mut lines = Lines::default();
        for (time, stream, text) in pieces {
            lines.push(&Output {
                time: *time,
                stream: *stream,
                text: (*text).to_owned(),
            });
        }
        let finished = lines.finish().into_iter();
        finished.map(|line| (line.time, line.stream, line.text)).collect()
    }

    #[test]
    fn a_line_has_the_time_of_its_newline() {
        let found = lines(&[(1, Stream::Stdout, "a"), (2, Stream::Stdout, "b\nc\n")]);
        assert_eq!(
            found,
            [(2, Stream::Stdout, "ab".into()), (2, Stream::Stdout, "c".into())]
        );
    }

    #[test]
    fn lines_without_newline_come_last_and_standard_output_first() {
        let found = lines(&[
            (1, Stream::Stderr, "e"),
            (2, Stream::Stdout, "o"),
            (3, Stream::Stdout, ""),
            (3, Stream::Stderr, "\nf"),
        ]);
        assert_eq!(
            found,
            [
                (3, Stream::Stderr, "e".into()),
                (2, Stream::Stdout, "o".into()),
                (3, Stream::Stderr, "f".into())
            ]
        );
    }

    #[test]
    fn empty_lines_are_lines() {
        assert_eq!(
            lines(&[(5, Stream::Stdout, "\n\n")]),
            [(5, Stream::Stdout, "".into()), (5, Stream::Stdout, "".into())]
        );
    }
}
