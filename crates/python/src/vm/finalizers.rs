//! Runs what waits in [`super::finalize`]: `__del__`, the ends of abandoned generators, and the warning about
//! coroutines that nobody awaited.

use super::cx::Cx;
use super::fiber::Fiber;
use super::finalize::{self, Dying};
use super::frame::{Activation, Frame, Then};
use super::{Stream, Vm, VmResult};
use crate::modules::hooks;
use crate::object::generator::GeneratorState;
use crate::object::{Exc, Generator, GeneratorKind, Value};
use std::rc::Rc;

/// What finalizing an object takes beside what it calls, in instructions.
const FINALIZER_COST: usize = 20;

/// What warning of a coroutine that nobody awaited takes beyond that.
const WARNING_STRAIN: usize = 40;

impl Fiber {
    /// Finalizes what has died, and then goes on with this frame where it stands.
    pub(super) fn finalize_before(&mut self, vm: &Rc<Vm>, mut frame: Box<Frame>) {
        frame.then = Then::Discard;
        self.stack.push(Activation::Python(frame));
        self.start(Box::pin(run(Cx::new(vm), finalize::take())));
    }
}

/// Deals with objects that have died, in the order of their death.
pub async fn run(cx: Cx, dying: Vec<Dying>) -> VmResult<Value> {
    for object in dying {
        cx.vm.clock.spend(FINALIZER_COST);
        match object {
            Dying::Instance(instance) => {
                let value = Value::Instance(instance.clone());
                // The object must not be finalized again when this value goes.
                instance.finalized.set(true);
                crate::aio::report::finalize(&cx, &instance).await?;
                let name = cx.vm.names.del.clone();
                if let Err(exc) = cx.special(&value, &name, vec![]).await {
                    let method = cx.vm.lookup(&instance.class, &name).unwrap_or(Value::None);
                    let place = format!("function {}.__del__", instance.class.name);
                    report(&cx, exc, &place, method).await?;
                }
            }
            Dying::Reference(reference) => {
                let callback = crate::modules::switchboard::weak::callback(&reference);
                let args = vec![Value::Instance(reference)];
                if let Err(exc) = cx.call(&callback, args).await {
                    report(&cx, exc, "weakref callback", callback).await?;
                }
            }
            Dying::Generator(generator) => end_generator(&cx, generator).await?,
        }
    }
    Ok(Value::None)
}

async fn end_generator(cx: &Cx, generator: Rc<Generator>) -> VmResult<()> {
    match (generator.kind, generator.state.get()) {
        (GeneratorKind::Coroutine, GeneratorState::Created) => {
            generator.state.set(GeneratorState::Finished);
            let qualname = generator.qualname.borrow().clone();
            cx.vm.note_never_awaited(&generator);
            cx.vm.strain(WARNING_STRAIN)?;
            super::warn::warn(
                cx,
                "RuntimeWarning",
                &format!("coroutine '{qualname}' was never awaited"),
            )
            .await
        }
        (GeneratorKind::AsyncGenerator, _) if crate::aio::adopt_async_generator(cx, &generator).await? => {
            Ok(())
        }
        _ => {
            let name = format!("{} object", generator.qualname.borrow());
            let object = Value::Generator(generator.clone());
            let flow = super::generators::close_generator(&cx.vm, generator)?;
            let result = match flow {
                super::call::Flow::Run(future) => future.await,
                _ => Ok(Value::None),
            };
            match result {
                Ok(_) => Ok(()),
                Err(exc) => report(cx, exc, &name, object).await,
            }
        }
    }
}

/// "Exception ignored in: …", as `sys.unraisablehook` prints it, or the program's own hook. Limits go on upwards.
async fn report(cx: &Cx, exc: Exc, place: &str, object: Value) -> VmResult<()> {
    if cx.vm.is_fatal(&exc) {
        return Err(exc);
    }
    if let Some(hook) = hooks::replaced(&cx.vm, "unraisablehook") {
        let unraisable = hooks::unraisable(&cx.vm, &exc, object);
        return cx.call(&hook, vec![unraisable]).await.map(drop);
    }
    let text = super::traceback::format_ignored(cx, &exc).await?;
    cx.vm.write(
        Stream::Stderr,
        &format!("Exception ignored in: <{place}>\n{text}"),
    );
    Ok(())
}
