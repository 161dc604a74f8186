//! The picture's state: where it is zoomed and scrolled to, and what the pointer is at. Draws at most once a frame.

use std::cell::RefCell;
use std::rc::Rc;

use switchboard_still::Still;
use switchboard_still::timeline::{self, Brush, Future, GAP, Layout, NAMES, Row, Tone};
use switchboard_trace::{Event, TaskId, Time, Trace};
use switchboard_view::lanes::{Hit, Lanes, Place, View, Widening, Window};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::brush::CanvasBrush;
use super::palette::Palette;
use super::words::{self, Tip};
use crate::host::now_ms;
use crate::i18n::TimelineMsg;
use crate::session::{Action, Now, Shown, Status};

/// The elements that the picture is made of.
#[derive(Clone)]
pub struct Elements {
    /// What scrolls.
    pub frame: HtmlElement,
    /// As high as all lanes together.
    pub extent: HtmlElement,
    pub canvas: HtmlCanvasElement,
    /// The floating label, and in it name, text and detail.
    pub tip: HtmlElement,
}

/// A picture of the lanes.
pub struct Picture {
    elements: Elements,
    ctx: CanvasRenderingContext2d,
    dpr: f64,
    palette: Option<Palette>,
    pub lanes: Rc<RefCell<Lanes>>,
    pub shown: Shown,
    /// The moment at the playhead.
    now: Time,
    pub view: View,
    layout: Layout,
    /// The widest name, and for how many rows it was measured.
    names: Option<(usize, f64)>,
    /// Where the pointer is, as long as it points and does not drag.
    pointer: Option<(f64, f64)>,
    hovered: Option<(Row, f64, f64)>,
    tip: Option<Tip>,
    /// Whether the lane of the task that runs is to be brought into sight.
    reveals: bool,
    /// Where the lanes are scrolled to. The element is asked only when it says that it has scrolled, and for its size
    /// when that changes: asking anywhere else has the browser lay out the whole page at once.
    scroll_top: i32,
    size: (f64, f64),
    /// Where the lanes were scrolled to last, and when; elsewhere, somebody has scrolled.
    scrolled: (i32, f64),
    /// When it was drawn last, and how long that took, in milliseconds.
    drawn: (f64, f64),
}

/// While the playhead moves by itself, the lanes are scrolled no sooner than this after the last time.
const CALM_MS: f64 = 400.0;

/// Drawing that takes longer than this, in milliseconds, is a large part of a frame.
const DEAR_MS: f64 = 2.5;

/// While the playhead moves by itself and drawing is dear, it is drawn no more often than this.
const SPARING_MS: f64 = 30.0;

/// So many events are looked at to find the task that ran last.
const LOOKED_BACK: usize = 64;

/// So many names are measured to find out how wide their column must be.
const MEASURED: usize = 200;

impl Picture {
    /// A picture on these elements; nothing is drawn yet.
    pub fn new(elements: Elements, lanes: Rc<RefCell<Lanes>>, shown: Shown) -> Option<Self> {
        let ctx = elements.canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self {
            elements,
            ctx,
            dpr: 1.0,
            palette: None,
            lanes,
            now: shown.board.time,
            shown,
            view: View::default(),
            layout: Layout::default(),
            names: None,
            pointer: None,
            hovered: None,
            tip: None,
            reveals: false,
            scroll_top: 0,
            size: (0.0, 0.0),
            scrolled: (0, 0.0),
            drawn: (f64::NEG_INFINITY, 0.0),
        })
    }

    /// Shows another step, or another run.
    pub fn show(&mut self, shown: &Shown) {
        if shown.lang != self.shown.lang {
            self.names = None;
        }
        if shown.run != self.shown.run {
            self.view.fit();
            self.names = None;
            self.scroll_to(0);
            self.scrolled = (0, 0.0);
        }
        self.reveals |= shown.board.step != self.shown.board.step && self.may_scroll(shown);
        self.shown = shown.clone();
    }

    /// Somebody has scrolled.
    pub fn note_scroll(&mut self) {
        self.scroll_top = self.elements.frame.scroll_top();
    }

    /// The frame has another size, or has come into sight.
    pub fn note_size(&mut self) {
        let frame = &self.elements.frame;
        self.size = (f64::from(frame.client_width()), f64::from(frame.client_height()));
        self.note_scroll();
    }

    fn scroll_to(&mut self, top: i32) {
        if self.scroll_top != top {
            self.scroll_top = top;
            self.elements.frame.set_scroll_top(top);
        }
    }

    /// Time passes, also between events.
    pub fn pass(&mut self, Now(now): Now) {
        self.now = now;
        let mut lanes = self.lanes.borrow_mut();
        if self.shown.board.step == lanes.len() && !lanes.is_over() {
            lanes.pass(now.as_nanos());
        }
    }

    /// The colours have changed.
    pub fn forget_colors(&mut self) {
        self.palette = None;
        self.names = None;
    }

    // -- What people do -----------------------------------------------------------------------------------

    /// Zooms; keeps what is at `x` where it is.
    pub fn zoom(&mut self, factor: f64, x: f64) {
        self.change_view(x, |view, place, at, lanes, width| {
            view.zoom(factor, place, at, lanes, width)
        });
    }

    /// Zooms at the playhead, if it is in sight, else at the middle.
    pub fn zoom_at_playhead(&mut self, factor: f64) {
        let x = self
            .playhead_x()
            .filter(|x| (self.layout.names..self.layout.width).contains(x));
        self.zoom(factor, x.unwrap_or(self.layout.names + self.layout.plot() / 2.0));
    }

    pub fn widen(&mut self, widening: Widening) {
        let x = self.layout.names + self.layout.plot() / 2.0;
        self.change_view(x, |view, place, at, lanes, width| {
            view.widen(widening, place, at, lanes, width)
        });
    }

    /// Moves what is seen, in pixels.
    pub fn pan(&mut self, right: f64, down: f64) {
        self.view.pan(right, &self.lanes.borrow(), self.layout.plot());
        if down != 0.0 {
            let top = self.scroll_top.saturating_add(down.round() as i32);
            self.elements.frame.set_scroll_top(top);
            self.note_scroll();
        }
    }

    /// How far a key moves: right and down.
    pub fn stride(&self) -> (f64, f64) {
        (self.layout.plot() * 0.15, self.layout.row * 2.0)
    }

    pub fn is_on_names(&self, x: f64) -> bool {
        x < self.layout.names
    }

    pub fn point_at(&mut self, pointer: Option<(f64, f64)>) {
        self.pointer = pointer;
    }

    /// What a click asks for: a task's name opens it, and anything else is a step to go to.
    pub fn action_at(&self, x: f64, y: f64) -> Option<Action> {
        let trace = self.shown.trace()?;
        let lanes = self.lanes.borrow();
        let row = self.layout.row_at(y);
        if self.is_on_names(x) {
            let Row::Task(index) = row? else { return None };
            return Some(Action::Select(lanes.rows().get(index).copied()));
        }
        let window = self.window(&lanes);
        let at = x - self.layout.names;
        let under = lanes.axis().step_at(at + window.left, window.scale, &trace);
        let lane = row.and_then(|row| words::lane_of(&lanes, row));
        let hit = lane.and_then(|lane| Some((lane, window.hit(lanes.axis(), lane, at, &trace)?)));
        let step = match hit {
            Some((_, Hit::Signal(mark))) => mark.step as usize,
            Some((_, Hit::Output(step) | Hit::Await(step))) => step as usize,
            Some((lane, Hit::Segment(index))) => lane
                .segments()
                .get(index)
                .map_or(under, |begun| begun.step as usize),
            Some((_, Hit::Crowd(_))) | None => under,
        };
        Some(Action::Seek(step))
    }

    /// Which task is to be lit.
    pub fn task_at_pointer(&self) -> Option<TaskId> {
        let (_, y) = self.pointer?;
        match self.layout.row_at(y)? {
            Row::Loop => None,
            Row::Task(index) => self.lanes.borrow().rows().get(index).copied(),
        }
    }

    fn change_view(&mut self, x: f64, change: impl FnOnce(&mut View, Place, f64, &Lanes, f64)) {
        let Some(trace) = self.shown.trace() else { return };
        let lanes = self.lanes.borrow();
        let window = self.window(&lanes);
        let at = (x - self.layout.names).max(0.0);
        let place = lanes.axis().place_under(at + window.left, window.scale, &trace);
        change(&mut self.view, place, at, &lanes, self.layout.plot());
    }

    fn window(&self, lanes: &Lanes) -> Window {
        self.view.window(lanes, self.layout.plot())
    }

    /// Where the playhead stands: at its step, or as far behind it as time has passed since.
    fn playhead(&self, lanes: &Lanes) -> Place {
        let board = &self.shown.board;
        let now = self.now.max(board.time).as_nanos();
        let step = u32::try_from(board.step).unwrap_or(u32::MAX);
        lanes.axis().place(step, now)
    }

    fn playhead_x(&self) -> Option<f64> {
        let lanes = self.lanes.borrow();
        Some(self.layout.names + self.window(&lanes).x(self.playhead(&lanes)))
    }

    // -- Drawing ------------------------------------------------------------------------------------------

    /// Draws all of it, or leaves that to a later frame: while the playhead moves by itself, each frame asks for it.
    pub fn draw(&mut self) {
        let now = now_ms();
        let (at, took) = self.drawn;
        let may_wait = self.shown.status == Status::Playing && took > DEAR_MS;
        if may_wait && now - at < SPARING_MS {
            return;
        }
        self.draw_now();
        self.drawn = (now, now_ms() - now);
    }

    fn draw_now(&mut self) {
        if !self.fit_canvas() {
            return;
        }
        let shown = self.shown.clone();
        let (Some(trace), Some(palette)) = (shown.trace(), self.palette.take()) else {
            self.ctx.clear_rect(
                0.0,
                0.0,
                f64::from(self.elements.canvas.width()),
                f64::from(self.elements.canvas.height()),
            );
            return;
        };
        let lanes = Rc::clone(&self.lanes);
        let lanes = lanes.borrow();
        self.measure(&lanes, &palette);
        let window = self.window(&lanes);
        self.hover(&lanes, &window, &trace);
        let brush = CanvasBrush {
            ctx: &self.ctx,
            palette: &palette,
            dpr: self.dpr,
        };
        brush.color(Tone::Paper);
        brush.rect(0.0, 0.0, self.layout.width, self.layout.height);
        timeline::Picture {
            brush: &brush,
            layout: self.layout,
            lanes: &lanes,
            window: &window,
            still: &Still {
                trace: &trace,
                board: &shown.board,
                labels: &shown.labels,
                lang: shown.lang,
                source: &shown.program.source,
            },
            lit: [shown.lit, shown.selected],
            future: if shown.exercise.asks_ahead() {
                Future::Hidden
            } else {
                Future::Faint
            },
            hovered: self.hovered,
            playhead: self.playhead(&lanes),
        }
        .draw();
        self.palette = Some(palette);
    }

    /// Makes the canvas as large as its frame; tells whether there is anything to draw on.
    fn fit_canvas(&mut self) -> bool {
        let frame = &self.elements.frame;
        let (width, height) = self.size;
        if width < 40.0 || height < 40.0 {
            return false;
        }
        let dpr = gloo_utils::window().device_pixel_ratio();
        let canvas = &self.elements.canvas;
        let (wide, high) = ((width * dpr).round() as u32, (height * dpr).round() as u32);
        if canvas.width() != wide || canvas.height() != high {
            canvas.set_width(wide);
            canvas.set_height(high);
            set_style(canvas, "width", &format!("{width}px"));
            set_style(canvas, "height", &format!("{height}px"));
        }
        if self.palette.is_none() || dpr.to_bits() != self.dpr.to_bits() {
            self.dpr = dpr;
            self.palette = Palette::read(frame, dpr);
        }
        (self.layout.width, self.layout.height) = (width, height);
        true
    }

    /// Lays the picture out for the lanes that there are now.
    fn measure(&mut self, lanes: &Lanes, palette: &Palette) {
        let rows = lanes.rows();
        // The trace may have grown since the step that is shown: the newest tasks have no labels there yet.
        let labelled = rows.partition_point(|task| task.index() < self.shown.labels.len());
        let measured = labelled.min(MEASURED);
        let brush = CanvasBrush {
            ctx: &self.ctx,
            palette,
            dpr: self.dpr,
        };
        brush.font(600, 13.0);
        let of_loop = || brush.width(TimelineMsg::Loop.text(self.shown.lang));
        let (was, mut widest) = self.names.unwrap_or_else(|| (0, of_loop()));
        for task in rows.get(was..measured).unwrap_or_default() {
            widest = brush.width(&self.shown.label(*task)).max(widest);
        }
        self.names = Some((measured.max(was), widest));
        let names = (widest + GAP).ceil().clamp(NAMES.0, NAMES.1);
        let scrolled = f64::from(self.scroll_top);
        let Layout { width, height, .. } = self.layout;
        let layout = Layout::new(width, height, names, rows.len(), scrolled);
        if (layout.rows, layout.row, layout.height) != (self.layout.rows, self.layout.row, self.layout.height)
            || was == 0
        {
            let all = layout.content_height().max(layout.height);
            set_style(&self.elements.extent, "height", &format!("{all}px"));
        }
        self.layout = layout;
        if std::mem::take(&mut self.reveals) {
            self.reveal_running(rows);
        }
    }

    /// While the playhead moves by itself, whoever has scrolled away stays there, and nothing flickers.
    fn may_scroll(&self, shown: &Shown) -> bool {
        let (top, at) = self.scrolled;
        shown.status != Status::Playing || (self.scroll_top == top && now_ms() - at > CALM_MS)
    }

    /// Scrolls as little as it takes to have the lane of the task that runs, or ran last, in sight.
    fn reveal_running(&mut self, rows: &[TaskId]) {
        let Some(task) = self.last_to_run() else { return };
        if let Some(index) = rows.iter().position(|row| *row == task) {
            self.layout.scrolled = self.layout.scrolled_to(index);
            self.scroll_to(self.layout.scrolled.ceil() as i32);
        }
        self.scrolled = (self.scroll_top, now_ms());
    }

    fn last_to_run(&self) -> Option<TaskId> {
        let board = &self.shown.board;
        if let Some(who) = board.running {
            return who.task();
        }
        let trace = self.shown.trace()?;
        let first = board.step.saturating_sub(LOOKED_BACK);
        (first..board.step)
            .rev()
            .find_map(|step| match trace.get(step)?.event {
                Event::StepEnded { who, .. } => who.task(),
                _ => None,
            })
    }

    /// Finds out what the pointer is at, and says so in the floating label.
    fn hover(&mut self, lanes: &Lanes, window: &Window, trace: &Trace) {
        self.hovered = None;
        let mut tip = None;
        if let Some((x, y)) = self.pointer
            && let Some(row) = self.layout.row_at(y)
        {
            let at = x - self.layout.names;
            let hit = words::lane_of(lanes, row).and_then(|lane| {
                let hit = window.hit(lanes.axis(), lane, at, trace)?;
                if let Hit::Segment(index) = hit {
                    let ends = lane.segments().get(index..)?;
                    let x = |segment: &switchboard_view::lanes::Segment| {
                        window.x(lanes.axis().place(segment.step, segment.time))
                    };
                    let to = ends.get(1).map_or(window.x(lanes.horizon()), x);
                    self.hovered = ends.first().map(|begun| (row, x(begun), to));
                }
                Some(hit)
            });
            tip = match hit {
                _ if at < 0.0 => words::of_lane(&self.shown, lanes, row),
                Some(hit) => words::of_hit(&self.shown, lanes, trace, row, hit),
                None => None,
            };
            if at < 0.0 || tip.is_none() {
                self.hovered = None;
            }
        }
        self.show_tip(tip);
    }

    fn show_tip(&mut self, tip: Option<Tip>) {
        let element = &self.elements.tip;
        let Some(tip) = tip else {
            if self.tip.take().is_some() {
                element.set_hidden(true);
            }
            return;
        };
        if self.tip.as_ref() != Some(&tip) {
            let texts = [&tip.name, &tip.text, &tip.detail];
            for (index, text) in texts.into_iter().enumerate() {
                if let Some(child) = element.children().item(index as u32) {
                    child.set_text_content(Some(text));
                }
            }
            let slot = tip.slot.map_or_else(String::new, |slot| slot.to_string());
            // A well-formed name can't fail.
            let _ = element.set_attribute("data-slot", &slot);
            element.set_hidden(false);
            self.tip = Some(tip);
        }
        let Some((x, y)) = self.pointer else { return };
        let (width, height) = (
            f64::from(element.offset_width()),
            f64::from(element.offset_height()),
        );
        let left = (x + 14.0).min(self.layout.width - width).max(0.0);
        let below = y + 18.0;
        let top = if below + height <= self.layout.height {
            below
        } else {
            (y - height - 12.0).max(-36.0)
        };
        set_style(
            element,
            "transform",
            &format!("translate({left:.0}px, {top:.0}px)"),
        );
    }
}

fn set_style(element: &HtmlElement, property: &str, value: &str) {
    // It fails for a style that can't be written to; an element's own can.
    let _ = element.style().set_property(property, value);
}
