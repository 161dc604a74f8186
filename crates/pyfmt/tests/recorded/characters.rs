//! The operations on characters, in the recorder's notation.

use switchboard_pyfmt::Result;
use switchboard_pyfmt::str_case::{capitalize, casefold, lower, swapcase, title, upper};
use switchboard_pyfmt::str_repr::{bytes_repr, str_ascii, str_repr};
use switchboard_pyfmt::unicode_class as class;

use crate::harness::{Arguments, checksum, show_bool};

pub fn answer(operation: &str, given: &Arguments) -> Option<Result<String>> {
    if let Some(name) = operation.strip_prefix("every_") {
        return Some(Ok(holding(predicate(name)?, |_| true)));
    }
    if let Some(name) = operation.strip_prefix("printable_") {
        return Some(Ok(match predicate(name) {
            Some(holds) => holding(holds, class::is_printable),
            None => {
                let map = mapping(name)?;
                checksum(
                    all_characters()
                        .filter(|&c| class::is_printable(c))
                        .map(|c| map(&c.to_string())),
                )
            }
        }));
    }
    if operation == "decimal_values" {
        return Some(Ok(checksum(
            all_characters()
                .filter_map(class::decimal_value)
                .map(|v| v.to_string()),
        )));
    }
    if let Some(holds) = predicate(operation) {
        return Some(Ok(show_bool(holds(given.text(0)))));
    }
    Some(Ok(match operation {
        "repr" => str_repr(given.text(0)),
        "ascii" => str_ascii(given.text(0)),
        "bytes_repr" => bytes_repr(&given.bytes(0)),
        _ => mapping(operation)?(given.text(0)),
    }))
}

fn predicate(name: &str) -> Option<fn(&str) -> bool> {
    Some(match name {
        "isalpha" => class::str_isalpha,
        "isdecimal" => class::str_isdecimal,
        "isdigit" => class::str_isdigit,
        "isnumeric" => class::str_isnumeric,
        "isalnum" => class::str_isalnum,
        "isspace" => class::str_isspace,
        "isprintable" => class::str_isprintable,
        "isascii" => class::str_isascii,
        "isupper" => class::str_isupper,
        "islower" => class::str_islower,
        "istitle" => class::str_istitle,
        "isidentifier" => class::str_isidentifier,
        "iswide" => |text| text.chars().all(class::is_wide),
        _ => return None,
    })
}

fn mapping(name: &str) -> Option<fn(&str) -> String> {
    Some(match name {
        "title" => title,
        "capitalize" => capitalize,
        "swapcase" => swapcase,
        "casefold" => casefold,
        "upper" => upper,
        "lower" => lower,
        _ => return None,
    })
}

fn all_characters() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

/// The checksum of the characters that hold a property, each as a text of its own.
fn holding(holds: fn(&str) -> bool, considered: fn(char) -> bool) -> String {
    let mut buffer = [0; 4];
    let held = |c: &char| considered(*c) && holds(c.encode_utf8(&mut buffer));
    checksum(
        all_characters()
            .filter(held)
            .map(|c| c.to_string())
            .collect::<Vec<_>>()
            .iter(),
    )
}
