//! Drawing on a canvas in the page's pixels, with sharp edges on screens of any density.

use switchboard_still::timeline::{Brush, Pattern, Tone};
use web_sys::CanvasRenderingContext2d;

use super::palette::Palette;

/// Draws on a canvas. Lengths are in the page's pixels.
pub struct CanvasBrush<'a> {
    pub ctx: &'a CanvasRenderingContext2d,
    pub palette: &'a Palette,
    pub dpr: f64,
}

impl CanvasBrush<'_> {
    /// The nearest edge between two device pixels.
    fn snap(&self, length: f64) -> f64 {
        (length * self.dpr).round()
    }
}

impl Brush for CanvasBrush<'_> {
    fn color(&self, tone: Tone) {
        self.ctx.set_fill_style_str(self.palette.tone(tone));
    }

    fn pattern(&self, pattern: Pattern) {
        if let Some(pattern) = self.palette.pattern(pattern) {
            self.ctx.set_fill_style_canvas_pattern(pattern);
        }
    }

    fn alpha(&self, alpha: f64) {
        self.ctx.set_global_alpha(alpha);
    }

    fn rect(&self, x: f64, y: f64, width: f64, height: f64) {
        let (left, top) = (self.snap(x), self.snap(y));
        let (right, bottom) = (self.snap(x + width), self.snap(y + height));
        self.ctx
            .fill_rect(left, top, (right - left).max(1.0), (bottom - top).max(1.0));
    }

    fn round_rect(&self, x: f64, y: f64, width: f64, height: f64, radius: f64) {
        if width < 2.0 * radius {
            return self.rect(x, y, width, height);
        }
        let (left, top) = (self.snap(x), self.snap(y));
        let (right, bottom) = (self.snap(x + width), self.snap(y + height));
        self.ctx.begin_path();
        // A negative radius would fail; this one is not.
        let _ = self
            .ctx
            .round_rect_with_f64(left, top, right - left, bottom - top, radius * self.dpr);
        self.ctx.fill();
    }

    fn hairline_down(&self, x: f64, y: f64, height: f64) {
        self.ctx.fill_rect(
            self.snap(x),
            self.snap(y),
            self.dpr.round().max(1.0),
            height * self.dpr,
        );
    }

    fn hairline_along(&self, x: f64, y: f64, width: f64) {
        self.ctx.fill_rect(
            self.snap(x),
            self.snap(y),
            width * self.dpr,
            self.dpr.round().max(1.0),
        );
    }

    fn outline(&self, x: f64, y: f64, width: f64, height: f64) {
        let pixel = 1.0 / self.dpr;
        self.rect(x, y, width, pixel);
        self.rect(x, y + height - pixel, width, pixel);
        self.rect(x, y, pixel, height);
        self.rect(x + width - pixel, y, pixel, height);
    }

    fn line(&self, from: (f64, f64), to: (f64, f64), width: f64, tone: Tone) {
        self.ctx.set_stroke_style_str(self.palette.tone(tone));
        self.ctx.set_line_width(width * self.dpr);
        self.ctx.begin_path();
        self.ctx.move_to(from.0 * self.dpr, from.1 * self.dpr);
        self.ctx.line_to(to.0 * self.dpr, to.1 * self.dpr);
        self.ctx.stroke();
    }

    fn dot(&self, x: f64, y: f64, radius: f64) {
        self.ctx.begin_path();
        let radius = radius * self.dpr;
        // A negative radius would fail; this one is not.
        let _ = self
            .ctx
            .arc(x * self.dpr, y * self.dpr, radius, 0.0, core::f64::consts::TAU);
        self.ctx.fill();
    }

    fn font(&self, weight: u32, size: f64) {
        let family = &self.palette.font;
        self.ctx
            .set_font(&format!("{weight} {}px {family}", size * self.dpr));
        self.ctx.set_text_baseline("middle");
        self.ctx.set_text_align("left");
    }

    fn text(&self, text: &str, x: f64, y: f64) {
        // It fails for no text.
        let _ = self.ctx.fill_text(text, self.snap(x), self.snap(y));
    }

    fn width(&self, text: &str) -> f64 {
        self.ctx
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width() / self.dpr)
    }

    fn clipped(&self, x: f64, y: f64, width: f64, height: f64, draw: &mut dyn FnMut()) {
        self.ctx.save();
        self.ctx.begin_path();
        self.ctx
            .rect(self.snap(x), self.snap(y), width * self.dpr, height * self.dpr);
        self.ctx.clip();
        draw();
        self.ctx.restore();
    }
}
