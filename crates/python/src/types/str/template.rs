//! `template.format(…)` and `template.format_map(mapping)`.

use super::own;
use crate::object::{Dict, Str, Value};
use crate::vm::call::{Flow, NativeDef, flow};
use crate::vm::cx::Cx;
use crate::vm::errors::BYTES_AN_INSTRUCTION;
use crate::vm::protocol::format;
use crate::vm::{Vm, VmResult};
use std::pin::Pin;
use std::rc::Rc;
use switchboard_pyfmt::str_format::{self, Accessor, AutoNumbering, FieldName, First, Pieces};

pub const METHODS: &[NativeDef] = &[
    flow("format", |vm, args| {
        let (template, rest) = own(vm, args, "format")?;
        let named = Dict::new();
        for (name, value) in rest.keywords() {
            named.set_str(name.clone(), value.clone());
        }
        let fields = Fields {
            positional: Some(rest.positional().to_vec()),
            named: Value::Dict(Rc::new(named)),
        };
        run(vm, template, fields)
    }),
    flow("format_map", |vm, args| {
        let (template, rest) = own(vm, args, "format_map")?;
        let [mapping] = rest.exactly::<1>(vm, "str.format_map")?;
        let fields = Fields {
            positional: None,
            named: mapping.clone(),
        };
        run(vm, template, fields)
    }),
];

/// What a piece of a template takes, in instructions.
const PIECE_COST: usize = 4;

/// What a field takes more, beside its formatting.
const FIELD_COST: usize = 12;

/// What the fields of a template refer to.
struct Fields {
    /// `None` for `format_map`, which has no positional fields.
    positional: Option<Vec<Value>>,
    named: Value,
}

fn run(vm: &Rc<Vm>, template: &Str, fields: Fields) -> VmResult<Flow> {
    let template = template.clone();
    Flow::start(vm, |cx| async move {
        let mut numbering = AutoNumbering::default();
        fill(&cx, &template, &fields, &mut numbering, 0)
            .await
            .map(Value::str)
    })
}

/// The text of a template. A field's specification is a template too, at the next depth.
fn fill<'a>(
    cx: &'a Cx,
    template: &'a str,
    fields: &'a Fields,
    numbering: &'a mut AutoNumbering,
    depth: usize,
) -> Pin<Box<dyn Future<Output = VmResult<String>> + 'a>> {
    Box::pin(async move {
        let vm = &cx.vm;
        if depth == str_format::MAX_DEPTH {
            return Err(vm.raise(str_format::too_deep()));
        }
        let mut text = String::new();
        for piece in Pieces::new(template) {
            let piece = piece.map_err(|error| vm.raise(error))?;
            cx.charge(PIECE_COST + piece.literal.len() / BYTES_AN_INSTRUCTION)
                .await?;
            text.push_str(piece.literal);
            let Some(field) = piece.field else { continue };
            let value = find(cx, fields, field.name, numbering).await?;
            let value = convert(cx, value, field.conversion).await?;
            let spec = match field.spec_has_fields {
                true => fill(cx, field.spec, fields, numbering, depth + 1).await?,
                false => field.spec.to_string(),
            };
            text.push_str(&cx.format(&value, &spec).await?);
            vm.reserve(text.len())?;
            cx.charge(FIELD_COST).await?;
        }
        Ok(text)
    })
}

async fn find(cx: &Cx, fields: &Fields, name: &str, numbering: &mut AutoNumbering) -> VmResult<Value> {
    let vm = &cx.vm;
    let raise = |error| vm.raise(error);
    let name = FieldName::parse(name, numbering).map_err(raise)?;
    let mut value = match (name.first, &fields.positional) {
        (First::Index(index), Some(values)) => match values.get(index) {
            Some(value) => value.clone(),
            None => return Err(vm.raise(str_format::index_out_of_range(index))),
        },
        (First::Index(_), None) => {
            return Err(vm.value_error("Format string contains positional fields"));
        }
        (First::Key(key), _) => cx.get_item(&fields.named, &Value::Str(vm.intern(key))).await?,
    };
    for accessor in name.accessors {
        value = match accessor.map_err(raise)? {
            Accessor::Attribute(name) => cx.getattr(&value, &vm.intern(name)).await?,
            Accessor::Index(index) => cx.get_item(&value, &Value::size(index)).await?,
            Accessor::Key(key) => cx.get_item(&value, &Value::str(key)).await?,
        };
    }
    Ok(value)
}

async fn convert(cx: &Cx, value: Value, conversion: Option<char>) -> VmResult<Value> {
    let text = match conversion {
        None => return Ok(value),
        Some('s') => cx.str(&value).await?,
        Some('r') => cx.repr(&value).await?,
        Some('a') => format::ascii(cx.repr(&value).await?),
        Some(other) => return Err(cx.vm.raise(str_format::unknown_conversion(other))),
    };
    Ok(Value::Str(text))
}
