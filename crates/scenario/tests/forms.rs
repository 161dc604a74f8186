//! What is generated is read again, within the forms and not beyond.

use switchboard_scenario::{Coroutine, Duration, Refusal, Start, Step, Why, Workload, generate, read};

const PRODUCER: &str = "\
import asyncio

queue = asyncio.Queue()


async def producer():
    for count in range(1, 4):
        await asyncio.sleep(0.5)
        await queue.put(f\"letter {count}\")


async def consumer(number):
    for _ in range(3):
        item = await queue.get()
        print(f\"{number} got {item}\")


async def main():
    await asyncio.gather(
        producer(),
        consumer(1),
    )


asyncio.run(main())
";

fn seconds(millis: u32) -> Duration {
    Duration::from_millis(millis).unwrap()
}

fn refused(source: &str) -> Refusal {
    read(source).expect_err(source)
}

#[test]
fn a_program_reads_as_a_lecturer_would_write_it() {
    let workload = read(PRODUCER).unwrap();
    assert_eq!(workload.coroutines[0].name, "producer");
    assert_eq!(workload.coroutines[0].repeat, 3);
    assert_eq!(
        workload.coroutines[1].steps[1],
        Step::Print("{number} got {item}".into())
    );
    assert_eq!(generate(&workload), PRODUCER);
}

#[test]
fn edits_within_the_forms_are_read() {
    let edited = PRODUCER
        .replace("0.5", ".750")
        .replace("letter {count}", "parcel {count}")
        .replace(
            "        producer(),\n        consumer(1),\n",
            "        consumer(1), consumer(2), producer()\n",
        )
        .replace("range(3)", "range(2)");
    let workload = read(&edited).unwrap();
    let names: Vec<_> = workload
        .coroutines
        .iter()
        .map(|coroutine| (coroutine.name.as_str(), coroutine.copies, coroutine.repeat))
        .collect();
    assert_eq!(names, [("consumer", 2, 2), ("producer", 1, 3)]);
    assert_eq!(workload.coroutines[1].steps[0], Step::Sleep(seconds(750)));
}

#[test]
fn steps_that_have_changed_places_are_read() {
    let lines = "        item = await queue.get()\n        print(f\"{number} got {item}\")\n";
    let swapped = "        print(f\"{number} waits\")\n        item = await queue.get()\n";
    let workload = read(&PRODUCER.replace(lines, swapped)).unwrap();
    assert_eq!(workload.coroutines[1].steps[1], Step::Get("queue".into()));
}

#[test]
fn single_quotes_blank_lines_and_other_indentation_are_read() {
    let edited = PRODUCER
        .replace('"', "'")
        .replace("    ", "  ")
        .replace("\n\n\n", "\n")
        .replace('\n', "\r\n");
    assert_eq!(read(&edited), read(PRODUCER));
}

#[test]
fn what_goes_beyond_the_forms_is_refused_at_its_line() {
    let beyond = [
        (
            "await asyncio.sleep(0.5)",
            "await asyncio.sleep(delay)",
            8,
            Why::NotAForm,
        ),
        ("await asyncio.sleep(0.5)", "x = 3", 8, Why::NotAForm),
        ("await asyncio.sleep(0.5)", "if True: pass", 8, Why::NotAForm),
        (
            "await asyncio.sleep(0.5)",
            "await asyncio.sleep(0.0001)",
            8,
            Why::Amount,
        ),
        (
            "await asyncio.sleep(0.5)",
            "await asyncio.sleep(0.5)  # half",
            8,
            Why::Comment,
        ),
        (
            "await asyncio.sleep(0.5)",
            "await asyncio.sleep(0.5",
            9,
            Why::NotAForm,
        ),
        (
            "await asyncio.sleep(0.5)",
            "time.sleep(0.5)",
            8,
            Why::Unknown("time".into()),
        ),
        (
            "await queue.put(",
            "await box.put(",
            9,
            Why::Unknown("box".into()),
        ),
        ("letter {count}", "letter {count + 1}", 9, Why::NotAForm),
        ("f\"letter", "\"letter", 9, Why::NotAForm),
        ("async def producer():", "def producer():", 6, Why::NotAForm),
        (
            "async def producer",
            "async def consumer",
            12,
            Why::Name("consumer".into()),
        ),
        (
            "        consumer(1),",
            "        consumer(2),",
            21,
            Why::Numbering("consumer".into()),
        ),
        (
            "        consumer(1),",
            "        waiter(1),",
            21,
            Why::Unknown("waiter".into()),
        ),
        (
            "asyncio.run(main())",
            "asyncio.run(main(), debug=True)",
            25,
            Why::NotAForm,
        ),
        ("asyncio.run(main())", "", 25, Why::NoMain),
        ("import asyncio", "from asyncio import *", 1, Why::NotAForm),
        ("range(3)", "range(5000)", 13, Why::Amount),
        (
            "queue = asyncio.Queue()",
            "queue = asyncio.Queue(3)",
            3,
            Why::NotAForm,
        ),
    ];
    for (from, to, line, why) in beyond {
        let edited = PRODUCER.replacen(from, to, 1);
        assert_ne!(edited, PRODUCER);
        assert_eq!(refused(&edited), Refusal { line, why }, "{to}");
    }
}

#[test]
fn no_text_is_too_odd_to_be_refused() {
    for source in [
        "",
        "\n\n",
        "print(",
        "\u{feff}",
        "\"",
        "f'",
        "\\",
        "é = 'ß",
        "async def",
        "    x",
        "(((",
        ")",
        "\t\tx",
    ] {
        let Refusal { line, .. } = refused(source);
        assert!(line >= 1, "{source:?}");
    }
    // Cut anywhere, a program is refused or read, and nothing else happens.
    for (at, _) in PRODUCER.char_indices() {
        let _ = read(&PRODUCER[..at]);
        let _ = read(&PRODUCER[at..]);
    }
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 >> 33).unwrap() % end
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(u32::try_from(of.len()).unwrap()) as usize]
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 18] = [
            "done", " ", "{number}", "{item}", "{count}", "{", "}", "{{", "\"", "'", "\\", "\n", "\t", "é",
            "😀", "#", "\u{1b}", "f",
        ];
        (0..self.below(6)).map(|_| self.one(&PIECES)).collect()
    }

    fn duration(&mut self) -> Duration {
        let millis = [0, 1, 20, 300, 1000, 1234, 60_000][self.below(7) as usize];
        seconds(millis)
    }

    fn step(&mut self, names: &[&str]) -> Step {
        let lock = self.one(&["lock", "key", "_l"]).to_owned();
        let queue = self.one(&["queue", "boîte"]).to_owned();
        match self.below(11) {
            0 => Step::Compute(self.duration()),
            1 => Step::Sleep(self.duration()),
            2 => Step::Download(self.duration()),
            3 => Step::Block(self.duration()),
            4 => Step::Acquire(lock),
            5 => Step::Release(lock),
            6 => Step::Put {
                queue,
                text: self.text(),
            },
            7 => Step::Get(queue),
            8 => Step::Start(self.one(names).to_owned()),
            9 => Step::Join(self.one(names).to_owned()),
            _ => Step::Print(self.text()),
        }
    }

    fn workload(&mut self) -> Workload {
        let all = ["fetch", "producer", "a", "télécharger"];
        let names = &all[..self.below(5) as usize];
        let mut coroutine = |name: &&str| Coroutine {
            name: (*name).to_owned(),
            copies: [0, 1, 2, 4, 5, 300][self.below(6) as usize],
            repeat: [1, 1, 2, 9][self.below(4) as usize],
            steps: (0..self.below(7)).map(|_| self.step(names)).collect(),
        };
        let coroutines = names.iter().map(&mut coroutine).collect();
        let start = [
            Start::OneAfterTheOther,
            Start::Tasks,
            Start::Gather,
            Start::TaskGroup,
        ][self.below(4) as usize];
        Workload { coroutines, start }
    }
}

#[test]
fn whatever_is_generated_is_read_as_what_it_was() {
    let mut dice = Dice(0x5eed);
    for _ in 0..20_000 {
        let workload = dice.workload();
        let source = generate(&workload);
        assert_eq!(read(&source).as_ref(), Ok(&workload), "{source}");
    }
}

#[test]
fn every_generated_program_is_python() {
    let mut dice = Dice(0xcafe);
    for _ in 0..500 {
        let source = generate(&dice.workload());
        let compiled = switchboard_python::syntax::compile(&source, "program.py");
        assert!(compiled.code.is_some(), "{source}\n{:?}", compiled.diagnostics);
    }
}
