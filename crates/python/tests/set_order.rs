//! Sets are laid out as CPython lays them out.

use switchboard_python::object::compare::{Hashed, hash};
use switchboard_python::object::dict::Probe;
use switchboard_python::object::set::Merge;
use switchboard_python::object::{Set, Value};

/// Recorded from CPython 3.13 with PYTHONHASHSEED=0. One case a line: steps, `=>`, the members in order at the end.
/// Steps: `a x` add, `d x` discard, `p` pop, `u x y …` update with the set of these (added in order), `k x y …`
/// update with a dict of these keys, `c` copy, `x` clear.
const RECORDED: &str = include_str!("set_order.txt");

#[test]
fn members_come_in_the_order_of_cpython() {
    let mut cases = 0;
    for line in RECORDED.lines() {
        let (steps, expected) = line.split_once(" =>").expect("a case has a result");
        let mut set = Set::new();
        for step in steps.split(',') {
            set = run(set, step);
        }
        let members: Vec<String> = set.items().iter().map(show).collect();
        assert_eq!(members.join(" "), expected.trim(), "{steps}");
        cases += 1;
    }
    assert_eq!(cases, 60);
}

fn run(set: Set, step: &str) -> Set {
    let mut words = step.split(' ').filter(|word| !word.is_empty());
    let kind = words.next().expect("a step has a kind");
    let values: Vec<Value> = words.map(value).collect();
    match kind {
        "a" => values.into_iter().for_each(|value| assert!(set.add_plain(value))),
        "d" => {
            if let Probe::Found(at) = set.probe(&values[0], hash_of(&values[0])) {
                set.remove_at(at);
            }
        }
        "p" => assert!(set.pop().is_some()),
        "u" => {
            let other = Set::from_plain(values).expect("plain values");
            if set.begin_merge(&other) == Merge::AddEach {
                other
                    .items()
                    .into_iter()
                    .for_each(|value| assert!(set.add_plain(value)));
            }
        }
        "k" => {
            set.make_room(values.len());
            values.into_iter().for_each(|value| assert!(set.add_plain(value)));
        }
        "c" => return set.copy(),
        "x" => set.clear(),
        other => panic!("unknown step {other}"),
    }
    set
}

fn value(word: &str) -> Value {
    word.parse().map_or_else(|_| Value::str(word), Value::Int)
}

fn show(value: &Value) -> String {
    match value {
        Value::Int(int) => int.to_string(),
        Value::Str(text) => text.to_string(),
        _ => panic!("only ints and strings were recorded"),
    }
}

fn hash_of(value: &Value) -> i64 {
    match hash(value) {
        Hashed::Hash(hash) => hash,
        other => panic!("{other:?}"),
    }
}

#[test]
fn sets_that_exchange_their_members_keep_where_pop_goes_on() {
    let plain = |ints: &[i64]| Set::from_plain(ints.iter().copied().map(Value::Int)).expect("plain values");
    let set = plain(&[1, 2, 3]);
    assert_eq!(set.pop().as_ref().map(show).as_deref(), Some("1"));
    // As in CPython: s = {1, 2, 3}; s.pop(); s &= {0, 1, 2, 3, 4}; s.add(0); s.pop() == 2
    set.swap(&plain(&[2, 3]));
    assert!(set.add_plain(Value::Int(0)));
    assert_eq!(set.pop().as_ref().map(show).as_deref(), Some("2"));
}
