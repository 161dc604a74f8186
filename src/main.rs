//! Switchboard's page: how Python's asyncio works, shown on programs that people write themselves.

mod app;
mod components;
mod host;
mod i18n;
mod keys;
mod panels;
mod session;

fn main() {
    host::crash::watch();
    host::rest::prefetch(i18n::Msg::RestMissing.text(i18n::of_page()));
    switchboard_python::syntax::set_normaliser(normal_form);
    switchboard_python::syntax::set_frozen(switchboard_frozen::FROZEN);
    host::page::start(|root| {
        yew::Renderer::<app::App>::with_root(root).render();
    });
}

/// The name as Python compares it.
fn normal_form(name: &str) -> String {
    js_sys::JsString::from(name).normalize("NFKC").into()
}
