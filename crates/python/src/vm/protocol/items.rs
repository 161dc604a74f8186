//! `x[i]`, `x[i] = v`, `del x[i]`, `v in x` and `len(x)`.

mod length;

pub use self::length::{len, try_len};
use super::index::{position, resolve, try_bounds};
use super::keys::{self, Place, try_find};
use super::slices::{
    assign_slice, delete_slice, get_from_range, get_from_sequence, range_contains, sequence_index,
    sequence_len,
};
use super::special::{Slot, slot, try_special};
use super::{compare, iterate};
use crate::object::iter::{DictPart, DictView};
use crate::object::{Exc, Value};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// `None` where Python code has to run (also a dict key with its own `__hash__` or `__eq__`).
#[inline]
pub fn try_get_item(vm: &Rc<Vm>, object: &Value, index: &Value) -> VmResult<Option<Value>> {
    match (object, index) {
        (Value::List(list), Value::Int(at)) => {
            let item = list.with(|items| position(*at, items.len()).and_then(|at| items.get(at).cloned()));
            match item {
                Some(item) => Ok(Some(item)),
                None => Err(vm.index_error("list index out of range")),
            }
        }
        (Value::Dict(dict), Value::Str(key)) if let Some(value) = dict.get_str(key) => Ok(Some(value)),
        (Value::Instance(_), _) => match slot(vm, object, &vm.names.getitem) {
            Slot::Builtin => try_get_builtin(vm, object, index),
            Slot::Plain(_) => try_special(vm, object, &vm.names.getitem, std::slice::from_ref(index)),
            Slot::Call => Ok(None),
            Slot::Refused | Slot::Missing => Err(not_subscriptable(vm, object)),
        },
        (Value::Type(_), _) => Ok(None),
        _ => try_get_builtin(vm, object, index),
    }
}

/// `Ok(false)` where Python code has to run.
#[inline]
pub fn try_set_item(vm: &Rc<Vm>, object: &Value, index: &Value, value: &Value) -> VmResult<bool> {
    match (object, index) {
        (Value::List(list), Value::Int(at)) => match position(*at, list.len()) {
            Some(at) => Ok(list.set(at, value.clone())),
            None => Err(vm.index_error("list assignment index out of range")),
        },
        (Value::Dict(dict), Value::Str(_)) => keys::try_insert(vm, dict, index, value),
        (Value::Instance(_), _) => match slot(vm, object, &vm.names.setitem) {
            Slot::Builtin => try_set_builtin(vm, object, index, value),
            Slot::Plain(_) => {
                let args = [index.clone(), value.clone()];
                Ok(try_special(vm, object, &vm.names.setitem, &args)?.is_some())
            }
            Slot::Call => Ok(false),
            Slot::Refused | Slot::Missing => Err(no_item_assignment(vm, object)),
        },
        (Value::Type(class), _) if class.metaclass.is_some() => Ok(false),
        _ => try_set_builtin(vm, object, index, value),
    }
}

/// `Ok(false)` where Python code has to run.
pub fn try_del_item(vm: &Rc<Vm>, object: &Value, index: &Value) -> VmResult<bool> {
    match object {
        Value::Instance(_) => match slot(vm, object, &vm.names.delitem) {
            Slot::Builtin => try_del_builtin(vm, object, index),
            Slot::Plain(_) => {
                Ok(try_special(vm, object, &vm.names.delitem, std::slice::from_ref(index))?.is_some())
            }
            Slot::Call => Ok(false),
            Slot::Refused | Slot::Missing => Err(no_item_deletion(vm, object)),
        },
        Value::Type(class) if class.metaclass.is_some() => Ok(false),
        _ => try_del_builtin(vm, object, index),
    }
}

#[inline]
pub fn try_contains(vm: &Rc<Vm>, container: &Value, item: &Value) -> VmResult<Option<bool>> {
    match container {
        Value::Instance(instance) => {
            if let Some(view) = instance.native::<DictView>() {
                return try_view_contains(vm, view, item);
            }
            match slot(vm, container, &vm.names.contains) {
                Slot::Builtin => try_contains_builtin(vm, container.base(), item),
                Slot::Plain(_) => {
                    let answer = try_special(vm, container, &vm.names.contains, std::slice::from_ref(item))?;
                    Ok(answer.and_then(|answer| super::truth::try_truth(vm, &answer)))
                }
                Slot::Refused => {
                    Err(vm.type_error(format!("'{}' object is not a container", vm.type_name(container))))
                }
                Slot::Call | Slot::Missing => Ok(None),
            }
        }
        Value::Iter(_) | Value::Generator(_) | Value::Type(_) => Ok(None),
        _ => try_contains_builtin(vm, container, item),
    }
}

pub async fn get_item(cx: &Cx, object: &Value, index: &Value) -> VmResult<Value> {
    if let Some(value) = try_get_item(&cx.vm, object, index)? {
        return Ok(value);
    }
    let vm = &cx.vm;
    match slot(vm, object, &vm.names.getitem) {
        Slot::Builtin if !matches!(object, Value::Type(_)) => return get_builtin(cx, object, index).await,
        Slot::Plain(_) | Slot::Call => {
            if let Some(value) = cx.special(object, &vm.names.getitem, vec![index.clone()]).await? {
                return Ok(value);
            }
        }
        _ => {}
    }
    if let Value::Type(class) = object {
        if Rc::ptr_eq(class, &vm.types.type_) {
            return crate::types::generic_alias::alias(vm, object.clone(), index);
        }
        let Some(hook) = cx.getattr_opt(object, &vm.names.class_getitem).await? else {
            return Err(vm.type_error(format!("type '{}' is not subscriptable", class.name)));
        };
        return cx.call(&hook, vec![index.clone()]).await;
    }
    Err(not_subscriptable(vm, object))
}

pub async fn set_item(cx: &Cx, object: &Value, index: &Value, value: Value) -> VmResult<()> {
    let vm = &cx.vm;
    if try_set_item(vm, object, index, &value)? {
        return Ok(());
    }
    match slot(vm, object, &vm.names.setitem) {
        Slot::Builtin if !matches!(object, Value::Type(_)) => set_builtin(cx, object, index, value).await,
        _ => match cx
            .special(object, &vm.names.setitem, vec![index.clone(), value])
            .await?
        {
            Some(_) => Ok(()),
            None => Err(no_item_assignment(vm, object)),
        },
    }
}

pub async fn del_item(cx: &Cx, object: &Value, index: &Value) -> VmResult<()> {
    let vm = &cx.vm;
    if try_del_item(vm, object, index)? {
        return Ok(());
    }
    match slot(vm, object, &vm.names.delitem) {
        Slot::Builtin if !matches!(object, Value::Type(_)) => del_builtin(cx, object, index).await,
        _ => match cx.special(object, &vm.names.delitem, vec![index.clone()]).await? {
            Some(_) => Ok(()),
            None => Err(no_item_deletion(vm, object)),
        },
    }
}

pub async fn contains(cx: &Cx, container: &Value, item: &Value) -> VmResult<bool> {
    let vm = &cx.vm;
    if let Some(answer) = try_contains(vm, container, item)? {
        return Ok(answer);
    }
    if let Value::Instance(instance) = container
        && let Some(view) = instance.native::<DictView>()
    {
        return view_contains(cx, view, item).await;
    }
    match slot(vm, container, &vm.names.contains) {
        Slot::Builtin if !matches!(container, Value::Iter(_) | Value::Generator(_) | Value::Type(_)) => {
            contains_builtin(cx, container.base(), item).await
        }
        Slot::Plain(_) | Slot::Call => {
            match cx
                .special(container, &vm.names.contains, vec![item.clone()])
                .await?
            {
                Some(answer) => cx.truth(&answer).await,
                None => search(cx, container, item).await,
            }
        }
        _ => search(cx, container, item).await,
    }
}

/// `__getitem__` of the built-in type that `object` is or extends; `None` where Python code has to run.
pub fn try_get_builtin(vm: &Rc<Vm>, object: &Value, at: &Value) -> VmResult<Option<Value>> {
    match object.base() {
        Value::Dict(dict) => match try_find(vm, dict, at)? {
            Some(Place::Found(position)) => Ok(Some(dict.value_at(position))),
            Some(Place::Missing(_)) if has_missing(vm, object) => Ok(None),
            Some(Place::Missing(_)) => Err(vm.key_error(at.clone())),
            None => Ok(None),
        },
        Value::Range(range) => get_from_range(vm, range, at),
        sequence => match sequence_len(sequence) {
            Some(length) => get_from_sequence(vm, sequence, length, at),
            None => Err(not_subscriptable(vm, object)),
        },
    }
}

/// `__getitem__` of the built-in type that `object` is or extends.
pub async fn get_builtin(cx: &Cx, object: &Value, at: &Value) -> VmResult<Value> {
    let vm = &cx.vm;
    if let Some(value) = try_get_builtin(vm, object, at)? {
        return Ok(value);
    }
    match object.base() {
        Value::Dict(dict) => match keys::find(cx, dict, at).await? {
            Place::Found(position) => Ok(dict.value_at(position)),
            Place::Missing(_) if has_missing(vm, object) => {
                let missing = vm.names.missing.clone();
                let value = cx.special(object, &missing, vec![at.clone()]).await?;
                value.ok_or_else(|| vm.key_error(at.clone()))
            }
            Place::Missing(_) => Err(vm.key_error(at.clone())),
        },
        _ => {
            let at = resolve(cx, at).await?;
            let value = try_get_builtin(vm, object, &at)?;
            value.ok_or_else(|| not_subscriptable(vm, object))
        }
    }
}

/// `__setitem__` of the built-in type; false where Python code has to run.
pub fn try_set_builtin(vm: &Rc<Vm>, object: &Value, at: &Value, value: &Value) -> VmResult<bool> {
    match object.base() {
        Value::Dict(dict) => keys::try_insert(vm, dict, at, value),
        Value::List(list) => match at {
            Value::Slice(slice) => {
                let Some(bounds) = try_bounds(vm, slice, list.len())? else {
                    return Ok(false);
                };
                let Some(items) = try_assignable(vm, value)? else {
                    return Ok(false);
                };
                assign_slice(vm, list, bounds, items).map(|()| true)
            }
            _ => {
                let Some(at) = sequence_index(vm, object.base(), at)? else {
                    return Ok(false);
                };
                match position(at, list.len()) {
                    Some(at) => Ok(list.set(at, value.clone())),
                    None => Err(vm.index_error("list assignment index out of range")),
                }
            }
        },
        _ => Err(no_item_assignment(vm, object)),
    }
}

pub async fn set_builtin(cx: &Cx, object: &Value, at: &Value, value: Value) -> VmResult<()> {
    let vm = &cx.vm;
    if try_set_builtin(vm, object, at, &value)? {
        return Ok(());
    }
    match object.base() {
        Value::Dict(dict) => keys::insert(cx, dict, at.clone(), value).await,
        Value::List(list) => {
            let at = resolve(cx, at).await?;
            let Value::Slice(slice) = &at else {
                return try_set_builtin(vm, object, &at, &value).map(drop);
            };
            let items = cx.collect(&value).await?;
            // The iterator may have changed the list.
            match try_bounds(vm, slice, list.len())? {
                Some(bounds) => assign_slice(vm, list, bounds, items),
                None => Ok(()),
            }
        }
        _ => Err(no_item_assignment(vm, object)),
    }
}

/// `__delitem__` of the built-in type; false where Python code has to run.
pub fn try_del_builtin(vm: &Rc<Vm>, object: &Value, at: &Value) -> VmResult<bool> {
    match object.base() {
        Value::Dict(dict) => match try_find(vm, dict, at)? {
            Some(Place::Found(position)) => {
                drop(dict.remove_at(position));
                Ok(true)
            }
            Some(Place::Missing(_)) => Err(vm.key_error(at.clone())),
            None => Ok(false),
        },
        Value::List(list) => match at {
            Value::Slice(slice) => match try_bounds(vm, slice, list.len())? {
                Some(bounds) => {
                    vm.scan(list.len() * size_of::<Value>())?;
                    crate::object::trash::discard_last_first(delete_slice(list, bounds));
                    Ok(true)
                }
                None => Ok(false),
            },
            _ => {
                let Some(at) = sequence_index(vm, object.base(), at)? else {
                    return Ok(false);
                };
                match position(at, list.len()) {
                    Some(at) => {
                        vm.scan((list.len() - at) * size_of::<Value>())?;
                        drop(list.with_mut(|items| items.remove(at)));
                        Ok(true)
                    }
                    None => Err(vm.index_error("list assignment index out of range")),
                }
            }
        },
        _ => Err(no_item_deletion(vm, object)),
    }
}

pub async fn del_builtin(cx: &Cx, object: &Value, at: &Value) -> VmResult<()> {
    let vm = &cx.vm;
    if try_del_builtin(vm, object, at)? {
        return Ok(());
    }
    match object.base() {
        Value::Dict(dict) => match keys::find(cx, dict, at).await? {
            Place::Found(position) => {
                drop(dict.remove_at(position));
                Ok(())
            }
            Place::Missing(_) => Err(vm.key_error(at.clone())),
        },
        _ => {
            let at = resolve(cx, at).await?;
            try_del_builtin(vm, object, &at).map(drop)
        }
    }
}

/// `__contains__` of a built-in type; `None` where Python code has to run.
pub fn try_contains_builtin(vm: &Rc<Vm>, container: &Value, item: &Value) -> VmResult<Option<bool>> {
    match container {
        Value::Dict(dict) => Ok(try_find(vm, dict, item)?.map(is_found)),
        Value::Set(set) | Value::FrozenSet(set) => {
            let key = as_set_key(item);
            Ok(try_find(vm, set, &key)?.map(is_found))
        }
        Value::List(list) => list.with(|items| any_equal(vm, items, item)),
        Value::Tuple(items) => any_equal(vm, items, item),
        Value::Str(text) => match item.as_str() {
            Some(part) => {
                vm.scan(text.len())?;
                if part.len() > 1 {
                    vm.strain(text.len() / 16)?;
                }
                Ok(Some(text.contains(part.as_str())))
            }
            None => Err(vm.type_error(format!(
                "'in <string>' requires string as left operand, not {}",
                vm.type_name(item)
            ))),
        },
        Value::Bytes(bytes) => bytes_contain(vm, &bytes.data, item).map(Some),
        Value::Range(range) => match item.base() {
            Value::Int(i) => Ok(Some(range_contains(range, *i))),
            Value::Bool(b) => Ok(Some(range_contains(range, i64::from(*b)))),
            Value::Float(f) => Ok(Some(
                f.fract() == 0.0
                    && num_traits::ToPrimitive::to_i64(f).is_some_and(|i| range_contains(range, i)),
            )),
            Value::Instance(_) => Ok(None),
            _ => Ok(Some(false)),
        },
        _ => Err(vm.type_error(format!(
            "argument of type '{}' is not iterable",
            vm.type_name(container)
        ))),
    }
}

/// `__contains__` of a built-in type.
pub async fn contains_builtin(cx: &Cx, container: &Value, item: &Value) -> VmResult<bool> {
    if let Some(answer) = try_contains_builtin(&cx.vm, container, item)? {
        return Ok(answer);
    }
    match container {
        Value::Dict(dict) => Ok(is_found(keys::find(cx, dict, item).await?)),
        Value::Set(set) | Value::FrozenSet(set) => {
            let key = as_set_key(item);
            Ok(is_found(keys::find(cx, set, &key).await?))
        }
        Value::List(list) => {
            let mut at = 0;
            while let Some(have) = list.get(at) {
                if cx.equal(&have, item).await? {
                    return Ok(true);
                }
                at += 1;
            }
            Ok(false)
        }
        _ => search(cx, container, item).await,
    }
}

/// The value under a key of a view of a dict.
pub async fn view_contains(cx: &Cx, view: &DictView, item: &Value) -> VmResult<bool> {
    match view.part {
        DictPart::Keys => Ok(is_found(keys::find(cx, &*view.dict, item).await?)),
        DictPart::Values => {
            for value in view.dict.values() {
                if cx.equal(&value, item).await? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        DictPart::Items => match item.as_tuple().map(|pair| &pair[..]) {
            Some([key, value]) => match keys::lookup(cx, &view.dict, key).await? {
                Some(have) => cx.equal(&have, value).await,
                None => Ok(false),
            },
            _ => Ok(false),
        },
    }
}

/// A set is looked for in a set as the frozenset with its members.
pub fn as_set_key(key: &Value) -> Value {
    match key.base() {
        Value::Set(set) => Value::FrozenSet(set.clone()),
        _ => key.clone(),
    }
}

fn has_missing(vm: &Vm, object: &Value) -> bool {
    matches!(object, Value::Instance(_)) && vm.special(object, &vm.names.missing).is_some()
}

/// The items to be assigned to a slice, at once.
fn try_assignable(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<Vec<Value>>> {
    match iterate::try_collect(vm, value) {
        Err(exc) if vm.is_exc(&exc, &vm.types.type_error) => {
            Err(vm.type_error("must assign iterable to extended slice"))
        }
        result => result,
    }
}

/// `None` as soon as only Python code can tell.
fn any_equal(vm: &Vm, items: &[Value], item: &Value) -> VmResult<Option<bool>> {
    let mut looked_at = items.len();
    let mut answer = Some(false);
    for (position, have) in items.iter().enumerate() {
        let same = crate::object::compare::same_or_equal(have, item);
        if same != Some(false) {
            (looked_at, answer) = (position, same);
            break;
        }
    }
    vm.charge(looked_at.saturating_add(crate::object::work::take()))?;
    Ok(answer)
}

fn bytes_contain(vm: &Vm, bytes: &[u8], item: &Value) -> VmResult<bool> {
    if let Some(part) = item.as_bytes() {
        let part = &part.data;
        vm.charge(bytes.len() / 8)?;
        vm.scan(bytes.len().saturating_mul(part.len()))?;
        return Ok(part.is_empty() || bytes.windows(part.len()).any(|window| *window == **part));
    }
    vm.scan(bytes.len())?;
    match item.as_i64() {
        Some(byte) => match u8::try_from(byte) {
            Ok(byte) => Ok(bytes.contains(&byte)),
            Err(_) => Err(vm.value_error("byte must be in range(0, 256)")),
        },
        None => Err(vm.type_error(format!(
            "a bytes-like object is required, not '{}'",
            vm.type_name(item)
        ))),
    }
}

fn try_view_contains(vm: &Rc<Vm>, view: &DictView, item: &Value) -> VmResult<Option<bool>> {
    match view.part {
        DictPart::Keys => Ok(try_find(vm, &*view.dict, item)?.map(is_found)),
        DictPart::Values => any_equal(vm, &view.dict.values(), item),
        DictPart::Items => match item.as_tuple().map(|pair| &pair[..]) {
            Some([key, value]) => match try_find(vm, &*view.dict, key)? {
                Some(Place::Found(at)) => compare::try_equal(vm, &view.dict.value_at(at), value),
                Some(Place::Missing(_)) => Ok(Some(false)),
                None => Ok(None),
            },
            _ => Ok(Some(false)),
        },
    }
}

/// Looks for an item by iterating.
async fn search(cx: &Cx, container: &Value, item: &Value) -> VmResult<bool> {
    let vm = &cx.vm;
    let iterator = match cx.iter(container).await {
        Err(exc)
            if vm.is_exc(&exc, &vm.types.type_error) && vm.special(container, &vm.names.iter).is_none() =>
        {
            return Err(vm.type_error(format!(
                "argument of type '{}' is not iterable",
                vm.type_name(container)
            )));
        }
        iterator => iterator?,
    };
    while let Some(have) = cx.next(&iterator).await? {
        if cx.equal(&have, item).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_found(place: Place) -> bool {
    matches!(place, Place::Found(_))
}

pub(super) fn not_subscriptable(vm: &Vm, value: &Value) -> Exc {
    vm.type_error(format!("'{}' object is not subscriptable", vm.type_name(value)))
}

fn no_item_assignment(vm: &Vm, value: &Value) -> Exc {
    vm.type_error(format!(
        "'{}' object does not support item assignment",
        vm.type_name(value)
    ))
}

fn no_item_deletion(vm: &Vm, value: &Value) -> Exc {
    let verb = match value.base() {
        Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_) => "doesn't",
        _ => "does not",
    };
    vm.type_error(format!(
        "'{}' object {verb} support item deletion",
        vm.type_name(value)
    ))
}

/// Adds to a set.
pub async fn add(cx: &Cx, set: &Value, item: Value) -> VmResult<()> {
    match set.as_set() {
        Some(set) => super::keys::add(cx, set, item).await,
        None => Ok(()),
    }
}

/// `mapping.get(key)` of a dict, without a default and without `__missing__`.
pub async fn get_or_none(cx: &Cx, mapping: &Value, key: &Value) -> VmResult<Option<Value>> {
    match mapping.as_dict() {
        Some(dict) => super::keys::lookup(cx, dict, key).await,
        None => Ok(None),
    }
}
