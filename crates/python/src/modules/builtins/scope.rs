//! `globals`, `locals` and `__import__`: functions that look at the frame that calls them.

use crate::vm::call::{Flow, NativeDef, flow};
use crate::vm::cx::Request;

pub const FUNCTIONS: &[NativeDef] = &[
    flow("globals", |vm, args| {
        args.exactly::<0>(vm, "globals")?;
        Flow::run(vm, |cx| async move { cx.ask(Request::Globals).await })
    }),
    flow("locals", |vm, args| {
        args.exactly::<0>(vm, "locals")?;
        Flow::run(vm, |cx| async move { cx.ask(Request::Locals).await })
    }),
    flow("__import__", |vm, args| {
        let Some(name) = args.values.first().and_then(|name| name.as_str().cloned()) else {
            return Err(vm.type_error("__import__() argument 1 must be str"));
        };
        Flow::run(vm, |cx| async move {
            let top = name.split('.').next().unwrap_or_default().to_string();
            crate::vm::import::load(&cx, &top).await
        })
    }),
];
