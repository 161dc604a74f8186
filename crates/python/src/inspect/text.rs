//! A value's text in a few words: what `repr` would give, without running the program's code, and without first
//! building a long text.

use crate::object::{Dict, Exc, Set, Value};
use crate::vm::Vm;
use crate::vm::protocol::text::try_repr;
use std::rc::Rc;
use switchboard_pyfmt::str_repr;

/// Texts are cut behind so many characters.
const MOST: usize = 80;

/// Containers in containers are looked into so deep.
const DEEPEST: u32 = 6;

/// Integers of more bits are described: their digits take long to find.
const MOST_BITS: u64 = 2_000;

/// The text of a value.
pub fn short_text(vm: &Rc<Vm>, value: &Value) -> String {
    let mut writer = Writer {
        vm,
        text: String::new(),
    };
    writer.write(value, 0);
    let Writer { mut text, .. } = writer;
    if let Some((cut, _)) = text.char_indices().nth(MOST) {
        text.truncate(cut);
        text.push('…');
    }
    text
}

struct Writer<'a> {
    vm: &'a Rc<Vm>,
    text: String,
}

impl Writer<'_> {
    fn is_full(&self) -> bool {
        // A character takes up to four bytes: the exact cut comes later.
        self.text.len() > 4 * MOST
    }

    fn write(&mut self, value: &Value, depth: u32) {
        if self.is_full() {
            return;
        }
        if depth > DEEPEST {
            self.text.push('…');
            return;
        }
        match value {
            Value::Str(text) => self.write_str(text),
            Value::Bytes(bytes) => {
                let shown = bytes.data.get(..MOST).unwrap_or(&bytes.data);
                self.text.push_str(&str_repr::bytes_repr(shown));
            }
            Value::BigInt(big) if big.bits() > MOST_BITS => self.describe("int", None),
            Value::List(list) => self.items("[", "]", depth, |at| list.get(at)),
            Value::Tuple(items) => {
                let end = if items.len() == 1 { ",)" } else { ")" };
                self.items("(", end, depth, |at| items.get(at).cloned());
            }
            Value::Dict(dict) => self.pairs(dict, depth),
            Value::Set(set) if set.is_empty() => self.text.push_str("set()"),
            Value::Set(set) => self.members("{", "}", set, depth),
            Value::FrozenSet(set) if set.is_empty() => self.text.push_str("frozenset()"),
            Value::FrozenSet(set) => self.members("frozenset({", "})", set, depth),
            Value::Function(function) => self.describe("function", Some(&function.qualname.borrow())),
            Value::Generator(generator) => {
                let kind = self.vm.type_name(value).to_string();
                self.describe(&kind, Some(&generator.qualname.borrow()));
            }
            Value::Instance(_) => match Exc::from_value(value) {
                Some(exc) => {
                    self.text.push_str(exc.class_name());
                    let args = exc.data().args.borrow().clone();
                    self.items("(", ")", depth, |at| args.get(at).cloned());
                }
                None => self.describe(&self.vm.type_name(value).to_string(), None),
            },
            Value::Method(_) | Value::Slice(_) | Value::Iter(_) | Value::Cell(_) | Value::Code(_) => {
                self.describe(&self.vm.type_name(value).to_string(), None);
            }
            // What is left is short by nature, and knows its own text.
            _ => match try_repr(self.vm, value) {
                Ok(Some(text)) => self.text.push_str(&text),
                _ => self.describe(&self.vm.type_name(value).to_string(), None),
            },
        }
    }

    fn write_str(&mut self, text: &str) {
        let end = text.char_indices().nth(MOST).map_or(text.len(), |(at, _)| at);
        let shown = text.get(..end).unwrap_or_default();
        self.text.push_str(&str_repr::str_repr(shown));
        if end < text.len() {
            self.text.push('…');
        }
    }

    /// `<Point object>`, `<function name>`.
    fn describe(&mut self, kind: &str, name: Option<&str>) {
        self.text.push('<');
        self.text.push_str(kind);
        self.text.push(' ');
        self.text.push_str(name.unwrap_or("object"));
        self.text.push('>');
    }

    fn items(&mut self, open: &str, close: &str, depth: u32, item: impl Fn(usize) -> Option<Value>) {
        self.text.push_str(open);
        let mut at = 0;
        while let Some(value) = item(at).filter(|_| !self.is_full()) {
            if at > 0 {
                self.text.push_str(", ");
            }
            self.write(&value, depth + 1);
            at += 1;
        }
        self.text.push_str(close);
    }

    fn pairs(&mut self, dict: &Dict, depth: u32) {
        self.text.push('{');
        let mut at = 0;
        let mut is_first = true;
        while let Some((position, _, key, value)) = dict.entry_at(at).filter(|_| !self.is_full()) {
            at = position;
            if !std::mem::replace(&mut is_first, false) {
                self.text.push_str(", ");
            }
            self.write(&key, depth + 1);
            self.text.push_str(": ");
            self.write(&value, depth + 1);
        }
        self.text.push('}');
    }

    fn members(&mut self, open: &str, close: &str, set: &Set, depth: u32) {
        self.text.push_str(open);
        let mut at = 0;
        let mut is_first = true;
        while let Some((position, _, key)) = set.entry_at(at).filter(|_| !self.is_full()) {
            at = position;
            if !std::mem::replace(&mut is_first, false) {
                self.text.push_str(", ");
            }
            self.write(&key, depth + 1);
        }
        self.text.push_str(close);
    }
}
