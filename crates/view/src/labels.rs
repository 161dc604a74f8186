//! How tasks are called on the page.
//!
//! A name that the program gave is kept. A task that is only numbered (`Task-3`) is called by the call that made
//! it, cut to what tells it from the tasks made before it: `main`, `fetch(2)`. Numbers and texts tell more than the
//! names of parameters: `worker(queue, 'a')` is `worker('a')`. Since a label depends on earlier tasks alone, it never
//! changes when the trace grows.

use std::collections::HashMap;
use std::rc::Rc;

use switchboard_trace::{Event, Tables, TaskId, TaskView, Trace};

/// The labels of all tasks in a trace, as far as it was read.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    read: usize,
    by_call: Vec<Rc<str>>,
    /// The labels that are taken, each with the call of the task that has it.
    taken: HashMap<Rc<str>, Rc<str>>,
    /// The last number that was given to tasks which nothing else tells apart.
    numbers: HashMap<Rc<str>, u32>,
}

impl Labels {
    /// Reads what the trace has grown by.
    pub fn read(&mut self, trace: &Trace) {
        for record in trace.iter_from(self.read) {
            self.read += 1;
            if let Event::TaskMade { site, .. } = record.event {
                let tables = trace.tables();
                let site = tables.get_site(site);
                let label = self.free_label(tables.get_name(site.text), tables.get_name(site.function));
                self.taken
                    .insert(label.clone(), Rc::from(tables.get_name(site.text)));
                self.by_call.push(label);
            }
        }
    }

    /// How many tasks have a label.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_call.len()
    }

    /// Whether there is no task yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_call.is_empty()
    }

    /// The task's label at a step: by its name then, where the program gave it one.
    #[must_use]
    pub fn of(&self, task: &TaskView, tables: &Tables) -> Rc<str> {
        self.called(task.task, tables.get_name(task.name))
    }

    /// The label of a task with this name: by its call, where asyncio alone has numbered it.
    #[must_use]
    pub fn called(&self, task: TaskId, name: &str) -> Rc<str> {
        if is_number(name) {
            self.by_call(task)
        } else {
            Rc::from(name)
        }
    }

    /// The task's label by the call that made it.
    #[must_use]
    pub fn by_call(&self, task: TaskId) -> Rc<str> {
        match self.by_call.get(task.index()) {
            Some(label) => label.clone(),
            None => Rc::from(format!("task {}", task.number())),
        }
    }

    /// The shortest form of a call that no earlier task has; with a number where an earlier task was made by the very
    /// same call, which further arguments don't tell apart.
    fn free_label(&mut self, call: &str, function: &str) -> Rc<str> {
        let Some((name, arguments)) = call.strip_suffix(')').and_then(|call| call.split_once('(')) else {
            let name = if call.is_empty() { function } else { call };
            return self.numbered(if name.is_empty() { "task" } else { name });
        };
        if arguments.is_empty() {
            return self.numbered(name);
        }
        let all: Vec<&str> = split_arguments(arguments).collect();
        let plain: Vec<&str> = all
            .iter()
            .copied()
            .filter(|argument| is_plain(argument))
            .collect();
        let first_of = |arguments: &[&str], count: usize| {
            arguments
                .get(..count)
                .map(|first| format!("{name}({})", first.join(", ")))
        };
        let by_plain = (1..=plain.len()).filter_map(|count| first_of(&plain, count));
        let by_all = (1..=all.len()).filter_map(|count| first_of(&all, count));
        let mut forms = by_plain.chain(by_all);
        let fit = forms.find(|form| self.taken.get(form.as_str()).is_none_or(|other| **other == *call));
        self.numbered(fit.as_deref().unwrap_or(call))
    }

    fn numbered(&mut self, label: &str) -> Rc<str> {
        if !self.taken.contains_key(label) {
            return Rc::from(label);
        }
        // Labels with lower numbers are taken, and stay so.
        let last = self.numbers.entry(Rc::from(label)).or_insert(1);
        loop {
            *last += 1;
            let numbered = format!("{label} #{last}");
            if !self.taken.contains_key(numbered.as_str()) {
                return Rc::from(numbered);
            }
        }
    }
}

/// Whether a name is one that asyncio gives: `Task-1`.
fn is_number(name: &str) -> bool {
    let number = name.strip_prefix("Task-");
    name.is_empty() || number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether an argument is a number, a text or a constant, and not the name of a parameter.
fn is_plain(argument: &str) -> bool {
    let is_name = argument.starts_with(|first: char| first.is_alphabetic() || first == '_');
    (!is_name && argument != "…")
        || argument.ends_with(['\'', '"'])
        || matches!(argument, "True" | "False" | "None" | "inf" | "nan")
}

/// The arguments: commas in brackets or quotes don't part them.
fn split_arguments(arguments: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let mut quote = None;
    let parts = arguments.split(move |character| {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            (None, ',') => return depth == 0,
            _ => {}
        }
        false
    });
    parts.map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels_of(calls: &[&str]) -> Vec<String> {
        let mut labels = Labels::default();
        for call in calls {
            let label = labels.free_label(call, "");
            labels.taken.insert(label.clone(), Rc::from(*call));
            labels.by_call.push(label);
        }
        labels.by_call.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_first_argument_tells_tasks_apart() {
        let calls = ["main()", "fetch(1, 0.6)", "fetch(2, 1.0)"];
        assert_eq!(labels_of(&calls), ["main", "fetch(1)", "fetch(2)"]);
    }

    #[test]
    fn further_arguments_or_numbers_help_where_the_first_does_not() {
        let calls = [
            "say('a, b', 1)",
            "say('a, b', 2)",
            "say('a, b', 2)",
            "tick()",
            "tick()",
        ];
        assert_eq!(
            labels_of(&calls),
            [
                "say('a, b')",
                "say('a, b', 2)",
                "say('a, b', 2) #2",
                "tick",
                "tick #2"
            ]
        );
    }

    #[test]
    fn numbers_and_texts_tell_more_than_names() {
        let calls = [
            "worker(queue, lock, 'w0')",
            "worker(queue, lock, 'w1')",
            "put(queue)",
            "put(queue)",
            "fetch(session, 1, None)",
            "fetch(session, 1, None)",
            "say(text, b'x', …)",
        ];
        assert_eq!(
            labels_of(&calls),
            [
                "worker('w0')",
                "worker('w1')",
                "put(queue)",
                "put(queue) #2",
                "fetch(1)",
                "fetch(1) #2",
                "say(b'x')"
            ]
        );
    }

    #[test]
    fn further_arguments_are_not_named_where_they_are_the_same() {
        let calls = [
            "get(queue, lock)",
            "get(queue, lock)",
            "get(queue, other)",
            "get(queue, lock)",
        ];
        assert_eq!(
            labels_of(&calls),
            [
                "get(queue)",
                "get(queue) #2",
                "get(queue, other)",
                "get(queue) #3"
            ]
        );
    }

    #[test]
    fn only_asyncios_own_names_are_replaced() {
        assert!(is_number("Task-12"));
        assert!(!is_number("Task-A"));
        assert!(!is_number("worker"));
    }
}
