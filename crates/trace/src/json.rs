//! Just enough JSON to write exports, without a serialisation framework in the wasm.

use core::fmt::Write as _;

use crate::id::SiteId;
use crate::params::Param;
use crate::tables::Tables;

/// Appends a JSON string.
pub(crate) fn string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Line separators are fine in JSON, but not where it is pasted into a script.
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' => number_escape(out, character),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// Appends an unsigned number.
pub(crate) fn number(out: &mut String, number: u64) {
    // Writing to a string can't fail.
    let _ = write!(out, "{number}");
}

/// Appends `,"name":value`.
pub(crate) fn field(out: &mut String, tables: &Tables, name: &str, value: Param) {
    out.push(',');
    string(out, name);
    out.push(':');
    match value {
        Param::Task(task) => number(out, task.number().into()),
        Param::Handle(handle) => number(out, handle.number().into()),
        Param::Object(object) => number(out, object.number().into()),
        Param::Thread(thread) => number(out, thread.number().into()),
        Param::Token(token) => number(out, token.0.into()),
        Param::Line(line) => number(out, line.get().into()),
        Param::Count(count) | Param::Duration(count) => number(out, count),
        Param::Moment(crate::time::Time::MAX) => out.push_str("null"),
        Param::Moment(moment) => number(out, moment.as_nanos()),
        Param::Name(name) => string(out, tables.get_name(name)),
        Param::Text(text) => string(out, tables.get_text(text)),
        Param::Word(word) => string(out, word),
        Param::Site(site) => place(out, tables, site),
    }
}

fn place(out: &mut String, tables: &Tables, site: SiteId) {
    let site = tables.get_site(site);
    out.push_str("{\"line\":");
    number(out, site.line.get().into());
    out.push_str(",\"start\":");
    number(out, site.start.into());
    out.push_str(",\"end\":");
    number(out, site.end.into());
    out.push_str(",\"function\":");
    string(out, tables.get_name(site.function));
    out.push_str(",\"text\":");
    string(out, tables.get_name(site.text));
    out.push('}');
}

fn number_escape(out: &mut String, character: char) {
    let _ = write!(out, "\\u{:04x}", character as u32);
}
