//! A lane a task: when it ran, was ready, and waited.
//!
//! `switchboard_view::lanes` works out what there is to see; here it is drawn on a canvas (`paint`), moved
//! (`gestures`) and told in words (`words`, `table`).

mod brush;
mod gestures;
mod palette;
mod picture;
mod table;
mod words;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Function;
use switchboard_view::lanes::{Lanes, State, Wait, Widening};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;
use yew::prelude::*;

use self::gestures::Gestures;
use self::picture::{Elements, Picture};
pub use self::words::waits;
use crate::components::Panel;
use crate::host::FrameRequest;
use crate::i18n::TimelineMsg;
use crate::session::{Dispatch, Now, PanelId, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// What the buttons in the panel's head ask for.
pub enum Change {
    Zoom(f64),
    Fit,
    ToggleWidening,
    ToggleTable,
    /// Time passes.
    Pass(Now),
}

/// A lane a task: when it ran, was ready, and waited.
pub struct Timeline {
    lanes: Rc<RefCell<Lanes>>,
    /// The run that the lanes are of.
    run: u32,
    nodes: Nodes,
    mounted: Option<Mounted>,
    widening: Widening,
    shows_table: bool,
    _clock: Option<ContextHandle<Now>>,
    now: Now,
}

#[derive(Default)]
struct Nodes {
    frame: NodeRef,
    extent: NodeRef,
    canvas: NodeRef,
    tip: NodeRef,
}

/// What there is once the elements are.
struct Mounted {
    picture: Rc<RefCell<Picture>>,
    frame: Rc<FrameRequest>,
    observer: Option<ResizeObserver>,
    _on_resize: Closure<dyn Fn()>,
    _listeners: Vec<EventListener>,
}

impl Component for Timeline {
    type Message = Change;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let shown = &ctx.props().shown;
        let clock = ctx.link().context(ctx.link().callback(Change::Pass));
        let timeline = Self {
            lanes: Rc::default(),
            run: shown.run,
            nodes: Nodes::default(),
            mounted: None,
            widening: Widening::Widened,
            shows_table: false,
            now: clock.as_ref().map_or(Now(shown.board.time), |(now, _)| *now),
            _clock: clock.map(|(_, handle)| handle),
        };
        timeline.read(shown);
        timeline
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let shown = &ctx.props().shown;
        if shown.run != self.run {
            self.run = shown.run;
            self.lanes.replace(Lanes::default());
        }
        let known = self.lanes.borrow().met().len();
        self.read(shown);
        let has_met_others = self.lanes.borrow().met().len() != known;
        if let Some(mounted) = &self.mounted {
            mounted.picture.borrow_mut().show(shown);
            mounted.frame.request();
        }
        // What moves is on the canvas.
        self.shows_table
            || has_met_others
            || shown.lang != old.shown.lang
            || shown.has_run() != old.shown.has_run()
    }

    fn update(&mut self, _ctx: &Context<Self>, change: Change) -> bool {
        match change {
            Change::Pass(now) => {
                self.now = now;
                self.with_picture(|picture, _| picture.pass(now));
                return false;
            }
            Change::ToggleTable => self.shows_table = !self.shows_table,
            Change::ToggleWidening => {
                self.widening = match self.widening {
                    Widening::Widened => Widening::True,
                    Widening::True => Widening::Widened,
                };
                self.with_picture(|picture, widening| picture.widen(widening));
            }
            Change::Zoom(factor) => self.with_picture(|picture, _| picture.zoom_at_playhead(factor)),
            Change::Fit => self.with_picture(|picture, _| picture.view.fit()),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let shown = &ctx.props().shown;
        let lang = shown.lang;
        let tools = if shown.has_run() {
            self.tools(ctx)
        } else {
            Html::default()
        };
        html! {
            <Panel id={ PanelId::Timeline } note={ self.keys(shown) } { tools }>
                <div class="timeline" hidden={ self.shows_table || !shown.has_run() }>
                    <div
                        class="timeline-frame"
                        ref={ &self.nodes.frame }
                        tabindex="0"
                        role="application"
                        data-keys="arrows"
                        aria-label={ TimelineMsg::Picture.text(lang) }
                    >
                        <div ref={ &self.nodes.extent }>
                            <canvas ref={ &self.nodes.canvas } aria-hidden="true"></canvas>
                        </div>
                    </div>
                    <div class="timeline-tip" ref={ &self.nodes.tip } hidden=true aria-hidden="true">
                        <strong></strong><span></span><small></small>
                    </div>
                </div>
                if !shown.has_run() {
                    <p class="timeline-empty">{ TimelineMsg::Empty.text(lang) }</p>
                } else if self.shows_table {
                    { table::table(shown, &self.lanes.borrow()) }
                }
            </Panel>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            self.mounted = self.mount(ctx);
        }
        if let Some(mounted) = &self.mounted {
            mounted.frame.request();
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        if let Some(observer) = self
            .mounted
            .as_ref()
            .and_then(|mounted| mounted.observer.as_ref())
        {
            observer.disconnect();
        }
    }
}

impl Timeline {
    fn read(&self, shown: &Shown) {
        if let Some(trace) = shown.trace() {
            self.lanes.borrow_mut().read(&trace);
        }
    }

    fn with_picture(&self, change: impl FnOnce(&mut Picture, Widening)) {
        if let Some(mounted) = &self.mounted {
            change(&mut mounted.picture.borrow_mut(), self.widening);
            mounted.frame.request();
        }
    }

    fn mount(&self, ctx: &Context<Self>) -> Option<Mounted> {
        let Props { shown, dispatch } = ctx.props();
        let elements = Elements {
            frame: self.nodes.frame.cast()?,
            extent: self.nodes.extent.cast()?,
            canvas: self.nodes.canvas.cast()?,
            tip: self.nodes.tip.cast()?,
        };
        let element = elements.frame.clone();
        let mut picture = Picture::new(elements, Rc::clone(&self.lanes), shown.clone())?;
        picture.pass(self.now);
        let picture = Rc::new(RefCell::new(picture));
        let frame = {
            let picture = Rc::clone(&picture);
            Rc::new(FrameRequest::new(move || picture.borrow_mut().draw()))
        };
        let on_resize: Closure<dyn Fn()> = {
            let (frame, picture) = (Rc::clone(&frame), Rc::clone(&picture));
            Closure::new(move || {
                picture.borrow_mut().note_size();
                frame.request();
            })
        };
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref::<Function>()).ok();
        if let Some(observer) = &observer {
            observer.observe(&element);
        }
        let listeners = Gestures::listen(&element, Rc::clone(&picture), Rc::clone(&frame), dispatch.clone());
        Some(Mounted {
            picture,
            frame,
            observer,
            _on_resize: on_resize,
            _listeners: listeners,
        })
    }

    fn tools(&self, ctx: &Context<Self>) -> Html {
        let lang = ctx.props().shown.lang;
        let button = |text: &'static str, msg: TimelineMsg, change: fn() -> Change| {
            let onclick = ctx.link().callback(move |_: MouseEvent| change());
            html! {
                <button class="quiet" { onclick } title={ msg.text(lang) } aria-label={ msg.text(lang) }>{ text }</button>
            }
        };
        let switch = |msg: TimelineMsg, hint: TimelineMsg, is_on: bool, change: fn() -> Change| {
            let onclick = ctx.link().callback(move |_: MouseEvent| change());
            html! {
                <button class="quiet" { onclick } title={ hint.text(lang) } aria-pressed={ is_on.to_string() }>
                    { msg.text(lang) }
                </button>
            }
        };
        let is_widened = self.widening == Widening::Widened;
        html! {
            <>
                if !self.shows_table {
                    { button("−", TimelineMsg::ZoomOut, || Change::Zoom(1.0 / 1.5)) }
                    { button("+", TimelineMsg::ZoomIn, || Change::Zoom(1.5)) }
                    { button("↔", TimelineMsg::Fit, || Change::Fit) }
                    { switch(TimelineMsg::Widened, TimelineMsg::WidenedHint, is_widened, || Change::ToggleWidening) }
                }
                { switch(TimelineMsg::AsTable, TimelineMsg::AsTable, self.shows_table, || Change::ToggleTable) }
            </>
        }
    }

    /// What the patterns stand for, as far as there are any.
    fn keys(&self, shown: &Shown) -> Html {
        const KEYS: [(State, &str, TimelineMsg); 8] = [
            (State::Running, "running", TimelineMsg::Running),
            (State::Ready, "ready", TimelineMsg::Ready),
            (State::Blocking, "blocking", TimelineMsg::Blocking),
            (State::Waiting(Wait::Timer), "timer", TimelineMsg::KeyTimer),
            (State::Waiting(Wait::Task), "task", TimelineMsg::KeyTask),
            (State::Waiting(Wait::Lock), "lock", TimelineMsg::KeyLock),
            (State::Waiting(Wait::Queue), "queue", TimelineMsg::KeyQueue),
            (State::Waiting(Wait::Io), "io", TimelineMsg::KeyIo),
        ];
        if self.shows_table || !shown.has_run() {
            return Html::default();
        }
        let lanes = self.lanes.borrow();
        let met = KEYS.iter().filter(|(state, ..)| lanes.met().contains(state));
        let key = |(_, kind, msg): &(State, &'static str, TimelineMsg)| {
            html! { <span key={ *kind } class="timeline-key" data-kind={ *kind }>{ msg.text(shown.lang) }</span> }
        };
        html! { <div class="timeline-keys">{ for met.map(key) }</div> }
    }
}
