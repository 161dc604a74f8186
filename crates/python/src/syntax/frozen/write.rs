//! Writes a frozen text as Rust source, for build scripts.

use std::fmt::{self, Write};

use crate::bytecode::{Code, Const, Op};
use crate::syntax::{compile, parts};

/// Why a text can't be frozen.
#[derive(Debug)]
pub enum NotFrozen {
    /// It has a syntax error: this.
    Syntax(String),
    /// It holds a constant that has no frozen form.
    Constant(String),
}

impl fmt::Display for NotFrozen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) => write!(f, "SyntaxError: {message}"),
            Self::Constant(constant) => write!(f, "no form for the constant {constant}"),
        }
    }
}

impl std::error::Error for NotFrozen {}

/// A Rust expression: a [`Frozen`](super::Frozen) of `source`, which the expression `gives_source` gives when the result
/// runs. It expects `switchboard_python::bytecode::*` and `switchboard_python::syntax::*` in scope.
pub fn rust_of(source: &str, gives_source: &str) -> Result<String, NotFrozen> {
    let compiled = compile(source, "");
    let Some(code) = compiled.code else {
        let first = compiled.diagnostics.into_iter().next();
        return Err(NotFrozen::Syntax(
            first.map_or_else(String::new, |found| found.message),
        ));
    };
    Ok(format!(
        "Frozen {{ source: || {gives_source}, parts: &[{}], code: &{} }}",
        list(&parts(source), |(span, part)| format!(
            "({span:?}, Part::{part:?})"
        )),
        code_of(&code)?
    ))
}

fn code_of(code: &Code) -> Result<String, NotFrozen> {
    let consts: Result<Vec<String>, NotFrozen> = code.consts.iter().map(constant_of).collect();
    let fields = [
        ("name", format!("{:?}", code.name)),
        ("qualname", format!("{:?}", code.qualname)),
        ("kind", format!("CodeKind::{:?}", code.kind)),
        ("ops", format!("&[{}]", list(&code.ops, op_of))),
        // What the derived form of these prints is Rust.
        ("spans", format!("&{:?}", code.spans)),
        ("marks", format!("&{:?}", code.marks)),
        ("handlers", format!("&{:?}", code.handlers)),
        ("consts", format!("&[{}]", consts?.join(", "))),
        ("names", format!("&{:?}", code.names)),
        ("locals", format!("&{:?}", code.locals)),
        ("frees", format!("&{:?}", code.frees)),
        ("cells", format!("&{:?}", code.cells)),
        ("arg_count", code.arg_count.to_string()),
        ("posonly_count", code.posonly_count.to_string()),
        ("kwonly_count", code.kwonly_count.to_string()),
        ("has_varargs", code.has_varargs.to_string()),
        ("has_varkeywords", code.has_varkeywords.to_string()),
        ("doc", format!("{:?}", code.doc)),
        ("first_line", code.first_line.to_string()),
        ("max_stack", code.max_stack.to_string()),
    ];
    let mut text = String::from("FrozenCode { ");
    for (name, value) in fields {
        // Writing into a String can't fail.
        let _infallible = write!(text, "{name}: {value}, ");
    }
    text.push('}');
    Ok(text)
}

fn constant_of(constant: &Const) -> Result<String, NotFrozen> {
    let items_of = |items: &[Const]| -> Result<String, NotFrozen> {
        let items: Result<Vec<String>, NotFrozen> = items.iter().map(constant_of).collect();
        Ok(items?.join(", "))
    };
    let variant = match constant {
        Const::Tuple(items) => format!("Tuple(&[{}])", items_of(items)?),
        Const::FrozenSet(items) => format!("FrozenSet(&[{}])", items_of(items)?),
        Const::Code(code) => format!("Code(&{})", code_of(code)?),
        Const::Bytes(bytes) => format!("Bytes(&{bytes:?})"),
        Const::BigInt(_) | Const::Imaginary(_) => return Err(NotFrozen::Constant(format!("{constant:?}"))),
        Const::None | Const::Bool(_) | Const::Int(_) | Const::Float(_) | Const::Str(_) | Const::Ellipsis => {
            format!("{constant:?}")
        }
    };
    Ok(format!("FrozenConst::{variant}"))
}

/// What the derived form prints is Rust but for the types of enums within.
fn op_of(op: &Op) -> String {
    match op {
        Op::Binary(operator) => format!("Op::Binary(BinOp::{operator:?})"),
        Op::Inplace(operator) => format!("Op::Inplace(BinOp::{operator:?})"),
        Op::Unary(operator) => format!("Op::Unary(UnaryOp::{operator:?})"),
        Op::Compare(operator) => format!("Op::Compare(CmpOp::{operator:?})"),
        Op::GetAwaitable(kind) => format!("Op::GetAwaitable(AwaitKind::{kind:?})"),
        Op::FormatValue { conversion, has_spec } => {
            format!("Op::FormatValue {{ conversion: Conversion::{conversion:?}, has_spec: {has_spec} }}")
        }
        other => format!("Op::{other:?}"),
    }
}

fn list<T>(items: &[T], rust_of: impl Fn(&T) -> String) -> String {
    let texts: Vec<String> = items.iter().map(rust_of).collect();
    texts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_names_every_type() {
        let text = rust_of(
            "a = [b'\\n', 1.0]\nasync def f():\n    return -await f() + 1\n",
            "A",
        )
        .unwrap_or_default();
        for part in [
            "source: || A",
            "(Span { start: 17, end: 22 }, Part::Await)",
            "FrozenConst::Bytes(&[10])",
            "FrozenConst::Float(1.0)",
            "kind: CodeKind::Coroutine",
            "Op::GetAwaitable(AwaitKind::Plain)",
            "Op::Unary(UnaryOp::Neg)",
            "Op::Binary(BinOp::Add)",
        ] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
    }

    #[test]
    fn a_text_with_an_error_or_without_a_form_is_refused() {
        assert!(matches!(rust_of("x =", ""), Err(NotFrozen::Syntax(_))));
        assert!(matches!(rust_of("x = 2j", ""), Err(NotFrozen::Constant(_))));
    }
}
