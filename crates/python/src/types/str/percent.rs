//! `format % values`, for strings and for bytes.

use crate::object::{Str, Tuple, Value};
use crate::vm::VmResult;
use crate::vm::cx::Cx;
use crate::vm::errors::BYTES_AN_INSTRUCTION;
use crate::vm::protocol::arithmetic::int_of;
use crate::vm::protocol::special::{Slot, slot};
use crate::vm::protocol::{format, index};
use std::rc::Rc;
use switchboard_pyfmt::percent::{self, Amount, Conversion, Layout, Piece, Pieces};
use switchboard_pyfmt::{Int, int_float};

/// What is formatted. Bytes are passed as text of the code points 0 to 255.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Text,
    Bytes,
}

/// The values that are left to be formatted.
struct Values<'a> {
    all: &'a Value,
    /// A tuple holds the values; anything else is the one value.
    tuple: Option<Rc<Tuple>>,
    next: usize,
    used_key: bool,
}

/// What text between conversions takes, in instructions.
const LITERAL_COST: usize = 3;

/// `format % values`.
pub async fn percent(cx: &Cx, format: &Str, values: &Value, subject: Subject) -> VmResult<String> {
    let vm = &cx.vm;
    let mut left = Values {
        all: values,
        tuple: values.as_tuple().cloned(),
        next: 0,
        used_key: false,
    };
    let mut text = String::with_capacity(format.len());
    for piece in Pieces::new(format) {
        let conversion = match piece.map_err(|error| vm.raise(error))? {
            Piece::Literal(literal) => {
                cx.charge(LITERAL_COST + literal.len() / BYTES_AN_INSTRUCTION)
                    .await?;
                text.push_str(literal);
                continue;
            }
            Piece::Conversion(conversion) => conversion,
        };
        let keyed = match conversion.key {
            Some(key) => Some(look_up(cx, &mut left, key, subject).await?),
            None => None,
        };
        let width = star(cx, conversion.width, &mut left)?;
        let precision = star(cx, conversion.precision, &mut left)?;
        let layout = conversion
            .layout(width, precision, vm.room())
            .map_err(|error| vm.raise(error))?;
        // A star takes away the value that a key found.
        let stars = [conversion.width, conversion.precision].contains(&Some(Amount::Star));
        let value = match keyed.filter(|_| !stars).or_else(|| left.take()) {
            Some(value) => value,
            None => return Err(vm.raise(percent::not_enough_arguments())),
        };
        let piece = one(cx, &conversion, &layout, &value, subject).await?;
        vm.charge(piece.len() + 10)?;
        text.push_str(&piece);
        vm.reserve(text.len())?;
    }
    if left.has_more(cx) {
        let what = match subject {
            Subject::Text => "string",
            Subject::Bytes => "bytes",
        };
        return Err(vm.type_error(format!("not all arguments converted during {what} formatting")));
    }
    Ok(text)
}

impl Values<'_> {
    fn take(&mut self) -> Option<Value> {
        let value = match &self.tuple {
            Some(tuple) => tuple.get(self.next).cloned(),
            None if self.next == 0 && !self.used_key => Some(self.all.clone()),
            None => None,
        };
        self.next += 1;
        value
    }

    /// Whether values are left over. A mapping may have more than is used.
    fn has_more(&self, cx: &Cx) -> bool {
        match &self.tuple {
            Some(tuple) => self.next < tuple.len(),
            None => self.next == 0 && !self.used_key && !is_mapping(cx, self.all),
        }
    }
}

/// What may stand right of `%` unused: anything with `[]` but tuples and text.
fn is_mapping(cx: &Cx, value: &Value) -> bool {
    if value.as_tuple().is_some() || value.as_str().is_some() {
        return false;
    }
    match value {
        Value::Instance(_) => !matches!(
            slot(&cx.vm, value, &cx.vm.names.getitem),
            Slot::Missing | Slot::Refused
        ),
        _ => cx.vm.lookup(cx.vm.type_of(value), &cx.vm.names.getitem).is_some(),
    }
}

async fn look_up(cx: &Cx, left: &mut Values<'_>, key: &str, subject: Subject) -> VmResult<Value> {
    if !is_mapping(cx, left.all) {
        return Err(cx.vm.raise(percent::requires_mapping()));
    }
    left.used_key = true;
    let key = match subject {
        Subject::Text => Value::str(key),
        Subject::Bytes => Value::bytes(narrow(key)),
    };
    cx.get_item(left.all, &key).await
}

/// Text of the code points 0 to 255 as bytes.
pub fn narrow(text: &str) -> Vec<u8> {
    text.chars()
        .filter_map(|c| u8::try_from(u32::from(c)).ok())
        .collect()
}

fn star(cx: &Cx, amount: Option<Amount>, left: &mut Values<'_>) -> VmResult<Option<i64>> {
    if amount != Some(Amount::Star) {
        return Ok(None);
    }
    match left.take() {
        Some(value) if value.is_int() => Ok(Some(index::saturate(&value))),
        Some(_) => Err(cx.vm.raise(percent::star_wants_int())),
        None => Err(cx.vm.raise(percent::not_enough_arguments())),
    }
}

async fn one(
    cx: &Cx,
    conversion: &Conversion<'_>,
    layout: &Layout,
    value: &Value,
    subject: Subject,
) -> VmResult<String> {
    let vm = &cx.vm;
    if let Some(text) = value.as_str() {
        // A precision is counted in characters.
        vm.charge(text.len() / 8)?;
    }
    match (conversion.kind, subject) {
        ('s', Subject::Text) => Ok(conversion.format_text(layout, &cx.str(value).await?)),
        ('r', Subject::Text) => Ok(conversion.format_text(layout, &cx.repr(value).await?)),
        ('a', _) | ('r', Subject::Bytes) => {
            let text = format::ascii(cx.repr(value).await?);
            Ok(conversion.format_text(layout, &text))
        }
        ('s' | 'b', Subject::Bytes) => {
            let data = crate::types::bytes::from_object(cx, value).await?;
            let Some(data) = data else {
                return Err(vm.type_error(format!(
                    "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                    vm.type_name(value)
                )));
            };
            let text: String = data.iter().map(|byte| char::from(*byte)).collect();
            Ok(conversion.format_text(layout, &text))
        }
        ('c', _) => {
            let c = character(cx, conversion, value, subject)?;
            Ok(conversion.format_char(layout, c))
        }
        _ if conversion.takes_int() => {
            let int = integer(cx, conversion, value).await?;
            conversion
                .format_int(layout, int.as_ref())
                .map_err(|error| vm.raise(error))
        }
        _ if conversion.takes_float() => {
            let float =
                crate::types::float::float(cx, value, |name| format!("must be real number, not {name}"));
            Ok(conversion.format_float(layout, float.await?))
        }
        _ => Err(vm.raise(conversion.unsupported_character())),
    }
}

fn character(cx: &Cx, conversion: &Conversion<'_>, value: &Value, subject: Subject) -> VmResult<char> {
    let vm = &cx.vm;
    if subject == Subject::Bytes {
        if let Some(data) = crate::types::bytes::bytes_of(value.base())
            && let [byte] = data[..]
        {
            return Ok(char::from(byte));
        }
        return match value.as_i64() {
            Some(byte) => u8::try_from(byte)
                .map(char::from)
                .map_err(|_| vm.overflow_error("%c arg not in range(256)")),
            None => Err(vm.type_error(
                "%c requires an integer in range(256) or a single byte, not ".to_string()
                    + &vm.type_name(value),
            )),
        };
    }
    if let Some(int) = int_of(value) {
        return percent::char_from_int(int).map_err(|error| vm.raise(error));
    }
    let mut characters = value.as_str().map(|text| text.chars()).into_iter().flatten();
    match (characters.next(), characters.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(vm.raise(conversion.wrong_type(&vm.type_name(value)))),
    }
}

/// The int of `%d` (which floats may stand for) and `%x`.
async fn integer(cx: &Cx, conversion: &Conversion<'_>, value: &Value) -> VmResult<Int> {
    let vm = &cx.vm;
    if let Some(int) = int_of(value) {
        return Ok(int.to_owned());
    }
    let is_decimal = matches!(conversion.kind, 'd' | 'i' | 'u');
    if let (true, Value::Float(float)) = (is_decimal, value.base()) {
        return int_float::float_to_int(*float).map_err(|error| vm.raise(error));
    }
    let int = match value {
        Value::Instance(_) if index::has_index(vm, value) => Some(index::index(cx, value).await?),
        Value::Instance(_) if is_decimal => cx.special(value, &vm.names.int, vec![]).await?,
        _ => None,
    };
    match int.as_ref().and_then(int_of) {
        Some(int) => Ok(int.to_owned()),
        None => Err(vm.raise(conversion.wrong_type(&vm.type_name(value)))),
    }
}
