//! `hash()` as CPython computes it on 64-bit machines with `PYTHONHASHSEED=0`.

use std::hash::Hasher;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use siphasher::sip::SipHasher13;

use crate::int::IntRef;
use crate::int_float::decompose;

/// Numbers are hashed modulo this prime, so that equal numbers of any type hash equally.
const MODULUS: u64 = (1 << BITS) - 1;
const BITS: u32 = 61;
const INFINITY: i64 = 314_159;
/// The multiplier of a complex number's imaginary part.
const IMAGINARY: u64 = 1_000_003;

/// `hash(None)`.
pub const NONE: i64 = 0xfca8_6420;

pub fn hash_int(value: IntRef<'_>) -> i64 {
    match value {
        IntRef::Small(small) => signed(small.unsigned_abs() % MODULUS, small < 0),
        IntRef::Big(big) => hash_big(big),
    }
}

/// `hash(bool)`.
pub fn hash_bool(value: bool) -> i64 {
    i64::from(value)
}

/// `hash(float)`. `None` for NaN, which CPython hashes by identity.
pub fn hash_float(x: f64) -> Option<i64> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { INFINITY } else { -INFINITY });
    }
    let (mantissa, exponent) = decompose(x.abs());
    // 2**61 is 1 modulo 2**61 - 1: a power of two is a rotation of 61 bits.
    let turn = u32::try_from(exponent.rem_euclid(i64::from(BITS))).unwrap_or(0);
    let reduced = mantissa % MODULUS;
    let rotated = (u128::from(reduced) << turn) % u128::from(MODULUS);
    Some(signed(u64::try_from(rotated).unwrap_or(0), x < 0.0))
}

/// `hash(complex)`. `None` if a part is NaN.
pub fn hash_complex(real: f64, imaginary: f64) -> Option<i64> {
    let (real, imaginary) = (
        hash_float(real)?.cast_unsigned(),
        hash_float(imaginary)?.cast_unsigned(),
    );
    Some(not_minus_one(
        real.wrapping_add(IMAGINARY.wrapping_mul(imaginary)),
    ))
}

/// `hash(str)`: of the text in CPython's storage, which has 1, 2 or 4 bytes a character.
pub fn hash_str(text: &str) -> i64 {
    if text.is_ascii() {
        return hash_bytes(text.as_bytes());
    }
    let widest = text.chars().max().map_or(0, u32::from);
    let width = match widest {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    let mut stored = Vec::with_capacity(text.len().saturating_mul(2));
    for c in text.chars() {
        stored.extend(u32::from(c).to_le_bytes().into_iter().take(width));
    }
    hash_bytes(&stored)
}

/// `hash(bytes)`: SipHash-1-3 with a key of zeros.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    not_minus_one(hasher.finish())
}

/// `hash(tuple)`, from the hashes of its items in order.
pub fn hash_tuple(items: impl IntoIterator<Item = i64>) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mut accumulator = PRIME_5;
    let mut length = 0u64;
    for item in items {
        accumulator = accumulator.wrapping_add(item.cast_unsigned().wrapping_mul(PRIME_2));
        accumulator = accumulator.rotate_left(31).wrapping_mul(PRIME_1);
        length = length.wrapping_add(1);
    }
    accumulator = accumulator.wrapping_add(length ^ (PRIME_5 ^ 3_527_539));
    if accumulator == u64::MAX {
        1_546_275_796
    } else {
        accumulator.cast_signed()
    }
}

/// `hash(frozenset)`, from the hashes of its distinct items in any order.
pub fn hash_frozenset(items: impl IntoIterator<Item = i64>) -> i64 {
    let mut hash = 0u64;
    let mut length = 0u64;
    for item in items {
        let item = item.cast_unsigned();
        hash ^= ((item ^ 89_869_747) ^ (item << 16)).wrapping_mul(3_644_798_167);
        length = length.wrapping_add(1);
    }
    hash ^= length.wrapping_add(1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX {
        590_923_713
    } else {
        hash.cast_signed()
    }
}

fn hash_big(value: &BigInt) -> i64 {
    let remainder = (value.magnitude() % MODULUS).to_u64().unwrap_or(0);
    signed(remainder, value.sign() == Sign::Minus)
}

fn signed(magnitude: u64, negative: bool) -> i64 {
    not_minus_one(if negative {
        magnitude.wrapping_neg()
    } else {
        magnitude
    })
}

/// CPython reserves -1 for errors.
fn not_minus_one(hash: u64) -> i64 {
    if hash == u64::MAX { -2 } else { hash.cast_signed() }
}
