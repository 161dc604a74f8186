//! Version 1 of the form in which scenarios travel, before it is compressed.
//!
//! A payload is a list of fields, and the Adler-32 checksum of the bytes of that list, in little-endian order: a link
//! that was changed on its way must not show another program without a word.
//!
//! A field is a tag and the field's bytes, both in postcard's encoding. What has its default value
//! is left out, so that links stay short. Types of this module are twins of those of [`crate::scenario`] and never
//! change, however those do: a link of version 1 can be opened for ever. New fields get new tags; a reader that doesn't
//! know a tag says that the link is newer than itself, since to leave something out could show something else.

use serde::{Deserialize, Serialize};

use crate::error::LinkError;
use crate::scenario::{Anchor, Attempt, Panel, Pin, Pinned, Question, Rate, Scenario};

/// Writes a scenario.
#[must_use]
pub fn pack(scenario: &Scenario) -> Vec<u8> {
    let nothing = Scenario::default();
    let mut fields = Fields::default();
    fields.put_unless_default(TITLE, &scenario.title, &nothing.title);
    fields.put_unless_default(PROGRAM, &scenario.program, &nothing.program);
    fields.put_unless_default(SEED, &scenario.machine.seed, &nothing.machine.seed);
    fields.put_unless_default(COST, &scenario.machine.cost_ns, &nothing.machine.cost_ns);
    if let Some(rate) = scenario.rate {
        fields.put(RATE, &RateV1::from(rate));
    }
    let panels: Vec<PanelV1> = scenario.panels.iter().copied().map(PanelV1::from).collect();
    fields.put_unless_default(PANELS, &panels, &Vec::new());
    fields.put_unless_default(STEP, &scenario.step, &nothing.step);
    fields.put_unless_default(NOTES, &scenario.notes, &nothing.notes);
    let pins: Vec<PinV1> = scenario.pins.iter().cloned().map(PinV1::from).collect();
    fields.put_unless_default(PINS, &pins, &Vec::new());
    if let Some(Attempt { answers, right }) = &scenario.attempt {
        fields.put(ATTEMPT, &(answers, right));
    }
    let mut payload = to_bytes(&fields.0);
    let checksum = adler2::adler32_slice(&payload);
    payload.extend(checksum.to_le_bytes());
    payload
}

/// Reads a scenario.
pub fn unpack(payload: &[u8]) -> Result<Scenario, LinkError> {
    let (fields, checksum) = payload.split_last_chunk().ok_or(LinkError::Mangled)?;
    if adler2::adler32_slice(fields) != u32::from_le_bytes(*checksum) {
        return Err(LinkError::Mangled);
    }
    let fields: Vec<(u32, &[u8])> = from_bytes(fields)?;
    let mut scenario = Scenario::default();
    for (tag, bytes) in fields {
        match tag {
            TITLE => scenario.title = from_bytes(bytes)?,
            PROGRAM => scenario.program = from_bytes(bytes)?,
            SEED => scenario.machine.seed = from_bytes(bytes)?,
            COST => scenario.machine.cost_ns = from_bytes(bytes)?,
            RATE => scenario.rate = Some(from_bytes::<RateV1>(bytes)?.into()),
            PANELS => {
                let panels: Vec<PanelV1> = from_bytes(bytes)?;
                scenario.panels = panels.into_iter().map(Panel::from).collect();
            }
            STEP => scenario.step = from_bytes(bytes)?,
            NOTES => scenario.notes = from_bytes(bytes)?,
            PINS => {
                let pins: Vec<PinV1> = from_bytes(bytes)?;
                scenario.pins = pins.into_iter().map(Pin::from).collect();
            }
            ATTEMPT => {
                let (answers, right) = from_bytes(bytes)?;
                scenario.attempt = Some(Attempt { answers, right });
            }
            _ => return Err(LinkError::Newer),
        }
    }
    Ok(scenario)
}

// Tags are for ever: one that is given up is not given to anything else.
const TITLE: u32 = 1;
const PROGRAM: u32 = 2;
const SEED: u32 = 3;
const COST: u32 = 4;
const RATE: u32 = 5;
const PANELS: u32 = 6;
const STEP: u32 = 7;
const NOTES: u32 = 8;
const PINS: u32 = 9;
const ATTEMPT: u32 = 10;

#[derive(Default)]
struct Fields(Vec<(u32, Vec<u8>)>);

impl Fields {
    fn put(&mut self, tag: u32, value: &impl Serialize) {
        self.0.push((tag, to_bytes(value)));
    }

    fn put_unless_default<T: Serialize + PartialEq>(&mut self, tag: u32, value: &T, default: &T) {
        if value != default {
            self.put(tag, value);
        }
    }
}

fn to_bytes(value: &impl Serialize) -> Vec<u8> {
    // Nothing that a scenario consists of can fail to be written: all lengths are known.
    postcard::to_allocvec(value).unwrap_or_default()
}

fn from_bytes<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, LinkError> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        _ => Err(LinkError::Mangled),
    }
}

#[derive(Serialize, Deserialize)]
enum RateV1 {
    Live(u32),
    Instant,
}

#[derive(Serialize, Deserialize, PartialEq)]
enum PanelV1 {
    Code,
    Scene,
    Queues,
    Timeline,
    Console,
    Log,
    Compare,
}

#[derive(Serialize, Deserialize, PartialEq)]
struct PinV1 {
    anchor: AnchorV1,
    what: PinnedV1,
}

#[derive(Serialize, Deserialize, PartialEq)]
enum AnchorV1 {
    Step(u64),
    Line(u32),
}

#[derive(Serialize, Deserialize, PartialEq)]
enum PinnedV1 {
    Pause,
    Note(String),
    Question(QuestionV1),
}

#[derive(Serialize, Deserialize, PartialEq)]
enum QuestionV1 {
    WhoIsNext,
    WhatIsPrinted,
    HowLong,
    Choice {
        text: String,
        choices: Vec<String>,
        right: u32,
    },
}

/// Says that two enums have the same variants, and so turns one into the other.
macro_rules! twins {
    ($domain:ident, $wire:ident { $($variant:ident $(($value:ident))? $({ $($field:ident),* })?),* $(,)? }) => {
        impl From<$domain> for $wire {
            fn from(from: $domain) -> Self {
                match from {
                    $($domain::$variant $(($value))? $({ $($field),* })? =>
                        $wire::$variant $(($value.into()))? $({ $($field),* })?,)*
                }
            }
        }

        impl From<$wire> for $domain {
            fn from(from: $wire) -> Self {
                match from {
                    $($wire::$variant $(($value))? $({ $($field),* })? =>
                        $domain::$variant $(($value.into()))? $({ $($field),* })?,)*
                }
            }
        }
    };
}

twins!(Rate, RateV1 { Live(thousandths), Instant });
twins!(
    Panel,
    PanelV1 {
        Code,
        Scene,
        Queues,
        Timeline,
        Console,
        Log,
        Compare
    }
);
twins!(Anchor, AnchorV1 { Step(step), Line(line) });
twins!(Pinned, PinnedV1 { Pause, Note(text), Question(question) });
twins!(Question, QuestionV1 { WhoIsNext, WhatIsPrinted, HowLong, Choice { text, choices, right } });

impl From<Pin> for PinV1 {
    fn from(Pin { anchor, what }: Pin) -> Self {
        Self {
            anchor: anchor.into(),
            what: what.into(),
        }
    }
}

impl From<PinV1> for Pin {
    fn from(PinV1 { anchor, what }: PinV1) -> Self {
        Self {
            anchor: anchor.into(),
            what: what.into(),
        }
    }
}
