//! Numbers and text alone: a few formats, as `format()` asks for them.

use std::hint::black_box;

use switchboard_pyfmt::IntRef;
use switchboard_pyfmt::format_spec::{format_float, format_int, format_str};

const MOST: usize = 1 << 20;

fn main() {
    let spec = black_box(">10");
    let _ = black_box(format_str("text", spec, MOST));
    let _ = black_box(format_int(IntRef::Small(black_box(42)), spec, "int", MOST));
    let _ = black_box(format_float(black_box(0.1), spec, "float", MOST));
}
