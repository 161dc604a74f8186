//! The app: the page's state, drawn by Yew, moved by actions from views, keys and host scripts.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::components::Page;
use crate::host::api::Moment;
use crate::host::{api, editor, files, link, page, still, update};
use crate::keys;
use crate::session::{
    Action, Change, Device, Dispatch, Now, Options, State, follow_link, open_file, open_given,
};

/// The page.
pub struct App {
    /// Shared with the host's scripts, which want their answers at once.
    state: Rc<RefCell<State>>,
    dispatch: Dispatch,
    /// What host scripts were told of last.
    moment: Moment,
    _keys: EventListener,
    _width: Option<EventListener>,
    _links: EventListener,
    _updates: EventListener,
}

/// What the app is told.
pub enum Message {
    Act(Action),
    /// The state was changed from outside.
    Redraw,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let dispatch = ctx.link().callback(Message::Act);
        let tick = dispatch.reform(|()| Action::Tick);
        let state = Rc::new(RefCell::new(State::load(move || tick.emit(()))));
        let redraw = ctx.link().callback(|()| Message::Redraw);
        let options = Options::read(&link::query());
        state.borrow_mut().apply(Action::Adopt(options.clone()));
        still::watch_printing(Rc::clone(&state));
        api::expose(Rc::clone(&state), move || redraw.emit(()));
        if options.framed.is_empty() {
            editor::prefetch();
        }
        open_link(&dispatch, options.plays.then_some(Action::Run));
        let on_link = {
            let dispatch = dispatch.clone();
            link::on_change(move || open_link(&dispatch, None))
        };
        open_what_is_given(&dispatch, Rc::clone(&state));
        let on_update = {
            let offer = dispatch.reform(|()| Action::OfferUpdate);
            update::on_offer(move || offer.emit(()))
        };
        let width = watch_width(&dispatch);
        if let Some((device, _)) = &width {
            state.borrow_mut().apply(Action::Fit(*device));
        }
        Self {
            state,
            _width: width.map(|(_, listener)| listener),
            _links: on_link,
            _updates: on_update,
            moment: Moment::default(),
            _keys: listen_to_keys(dispatch.clone()),
            dispatch,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => self.state.borrow_mut().apply(action) == Change::Something,
            Message::Redraw => true,
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, is_first: bool) {
        let moment = Moment::of(&self.state.borrow());
        if is_first {
            api::greet();
        } else if self.moment != moment {
            api::announce();
        }
        self.moment = moment;
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let state = self.state.borrow();
        html! {
            <ContextProvider<Now> context={ state.now() }>
            <Page
                shown={ state.shown() }
                draft={ Rc::clone(&state.draft) }
                place={ state.place() }
                settings={ state.settings.clone() }
                layout={ state.layout.clone() }
                open={ state.open }
                gallery={ state.gallery.clone() }
                dispatch={ self.dispatch.clone() }
            />
            </ContextProvider<Now>>
        }
    }
}

/// Opens the link in the address bar, if there is one, and then does these things.
fn open_link(dispatch: &Dispatch, then: Option<Action>) {
    let dispatch = dispatch.clone();
    follow_link(&link::fragment(), move |followed| {
        for action in followed.actions.into_iter().chain(then) {
            dispatch.emit(action);
        }
    });
}

/// Opens what is dropped on the page, or pasted where nothing is written.
fn open_what_is_given(dispatch: &Dispatch, state: Rc<RefCell<State>>) {
    let lang = move || state.borrow().settings.lang;
    let drops = (dispatch.clone(), lang.clone());
    files::watch_drops(move |given| {
        let (dispatch, lang) = &drops;
        dispatch.emit(open_file(given, lang()));
    });
    let dispatch = dispatch.clone();
    files::watch_pastes(move |text| {
        let dispatch = dispatch.clone();
        open_given(&text, lang(), move |given| {
            for action in given.actions {
                dispatch.emit(action);
            }
        });
    });
}

/// What the page is shown on, now and whenever that changes.
fn watch_width(dispatch: &Dispatch) -> Option<(Device, EventListener)> {
    let device = |is_narrow: bool| if is_narrow { Device::Phone } else { Device::Desk };
    let dispatch = dispatch.clone();
    let watched = page::watch_narrow(move |is_narrow| dispatch.emit(Action::Fit(device(is_narrow))));
    watched.map(|(is_narrow, listener)| (device(is_narrow), listener))
}

fn listen_to_keys(dispatch: Dispatch) -> EventListener {
    // Not passive, since a key that the page uses must not scroll it as well.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo_utils::document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if let Some(action) = keys::action_of(event) {
            event.prevent_default();
            dispatch.emit(action);
        }
    })
}
