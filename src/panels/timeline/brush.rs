//! Drawing on a canvas in the page's pixels, with sharp edges on screens of any density.

use web_sys::{CanvasPattern, CanvasRenderingContext2d};

/// Draws on a canvas. Lengths are in the page's pixels.
pub struct Brush<'a> {
    pub ctx: &'a CanvasRenderingContext2d,
    pub dpr: f64,
}

impl Brush<'_> {
    /// The nearest edge between two device pixels.
    fn snap(&self, length: f64) -> f64 {
        (length * self.dpr).round()
    }

    pub fn color(&self, color: &str) {
        self.ctx.set_fill_style_str(color);
    }

    pub fn pattern(&self, pattern: Option<&CanvasPattern>) {
        if let Some(pattern) = pattern {
            self.ctx.set_fill_style_canvas_pattern(pattern);
        }
    }

    pub fn alpha(&self, alpha: f64) {
        self.ctx.set_global_alpha(alpha);
    }

    /// Fills a rectangle.
    pub fn rect(&self, x: f64, y: f64, width: f64, height: f64) {
        let (left, top) = (self.snap(x), self.snap(y));
        let (right, bottom) = (self.snap(x + width), self.snap(y + height));
        self.ctx
            .fill_rect(left, top, (right - left).max(1.0), (bottom - top).max(1.0));
    }

    /// Fills a rectangle with round corners.
    pub fn round_rect(&self, x: f64, y: f64, width: f64, height: f64, radius: f64) {
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

    /// A line one pixel thin.
    pub fn hairline_down(&self, x: f64, y: f64, height: f64) {
        self.ctx.fill_rect(
            self.snap(x),
            self.snap(y),
            self.dpr.round().max(1.0),
            height * self.dpr,
        );
    }

    /// A line one pixel thin.
    pub fn hairline_along(&self, x: f64, y: f64, width: f64) {
        self.ctx.fill_rect(
            self.snap(x),
            self.snap(y),
            width * self.dpr,
            self.dpr.round().max(1.0),
        );
    }

    /// The outline of a rectangle, one pixel thin, inside of it.
    pub fn outline(&self, x: f64, y: f64, width: f64, height: f64) {
        let pixel = 1.0 / self.dpr;
        self.rect(x, y, width, pixel);
        self.rect(x, y + height - pixel, width, pixel);
        self.rect(x, y, pixel, height);
        self.rect(x + width - pixel, y, pixel, height);
    }

    /// A line between two points.
    pub fn line(&self, from: (f64, f64), to: (f64, f64), width: f64, color: &str) {
        self.ctx.set_stroke_style_str(color);
        self.ctx.set_line_width(width * self.dpr);
        self.ctx.begin_path();
        self.ctx.move_to(from.0 * self.dpr, from.1 * self.dpr);
        self.ctx.line_to(to.0 * self.dpr, to.1 * self.dpr);
        self.ctx.stroke();
    }

    /// A filled circle.
    pub fn dot(&self, x: f64, y: f64, radius: f64) {
        self.ctx.begin_path();
        let radius = radius * self.dpr;
        // A negative radius would fail; this one is not.
        let _ = self
            .ctx
            .arc(x * self.dpr, y * self.dpr, radius, 0.0, core::f64::consts::TAU);
        self.ctx.fill();
    }

    pub fn font(&self, weight: u32, size: f64, family: &str) {
        self.ctx
            .set_font(&format!("{weight} {}px {family}", size * self.dpr));
    }

    /// A line of text, its middle at `y`.
    pub fn text(&self, text: &str, x: f64, y: f64) {
        // It fails for no text.
        let _ = self.ctx.fill_text(text, self.snap(x), self.snap(y));
    }

    /// A text's width.
    pub fn width(&self, text: &str) -> f64 {
        self.ctx
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width() / self.dpr)
    }

    /// Draws inside of a rectangle alone.
    pub fn clipped(&self, x: f64, y: f64, width: f64, height: f64, draw: impl FnOnce()) {
        self.ctx.save();
        self.ctx.begin_path();
        self.ctx
            .rect(self.snap(x), self.snap(y), width * self.dpr, height * self.dpr);
        self.ctx.clip();
        draw();
        self.ctx.restore();
    }
}
