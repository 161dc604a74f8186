//! Switchboard's page: how Python's asyncio works, shown on programs that people write themselves.

mod app;
mod i18n;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
