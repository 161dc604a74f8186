//! Building and filling containers where that needs Python code: iterators, `__hash__` and `__eq__` of the program.

use super::cx::Cx;
use super::protocol::{items, keys};
use super::{Vm, VmResult};
use crate::object::{Dict, Set, Value};
use std::rc::Rc;

impl Vm {
    /// The wording of the TypeError for `*x` where `x` is not iterable; other errors are kept. The callable is empty
    /// in displays.
    pub(super) fn not_iterable_after_star(
        &self,
        iterable: &Value,
        callable: &Value,
        exc: crate::object::Exc,
    ) -> crate::object::Exc {
        let own = self.is_exc(&exc, &self.types.type_error) && exc.data().traceback.borrow().is_none();
        if !own || self.special(iterable, &self.names.iter).is_some() {
            return exc;
        }
        let subject = match callable {
            Value::Empty => "Value".to_string(),
            callable => format!("{} argument", self.callable_name(callable)),
        };
        self.type_error(format!(
            "{subject} after * must be an iterable, not {}",
            self.type_name(iterable)
        ))
    }

    /// `{a, b}`; `None` where Python code has to run.
    pub(super) fn try_build_set(self: &Rc<Self>, items: &[Value]) -> VmResult<Option<Value>> {
        let set = Set::new();
        for item in items {
            if !keys::try_add(self, &set, item)? {
                return Ok(None);
            }
        }
        Ok(Some(Value::Set(Rc::new(set))))
    }

    /// `{k: v}`; `None` where Python code has to run.
    pub(super) fn try_build_dict(self: &Rc<Self>, items: &[Value]) -> VmResult<Option<Value>> {
        let dict = Value::Dict(Rc::new(Dict::with_capacity(items.len() / 2)));
        for pair in items.chunks_exact(2) {
            if !items::try_set_item(self, &dict, &pair[0], &pair[1])? {
                return Ok(None);
            }
        }
        Ok(Some(dict))
    }

    /// The items of a built-in iterable of exactly `count` items; ValueError if there are more or fewer.
    pub(super) fn try_unpack(self: &Rc<Self>, value: &Value, count: usize) -> VmResult<Option<Vec<Value>>> {
        let Some(items) =
            super::protocol::iterate::try_collect(self, value).map_err(|e| self.unpack_error(value, e))?
        else {
            return Ok(None);
        };
        self.check_unpack(items, count).map(Some)
    }

    fn check_unpack(&self, items: Vec<Value>, count: usize) -> VmResult<Vec<Value>> {
        if items.len() == count {
            return Ok(items);
        }
        let got = items.len();
        Err(self.value_error(if got < count {
            format!("not enough values to unpack (expected {count}, got {got})")
        } else {
            format!("too many values to unpack (expected {count})")
        }))
    }

    fn unpack_error(&self, value: &Value, exc: crate::object::Exc) -> crate::object::Exc {
        if self.is_exc(&exc, &self.types.type_error) {
            return self.type_error(format!(
                "cannot unpack non-iterable {} object",
                self.type_name(value)
            ));
        }
        exc
    }

    /// Distributes items over `a, *b, c`.
    pub(super) fn split_items(&self, items: Vec<Value>, before: usize, after: usize) -> VmResult<Vec<Value>> {
        if items.len() < before + after {
            return Err(self.value_error(format!(
                "not enough values to unpack (expected at least {}, got {})",
                before + after,
                items.len()
            )));
        }
        let mut parts = items;
        let mut rest = parts.split_off(before);
        let tail = rest.split_off(rest.len() - after);
        parts.push(Value::list(rest));
        parts.extend(tail);
        Ok(parts)
    }
}

pub(super) async fn set(cx: Cx, items: Vec<Value>) -> VmResult<Value> {
    let set = Value::Set(Rc::new(Set::new()));
    for item in items {
        items::add(&cx, &set, item).await?;
    }
    Ok(set)
}

pub(super) async fn dict(cx: Cx, items: Vec<Value>) -> VmResult<Value> {
    let dict = Value::dict();
    for pair in items.chunks_exact(2) {
        cx.set_item(&dict, &pair[0], pair[1].clone()).await?;
    }
    Ok(dict)
}

pub(super) async fn add(cx: Cx, set: Value, item: Value) -> VmResult<Value> {
    items::add(&cx, &set, item).await?;
    Ok(Value::None)
}

pub(super) async fn extend(cx: Cx, list: Value, iterable: Value, callable: Value) -> VmResult<Value> {
    let items = cx
        .collect(&iterable)
        .await
        .map_err(|exc| cx.vm.not_iterable_after_star(&iterable, &callable, exc))?;
    if let Some(list) = list.as_list() {
        list.with_mut(|all| all.extend(items));
    }
    Ok(Value::None)
}

pub(super) async fn update_set(cx: Cx, set: Value, iterable: Value) -> VmResult<Value> {
    if let Some(set) = set.as_set() {
        crate::types::set::update(&cx, set, &iterable).await?;
    }
    Ok(Value::None)
}

/// `{**mapping}`.
pub(super) async fn update_dict(cx: Cx, dict: Value, mapping: Value) -> VmResult<Value> {
    if let (Some(into), Some(from)) = (dict.as_dict(), mapping.as_dict()) {
        into.expect(from);
    }
    for (key, value) in pairs(&cx, &mapping).await?.ok_or_else(|| {
        cx.vm
            .type_error(format!("'{}' object is not a mapping", cx.vm.type_name(&mapping)))
    })? {
        cx.set_item(&dict, &key, value).await?;
    }
    Ok(Value::None)
}

/// `f(**mapping)` with a mapping that is no dict.
pub(super) async fn merge(cx: Cx, callable: Value, dict: Value, mapping: Value) -> VmResult<Value> {
    let found = pairs(&cx, &mapping).await?.ok_or_else(|| {
        cx.vm.type_error(format!(
            "{} argument after ** must be a mapping, not {}",
            cx.vm.callable_name(&callable),
            cx.vm.type_name(&mapping)
        ))
    })?;
    let copy = Dict::new();
    for (key, value) in found {
        if !copy.set_plain(key, value) {
            return Err(cx.vm.type_error("keywords must be strings"));
        }
    }
    if let Some(into) = dict.as_dict() {
        cx.vm.merge_keywords(&callable, into, &copy)?;
    }
    Ok(Value::None)
}

/// The entries of a mapping: a dict's, or through `keys()` and `[]`. `None` if it is no mapping.
async fn pairs(cx: &Cx, mapping: &Value) -> VmResult<Option<Vec<(Value, Value)>>> {
    if let Some(dict) = mapping.as_dict() {
        return Ok(Some(dict.items()));
    }
    let Some(keys) = cx.getattr_opt(mapping, &cx.vm.names.keys).await? else {
        return Ok(None);
    };
    let keys = cx.call(&keys, vec![]).await?;
    let mut pairs = Vec::new();
    for key in cx.collect(&keys).await? {
        let value = cx.get_item(mapping, &key).await?;
        pairs.push((key, value));
    }
    Ok(Some(pairs))
}

/// `a, b = iterable`: a tuple of exactly `count` items. Takes one item more than that at most, as CPython does.
pub(super) async fn unpack(cx: Cx, value: Value, count: usize) -> VmResult<Value> {
    let iterator = cx
        .iter(&value)
        .await
        .map_err(|exc| cx.vm.unpack_error(&value, exc))?;
    let mut items = Vec::new();
    while let Some(item) = cx.next(&iterator).await? {
        items.push(item);
        if items.len() > count {
            break;
        }
    }
    cx.vm.check_unpack(items, count).map(Value::tuple)
}

/// `aiter(x)`.
pub(super) async fn async_iterator(cx: Cx, iterable: Value) -> VmResult<Value> {
    let vm = &cx.vm;
    let Some(iterator) = cx.special(&iterable, &vm.names.aiter, vec![]).await? else {
        return Err(vm.type_error(format!(
            "'async for' requires an object with __aiter__ method, got {}",
            vm.type_name(&iterable)
        )));
    };
    if vm.special(&iterator, &vm.names.anext).is_none() {
        return Err(vm.type_error(format!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {}",
            vm.type_name(&iterator)
        )));
    }
    Ok(iterator)
}
