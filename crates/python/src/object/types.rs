//! Classes.

use super::memory::Charge;
use super::value::next_serial;
use super::{Dict, Str, Value};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// A class, built-in or defined by the program.
pub struct Type {
    pub name: Str,
    pub qualname: RefCell<Str>,
    /// `__module__`: `builtins`, `__main__`, `asyncio` …
    pub module: Str,
    pub bases: Vec<Rc<Type>>,
    /// The method resolution order without the class itself (which would be a reference cycle).
    pub ancestors: Vec<Rc<Type>>,
    /// `None` stands for `type`.
    pub metaclass: Option<Rc<Type>>,
    /// See [`Type::dict`].
    dict: Rc<Dict>,
    /// What has still to be put into `dict`.
    pending: Cell<Option<Filling>>,
    /// What its instances hold beside attributes.
    pub layout: Layout,
    pub origin: Origin,
    /// Changes when the class or an ancestor changes; no two classes ever have the same. Keys method caches.
    tag: Cell<u32>,
    /// What its special methods are, worked out when first asked for after a change.
    traits: Cell<Traits>,
    subclasses: RefCell<Vec<Weak<Type>>>,
    _charge: Charge,
    /// `__slots__` given: instances refuse other attributes.
    pub slots: Option<Vec<Str>>,
}

/// What puts the attributes of a built-in type into its namespace.
pub type Filling = Box<dyn FnOnce()>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Made by the machine; its attributes can't be set.
    Native,
    /// Made by a `class` statement or `type(...)`.
    Python,
}

/// The built-in representation under a class: inherited from the built-in type it extends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Object,
    Int,
    Bool,
    Float,
    Complex,
    Str,
    Bytes,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Exception,
    Type,
    /// A native type with a state of its own: only its constructor makes instances.
    Native,
    /// Other built-in types, which can't be extended (`function`, `NoneType`, `range` …).
    Final,
}

/// The special methods that the machine asks about all the time, one bit each: one load tells.
#[derive(Clone, Copy, Default)]
struct Traits(u8);

impl Traits {
    /// The other bits hold; without it they are still to be worked out.
    const KNOWN: u8 = 1;
    const CUSTOM_EQ: u8 = 2;
    const CUSTOM_HASH: u8 = 4;
    const FINALIZER: u8 = 8;
    const GETATTRIBUTE: u8 = 16;
    const GETATTR: u8 = 32;
    const SETATTR: u8 = 64;
    const CLASS: u8 = 128;

    fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

fn next_tag() -> u32 {
    // Serials of objects and tags share a counter: all that matters is that no tag is given twice.
    next_serial() as u32
}

/// So many ancestors are looked at in the time of an item.
const ANCESTORS_AN_ITEM: usize = 16;

impl Type {
    #[allow(clippy::too_many_arguments)] // A class is what it is; a builder would only rename the arguments.
    pub fn new(
        name: Str,
        module: Str,
        bases: Vec<Rc<Type>>,
        ancestors: Vec<Rc<Type>>,
        metaclass: Option<Rc<Type>>,
        dict: Rc<Dict>,
        layout: Layout,
        origin: Origin,
        slots: Option<Vec<Str>>,
    ) -> Rc<Type> {
        let size = size_of::<Type>() + (ancestors.len() + 2 * bases.len() + 4) * size_of::<Rc<Type>>();
        let class = Rc::new(Type {
            _charge: Charge::new(size),
            qualname: RefCell::new(name.clone()),
            name,
            module,
            bases,
            ancestors,
            metaclass,
            dict,
            pending: Cell::new(None),
            layout,
            origin,
            tag: Cell::new(next_tag()),
            traits: Cell::default(),
            subclasses: RefCell::new(Vec::new()),
            slots,
        });
        for base in &class.bases {
            base.subclasses.borrow_mut().push(Rc::downgrade(&class));
        }
        class
    }

    /// The class's namespace.
    pub fn dict(&self) -> &Rc<Dict> {
        if let Some(fill) = self.pending.take() {
            // This is no work of the program's.
            let work = super::work::exchange(0);
            fill();
            super::work::exchange(work);
        }
        &self.dict
    }

    /// Has the namespace filled when it is first asked for: most programs ask few built-in types for anything.
    pub fn fill_later(&self, fill: Filling) {
        self.pending.set(Some(fill));
    }

    /// The class itself and its ancestors, in method resolution order.
    pub fn mro(self: &Rc<Type>) -> impl Iterator<Item = &Rc<Type>> {
        std::iter::once(self).chain(self.ancestors.iter())
    }

    /// The attribute in the first class of the method resolution order that has it. The machine's `Vm::lookup`
    /// is the same with a cache.
    pub fn find(self: &Rc<Type>, name: &Str) -> Option<Value> {
        self.mro().find_map(|class| class.dict().get_str(name))
    }

    /// The same, and the class that has it.
    pub fn find_with_owner(self: &Rc<Type>, name: &str) -> Option<(Rc<Type>, Value)> {
        let name = Str::new(name);
        self.mro()
            .find_map(|class| class.dict().get_str(&name).map(|value| (class.clone(), value)))
    }

    pub fn is_subclass_of(self: &Rc<Type>, other: &Rc<Type>) -> bool {
        if Rc::ptr_eq(self, other) {
            return true;
        }
        // Some programs' classes have thousands of ancestors.
        if self.ancestors.len() > ANCESTORS_AN_ITEM {
            super::work::note(self.ancestors.len() / ANCESTORS_AN_ITEM);
        }
        self.ancestors.iter().any(|class| Rc::ptr_eq(class, other))
    }

    pub fn tag(&self) -> u32 {
        self.tag.get()
    }

    /// To be called after any change of `dict`.
    pub fn changed(&self) {
        self.tag.set(next_tag());
        self.traits.set(Traits::default());
        for class in self.subclasses() {
            super::work::note(4);
            class.changed();
        }
    }

    pub fn subclasses(&self) -> Vec<Rc<Type>> {
        self.subclasses
            .borrow()
            .iter()
            .filter_map(Weak::upgrade)
            .collect()
    }

    /// Whether the class, or a native type with a state of its own under it, defines `__eq__` for its instances.
    pub fn has_custom_eq(&self) -> bool {
        self.traits().has(Traits::CUSTOM_EQ)
    }

    /// The same for `__hash__` (defined or removed).
    pub fn has_custom_hash(&self) -> bool {
        self.traits().has(Traits::CUSTOM_HASH)
    }

    pub fn has_finalizer(&self) -> bool {
        self.origin == Origin::Python && self.traits().has(Traits::FINALIZER)
    }

    pub fn has_getattribute(&self) -> bool {
        self.traits().has(Traits::GETATTRIBUTE)
    }

    pub fn has_getattr(&self) -> bool {
        self.traits().has(Traits::GETATTR)
    }

    pub fn has_setattr(&self) -> bool {
        self.traits().has(Traits::SETATTR)
    }

    /// Whether instances may call another class theirs: `__class__` is defined, or every attribute is asked for.
    pub fn may_claim_class(&self) -> bool {
        self.origin == Origin::Python && self.traits().has(Traits::CLASS | Traits::GETATTRIBUTE)
    }

    #[inline]
    fn traits(&self) -> Traits {
        let traits = self.traits.get();
        if traits.has(Traits::KNOWN) {
            traits
        } else {
            self.find_traits()
        }
    }

    #[cold]
    fn find_traits(&self) -> Traits {
        let defines = |names: &[&str]| {
            let python = |dict: &Dict| {
                names
                    .iter()
                    .any(|name| matches!(dict.get_text(name), Some(v) if !matches!(v, Value::Native(_))))
            };
            // Ancestors that are native define the defaults; an ancestor in Python comes before all native ones
            // that it extends.
            python(self.dict())
                || self
                    .ancestors
                    .iter()
                    .filter(|class| class.origin == Origin::Python)
                    .any(|class| python(class.dict()))
        };
        // Native types with a state of their own bring their own comparisons; `object`, the last, brings the default.
        let native = |names: &[&str]| {
            let classes = std::iter::once(self.dict()).chain(self.ancestors.iter().map(|class| class.dict()));
            matches!(self.layout, Layout::Native | Layout::Final)
                && classes
                    .take(self.ancestors.len())
                    .any(|dict| names.iter().any(|name| dict.get_text(name).is_some()))
        };
        let found = [
            (Traits::CUSTOM_EQ, defines(&["__eq__"]) || native(&["__eq__"])),
            (
                Traits::CUSTOM_HASH,
                defines(&["__hash__", "__eq__"]) || native(&["__hash__", "__eq__"]),
            ),
            (Traits::FINALIZER, defines(&["__del__"])),
            (Traits::GETATTRIBUTE, defines(&["__getattribute__"])),
            (
                Traits::GETATTR,
                defines(&["__getattr__"]) || native(&["__getattr__"]),
            ),
            (Traits::SETATTR, defines(&["__setattr__", "__delattr__"])),
            (Traits::CLASS, defines(&["__class__"])),
        ];
        let bits = found
            .iter()
            .filter(|(_, is_found)| *is_found)
            .map(|(bit, _)| *bit);
        let traits = Traits(bits.fold(Traits::KNOWN, |all, bit| all | bit));
        self.traits.set(traits);
        traits
    }
}

/// The C3 linearisation of a class with these bases, without the class itself. `Err` names the bases that
/// contradict each other.
pub fn linearize(bases: &[Rc<Type>]) -> Result<Vec<Rc<Type>>, Vec<Str>> {
    if let [base] = bases {
        return Ok(base.mro().cloned().collect());
    }
    let mut lists: Vec<Vec<Rc<Type>>> = bases.iter().map(|base| base.mro().cloned().collect()).collect();
    lists.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(order);
        }
        let in_a_tail = |class: &Rc<Type>| {
            lists
                .iter()
                .any(|list| list[1..].iter().any(|other| Rc::ptr_eq(other, class)))
        };
        // Many lists begin with the same class: it is looked for once.
        let mut refused: Option<&Rc<Type>> = None;
        let next = lists.iter().map(|list| &list[0]).find(|class| {
            let fits = !refused.is_some_and(|before| Rc::ptr_eq(before, class)) && !in_a_tail(class);
            refused = Some(class);
            fits
        });
        let Some(next) = next.cloned() else {
            let mut names: Vec<Str> = Vec::new();
            for list in &lists {
                if !names.contains(&list[0].name) {
                    names.push(list[0].name.clone());
                }
            }
            return Err(names);
        };
        for list in &mut lists {
            if Rc::ptr_eq(&list[0], &next) {
                list.remove(0);
            }
        }
        order.push(next);
    }
}
