//! The wall clock.

/// Milliseconds since the page was opened; it never goes backwards.
pub fn now_ms() -> f64 {
    gloo_utils::window()
        .performance()
        .map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// Where the engine's virtual time stands on the wall clock.
#[derive(Clone, Copy, Debug)]
pub struct LiveClock {
    /// When the engine's time was 0, in milliseconds of [`now_ms`].
    started_ms: f64,
}

impl LiveClock {
    /// A clock whose time 0 is now.
    pub fn start() -> Self {
        Self { started_ms: now_ms() }
    }

    /// How many milliseconds it is until a moment of the engine's time, in nanoseconds; none if it is over.
    pub fn ms_until(self, moment_ns: u64) -> Option<f64> {
        let left = self.started_ms + moment_ns as f64 / 1e6 - now_ms();
        (left > 0.0).then_some(left)
    }
}
