//! The editor, which is JavaScript: fetched when it is first needed.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/static/editor/loader.js")]
extern "C" {
    /// What `createEditor` gives.
    #[wasm_bindgen(js_name = Editor)]
    type JsEditor;

    #[wasm_bindgen(catch, js_name = openEditor)]
    async fn open_editor(
        parent: &Element,
        text: &str,
        label: &str,
        on_edit: &Closure<dyn Fn(String)>,
        on_leave: &Closure<dyn Fn()>,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = prefetchEditor)]
    pub fn prefetch();

    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics(this: &JsEditor, found: js_sys::Array);

    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &JsEditor, text: &str);

    #[wasm_bindgen(method)]
    fn focus(this: &JsEditor);

    #[wasm_bindgen(method)]
    fn destroy(this: &JsEditor);
}

/// Something to underline, in UTF-16 code units as JavaScript counts them.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub from: u32,
    pub to: u32,
    pub severity: &'static str,
    pub message: String,
}

/// An editor in the page. Dropping it takes it out.
pub struct Editor {
    inner: JsEditor,
    _on_edit: Closure<dyn Fn(String)>,
    _on_leave: Closure<dyn Fn()>,
}

impl Editor {
    /// Puts an editor with this text into an element; `None` where the editor can't be had.
    pub async fn open(
        parent: Element,
        text: String,
        label: &'static str,
        on_edit: impl Fn(String) + 'static,
        on_leave: impl Fn() + 'static,
    ) -> Option<Self> {
        let on_edit = Closure::new(on_edit);
        let on_leave = Closure::new(on_leave);
        let opened = open_editor(&parent, &text, label, &on_edit, &on_leave)
            .await
            .ok()?;
        let inner: JsEditor = opened.unchecked_into();
        inner.focus();
        Some(Self {
            inner,
            _on_edit: on_edit,
            _on_leave: on_leave,
        })
    }

    /// Replaces the text, unless it is the same.
    pub fn set_text(&self, text: &str) {
        self.inner.set_text(text);
    }

    /// Underlines these places, and no others.
    pub fn mark(&self, marks: &[Mark]) {
        let found = js_sys::Array::new();
        for mark in marks {
            let one = js_sys::Object::new();
            let set = |key: &str, value: JsValue| {
                // A plain object takes any property.
                let _ = js_sys::Reflect::set(&one, &key.into(), &value);
            };
            set("from", mark.from.into());
            set("to", mark.to.into());
            set("severity", mark.severity.into());
            set("message", mark.message.as_str().into());
            found.push(&one);
        }
        self.inner.set_diagnostics(found);
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.inner.destroy();
    }
}
