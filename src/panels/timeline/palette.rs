//! The colours and patterns of the picture, read from the style sheet so that every theme has its own.

use switchboard_still::timeline::{Hatch, Pattern, Tone};
use switchboard_view::lanes::Wait;
use switchboard_view::{PATTERNS, SLOTS};
use wasm_bindgen::JsCast;
use web_sys::{CanvasPattern, CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement};

/// What the picture is drawn with.
pub struct Palette {
    pub font: String,
    tones: Vec<(Tone, String)>,
    patterns: Vec<(Pattern, CanvasPattern)>,
}

impl Palette {
    /// Reads the colours that hold for an element.
    pub fn read(element: &Element, dpr: f64) -> Option<Self> {
        let style = gloo_utils::window().get_computed_style(element).ok()??;
        let tones = Tone::ALL.into_iter().chain((0..SLOTS).map(Tone::Task));
        let looks = (0..PATTERNS).map(Pattern::Look);
        let waits = Wait::ALL.into_iter().map(Pattern::Wait);
        let patterns = looks.chain(waits).chain([Pattern::Blocking]);
        let tile = |pattern: Pattern| {
            let color = property(&style, &pattern.token());
            Some((pattern, tile(pattern.hatch()?, &color, dpr)?))
        };
        Some(Self {
            font: property(&style, "font-family"),
            tones: tones
                .map(|tone| (tone, property(&style, &tone.token())))
                .collect(),
            patterns: patterns.filter_map(tile).collect(),
        })
    }

    /// A colour.
    pub fn tone(&self, tone: Tone) -> &str {
        let found = self.tones.iter().find(|(known, _)| *known == tone);
        found.map_or("", |(_, color)| color)
    }

    /// What lies over a colour; nothing on the first tasks.
    pub fn pattern(&self, pattern: Pattern) -> Option<&CanvasPattern> {
        let found = self.patterns.iter().find(|(known, _)| *known == pattern);
        found.map(|(_, pattern)| pattern)
    }
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// Draws a tile of a pattern. Tiles are in device pixels, so that the lines stay sharp.
fn tile(hatch: Hatch, color: &str, dpr: f64) -> Option<CanvasPattern> {
    let tile: HtmlCanvasElement = gloo_utils::document()
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    let size = (hatch.side() * dpr).round();
    tile.set_width(size as u32);
    tile.set_height(size as u32);
    let ctx: CanvasRenderingContext2d = tile.get_context("2d").ok()??.dyn_into().ok()?;
    ctx.set_fill_style_str(color);
    ctx.set_stroke_style_str(color);
    ctx.set_global_alpha(hatch.alpha());
    ctx.set_line_width(hatch.stroke() * dpr);
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
