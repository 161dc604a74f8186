//! The page as a whole: its state, and how each action changes it.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use switchboard_trace::{Recorder, TaskId};
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::components::Page;
use crate::host::{self, page, storage};
use crate::keys;
use crate::session::{Action, Dispatch, Layout, PanelId, Player, Program, Settings, Shown, Status};

/// The program that the page opens with.
const FIRST_PROGRAM: &str = include_str!("../static/first_program.py");

/// Where the draft is kept.
const DRAFT: &str = "draft";

/// The page's state.
pub struct App {
    settings: Settings,
    /// The program as it is written now.
    draft: Rc<Program>,
    /// The program that runs or ran last.
    shown_program: Rc<Program>,
    player: Player,
    /// Counts the runs.
    run: u32,
    lit: Option<TaskId>,
    selected: Option<TaskId>,
    layout: Layout,
    view: ViewState,
    dispatch: Dispatch,
    _keys: EventListener,
}

/// What is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    pub is_editing: bool,
    pub shows_help: bool,
    pub feels_blocking: bool,
    /// The draft can't be kept in this browser.
    pub is_draft_lost: bool,
    /// Nobody has been here before.
    pub is_first_visit: bool,
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let settings = Settings::load();
        let kept = storage::load(DRAFT);
        let view = ViewState {
            is_first_visit: kept.is_none(),
            ..ViewState::default()
        };
        let draft = Program::new(kept.unwrap_or_else(|| FIRST_PROGRAM.to_owned()));
        let dispatch = ctx.link().callback(|action| action);
        let on_frame = ctx.link().callback(|()| Action::Tick);
        let app = Self {
            player: Player::new(settings.rate, move || on_frame.emit(())),
            settings,
            shown_program: Rc::clone(&draft),
            draft,
            run: 0,
            lit: None,
            selected: None,
            layout: Layout::load(),
            view,
            _keys: listen_to_keys(dispatch.clone()),
            dispatch,
        };
        app.apply_settings();
        host::editor::prefetch();
        app
    }

    fn update(&mut self, _ctx: &Context<Self>, action: Action) -> bool {
        match action {
            Action::Toggle if self.player.status() == Status::Playing => self.player.pause(),
            Action::Toggle | Action::Run => self.play(),
            Action::Pause => self.player.pause(),
            Action::Restart => self.restart(),
            Action::Step(direction) => self.step(direction, self.settings.unit),
            Action::StepBy(direction, unit) => self.step(direction, unit),
            Action::Seek(step) => self.player.seek(step),
            Action::SeekEnd => self.player.seek(usize::MAX),
            Action::SetUnit(unit) => self.settings.unit = unit,
            Action::SetRate(rate) => {
                self.settings.rate = rate;
                self.player.set_rate(rate);
            }
            Action::FeelBlocking(feels) => {
                self.view.feels_blocking = feels;
                self.player.set_feels_blocking(feels);
            }
            Action::Tick => self.player.tick(),
            Action::Edit(text) => self.edit(text),
            Action::Load(text) => {
                self.edit(text);
                self.player.clear();
                self.forget_run();
            }
            Action::OpenEditor => self.view.is_editing = true,
            Action::CloseEditor => self.view.is_editing = false,
            Action::Light(task) if self.lit == task => return false,
            Action::Light(task) => self.lit = task,
            Action::Select(task) => self.select(task),
            Action::SetLang(lang) => {
                self.settings.lang = lang;
                self.apply_settings();
            }
            Action::SetTheme(theme) => {
                self.settings.theme = theme;
                self.apply_settings();
            }
            Action::ShowHelp(shows) => self.view.shows_help = shows,
            Action::BringToFront(panel) => self.arrange(|layout| layout.bring_to_front(panel)),
            Action::TogglePanel(panel) => self.arrange(|layout| layout.toggle(panel)),
            Action::Divide(split, percent) => self.arrange(|layout| layout.divide(split, percent)),
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        html! {
            <Page
                shown={ self.shown() }
                draft={ Rc::clone(&self.draft) }
                settings={ self.settings.clone() }
                layout={ self.layout.clone() }
                view={ self.view }
                dispatch={ self.dispatch.clone() }
            />
        }
    }
}

impl App {
    fn shown(&self) -> Shown {
        let look = |run: &crate::session::Run| {
            (
                run.recorder().clone(),
                Rc::clone(run.labels()),
                Rc::clone(run.awaits()),
                run.exit().cloned(),
            )
        };
        let (recorder, labels, awaits, exit) = self
            .player
            .with_run(look)
            .unwrap_or_else(|| (Recorder::off(), Rc::default(), Rc::default(), None));
        Shown {
            program: Rc::clone(&self.shown_program),
            status: self.player.status(),
            board: Rc::new(self.player.board()),
            len: self.player.len(),
            labels,
            awaits,
            exit,
            lit: self.lit,
            selected: self.selected,
            lang: self.settings.lang,
            run: self.run,
            recorder,
        }
    }

    /// Plays from where the playhead stands; from the beginning where there is no run, or all of it was seen.
    fn play(&mut self) {
        let is_over = self.player.status() == Status::Finished && self.player.playhead() >= self.player.len();
        let is_edited = !Rc::ptr_eq(&self.draft, &self.shown_program);
        if self.player.status() == Status::Fresh || is_over || is_edited {
            self.begin();
        }
        self.player.run();
    }

    fn step(&mut self, direction: switchboard_view::Direction, unit: switchboard_view::Unit) {
        if self.player.status() == Status::Fresh {
            self.begin();
        }
        self.player.step(direction, unit);
    }

    fn restart(&mut self) {
        if Rc::ptr_eq(&self.draft, &self.shown_program) && self.player.status() != Status::Fresh {
            self.player.seek(0);
        } else {
            self.begin();
        }
    }

    /// Begins a run of the draft.
    fn begin(&mut self) {
        self.forget_run();
        self.view.is_editing = false;
        self.view.is_first_visit = false;
        self.player.begin(Rc::clone(&self.draft)).unwrap_throw();
    }

    fn forget_run(&mut self) {
        self.run = self.run.wrapping_add(1);
        self.shown_program = Rc::clone(&self.draft);
        self.lit = None;
        self.selected = None;
    }

    fn edit(&mut self, text: String) {
        if text == self.draft.source {
            return;
        }
        self.view.is_draft_lost = storage::save(DRAFT, &text).is_err();
        self.draft = Program::new(text);
        if self.player.status() == Status::Fresh {
            self.shown_program = Rc::clone(&self.draft);
        }
    }

    fn select(&mut self, task: Option<TaskId>) {
        self.selected = task;
        if task.is_some() {
            self.arrange(|layout| layout.bring_to_front(PanelId::Inspector));
        }
    }

    fn arrange(&mut self, change: impl FnOnce(&mut Layout)) {
        change(&mut self.layout);
        self.layout.save();
    }

    fn apply_settings(&self) {
        page::set_root("lang", self.settings.lang.tag());
        page::set_root("data-theme", self.settings.theme.word());
        self.settings.save();
    }
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
