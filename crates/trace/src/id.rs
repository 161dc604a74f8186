//! The small numbers by which events name things.

use core::num::NonZeroU32;

/// An unsigned integer of 24 bits, so that it fits beside an event's tag in one word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct U24([u8; 3]);

impl U24 {
    /// The largest value, 16,777,215.
    pub const MAX: u32 = 0x00ff_ffff;

    /// Makes a 24-bit integer; larger values become [`U24::MAX`].
    #[must_use]
    pub const fn new(value: u32) -> Self {
        let bounded = if value > Self::MAX { Self::MAX } else { value };
        let [_, high, middle, low] = bounded.to_be_bytes();
        Self([high, middle, low])
    }

    /// The value, from 0 to [`U24::MAX`].
    #[must_use]
    pub const fn get(self) -> u32 {
        let [high, middle, low] = self.0;
        u32::from_be_bytes([0, high, middle, low])
    }
}

impl core::fmt::Debug for U24 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Debug::fmt(&self.get(), f)
    }
}

/// A line of the program, counted from 1; 0 where the line is not known.
pub type Line = U24;

macro_rules! counted_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The id with this place in the order of making, counted from 0.
            /// The last place stands for all that a `u32` can't count.
            #[must_use]
            pub const fn from_index(index: u32) -> Self {
                match NonZeroU32::new(index.saturating_add(1)) {
                    Some(number) => Self(number),
                    None => Self(NonZeroU32::MAX),
                }
            }

            /// The place in the order of making, counted from 0.
            #[must_use]
            pub const fn index(self) -> usize {
                (self.0.get() - 1) as usize
            }

            /// The id with this number; 0 is taken for 1.
            #[allow(dead_code, reason = "not every kind of id is stored as a bare number")]
            pub(crate) const fn from_number(number: u32) -> Self {
                Self::from_index(number.saturating_sub(1))
            }

            /// The number to show, counted from 1.
            #[must_use]
            pub const fn number(self) -> u32 {
                self.0.get()
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    };
}

counted_id! {
    /// A task. Ids count up from 1 in the order in which tasks are made and are never used again.
    TaskId
}
counted_id! {
    /// A handle: a callback in the ready queue, or a timer. Ids count up from 1 and are never used again, so
    /// of two timers with the same deadline the one with the smaller id was set first.
    HandleId
}
counted_id! {
    /// A thing that tasks can wait for: a future, a lock, a queue and so on.
    ObjectId
}
counted_id! {
    /// A thread beside the event loop's.
    ThreadId
}

macro_rules! table_id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Debug)]
        pub struct $name(pub(crate) $inner);
    };
}

table_id! {
    /// A short string kept once, however often it is used. The default is the empty string.
    NameId(U24)
}
table_id! {
    /// A string of any length, kept each time: output, results, messages. The default is the empty string.
    TextId(u32)
}
table_id! {
    /// A place in the program. The default is the unknown place.
    SiteId(u32)
}

/// What the embedding calls a source of I/O, such as a socket.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Token(pub u32);
