//! The three kinds of formatting, in the recorder's notation.

use std::borrow::Cow;

use switchboard_pyfmt::format_spec::{format_complex, format_float, format_int, format_str};
use switchboard_pyfmt::percent::{self, Amount, Conversion};
use switchboard_pyfmt::str_format::{self, Accessor, AutoNumbering, FieldName, First};
use switchboard_pyfmt::str_repr::{str_ascii, str_repr};
use switchboard_pyfmt::{Error, ErrorKind, Int, Result, float_repr, int_float, int_text};

use crate::harness::{Arguments, show_int};

const MAX_LEN: usize = 1_000_000;

pub fn format_spec(operation: &str, given: &Arguments) -> Option<Result<String>> {
    Some(match operation {
        "str" => format_str(given.text(0), given.text(1), MAX_LEN),
        "int" => format_int(given.int(0).as_ref(), given.text(1), "int", MAX_LEN),
        "float" => format_float(given.float(0), given.text(1), "float", MAX_LEN),
        "complex" => format_complex(given.float(0), given.float(1), given.text(2), MAX_LEN),
        _ => return None,
    })
}

pub fn percent(operation: &str, given: &Arguments) -> Option<Result<String>> {
    let values = given.list(1);
    Some(match operation {
        "values" => {
            let mut left = values.iter().map(|value| Value::read(value));
            format_percent(given.text(0), &mut left, None)
        }
        "mapping" => format_percent(given.text(0), &mut std::iter::empty(), Some(&values)),
        _ => return None,
    })
}

pub fn str_format(operation: &str, given: &Arguments) -> Option<Result<String>> {
    Some(match operation {
        "pieces" => split_template(given.text(0)),
        "field_name" => split_field_name(given.text(0)),
        "format" => format_template(given.text(0), &mut AutoNumbering::default(), given, 0),
        _ => return None,
    })
}

enum Value {
    Int(Int),
    Float(f64),
    Str(String),
}

impl Value {
    fn read(tagged: &str) -> Self {
        let (tag, text) = tagged.split_at(1);
        match tag {
            "i" => Value::Int(int_text::parse_int(text, 10, 0).unwrap()),
            "b" => Value::Int(Int::Small(i64::from(text == "True"))),
            "f" => Value::Float(text.parse().unwrap()),
            _ => Value::Str(text.to_owned()),
        }
    }

    fn show(&self) -> String {
        match self {
            Value::Int(value) => show_int(value.clone()),
            Value::Float(value) => float_repr::float_repr(*value),
            Value::Str(value) => value.clone(),
        }
    }

    fn type_name(&self) -> &'static str {
        match self {
            Value::Int(_) => "int",
            Value::Float(_) => "float",
            Value::Str(_) => "str",
        }
    }
}

/// What the machine does with a format, for three types of values.
fn format_percent(
    format: &str,
    values: &mut dyn Iterator<Item = Value>,
    mapping: Option<&[&str]>,
) -> Result<String> {
    let mut text = String::new();
    for piece in percent::Pieces::new(format) {
        let conversion = match piece? {
            percent::Piece::Literal(literal) => {
                text.push_str(literal);
                continue;
            }
            percent::Piece::Conversion(conversion) => conversion,
        };
        let looked_up = match conversion.key {
            Some(key) => Some(look_up(key, mapping)?),
            None => None,
        };
        let width = star(conversion.width, values)?;
        let precision = star(conversion.precision, values)?;
        let layout = conversion.layout(width, precision, MAX_LEN)?;
        // A star takes away the value that a key found.
        let stars = [conversion.width, conversion.precision].contains(&Some(Amount::Star));
        let found = looked_up.filter(|_| !stars);
        let value = found
            .or_else(|| values.next())
            .ok_or_else(percent::not_enough_arguments)?;
        text.push_str(&format_value(&conversion, &layout, value)?);
    }
    if mapping.is_none() && values.next().is_some() {
        return Err(percent::not_all_converted());
    }
    Ok(text)
}

fn look_up(key: &str, mapping: Option<&[&str]>) -> Result<Value> {
    let pairs = mapping.ok_or_else(percent::requires_mapping)?;
    for pair in pairs {
        if let Some(value) = pair.strip_prefix(key).and_then(|rest| rest.strip_prefix('=')) {
            return Ok(Value::read(value));
        }
    }
    Err(key_error(key))
}

fn key_error(key: &str) -> Error {
    Error {
        kind: ErrorKind::Key,
        message: Cow::Owned(str_repr(key)),
    }
}

fn star(amount: Option<Amount>, values: &mut dyn Iterator<Item = Value>) -> Result<Option<i64>> {
    if amount != Some(Amount::Star) {
        return Ok(None);
    }
    match values.next() {
        Some(Value::Int(value)) => Ok(value.as_ref().to_i64()),
        Some(_) => Err(percent::star_wants_int()),
        None => Err(percent::not_enough_arguments()),
    }
}

fn format_value(conversion: &Conversion, layout: &percent::Layout, value: Value) -> Result<String> {
    let wrong_type = || conversion.wrong_type(value.type_name());
    match (conversion.kind, &value) {
        ('s', _) => Ok(conversion.format_text(layout, &value.show())),
        ('r', Value::Str(text)) => Ok(conversion.format_text(layout, &str_repr(text))),
        ('a', Value::Str(text)) => Ok(conversion.format_text(layout, &str_ascii(text))),
        ('c', Value::Int(value)) => {
            Ok(conversion.format_char(layout, percent::char_from_int(value.as_ref())?))
        }
        ('c', Value::Str(text)) if text.chars().count() == 1 => {
            Ok(conversion.format_char(layout, text.chars().next().unwrap()))
        }
        ('c', _) => Err(wrong_type()),
        _ if conversion.takes_int() => match &value {
            Value::Int(value) => conversion.format_int(layout, value.as_ref()),
            Value::Float(value) if matches!(conversion.kind, 'd' | 'i' | 'u') => {
                conversion.format_int(layout, int_float::float_to_int(*value)?.as_ref())
            }
            _ => Err(wrong_type()),
        },
        _ if conversion.takes_float() => match &value {
            Value::Int(value) => {
                Ok(conversion.format_float(layout, int_float::int_to_float(value.as_ref())?))
            }
            Value::Float(value) => Ok(conversion.format_float(layout, *value)),
            Value::Str(_) => Err(wrong_type()),
        },
        _ => Err(conversion.unsupported_character()),
    }
}

fn split_template(template: &str) -> Result<String> {
    let mut shown = Vec::new();
    for piece in str_format::Pieces::new(template) {
        let piece = piece?;
        shown.push(match piece.field {
            Some(field) => {
                let conversion = field.conversion.map_or("None".to_owned(), String::from);
                format!("{}/{}/{}/{conversion}", piece.literal, field.name, field.spec)
            }
            None => format!("{}/None/None/None", piece.literal),
        });
    }
    Ok(shown.join("|"))
}

fn split_field_name(name: &str) -> Result<String> {
    let mut numbering = AutoNumbering::default();
    let parsed = FieldName::parse(name, &mut numbering)?;
    let mut shown = vec![match parsed.first {
        First::Index(_) if matches!(numbering, AutoNumbering::Automatic { .. }) => String::new(),
        First::Index(index) => index.to_string(),
        First::Key(key) => key.to_owned(),
    }];
    for accessor in parsed.accessors {
        shown.push(match accessor? {
            Accessor::Attribute(name) => format!(".{name}"),
            Accessor::Index(index) => format!("i{index}"),
            Accessor::Key(key) => format!("k{key}"),
        });
    }
    Ok(shown.join("|"))
}

/// What the machine does with a template, for ints.
fn format_template(
    template: &str,
    numbering: &mut AutoNumbering,
    given: &Arguments,
    depth: usize,
) -> Result<String> {
    if depth == str_format::MAX_DEPTH {
        return Err(str_format::too_deep());
    }
    let mut text = String::new();
    for piece in str_format::Pieces::new(template) {
        let piece = piece?;
        text.push_str(piece.literal);
        let Some(field) = piece.field else { continue };
        let value = match FieldName::parse(field.name, numbering)?.first {
            First::Index(index) => given
                .list(1)
                .get(index)
                .map(|value| (*value).to_owned())
                .ok_or_else(|| str_format::index_out_of_range(index))?,
            First::Key("a") => "9".to_owned(),
            First::Key(key) => {
                return Err(key_error(key));
            }
        };
        let expanded = if field.spec_has_fields {
            format_template(field.spec, numbering, given, depth + 1)?
        } else {
            field.spec.to_owned()
        };
        let int = Int::Small(value.parse().unwrap());
        text.push_str(&match field.conversion {
            None => format_int(int.as_ref(), &expanded, "int", MAX_LEN)?,
            Some('r' | 's' | 'a') => format_str(&value, &expanded, MAX_LEN)?,
            Some(other) => return Err(str_format::unknown_conversion(other)),
        });
    }
    Ok(text)
}
