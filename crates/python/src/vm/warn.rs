//! Warnings that the machine itself gives.

use super::cx::Cx;
use super::{Stream, VmResult};
use crate::object::Value;

/// Prints a warning with the place in the program that runs. A `warnings` module that the program has imported
/// decides what happens with it.
pub async fn warn(cx: &Cx, category: &str, message: &str) -> VmResult<()> {
    let vm = &cx.vm;
    let place = vm.current_place();
    // When the program has ended, CPython names the warning and no more.
    let is_over = vm.place.get() == 0 && vm.aio.running.borrow().is_none();
    if let Some(module) = vm.modules.get_text("warnings") {
        let category = vm.builtins.get_text(category).unwrap_or(Value::None);
        let (file, line) = place.clone().unwrap_or_else(|| ("<sys>".into(), 0));
        let args = vec![
            Value::str(message),
            category,
            Value::str(file),
            Value::Int(i64::from(line)),
        ];
        let function = if is_over {
            "warn_explicit"
        } else {
            "_warn_of_machine"
        };
        cx.method(&module, function, args).await?;
        return Ok(());
    }
    let text = match place {
        Some((file, line)) => {
            let source = vm
                .program_line(line)
                .map(|text| format!("  {}\n", text.trim()))
                .unwrap_or_default();
            format!("{file}:{line}: {category}: {message}\n{source}")
        }
        None => format!("<sys>:0: {category}: {message}\n"),
    };
    let tail = match message.starts_with("coroutine") && !is_over {
        true => "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n",
        false => "",
    };
    let text = format!("{text}{tail}");
    if vm.warned.borrow_mut().insert(text.clone()) {
        vm.write(Stream::Stderr, &text);
    }
    Ok(())
}
