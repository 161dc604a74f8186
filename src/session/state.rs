//! The page's state, and how each action changes it. No browser and no Yew beyond the host's doors: views only read it.

use std::rc::Rc;

use switchboard_scenario::{LinkError, Machine, Scenario};
use switchboard_trace::{Recorder, TaskId};
use switchboard_view::{Direction, Unit};

use super::address::Address;
use super::inspection::Question;
use super::kept::Kept;
use super::settings::Rate;
use super::{
    Action, Inspection, Layout, Now, Options, PanelId, Place, Player, Program, Run, Settings, Shown, Status,
};
use crate::host::{link, page, storage};

/// The program that the page opens with.
const FIRST_PROGRAM: &str = include_str!("../../static/first_program.py");

/// Where the draft is kept.
const DRAFT: &str = "draft";

/// Everything that the page knows.
pub struct State {
    pub settings: Settings,
    pub layout: Layout,
    /// The program as it is written now.
    pub draft: Rc<Program>,
    pub open: Open,
    /// Whether the draft has come by a link and was not touched since, so that it is not the person's own.
    is_guest: bool,
    /// What the draft is called, if it has come by a link.
    title: Rc<str>,
    /// What the draft runs on.
    machine: Machine,
    /// The person's programs that links have taken the place of.
    kept: Kept,
    address: Address,
    /// The program that runs or ran last.
    shown_program: Rc<Program>,
    player: Player,
    inspection: Inspection,
    /// Counts the runs.
    run: u32,
    lit: Option<TaskId>,
    selected: Option<TaskId>,
    /// The line that is pointed at, and how often any was.
    pointed: (u32, u32),
}

/// How the program is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProgramView {
    /// To be read, with where each task stands.
    #[default]
    Listing,
    /// To be written.
    Editor,
    /// To be put together from steps.
    Builder,
}

/// What is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    pub program: ProgramView,
    pub shows_help: bool,
    pub shows_share: bool,
    /// Why a link was not opened.
    pub refused: Option<LinkError>,
    /// There is a program that the person can go back to.
    pub has_kept: bool,
    pub feels_blocking: bool,
    /// The draft can't be kept in this browser.
    pub is_draft_lost: bool,
    /// The page can't play anything, since the browser lacks something.
    pub is_stuck: bool,
}

/// Whether there is something new to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Something,
    Nothing,
}

impl State {
    /// The state of earlier visits. `on_frame` is called before a frame in which something has moved; it applies
    /// [`Action::Tick`].
    pub fn load(on_frame: impl Fn() + 'static) -> Self {
        let on_frame = Rc::new(on_frame);
        let settings = Settings::load();
        let text = storage::load(DRAFT).unwrap_or_else(|| FIRST_PROGRAM.to_owned());
        let draft = Program::new(text);
        let state = Self {
            player: Player::new(settings.rate, {
                let on_frame = Rc::clone(&on_frame);
                move || on_frame()
            }),
            inspection: Inspection::new(move || on_frame()),
            settings,
            layout: Layout::load(),
            shown_program: Rc::clone(&draft),
            draft,
            is_guest: false,
            title: Rc::default(),
            machine: Machine::default(),
            kept: Kept::load(),
            address: Address::default(),
            open: Open::default(),
            run: 0,
            lit: None,
            selected: None,
            pointed: (0, 0),
        };
        state.apply_settings();
        state
    }

    /// Does what an action asks for.
    pub fn apply(&mut self, action: Action) -> Change {
        let change = self.act(action);
        let is_standing = matches!(self.player.status(), Status::Paused | Status::Finished);
        let question = is_standing.then(|| Question {
            run: self.run,
            step: self.player.playhead(),
            running: self.player.board().running.and_then(|who| who.task()),
            selected: self.selected,
        });
        self.inspection.ask(question);
        if change == Change::Something {
            self.open.has_kept = !self.kept.is_empty();
            self.follow_address();
        }
        change
    }

    fn act(&mut self, action: Action) -> Change {
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
                self.open.feels_blocking = feels;
                self.player.set_feels_blocking(feels);
            }
            Action::Tick => {
                self.player.tick();
                self.inspect();
            }
            Action::Edit(text) => self.edit(text),
            Action::Open(scenario) => self.open_scenario(&scenario),
            Action::Refuse(error) => self.open.refused = Some(error),
            Action::TakeBack => self.take_back(),
            Action::LetGo => {
                self.kept.pop();
                self.is_guest = false;
                self.save_programs();
            }
            Action::ShowProgram(view) => self.open.program = view,
            Action::Light(task) if self.lit == task => return Change::Nothing,
            Action::Light(task) => self.lit = task,
            Action::Select(task) => self.select(task),
            Action::ShowLine(line) => self.point_at(line),
            Action::SetLang(lang) => {
                self.settings.lang = lang;
                self.settings.save_lang();
                self.apply_settings();
            }
            Action::SetTheme(theme) => {
                self.settings.theme = theme;
                self.settings.save_theme();
                self.apply_settings();
            }
            Action::Adopt(options) => self.adopt(&options),
            Action::ShowHelp => self.open.shows_help = true,
            Action::ShowShare => self.open.shows_share = true,
            Action::CloseDialogs => {
                self.open.shows_help = false;
                self.open.shows_share = false;
            }
            Action::BringToFront(panel) => self.arrange(|layout| layout.bring_to_front(panel)),
            Action::TogglePanel(panel) => self.arrange(|layout| layout.toggle(panel)),
            Action::Fit(device) => self.layout.device = device,
            Action::Divide(split, percent) => self.arrange(|layout| layout.divide(split, percent)),
        }
        Change::Something
    }

    /// What there is to show at the playhead.
    pub fn shown(&self) -> Shown {
        let look = |run: &Run| {
            (
                run.recorder().clone(),
                Rc::clone(run.labels()),
                Rc::clone(run.awaits()),
                Rc::clone(run.shared_steps()),
                Rc::clone(run.times()),
                run.exit().cloned(),
            )
        };
        let (recorder, labels, awaits, steps, times, exit) =
            self.player.with_run(look).unwrap_or_else(|| {
                (
                    Recorder::off(),
                    Rc::default(),
                    Rc::default(),
                    Rc::default(),
                    Rc::default(),
                    None,
                )
            });
        Shown {
            program: Rc::clone(&self.shown_program),
            status: self.player.status(),
            board: self.player.board(),
            len: self.player.len(),
            labels,
            awaits,
            steps,
            locals: self.inspection.locals(),
            times,
            exit,
            lit: self.lit,
            selected: self.selected,
            pointed: self.pointed,
            lang: self.settings.lang,
            run: self.run,
            recorder,
        }
    }

    /// The virtual time at the playhead.
    pub fn now(&self) -> Now {
        Now(self.player.now())
    }

    /// Plays from where the playhead stands; from the beginning where there is no run, or all of it was seen.
    fn play(&mut self) {
        let is_over = self.player.status() == Status::Finished && self.player.playhead() >= self.player.len();
        if self.player.status() == Status::Fresh || is_over || self.is_edited() {
            self.begin();
        }
        self.player.run();
    }

    fn step(&mut self, direction: Direction, unit: Unit) {
        if self.player.status() == Status::Fresh {
            self.begin();
        }
        self.player.step(direction, unit);
    }

    fn restart(&mut self) {
        if self.is_edited() || self.player.status() == Status::Fresh {
            self.begin();
        } else {
            self.player.seek(0);
        }
    }

    /// Begins a run of the draft.
    fn begin(&mut self) {
        self.forget_run();
        self.open.program = ProgramView::Listing;
        self.open.is_stuck = self.player.begin(&self.draft, self.machine).is_err();
    }

    fn forget_run(&mut self) {
        self.run = self.run.wrapping_add(1);
        self.shown_program = Rc::clone(&self.draft);
        self.lit = None;
        self.selected = None;
        self.pointed = (0, 0);
    }

    fn is_edited(&self) -> bool {
        self.draft.source != self.shown_program.source
    }

    fn edit(&mut self, text: String) {
        if text == self.draft.source {
            return;
        }
        self.draft = Program::new(text);
        self.is_guest = false;
        self.save_programs();
        if self.player.status() == Status::Fresh {
            self.shown_program = Rc::clone(&self.draft);
        }
    }

    /// Shows what a link has brought. The person's own program is kept, and nothing is written over before they edit.
    fn open_scenario(&mut self, scenario: &Scenario) {
        self.open.refused = None;
        self.open.shows_share = false;
        self.title = scenario.title.as_str().into();
        self.machine = scenario.machine;
        if scenario.program != self.draft.source {
            let own = std::mem::replace(&mut self.draft, Program::new(scenario.program.clone()));
            let is_own = !std::mem::replace(&mut self.is_guest, true);
            if is_own && own.source != FIRST_PROGRAM {
                self.kept.push(own.source.clone());
            }
        }
        if let Some(rate) = scenario.rate {
            let rate = Rate::from(rate);
            self.settings.rate = rate;
            self.player.set_rate(rate);
        }
        self.player.clear();
        self.forget_run();
        self.open.program = ProgramView::Listing;
        if scenario.step > 0 {
            self.begin();
            self.player
                .run_to(usize::try_from(scenario.step).unwrap_or(usize::MAX));
        }
    }

    /// Changes places: what was kept becomes the draft, and the draft is kept.
    fn take_back(&mut self) {
        let Some(text) = self.kept.pop() else { return };
        if !std::mem::take(&mut self.is_guest) {
            self.kept.push(self.draft.source.clone());
        }
        // The link is not what one sees any longer, even to somebody who reloads at once.
        link::show_fragment("");
        self.title = Rc::default();
        self.machine = Machine::default();
        self.draft = Program::new(text);
        self.save_programs();
        self.player.clear();
        self.forget_run();
    }

    fn save_programs(&mut self) {
        self.open.is_draft_lost = storage::save(DRAFT, &self.draft.source).is_err();
        self.kept.save();
    }

    /// What a link to what one sees carries.
    pub fn place(&self) -> Place {
        let is_in_the_middle = match self.player.status() {
            Status::Paused => true,
            Status::Finished => self.player.playhead() < self.player.len(),
            Status::Fresh | Status::Playing => false,
        };
        let is_shown = Rc::ptr_eq(&self.draft, &self.shown_program);
        Place {
            program: Rc::clone(&self.draft),
            title: Rc::clone(&self.title),
            machine: self.machine,
            step: if is_in_the_middle && is_shown {
                self.player.playhead()
            } else {
                0
            },
        }
    }

    fn follow_address(&mut self) {
        if self.player.status() == Status::Playing {
            return;
        }
        let place = self.place();
        let is_plain =
            place.step == 0 && place.machine == Machine::default() && place.program.source == FIRST_PROGRAM;
        self.address.follow(place, is_plain);
    }

    fn select(&mut self, task: Option<TaskId>) {
        self.selected = task;
        if task.is_some() {
            self.arrange(|layout| layout.bring_to_front(PanelId::Inspector));
        }
    }

    /// Gets on with working out the variables at the playhead.
    fn inspect(&mut self) {
        if !self.inspection.is_at_work() {
            return;
        }
        let (inspection, source) = (&mut self.inspection, &self.shown_program.source);
        let options = Run::options(self.machine);
        self.player.with_run(|run| {
            if let Some(trace) = run.trace() {
                inspection.work(source, options, &trace);
            }
        });
    }

    fn point_at(&mut self, line: u32) {
        self.open.program = ProgramView::Listing;
        self.pointed = (line, self.pointed.1.wrapping_add(1));
        self.arrange(|layout| layout.bring_to_front(PanelId::Code));
    }

    fn arrange(&mut self, change: impl FnOnce(&mut Layout)) {
        change(&mut self.layout);
        if self.layout.framed.is_empty() {
            self.layout.save();
        }
    }

    fn apply_settings(&self) {
        page::set_root("lang", self.settings.lang.tag());
        page::set_root("data-theme", self.settings.theme.word());
    }

    /// Does as the address or the page around this one asks.
    fn adopt(&mut self, options: &Options) {
        self.settings.lang = options.lang.unwrap_or(self.settings.lang);
        self.settings.theme = options.theme.unwrap_or(self.settings.theme);
        self.apply_settings();
        if let Some(scale) = options.scale {
            page::set_root("style", &format!("zoom:{scale}"));
        }
        if options.presents {
            page::set_root("data-present", "");
        }
        if !options.framed.is_empty() {
            self.layout.framed.clone_from(&options.framed);
        }
    }
}
