//! When the events of a chunk happened.

use crate::time::Time;

/// The times of events in their order, in 2 bytes each as a rule: what a program does between two events takes far
/// less than the 65 µs that these count. Whoever keeps the events keeps their gaps beside them: the nanoseconds since the
/// time before, or [`FAR`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Moments {
    /// For each gap that is [`FAR`] its place, and the time there.
    far: Vec<(u16, Time)>,
    /// The times at every [`STRIDE`]th place, so that one in the middle is found soon.
    marks: Vec<Time>,
    /// The last of the times.
    last: Time,
}

/// In place of a gap that 16 bits don't count.
const FAR: u16 = u16::MAX;

/// At every so many events there is a mark.
pub(crate) const STRIDE: usize = 64;

impl Moments {
    /// None yet, with room for so many, and for as many far ones as before and a few more.
    pub(crate) fn with_capacity(count: usize, before: &Self) -> Self {
        let far = before.far.len();
        Self {
            far: Vec::with_capacity(far + far / 8 + 1),
            marks: Vec::with_capacity(count.div_ceil(STRIDE)),
            last: Time::ZERO,
        }
    }

    /// Gives room back that is not needed: no more will come.
    pub(crate) fn shrink_to_fit(&mut self) {
        self.far.shrink_to_fit();
    }

    /// The gap of the next event, if that is not too far.
    #[inline(always)]
    pub(crate) fn near_gap(&self, time: Time) -> Option<u16> {
        let gap = time.as_nanos().wrapping_sub(self.last.as_nanos());
        (gap < u64::from(FAR)).then_some(gap as u16)
    }

    /// The next event is at this time, which [`Self::near_gap`] tells.
    #[inline(always)]
    pub(crate) fn pass_near(&mut self, time: Time) {
        self.last = time;
    }

    /// The gap of the next event, which has this place.
    pub(crate) fn gap(&mut self, place: usize, time: Time) -> u16 {
        let gap = self.near_gap(time);
        self.last = time;
        gap.unwrap_or_else(|| self.leap(place, time))
    }

    /// Marks the time of the next event, whose place is a multiple of [`STRIDE`].
    pub(crate) fn mark(&mut self, time: Time) {
        self.marks.push(time);
    }

    /// A step too far for a gap, or back in time.
    #[cold]
    fn leap(&mut self, place: usize, time: Time) -> u16 {
        self.far.push((place as u16, time));
        FAR
    }

    /// All times, one after the other.
    #[inline]
    pub(crate) fn walk(&self) -> Walk<'_> {
        Walk {
            time: Time::ZERO,
            far: self.far.iter(),
        }
    }

    /// The times behind this place, given the gaps from the mark on that is at or before it: at the last multiple of
    /// [`STRIDE`].
    pub(crate) fn walk_after(&self, place: usize, gaps: impl Iterator<Item = u16>) -> Walk<'_> {
        let stride = place / STRIDE;
        let marked = stride * STRIDE;
        let passed = self.far.partition_point(|(at, _)| usize::from(*at) <= marked);
        let mut walk = Walk {
            time: self.marks.get(stride).copied().unwrap_or_default(),
            far: self.far.get(passed..).unwrap_or_default().iter(),
        };
        // The mark says when the first of these was.
        for gap in gaps.take(place - marked + 1).skip(1) {
            walk.after(gap);
        }
        walk
    }

    /// How many bytes they take.
    pub(crate) fn bytes(&self) -> usize {
        self.far.capacity() * size_of::<(u16, Time)>() + self.marks.capacity() * size_of::<Time>()
    }
}

/// A walk along the times of a chunk.
#[derive(Clone, Debug)]
pub(crate) struct Walk<'a> {
    time: Time,
    /// Those that are too far for a gap are kept apart, in their order.
    far: core::slice::Iter<'a, (u16, Time)>,
}

impl Walk<'_> {
    /// The next time, which has this gap.
    #[inline(always)]
    pub(crate) fn after(&mut self, gap: u16) -> Time {
        self.time = match gap {
            FAR => self.far.next().map_or(self.time, |(_, at)| *at),
            gap => Time::from_nanos(self.time.as_nanos().wrapping_add(u64::from(gap))),
        };
        self.time
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
        let mut gaps = Vec::new();
        for (place, time) in times.iter().enumerate() {
            if place.is_multiple_of(STRIDE) {
                moments.mark(*time);
            }
            gaps.push(moments.gap(place, *time));
        }
        let walked = |mut walk: Walk<'_>, gaps: &[u16]| -> Vec<Time> {
            gaps.iter().map(|gap| walk.after(*gap)).collect()
        };
        assert_eq!(walked(moments.walk(), &gaps), times);
        for place in 0..times.len() {
            let marked = gaps[place / STRIDE * STRIDE..].iter().copied();
            let walk = moments.walk_after(place, marked);
            assert_eq!(walked(walk, &gaps[place + 1..]), times[place + 1..]);
        }
    }
}
