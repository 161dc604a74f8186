//! What the page runs first, and the machine that it is for.

use std::hint::black_box;

use switchboard_frozen::FROZEN;

fn main() {
    for frozen in FROZEN {
        black_box(frozen.code.thaw());
    }
}
