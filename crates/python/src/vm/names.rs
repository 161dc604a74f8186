//! Interned names: one object a name, so that looking up an attribute compares addresses.

use crate::bytecode::BinOp;
use crate::object::Str;
use crate::object::memory::Charge;
use crate::object::work;
use hashbrown::HashTable;
use std::cell::{OnceCell, RefCell};

/// Keeps one [`Str`] for each name in use.
pub struct Interner {
    /// Each with its hash, so that a table that grows need not visit all names.
    known: RefCell<HashTable<(i64, Str)>>,
    /// What the table takes.
    charge: Charge,
    /// Those of one character that have been asked for: programs walk texts by them.
    characters: [OnceCell<Str>; CHARACTERS],
}

/// What keeping a new name takes, in instructions.
const NAME_COST: usize = 8;

/// What it takes beyond that: each place of a large table is far from the last.
const NAME_STRAIN: usize = 60;

/// How many characters have a name kept at hand: those of ASCII.
const CHARACTERS: usize = 128;

/// A place of the table, with its byte of control.
const PLACE: usize = size_of::<(i64, Str)>() + 1;

impl Default for Interner {
    fn default() -> Self {
        Interner {
            known: RefCell::default(),
            charge: Charge::new(0),
            characters: [const { OnceCell::new() }; CHARACTERS],
        }
    }
}

impl Interner {
    pub fn intern(&self, name: &str) -> Str {
        let hash = switchboard_pyfmt::hash::hash_str(name);
        self.find(name, hash)
            .unwrap_or_else(|| self.keep(Str::with_hash(name, hash)))
    }

    /// A text of one character; always the same for one of ASCII.
    pub fn character(&self, c: char) -> Str {
        let mut buffer = [0; 4];
        let text = c.encode_utf8(&mut buffer);
        match self.characters.get(c as usize) {
            Some(kept) => kept.get_or_init(|| self.intern(text)).clone(),
            None => Str::new(&*text),
        }
    }

    /// As [`Interner::intern`]: a name that is not known is this very object from now on.
    pub fn intern_object(&self, name: &Str) -> Str {
        self.find(name, name.hash())
            .unwrap_or_else(|| self.keep(name.clone()))
    }

    /// Whether this very object is the one kept for its name.
    pub fn is_interned(&self, name: &Str) -> bool {
        self.find(name, name.hash()).is_some_and(|known| known.is(name))
    }

    fn find(&self, name: &str, hash: i64) -> Option<Str> {
        let known = self.known.borrow();
        let found = known.find(hash as u64, |(at, known)| *at == hash && known.as_str() == name);
        found.map(|(_, known)| known.clone())
    }

    fn keep(&self, name: Str) -> Str {
        let mut known = self.known.borrow_mut();
        work::note(NAME_COST);
        work::strain(NAME_STRAIN);
        let (hash, before) = (name.hash(), known.capacity());
        known.insert_unique(hash as u64, (hash, name.clone()), |(hash, _)| *hash as u64);
        if known.capacity() != before {
            self.charge.resize(known.capacity() * PLACE);
        }
        name
    }
}

/// The special methods of one binary operator.
pub struct OperatorNames {
    /// `__add__`
    pub plain: Str,
    /// `__radd__`
    pub reflected: Str,
    /// `__iadd__`
    pub in_place: Str,
}

/// The special methods of all binary operators.
pub struct Operators([OperatorNames; 13]);

impl Operators {
    fn new(interner: &Interner) -> Self {
        let names = |stem: &str| OperatorNames {
            plain: interner.intern(&format!("__{stem}__")),
            reflected: interner.intern(&format!("__r{stem}__")),
            in_place: interner.intern(&format!("__i{stem}__")),
        };
        // In the order of `BinOp`.
        Operators(
            [
                "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift",
                "and", "or", "xor",
            ]
            .map(names),
        )
    }

    pub fn of(&self, op: BinOp) -> &OperatorNames {
        &self.0[op as usize]
    }
}

macro_rules! names {
    ($($field:ident = $text:literal,)*) => {
        /// The names that the machine itself looks up.
        pub struct Names {
            $(pub $field: Str,)*
            pub operators: Operators,
        }

        impl Names {
            pub fn new(interner: &Interner) -> Self {
                // A loop over a table is smaller than a call for each name.
                const TEXTS: &[&str] = &[$($text),*];
                let [$($field),*] = std::array::from_fn(|at| interner.intern(TEXTS[at]));
                Names {
                    $($field,)*
                    operators: Operators::new(interner),
                }
            }
        }
    };
}

names! {
    sleep = "sleep", init = "__init__", new = "__new__", del = "__del__", call = "__call__", class = "__class__", dict = "__dict__",
    name = "__name__", qualname = "__qualname__", module = "__module__", doc = "__doc__", bases = "__bases__",
    mro = "__mro__", annotations = "__annotations__", slots = "__slots__", wrapped = "__wrapped__",
    prepare = "__prepare__", set_name = "__set_name__", init_subclass = "__init_subclass__",
    class_getitem = "__class_getitem__", class_cell = "__classcell__", mro_entries = "__mro_entries__",
    abstract_methods = "__abstractmethods__", instancecheck = "__instancecheck__",
    subclasscheck = "__subclasscheck__", subclasshook = "__subclasshook__", match_args = "__match_args__",
    getattribute = "__getattribute__", getattr = "__getattr__", setattr = "__setattr__", delattr = "__delattr__",
    get = "__get__", set = "__set__", delete = "__delete__", dir = "__dir__",
    repr = "__repr__", str = "__str__", format = "__format__", bytes = "__bytes__", hash = "__hash__",
    bool = "__bool__", len = "__len__", length_hint = "__length_hint__", contains = "__contains__",
    getitem = "__getitem__", setitem = "__setitem__", delitem = "__delitem__", missing = "__missing__",
    iter = "__iter__", next = "__next__", reversed = "__reversed__",
    aiter = "__aiter__", anext = "__anext__", await_ = "__await__", enter = "__enter__", exit = "__exit__",
    aenter = "__aenter__", aexit = "__aexit__",
    eq = "__eq__", ne = "__ne__", lt = "__lt__", le = "__le__", gt = "__gt__", ge = "__ge__",
    index = "__index__", int = "__int__", float = "__float__", complex = "__complex__", round = "__round__",
    trunc = "__trunc__", floor = "__floor__", ceil = "__ceil__", abs = "__abs__", divmod = "__divmod__",
    neg = "__neg__", pos = "__pos__", invert = "__invert__",
    send = "send", throw = "throw", close = "close", args = "args", value = "value", message = "message",
    main = "__main__", builtins = "__builtins__", file = "__file__", all = "__all__", path = "__path__",
    cause = "__cause__", context = "__context__", suppress_context = "__suppress_context__",
    traceback = "__traceback__", notes = "__notes__", self_ = "__self__", func = "__func__",
    object_new = "object", dot_star = "*", fileno = "fileno", write = "write", keys = "keys", empty = "",
    defaults = "__defaults__", kwdefaults = "__kwdefaults__", code = "__code__", closure = "__closure__",
    globals = "__globals__", type_params = "__type_params__", orig_bases = "__orig_bases__",
    is_abstract = "__isabstractmethod__", static_attributes = "__static_attributes__",
    firstlineno = "__firstlineno__",
}
