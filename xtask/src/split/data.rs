//! Which data belongs to which functions, and who can come by a function's address.
//!
//! A linked module has forgotten it: addresses are numbers. But the linker can be asked to tell (`--emit-relocs`): then
//! it lists every place in code and data that holds an address, with the object or the function that it is the address
//! of. So what neither the first part's functions nor the first part's objects refer to can go to the rest, and that is
//! sure, since there is no other way to come by its address.

use std::collections::{BTreeSet, HashMap};
use std::convert::Infallible;
use std::ops::Range;

use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{Data, FunctionBody, MemArg, Operator};

use super::linked::{Linked, Symbol};
use super::original::address_of;
use super::spans;
use crate::failure::Result;

/// Objects in memory and functions whose addresses the linker knows, and who refers to them.
#[derive(Debug, Default)]
pub struct DataUses {
    /// All objects, by their place.
    objects: Vec<Object>,
    /// All functions.
    functions: BTreeSet<String>,
    /// What a function of this name refers to.
    by_function: HashMap<String, BTreeSet<Referred>>,
}

/// What has an address: an object, by its index, or a function, by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Referred {
    Object(usize),
    Function(String),
}

/// What some functions can't come by.
#[derive(Debug, Default)]
pub struct OutOfReach {
    /// The addresses of objects.
    pub data: Vec<Range<u32>>,
    /// The names of functions.
    pub functions: BTreeSet<String>,
}

/// A constant or variable of the program.
#[derive(Debug)]
struct Object {
    address: Range<u32>,
    /// Whose addresses it holds from the start.
    refers_to: BTreeSet<Referred>,
}

impl DataUses {
    /// Reads a module as the linker has left it.
    pub fn read(linked: &[u8]) -> Result<Self> {
        let linked = Linked::read(linked)?;
        let mut uses = Self::default();
        let mut referred = Vec::new();
        for symbol in &linked.symbols {
            referred.push(match symbol {
                Symbol::Object(address) => {
                    uses.objects.push(Object {
                        address: address.clone(),
                        refers_to: BTreeSet::new(),
                    });
                    Some(Referred::Object(uses.objects.len() - 1))
                }
                Symbol::Function(function) => linked
                    .name(*function)
                    .map(|name| Referred::Function(name.to_owned())),
                Symbol::Other => None,
            });
        }
        for symbol in &referred {
            if let Some(Referred::Function(name)) = symbol {
                uses.functions.insert(name.clone());
            }
        }
        let referred = |symbol: u32| referred.get(symbol as usize).cloned().flatten();
        // A function of the linker's without references has none, whatever its numbers look like.
        for name in linked.names() {
            uses.by_function.entry(name.to_owned()).or_default();
        }
        for (name, symbol) in linked.references_in_code() {
            let uses = uses.by_function.entry(name.to_owned()).or_default();
            uses.extend(referred(symbol));
        }
        for (address, symbol) in linked.references_in_data() {
            if let Some(referred) = referred(symbol) {
                let holders: Vec<usize> = uses.at(address).collect();
                for holder in holders {
                    uses.objects[holder].refers_to.insert(referred.clone());
                }
            }
        }
        Ok(uses)
    }

    /// What these functions can't come by. Each is given with its name, and with what numbers in its body may mean by
    /// `function_at`: the name of the function at a place of the table.
    pub fn out_of_reach<'a>(
        &self,
        functions: impl Iterator<Item = (Option<&'a str>, &'a FunctionBody<'a>)>,
        function_at: impl Fn(u32) -> Option<&'a str>,
    ) -> Result<OutOfReach> {
        let mut reached = BTreeSet::new();
        let mut next = Vec::new();
        for (name, body) in functions {
            match name.and_then(|name| self.by_function.get(name)) {
                Some(referred) => next.extend(referred.iter().cloned()),
                None => next.extend(self.guess(body, &function_at)?),
            }
        }
        while let Some(referred) = next.pop() {
            if reached.insert(referred.clone())
                && let Referred::Object(object) = referred
            {
                next.extend(self.objects[object].refers_to.iter().cloned());
            }
        }
        let reached_objects = reached.iter().filter_map(|referred| match referred {
            Referred::Object(object) => Some(self.objects[*object].address.clone()),
            Referred::Function(_) => None,
        });
        let is_out_of_reach = |name: &&String| !reached.contains(&Referred::Function((*name).clone()));
        Ok(OutOfReach {
            data: spans::without(
                self.objects.iter().map(|object| object.address.clone()),
                reached_objects,
            ),
            functions: self.functions.iter().filter(is_out_of_reach).cloned().collect(),
        })
    }

    /// What a function may refer to that the linker has not seen, since wasm-bindgen has made it: every number in it
    /// that is an object's address or a function's place.
    fn guess<'a>(
        &self,
        body: &FunctionBody<'_>,
        function_at: impl Fn(u32) -> Option<&'a str>,
    ) -> Result<BTreeSet<Referred>> {
        let mut found = BTreeSet::new();
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let mut addresses = Addresses::default();
            addresses.instruction(reader.read()?)?;
            for address in addresses.0 {
                found.extend(self.at(address).map(Referred::Object));
                found.extend(function_at(address).map(|name| Referred::Function(name.to_owned())));
            }
        }
        Ok(found)
    }

    fn at(&self, address: u32) -> impl Iterator<Item = usize> {
        let objects = self.objects.iter().enumerate();
        objects
            .filter(move |(_, object)| object.address.contains(&address))
            .map(|(index, _)| index)
    }
}

/// The numbers in an instruction that may be addresses: constants, and what loads and stores add to theirs.
#[derive(Default)]
struct Addresses(Vec<u32>);

impl Reencode for Addresses {
    type Error = Infallible;

    fn mem_arg(&mut self, argument: MemArg) -> std::result::Result<wasm_encoder::MemArg, Error> {
        self.0.push(argument.offset as u32);
        wasm_encoder::reencode::utils::mem_arg(self, argument)
    }

    fn instruction<'a>(
        &mut self,
        operator: Operator<'a>,
    ) -> std::result::Result<wasm_encoder::Instruction<'a>, Error> {
        if let Operator::I32Const { value } = operator {
            self.0.push(value as u32);
        }
        wasm_encoder::reencode::utils::instruction(self, operator)
    }
}

/// The part of a data segment at a span of addresses.
pub struct Piece<'a> {
    /// Where it begins in memory.
    pub address: u32,
    /// Where it begins in the segment.
    pub offset: usize,
    /// What it consists of.
    pub bytes: &'a [u8],
}

/// The parts of a data segment that these spans contain.
pub fn pieces<'a>(segment: &Data<'a>, spans: &[Range<u32>]) -> Result<Vec<Piece<'a>>> {
    let Some(start) = address_of(&segment.kind)? else {
        return Ok(Vec::new());
    };
    let whole = start..start + segment.data.len() as u32;
    let common = spans.iter().map(|span| spans::intersection(span, &whole));
    let common = common.filter(|span| !span.is_empty());
    Ok(common
        .map(|span| Piece {
            address: span.start,
            offset: (span.start - start) as usize,
            bytes: &segment.data[(span.start - start) as usize..(span.end - start) as usize],
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::super::original::Original;
    use super::*;

    fn function(name: &str) -> Referred {
        Referred::Function(name.to_owned())
    }

    /// Three objects of four bytes each from address 100 on. The first holds the addresses of the second and of the
    /// function `pointed`, and `user` refers to the first.
    fn uses() -> DataUses {
        let object = |number: u32, refers_to: &[Referred]| Object {
            address: 100 + 4 * number..104 + 4 * number,
            refers_to: refers_to.iter().cloned().collect(),
        };
        let pointers = [Referred::Object(1), function("pointed")];
        DataUses {
            objects: vec![object(0, &pointers), object(1, &[]), object(2, &[])],
            functions: BTreeSet::from(["user".to_owned(), "other".to_owned(), "pointed".to_owned()]),
            by_function: HashMap::from([
                ("user".to_owned(), BTreeSet::from([Referred::Object(0)])),
                ("other".to_owned(), BTreeSet::new()),
            ]),
        }
    }

    /// What can't be come by for one function of this name and body; `pointed` stands at place 7 of the table.
    fn unreached(name: Option<&str>, body: &str) -> OutOfReach {
        let module = wat::parse_str(format!("(module (memory 1) (func {body}))")).expect("this is wat");
        let original = Original::read(&module).expect("the module is valid");
        let functions = original.bodies.iter().map(|body| (name, body));
        let function_at = |place| (place == 7).then_some("pointed");
        uses()
            .out_of_reach(functions, function_at)
            .expect("the body is valid")
    }

    /// The addresses that are out of reach for one function of this name and body.
    fn out_of_reach(name: Option<&str>, body: &str) -> Vec<(u32, u32)> {
        let spans = unreached(name, body).data;
        spans.iter().map(|span| (span.start, span.end)).collect()
    }

    #[test]
    fn a_function_is_in_reach_of_who_reaches_an_object_that_points_to_it() {
        let is_reached = |name, body| !unreached(name, body).functions.contains("pointed");
        assert!(is_reached(Some("user"), ""));
        assert!(!is_reached(Some("other"), "(drop (i32.const 7))"));
        assert!(is_reached(None, "(drop (i32.const 7))"));
        assert!(is_reached(None, "(drop (i32.const 101))"));
        assert!(!is_reached(None, "(drop (i32.const 108))"));
    }

    #[test]
    fn what_a_function_refers_to_is_in_reach_and_what_that_refers_to() {
        assert_eq!(out_of_reach(Some("user"), ""), [(108, 112)]);
        assert_eq!(out_of_reach(Some("other"), ""), [(100, 112)]);
    }

    #[test]
    fn the_linker_is_believed_about_numbers_that_look_like_addresses() {
        assert_eq!(
            out_of_reach(Some("other"), "(drop (i32.const 101))"),
            [(100, 112)]
        );
    }

    #[test]
    fn a_function_that_the_linker_does_not_know_reaches_what_it_names() {
        let load = "(drop (i32.load offset=109 (i32.const 0)))";
        assert_eq!(out_of_reach(None, load), [(100, 108)]);
        assert_eq!(
            out_of_reach(Some("made later"), "(drop (i32.const 100))"),
            [(108, 112)]
        );
        assert_eq!(out_of_reach(None, "(drop (i32.const 99))"), [(100, 112)]);
    }

    #[test]
    fn the_linker_knows_functions_that_refer_to_nothing() {
        let module = wat::parse_str("(module (func $quiet (drop (i32.const 101))))").expect("this is wat");
        let uses = DataUses::read(&module).expect("the module is valid");
        assert_eq!(uses.by_function.get("quiet"), Some(&BTreeSet::new()));
    }

    #[test]
    fn the_pieces_of_a_segment_are_cut_at_its_ends() {
        let text = r#"(module (memory 1) (data (i32.const 100) "abcdefgh"))"#;
        let module = wat::parse_str(text).expect("this is wat");
        let original = Original::read(&module).expect("the module is valid");
        let pieces =
            pieces(&original.data[0], &[90..102, 104..106, 107..120, 200..300]).expect("it is active");
        let found: Vec<_> = pieces
            .iter()
            .map(|piece| (piece.address, piece.offset, piece.bytes))
            .collect();
        assert_eq!(
            found,
            [(100, 0, &b"ab"[..]), (104, 4, &b"ef"[..]), (107, 7, &b"h"[..])]
        );
    }
}
