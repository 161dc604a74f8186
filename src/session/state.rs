//! The page's state, and how each action changes it. No browser and no Yew beyond the host's doors: views only read it.

mod adopting;
mod exercising;
mod opening;

use std::rc::Rc;

use switchboard_frozen::FIRST_PROGRAM;
use switchboard_scenario::{LinkError, Scenario};
use switchboard_trace::{Recorder, TaskId};
use switchboard_view::{Direction, Unit};

use super::address::Address;
use super::exercise::{Asking, Exercise, MOST_EVENTS};
use super::gallery::Gallery;
use super::inspection::Question;
use super::kept::Kept;
use super::{Action, Inspection, Layout, Now, PanelId, Place, Player, Program, Run, Settings, Shown, Status};
use crate::host::{page, storage, update};

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
    /// What else there is to the draft: how it is called, what runs it, what its author says. Its program is the draft.
    scenario: Rc<Scenario>,
    /// The draft's name in the gallery, if it is as it stands there.
    entry: Option<Rc<str>>,
    /// The gallery, once it was fetched.
    pub gallery: Option<Gallery>,
    /// A scenario may say which panels a frame shows, since the address doesn't.
    may_frame: bool,
    /// What the playhead stops for.
    exercise: Rc<Exercise>,
    /// What is done as soon as the run is recorded.
    prepares: Option<Prepared>,
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
    pub shows_gallery: bool,
    /// What the author says about the program is closed.
    pub hides_notes: bool,
    /// Why something was not opened.
    pub refused: Option<Refused>,
    pub asking: Asking,
    /// There is a program that the person can go back to.
    pub has_kept: bool,
    /// A newer version of the page can be opened.
    pub has_update: bool,
    pub feels_blocking: bool,
    /// The draft can't be kept in this browser.
    pub is_draft_lost: bool,
    /// The page can't play anything, since the browser lacks something.
    pub is_stuck: bool,
}

/// Why something was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Link(LinkError),
    /// A file that is no scenario, and the line at which that shows.
    File(u32),
    /// A file that can't be read, or is too large.
    Unreadable,
    /// The gallery is not to be had.
    NoGallery,
    /// The gallery has no scenario of this name.
    NoEntry,
}

/// What follows when a run with stops is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prepared {
    /// The playhead goes to this step.
    Stand(usize),
    /// It plays.
    Play,
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
            scenario: Rc::default(),
            entry: None,
            gallery: None,
            may_frame: false,
            exercise: Rc::default(),
            prepares: None,
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
        let question = is_standing.then(|| {
            let board = self.player.board();
            Question {
                run: self.run,
                step: self.player.playhead(),
                running: board.running.and_then(|who| who.task()),
                selected: self.selected,
                is_over: board.end.is_some(),
            }
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
            Action::Toggle if self.player.status() == Status::Playing => self.pause(),
            Action::Toggle | Action::Run => self.play(),
            Action::Pause => self.pause(),
            Action::Restart => self.restart(),
            Action::Step(direction) => self.step(direction, self.settings.unit),
            Action::StepBy(direction, unit) => self.step(direction, unit),
            Action::Seek(step) => self.reach(step),
            Action::SeekEnd => self.seek(usize::MAX),
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
                self.get_ready();
                self.inspect();
            }
            Action::SetAsking(asking) => self.set_asking(asking),
            Action::Answer(answer) => self.answer(answer),
            Action::GoOn => self.go_on(),
            Action::AskAgain => self.ask_again(),
            Action::Edit(text) => self.edit(text),
            Action::Open(scenario) => self.open_scenario(&scenario),
            Action::Refuse(refused) => self.open.refused = Some(refused),
            Action::Receive(Some(gallery)) => self.gallery = Some(gallery),
            Action::Receive(None) => self.open.refused = Some(Refused::NoGallery),
            Action::OpenEntry(id) => self.open_entry(id),
            Action::TakeBack => self.take_back(),
            Action::LetGo => {
                self.kept.pop();
                self.is_guest = false;
                self.save_programs();
            }
            Action::ShowProgram(view) => self.open.program = view,
            Action::Light(task) if self.lit == task => return Change::Nothing,
            Action::Light(task) => self.lit = task,
            Action::Select(Some(task)) if self.names(task).is_some() => {
                self.answer(self.names(task).into_iter().collect())
            }
            Action::Select(task) => self.select(task),
            Action::ShowLine(line) => self.point_at(line),
            Action::SetLang(lang) => {
                self.settings.lang = lang;
                self.settings.save_lang();
                self.apply_settings();
                self.translate();
            }
            Action::SetTheme(theme) => {
                self.settings.theme = theme;
                self.settings.save_theme();
                self.apply_settings();
            }
            Action::Adopt(options) => self.adopt(&options),
            Action::Present => self.present(),
            Action::OfferUpdate => self.open.has_update = !self.is_framed(),
            Action::Update => update::take(),
            Action::ShowHelp => self.open.shows_help = true,
            Action::ShowShare => self.open.shows_share = true,
            Action::ShowGallery => {
                self.pause();
                self.open.shows_gallery = true;
            }
            Action::ShowNotes(shows) => self.open.hides_notes = !shows,
            Action::CloseDialogs => self.close_dialogs(),
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
            exercise: Rc::clone(&self.exercise),
            scenario: Rc::clone(&self.scenario),
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
            self.begin(Prepared::Play);
            if self.has_stops() {
                return;
            }
        }
        if self.prepares.is_some() {
            self.prepares = Some(Prepared::Play);
            return;
        }
        self.leave();
        self.player
            .set_stop(self.exercise.next_after(self.player.playhead()));
        self.player.run();
    }

    fn pause(&mut self) {
        // Whoever is asked about a run wants it recorded, however long that takes: a second press ends it.
        self.player.pause();
        self.get_ready();
    }

    fn step(&mut self, direction: Direction, unit: Unit) {
        if self.player.status() == Status::Fresh {
            self.begin(Prepared::Stand(0));
            if self.has_stops() {
                return;
            }
        }
        if self.prepares.is_some() {
            return;
        }
        let before = self.player.playhead();
        self.leave();
        self.player.step(direction, unit);
        let stop = self.exercise.next_after(before);
        if let Some(stop) = stop.filter(|stop| *stop < self.player.playhead()) {
            self.player.seek(stop);
        }
        self.arrive();
    }

    fn seek(&mut self, step: usize) {
        self.player.seek(step);
        self.arrive();
    }

    /// Puts the playhead at a step; where the trace is not that long yet, the program runs until it is.
    #[inline(never)]
    fn reach(&mut self, step: usize) {
        if step > 0 && self.player.status() == Status::Fresh {
            self.begin(Prepared::Stand(step));
        }
        if self.prepares.is_some() {
            return;
        }
        if step > self.player.len() {
            self.leave();
            self.player.run_to(step);
        } else {
            self.seek(step);
        }
    }

    fn restart(&mut self) {
        if self.is_edited() || self.player.status() == Status::Fresh {
            self.begin(Prepared::Stand(0));
        } else {
            self.seek(0);
        }
    }

    /// Begins a run of the draft. One with stops is recorded first.
    fn begin(&mut self, then: Prepared) {
        self.forget_run();
        self.open.program = ProgramView::Listing;
        self.open.is_stuck = self.player.begin(&self.draft, self.scenario.machine).is_err();
        if self.has_stops() {
            self.prepares = Some(then);
            self.player.scout(MOST_EVENTS);
            self.get_ready();
        }
    }

    fn forget_run(&mut self) {
        self.run = self.run.wrapping_add(1);
        self.shown_program = Rc::clone(&self.draft);
        self.lit = None;
        self.selected = None;
        self.pointed = (0, 0);
        self.exercise = Rc::default();
        self.prepares = None;
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
        self.entry = None;
        self.save_programs();
        if self.player.status() == Status::Fresh {
            self.shown_program = Rc::clone(&self.draft);
        }
    }

    fn close_dialogs(&mut self) {
        self.open.shows_help = false;
        self.open.shows_share = false;
        self.open.shows_gallery = false;
    }

    /// Keeps what the person writes. In a frame they only try something out.
    fn save_programs(&mut self) {
        if self.is_framed() {
            return;
        }
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
            scenario: Rc::clone(&self.scenario),
            id: self.entry.clone(),
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
        let is_plain = place.step == 0
            && *place.scenario == Scenario::default()
            && place.program.source == FIRST_PROGRAM;
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
        let options = Run::options(self.scenario.machine);
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
        self.layout.save();
    }

    fn is_framed(&self) -> bool {
        !self.layout.framed.is_empty()
    }

    fn apply_settings(&self) {
        page::set_root("lang", self.settings.lang.tag());
        page::set_root("data-theme", self.settings.theme.word());
    }
}
