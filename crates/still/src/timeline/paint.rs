//! Draws the picture: lanes, marks, axis, names and the playhead.

use switchboard_i18n::TimelineMsg;
use switchboard_trace::{Outcome, TaskId};
use switchboard_view::lanes::{Lane, Lanes, Place, Run, Signal, State, TimeUnit, Window, ticks};
use switchboard_view::scene::shorten;
use switchboard_view::{Look, SLOTS};

use super::brush::{Brush, Pattern, Tone};
use super::layout::{Layout, Row};
use crate::Still;

/// Between the names and the lanes.
pub const GAP: f64 = 20.0;

/// The column of names is at least and at most so wide.
pub const NAMES: (f64, f64) = (56.0, 168.0);

/// The side of the square that shows a task's pattern.
const SWATCH: f64 = 8.0;

/// All that the picture is drawn from.
pub struct Picture<'a> {
    pub brush: &'a dyn Brush,
    pub layout: Layout,
    pub lanes: &'a Lanes,
    pub window: &'a Window,
    pub still: &'a Still<'a>,
    /// The tasks whose lanes are lit.
    pub lit: [Option<TaskId>; 2],
    pub playhead: Place,
    pub future: Future,
    /// What the pointer is at: a row and a stretch of it.
    pub hovered: Option<(Row, f64, f64)>,
}

/// How what comes after the playhead is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Future {
    /// It is there, but not yet.
    Faint,
    /// Who is asked what comes next does not see it.
    Hidden,
}

/// A colour, and what lies over it where others have the same one.
#[derive(Clone, Copy)]
struct Paint {
    color: Tone,
    pattern: Option<Pattern>,
}

impl Picture<'_> {
    /// Draws everything on an empty ground.
    pub fn draw(&self) {
        self.draw_highlights();
        let (names, plot, axis) = (self.layout.names, self.layout.plot(), self.layout.axis_y());
        self.brush
            .clipped(names, 0.0, plot, axis, &mut || self.draw_turns());
        let row = self.layout.row;
        let mut runs = Vec::new();
        self.brush.clipped(names, row, plot, axis - row, &mut || {
            for index in self.layout.visible() {
                if let Some((task, lane)) = self.lane(index) {
                    self.draw_lane(lane, self.layout.row_y(index), self.paint(task), &mut runs);
                }
            }
        });
        self.brush.clipped(names, 0.0, plot, row, &mut || {
            let paint = Paint {
                color: Tone::BrassFill,
                pattern: None,
            };
            self.draw_lane(self.lanes.of_loop(), 0.0, paint, &mut runs);
        });
        self.draw_rules();
        self.draw_future();
        self.draw_names();
        // Nor is it told how long everything takes.
        if self.future == Future::Faint {
            self.draw_axis();
        }
        self.draw_hovered();
        self.draw_playhead();
    }

    fn lane(&self, index: usize) -> Option<(TaskId, &Lane)> {
        let task = *self.lanes.rows().get(index)?;
        Some((task, self.lanes.of_task(task)?))
    }

    fn paint(&self, task: TaskId) -> Paint {
        let look = Look::of(task);
        Paint {
            color: Tone::Task(look.slot),
            pattern: (look.pattern > 0).then_some(Pattern::Look(look.pattern)),
        }
    }

    fn draw_highlights(&self) {
        for index in self.layout.visible() {
            let task = self.lanes.rows().get(index).copied();
            let is_lit = task.is_some() && self.lit.contains(&task);
            if is_lit {
                self.brush.alpha(0.16);
                self.brush.color(Tone::Amber);
                let y = self.layout.row_y(index).max(self.layout.row);
                let bottom = (self.layout.row_y(index) + self.layout.row).min(self.layout.axis_y());
                self.brush.rect(0.0, y, self.layout.width, bottom - y);
                self.brush.alpha(1.0);
            }
        }
    }

    /// Turns as a fine grid, as long as it is one.
    fn draw_turns(&self) {
        let mut marks = Vec::new();
        let x_of = |step: u32| {
            self.window
                .x(self.lanes.axis().place_of(step as usize, self.still.trace))
        };
        self.window.marks(self.lanes.turns(), 5.0, x_of, &mut marks);
        if marks.len() as f64 * 7.0 > self.window.width {
            return;
        }
        self.brush.color(Tone::Line);
        for (x, _) in marks {
            self.brush
                .hairline_down(self.layout.names + x, 0.0, self.layout.axis_y());
        }
    }

    /// A hairline between lanes.
    fn draw_rules(&self) {
        self.brush.color(Tone::Line);
        for index in self.layout.visible() {
            let y = self.layout.row_y(index);
            if y > self.layout.row {
                self.brush
                    .hairline_along(self.layout.names, y, self.layout.plot());
            }
        }
        self.brush.hairline_along(0.0, self.layout.row, self.layout.width);
    }

    // -- Lanes --------------------------------------------------------------------------------------------

    /// Draws what waits, then what is ready, then what runs: so the thinnest step is seen between two waits.
    fn draw_lane(&self, lane: &Lane, y: f64, paint: Paint, runs: &mut Vec<Run>) {
        self.window.runs(self.lanes.axis(), lane, runs);
        let bar = (self.layout.row - 8.0).min(18.0);
        let y = y + (self.layout.row - bar) / 2.0;
        for run in runs.iter() {
            self.draw_waiting(run, y, bar);
        }
        self.brush.color(Tone::Amber);
        for run in runs
            .iter()
            .filter(|run| run.count == 1 && run.state == State::Ready)
        {
            if run.to - run.from > 0.3 {
                self.bar(run, y, bar, 1.0);
            }
        }
        self.brush.color(paint.color);
        self.draw_running(runs, y, bar);
        if let Some(pattern) = paint.pattern {
            self.brush.pattern(pattern);
            self.draw_running(runs, y, bar);
        }
        for run in runs
            .iter()
            .filter(|run| run.count == 1 && run.state == State::Blocking)
        {
            self.draw_blocking(run, y, bar);
        }
        self.draw_marks(lane, y, bar, paint.color);
    }

    /// Draws what runs, and what is too narrow to be told apart.
    fn draw_running(&self, runs: &[Run], y: f64, bar: f64) {
        for run in runs {
            match run.state {
                _ if run.count > 1 => {
                    self.brush.alpha(0.55);
                    self.bar(run, y + 2.0, bar - 4.0, 1.0);
                    self.brush.alpha(1.0);
                }
                State::Running => self.bar(run, y, bar, 2.0),
                _ => {}
            }
        }
    }

    fn bar(&self, run: &Run, y: f64, height: f64, least: f64) {
        let (from, width) = self.stretch(run);
        self.brush.round_rect(from, y, width.max(least), height, 2.0);
    }

    /// A run's left edge and width, cut where it is far out of sight.
    fn stretch(&self, run: &Run) -> (f64, f64) {
        let from = run.from.max(-8.0);
        let to = run.to.min(self.window.width + 8.0);
        (self.layout.names + from, to - from)
    }

    fn draw_waiting(&self, run: &Run, y: f64, height: f64) {
        if run.count > 1 {
            return;
        }
        let (from, width) = self.stretch(run);
        match run.state {
            State::Waiting(wait) => {
                self.brush.color(Tone::Sunk);
                self.brush.rect(from, y, width, height);
                self.brush.pattern(Pattern::Wait(wait));
                self.brush.rect(from, y, width, height);
                self.brush.color(Tone::Line);
                self.brush.outline(from, y, width, height);
            }
            State::Asleep => {
                self.brush.color(Tone::Line);
                self.brush.hairline_along(from, y + height / 2.0, width);
            }
            _ => {}
        }
    }

    fn draw_blocking(&self, run: &Run, y: f64, height: f64) {
        let (from, width) = self.stretch(run);
        let width = width.max(2.0);
        self.brush.color(Tone::Danger);
        self.brush.alpha(0.25);
        self.brush.rect(from, y, width, height);
        self.brush.alpha(1.0);
        self.brush.pattern(Pattern::Blocking);
        self.brush.rect(from, y, width, height);
        self.brush.color(Tone::Danger);
        self.brush.outline(from, y, width, height);
    }

    // -- Marks --------------------------------------------------------------------------------------------

    fn draw_marks(&self, lane: &Lane, y: f64, height: f64, color: Tone) {
        let mut marks = Vec::new();
        let names = self.layout.names;
        let x_of = |step: u32| {
            self.window
                .x(self.lanes.axis().place_of(step as usize, self.still.trace))
        };
        self.window.marks(lane.awaits(), 3.0, x_of, &mut marks);
        self.brush.color(Tone::Paper);
        for (x, _) in &marks {
            self.brush.rect(names + x - 0.5, y + height - 5.0, 1.0, 5.0);
        }
        self.window.marks(lane.outputs(), 6.0, x_of, &mut marks);
        for (color, radius) in [(Tone::Paper, 3.5), (Tone::Ink, 2.5)] {
            self.brush.color(color);
            for (x, _) in &marks {
                self.brush.dot(names + x, y, radius);
            }
        }
        let first = self.window.first_step();
        let begin = lane.signals().partition_point(|mark| mark.step < first);
        let mut last = f64::NEG_INFINITY;
        for mark in lane.signals().get(begin..).unwrap_or_default() {
            let x = x_of(mark.step);
            if x > self.window.width + 8.0 {
                break;
            }
            let is_end = matches!(mark.signal, Signal::Done(_));
            if x - last >= 4.0 || is_end {
                self.draw_signal(mark.signal, names + x, y, height, color);
                last = x;
            }
        }
    }

    fn draw_signal(&self, signal: Signal, x: f64, y: f64, height: f64, color: Tone) {
        let middle = y + height / 2.0;
        let reach = height / 2.0 - 2.0;
        let (paper, ink, danger) = (Tone::Paper, Tone::Ink, Tone::Danger);
        let slash = |width: f64, color: Tone, rises: f64| {
            let (from, to) = (
                (x - reach, middle + reach * rises),
                (x + reach, middle - reach * rises),
            );
            self.brush.line(from, to, width, color);
        };
        match signal {
            Signal::Raised | Signal::Done(Outcome::Failed) => {
                slash(5.0, paper, 1.0);
                slash(5.0, paper, -1.0);
                slash(2.5, danger, 1.0);
                slash(2.5, danger, -1.0);
            }
            Signal::CancelRequested => {
                slash(3.5, paper, 1.0);
                slash(1.5, ink, 1.0);
            }
            Signal::CancelDelivered | Signal::Done(Outcome::Cancelled) => {
                slash(6.0, paper, 1.0);
                slash(3.0, ink, 1.0);
            }
            Signal::Done(Outcome::Returned) => {
                self.brush.color(color);
                self.brush.rect(x - 1.0, y - 2.0, 3.0, height + 4.0);
            }
        }
    }

    // -- Around the lanes ---------------------------------------------------------------------------------

    /// What comes after the playhead is there, but not yet.
    fn draw_future(&self) {
        let from = (self.layout.names + self.window.x(self.playhead)).max(self.layout.names) + 0.5;
        let width = self.layout.width - from;
        if width > 0.0 {
            self.brush.color(Tone::Paper);
            self.brush.alpha(match self.future {
                Future::Faint => 0.68,
                Future::Hidden => 1.0,
            });
            self.brush.rect(from, 0.0, width, self.layout.axis_y());
            self.brush.alpha(1.0);
        }
    }

    fn draw_names(&self) {
        let Layout { names, row, .. } = self.layout;
        self.brush.font(600, 13.0);
        self.brush
            .clipped(0.0, row, names, self.layout.axis_y() - row, &mut || {
                for index in self.layout.visible() {
                    let Some((task, _)) = self.lane(index) else {
                        continue;
                    };
                    let is_made = self.still.board.task(task).is_some();
                    self.brush.alpha(if is_made { 1.0 } else { 0.4 });
                    self.draw_swatch(self.paint(task), self.layout.row_y(index));
                    self.brush.color(Tone::Task(Look::of(task).slot));
                    self.draw_name(&self.still.label(task), self.layout.row_y(index));
                }
            });
        self.brush.alpha(1.0);
        self.brush.color(Tone::Brass);
        self.draw_name(TimelineMsg::Loop.text(self.still.lang), 0.0);
    }

    /// At the end of the column of names, where tasks share a colour: its pattern.
    fn draw_swatch(&self, paint: Paint, y: f64) {
        if self.layout.rows <= usize::from(SLOTS) {
            return;
        }
        let (x, top) = (
            self.layout.names - SWATCH - 4.0,
            y + (self.layout.row - SWATCH) / 2.0,
        );
        self.brush.color(paint.color);
        self.brush.rect(x, top, SWATCH, SWATCH);
        if let Some(pattern) = paint.pattern {
            self.brush.pattern(pattern);
            self.brush.rect(x, top, SWATCH, SWATCH);
        }
    }

    /// Draws a name, cut where it is too long for its column.
    fn draw_name(&self, name: &str, y: f64) {
        let room = self.layout.names - GAP;
        let y = y + self.layout.row / 2.0;
        if self.brush.width(name) <= room {
            return self.brush.text(name, 0.0, y);
        }
        let mut most = name.chars().count().saturating_sub(1);
        while most > 1 {
            let shortened = shorten(name, most);
            if self.brush.width(&shortened) <= room {
                return self.brush.text(&shortened, 0.0, y);
            }
            most -= 1;
        }
    }

    fn draw_axis(&self) {
        let y = self.layout.axis_y();
        self.brush.color(Tone::Line);
        self.brush
            .hairline_along(self.layout.names, y, self.layout.plot());
        let axis = self.lanes.axis();
        let (left, right) = (self.window.left, self.window.left + self.window.width);
        let from = axis.place_under(left, self.window.scale, self.still.trace).nanos;
        let to = axis.place_under(right, self.window.scale, self.still.trace).nanos;
        let x_of = |nanos: u64| self.window.x(axis.place_at(nanos, self.still.trace));
        let (ticks, step) = ticks(from as u64, to as u64, self.window.width, 84.0, x_of);
        let unit = TimeUnit::of(to as u64);
        let decimals = unit.decimals(step);
        self.brush.font(400, 12.0);
        for tick in ticks {
            let x = self.layout.names + tick.x;
            let value = tick.nanos as f64 / unit.nanos() as f64;
            let text = format!("{value:.decimals$} {}", unit.sign());
            self.brush.color(Tone::StrongLine);
            self.brush.rect(x, y, 1.0, 4.0);
            self.brush.color(Tone::FaintInk);
            let room = self.layout.width - x;
            let width = self.brush.width(&text);
            if width < room {
                self.brush
                    .text(&text, (x - width / 2.0).max(self.layout.names - 4.0), y + 13.0);
            }
        }
    }

    fn draw_hovered(&self) {
        let Some((row, from, to)) = self.hovered else {
            return;
        };
        let y = match row {
            Row::Loop => 0.0,
            Row::Task(index) => self.layout.row_y(index),
        };
        let from = from.max(0.0);
        let width = (to.min(self.window.width) - from).max(2.0);
        self.brush.color(Tone::Ink);
        let (names, height) = (self.layout.names, self.layout.row - 4.0);
        self.brush
            .clipped(names, 0.0, self.layout.plot(), self.layout.axis_y(), &mut || {
                self.brush
                    .outline(names + from - 1.0, y + 2.0, width + 2.0, height);
            });
    }

    fn draw_playhead(&self) {
        let x = self.layout.names + self.window.x(self.playhead);
        if x < self.layout.names - 1.0 || x > self.layout.width {
            return;
        }
        let height = self.layout.axis_y();
        self.brush.color(Tone::BrassFill);
        self.brush.rect(x - 1.0, 0.0, 2.0, height + 2.0);
        self.brush.dot(x, height + 2.0, 4.0);
    }
}
