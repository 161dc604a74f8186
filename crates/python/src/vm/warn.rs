//! Warnings that the machine itself gives.

use super::cx::Cx;
use super::{Stream, VmResult};
use crate::object::Value;

/// Prints a warning with the place in the program that runs. A `warnings` module that the program has imported
/// decides what happens with it.
pub async fn warn(cx: &Cx, category: &str, message: &str) -> VmResult<()> {
    let vm = &cx.vm;
    let place = vm.current_place();
    if let Some(module) = vm.modules.get_text("warnings") {
        let category = vm.builtins.get_text(category).unwrap_or(Value::None);
        let (file, line) = place.clone().unwrap_or_else(|| ("<sys>".into(), 0));
        let args = vec![
            Value::str(message),
            category,
            Value::str(file),
            Value::Int(i64::from(line)),
        ];
        cx.method(&module, "warn_explicit", args).await?;
        return Ok(());
    }
    let text = match place {
        Some((file, line)) => {
            let source = vm
                .program_line(line)
                .map(|text| format!("  {}\n", text.trim()))
                .unwrap_or_default();
            let tail = match message.starts_with("coroutine") {
                true => "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n",
                false => "",
            };
            format!("{file}:{line}: {category}: {message}\n{source}{tail}")
        }
        None => format!("<sys>:0: {category}: {message}\n"),
    };
    vm.write(Stream::Stderr, &text);
    Ok(())
}
