//! Documents made up at random, to compare what their programs do here and elsewhere.

use crate::workload::{Coroutine, Duration, Start, Step, Workload};

const NAMES: [&str; 5] = ["fetch", "work", "serve", "cook", "clerk"];
const LOCKS: [&str; 2] = ["lock", "key"];
const QUEUES: [&str; 2] = ["queue", "post"];
const STARTS: [Start; 4] = [
    Start::OneAfterTheOther,
    Start::Tasks,
    Start::Gather,
    Start::TaskGroup,
];

/// Few and round, so that much happens at the same instant.
const MILLIS: [u32; 6] = [0, 100, 200, 250, 500, 1_000];

const PIECES: [&str; 10] = [
    "{number}", "{count}", "{item}", "done", " ", "\"", "\\", "{", "}", "é",
];

impl Workload {
    /// The document with this number, the same for ever. Its programs end: no coroutine starts itself, and none
    /// computes, which takes no time at all where programs are compared.
    pub fn random(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let count = dice.below(NAMES.len() + 1);
        let coroutines = (0..count).map(|index| coroutine(&mut dice, index, count));
        let coroutines = coroutines.collect();
        let start = dice.pick(&STARTS);
        Self { coroutines, start }
    }
}

fn coroutine(dice: &mut Dice, index: usize, count: usize) -> Coroutine {
    let mut steps = Vec::new();
    for _ in 0..dice.below(5) {
        add_steps(dice, index, count, &mut steps);
    }
    Coroutine {
        name: NAMES.get(index).copied().unwrap_or_default().to_owned(),
        copies: dice.pick(&[0, 1, 1, 2, 3, 5]),
        repeat: dice.pick(&[1, 1, 1, 2, 3]),
        steps,
    }
}

/// One step, or some that belong together.
fn add_steps(dice: &mut Dice, index: usize, count: usize, steps: &mut Vec<Step>) {
    let later = index + 1 + dice.below(count - index);
    let other = NAMES.get(later).filter(|_| later < count);
    match (dice.below(12), other) {
        (0..=2, _) => steps.push(Step::Print(text(dice))),
        (3, _) => steps.push(Step::Download(duration(dice))),
        (4, _) => steps.push(Step::Block(duration(dice))),
        (5, _) => steps.push(Step::Put {
            queue: dice.pick(&QUEUES).to_owned(),
            text: text(dice),
        }),
        (6, _) => steps.push(Step::Get(dice.pick(&QUEUES).to_owned())),
        (7 | 8, _) => {
            let lock = dice.pick(&LOCKS);
            // Now and then one or the other is forgotten.
            if dice.below(10) > 0 {
                steps.push(Step::Acquire(lock.to_owned()));
            }
            steps.push(Step::Sleep(duration(dice)));
            if dice.below(10) > 0 {
                steps.push(Step::Release(lock.to_owned()));
            }
        }
        // Tasks that start tasks soon are very many.
        (9 | 10, Some(other)) if !steps.iter().any(|step| matches!(step, Step::Start(_))) => {
            if dice.below(10) > 0 {
                steps.push(Step::Start((*other).to_owned()));
            }
            if dice.below(3) > 0 {
                steps.push(Step::Join((*other).to_owned()));
            }
        }
        _ => steps.push(Step::Sleep(duration(dice))),
    }
}

fn duration(dice: &mut Dice) -> Duration {
    Duration::from_millis(dice.pick(&MILLIS)).unwrap_or(Duration::MAX)
}

fn text(dice: &mut Dice) -> String {
    (0..dice.below(5)).map(|_| dice.pick(&PIECES)).collect()
}

/// Random numbers by xorshift.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        // Neighbouring seeds shall differ in many bits; from 0 there would come nothing but 0.
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1 << 63)
    }

    /// Less than `bound`, which is not 0.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 32) % bound.max(1) as u64) as usize
    }

    fn pick<T: Copy, const N: usize>(&mut self, from: &[T; N]) -> T {
        from[self.below(N)]
    }
}
