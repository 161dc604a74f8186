//! A rough scan of source text: only as much of Python's lexical structure as bounds the depth of the syntax tree.

/// What the scan finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// A bracket opens, or a field of an f-string. Directly behind a value it is a call or a subscript.
    Open {
        follows_operand: bool,
    },
    Close,
    /// A comma, or the end of a statement on one line: what follows does not nest in what was before.
    Separator,
    /// `=`: what follows is not part of the expression before.
    Assign,
    /// An operator that nests to the right: `not`, `-x`, `**`, `... if ... else`.
    Nest,
    Lambda,
    Colon,
    /// An operator, or the dot of an attribute.
    Chain,
    /// A logical line begins. `indentation` counts the open blocks.
    Line {
        indentation: u32,
    },
}

/// What the scanner is inside of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// A round, square or curly bracket.
    Bracket,
    /// The expression of an f-string's field.
    Field,
    /// The format behind a field's colon.
    Spec,
    /// The text of an f-string.
    FString {
        quote: u8,
        is_triple: bool,
        is_raw: bool,
    },
}

/// Iterates over the events of a text, each with its byte offset.
pub(super) struct Scanner<'s> {
    bytes: &'s [u8],
    at: usize,
    modes: Vec<Mode>,
    /// The columns of the open blocks.
    indents: Vec<usize>,
    at_line_start: bool,
    /// Whether the last token ends a value, so that a bracket after it is a call or a subscript.
    after_operand: bool,
}

impl<'s> Scanner<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Scanner {
            bytes: source.as_bytes(),
            at: 0,
            modes: Vec::new(),
            indents: Vec::new(),
            at_line_start: true,
            after_operand: false,
        }
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// Measures a line's indentation; `None` for blank lines and comments.
    fn line_start(&mut self) -> Option<Event> {
        let mut column = 0;
        loop {
            match self.peek(0) {
                b' ' => column += 1,
                b'\t' => column = (column / 8 + 1) * 8,
                0x0c => column = 0,
                _ => break,
            }
            self.at += 1;
        }
        self.at_line_start = false;
        if matches!(self.peek(0), b'\n' | b'\r' | b'#' | 0) {
            return None;
        }
        while self.indents.last().is_some_and(|open| *open > column) {
            self.indents.pop();
        }
        if column > 0 && self.indents.last().is_none_or(|open| *open < column) {
            self.indents.push(column);
        }
        self.after_operand = false;
        Some(Event::Line {
            indentation: u32::try_from(self.indents.len()).unwrap_or(u32::MAX),
        })
    }

    /// One step in ordinary code; `None` if nothing of interest was there.
    fn code(&mut self) -> Option<Event> {
        let byte = self.peek(0);
        let was_operand = std::mem::replace(&mut self.after_operand, false);
        self.at += 1;
        match byte {
            b'(' | b'[' | b'{' => {
                self.modes.push(Mode::Bracket);
                return Some(Event::Open {
                    follows_operand: was_operand,
                });
            }
            b')' | b']' | b'}' => {
                self.after_operand = true;
                return self.close();
            }
            b',' | b';' => return Some(Event::Separator),
            b'\n' | b'\r' if self.modes.is_empty() => self.at_line_start = true,
            b'\n' | b'\r' | b' ' | b'\t' | 0x0c => self.after_operand = was_operand,
            b'\\' => {
                self.after_operand = was_operand;
                self.at += 1;
            }
            b'#' => {
                self.after_operand = was_operand;
                while !matches!(self.peek(0), b'\n' | b'\r') && self.at < self.bytes.len() {
                    self.at += 1;
                }
            }
            b'\'' | b'"' => {
                self.at -= 1;
                self.string(false);
                self.after_operand = true;
            }
            b':' if self.modes.last() == Some(&Mode::Field) => self.set_mode(Mode::Spec),
            b':' => return Some(Event::Colon),
            b'=' if self.peek(0) != b'=' => return Some(Event::Assign),
            b'=' | b'<' | b'>' | b'!' if self.peek(0) == b'=' => {
                self.at += 1;
                return Some(Event::Chain);
            }
            b'*' if self.peek(0) == b'*' => {
                self.at += 1;
                return Some(Event::Nest);
            }
            b'+' | b'-' | b'~' if !was_operand => return Some(Event::Nest),
            b'+' | b'-' | b'*' | b'/' | b'%' | b'@' | b'&' | b'|' | b'^' | b'<' | b'>' | b'!' | b'.' => {
                return Some(Event::Chain);
            }
            b'0'..=b'9' => {
                while self.peek(0).is_ascii_alphanumeric() || matches!(self.peek(0), b'_' | b'.') {
                    self.at += 1;
                }
                self.after_operand = true;
            }
            _ if is_name(byte) => return self.word(),
            _ => {}
        }
        None
    }

    fn close(&mut self) -> Option<Event> {
        self.modes.pop().map(|_| Event::Close)
    }

    fn set_mode(&mut self, mode: Mode) {
        if let Some(last) = self.modes.last_mut() {
            *last = mode;
        }
    }

    /// A name, a keyword, or the prefix of a string.
    fn word(&mut self) -> Option<Event> {
        let start = self.at - 1;
        while is_name(self.peek(0)) || self.peek(0).is_ascii_digit() {
            self.at += 1;
        }
        let word = self.bytes.get(start..self.at).unwrap_or_default();
        if matches!(self.peek(0), b'\'' | b'"') && is_string_prefix(word) {
            let has = |letter: u8| word.iter().any(|byte| byte.eq_ignore_ascii_case(&letter));
            self.after_operand = true;
            if has(b'f') || has(b't') {
                self.open_fstring(has(b'r'));
            } else {
                self.string(has(b'r'));
            }
            return None;
        }
        match word {
            b"not" | b"else" | b"await" => Some(Event::Nest),
            b"lambda" => Some(Event::Lambda),
            b"and" | b"or" | b"in" | b"is" | b"if" | b"elif" | b"for" | b"while" | b"return" | b"yield"
            | b"from" | b"import" | b"del" | b"assert" | b"raise" | b"with" | b"as" | b"case" | b"match" => {
                None
            }
            _ => {
                self.after_operand = true;
                None
            }
        }
    }

    fn quote(&mut self) -> (u8, bool) {
        let quote = self.peek(0);
        let is_triple = self.peek(1) == quote && self.peek(2) == quote;
        self.at += if is_triple { 3 } else { 1 };
        (quote, is_triple)
    }

    /// Whether the text ends here; if so, passes the closing quote.
    fn at_quote_end(&mut self, quote: u8, is_triple: bool) -> bool {
        let is_end = match is_triple {
            true => self.peek(0) == quote && self.peek(1) == quote && self.peek(2) == quote,
            // An unterminated string ends with its line.
            false => self.peek(0) == quote || self.peek(0) == b'\n',
        };
        if is_end && self.peek(0) == quote {
            self.at += if is_triple { 3 } else { 1 };
        }
        is_end
    }

    /// Passes a string without fields.
    fn string(&mut self, _is_raw: bool) {
        let (quote, is_triple) = self.quote();
        while self.at < self.bytes.len() && !self.at_quote_end(quote, is_triple) {
            // Even in raw strings a backslash keeps a quote from ending the string.
            self.at += if self.peek(0) == b'\\' { 2 } else { 1 };
        }
    }

    fn open_fstring(&mut self, is_raw: bool) {
        let (quote, is_triple) = self.quote();
        self.modes.push(Mode::FString {
            quote,
            is_triple,
            is_raw,
        });
    }

    /// One step in the text of an f-string, or in a field's format (`quote` 0).
    fn text(&mut self, quote: u8, is_triple: bool, is_raw: bool) -> Option<Event> {
        if quote != 0 && self.at_quote_end(quote, is_triple) {
            self.modes.pop();
            self.after_operand = true;
            return None;
        }
        let byte = self.peek(0);
        let is_double = self.peek(1) == byte && quote != 0;
        self.at += 1;
        match byte {
            b'{' if is_double => self.at += 1,
            b'{' => {
                self.modes.push(Mode::Field);
                self.after_operand = false;
                return Some(Event::Open {
                    follows_operand: false,
                });
            }
            b'}' if quote == 0 => return self.close(),
            b'\\' if !is_raw || self.peek(0) == quote || self.peek(0) == b'\\' => {
                // `\N{...}` is not a field.
                if self.peek(0) == b'N' && self.peek(1) == b'{' {
                    self.at += 1;
                }
                self.at += 1;
            }
            _ => {}
        }
        None
    }
}

impl Iterator for Scanner<'_> {
    type Item = (usize, Event);

    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.bytes.len() {
            let start = self.at;
            let event = match self.modes.last().copied() {
                Some(Mode::FString {
                    quote,
                    is_triple,
                    is_raw,
                }) => self.text(quote, is_triple, is_raw),
                Some(Mode::Spec) => self.text(0, false, false),
                _ if self.at_line_start => self.line_start(),
                _ => self.code(),
            };
            if let Some(event) = event {
                return Some((start, event));
            }
        }
        None
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

fn is_string_prefix(word: &[u8]) -> bool {
    word.len() <= 2 && word.iter().all(|byte| b"bBfFrRtTuU".contains(byte))
}
