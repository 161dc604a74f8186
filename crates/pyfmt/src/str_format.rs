//! The pieces of a `str.format` template, and the parts of a field's name. The caller fetches the values and
//! calls their `__format__`; a spec with fields in it is formatted first, one level deep.

use crate::count;
use crate::error::{Error, Result};
use crate::unicode_class::decimal_value;

/// Literal text, and the replacement field that follows it, if one does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub literal: &'a str,
    pub field: Option<Field<'a>>,
}

/// `{name!conversion:spec}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// To be given to `FieldName::parse`.
    pub name: &'a str,
    /// `r`, `s` or `a` in a correct program: see `unknown_conversion`.
    pub conversion: Option<char>,
    pub spec: &'a str,
    /// Whether the spec has fields of its own.
    pub spec_has_fields: bool,
}

/// How many levels of fields `str.format` expands: a template and the specs in it.
pub const MAX_DEPTH: usize = 2;

/// The pieces of a template, each with its error when it is reached, as CPython raises them.
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Pieces<'a> {
    pub fn new(template: &'a str) -> Self {
        Self { rest: template }
    }

    fn piece(&mut self) -> Result<Piece<'a>> {
        let text = self.rest;
        let Some(at) = text.find(['{', '}']) else {
            self.rest = "";
            return Ok(Piece {
                literal: text,
                field: None,
            });
        };
        let (before, from_brace) = text.split_at(at);
        let (brace, after) = from_brace.split_at(1);
        if after.starts_with(brace) {
            // A doubled brace stands for one.
            self.rest = after.get(1..).unwrap_or("");
            return Ok(Piece {
                literal: text.get(..at + 1).unwrap_or(before),
                field: None,
            });
        }
        if brace == "}" {
            return Err(Error::value("Single '}' encountered in format string"));
        }
        if after.is_empty() {
            return Err(Error::value("Single '{' encountered in format string"));
        }
        let (field, rest) = parse_field(after)?;
        self.rest = rest;
        Ok(Piece {
            literal: before,
            field: Some(field),
        })
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let piece = self.piece();
        if piece.is_err() {
            self.rest = "";
        }
        Some(piece)
    }
}

/// What a field's name begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First<'a> {
    /// A positional argument, numbered by the template or automatically.
    Index(usize),
    /// A keyword argument.
    Key(&'a str),
}

/// What follows in a field's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accessor<'a> {
    /// `.name`
    Attribute(&'a str),
    /// `[0]`
    Index(usize),
    /// `[key]`
    Key(&'a str),
}

/// A field's name: which argument, and the way from it to the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldName<'a> {
    pub first: First<'a>,
    /// Each with its error when it is reached.
    pub accessors: Accessors<'a>,
}

/// The state of automatic numbering, one for a whole template with its nested specs.
#[derive(Clone, Debug, Default)]
pub enum AutoNumbering {
    #[default]
    Undecided,
    Automatic {
        next: usize,
    },
    Manual,
}

impl<'a> FieldName<'a> {
    pub fn parse(name: &'a str, numbering: &mut AutoNumbering) -> Result<Self> {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, rest) = name.split_at(end);
        let index = integer(first)?;
        let first = match index {
            None if first.is_empty() => First::Index(numbering.automatic()?),
            None => First::Key(first),
            Some(index) => First::Index(numbering.manual(index)?),
        };
        Ok(Self {
            first,
            accessors: Accessors { rest },
        })
    }
}

impl AutoNumbering {
    fn automatic(&mut self) -> Result<usize> {
        let index = match self {
            AutoNumbering::Undecided => 0,
            AutoNumbering::Automatic { next } => *next,
            AutoNumbering::Manual => {
                return Err(Error::value(
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
        };
        *self = AutoNumbering::Automatic { next: index + 1 };
        Ok(index)
    }

    fn manual(&mut self, index: usize) -> Result<usize> {
        if let AutoNumbering::Automatic { .. } = self {
            return Err(Error::value(
                "cannot switch from automatic field numbering to manual field specification",
            ));
        }
        *self = AutoNumbering::Manual;
        Ok(index)
    }
}

/// The accessors of a field's name, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accessors<'a> {
    rest: &'a str,
}

impl<'a> Accessors<'a> {
    fn accessor(&mut self) -> Result<Accessor<'a>> {
        let empty = || Error::value("Empty attribute in format string");
        if let Some(rest) = self.rest.strip_prefix('.') {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (name, rest) = rest.split_at(end);
            self.rest = rest;
            return if name.is_empty() {
                Err(empty())
            } else {
                Ok(Accessor::Attribute(name))
            };
        }
        let Some(rest) = self.rest.strip_prefix('[') else {
            return Err(Error::value(
                "Only '.' or '[' may follow ']' in format field specifier",
            ));
        };
        let (key, rest) = rest
            .split_once(']')
            .ok_or_else(|| Error::value("Missing ']' in format string"))?;
        self.rest = rest;
        match integer(key)? {
            Some(index) => Ok(Accessor::Index(index)),
            None if key.is_empty() => Err(empty()),
            None => Ok(Accessor::Key(key)),
        }
    }
}

impl<'a> Iterator for Accessors<'a> {
    type Item = Result<Accessor<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let accessor = self.accessor();
        if accessor.is_err() {
            self.rest = "";
        }
        Some(accessor)
    }
}

/// What a conversion other than `r`, `s` and `a` raises.
pub fn unknown_conversion(conversion: char) -> Error {
    if ('!'..'\u{7f}').contains(&conversion) {
        return Error::value(format!("Unknown conversion specifier {conversion}"));
    }
    Error::value(format!(
        "Unknown conversion specifier \\x{:x}",
        u32::from(conversion)
    ))
}

/// What a positional argument that is not there raises.
pub fn index_out_of_range(index: usize) -> Error {
    Error::index(format!(
        "Replacement index {index} out of range for positional args tuple"
    ))
}

/// What a field in a spec in a spec raises.
pub fn too_deep() -> Error {
    Error::value("Max string recursion exceeded")
}

/// The field that begins after an opening brace, and what follows its closing one.
fn parse_field(text: &str) -> Result<(Field<'_>, &str)> {
    let (end, stop) = end_of_name(text)?;
    let name = text.get(..end).unwrap_or("");
    let after = text.get(end + stop.len_utf8()..).unwrap_or("");
    match stop {
        '}' => Ok((
            Field {
                name,
                conversion: None,
                spec: "",
                spec_has_fields: false,
            },
            after,
        )),
        '!' => {
            let mut rest = after.chars();
            let conversion = rest
                .next()
                .ok_or_else(|| Error::value("end of string while looking for conversion specifier"))?;
            match rest.next() {
                Some('}') => {
                    let field = Field {
                        name,
                        conversion: Some(conversion),
                        spec: "",
                        spec_has_fields: false,
                    };
                    Ok((field, rest.as_str()))
                }
                Some(':') | None => parse_spec(name, Some(conversion), rest.as_str()),
                Some(_) => Err(Error::value("expected ':' after conversion specifier")),
            }
        }
        _ => parse_spec(name, None, after),
    }
}

/// The byte offset of the character that ends a field's name, and that character.
fn end_of_name(text: &str) -> Result<(usize, char)> {
    let mut in_brackets = false;
    for (at, c) in text.char_indices() {
        match c {
            ']' if in_brackets => in_brackets = false,
            _ if in_brackets => {}
            '[' => in_brackets = true,
            '{' => return Err(Error::value("unexpected '{' in field name")),
            '}' | ':' | '!' => return Ok((at, c)),
            _ => {}
        }
    }
    Err(Error::value("expected '}' before end of string"))
}

fn parse_spec<'a>(name: &'a str, conversion: Option<char>, text: &'a str) -> Result<(Field<'a>, &'a str)> {
    let mut depth = 1usize;
    let mut spec_has_fields = false;
    for (at, c) in text.char_indices() {
        match c {
            '{' => {
                spec_has_fields = true;
                depth += 1;
            }
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let spec = text.get(..at).unwrap_or("");
            let rest = text.get(at + 1..).unwrap_or("");
            return Ok((
                Field {
                    name,
                    conversion,
                    spec,
                    spec_has_fields,
                },
                rest,
            ));
        }
    }
    Err(Error::value("unmatched '{' in format spec"))
}

/// The number that a text of digits stands for; `None` for any other text.
fn integer(text: &str) -> Result<Option<usize>> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut number = 0i64;
    for c in text.chars() {
        let Some(digit) = decimal_value(c) else {
            return Ok(None);
        };
        number = number
            .checked_mul(10)
            .and_then(|n| n.checked_add(i64::from(digit)))
            .ok_or_else(|| Error::value("Too many decimal digits in format string"))?;
    }
    Ok(Some(count(number)))
}
