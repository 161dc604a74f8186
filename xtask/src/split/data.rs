//! Which data belongs to which functions.
//!
//! A linked module has forgotten it: addresses are numbers. But the linker can be asked to tell (`--emit-relocs`): then
//! it lists every place in code and data that holds an address, with the object that it is the address of. So an object
//! that neither the first part's functions nor the first part's objects refer to can go to the rest, and that is sure,
//! since there is no other way to come by its address.

use std::collections::{BTreeSet, HashMap};
use std::convert::Infallible;
use std::ops::Range;

use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{Data, FunctionBody, MemArg, Operator};

use super::linked::Linked;
use super::original::address_of;
use super::spans;
use crate::failure::Result;

/// Objects in memory, and who refers to them.
#[derive(Debug, Default)]
pub struct DataUses {
    /// All objects, by their place.
    objects: Vec<Object>,
    /// The objects that a function of this name refers to.
    by_function: HashMap<String, BTreeSet<usize>>,
}

/// A constant or variable of the program.
#[derive(Debug)]
struct Object {
    address: Range<u32>,
    /// The objects whose addresses it holds from the start.
    refers_to: BTreeSet<usize>,
}

impl DataUses {
    /// Reads a module as the linker has left it.
    pub fn read(linked: &[u8]) -> Result<Self> {
        let linked = Linked::read(linked)?;
        let mut uses = Self::default();
        let mut object_of = Vec::new();
        for address in &linked.symbols {
            object_of.push(address.as_ref().map(|_| uses.objects.len()));
            uses.objects.extend(address.iter().map(|address| Object {
                address: address.clone(),
                refers_to: BTreeSet::new(),
            }));
        }
        let object_of = |symbol: u32| object_of.get(symbol as usize).copied().flatten();
        for (name, symbol) in linked.references_in_code() {
            let objects = uses.by_function.entry(name.to_owned()).or_default();
            objects.extend(object_of(symbol));
        }
        for (address, symbol) in linked.references_in_data() {
            if let Some(referred) = object_of(symbol) {
                let holders: Vec<usize> = uses.at(address).collect();
                for holder in holders {
                    uses.objects[holder].refers_to.insert(referred);
                }
            }
        }
        Ok(uses)
    }

    /// The addresses of the objects that these functions, given with their names, can't come by.
    pub fn out_of_reach<'a>(
        &self,
        functions: impl Iterator<Item = (Option<&'a str>, &'a FunctionBody<'a>)>,
    ) -> Result<Vec<Range<u32>>> {
        let mut reached = BTreeSet::new();
        let mut next = Vec::new();
        for (name, body) in functions {
            match name.and_then(|name| self.by_function.get(name)) {
                Some(objects) => next.extend(objects),
                None => next.extend(self.guess(body)?),
            }
        }
        while let Some(object) = next.pop() {
            if reached.insert(object) {
                next.extend(&self.objects[object].refers_to);
            }
        }
        Ok(spans::without(
            self.objects.iter().map(|object| object.address.clone()),
            reached.iter().map(|&object| self.objects[object].address.clone()),
        ))
    }

    /// What a function may refer to that the linker has not seen, since wasm-bindgen has made it: every number in it
    /// that is an object's address.
    fn guess(&self, body: &FunctionBody<'_>) -> Result<BTreeSet<usize>> {
        let mut found = BTreeSet::new();
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let mut addresses = Addresses::default();
            addresses.instruction(reader.read()?)?;
            for address in addresses.0 {
                found.extend(self.at(address));
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

    /// Three objects of four bytes each from address 100 on. The first holds the second's address, and `user` refers
    /// to the first.
    fn uses() -> DataUses {
        let object = |number: u32, refers_to: &[usize]| Object {
            address: 100 + 4 * number..104 + 4 * number,
            refers_to: refers_to.iter().copied().collect(),
        };
        DataUses {
            objects: vec![object(0, &[1]), object(1, &[]), object(2, &[])],
            by_function: HashMap::from([
                ("user".to_owned(), BTreeSet::from([0])),
                ("other".to_owned(), BTreeSet::new()),
            ]),
        }
    }

    /// What is out of reach for one function of this name and body.
    fn out_of_reach(name: Option<&str>, body: &str) -> Vec<(u32, u32)> {
        let module = wat::parse_str(format!("(module (memory 1) (func {body}))")).expect("this is wat");
        let original = Original::read(&module).expect("the module is valid");
        let functions = original.bodies.iter().map(|body| (name, body));
        let spans = uses().out_of_reach(functions).expect("the body is valid");
        spans.iter().map(|span| (span.start, span.end)).collect()
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
