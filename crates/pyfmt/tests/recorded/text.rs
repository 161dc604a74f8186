//! The operations on text as a sequence, in the recorder's notation.

use switchboard_pyfmt::Result;
use switchboard_pyfmt::str_layout::{self, LineEnds};
use switchboard_pyfmt::str_repr::str_ascii;
use switchboard_pyfmt::unicode;

use crate::harness::{Arguments, show_bool};

const MAX_LEN: usize = 1_000_000;

pub fn answer(operation: &str, given: &Arguments) -> Option<Result<String>> {
    if operation == "slice_range" {
        return Some(slice_range(given));
    }
    let text = given.text(0);
    let bounds = |at: usize| (given.optional_number(at), given.optional_number(at + 1));
    Some(match operation {
        "slice" => unicode::slice(
            text,
            given.optional_number(1),
            given.optional_number(2),
            given.optional_number(3),
        ),
        "get" => Ok(unicode::get(text, given.number(1)).map_or("None".to_owned(), String::from)),
        "len" => Ok(unicode::len(text).to_string()),
        "find" => Ok(position(unicode::find(
            text,
            given.text(1),
            bounds(2).0,
            bounds(2).1,
        ))),
        "rfind" => Ok(position(unicode::rfind(
            text,
            given.text(1),
            bounds(2).0,
            bounds(2).1,
        ))),
        "count" => Ok(unicode::count(text, given.text(1), bounds(2).0, bounds(2).1).to_string()),
        "startswith" => Ok(show_bool(unicode::starts_with(
            text,
            given.text(1),
            bounds(2).0,
            bounds(2).1,
        ))),
        "endswith" => Ok(show_bool(unicode::ends_with(
            text,
            given.text(1),
            bounds(2).0,
            bounds(2).1,
        ))),
        "replace" => unicode::replace(text, given.text(1), given.text(2), limit(given, 3), MAX_LEN)
            .map(|(replaced, _)| replaced),
        "split" => unicode::split(text, given.text(1), limit(given, 2)).map(show_list),
        "rsplit" => unicode::rsplit(text, given.text(1), limit(given, 2)).map(show_list),
        "split_whitespace" => Ok(show_list(unicode::split_whitespace(text, limit(given, 1)))),
        "rsplit_whitespace" => Ok(show_list(unicode::rsplit_whitespace(text, limit(given, 1)))),
        "partition" => unicode::partition(text, given.text(1)).map(|(a, b, c)| show_list(vec![a, b, c])),
        "rpartition" => unicode::rpartition(text, given.text(1)).map(|(a, b, c)| show_list(vec![a, b, c])),
        "strip" => Ok(unicode::strip(text, characters(given)).to_owned()),
        "lstrip" => Ok(unicode::lstrip(text, characters(given)).to_owned()),
        "rstrip" => Ok(unicode::rstrip(text, characters(given)).to_owned()),
        "center" => str_layout::center(text, given.number(1), fill(given), MAX_LEN),
        "ljust" => str_layout::ljust(text, given.number(1), fill(given), MAX_LEN),
        "rjust" => str_layout::rjust(text, given.number(1), fill(given), MAX_LEN),
        "zfill" => str_layout::zfill(text, given.number(1), MAX_LEN),
        "expandtabs" => str_layout::expandtabs(text, given.number(1), MAX_LEN),
        "splitlines" => {
            let ends = if given.flag(1) {
                LineEnds::Keep
            } else {
                LineEnds::Drop
            };
            Ok(show_list(str_layout::splitlines(text, ends)))
        }
        _ => return None,
    })
}

fn slice_range(given: &Arguments) -> Result<String> {
    let length = usize::try_from(given.number(3)).unwrap();
    let bound = |at| given.optional_number(at);
    let range = unicode::slice_range(bound(0), bound(1), bound(2), length)?;
    let item = |i: usize| i128::try_from(range.start).unwrap() + i128::from(range.step) * i as i128;
    Ok((0..range.count)
        .map(|i| item(i).to_string())
        .collect::<Vec<_>>()
        .join("|"))
}

fn position(found: Option<usize>) -> String {
    found.map_or("-1".to_owned(), |index| index.to_string())
}

fn limit(given: &Arguments, index: usize) -> Option<usize> {
    usize::try_from(given.number(index)).ok()
}

fn characters<'a>(given: &'a Arguments) -> Option<&'a str> {
    (given.len() > 1).then(|| given.text(1))
}

fn fill(given: &Arguments) -> char {
    given.text(2).chars().next().unwrap()
}

fn show_list(parts: Vec<&str>) -> String {
    parts.into_iter().map(str_ascii).collect::<Vec<_>>().join("|")
}
