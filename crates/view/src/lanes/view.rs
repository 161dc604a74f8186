//! Which part of the lanes is seen: all of it, or what a person has zoomed to.

use super::Lanes;
use super::axis::{Place, Scale, Widening};
use super::run::Window;

/// What a person has chosen to see. Until they zoom, everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct View {
    widening: Widening,
    zoomed: Option<Zoomed>,
}

#[derive(Clone, Copy, Debug)]
struct Zoomed {
    scale: Scale,
    left: f64,
}

/// Room at the right for the marks of the last step, in pixels.
const MARGIN: f64 = 12.0;

/// The largest zoom: so many pixels a nanosecond.
const MAX_PER_NANO: f64 = 2.0;

impl View {
    /// Whether everything is seen, also when it grows.
    #[must_use]
    pub fn is_fit(&self) -> bool {
        self.zoomed.is_none()
    }

    /// Whether busy moments are drawn wider.
    #[must_use]
    pub fn widening(&self) -> Widening {
        self.widening
    }

    /// Sees everything again.
    pub fn fit(&mut self) {
        self.zoomed = None;
    }

    /// Sees these lanes through a window of this width.
    #[must_use]
    pub fn window(&self, lanes: &Lanes, width: f64) -> Window {
        let Zoomed { scale, left } = self.seen(lanes, width);
        Window::new(lanes.axis(), scale, left, width, lanes.horizon())
    }

    /// Zooms in or out, and keeps the place under pixel `x` where it is.
    pub fn zoom(&mut self, factor: f64, place: Place, x: f64, lanes: &Lanes, width: f64) {
        let extent = lanes.extent();
        let scale = self.seen(lanes, width).scale;
        let most = (MAX_PER_NANO / scale.per_nano).max(1.0);
        let scale = scale.zoomed(factor.min(most), extent, self.widening);
        let is_all_seen = scale.x(extent) - scale.x(lanes.start()) <= width - MARGIN;
        self.zoomed = (!is_all_seen).then(|| Zoomed {
            scale,
            left: bounded(scale.x(place) - x, scale, extent, width),
        });
    }

    /// Moves what is seen by so many pixels.
    pub fn pan(&mut self, by: f64, lanes: &Lanes, width: f64) {
        if let Some(zoomed) = &mut self.zoomed {
            zoomed.left = bounded(zoomed.left + by, zoomed.scale, lanes.extent(), width);
        }
    }

    /// Draws busy moments wider, or not, and keeps the place under pixel `x` where it is.
    pub fn widen(&mut self, widening: Widening, place: Place, x: f64, lanes: &Lanes, width: f64) {
        self.widening = widening;
        if self.zoomed.is_some() {
            self.zoom(1.0, place, x, lanes, width);
        }
    }

    /// Moves what is seen just far enough that a place is in it.
    pub fn reveal(&mut self, place: Place, lanes: &Lanes, width: f64) {
        let Some(zoomed) = self.zoomed else { return };
        let x = zoomed.scale.x(place) - zoomed.left;
        if x < 0.0 {
            self.pan(x - width * 0.2, lanes, width);
        } else if x > width {
            self.pan(x - width * 0.8, lanes, width);
        }
    }

    fn seen(&self, lanes: &Lanes, width: f64) -> Zoomed {
        self.zoomed.unwrap_or_else(|| {
            let (start, extent) = (lanes.start(), lanes.extent());
            let length = Place {
                nanos: extent.nanos - start.nanos,
                units: extent.units - start.units,
            };
            let scale = Scale::fit(length, (width - MARGIN).max(1.0), self.widening);
            Zoomed {
                scale,
                left: scale.x(start),
            }
        })
    }
}

fn bounded(left: f64, scale: Scale, extent: Place, width: f64) -> f64 {
    left.min(scale.x(extent) + MARGIN - width).max(0.0)
}
