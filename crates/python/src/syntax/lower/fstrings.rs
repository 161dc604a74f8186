//! f-strings.

use super::{Lowerer, count};
use crate::bytecode::{Const, Conversion, Op};
use ruff_python_ast::{
    ConversionFlag, ExprFString, FStringPart, InterpolatedElement, InterpolatedStringElement,
};
use ruff_text_size::TextRange;

/// The pieces of one string: text is collected until a field interrupts it.
#[derive(Default)]
struct Pieces {
    text: String,
    pushed: usize,
}

/// More pieces than this are joined in between, so that the stack stays small.
const MOST_PIECES: usize = 200;

impl<'a> Lowerer<'a, '_, '_> {
    pub(super) fn fstring(&mut self, node: &'a ExprFString) {
        let mut pieces = Pieces::default();
        for part in &node.value {
            match part {
                FStringPart::Literal(literal) => pieces.text.push_str(literal.as_str()),
                FStringPart::FString(fstring) => {
                    for element in &fstring.elements {
                        self.element_of_string(element, &mut pieces);
                    }
                }
            }
        }
        self.join(pieces, node.range);
    }

    fn element_of_string(&mut self, element: &'a InterpolatedStringElement, pieces: &mut Pieces) {
        match element {
            InterpolatedStringElement::Literal(literal) => pieces.text.push_str(&literal.value),
            InterpolatedStringElement::Interpolation(field) => {
                if let Some(text) = &field.debug_text {
                    pieces.text.push_str(&without_comments(text.as_str()));
                }
                self.flush(pieces, field.range);
                self.field(field);
                pieces.pushed += 1;
                if pieces.pushed >= MOST_PIECES {
                    self.emit(Op::BuildString(count(pieces.pushed)), field.range);
                    pieces.pushed = 1;
                }
            }
        }
    }

    fn flush(&mut self, pieces: &mut Pieces, range: TextRange) {
        if !pieces.text.is_empty() {
            let text = std::mem::take(&mut pieces.text);
            self.constant(Const::Str(text.into()), range);
            pieces.pushed += 1;
        }
    }

    fn join(&mut self, mut pieces: Pieces, range: TextRange) {
        self.flush(&mut pieces, range);
        match pieces.pushed {
            0 => self.constant(Const::Str("".into()), range),
            1 => {}
            pushed => self.emit(Op::BuildString(count(pushed)), range),
        }
    }

    fn field(&mut self, field: &'a InterpolatedElement) {
        self.expression(&field.expression);
        let conversion = match field.conversion {
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Ascii => Conversion::Ascii,
            ConversionFlag::Repr => Conversion::Repr,
            // `{x=}` shows the repr, unless a format is given.
            ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => {
                Conversion::Repr
            }
            ConversionFlag::None => Conversion::None,
        };
        if let Some(spec) = &field.format_spec {
            let mut pieces = Pieces::default();
            for element in &spec.elements {
                self.element_of_string(element, &mut pieces);
            }
            self.join(pieces, spec.range);
        }
        self.emit(
            Op::FormatValue {
                conversion,
                has_spec: field.format_spec.is_some(),
            },
            field.range,
        );
    }
}

/// The text that `{x = }` shows: the source without its comments.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut quote = None;
    let mut is_comment = false;
    let mut is_escaped = false;
    for character in text.chars() {
        match (quote, character) {
            _ if is_comment => is_comment = character != '\n',
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(open), _) if character == open => quote = None,
            (None, '\'' | '"') => quote = Some(character),
            (None, '#') => is_comment = true,
            _ => {}
        }
        if !is_comment {
            kept.push(character);
        }
    }
    kept
}
