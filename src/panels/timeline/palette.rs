//! The colours and patterns of the picture, read from the style sheet so that every theme has its own.

use switchboard_view::lanes::Wait;
use switchboard_view::{PATTERNS, SLOTS};
use wasm_bindgen::JsCast;
use web_sys::{CanvasPattern, CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement};

/// What the picture is drawn with.
pub struct Palette {
    pub ink: String,
    pub faint_ink: String,
    pub line: String,
    pub strong_line: String,
    pub paper: String,
    pub sunk: String,
    pub brass: String,
    pub brass_fill: String,
    pub amber: String,
    pub danger: String,
    pub font: String,
    tasks: Vec<String>,
    /// By pattern; the first is plain.
    looks: Vec<Option<CanvasPattern>>,
    waits: Vec<Option<CanvasPattern>>,
    pub blocking: Option<CanvasPattern>,
}

/// What a pattern is made of, in a square tile.
#[derive(Clone, Copy)]
enum Hatch {
    Rising,
    Falling,
    Crossed,
    Dotted,
    Level,
    Sparse,
    Dense,
    /// Lines side by side.
    Barred,
    Checked,
}

impl Palette {
    /// Reads the colours that hold for an element.
    pub fn read(element: &Element, dpr: f64) -> Option<Self> {
        let style = gloo_utils::window().get_computed_style(element).ok()??;
        let color = |name: &str| property(&style, name);
        let strong_line = color("--line-strong");
        let danger = color("--danger");
        let waits = Wait::ALL.into_iter();
        let waits = waits
            .map(|wait| pattern(hatch_of(wait), &strong_line, dpr))
            .collect();
        let on_task = color("--on-task");
        let looks = (0..PATTERNS).map(|look| pattern(hatch_of_look(look)?, &on_task, dpr));
        Some(Self {
            ink: color("--ink"),
            faint_ink: color("--ink-2"),
            line: color("--line"),
            paper: color("--paper"),
            sunk: color("--sunk"),
            brass: color("--brass"),
            brass_fill: color("--brass-fill"),
            amber: color("--amber"),
            font: property(&style, "font-family"),
            tasks: (0..SLOTS).map(|slot| color(&format!("--task-{slot}"))).collect(),
            blocking: pattern(Hatch::Dense, &danger, dpr),
            looks: looks.collect(),
            waits,
            strong_line,
            danger,
        })
    }

    /// A task's colour.
    pub fn task(&self, slot: u8) -> &str {
        self.tasks.get(usize::from(slot)).unwrap_or(&self.ink)
    }

    /// What lies over a task's colour, which others may have too; nothing on the first ones.
    pub fn look(&self, pattern: u8) -> Option<&CanvasPattern> {
        self.looks.get(usize::from(pattern))?.as_ref()
    }

    /// The pattern for what is waited for.
    pub fn wait(&self, wait: Wait) -> Option<&CanvasPattern> {
        let at = Wait::ALL.iter().position(|kind| *kind == wait)?;
        self.waits.get(at)?.as_ref()
    }
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

const fn hatch_of(wait: Wait) -> Hatch {
    match wait {
        Wait::Timer => Hatch::Rising,
        Wait::Task => Hatch::Falling,
        Wait::Lock => Hatch::Crossed,
        Wait::Queue => Hatch::Dotted,
        Wait::Io => Hatch::Level,
        Wait::Other => Hatch::Sparse,
    }
}

/// The same patterns as on the clients of the call center.
const fn hatch_of_look(pattern: u8) -> Option<Hatch> {
    match pattern {
        0 => None,
        1 => Some(Hatch::Barred),
        2 => Some(Hatch::Dotted),
        _ => Some(Hatch::Checked),
    }
}

/// Draws a tile of a pattern. Tiles are in device pixels, so that the lines stay sharp.
fn pattern(hatch: Hatch, color: &str, dpr: f64) -> Option<CanvasPattern> {
    let tile: HtmlCanvasElement = gloo_utils::document()
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    let css_size = match hatch {
        Hatch::Rising | Hatch::Falling => 7.0,
        Hatch::Crossed => 8.0,
        Hatch::Dotted | Hatch::Level => 5.0,
        Hatch::Barred => 4.0,
        Hatch::Sparse => 12.0,
        Hatch::Dense | Hatch::Checked => 6.0,
    };
    let size = (css_size * dpr).round();
    tile.set_width(size as u32);
    tile.set_height(size as u32);
    let ctx: CanvasRenderingContext2d = tile.get_context("2d").ok()??.dyn_into().ok()?;
    ctx.set_fill_style_str(color);
    ctx.set_stroke_style_str(color);
    let is_dense = matches!(hatch, Hatch::Dense);
    ctx.set_global_alpha(if is_dense { 0.85 } else { 0.6 });
    ctx.set_line_width(if is_dense { 2.5 * dpr } else { dpr });
    ctx.begin_path();
    match hatch {
        Hatch::Dotted => {
            let _ = ctx.arc(size / 2.0, size / 2.0, 0.9 * dpr, 0.0, core::f64::consts::TAU);
            ctx.fill();
        }
        Hatch::Level => ctx.fill_rect(0.0, (size / 2.0).floor(), size, dpr.round().max(1.0)),
        Hatch::Barred => ctx.fill_rect(0.0, 0.0, (size / 2.0).floor(), size),
        Hatch::Checked => {
            ctx.fill_rect(0.0, 0.0, size / 2.0, size / 2.0);
            ctx.fill_rect(size / 2.0, size / 2.0, size / 2.0, size / 2.0);
        }
        Hatch::Rising | Hatch::Sparse | Hatch::Dense => diagonals(&ctx, size, false),
        Hatch::Falling => diagonals(&ctx, size, true),
        Hatch::Crossed => {
            diagonals(&ctx, size, false);
            diagonals(&ctx, size, true);
        }
    }
    ctx.stroke();
    ctx.create_pattern_with_html_canvas_element(&tile, "repeat")
        .ok()?
}

/// Diagonals that go on from tile to tile.
fn diagonals(ctx: &CanvasRenderingContext2d, size: f64, falls: bool) {
    for shift in [-size, 0.0, size] {
        let (from, to) = if falls {
            (-size, 2.0 * size)
        } else {
            (2.0 * size, -size)
        };
        ctx.move_to(shift - size, from);
        ctx.line_to(shift + 2.0 * size, to);
    }
}
