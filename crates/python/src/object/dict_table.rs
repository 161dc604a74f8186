//! When a dict is made anew, without gaps and with more room: as CPython does it. Mirrors Objects/dictobject.c.

use super::Value;

/// How full CPython's table would be.
#[derive(Clone, Copy, Default)]
pub(super) struct Table {
    /// The places of its index: a power of two, or 0 before there is a key.
    pub(super) size: usize,
    /// How many more entries it takes before it is made anew (`dk_usable`).
    pub(super) usable: usize,
    pub(super) keys: Keys,
}

/// What a table's keys are: tables for texts are made anew for the first other key.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Keys {
    #[default]
    Texts,
    Any,
}

impl Keys {
    pub(super) fn of(key: &Value) -> Self {
        match key {
            Value::Str(_) => Self::Texts,
            _ => Self::Any,
        }
    }
}

impl Table {
    /// `new_keys_object`, when so many entries move in.
    pub(super) fn new(size: usize, keys: Keys, entries: usize) -> Self {
        Self {
            size,
            usable: usable(size).saturating_sub(entries),
            keys,
        }
    }

    /// `dict_new_presized`: room for so many keys, made at once where they are more than the smallest table takes.
    pub(super) fn for_keys(count: usize, keys: Keys) -> Self {
        if count <= usable(SMALLEST_TABLE) {
            return Self::default();
        }
        Self::new(table_size(count.saturating_mul(3).saturating_add(1) / 2), keys, 0)
    }
}

pub(super) const SMALLEST_TABLE: usize = 8;

/// How many entries a table of this size takes: `USABLE_FRACTION`.
pub(super) const fn usable(size: usize) -> usize {
    size.saturating_mul(2) / 3
}

/// The size of a table for at least so much: `calculate_log2_keysize`.
pub(super) const fn table_size(least: usize) -> usize {
    let least = (least | SMALLEST_TABLE) - 1;
    match (least | (SMALLEST_TABLE - 1)).checked_add(1) {
        Some(size) => size.next_power_of_two(),
        None => usize::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_grow_as_those_of_cpython() {
        let sizes = [0, 1, 8, 9, 15, 16, 17, 24, 25, 63, 64].map(table_size);
        assert_eq!(sizes, [8, 16, 8, 16, 16, 32, 32, 32, 32, 64, 128]);
        assert_eq!([8, 16, 32, 64].map(usable), [5, 10, 21, 42]);
    }
}
