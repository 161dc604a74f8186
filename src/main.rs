//! Switchboard's page: how Python's asyncio works, shown on programs that people write themselves.

mod app;
mod host;
mod i18n;
mod session;

fn main() {
    switchboard_python::syntax::set_normaliser(normal_form);
    yew::Renderer::<app::App>::new().render();
}

/// The name as Python compares it.
fn normal_form(name: &str) -> String {
    js_sys::JsString::from(name).normalize("NFKC").into()
}
