//! `os.path`: working with the text of paths. No path exists.

use crate::modules::functions;
use crate::object::{Dict, Str, Value};
use crate::vm::call::{Args, NativeDef, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    plain("join", join),
    plain("split", |vm, args| {
        let path = one(vm, args, "split")?;
        let (head, tail) = split(&path);
        Ok(Value::tuple(vec![Value::str(head), Value::str(tail)]))
    }),
    plain("dirname", |vm, args| {
        let path = one(vm, args, "dirname")?;
        Ok(Value::str(split(&path).0))
    }),
    plain("basename", |vm, args| {
        let path = one(vm, args, "basename")?;
        Ok(Value::str(split(&path).1))
    }),
    plain("splitext", |vm, args| {
        let path = one(vm, args, "splitext")?;
        let (root, extension) = split_extension(&path);
        Ok(Value::tuple(vec![Value::str(root), Value::str(extension)]))
    }),
    plain("isabs", |vm, args| {
        Ok(Value::Bool(one(vm, args, "isabs")?.starts_with('/')))
    }),
    plain("normpath", |vm, args| {
        Ok(Value::str(normal(&one(vm, args, "normpath")?)))
    }),
    plain("abspath", absolute),
    plain("realpath", absolute),
    plain("expanduser", |vm, args| {
        one(vm, args, "expanduser").map(Value::Str)
    }),
    plain("exists", |vm, args| {
        one(vm, args, "exists").map(|_| Value::Bool(false))
    }),
    plain("isfile", |vm, args| {
        one(vm, args, "isfile").map(|_| Value::Bool(false))
    }),
    plain("isdir", |vm, args| {
        Ok(Value::Bool(one(vm, args, "isdir")?.as_str() == "/"))
    }),
    plain("islink", |vm, args| {
        one(vm, args, "islink").map(|_| Value::Bool(false))
    }),
];

pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    functions::add(vm, dict, "posixpath", FUNCTIONS);
    functions::set(
        vm,
        dict,
        [
            ("sep", Value::str("/")),
            ("curdir", Value::str(".")),
            ("pardir", Value::str("..")),
            ("extsep", Value::str(".")),
        ],
    );
}

fn text(vm: &Vm, value: &Value) -> VmResult<Str> {
    value.as_str().cloned().ok_or_else(|| {
        vm.type_error(format!(
            "expected str, bytes or os.PathLike object, not {}",
            vm.type_name(value)
        ))
    })
}

fn one(vm: &Rc<Vm>, args: Args<'_>, function: &str) -> VmResult<Str> {
    let [path] = args.exactly::<1>(vm, function)?;
    text(vm, path)
}

fn join(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    if args.values.is_empty() {
        return Err(vm.type_error("join() missing 1 required positional argument: 'a'"));
    }
    let mut joined = String::new();
    for (position, part) in args.values.iter().enumerate() {
        let part = text(vm, part)?;
        if position == 0 || part.starts_with('/') {
            joined = part.to_string();
            continue;
        }
        if !joined.is_empty() && !joined.ends_with('/') {
            joined.push('/');
        }
        joined.push_str(&part);
        vm.reserve(joined.len())?;
    }
    Ok(Value::str(joined))
}

fn split(path: &str) -> (&str, &str) {
    let at = path.rfind('/').map_or(0, |at| at + 1);
    let (head, tail) = path.split_at(at);
    let trimmed = head.trim_end_matches('/');
    (if trimmed.is_empty() { head } else { trimmed }, tail)
}

fn split_extension(path: &str) -> (&str, &str) {
    let name_start = path.rfind('/').map_or(0, |at| at + 1);
    let name = path.get(name_start..).unwrap_or_default();
    // Leading dots belong to the name.
    let body = name.trim_start_matches('.');
    match body.rfind('.') {
        Some(at) => path.split_at(path.len() - body.len() + at),
        None => (path, ""),
    }
}

fn normal(path: &str) -> String {
    let root = if path.starts_with('/') { "/" } else { "" };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if root == "/" => {}
            part => parts.push(part),
        }
    }
    let normal = format!("{root}{}", parts.join("/"));
    if normal.is_empty() {
        ".".to_string()
    } else {
        normal
    }
}

fn absolute(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let path = one(vm, args, "abspath")?;
    Ok(Value::str(normal(&format!("/{path}"))))
}
