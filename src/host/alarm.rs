//! The one timer.

pub use gloo_timers::callback::Timeout as Alarm;

/// The longest delay that `setTimeout` takes, in milliseconds: a longer one would fire at once.
const LONGEST_MS: f64 = i32::MAX as f64;

/// A `setTimeout` for at most this many milliseconds from now; dropping it takes it back. It may fire early, so
/// whoever is called looks at the clock.
pub fn after_ms(delay_ms: f64, callback: impl FnOnce() + 'static) -> Alarm {
    let delay = delay_ms.ceil().clamp(0.0, LONGEST_MS);
    Alarm::new(delay as u32, callback)
}
