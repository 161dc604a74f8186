//! Reads recorded cases and reports every difference.

use switchboard_pyfmt::{Int, Result, float_repr::float_repr, int_text};

/// What an operation answers to its arguments, in the recorder's notation; `None` for an unknown operation.
pub type Answer = fn(&str, &Arguments) -> Option<Result<String>>;

/// Runs every case of a recording.
pub fn check(recording: &str, answer: Answer) {
    let mut failures = Vec::new();
    let mut cases = 0;
    for line in recording.lines() {
        cases += 1;
        let fields: Vec<String> = line.split('\t').map(unescape).collect();
        let (operation, expected) = (&fields[0], &fields[fields.len() - 1]);
        let arguments = Arguments(&fields[1..fields.len() - 1]);
        let actual = match answer(operation, &arguments) {
            Some(Ok(text)) => text,
            Some(Err(error)) => format!("!{error}"),
            None => panic!("unknown operation {operation}"),
        };
        if actual != *expected {
            failures.push(format!("{line}\n    is {actual}"));
        }
    }
    assert!(cases > 0, "an empty recording");
    let shown = failures
        .iter()
        .take(40)
        .map(|text| text.chars().take(400).collect())
        .collect::<Vec<String>>();
    assert!(
        failures.is_empty(),
        "{} of {cases} differ:\n{}",
        failures.len(),
        shown.join("\n")
    );
}

/// The arguments of one case.
pub struct Arguments<'a>(&'a [String]);

impl Arguments<'_> {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn text(&self, index: usize) -> &str {
        &self.0[index]
    }

    pub fn float(&self, index: usize) -> f64 {
        self.text(index).parse().unwrap()
    }

    pub fn int(&self, index: usize) -> Int {
        int_text::parse_int(self.text(index), 10, 0).unwrap()
    }

    pub fn number(&self, index: usize) -> i64 {
        self.text(index).parse().unwrap()
    }

    pub fn optional_number(&self, index: usize) -> Option<i64> {
        self.text(index).parse().ok()
    }

    pub fn flag(&self, index: usize) -> bool {
        self.text(index) == "True"
    }

    pub fn bytes(&self, index: usize) -> Vec<u8> {
        let text = self.text(index);
        (0..text.len() / 2)
            .map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap())
            .collect()
    }

    pub fn list(&self, index: usize) -> Vec<&str> {
        if self.text(index).is_empty() {
            Vec::new()
        } else {
            self.text(index).split('|').collect()
        }
    }
}

pub fn show_float(x: f64) -> String {
    float_repr(x)
}

pub fn show_int(value: Int) -> String {
    int_text::int_to_decimal(value.as_ref(), 0).unwrap()
}

pub fn show_bytes(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn show_bool(value: bool) -> String {
    String::from(if value { "True" } else { "False" })
}

/// The recorder's checksum of a sequence of texts.
pub fn checksum<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> String {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for text in texts {
        for byte in text.as_ref().bytes().chain([b'\n']) {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    state.to_string()
}

fn unescape(field: &str) -> String {
    let mut parts = field.split("\\u{");
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        text.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        text.push_str(rest);
    }
    text
}
