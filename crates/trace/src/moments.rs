//! When the events of a chunk happened.

use crate::time::Time;

/// The times of events in their order, in 2 bytes each as a rule: what a program does between two events takes far
/// less than the 65 µs that these count.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moments {
    /// The nanoseconds since the time before, or [`FAR`].
    gaps: Vec<u16>,
    /// For each gap that is [`FAR`] its place, and the time there.
    far: Vec<(u16, Time)>,
    /// The times at every [`STRIDE`]th place, so that one in the middle is found soon.
    marks: Vec<Time>,
    /// The last of the times.
    last: Time,
}

/// In place of a gap that 16 bits don't count.
const FAR: u16 = u16::MAX;

const STRIDE: usize = 64;

impl Moments {
    /// None yet, with room for so many, and for as many far ones as before and a few more.
    pub(crate) fn with_capacity(count: usize, before: &Self) -> Self {
        let far = before.far.len();
        Self {
            gaps: Vec::with_capacity(count),
            far: Vec::with_capacity(far + far / 8 + 1),
            marks: Vec::with_capacity(count.div_ceil(STRIDE)),
            last: Time::ZERO,
        }
    }

    /// Gives room back that is not needed: no more will come.
    pub(crate) fn shrink_to_fit(&mut self) {
        self.far.shrink_to_fit();
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, time: Time) {
        let gap = time.as_nanos().wrapping_sub(self.last.as_nanos());
        self.last = time;
        if self.gaps.len().is_multiple_of(STRIDE) {
            self.mark(time);
        }
        let gap = if gap < u64::from(FAR) {
            gap as u16
        } else {
            self.leap(time)
        };
        self.gaps.push(gap);
    }

    #[cold]
    fn mark(&mut self, time: Time) {
        self.marks.push(time);
    }

    /// A step too far for a gap, or back in time.
    #[cold]
    fn leap(&mut self, time: Time) -> u16 {
        self.far.push((self.gaps.len() as u16, time));
        FAR
    }

    /// The time at this place; the beginning where there is none.
    pub(crate) fn get(&self, index: usize) -> Time {
        self.iter_from(index).next().unwrap_or_default()
    }

    /// The times from this place on.
    pub(crate) fn iter_from(&self, first: usize) -> impl Iterator<Item = Time> + '_ {
        let stride = first / STRIDE;
        let marked = stride * STRIDE;
        let passed = self.far.partition_point(|(at, _)| usize::from(*at) <= marked);
        let mut far = self.far.get(passed..).unwrap_or_default().iter();
        let mut time = self.marks.get(stride).copied().unwrap_or_default();
        // The mark says when the first of these was.
        let gaps = self.gaps.get(marked..).unwrap_or_default();
        let times = gaps.iter().enumerate().map(move |(place, gap)| {
            time = match *gap {
                _ if place == 0 => time,
                FAR => far.next().map_or(time, |(_, at)| *at),
                gap => Time::from_nanos(time.as_nanos().wrapping_add(u64::from(gap))),
            };
            time
        });
        times.skip(first - marked)
    }

    /// How many bytes they take.
    pub(crate) fn bytes(&self) -> usize {
        self.gaps.capacity() * size_of::<u16>()
            + self.far.capacity() * size_of::<(u16, Time)>()
            + self.marks.capacity() * size_of::<Time>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_again_from_any_place_on_whether_they_crawl_leap_or_go_back() {
        let times: Vec<Time> = (0..700_u64)
            .map(|n| n * 40 + (n / 97) * 1_000_000 + u64::from(n % 128 == 0) * (1 << 40))
            .map(Time::from_nanos)
            .collect();
        let mut moments = Moments::default();
        for time in &times {
            moments.push(*time);
        }
        for first in 0..times.len() {
            assert_eq!(moments.get(first), times[first]);
            assert!(moments.iter_from(first).eq(times[first..].iter().copied()));
        }
        assert_eq!(moments.iter_from(times.len()).next(), None);
    }
}
