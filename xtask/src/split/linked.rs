//! A module as the linker has left it, with the places where it has put addresses.

use std::collections::HashMap;
use std::ops::Range;

use wasmparser::{
    CustomSectionReader, KnownCustom, Linking, Name, Parser, Payload, RelocSectionReader, RelocationEntry,
    RelocationType, SymbolInfo,
};

use super::original::address_of;
use crate::failure::Result;

/// What the linker tells about a module's data.
#[derive(Default)]
pub struct Linked<'a> {
    /// What the symbols stand for.
    pub symbols: Vec<Symbol>,
    /// The number of the section that is read next, which relocations name sections by.
    section: u32,
    code: Section,
    data: Section,
    /// Where each body is in the file, in their order.
    bodies: Vec<Range<u64>>,
    imported_functions: u32,
    names: HashMap<u32, &'a str>,
    /// Where each data segment is in the file, and its address, if it has one.
    segments: Vec<(Range<u64>, Option<u32>)>,
}

/// What a symbol stands for.
#[derive(Clone, Debug)]
pub enum Symbol {
    /// An object, at this place in memory.
    Object(Range<u32>),
    /// The function with this index.
    Function(u32),
    /// Nothing that has an address.
    Other,
}

/// A section with relocations.
#[derive(Default)]
struct Section {
    number: u32,
    /// Where it is in the file.
    start: u64,
    relocations: Vec<RelocationEntry>,
}

impl<'a> Linked<'a> {
    /// Reads a module; without relocations it has no references.
    pub fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut linked = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            let is_section = payload.as_section().is_some();
            linked.take(payload)?;
            linked.section += u32::from(is_section);
        }
        Ok(linked)
    }

    /// A function's name, if it has one.
    pub fn name(&self, function: u32) -> Option<&'a str> {
        self.names.get(&function).copied()
    }

    /// The names of all functions that have one.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.names.values().copied()
    }

    /// The symbols that functions refer to, each with the function's name.
    pub fn references_in_code(&self) -> impl Iterator<Item = (&'a str, u32)> {
        addresses(&self.code).filter_map(|(place, symbol)| {
            let body = self.bodies.partition_point(|body| body.end <= place);
            let function = self.imported_functions + body as u32;
            Some((self.name(function)?, symbol))
        })
    }

    /// The symbols that objects refer to, each with the address of the reference.
    pub fn references_in_data(&self) -> impl Iterator<Item = (u32, u32)> {
        addresses(&self.data).filter_map(|(place, symbol)| {
            let segment = self.segments.partition_point(|(file, _)| file.end <= place);
            let (file, address) = self.segments.get(segment)?;
            Some(((*address)? + (place - file.start) as u32, symbol))
        })
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    self.imported_functions += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionStart { unchecked_range, .. } => {
                self.code.number = self.section;
                self.code.start = unchecked_range.start;
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body.range()),
            Payload::DataSection(section) => {
                self.data.number = self.section;
                self.data.start = section.range().start;
                for data in section {
                    let data = data?;
                    let start = data.range.end - data.data.len() as u64;
                    self.segments
                        .push((start..data.range.end, address_of(&data.kind)?));
                }
            }
            Payload::CustomSection(section) => self.take_custom(section)?,
            _ => {}
        }
        Ok(())
    }

    fn take_custom(&mut self, section: CustomSectionReader<'a>) -> Result<()> {
        match section.as_known() {
            KnownCustom::Name(names) => {
                for name in names {
                    if let Name::Function(functions) = name? {
                        for naming in functions {
                            let naming = naming?;
                            self.names.insert(naming.index, naming.name);
                        }
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for subsection in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = subsection? {
                        for symbol in symbols {
                            let symbol = self.symbol(&symbol?);
                            self.symbols.push(symbol);
                        }
                    }
                }
            }
            KnownCustom::Reloc(relocations) => self.take_relocations(&relocations)?,
            _ => {}
        }
        Ok(())
    }

    fn take_relocations(&mut self, relocations: &RelocSectionReader<'a>) -> Result<()> {
        let section = [&mut self.code, &mut self.data]
            .into_iter()
            .find(|section| section.number == relocations.section_index());
        if let Some(section) = section {
            for entry in relocations.entries() {
                section.relocations.push(entry?);
            }
        }
        Ok(())
    }

    fn symbol(&self, symbol: &SymbolInfo<'_>) -> Symbol {
        match symbol {
            SymbolInfo::Func { index, .. } => Symbol::Function(*index),
            SymbolInfo::Data {
                symbol: Some(place), ..
            } => match self.segments.get(place.index as usize) {
                Some((_, Some(segment))) => {
                    let address = segment + place.offset;
                    Symbol::Object(address..address + place.size)
                }
                _ => Symbol::Other,
            },
            _ => Symbol::Other,
        }
    }
}

/// The places of a section that hold an object's address in memory or a function's place in the table, in the file, each
/// with its symbol.
fn addresses(section: &Section) -> impl Iterator<Item = (u64, u32)> {
    let relocations = section.relocations.iter();
    let addresses = relocations.filter(|relocation| {
        matches!(
            relocation.ty,
            RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrI32
                | RelocationType::TableIndexSleb
                | RelocationType::TableIndexI32
        )
    });
    addresses.map(|relocation| (section.start + u64::from(relocation.offset), relocation.index))
}
