//! The variables of the running frame, under the listing.

use yew::prelude::*;

use crate::components::frame_locals;
use crate::i18n::InspectorMsg;
use crate::session::{Shown, Status};

/// A quiet strip: the innermost frame of whoever runs.
pub fn locals_strip(shown: &Shown) -> Html {
    if !shown.has_run() {
        return Html::default();
    }
    let lang = shown.lang;
    let quiet = |text: &'static str| html! { <span class="quiet-word">{ text }</span> };
    let body = match &shown.locals {
        _ if shown.status == Status::Playing => quiet(InspectorMsg::LocalsPlaying.text(lang)),
        Some(locals) if locals.is_too_far => quiet(InspectorMsg::LocalsTooFar.text(lang)),
        Some(locals) => match locals.running.first() {
            Some(frame) => frame_locals(lang, frame),
            None => quiet(InspectorMsg::NobodyRuns.text(lang)),
        },
        None => Html::default(),
    };
    html! { <div class="locals-strip" role="group" tabindex="0" data-keys="" aria-label={ InspectorMsg::Locals.text(lang) }>{ body }</div> }
}
