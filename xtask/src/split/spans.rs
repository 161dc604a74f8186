//! Arithmetic with spans of addresses.

use std::ops::Range;

/// The parts of the spans `all` that are in none of the spans `taken`, without overlaps.
pub fn without(
    all: impl Iterator<Item = Range<u32>>,
    taken: impl Iterator<Item = Range<u32>>,
) -> Vec<Range<u32>> {
    // Where spans begin and end: first those that are taken, so that a span that begins there does not count.
    let mut edges: Vec<(u32, bool, i32)> = Vec::new();
    for span in taken.filter(|span| !span.is_empty()) {
        edges.extend([(span.start, true, 1), (span.end, true, -1)]);
    }
    for span in all.filter(|span| !span.is_empty()) {
        edges.extend([(span.start, false, 1), (span.end, false, -1)]);
    }
    edges.sort_unstable();
    let (mut wanted, mut taken, mut begin) = (0, 0, None);
    let mut free: Vec<Range<u32>> = Vec::new();
    for (address, is_taken, step) in edges {
        if let Some(start) = begin.take().filter(|start| *start < address) {
            match free.last_mut() {
                Some(last) if last.end == start => last.end = address,
                _ => free.push(start..address),
            }
        }
        *(if is_taken { &mut taken } else { &mut wanted }) += step;
        begin = (wanted > 0 && taken == 0).then_some(address);
    }
    free
}

/// What the two spans have in common; empty if that is nothing.
pub fn intersection(a: &Range<u32>, b: &Range<u32>) -> Range<u32> {
    let start = a.start.max(b.start);
    start..a.end.min(b.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spans as pairs, which are easier to read in rows.
    fn without_all(all: &[(u32, u32)], taken: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let spans = |pairs: &[(u32, u32)]| pairs.iter().map(|&(start, end)| start..end).collect::<Vec<_>>();
        let free = without(spans(all).into_iter(), spans(taken).into_iter());
        free.iter().map(|span| (span.start, span.end)).collect()
    }

    #[test]
    fn what_is_taken_is_left_out_wherever_it_begins_and_ends() {
        assert_eq!(without_all(&[(0, 10), (20, 30)], &[]), [(0, 10), (20, 30)]);
        assert_eq!(without_all(&[(0, 10), (20, 30)], &[(5, 25)]), [(0, 5), (25, 30)]);
        assert_eq!(
            without_all(&[(0, 10)], &[(2, 4), (6, 8)]),
            [(0, 2), (4, 6), (8, 10)]
        );
        assert_eq!(without_all(&[(0, 10)], &[(0, 4), (8, 12)]), [(4, 8)]);
        assert_eq!(without_all(&[(0, 10)], &[(0, 10)]), []);
        assert_eq!(without_all(&[(3, 3)], &[]), []);
    }

    #[test]
    fn spans_that_touch_or_overlap_are_one() {
        assert_eq!(without_all(&[(0, 10), (5, 12), (12, 20)], &[]), [(0, 20)]);
        assert_eq!(without_all(&[(0, 10), (2, 4)], &[(4, 4)]), [(0, 10)]);
    }

    #[test]
    fn spans_that_do_not_meet_have_nothing_in_common() {
        assert_eq!(intersection(&(0..5), &(3..9)), 3..5);
        assert!(intersection(&(0..5), &(7..9)).is_empty());
    }
}
