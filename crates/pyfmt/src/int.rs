//! Python's `int`: a machine word where it fits, a big integer where it does not.

use std::borrow::Cow;

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive};

/// An owned `int`. `Big` never holds a value that fits an `i64`, so equality is derived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Int {
    Small(i64),
    Big(BigInt),
}

/// A borrowed `int`, which every function takes. `Big` may hold any value.
#[derive(Clone, Copy, Debug)]
pub enum IntRef<'a> {
    Small(i64),
    Big(&'a BigInt),
}

impl Int {
    pub fn as_ref(&self) -> IntRef<'_> {
        match self {
            Int::Small(value) => IntRef::Small(*value),
            Int::Big(value) => IntRef::Big(value),
        }
    }
}

impl From<i64> for Int {
    fn from(value: i64) -> Self {
        Int::Small(value)
    }
}

impl From<u64> for Int {
    fn from(value: u64) -> Self {
        i64::try_from(value).map_or_else(|_| Int::Big(value.into()), Int::Small)
    }
}

impl From<i128> for Int {
    fn from(value: i128) -> Self {
        i64::try_from(value).map_or_else(|_| Int::Big(value.into()), Int::Small)
    }
}

impl From<BigInt> for Int {
    fn from(value: BigInt) -> Self {
        value.to_i64().map_or(Int::Big(value), Int::Small)
    }
}

impl From<i64> for IntRef<'_> {
    fn from(value: i64) -> Self {
        IntRef::Small(value)
    }
}

impl<'a> From<&'a BigInt> for IntRef<'a> {
    fn from(value: &'a BigInt) -> Self {
        IntRef::Big(value)
    }
}

impl<'a> From<&'a Int> for IntRef<'a> {
    fn from(value: &'a Int) -> Self {
        value.as_ref()
    }
}

impl<'a> IntRef<'a> {
    /// The value as a big integer, borrowed if it is one.
    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            IntRef::Small(value) => Cow::Owned(value.into()),
            IntRef::Big(value) => Cow::Borrowed(value),
        }
    }

    /// The value if it fits an `i64`.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            IntRef::Small(value) => Some(value),
            IntRef::Big(value) => value.to_i64(),
        }
    }

    pub fn to_owned(self) -> Int {
        match self {
            IntRef::Small(value) => Int::Small(value),
            IntRef::Big(value) => Int::from(value.clone()),
        }
    }

    pub fn is_zero(self) -> bool {
        match self {
            IntRef::Small(value) => value == 0,
            IntRef::Big(value) => value.sign() == Sign::NoSign,
        }
    }

    pub fn is_negative(self) -> bool {
        match self {
            IntRef::Small(value) => value < 0,
            IntRef::Big(value) => value.is_negative(),
        }
    }

    /// `int.bit_length()`: the bits of the absolute value, 0 for 0.
    pub fn bit_length(self) -> u64 {
        match self {
            IntRef::Small(value) => u64::from(u64::BITS - value.unsigned_abs().leading_zeros()),
            IntRef::Big(value) => value.bits(),
        }
    }

    /// `int.bit_count()`: the ones in the absolute value.
    pub fn bit_count(self) -> u64 {
        match self {
            IntRef::Small(value) => u64::from(value.unsigned_abs().count_ones()),
            IntRef::Big(value) => value.magnitude().count_ones(),
        }
    }
}
