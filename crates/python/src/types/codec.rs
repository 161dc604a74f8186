//! Encodings: `str.encode` and `bytes.decode`.

use crate::object::function::Getter;
use crate::object::{Exc, Str, Value};
use crate::vm::call::{Args, NativeDef, plain};
use crate::vm::{Vm, VmResult};
use std::fmt::Write;
use std::rc::Rc;

/// `__str__` of UnicodeEncodeError and UnicodeDecodeError.
pub const ERROR_METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| {
        let given = args.receiver().1.values.len();
        match given {
            5 => super::exception::new(vm, args),
            _ => Err(vm.type_error(format!("function takes exactly 5 arguments ({given} given)"))),
        }
    }),
    plain("__str__", error_text),
];

pub const ERROR_GETTERS: &[Getter] = &[
    part("encoding", |vm, exc| argument(vm, exc, 0)),
    part("object", |vm, exc| argument(vm, exc, 1)),
    part("start", |vm, exc| argument(vm, exc, 2)),
    part("end", |vm, exc| argument(vm, exc, 3)),
    part("reason", |vm, exc| argument(vm, exc, 4)),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    /// With a byte order mark at the start.
    Utf8Signed,
    Ascii,
    Latin1,
    Utf16(Endian),
    Utf32(Endian),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Endian {
    Little,
    Big,
    /// Little, announced by a byte order mark.
    Marked,
}

/// What is done about what can't be encoded or decoded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Handler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
}

/// Something in bytes that is no text.
struct Flaw {
    start: usize,
    end: usize,
    reason: &'static str,
}

/// `text.encode(encoding, errors)`. LookupError, UnicodeEncodeError.
pub fn encode(vm: &Vm, text: &Str, encoding: &str, errors: &str) -> VmResult<Vec<u8>> {
    let codec = find(vm, encoding)?;
    vm.allocate(text.len().saturating_mul(match codec {
        Encoding::Utf32(_) => 4,
        Encoding::Utf16(_) => 2,
        _ => 1,
    }))?;
    if !matches!(codec, Encoding::Utf8 | Encoding::Utf8Signed) {
        vm.charge(text.len() / 4)?;
        vm.strain(text.len() / 8)?;
    }
    match codec {
        Encoding::Utf8 => Ok(text.as_bytes().to_vec()),
        Encoding::Utf8Signed => Ok(["\u{feff}".as_bytes(), text.as_bytes()].concat()),
        Encoding::Ascii => encode_narrow(vm, text, 0x80, errors),
        Encoding::Latin1 => encode_narrow(vm, text, 0x100, errors),
        Encoding::Utf16(endian) => {
            let mark = (endian == Endian::Marked).then_some(0xfeff);
            let units = mark.into_iter().chain(text.encode_utf16());
            Ok(units
                .flat_map(|unit| match endian {
                    Endian::Big => unit.to_be_bytes(),
                    _ => unit.to_le_bytes(),
                })
                .collect())
        }
        Encoding::Utf32(endian) => {
            let mark = (endian == Endian::Marked).then_some(0xfeff);
            let units = mark.into_iter().chain(text.chars().map(u32::from));
            Ok(units
                .flat_map(|unit| match endian {
                    Endian::Big => unit.to_be_bytes(),
                    _ => unit.to_le_bytes(),
                })
                .collect())
        }
    }
}

/// `data.decode(encoding, errors)`. LookupError, UnicodeDecodeError.
pub fn decode(vm: &Vm, data: &[u8], encoding: &str, errors: &str) -> VmResult<String> {
    let codec = find(vm, encoding)?;
    vm.allocate(data.len())?;
    match codec {
        Encoding::Utf8 => decode_utf8(vm, data, errors),
        Encoding::Utf8Signed => {
            let data = data.strip_prefix("\u{feff}".as_bytes()).unwrap_or(data);
            decode_utf8(vm, data, errors)
        }
        Encoding::Latin1 => Ok(data.iter().map(|byte| char::from(*byte)).collect()),
        Encoding::Ascii => decode_ascii(vm, data, errors),
        Encoding::Utf16(endian) => decode_utf16(vm, data, endian, errors),
        Encoding::Utf32(endian) => decode_utf32(vm, data, endian, errors),
    }
}

const fn part(name: &'static str, get: fn(&Rc<Vm>, &Value) -> VmResult<Value>) -> Getter {
    Getter { name, get, set: None }
}

fn find(vm: &Vm, name: &str) -> VmResult<Encoding> {
    let normal: String = name
        .chars()
        .map(|c| match c {
            '_' | ' ' => '-',
            c => c.to_ascii_lowercase(),
        })
        .collect();
    Ok(match normal.as_str() {
        "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Encoding::Utf8,
        "utf-8-sig" => Encoding::Utf8Signed,
        "ascii" | "us-ascii" | "646" => Encoding::Ascii,
        "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" => {
            Encoding::Latin1
        }
        "utf-16" | "utf16" | "u16" => Encoding::Utf16(Endian::Marked),
        "utf-16-le" | "utf-16le" => Encoding::Utf16(Endian::Little),
        "utf-16-be" | "utf-16be" => Encoding::Utf16(Endian::Big),
        "utf-32" | "utf32" | "u32" => Encoding::Utf32(Endian::Marked),
        "utf-32-le" | "utf-32le" => Encoding::Utf32(Endian::Little),
        "utf-32-be" | "utf-32be" => Encoding::Utf32(Endian::Big),
        _ => return Err(vm.exc(&vm.types.lookup_error, format!("unknown encoding: {name}"))),
    })
}

/// Handlers are looked up only when something goes wrong, as in CPython.
fn handler(vm: &Vm, name: &str) -> VmResult<Handler> {
    Ok(match name {
        "strict" | "surrogateescape" | "surrogatepass" => Handler::Strict,
        "ignore" => Handler::Ignore,
        "replace" => Handler::Replace,
        "backslashreplace" | "namereplace" => Handler::BackslashReplace,
        "xmlcharrefreplace" => Handler::XmlCharRefReplace,
        _ => {
            let message = format!("unknown error handler name '{name}'");
            return Err(vm.exc(&vm.types.lookup_error, message));
        }
    })
}

/// What an error handler takes, in instructions.
const MEND_COST: usize = 4;

/// Encodings of one byte a character, up to `limit`.
fn encode_narrow(vm: &Vm, text: &Str, limit: u32, errors: &str) -> VmResult<Vec<u8>> {
    let mut data = Vec::with_capacity(text.len());
    for (position, c) in text.chars().enumerate() {
        let code = u32::from(c);
        if let Ok(byte) = u8::try_from(code)
            && code < limit
        {
            data.push(byte);
            continue;
        }
        vm.charge(MEND_COST)?;
        match handler(vm, errors)? {
            Handler::Strict => return Err(encode_error(vm, text, limit, position)),
            Handler::Ignore => {}
            Handler::Replace => data.push(b'?'),
            Handler::BackslashReplace => data.extend(escape(code).bytes()),
            Handler::XmlCharRefReplace => data.extend(format!("&#{code};").bytes()),
        }
    }
    Ok(data)
}

fn escape(code: u32) -> String {
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

fn encode_error(vm: &Vm, text: &Str, limit: u32, start: usize) -> Exc {
    let run = text
        .chars()
        .skip(start)
        .take_while(|c| u32::from(*c) >= limit)
        .count();
    let (encoding, reason) = match limit {
        0x80 => ("ascii", "ordinal not in range(128)"),
        _ => ("latin-1", "ordinal not in range(256)"),
    };
    let args = vec![
        Value::str(encoding),
        Value::Str(text.clone()),
        Value::size(start),
        Value::size(start + run),
        Value::str(reason),
    ];
    vm.exc_args(&vm.types.unicode_encode_error, args)
}

fn decode_utf8(vm: &Vm, data: &[u8], errors: &str) -> VmResult<String> {
    let mut text = String::with_capacity(data.len());
    let mut at = 0;
    loop {
        let rest = data.get(at..).unwrap_or_default();
        let error = match std::str::from_utf8(rest) {
            Ok(valid) => {
                text.push_str(valid);
                return Ok(text);
            }
            Err(error) => error,
        };
        let (valid, bad) = rest.split_at(error.valid_up_to());
        text.push_str(std::str::from_utf8(valid).unwrap_or_default());
        let start = at + valid.len();
        let reason = match (error.error_len(), bad.first()) {
            (None, _) => "unexpected end of data",
            (_, Some(0x80..=0xc1 | 0xf5..)) => "invalid start byte",
            _ => "invalid continuation byte",
        };
        let end = start + error.error_len().unwrap_or(bad.len());
        let flaw = Flaw { start, end, reason };
        mend(vm, "utf-8", data, &flaw, errors, &mut text)?;
        at = end;
    }
}

fn decode_ascii(vm: &Vm, data: &[u8], errors: &str) -> VmResult<String> {
    let mut text = String::with_capacity(data.len());
    for (at, byte) in data.iter().enumerate() {
        if byte.is_ascii() {
            text.push(char::from(*byte));
            continue;
        }
        let flaw = Flaw {
            start: at,
            end: at + 1,
            reason: "ordinal not in range(128)",
        };
        mend(vm, "ascii", data, &flaw, errors, &mut text)?;
    }
    Ok(text)
}

fn decode_utf16(vm: &Vm, data: &[u8], endian: Endian, errors: &str) -> VmResult<String> {
    let (data, endian) = match (endian, data) {
        (Endian::Marked, [0xff, 0xfe, rest @ ..]) => (rest, Endian::Little),
        (Endian::Marked, [0xfe, 0xff, rest @ ..]) => (rest, Endian::Big),
        (endian, data) => (data, endian),
    };
    let pairs = data.chunks_exact(2);
    let is_odd = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| match (endian, pair) {
        (Endian::Big, [high, low]) => u16::from_be_bytes([*high, *low]),
        (_, [low, high]) => u16::from_le_bytes([*low, *high]),
        _ => 0,
    });
    let name = if endian == Endian::Big {
        "utf-16-be"
    } else {
        "utf-16-le"
    };
    let mut text = String::with_capacity(data.len() / 2);
    let mut at = 0;
    for unit in char::decode_utf16(units) {
        match unit {
            Ok(c) => {
                text.push(c);
                at += c.len_utf16() * 2;
            }
            Err(_) => {
                let flaw = Flaw {
                    start: at,
                    end: at + 2,
                    reason: "illegal encoding",
                };
                mend(vm, name, data, &flaw, errors, &mut text)?;
                at += 2;
            }
        }
    }
    if is_odd {
        let flaw = Flaw {
            start: at,
            end: data.len(),
            reason: "truncated data",
        };
        mend(vm, name, data, &flaw, errors, &mut text)?;
    }
    Ok(text)
}

fn decode_utf32(vm: &Vm, data: &[u8], endian: Endian, errors: &str) -> VmResult<String> {
    let (data, endian) = match (endian, data) {
        (Endian::Marked, [0xff, 0xfe, 0, 0, rest @ ..]) => (rest, Endian::Little),
        (Endian::Marked, [0, 0, 0xfe, 0xff, rest @ ..]) => (rest, Endian::Big),
        (endian, data) => (data, endian),
    };
    let name = if endian == Endian::Big {
        "utf-32-be"
    } else {
        "utf-32-le"
    };
    let mut text = String::with_capacity(data.len() / 4);
    for (index, chunk) in data.chunks(4).enumerate() {
        let code = match (endian, chunk) {
            (Endian::Big, [a, b, c, d]) => Some(u32::from_be_bytes([*a, *b, *c, *d])),
            (_, [a, b, c, d]) => Some(u32::from_le_bytes([*a, *b, *c, *d])),
            _ => None,
        };
        match code.and_then(char::from_u32) {
            Some(c) => text.push(c),
            None => {
                let flaw = Flaw {
                    start: index * 4,
                    end: index * 4 + chunk.len(),
                    reason: if code.is_some() {
                        "code point not in range(0x110000)"
                    } else {
                        "truncated data"
                    },
                };
                mend(vm, name, data, &flaw, errors, &mut text)?;
            }
        }
    }
    Ok(text)
}

/// Writes what the error handler puts in the place of bytes that are no text.
fn mend(vm: &Vm, encoding: &str, data: &[u8], flaw: &Flaw, errors: &str, text: &mut String) -> VmResult<()> {
    vm.charge(MEND_COST)?;
    match handler(vm, errors)? {
        Handler::Ignore => {}
        Handler::Replace => text.push('\u{fffd}'),
        Handler::BackslashReplace => {
            for byte in data.get(flaw.start..flaw.end).unwrap_or_default() {
                let _ = write!(text, "\\x{byte:02x}");
            }
        }
        Handler::Strict | Handler::XmlCharRefReplace => {
            let args = vec![
                Value::str(encoding),
                Value::bytes(data),
                Value::size(flaw.start),
                Value::size(flaw.end),
                Value::str(flaw.reason),
            ];
            return Err(vm.exc_args(&vm.types.unicode_decode_error, args));
        }
    }
    Ok(())
}

fn argument(vm: &Vm, exc: &Value, index: usize) -> VmResult<Value> {
    let value = Exc::from_value(exc).and_then(|exc| exc.arg(index));
    value.ok_or_else(|| vm.attribute_error("the exception has no such part"))
}

fn error_text(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (receiver, _) = args.receiver();
    let text = Exc::from_value(receiver).and_then(|exc| describe(&exc));
    Ok(Value::str(match text {
        Some(text) => text,
        None => vm.type_name(receiver).to_string(),
    }))
}

fn describe(exc: &Exc) -> Option<String> {
    let [encoding, reason] = [exc.arg(0)?, exc.arg(4)?];
    let (encoding, reason) = (encoding.as_str()?.clone(), reason.as_str()?.clone());
    let [start, end] = [exc.arg(2)?.as_i64()?, exc.arg(3)?.as_i64()?];
    let place = if end == start + 1 {
        let index = usize::try_from(start).ok()?;
        match exc.arg(1)? {
            Value::Str(text) => {
                let c = escape(u32::from(text.chars().nth(index)?));
                format!("can't encode character '{c}' in position {start}")
            }
            Value::Bytes(data) => {
                let byte = data.data.get(index)?;
                format!("can't decode byte 0x{byte:02x} in position {start}")
            }
            _ => return None,
        }
    } else {
        let verb = match exc.arg(1)? {
            Value::Str(_) => "encode characters",
            _ => "decode bytes",
        };
        format!("can't {verb} in position {start}-{}", end - 1)
    };
    Some(format!("'{encoding}' codec {place}: {reason}"))
}
