//! Virtual time.

/// A moment of virtual time: nanoseconds since the run began.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Time(u64);

impl Time {
    /// The moment at which a run begins.
    pub const ZERO: Self = Self(0);
    /// The end of time: where a bound is asked for, it means "for ever".
    pub const MAX: Self = Self(u64::MAX);

    /// The moment this many nanoseconds after the beginning.
    #[must_use]
    pub const fn from_nanos(nanos: u64) -> Self {
        Self(nanos)
    }

    /// Nanoseconds since the beginning.
    #[must_use]
    pub const fn as_nanos(self) -> u64 {
        self.0
    }

    /// Seconds since the beginning, for showing and for `loop.time()`.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "a double holds 104 days of nanoseconds exactly"
    )]
    pub fn as_secs(self) -> f64 {
        self.0 as f64 / 1e9
    }

    /// The moment `nanos` nanoseconds later, at most [`Time::MAX`].
    #[must_use]
    pub const fn after(self, nanos: u64) -> Self {
        Self(self.0.saturating_add(nanos))
    }

    /// Nanoseconds from `earlier` until this moment; 0 where it is not earlier.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

impl core::fmt::Debug for Time {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}ns", self.0)
    }
}
