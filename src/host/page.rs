//! The document that the page lives in.

use gloo_events::EventListener;
use gloo_utils::{document, document_element};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// Hands over the element that the app fills, emptied of the still picture that was shown while it loaded.
pub fn start(render: impl FnOnce(Element)) {
    let Some(root) = document().get_element_by_id("app") else {
        return;
    };
    root.set_inner_html("");
    render(root);
}

/// Tells the style sheet and screen readers about the page as a whole.
pub fn set_root(attribute: &str, value: &str) {
    // Setting an attribute of a well-formed name can't fail.
    let _ = document_element().set_attribute(attribute, value);
}

/// Takes back what was told of the page as a whole.
pub fn clear_root(attribute: &str) {
    // Removing an attribute can't fail.
    let _ = document_element().remove_attribute(attribute);
}

/// Whether the page is shown to a room, by somebody who has the two keys of a clicker.
pub fn is_presenting() -> bool {
    document_element().has_attribute("data-present")
}

/// Whether the page stands in a frame of another one.
pub fn is_framed() -> bool {
    document_element().has_attribute("data-framed")
}

/// Scrolls the box around a list so that the list's end is seen.
pub fn scroll_to_end(list: &Element) {
    if let Some(box_around) = list.parent_element() {
        box_around.set_scroll_top(box_around.scroll_height());
    }
}

/// Scrolls the box around a list so that its child of this number, from 0, is seen; by no more than needed.
pub fn reveal_child(list: &Element, child: u32) {
    let (Some(box_around), Some(child)) = (list.parent_element(), list.children().item(child)) else {
        return;
    };
    let (outer, inner) = (
        box_around.get_bounding_client_rect(),
        child.get_bounding_client_rect(),
    );
    let above = outer.top() - inner.top();
    let below = inner.bottom() - outer.bottom();
    let by = if above > 0.0 { -above } else { below.max(0.0) };
    box_around.set_scroll_top(box_around.scroll_top() + by as i32);
}

/// Tells an element's inner width and height, now and whenever they change; until what it returns is dropped.
pub fn watch_size(element: &Element, on_size: impl Fn(f64, f64) + 'static) -> Option<SizeWatch> {
    let watched = element.clone();
    let closure = Closure::<dyn FnMut()>::new(move || {
        on_size(
            f64::from(watched.client_width()),
            f64::from(watched.client_height()),
        );
    });
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(SizeWatch {
        observer,
        _closure: closure,
    })
}

/// Tells whether the window is so narrow or so low that one panel fills it, and says so again when that changes; until
/// what it returns is dropped. The style sheet asks the same.
pub fn watch_narrow(on_change: impl Fn(bool) + 'static) -> Option<(bool, EventListener)> {
    let query = gloo_utils::window()
        .match_media("(max-width: 760px), (max-height: 480px)")
        .ok()??;
    let is_narrow = query.matches();
    let asked = query.clone();
    let listener = EventListener::new(&query, "change", move |_| on_change(asked.matches()));
    Some((is_narrow, listener))
}

/// Keeps an element's size watched.
pub struct SizeWatch {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut()>,
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The element at a point of the window, or the nearest around it that fits a selector.
pub fn element_at(x: i32, y: i32, selector: &str) -> Option<Element> {
    let found = document().element_from_point(x as f32, y as f32)?;
    found.closest(selector).ok().flatten()
}

/// Gives an attribute to this element and to no other, or to none at all.
pub fn mark_only(element: Option<&Element>, attribute: &str) {
    let marked = document().query_selector(&["[", attribute, "]"].concat());
    if let Some(old) = marked.ok().flatten() {
        // Neither can fail for an attribute of a well-formed name.
        let _ = old.remove_attribute(attribute);
    }
    if let Some(element) = element {
        let _ = element.set_attribute(attribute, "");
    }
}

/// What has the focus.
pub fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Whether the focus is where the keyboard has led it.
pub fn shows_focus() -> bool {
    let focused = document().active_element();
    let shows = focused.map(|element| element.matches(":focus-visible"));
    shows.and_then(Result::ok).unwrap_or(false)
}

/// Whether the focus is in this element, or nowhere at all.
pub fn is_focus_within(element: Option<&Element>) -> bool {
    let focused = document().active_element();
    let is_lost = focused
        .as_ref()
        .is_none_or(|focused| focused.tag_name() == "BODY");
    is_lost || element.is_some_and(|element| element.contains(focused.as_deref()))
}

/// Gives the focus to the tab of this name if another tab of its area has it.
pub fn follow_tab(id: &str) {
    let Some(focused) = document().active_element() else {
        return;
    };
    let is_tab = focused.matches(".tabs .tab").unwrap_or(false);
    let area = focused.closest("[data-area]").ok().flatten();
    let tab = document().get_element_by_id(id);
    if is_tab && area.is_some_and(|area| area.contains(tab.as_deref())) {
        focus(id);
    }
}

/// Gives the focus to the element of this name, if it is there.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that can't have the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Gives the focus to the button of another row of the list that this element is in: so many rows further on, or at
/// the list's end.
pub fn focus_row(element: &Element, buttons: &str, by: i32) {
    let list = element.closest("ol").ok().flatten();
    let Some(rows) = list.and_then(|list| list.query_selector_all(buttons).ok()) else {
        return;
    };
    let button = |at: u32| rows.item(at).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let row = element.closest("li").ok().flatten();
    let is_here = |at: &u32| {
        let button = button(*at);
        button.is_some_and(|button| row.as_ref().is_some_and(|row| row.contains(Some(&button))))
    };
    let Some(here) = (0..rows.length()).find(is_here) else {
        return;
    };
    let last = rows.length().saturating_sub(1);
    if let Some(button) = button(here.saturating_add_signed(by).min(last)) {
        // An element that is there can be focused.
        let _ = button.focus();
    }
}

/// Whether a person is typing text, so that keys mean letters and not commands.
pub fn is_typing(target: Option<&Element>) -> bool {
    target.is_some_and(|element| {
        let is_field = ["INPUT", "TEXTAREA", "SELECT"].contains(&element.tag_name().as_str());
        is_field && element.get_attribute("type").as_deref() != Some("range")
            || element.closest("[contenteditable]").ok().flatten().is_some()
    })
}
