//! Every answer that CPython 3.13 recorded (tests/record.py) is the answer of this crate.

mod characters;
mod formats;
mod harness;
mod numbers;
mod text;
mod times;

use harness::check;

#[test]
fn floats_are_read_and_printed_as_by_cpython() {
    check(include_str!("../data/float_text.tsv"), numbers::float_text);
}

#[test]
fn float_arithmetic_gives_cpythons_results_and_errors() {
    check(
        include_str!("../data/float_arithmetic.tsv"),
        numbers::float_arithmetic,
    );
}

#[test]
fn ints_are_read_and_printed_as_by_cpython() {
    check(include_str!("../data/int_text.tsv"), numbers::int_text);
}

#[test]
fn int_arithmetic_gives_cpythons_results_and_errors() {
    check(
        include_str!("../data/int_arithmetic.tsv"),
        numbers::int_arithmetic,
    );
}

#[test]
fn format_specifications_are_applied_and_refused_as_by_cpython() {
    check(include_str!("../data/format_spec.tsv"), formats::format_spec);
}

#[test]
fn percent_formats_give_cpythons_text_and_errors() {
    check(include_str!("../data/percent.tsv"), formats::percent);
}

#[test]
fn templates_are_split_and_refused_as_by_cpython() {
    check(include_str!("../data/str_format.tsv"), formats::str_format);
}

#[test]
fn hashes_are_those_of_cpython_with_hash_seed_0() {
    check(include_str!("../data/hash.tsv"), numbers::hash);
}

#[test]
fn seeded_generators_draw_cpythons_numbers() {
    check(include_str!("../data/mersenne.tsv"), numbers::mersenne);
}

#[test]
fn characters_are_classified_mapped_and_escaped_as_by_cpython() {
    check(include_str!("../data/characters.tsv"), characters::answer);
}

#[test]
fn text_is_sliced_searched_split_and_laid_out_as_by_cpython() {
    check(include_str!("../data/text.tsv"), text::answer);
}

#[test]
fn times_are_formatted_as_by_cpython() {
    check(include_str!("../data/times.tsv"), times::answer);
}
