//! The document: coroutines, their steps, and how `main` starts them.

use std::fmt;

/// The most copies of a coroutine that `main` starts.
pub const MAX_COPIES: u32 = 1_000;

/// How often a coroutine can go through its steps.
pub const MAX_REPEAT: u32 = 1_000;

/// What somebody has put together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Workload {
    /// In the order in which they are written and started.
    pub coroutines: Vec<Coroutine>,
    pub start: Start,
}

/// One coroutine function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coroutine {
    pub name: String,
    /// How many `main` starts: none if only others start it.
    pub copies: u32,
    /// How often each goes through its steps; at least once.
    pub repeat: u32,
    pub steps: Vec<Step>,
}

/// How `main` starts the coroutines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Start {
    /// Each is awaited before the next begins.
    OneAfterTheOther,
    /// As tasks, which are awaited in turn.
    Tasks,
    #[default]
    Gather,
    TaskGroup,
}

/// One step of a coroutine.
///
/// In texts, `{number}` stands for the copy's number, from 1; `{count}`, for how often the steps are gone through, in a
/// coroutine that repeats them; and `{item}`, for what was taken from a queue last, after a step that takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Keeps the processor busy.
    Compute(Duration),
    /// Gives way and is called back.
    Sleep(Duration),
    /// Waits for the network.
    Download(Duration),
    /// Waits without giving way.
    Block(Duration),
    /// Takes the lock of this name.
    Acquire(String),
    /// Gives the lock of this name back.
    Release(String),
    /// Puts a text into the queue of this name.
    Put {
        queue: String,
        text: String,
    },
    /// Takes from the queue of this name.
    Get(String),
    /// Starts another coroutine as a task.
    Start(String),
    /// Waits for the task that was started of the coroutine of this name.
    Join(String),
    Print(String),
}

/// How long something takes, to the millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration(u32);

impl Duration {
    /// The longest there is: an hour.
    pub const MAX: Self = Self(3_600_000);

    /// Milliseconds, at most [`Duration::MAX`].
    pub const fn from_millis(millis: u32) -> Option<Self> {
        if millis <= Self::MAX.0 {
            Some(Self(millis))
        } else {
            None
        }
    }

    /// In milliseconds.
    pub const fn millis(self) -> u32 {
        self.0
    }

    /// Seconds as one writes them: `2`, `0.25`, `.5`. None for what is longer than [`Duration::MAX`], finer than a
    /// millisecond, or no number.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let has_digits = !whole.is_empty() || !fraction.is_empty();
        let is_number = whole
            .bytes()
            .chain(fraction.bytes())
            .all(|byte| byte.is_ascii_digit());
        // Python takes 0 and 00, but no 01.
        let is_octal_like =
            whole.starts_with('0') && whole.bytes().any(|byte| byte != b'0') && !text.contains('.');
        let fraction = fraction.trim_end_matches('0');
        if !has_digits || !is_number || is_octal_like || fraction.len() > 3 || whole.len() > 6 {
            return None;
        }
        let whole: u32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let mut millis = 0;
        for place in 0..3 {
            let digit = fraction.as_bytes().get(place).map_or(0, |byte| byte - b'0');
            millis = millis * 10 + u32::from(digit);
        }
        Self::from_millis(whole.checked_mul(1_000)?.checked_add(millis)?)
    }
}

impl fmt::Display for Duration {
    /// Seconds, as Python and people write them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 1_000, self.0 % 1_000);
        write!(f, "{whole}")?;
        if rest == 0 {
            return Ok(());
        }
        let digits = [rest / 100, rest / 10 % 10, rest % 10];
        let last = digits.iter().rposition(|digit| *digit != 0).unwrap_or(0);
        f.write_str(".")?;
        digits
            .iter()
            .take(last + 1)
            .try_for_each(|digit| write!(f, "{digit}"))
    }
}

impl Workload {
    /// The coroutine of this name.
    pub fn coroutine(&self, name: &str) -> Option<&Coroutine> {
        self.coroutines.iter().find(|coroutine| coroutine.name == name)
    }

    /// The locks that steps name, in the order of their first use.
    pub fn locks(&self) -> Vec<&str> {
        self.used(Step::lock)
    }

    /// The queues that steps name, in the order of their first use.
    pub fn queues(&self) -> Vec<&str> {
        self.used(Step::queue)
    }

    /// Gives a coroutine another name, in the steps that name it too.
    pub fn rename(&mut self, index: usize, name: &str) {
        let Some(coroutine) = self.coroutines.get_mut(index) else {
            return;
        };
        let old = std::mem::replace(&mut coroutine.name, name.to_owned());
        for step in self.steps_mut() {
            if let Step::Start(other) | Step::Join(other) = step
                && *other == old
            {
                name.clone_into(other);
            }
        }
    }

    /// Takes a coroutine out, with the steps of others that start it or wait for it.
    pub fn remove(&mut self, index: usize) {
        if index >= self.coroutines.len() {
            return;
        }
        let gone = self.coroutines.remove(index).name;
        for coroutine in &mut self.coroutines {
            coroutine
                .steps
                .retain(|step| !matches!(step, Step::Start(other) | Step::Join(other) if *other == gone));
        }
    }

    fn used<'a>(&'a self, name: impl Fn(&'a Step) -> Option<&'a str>) -> Vec<&'a str> {
        let mut found = Vec::new();
        for name in self.steps().filter_map(name) {
            if !found.contains(&name) {
                found.push(name);
            }
        }
        found
    }

    /// All steps of all coroutines.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &Step> {
        self.coroutines.iter().flat_map(|coroutine| &coroutine.steps)
    }

    fn steps_mut(&mut self) -> impl Iterator<Item = &mut Step> {
        self.coroutines
            .iter_mut()
            .flat_map(|coroutine| &mut coroutine.steps)
    }
}

impl Coroutine {
    /// Whether its function takes the copy's number.
    pub(crate) fn is_numbered(&self) -> bool {
        self.copies > 1 || self.says("{number}")
    }

    /// Whether one of its texts has this placeholder.
    pub(crate) fn says(&self, placeholder: &str) -> bool {
        self.steps
            .iter()
            .filter_map(Step::text)
            .any(|text| text.contains(placeholder))
    }
}

impl Step {
    /// The text that it prints or puts.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Print(text) | Self::Put { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The lock that it takes or gives back.
    pub fn lock(&self) -> Option<&str> {
        match self {
            Self::Acquire(lock) | Self::Release(lock) => Some(lock),
            _ => None,
        }
    }

    /// The queue that it puts into or takes from.
    pub fn queue(&self) -> Option<&str> {
        match self {
            Self::Put { queue, .. } | Self::Get(queue) => Some(queue),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_read_as_python_and_people_write_them() {
        for (text, millis) in [
            ("1", 1000),
            ("0.25", 250),
            (".5", 500),
            ("2.", 2000),
            ("1.500", 1500),
            ("0", 0),
        ] {
            assert_eq!(
                Duration::parse(text).map(Duration::millis),
                Some(millis),
                "{text}"
            );
        }
        for text in ["", ".", "1e3", "-1", "0.0001", "3601", "01", "1_0", "99999999999"] {
            assert_eq!(Duration::parse(text), None, "{text}");
        }
    }

    #[test]
    fn seconds_are_written_without_needless_digits() {
        for (millis, text) in [
            (0, "0"),
            (1000, "1"),
            (250, "0.25"),
            (1500, "1.5"),
            (1, "0.001"),
            (10_020, "10.02"),
        ] {
            assert_eq!(Duration(millis).to_string(), text);
        }
    }

    #[test]
    fn a_renamed_coroutine_is_followed_by_those_who_start_it() {
        let coroutine = |name: &str, steps| Coroutine {
            name: name.into(),
            copies: 1,
            repeat: 1,
            steps,
        };
        let mut workload = Workload {
            coroutines: vec![
                coroutine(
                    "boss",
                    vec![Step::Start("helper".into()), Step::Join("helper".into())],
                ),
                coroutine("helper", Vec::new()),
            ],
            start: Start::Gather,
        };
        workload.rename(1, "clerk");
        assert_eq!(
            workload.coroutines[0].steps,
            [Step::Start("clerk".into()), Step::Join("clerk".into())]
        );
        workload.remove(1);
        assert_eq!(workload.coroutines[0].steps, []);
    }
}
