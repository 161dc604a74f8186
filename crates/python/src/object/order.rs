//! Sorting, in one instance of the algorithm for all types of items: each would be 4 KB of WebAssembly.

use std::cmp::Ordering;

/// Sorts the keys. Where two are equal, the comparison decides by the positions that belong to them, and if these
/// are equal too, their order stays.
pub fn sort_keys(keys: &mut [(i64, usize)], compare: Option<&dyn Fn(usize, usize) -> Ordering>) {
    keys.sort_by(|a, b| match (a.0.cmp(&b.0), compare) {
        (Ordering::Equal, Some(compare)) => compare(a.1, b.1),
        (order, _) => order,
    });
}

/// Sorts a few items; those that are equal keep their order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut keys: Vec<(i64, usize)> = (0..items.len()).map(|at| (0, at)).collect();
    sort_keys(&mut keys, Some(&|a, b| compare(&items[a], &items[b])));
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(keys.into_iter().filter_map(|(_, at)| slots[at].take()));
}

#[cfg(test)]
mod tests {
    use super::{sort_by, sort_keys};

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by(&mut items, |a, b| a.0.cmp(&b.0));
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn the_comparison_decides_only_where_keys_are_equal() {
        let mut keys = [(1, 0), (0, 1), (1, 2), (-1, 3)];
        sort_keys(&mut keys, Some(&|a, b| b.cmp(&a)));
        assert_eq!(keys, [(-1, 3), (0, 1), (1, 2), (1, 0)]);
    }
}
