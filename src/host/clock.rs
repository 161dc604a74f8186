//! The wall clock, and how virtual time is mapped onto it.

/// Milliseconds since the page was opened; it never goes backwards.
pub fn now_ms() -> f64 {
    gloo_utils::window()
        .performance()
        .map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// How fast virtual time passes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pace {
    /// So many virtual seconds a second.
    Live(f64),
    /// As fast as the machine computes.
    Instant,
}

/// Where virtual time stands on the wall clock.
#[derive(Clone, Copy, Debug)]
pub struct LiveClock {
    pace: Pace,
    started_ms: f64,
    /// The virtual time then, in nanoseconds.
    from: u64,
}

impl LiveClock {
    /// A clock that shows this virtual time now, in nanoseconds.
    pub fn start(pace: Pace, from: u64) -> Self {
        Self {
            pace,
            started_ms: now_ms(),
            from,
        }
    }

    /// How many milliseconds it is until a moment of virtual time, in nanoseconds; none if it is over.
    pub fn ms_until(self, moment: u64) -> Option<f64> {
        let Pace::Live(rate) = self.pace else {
            return None;
        };
        let ahead = moment.saturating_sub(self.from) as f64 / 1e6 / rate;
        let left = self.started_ms + ahead - now_ms();
        (left > 0.0).then_some(left)
    }

    /// The virtual time that it shows, in nanoseconds; the end of time at an instant pace.
    pub fn now(self) -> u64 {
        match self.pace {
            Pace::Instant => u64::MAX,
            Pace::Live(rate) => {
                let passed = (now_ms() - self.started_ms).max(0.0) * rate * 1e6;
                self.from.saturating_add(passed as u64)
            }
        }
    }
}
