//! `str.translate` and `str.maketrans`.

use super::{own, text_argument};
use crate::object::{Dict, Str, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[flow("translate", translate)];

pub const STATIC_METHODS: &[NativeDef] = &[plain("maketrans", maketrans)];

/// What the exception takes that tells of a character that is not in the table, in instructions.
const MISS_COST: usize = 30;

fn translate(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (text, rest) = own(vm, args, "translate")?;
    let [table] = rest.exactly::<1>(vm, "str.translate")?.clone();
    let text = text.clone();
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        let mut translated = String::with_capacity(text.len());
        for c in text.chars() {
            cx.charge(4).await?;
            let key = Value::Int(i64::from(u32::from(c)));
            match cx.get_item(&table, &key).await {
                Ok(Value::None) => {}
                Ok(replacement) => {
                    push_replacement(vm, &mut translated, &replacement)?;
                    vm.reserve(translated.len())?;
                }
                // A character that the table does not know stays.
                Err(exc) if cx.is_exc(&exc, &vm.types.lookup_error) => {
                    cx.charge(MISS_COST).await?;
                    translated.push(c);
                }
                Err(exc) => return Err(exc),
            }
        }
        Ok(Value::str(translated))
    })
}

fn push_replacement(vm: &Vm, text: &mut String, replacement: &Value) -> VmResult<()> {
    if let Some(more) = replacement.as_str() {
        text.push_str(more);
        return Ok(());
    }
    if !replacement.is_int() {
        return Err(vm.type_error("character mapping must return integer, None or str"));
    }
    let code = replacement.as_i64().and_then(|code| u32::try_from(code).ok());
    match code.and_then(char::from_u32) {
        Some(c) => {
            text.push(c);
            Ok(())
        }
        None => Err(vm.value_error("character mapping must be in range(0x110000)")),
    }
}

fn maketrans(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let table = Dict::new();
    match args.between(vm, "maketrans", 1, 3)? {
        [mapping] => {
            let Some(mapping) = mapping.as_dict() else {
                return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
            };
            for (key, value) in mapping.items() {
                set(vm, &table, key_of(vm, &key)?, value)?;
            }
        }
        [from, more @ ..] => {
            let Some(from) = from.as_str() else {
                return Err(
                    vm.type_error("first maketrans argument must be a string if there is a second argument")
                );
            };
            pairs(vm, &table, from, more)?;
        }
        [] => {}
    }
    Ok(Value::Dict(Rc::new(table)))
}

fn pairs(vm: &Vm, table: &Dict, from: &Str, more: &[Value]) -> VmResult<()> {
    let code = |c: char| Value::Int(i64::from(u32::from(c)));
    if let Some(to) = more.first() {
        let to = text_argument(vm, "maketrans", 2, to)?;
        if from.char_len() != to.char_len() {
            return Err(vm.value_error("the first two maketrans arguments must have equal length"));
        }
        for (from, to) in from.chars().zip(to.chars()) {
            set(vm, table, code(from), code(to))?;
        }
    }
    if let Some(gone) = more.get(1) {
        for c in text_argument(vm, "maketrans", 3, gone)?.chars() {
            set(vm, table, code(c), Value::None)?;
        }
    }
    Ok(())
}

/// What an entry of a table takes, in instructions.
const ENTRY_COST: usize = 8;

fn set(vm: &Vm, table: &Dict, key: Value, value: Value) -> VmResult<()> {
    vm.charge(ENTRY_COST)?;
    table.set_plain(key, value);
    Ok(())
}

fn key_of(vm: &Vm, key: &Value) -> VmResult<Value> {
    if key.is_int() {
        return Ok(key.clone());
    }
    let Some(text) = key.as_str() else {
        return Err(vm.type_error("keys in translate table must be strings or integers"));
    };
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(c), None) => Ok(Value::Int(i64::from(u32::from(c)))),
        _ => Err(vm.value_error("string keys in translate table must be of length 1")),
    }
}
