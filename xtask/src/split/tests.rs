//! A small module, split and run.

use std::path::PathBuf;

use wasmparser::{Validator, WasmFeatures};

use super::*;
use crate::process::{command, output};

/// `often` and `seldom` are exported, called, and called through the table; `hidden` is called by `seldom` alone.
const MODULE: &str = r#"
(module
  (type $unary (func (param i32) (result i32)))
  (import "env" "log" (func $log (param i32)))
  (memory (export "memory") 1)
  (table $table 4 4 funcref)
  (global $stack (mut i32) (i32.const 1000))
  (elem (table $table) (i32.const 1) func $often $seldom)
  (func $often (export "often") (type $unary)
    (call $log (i32.const 1))
    (i32.add (local.get 0) (i32.const 1)))
  (func $seldom (export "seldom") (type $unary)
    (call $log (i32.const 2))
    (global.set $stack (i32.sub (global.get $stack) (i32.const 16)))
    (i32.store (i32.const 0) (global.get $stack))
    (call $hidden (call $often (local.get 0))))
  (func $hidden (type $unary)
    (i32.mul (call $wide (local.get 0) (i64.const 5)) (i32.load (i32.const 0))))
  (func $wide (param i32 i64) (result i32)
    (i32.add (local.get 0) (i32.wrap_i64 (local.get 1))))
  (func (export "through_the_table") (param i32 i32) (result i32)
    (call_indirect $table (type $unary) (local.get 0) (local.get 1)))
  (func (export "directly") (param i32) (result i32)
    (i32.add (call $wide (local.get 0) (i64.const 1)) (call $seldom (local.get 0))))
  (func (export "stack") (result i32) (global.get $stack)))
"#;

fn module() -> Vec<u8> {
    wat::parse_str(MODULE).expect("the module is text that wat understands")
}

fn parts(is_first: impl Fn(&str) -> bool) -> Parts {
    split(&module(), &module(), "bring the rest", is_first).expect("the module can be split")
}

fn validate(wasm: &[u8]) {
    let mut validator = Validator::new_with_features(WasmFeatures::default());
    validator.validate_all(wasm).expect("the part is valid");
}

/// Runs a module in Node.js. The script sees `exports` and `said`, what the module logged; the rest comes when it is
/// demanded, which logs "rest".
fn node(name: &str, first: &[u8], rest: &[u8], script: &str) -> String {
    const LOADER: &str = "
        const [first, rest] = process.argv.slice(1).map((path) => new WebAssembly.Module(fs.readFileSync(path)));
        const said = [];
        const bring = (given) => { said.push('rest'); new WebAssembly.Instance(rest, { first: given ?? exports }); };
        const env = {
            log: (value) => said.push(value), 'bring the rest': bring, __wbindgen_exports: () => exports,
        };
        const { exports } = new WebAssembly.Instance(first, { env });
    ";
    let folder = std::env::temp_dir();
    let write = |part: &str, wasm: &[u8]| -> PathBuf {
        let path = folder.join(format!("switchboard-{}-{name}-{part}.wasm", std::process::id()));
        std::fs::write(&path, wasm).expect("the folder for temporary files can be written to");
        path
    };
    let paths = [write("first", first), write("rest", rest)];
    let printed = output(
        command("node")
            .args(["-e", &format!("{{ {LOADER} console.log({script}) }}")])
            .args(&paths),
    );
    for path in paths {
        std::fs::remove_file(path).ok();
    }
    printed.expect("Node.js runs the module")
}

const EVERYTHING: &str = "JSON.stringify([
    exports.often(1), exports.through_the_table(1, 2), exports.through_the_table(3, 1), exports.directly(10),
    exports.seldom(0), exports.stack(), said.filter((word) => word !== 'rest')])";

#[test]
fn whatever_is_deferred_the_module_does_the_same() {
    let whole = node("whole", &module(), &module(), EVERYTHING);
    let named = ["often", "seldom", "hidden", "wide"];
    for first in 0..1_u32 << named.len() {
        let is_first = |name: &str| {
            let number = named.iter().position(|known| *known == name);
            number.is_none_or(|number| first & 1 << number != 0)
        };
        let Parts { first: a, rest: b } = parts(is_first);
        validate(&a);
        validate(&b);
        assert_eq!(
            node(&format!("split-{first}"), &a, &b, EVERYTHING),
            whole,
            "{first:b}"
        );
    }
}

#[test]
fn everything_may_be_deferred() {
    let Parts { first, rest } = parts(|_| false);
    validate(&first);
    validate(&rest);
    assert_eq!(
        node("none", &first, &rest, EVERYTHING),
        node("all", &module(), &module(), EVERYTHING)
    );
}

#[test]
fn the_rest_is_demanded_by_its_first_call_and_only_by_that() {
    let Parts { first, rest } = parts(|name| name != "seldom" && name != "hidden");
    let script = "JSON.stringify([
        exports.through_the_table(1, 1), said.join(), exports.through_the_table(1, 2), exports.seldom(1), said.join()])";
    assert_eq!(
        node("demanded", &first, &rest, script),
        r#"[2,"1",6888,6776,"1,rest,2,1,2,1"]"#
    );
}

#[test]
fn the_import_that_brings_the_rest_is_given_the_exports_where_it_takes_them() {
    let text = r#"
    (module
      (import "env" "__wbindgen_exports" (func (result externref)))
      (import "env" "bring the rest" (func (param externref)))
      (table 0 funcref)
      (func $seldom (export "seldom") (result i32) (i32.const 7)))
    "#;
    let module = wat::parse_str(text).expect("the module is text that wat understands");
    let Parts { first, rest } =
        split(&module, &module, "bring the rest", |_| false).expect("it can be split");
    validate(&first);
    assert_eq!(
        node("exports", &first, &rest, "exports.seldom() + said.join()"),
        "7rest"
    );
}

#[test]
fn a_function_that_only_deferred_ones_call_leaves_nothing_in_the_first_part() {
    let Parts { first, .. } = parts(|name| name != "seldom" && name != "hidden");
    let original = Original::read(&first).expect("the part is valid");
    let names: Vec<&str> = original.names.values().copied().collect();
    assert!(names.contains(&"seldom"), "{names:?}");
    assert!(!names.contains(&"hidden"), "{names:?}");
}

#[test]
fn a_function_without_a_name_stays_in_the_first_part() {
    let module =
        wat::parse_str(r#"(module (table 0 funcref) (func (export "a") (result i32) (i32.const 7)))"#)
            .expect("the module is text that wat understands");
    let Parts { first, rest } =
        split(&module, &module, "bring the rest", |_| false).expect("it can be split");
    assert_eq!(node("nameless", &first, &rest, "exports.a() + said.join()"), "7");
}

#[test]
fn functions_leave_a_mark_when_they_are_called() {
    let marked = marked(&module()).expect("the module can be marked");
    validate(&marked);
    let script =
        "exports.often(1) && Object.keys(exports).filter((name) => exports[name].value === 1).join()";
    let mark = node("marked", &marked, &marked, script);
    let names = names(&module()).expect("the module can be read");
    let function = function_of(&mark).expect("one function was called");
    assert_eq!(names[function as usize].as_deref(), Some("often"));
}

#[test]
fn a_name_is_readable_and_the_same_in_every_build() {
    let wat = r#"(module (table 0 funcref) (func $_ZN4core3ptr4read17h0123456789abcdefE) (func))"#;
    let module = wat::parse_str(wat).expect("the module is text that wat understands");
    let names = names(&module).expect("the module can be read");
    assert_eq!(names, [Some("core::ptr::read".to_owned()), None]);
}
