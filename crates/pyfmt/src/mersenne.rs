//! The Mersenne Twister MT19937, seeded and read as `random.Random` does.

use num_bigint::{BigInt, BigUint};
use sha2::{Digest, Sha512};

use crate::hash::hash_float;
use crate::int::{Int, IntRef};

/// Words of the state.
pub const STATE_WORDS: usize = 624;
const MIDDLE: usize = 397;

/// The generator behind one `random.Random`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MersenneTwister {
    words: [u32; STATE_WORDS],
    /// How many words of the state have been handed out, at most `STATE_WORDS`.
    index: usize,
}

impl MersenneTwister {
    /// `seed(int)`: the sign does not matter.
    pub fn from_int(seed: IntRef<'_>) -> Self {
        match seed {
            IntRef::Small(small) => Self::from_magnitude(&BigUint::from(small.unsigned_abs())),
            IntRef::Big(big) => Self::from_magnitude(big.magnitude()),
        }
    }

    /// `seed(float)`; NaN seeds as 0, where CPython takes the object's address.
    pub fn from_float(seed: f64) -> Self {
        Self::from_hash(hash_float(seed).unwrap_or(0))
    }

    /// The seed of any other hashable object: its hash as an unsigned number.
    pub fn from_hash(hash: i64) -> Self {
        let hash = hash.cast_unsigned();
        Self::from_magnitude(&BigUint::from(hash))
    }

    /// `seed(str)`, version 2.
    pub fn from_str_seed(seed: &str) -> Self {
        Self::from_bytes(seed.as_bytes())
    }

    /// `seed(bytes)`, version 2: the bytes and their SHA-512 digest, read as one big number.
    pub fn from_bytes(seed: &[u8]) -> Self {
        let mut bytes = seed.to_vec();
        bytes.extend_from_slice(&Sha512::digest(seed));
        Self::from_magnitude(&BigUint::from_bytes_be(&bytes))
    }

    /// `random()`: uniform in [0, 1), of 53 bits.
    pub fn random(&mut self) -> f64 {
        let (high, low) = (self.next_u32() >> 5, self.next_u32() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// `getrandbits(count)`. The caller bounds `count`, which is the size of the result.
    pub fn getrandbits(&mut self, count: u64) -> Int {
        if count <= 62 {
            return Int::Small(self.bits_u64(count as u32).cast_signed());
        }
        let mut words = Vec::new();
        let mut left = count;
        while left > 0 {
            let taken = left.min(32) as u32;
            words.push(self.next_u32() >> (32 - taken));
            left -= u64::from(taken);
        }
        BigInt::from(BigUint::new(words)).into()
    }

    /// `Random._randbelow(limit)`: uniform in 0..limit, with as many draws as CPython makes. 0 for a limit of 0.
    pub fn randbelow(&mut self, limit: u64) -> u64 {
        if limit == 0 {
            return 0;
        }
        let bits = u64::BITS - limit.leading_zeros();
        loop {
            let drawn = self.bits_u64(bits);
            if drawn < limit {
                return drawn;
            }
        }
    }

    /// The inside of `getstate()`: the words and the index.
    pub fn state(&self) -> (&[u32; STATE_WORDS], usize) {
        (&self.words, self.index)
    }

    /// `setstate()`. `None` if the index is above `STATE_WORDS`.
    pub fn from_state(words: [u32; STATE_WORDS], index: usize) -> Option<Self> {
        (index <= STATE_WORDS).then_some(Self { words, index })
    }

    /// The next 32 random bits.
    pub fn next_u32(&mut self) -> u32 {
        if self.index >= STATE_WORDS {
            self.twist();
        }
        let mut y = self.words.get(self.index).copied().unwrap_or(0);
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// Up to 64 random bits, drawn 32 at a time from the low end.
    fn bits_u64(&mut self, count: u32) -> u64 {
        match count {
            0 => 0,
            1..=32 => u64::from(self.next_u32() >> (32 - count)),
            _ => {
                let low = u64::from(self.next_u32());
                let high = u64::from(self.next_u32() >> (64 - count.min(64)));
                high << 32 | low
            }
        }
    }

    fn from_magnitude(magnitude: &BigUint) -> Self {
        let digits = magnitude.to_u32_digits();
        Self::from_key(if digits.is_empty() { &[0] } else { &digits })
    }

    fn from_word(seed: u32) -> Self {
        let mut words = [0u32; STATE_WORDS];
        let mut previous = seed;
        for (i, word) in words.iter_mut().enumerate() {
            if i > 0 {
                previous = 1_812_433_253u32
                    .wrapping_mul(previous ^ (previous >> 30))
                    .wrapping_add(i as u32);
            }
            *word = previous;
        }
        Self {
            words,
            index: STATE_WORDS,
        }
    }

    /// The reference implementation's seeding by an array, which is not empty.
    fn from_key(key: &[u32]) -> Self {
        let mut state = Self::from_word(19_650_218);
        let words = &mut state.words;
        let mut previous = words[0];
        let mut i = 1;
        for j in 0..STATE_WORDS.max(key.len()) {
            let j = j % key.len().max(1);
            let mixed = words[i] ^ (previous ^ (previous >> 30)).wrapping_mul(1_664_525);
            previous = mixed
                .wrapping_add(key.get(j).copied().unwrap_or(0))
                .wrapping_add(j as u32);
            words[i] = previous;
            i = Self::after(i, words);
        }
        for _ in 1..STATE_WORDS {
            let mixed = words[i] ^ (previous ^ (previous >> 30)).wrapping_mul(1_566_083_941);
            previous = mixed.wrapping_sub(i as u32);
            words[i] = previous;
            i = Self::after(i, words);
        }
        words[0] = 0x8000_0000;
        state
    }

    /// The next place to fill in 1..STATE_WORDS; at the end the last word is carried to the first.
    fn after(i: usize, words: &mut [u32; STATE_WORDS]) -> usize {
        if i + 1 < STATE_WORDS {
            return i + 1;
        }
        words[0] = words[STATE_WORDS - 1];
        1
    }

    fn twist(&mut self) {
        for i in 0..STATE_WORDS {
            let joined = (self.words[i] & 0x8000_0000) | (self.words[(i + 1) % STATE_WORDS] & 0x7fff_ffff);
            let matrix = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[i] = self.words[(i + MIDDLE) % STATE_WORDS] ^ (joined >> 1) ^ matrix;
        }
        self.index = 0;
    }
}
