//! Switchboard's page: how Python's asyncio works, shown on programs that people write themselves.

mod app;
mod host;
mod i18n;
mod session;

fn main() {
    host::rest::prefetch(i18n::Msg::RestMissing.text());
    yew::Renderer::<app::App>::new().render();
}
