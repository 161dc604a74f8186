//! What would not fit the caller's limit is refused at once, before it is computed.

use switchboard_pyfmt::int_ops::{mul, pow, shl};
use switchboard_pyfmt::percent::{Piece, Pieces};
use switchboard_pyfmt::{ErrorKind, IntRef, Result, format_spec, str_layout, unicode};

const MAX_BITS: u64 = 1 << 30;
const MAX_LEN: usize = 1 << 20;

fn refused<T: std::fmt::Debug>(result: Result<T>) -> bool {
    result.is_err_and(|error| error.kind == ErrorKind::Memory)
}

#[test]
fn a_power_beyond_the_limit_is_refused() {
    assert!(refused(pow(
        IntRef::Small(10),
        IntRef::Small(10i64.pow(10)),
        MAX_BITS
    )));
    assert!(refused(pow(IntRef::Small(10), IntRef::Small(i64::MAX), MAX_BITS)));
    assert!(refused(pow(IntRef::Small(2), IntRef::Small(1000), 100)));
    assert!(pow(IntRef::Small(-1), IntRef::Small(i64::MAX), 1).is_ok());
}

#[test]
fn a_shift_beyond_the_limit_is_refused() {
    assert!(refused(shl(IntRef::Small(1), IntRef::Small(i64::MAX), MAX_BITS)));
    assert!(shl(IntRef::Small(0), IntRef::Small(i64::MAX), MAX_BITS).is_ok());
}

#[test]
fn a_product_beyond_the_limit_is_refused() {
    let big = num_bigint::BigInt::from(1) << 600u32;
    assert!(refused(mul(IntRef::Big(&big), IntRef::Big(&big), 1000)));
    assert!(mul(IntRef::Big(&big), IntRef::Big(&big), 1201).is_ok());
}

#[test]
fn formats_wider_than_the_limit_are_refused() {
    assert!(refused(format_spec::format_str("x", "9999999999", MAX_LEN)));
    assert!(refused(format_spec::format_int(
        IntRef::Small(1),
        "09999999999,",
        "int",
        MAX_LEN
    )));
    assert!(refused(format_spec::format_float(
        1.0,
        ".9999999999f",
        "float",
        MAX_LEN
    )));
    assert!(refused(format_spec::format_complex(
        1.0,
        1.0,
        ".9999999999f",
        MAX_LEN
    )));
    assert_eq!(
        format_spec::format_str("x", ".9999999999", MAX_LEN).as_deref(),
        Ok("x")
    );
}

#[test]
fn percent_conversions_wider_than_the_limit_are_refused() {
    for format in ["%9999999999d", "%.2000000000d", "%.2000000000f", "%9999999999s"] {
        let Some(Ok(Piece::Conversion(conversion))) = Pieces::new(format).next() else {
            panic!("{format} is a conversion");
        };
        assert!(refused(conversion.layout(None, None, MAX_LEN)), "{format}");
    }
}

#[test]
fn text_wider_than_the_limit_is_refused() {
    assert!(refused(str_layout::center("x", i64::MAX, ' ', MAX_LEN)));
    assert!(refused(str_layout::zfill("x", i64::MAX, MAX_LEN)));
    assert!(refused(str_layout::expandtabs("\t", i64::MAX, MAX_LEN)));
    assert!(refused(unicode::replace(
        &"x".repeat(MAX_LEN),
        "",
        "long",
        None,
        MAX_LEN
    )));
}

#[test]
fn thousands_of_digits_after_the_point_are_zeros() {
    let text = format_spec::format_float(0.1, ".70000f", "float", MAX_LEN).unwrap();
    assert_eq!(text.len(), 70_002);
    assert!(text.starts_with("0.1000000000000000055511151231257827"));
    assert!(text.ends_with("0000"));
}

#[test]
fn padding_is_counted_in_bytes_and_not_in_characters() {
    use switchboard_pyfmt::str_layout::{center, ljust, rjust};
    for pad in [center, ljust, rjust] {
        assert!(pad("a", 1_000, '€', 2_997).is_err());
        assert_eq!(
            pad("a", 1_000, '€', 2_998).map(|text| text.len()).ok(),
            Some(2_998)
        );
    }
}
