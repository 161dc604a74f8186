//! The whole engine with a program to measure its speed by.

fn main() {
    switchboard_footprint::run_in_slices(include_str!("../../../../benches/page/loops.py"));
}
