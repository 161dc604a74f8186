//! Words that sentences are made of: places in the queue, things, lines, times.

use switchboard_trace::{Exceeded, Limit, ObjectKind, Time};

use crate::{FindingMsg, Lang};

/// The words of a language.
#[derive(Clone, Copy)]
pub struct Words {
    pub lang: Lang,
}

impl Words {
    /// Where in the queue somebody stands, counted from 1, as the end of a sentence.
    pub fn place(self, place: usize) -> String {
        match (self.lang, place) {
            (Lang::En, 1) => ", first in the queue".to_owned(),
            (Lang::En, 2) => ", second in the queue".to_owned(),
            (Lang::En, 3) => ", third in the queue".to_owned(),
            (Lang::En, _) => format!(", number {place} in the queue"),
            (Lang::Fr, 1) => ", en tête de la file".to_owned(),
            (Lang::Fr, _) => format!(", en {place}e place"),
            (Lang::De, 1) => ", als Erster in der Schlange".to_owned(),
            (Lang::De, _) => format!(", an Stelle {place} der Schlange"),
        }
    }

    /// Who acts outside of tasks.
    pub const fn the_program(self) -> &'static str {
        match self.lang {
            Lang::En => "The program",
            Lang::Fr => "Le programme",
            Lang::De => "Das Programm",
        }
    }

    pub const fn a_future(self) -> &'static str {
        match self.lang {
            Lang::En => "a future",
            Lang::Fr => "un future",
            Lang::De => "ein Future",
        }
    }

    pub fn callback(self, number: u32, label: &str) -> String {
        let word = match self.lang {
            Lang::En => "callback",
            Lang::Fr => "le callback",
            Lang::De => "Callback",
        };
        match label {
            "" => format!("{word} {number}"),
            label => format!("{word} {number} ({label})"),
        }
    }

    /// A thing by its class, which says what it is, or by its kind where it has none; and by its number.
    pub fn object(self, kind: ObjectKind, class: &str, number: u32) -> String {
        match class {
            "" => format!("{} {number}", self.kind(kind)),
            class => format!("{class} {number}"),
        }
    }

    pub fn thread(self, number: u32) -> String {
        format!("Thread {number}")
    }

    pub fn connection(self, number: u32) -> String {
        let word = match self.lang {
            Lang::En => "connection",
            Lang::Fr => "la connexion",
            Lang::De => "Verbindung",
        };
        format!("{word} {number}")
    }

    pub fn line(self, line: u32) -> String {
        match self.lang {
            Lang::En => format!("line {line}"),
            Lang::Fr => format!("ligne {line}"),
            Lang::De => format!("Zeile {line}"),
        }
    }

    /// Things keep the names that they have in asyncio.
    const fn kind(self, kind: ObjectKind) -> &'static str {
        match (kind, self.lang) {
            (ObjectKind::Future, _) => "Future",
            (ObjectKind::Group, Lang::En) => "group",
            (ObjectKind::Group, Lang::Fr) => "le groupe",
            (ObjectKind::Group, Lang::De) => "Gruppe",
            (ObjectKind::Lock, _) => "Lock",
            (ObjectKind::Semaphore, _) => "Semaphore",
            (ObjectKind::Event, _) => "Event",
            (ObjectKind::Condition, _) => "Condition",
            (ObjectKind::Barrier, _) => "Barrier",
            (ObjectKind::Queue, _) => "Queue",
        }
    }
}

/// What a program has done too much of, as the end of a sentence without its dot.
pub fn limit(lang: Lang, exceeded: Exceeded) -> String {
    let msg = match exceeded.limit {
        Limit::Memory => FindingMsg::MuchMemory,
        Limit::Instructions => FindingMsg::ManyInstructions,
        Limit::Output => FindingMsg::MuchOutput,
        Limit::Time => FindingMsg::LongTime,
        Limit::Trace => FindingMsg::TraceIsFull,
    };
    msg.with(lang, &[&grouped(lang, exceeded.most)])
}

/// A number with what a language puts between thousands.
fn grouped(lang: Lang, number: u32) -> String {
    let between = match lang {
        Lang::En => ',',
        Lang::Fr => '\u{202f}',
        Lang::De => '.',
    };
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(between);
        }
        text.push(digit);
    }
    text
}

/// What is left of a time, in digits that can be read while they run.
pub fn time_left(nanos: u64) -> String {
    const HUNDREDTH: u64 = 10_000_000;
    match nanos {
        0 | HUNDREDTH.. => {
            let hundredths = (nanos + HUNDREDTH / 2) / HUNDREDTH;
            format!("{}.{:02}\u{a0}s", hundredths / 100, hundredths % 100)
        }
        _ => duration(nanos),
    }
}

/// A moment of virtual time: `1.00 s`, with as many digits as tell something.
pub fn moment(at: Time) -> String {
    let thousandths = at.as_nanos().saturating_add(500_000) / 1_000_000;
    if thousandths.is_multiple_of(10) {
        format!("{}.{:02}\u{a0}s", thousandths / 1_000, thousandths % 1_000 / 10)
    } else {
        format!("{}.{:03}\u{a0}s", thousandths / 1_000, thousandths % 1_000)
    }
}

/// A span of virtual time, in nanoseconds: `630 ns`, `12.3 µs`, `35.0 ms`, `1.00 s`.
pub fn duration(nanos: u64) -> String {
    match nanos {
        0..1_000 => format!("{nanos}\u{a0}ns"),
        1_000..1_000_000 => tenths(nanos / 100, "µs"),
        1_000_000..100_000_000 => tenths(nanos / 100_000, "ms"),
        _ => moment(Time::from_nanos(nanos)),
    }
}

fn tenths(tenths: u64, unit: &str) -> String {
    format!("{}.{}\u{a0}{unit}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_named_with_how_much_it_allows() {
        let exceeded = Exceeded {
            limit: Limit::Instructions,
            most: 100_000_000,
        };
        let told = Lang::ALL.map(|lang| limit(lang, exceeded));
        assert!(told[0].contains("100,000,000 instructions"), "{told:?}");
        assert!(
            told[1].contains("100\u{202f}000\u{202f}000 instructions"),
            "{told:?}"
        );
        assert!(told[2].contains("100.000.000 Befehle"), "{told:?}");
    }

    #[test]
    fn times_have_the_digits_that_tell_something() {
        assert_eq!(moment(Time::from_nanos(1_000_026_820)), "1.00\u{a0}s");
        assert_eq!(moment(Time::from_nanos(1_234_000_000)), "1.234\u{a0}s");
        assert_eq!(duration(630), "630\u{a0}ns");
        assert_eq!(duration(12_345), "12.3\u{a0}µs");
        assert_eq!(duration(35_000_000), "35.0\u{a0}ms");
        assert_eq!(duration(999_999_990), "1.00\u{a0}s");
    }
}
