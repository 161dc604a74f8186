//! The operations on numbers, in the recorder's notation.

use std::cmp::Ordering;

use switchboard_pyfmt::float_ops::{self, FloatPow};
use switchboard_pyfmt::int_ops::{self, ByteOrder, IntPow, Signedness};
use switchboard_pyfmt::int_text::MAX_STR_DIGITS;
use switchboard_pyfmt::mersenne::MersenneTwister;
use switchboard_pyfmt::{Int, IntRef, Result, float_parse, float_repr, hash, int_float, int_text};

use crate::harness::{Arguments, show_bytes, show_float, show_int};

const MAX_BITS: u64 = 100_000;

pub fn float_text(operation: &str, given: &Arguments) -> Option<Result<String>> {
    Some(match operation {
        "repr" => Ok(float_repr::float_repr(given.float(0))),
        "hex" => Ok(float_parse::float_hex(given.float(0))),
        "from_str" => float_parse::float_from_str(given.text(0)).map(show_float),
        "from_bytes" => float_parse::float_from_bytes(&given.bytes(0)).map(show_float),
        "fromhex" => float_parse::float_fromhex(given.text(0)).map(show_float),
        "as_integer_ratio" => int_float::as_integer_ratio(given.float(0)).map(show_int_pair),
        _ => return None,
    })
}

pub fn float_arithmetic(operation: &str, given: &Arguments) -> Option<Result<String>> {
    let a = given.float(0);
    Some(match operation {
        "div" => float_ops::float_div(a, given.float(1)).map(show_float),
        "floor_div" => float_ops::float_floor_div(a, given.float(1)).map(show_float),
        "modulo" => float_ops::float_modulo(a, given.float(1)).map(show_float),
        "divmod" => float_ops::float_divmod(a, given.float(1))
            .map(|(quotient, modulo)| format!("{}|{}", show_float(quotient), show_float(modulo))),
        "pow" => float_ops::float_pow(a, given.float(1)).map(|power| match power {
            FloatPow::Float(value) => show_float(value),
            FloatPow::Complex(real, imaginary) => float_repr::complex_repr(real, imaginary),
        }),
        "round_to_int" => float_ops::round_to_int(a).map(show_int),
        "round" => float_ops::round_to_digits(a, given.number(1)).map(show_float),
        _ => return None,
    })
}

pub fn int_text(operation: &str, given: &Arguments) -> Option<Result<String>> {
    let int = || given.int(0);
    Some(match operation {
        "str" => int_text::int_to_decimal(int().as_ref(), MAX_STR_DIGITS),
        "bin" => Ok(int_text::int_to_prefixed(int().as_ref(), 2)),
        "oct" => Ok(int_text::int_to_prefixed(int().as_ref(), 8)),
        "hex" => Ok(int_text::int_to_prefixed(int().as_ref(), 16)),
        "bit_length" => Ok(int().as_ref().bit_length().to_string()),
        "bit_count" => Ok(int().as_ref().bit_count().to_string()),
        "parse" => int_text::parse_int(given.text(0), given.number(1), MAX_STR_DIGITS).map(|parsed| {
            if given.text(0).len() < 1000 {
                return show_int(parsed);
            }
            show_int(int_ops::modulo(parsed.as_ref(), IntRef::Small(1_000_003)).unwrap())
        }),
        "parse_bytes" => {
            int_text::parse_int_bytes(&given.bytes(0), given.number(1), MAX_STR_DIGITS).map(show_int)
        }
        "digits_of_power" => power_of_ten(given.number(0))
            .and_then(|power| int_text::int_to_decimal(power.as_ref(), MAX_STR_DIGITS))
            .map(|text| text.len().to_string()),
        "digits_below_power" => power_of_ten(given.number(0))
            .map(|power| int_ops::sub(power.as_ref(), IntRef::Small(1)))
            .and_then(|number| int_text::int_to_decimal(number.as_ref(), MAX_STR_DIGITS))
            .map(|text| text.len().to_string()),
        _ => return None,
    })
}

pub fn int_arithmetic(operation: &str, given: &Arguments) -> Option<Result<String>> {
    if let Some(answer) = conversion(operation, given) {
        return Some(answer);
    }
    let (a, b) = (given.int(0), second(given));
    let (a, b) = (a.as_ref(), b.as_ref());
    Some(match operation {
        "add" => Ok(show_int(int_ops::add(a, b))),
        "sub" => Ok(show_int(int_ops::sub(a, b))),
        "mul" => int_ops::mul(a, b, MAX_BITS).map(show_int),
        "floor_div" => int_ops::floor_div(a, b).map(show_int),
        "modulo" => int_ops::modulo(a, b).map(show_int),
        "divmod" => int_ops::divmod(a, b).map(show_int_pair),
        "true_div" => int_float::true_div(a, b).map(show_float),
        "and" => Ok(show_int(int_ops::bit_and(a, b))),
        "or" => Ok(show_int(int_ops::bit_or(a, b))),
        "xor" => Ok(show_int(int_ops::bit_xor(a, b))),
        "gcd" => Ok(show_int(int_ops::gcd(a, b))),
        "lcm" => Ok(show_int(int_ops::lcm(a, b))),
        "neg" => Ok(show_int(int_ops::neg(a))),
        "abs" => Ok(show_int(int_ops::abs(a))),
        "invert" => Ok(show_int(int_ops::invert(a))),
        "isqrt" => int_ops::isqrt(a).map(show_int),
        "float" => int_float::int_to_float(a).map(show_float),
        "shl" => int_ops::shl(a, b, MAX_BITS).map(show_int),
        "shr" => int_ops::shr(a, b).map(show_int),
        "round" => Ok(show_int(int_ops::round_to(a, given.number(1)))),
        "pow" => int_ops::pow(a, b, MAX_BITS).map(|power| match power {
            IntPow::Int(value) => show_int(value),
            IntPow::Float(value) => show_float(value),
        }),
        "pow_mod" => int_ops::pow_mod(a, b, given.int(2).as_ref()).map(show_int),
        _ => return None,
    })
}

pub fn hash(operation: &str, given: &Arguments) -> Option<Result<String>> {
    let hashes = || given.list(0).into_iter().map(|hash| hash.parse::<i64>().unwrap());
    Some(Ok(match operation {
        "int" => hash::hash_int(given.int(0).as_ref()),
        "float" => hash::hash_float(given.float(0)).unwrap(),
        "complex" => hash::hash_complex(given.float(0), given.float(1)).unwrap(),
        "str" => hash::hash_str(given.text(0)),
        "bytes" => hash::hash_bytes(&given.bytes(0)),
        "tuple" => hash::hash_tuple(hashes()),
        "frozenset" => hash::hash_frozenset(hashes()),
        "None" => hash::NONE,
        "True" => hash::hash_bool(true),
        _ => return None,
    }
    .to_string()))
}

pub fn mersenne(operation: &str, given: &Arguments) -> Option<Result<String>> {
    let mut generator = match operation {
        "int" | "state" => MersenneTwister::from_int(given.int(0).as_ref()),
        "float" => MersenneTwister::from_float(given.float(0)),
        "str" => MersenneTwister::from_str_seed(given.text(0)),
        "bytes" => MersenneTwister::from_bytes(&given.bytes(0)),
        _ => return None,
    };
    let mut drawn = Vec::new();
    if operation == "state" {
        let (words, index) = generator.state();
        drawn.extend(words.iter().map(u32::to_string));
        drawn.push(index.to_string());
        assert_eq!(
            MersenneTwister::from_state(*words, index).as_ref(),
            Some(&generator)
        );
        return Some(Ok(drawn.join("|")));
    }
    drawn.extend((0..3).map(|_| show_float(generator.random())));
    for count in [1, 5, 31, 32, 33, 62, 63, 64, 65, 100, 0] {
        drawn.push(show_int(generator.getrandbits(count)));
    }
    (0..400).for_each(|_| {
        generator.random();
    });
    drawn.push(show_float(generator.random()));
    drawn.extend([10, 1 << 40, 1].map(|limit| generator.randbelow(limit).to_string()));
    Some(Ok(drawn.join("|")))
}

/// The operations on ints whose arguments are not all ints.
fn conversion(operation: &str, given: &Arguments) -> Option<Result<String>> {
    Some(match operation {
        "to_bytes" => {
            let length = usize::try_from(given.number(1)).unwrap();
            int_ops::to_bytes(
                given.int(0).as_ref(),
                length,
                order(given, 2),
                signedness(given, 3),
            )
            .map(|bytes| show_bytes(&bytes))
        }
        "from_bytes" => Ok(show_int(int_ops::from_bytes(
            &given.bytes(0),
            order(given, 1),
            signedness(given, 2),
        ))),
        "int" => int_float::float_to_int(given.float(0)).map(show_int),
        "compare" => {
            let order = int_float::compare_int_float(given.int(0).as_ref(), given.float(1));
            Ok(String::from(match order {
                Some(Ordering::Less) => "<",
                Some(Ordering::Equal) => "=",
                Some(Ordering::Greater) => ">",
                None => "?",
            }))
        }
        _ => return None,
    })
}

fn power_of_ten(exponent: i64) -> Result<Int> {
    int_ops::pow(IntRef::Small(10), IntRef::Small(exponent), 1 << 20).map(|power| match power {
        IntPow::Int(value) => value,
        IntPow::Float(_) => Int::Small(0),
    })
}

fn second(given: &Arguments) -> Int {
    if given.len() > 1 {
        given.int(1)
    } else {
        Int::Small(0)
    }
}

fn order(given: &Arguments, index: usize) -> ByteOrder {
    if given.text(index) == "little" {
        ByteOrder::Little
    } else {
        ByteOrder::Big
    }
}

fn signedness(given: &Arguments, index: usize) -> Signedness {
    if given.flag(index) {
        Signedness::Signed
    } else {
        Signedness::Unsigned
    }
}

fn show_int_pair((first, second): (Int, Int)) -> String {
    format!("{}|{}", show_int(first), show_int(second))
}
