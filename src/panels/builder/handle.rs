//! What moves a step or a whole coroutine: dragged, or with the arrow keys.

use std::rc::Rc;

use switchboard_scenario::{Edit, Place, Workload};
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::Change;
use crate::components::{Glyph, Icon};
use crate::host::page;
use crate::i18n::{BuilderMsg, Lang};

/// What can be moved, by its place; and a place that it can be moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movable {
    Step(Place),
    Coroutine(usize),
}

/// The handle of a step or of a coroutine.
pub fn handle(place: Movable, workload: &Rc<Workload>, lang: Lang, change: &Callback<Change>) -> Html {
    let onkeydown = {
        let (change, workload) = (change.clone(), Rc::clone(workload));
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowUp" => place.above(&workload),
                "ArrowDown" => place.below(&workload),
                _ => return,
            };
            event.prevent_default();
            if let Some(moved) = to.and_then(|to| place.moved(to)) {
                change.emit(moved);
            }
        })
    };
    let onpointerdown = Callback::from(|event: PointerEvent| {
        if let Some(handle) = handle_of(&event) {
            // Without capture what is dragged would just stop following a fast pointer.
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
    });
    let onpointermove = Callback::from(move |event: PointerEvent| {
        if is_held(&event) {
            show_target(place.target_of(&event).map(|(element, _)| element));
        }
    });
    let onpointerup = {
        let change = change.clone();
        Callback::from(move |event: PointerEvent| {
            show_target(None);
            let target = place.target_of(&event).filter(|_| is_held(&event));
            let to = target.map(|(_, to)| to).filter(|to| *to != place);
            if let Some(moved) = to.and_then(|to| place.moved(to)) {
                change.emit(moved);
            }
        })
    };
    let onpointercancel = Callback::from(|_: PointerEvent| show_target(None));
    html! {
        <button
            id={ place.handle_name() }
            class="quiet handle"
            aria-label={ BuilderMsg::Move.text(lang) }
            title={ BuilderMsg::Move.text(lang) }
            { onkeydown }
            { onpointerdown }
            { onpointermove }
            { onpointerup }
            { onpointercancel }
        >
            <Icon glyph={ Glyph::Grip } />
        </button>
    }
}

impl Movable {
    /// The place as an attribute says it.
    pub fn path(self) -> String {
        match self {
            Self::Step(place) => [&place.coroutine.to_string(), "-", &place.step.to_string()].concat(),
            Self::Coroutine(index) => index.to_string(),
        }
    }

    /// The place above; of a first step, the end of the coroutine before.
    fn above(self, workload: &Workload) -> Option<Self> {
        match self {
            Self::Step(Place { coroutine, step: 0 }) => {
                let coroutine = coroutine.checked_sub(1)?;
                let step = workload.coroutines.get(coroutine)?.steps.len();
                Some(Self::Step(Place { coroutine, step }))
            }
            Self::Step(place) => Some(Self::Step(Place {
                step: place.step - 1,
                ..place
            })),
            Self::Coroutine(index) => index.checked_sub(1).map(Self::Coroutine),
        }
    }

    /// The place below; of a last step, the beginning of the next coroutine.
    fn below(self, workload: &Workload) -> Option<Self> {
        let is_there = |coroutine: usize| coroutine < workload.coroutines.len();
        match self {
            Self::Step(place) => {
                let own = workload.coroutines.get(place.coroutine)?;
                let (coroutine, step) = if place.step + 1 < own.steps.len() {
                    (place.coroutine, place.step + 1)
                } else {
                    (place.coroutine + 1, 0)
                };
                is_there(coroutine).then_some(Self::Step(Place { coroutine, step }))
            }
            Self::Coroutine(index) => is_there(index + 1).then_some(Self::Coroutine(index + 1)),
        }
    }

    /// The change that moves it there. A step goes among steps only, and a coroutine among coroutines.
    fn moved(self, to: Self) -> Option<Change> {
        let edit = match (self, to) {
            (Self::Step(from), Self::Step(to)) => Edit::MoveStep(from, to),
            (Self::Coroutine(from), Self::Coroutine(to)) => Edit::MoveCoroutine(from, to),
            _ => return None,
        };
        let focus = Some(to.handle_name());
        Some(Change { edit, focus })
    }

    fn handle_name(self) -> String {
        ["handle-", &self.path()].concat()
    }

    /// The place of the same kind that is under the pointer, and its element: a step or an empty list of steps, or a
    /// coroutine.
    fn target_of(self, event: &PointerEvent) -> Option<(Element, Self)> {
        let attribute = match self {
            Self::Step(_) => "data-step",
            Self::Coroutine(_) => "data-place",
        };
        let target = page::element_at(
            event.client_x(),
            event.client_y(),
            &["[", attribute, "]"].concat(),
        )?;
        let path = target.get_attribute(attribute)?;
        let place = match path.split_once('-') {
            Some((coroutine, step)) => Self::Step(Place {
                coroutine: coroutine.parse().ok()?,
                step: step.parse().ok()?,
            }),
            None => Self::Coroutine(path.parse().ok()?),
        };
        Some((target, place))
    }
}

/// The handle that an event is at. Yew listens at the root of the page, so the event's current target is that.
fn handle_of(event: &PointerEvent) -> Option<Element> {
    let target = event.target_dyn_into::<Element>()?;
    target.closest(".handle").ok().flatten()
}

fn is_held(event: &PointerEvent) -> bool {
    handle_of(event).is_some_and(|handle| handle.has_pointer_capture(event.pointer_id()))
}

/// Marks where it would go. While it is dragged this changes with the pointer, and nothing else does.
fn show_target(target: Option<Element>) {
    page::mark_only(target.as_ref(), "data-target");
}
