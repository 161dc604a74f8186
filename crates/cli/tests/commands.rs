//! The commands as a shell sees them: output, exit codes and the JSON document.

use serde_json::Value;
use std::collections::HashMap;
use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs `switchboard` on a file with this text, in a folder of its own.
fn switchboard(name: &str, text: &[u8], arguments: &[&str]) -> Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("program.py"), text).unwrap();
    Command::new(env!("CARGO_BIN_EXE_switchboard"))
        .args(arguments)
        .current_dir(&folder)
        .output()
        .unwrap()
}

fn run(name: &str, text: &str) -> (Option<i32>, String, String) {
    let output = switchboard(name, text.as_bytes(), &["run", "program.py"]);
    (
        output.status.code(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

fn run_json(name: &str, text: &str, arguments: &[&str]) -> (Option<i32>, Value) {
    let mut all = vec!["run", "--json", "program.py"];
    all.extend(arguments);
    let output = switchboard(name, text.as_bytes(), &all);
    (
        output.status.code(),
        serde_json::from_slice(&output.stdout).unwrap(),
    )
}

#[test]
fn a_program_prints_what_it_prints_and_exits_with_0() {
    let found = run(
        "prints",
        "import sys\nprint('a')\nprint('b', end='', file=sys.stderr)\n",
    );
    assert_eq!(found, (Some(0), "a\n".into(), "b".into()));
}

#[test]
fn an_uncaught_exception_prints_its_traceback_with_the_files_name_as_given() {
    let (code, stdout, stderr) = run("raises", "print(1)\nraise ValueError('no')\n");
    assert_eq!((code, stdout.as_str()), (Some(1), "1\n"));
    assert_eq!(
        stderr,
        "Traceback (most recent call last):\n  File \"program.py\", line 2, in <module>\n    \
         raise ValueError('no')\nValueError: no\n"
    );
}

#[test]
fn the_exit_code_is_the_programs() {
    let code = |name, text| run(name, text).0;
    assert_eq!(code("exit-7", "import sys\nsys.exit(7)\n"), Some(7));
    assert_eq!(code("exit-263", "import sys\nsys.exit(256 + 7)\n"), Some(7));
    assert_eq!(code("exit-minus", "import sys\nsys.exit(-1)\n"), Some(255));
    assert_eq!(code("exit-none", "raise SystemExit\n"), Some(0));
    assert_eq!(
        run("exit-text", "raise SystemExit('bye')\n"),
        (Some(1), String::new(), "bye\n".into())
    );
    assert_eq!(code("interrupt", "raise KeyboardInterrupt\n"), Some(130));
}

#[test]
fn a_file_that_is_not_there_exits_with_2() {
    let output = switchboard("missing", b"", &["run", "other.py"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "switchboard: can't open file 'other.py': [Errno 2] No such file or directory\n"
    );
}

#[test]
fn a_file_that_is_not_text_is_a_syntax_error() {
    let output = switchboard("bytes", b"x = '\xe9'\n", &["run", "program.py"]);
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        stderr.starts_with("SyntaxError: Non-UTF-8 code starting with '\\xe9' in file program.py on line 1"),
        "{stderr}"
    );
}

#[test]
fn a_deadlock_exits_with_3_and_says_so() {
    let text = "import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())\n";
    let (code, _, stderr) = run("deadlock", text);
    assert_eq!(code, Some(3));
    assert!(stderr.starts_with("switchboard: Deadlock: "), "{stderr}");
    let (code, document) = run_json("deadlock-json", text, &[]);
    assert_eq!(code, Some(3));
    assert_eq!(document["exit"]["type"], "Deadlock");
    assert_eq!(document["output"], Value::Array(Vec::new()));
}

#[test]
fn a_limit_on_virtual_time_exits_with_4() {
    let text = "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\nasyncio.run(main())\n";
    let (code, document) = run_json("limit", text, &["--max-seconds", "10"]);
    assert_eq!(code, Some(4));
    assert_eq!(document["exit"]["type"], "Limit");
}

#[test]
fn a_limit_tells_its_line_and_how_to_allow_more() {
    let output = switchboard(
        "limit-line",
        b"import time\nwhile True:\n    time.sleep(0.125)\n",
        &["run", "--max-seconds", "0.5", "program.py"],
    );
    let told = "switchboard: Limit: the program has run for more than 0.5 s of virtual time (program.py, line 3)\n\
                Allow more with --max-seconds S.\n";
    assert_eq!(printed(output), (Some(4), String::new(), told.into()));
}

#[test]
fn tasks_that_give_way_till_the_trace_is_full_are_not_said_to_hold_the_loop() {
    let text = "import asyncio\nasync def turn():\n    while True:\n        await asyncio.sleep(0)\n\
                async def main():\n    await asyncio.gather(*[turn() for _ in range(100)])\nasyncio.run(main())\n";
    let (code, document) = run_json("limit-trace", text, &[]);
    assert_eq!((code, &document["exit"]["type"]), (Some(4), &"Limit".into()));
    assert_eq!(document["diagnostics"], Value::Array(Vec::new()));
}

#[test]
fn the_document_tells_lines_with_their_times_turns_events_and_findings() {
    let text = "\
import asyncio
async def job():
    pass
async def main():
    print('a', end='')
    await asyncio.sleep(1.5)
    print('b')
    job()
    print('end', end='')
asyncio.run(main())
";
    let (code, document) = run_json("document", text, &["--cost-ns", "0"]);
    assert_eq!(code, Some(0));
    assert_eq!(document["exit"], serde_json::json!({"ok": true}));
    assert_eq!(document["elapsed"], 1.5);
    let output = document["output"].as_array().unwrap();
    assert_eq!(
        output.first(),
        Some(&serde_json::json!({"t": 1.5, "stream": "stdout", "text": "ab"}))
    );
    assert_eq!(
        output.last(),
        Some(&serde_json::json!({"t": 1.5, "stream": "stdout", "text": "end"}))
    );
    assert!(document["turns"].as_u64() > Some(3), "{document}");
    assert!(document["events"].as_u64() > Some(20), "{document}");
    let finding = &document["diagnostics"][0];
    assert_eq!(finding["code"], "never-awaited");
    assert_eq!(finding["line"], 8);
    assert_eq!(finding["severity"], "warning");
}

#[test]
fn an_exit_by_the_program_is_in_the_document() {
    let (code, document) = run_json("exits", "import sys\nprint(1)\nsys.exit('bye')\n", &[]);
    assert_eq!(code, Some(1));
    assert_eq!(
        document["exit"],
        serde_json::json!({"ok": false, "type": "SystemExit", "message": "bye", "line": 3})
    );
    let (code, document) = run_json("exits-well", "raise SystemExit(0)\n", &[]);
    assert_eq!(code, Some(0));
    assert_eq!(
        document["exit"],
        serde_json::json!({"ok": true, "type": "SystemExit", "message": "0", "line": 1})
    );
}

#[test]
fn the_same_seed_gives_the_same_random_numbers() {
    let text = "import random\nprint([random.randrange(1000) for _ in range(5)])\n";
    let output = |seed: &str| run_json("seed", text, &["--seed", seed]).1["output"].clone();
    assert_eq!(output("1"), output("1"));
    assert_ne!(output("1"), output("2"));
}

#[test]
fn a_trace_is_a_json_object_a_line_from_the_runs_beginning_to_its_end() {
    let output = switchboard("trace", b"print('a')\n", &["trace", "program.py"]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    let events: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(events.first().unwrap()["event"], "run-began");
    assert_eq!(events.last().unwrap()["event"], "run-ended");
    assert!(
        events
            .iter()
            .any(|event| event["event"] == "output" && event["text"] == "a")
    );
}

#[test]
fn a_trace_for_perfetto_is_one_json_document() {
    let text = b"import asyncio\nasyncio.run(asyncio.sleep(1))\n";
    let output = switchboard("perfetto", text, &["trace", "program.py", "--format", "perfetto"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let events = document["traceEvents"].as_array().unwrap();
    assert!(events.len() > 10);
    // What begins on a track ends there, inside of what it began in, and time does not run back.
    let mut tracks: HashMap<i64, (Vec<&str>, f64)> = HashMap::new();
    for event in events.iter().filter(|event| event["ph"] != "M") {
        let track = event["tid"].as_i64().unwrap();
        let (begun, last) = tracks.entry(track).or_default();
        let time = event["ts"].as_f64().unwrap();
        assert!(*last <= time, "{event}");
        *last = time;
        match event["ph"].as_str() {
            Some("B") => begun.push(event["name"].as_str().unwrap()),
            Some("E") => assert!(begun.pop().is_some(), "{event}"),
            Some("i") => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(
        tracks.len() > 1 && tracks.values().all(|(begun, _)| begun.is_empty()),
        "{tracks:?}"
    );
}

#[test]
fn check_shows_errors_with_line_and_mark_and_exits_with_1() {
    let output = switchboard("check", b"print(1)\nreturn 1\n", &["check", "program.py"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "program.py:2:1: error: 'return' outside function [syntax-error]\n    return 1\n    ^^^^^^^^\n"
    );
    let output = switchboard("check-fine", b"print(1)\n", &["check", "program.py"]);
    assert_eq!((output.status.code(), output.stdout), (Some(0), Vec::new()));
}

/// What a command prints, as text: its standard output and its standard error.
fn printed(output: Output) -> (Option<i32>, String, String) {
    (
        output.status.code(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn a_link_is_opened_as_the_scenario_that_it_was_made_of() {
    let program = "print('ä')\n";
    let arguments = [
        "link",
        "program.py",
        "--base",
        "https://a.example/#old",
        "--at",
        "7",
        "--seed",
        "3",
    ];
    let (code, link, _) = printed(switchboard("link", program.as_bytes(), &arguments));
    assert_eq!(code, Some(0));
    assert!(link.starts_with("https://a.example/#1."), "{link}");
    let open = |arguments: &[&str]| printed(switchboard("open", b"", arguments));
    assert_eq!(
        open(&["open", link.trim()]),
        (
            Some(0),
            format!("---\nseed: 3\nstep: 7\n---\n\n```python\n{program}```\n"),
            String::new()
        )
    );
    assert_eq!(
        open(&["open", "--program", link.trim()]),
        (Some(0), program.to_owned(), String::new())
    );
}

#[test]
fn a_link_that_can_not_be_opened_says_why() {
    let open = |link| printed(switchboard("bad_links", b"", &["open", link]));
    assert_eq!(
        open("https://a.example/"),
        (
            Some(2),
            String::new(),
            "switchboard: this link carries no scenario: it has no `#1.` with text after it\n".to_owned()
        )
    );
    let (code, _, stderr) = open("#9.AAAA");
    assert_eq!(code, Some(2));
    assert!(stderr.contains("newer version"), "{stderr}");
}

#[test]
fn a_program_that_is_too_long_for_a_link_gets_none() {
    // Random numbers, since anything else would be compressed.
    let mut state = 1_u64;
    let mut text = String::from("numbers = [\n");
    for _ in 0..20_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        text += &format!("    {state},\n");
    }
    text += "]\n";
    let (code, stdout, stderr) = printed(switchboard("long_link", text.as_bytes(), &["link", "program.py"]));
    assert_eq!((code, stdout.as_str()), (Some(2), ""));
    assert!(stderr.contains("too long for a link"), "{stderr}");
}

/// Runs `switchboard` in the folder of the file that a test wrote before.
fn again(name: &str, arguments: &[&str]) -> Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    Command::new(env!("CARGO_BIN_EXE_switchboard"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

#[test]
fn a_scenario_file_is_run_and_linked_with_all_that_it_says() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("scenario-file");
    std::fs::create_dir_all(&folder).unwrap();
    let text = "---\ntitle: \"One\" de \"Eins\"\nseed: 7\npin: line 1: note \"Here.\" de \"Hier.\"\n---\n\n\
                Look.\n\n## Deutsch\n\nSieh hin.\n\n```python\nprint(1)\n```\n";
    std::fs::write(folder.join("lesson.md"), text).unwrap();
    std::fs::write(folder.join("broken.md"), "---\ncolour: red\n---\n").unwrap();
    let printed = |arguments: &[&str]| String::from_utf8(again("scenario-file", arguments).stdout).unwrap();
    assert_eq!(printed(&["run", "lesson.md"]), "1\n");
    let link = printed(&["link", "lesson.md", "--lang", "de", "--at", "3"]);
    assert_eq!(
        printed(&["open", link.trim()]),
        "---\ntitle: \"Eins\"\nseed: 7\nstep: 3\npin: line 1: note \"Hier.\"\n---\n\nSieh hin.\n\n```python\nprint(1)\n```\n"
    );
    let broken = again("scenario-file", &["run", "broken.md"]);
    assert_eq!(broken.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(broken.stderr).unwrap(),
        "switchboard: broken.md: line 2: there is no entry `colour`\n"
    );
}

#[test]
fn boards_are_printed_for_the_steps_that_are_asked_for() {
    let output = switchboard(
        "boards",
        b"print(1)\n",
        &["trace", "program.py", "--format", "boards", "--at", "0,99"],
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let boards: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(boards.len(), 2);
    assert_eq!(boards[0]["step"], 0);
    assert!(boards[1]["step"].as_u64() > Some(0));
    assert!(!boards[1]["end"].is_null());
}

#[test]
fn a_picture_of_a_step_is_an_svg_document() {
    let program = b"import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n";
    for view in ["scene", "queues", "timeline", "code"] {
        let arguments = [
            "svg",
            "program.py",
            "--view",
            view,
            "--at",
            "9",
            "--theme",
            "dark",
            "--lang",
            "fr",
        ];
        let (code, stdout, stderr) = printed(switchboard("svg", program, &arguments));
        assert_eq!((code, stderr.as_str()), (Some(0), ""), "{view}");
        assert!(
            stdout.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && stdout.ends_with("</svg>\n"),
            "{view}"
        );
    }
}

#[test]
fn a_step_that_is_not_there_has_no_picture() {
    let arguments = ["svg", "program.py", "--at", "1000000"];
    let (code, stdout, stderr) = printed(switchboard("svg-beyond", b"print(1)\n", &arguments));
    assert_eq!((code, stdout.as_str()), (Some(2), ""));
    assert!(stderr.contains("there is no step 1000000"), "{stderr}");
}
