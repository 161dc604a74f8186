//! The ticks of the time axis: true times, at round numbers.

/// The unit in which a time is best read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    Micros,
    Millis,
    Seconds,
}

/// A tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    pub nanos: u64,
    pub x: f64,
}

impl TimeUnit {
    /// The unit for times up to this.
    #[must_use]
    pub const fn of(nanos: u64) -> Self {
        match nanos {
            0..1_000_000 => Self::Micros,
            1_000_000..1_000_000_000 => Self::Millis,
            _ => Self::Seconds,
        }
    }

    /// How many nanoseconds it has.
    #[must_use]
    pub const fn nanos(self) -> u64 {
        match self {
            Self::Micros => 1_000,
            Self::Millis => 1_000_000,
            Self::Seconds => 1_000_000_000,
        }
    }

    /// Its sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Micros => "µs",
            Self::Millis => "ms",
            Self::Seconds => "s",
        }
    }

    /// How many decimals tell multiples of `step` apart.
    #[must_use]
    pub fn decimals(self, step: u64) -> usize {
        let mut unit = self.nanos();
        let mut decimals = 0;
        while unit > 1 && !step.is_multiple_of(unit) {
            unit /= 10;
            decimals += 1;
        }
        decimals
    }
}

/// Nobody sees a difference of so many pixels.
const HAIR: f64 = 1.0;

/// The ticks between two moments, at least `spacing` pixels apart, and the step between their times.
/// `x_of` gives the pixel of a moment and must not run back.
#[must_use]
pub fn ticks(from: u64, to: u64, width: f64, spacing: f64, x_of: impl Fn(u64) -> f64) -> (Vec<Tick>, u64) {
    let most = (width / spacing).floor().max(1.0);
    let step = round_up(((to.saturating_sub(from)) as f64 / most).ceil() as u64);
    let mut ticks: Vec<Tick> = Vec::new();
    let mut nanos = from.div_ceil(step).saturating_mul(step);
    // What lies before the edge by less than can be seen, such as the beginning of time, is at the edge.
    if let Some(before) = nanos.checked_sub(step).filter(|before| x_of(*before) > -HAIR) {
        nanos = before;
    }
    // The bound is for axes so crooked that nearly all ticks fall together.
    for _ in 0..200 {
        if nanos > to {
            break;
        }
        let x = x_of(nanos).max(0.0);
        if ticks.last().is_none_or(|last| x - last.x >= spacing) {
            ticks.push(Tick { nanos, x });
        }
        nanos = nanos.saturating_add(step);
    }
    (ticks, step)
}

/// The least of 1, 2, 5, 10, 20, 50 ... that is not less.
fn round_up(nanos: u64) -> u64 {
    let mut power: u64 = 1;
    while power.saturating_mul(10) <= nanos {
        power = power.saturating_mul(10);
    }
    let factors = [1, 2, 5, 10];
    let round = factors
        .into_iter()
        .find(|factor| power.saturating_mul(*factor) >= nanos);
    power.saturating_mul(round.unwrap_or(10))
}
