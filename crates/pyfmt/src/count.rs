//! Numbers of a program as counts of what is in memory, also where a `usize` has 32 bits.

/// None if the number is negative; as many as there can be if it is larger than that.
pub fn count(number: i64) -> usize {
    usize::try_from(number.max(0)).unwrap_or(usize::MAX)
}
