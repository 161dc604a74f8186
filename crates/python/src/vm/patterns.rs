//! `match` statements.

use super::cx::Cx;
use super::{Vm, VmResult};
use crate::object::{Dict, Layout, Value};
use std::rc::Rc;

impl Vm {
    /// Whether a sequence pattern may match: lists, tuples, ranges, deques and registered sequences, never strings.
    pub(super) fn is_sequence_pattern(&self, value: &Value) -> bool {
        match value.base() {
            Value::List(_) | Value::Tuple(_) | Value::Range(_) => true,
            Value::Instance(instance) => instance.class.mro().any(|class| {
                matches!(
                    class.name.as_str(),
                    "deque" | "Sequence" | "MutableSequence" | "UserList"
                )
            }),
            _ => false,
        }
    }

    pub(super) fn is_mapping_pattern(&self, value: &Value) -> bool {
        match value.base() {
            Value::Dict(_) => true,
            Value::Instance(instance) => instance.class.mro().any(|class| {
                matches!(
                    class.name.as_str(),
                    "Mapping" | "MutableMapping" | "mappingproxy" | "ChainMap" | "UserDict"
                )
            }),
            _ => false,
        }
    }
}

/// The values of the keys, or None if one is missing.
pub(super) async fn match_keys(cx: Cx, subject: Value, keys: Value) -> VmResult<Value> {
    let mut values = Vec::new();
    for key in keys.as_tuple().map(|t| t.to_vec()).unwrap_or_default() {
        // `get` rather than `[]`: a defaultdict must not grow by being matched.
        let found = match subject.as_dict() {
            Some(_) => super::protocol::items::get_or_none(&cx, &subject, &key).await?,
            None => match cx.contains(&subject, &key).await? {
                true => Some(cx.get_item(&subject, &key).await?),
                false => None,
            },
        };
        match found {
            Some(value) => values.push(value),
            None => return Ok(Value::None),
        }
    }
    Ok(Value::tuple(values))
}

/// A dict of what the keys leave.
pub(super) async fn match_rest(cx: Cx, subject: Value, keys: Value) -> VmResult<Value> {
    let copy = Value::Dict(Rc::new(match subject.as_dict() {
        Some(dict) => dict.copy(),
        None => Dict::new(),
    }));
    if subject.as_dict().is_none() {
        for key in cx.collect(&subject).await? {
            let value = cx.get_item(&subject, &key).await?;
            cx.set_item(&copy, &key, value).await?;
        }
    }
    for key in keys.as_tuple().map(|t| t.to_vec()).unwrap_or_default() {
        super::protocol::items::del_item(&cx, &copy, &key).await?;
    }
    Ok(copy)
}

/// The attributes that a class pattern asks for, or None if the subject is no instance or lacks one.
pub(super) async fn match_class(
    cx: Cx,
    subject: Value,
    class: Value,
    names: Value,
    positional: u16,
) -> VmResult<Value> {
    let vm = cx.vm.clone();
    let Value::Type(class_type) = &class else {
        return Err(vm.type_error("called match pattern must be a class"));
    };
    if !crate::modules::builtins::classes::is_instance(&cx, &subject, &class).await? {
        return Ok(Value::None);
    }
    let mut wanted = Vec::new();
    let mut values = Vec::new();
    let positional = usize::from(positional);
    if positional > 0 {
        match cx.getattr_opt(&class, &vm.names.match_args).await? {
            Some(args) => {
                let Some(args) = args.as_tuple() else {
                    return Err(vm.type_error(format!(
                        "{}.__match_args__ must be a tuple (got {})",
                        class_type.name,
                        vm.type_name(&args)
                    )));
                };
                if positional > args.len() {
                    return Err(too_many(&vm, class_type.name.as_str(), args.len(), positional));
                }
                wanted.extend(args[..positional].iter().cloned());
            }
            None if matches_itself(class_type.layout) || class_type.is_subclass_of(&vm.types.bytearray) => {
                if positional > 1 {
                    return Err(too_many(&vm, class_type.name.as_str(), 1, positional));
                }
                values.push(subject.clone());
            }
            None => return Err(too_many(&vm, class_type.name.as_str(), 0, positional)),
        }
    }
    wanted.extend(names.as_tuple().map(|t| t.to_vec()).unwrap_or_default());
    for (position, name) in wanted.iter().enumerate() {
        let Some(name) = name.as_str() else {
            return Err(vm.type_error(format!(
                "__match_args__ elements must be strings (got {})",
                vm.type_name(name)
            )));
        };
        if wanted
            .iter()
            .take(position)
            .any(|before| before.as_str() == Some(name))
        {
            return Err(vm.type_error(format!(
                "{}() got multiple sub-patterns for attribute '{name}'",
                class_type.name
            )));
        }
        match cx.getattr_opt(&subject, &vm.intern(name)).await? {
            Some(value) => values.push(value),
            None => return Ok(Value::None),
        }
    }
    Ok(Value::tuple(values))
}

/// `int(x)` and the like match the subject itself.
fn matches_itself(layout: Layout) -> bool {
    !matches!(
        layout,
        Layout::Object | Layout::Exception | Layout::Type | Layout::Native | Layout::Final
    )
}

fn too_many(vm: &Vm, class: &str, accepted: usize, given: usize) -> crate::object::Exc {
    let s = if accepted == 1 { "" } else { "s" };
    vm.type_error(format!(
        "{class}() accepts {accepted} positional sub-pattern{s} ({given} given)"
    ))
}
