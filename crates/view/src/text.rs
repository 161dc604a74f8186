//! Times and texts, as people read them.

use crate::lanes::TimeUnit;

/// How long something took, in the unit in which that is best read.
#[must_use]
pub fn duration(nanos: u64) -> String {
    let unit = TimeUnit::of(nanos);
    let value = nanos as f64 / unit.nanos() as f64;
    match unit {
        TimeUnit::Seconds => format!("{value:.3} {}", unit.sign()),
        TimeUnit::Millis | TimeUnit::Micros => format!("{value:.1} {}", unit.sign()),
    }
}

/// A moment of virtual time.
#[must_use]
pub fn moment(nanos: u64) -> String {
    format!("{:.3} s", nanos as f64 / 1e9)
}

/// A moment of virtual time, told apart from others that are about `apart` nanoseconds away.
#[must_use]
pub fn exact_moment(nanos: u64, apart: u64) -> String {
    if apart >= 1_000_000 {
        return moment(nanos);
    }
    format!("{:.7} s", nanos as f64 / 1e9)
}

/// The first line of a text, cut after 60 characters.
#[must_use]
pub fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None if line.len() < text.trim_end().len() => format!("{line} …"),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_has_the_unit_in_which_it_is_best_read() {
        assert_eq!(duration(540), "0.5 µs");
        assert_eq!(duration(12_340_000), "12.3 ms");
        assert_eq!(duration(1_000_000_000), "1.000 s");
    }

    #[test]
    fn what_was_left_out_of_a_text_shows() {
        assert_eq!(shortened("short\n"), "short");
        assert_eq!(shortened("gather(\n  a,\n)"), "gather( …");
        assert_eq!(shortened(&"é".repeat(61)).chars().count(), 61);
    }
}
