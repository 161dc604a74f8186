//! The bytecode: what the front end (`syntax`) produces and the virtual machine (`vm`) runs.
//!
//! It is a stack machine in the manner of CPython 3.13's: an instruction takes its operands from the frame's
//! operand stack and pushes its result there. Exceptions cost nothing until one is raised: each code object has
//! a table of [`Handler`]s instead of set-up instructions.
//!
//! The types here are plain data and know nothing of the object model, so that the front end can be tested and
//! fuzzed alone. The machine links a [`Code`] into its own form (constants become values, names are interned)
//! before it runs it.
//!
//! Stack effects are written `[before] -> [after]`, the top of the stack being on the right.

use num_bigint::BigInt;
use std::rc::Rc;

/// A half-open range of byte offsets into the source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

/// An index into `Code::ops`.
pub type Label = u32;

/// A compile-time constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    None,
    Bool(bool),
    Int(i64),
    BigInt(BigInt),
    Float(f64),
    /// The imaginary part of a complex literal such as `2j`.
    Imaginary(f64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Ellipsis,
    Tuple(Rc<[Const]>),
    /// The right side of `x in {1, 2, 3}`.
    FrozenSet(Rc<[Const]>),
    Code(Rc<Code>),
}

/// What calling a function with this code makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// Module level code: names are the globals.
    Module,
    /// A class body: `LoadName`/`StoreName` work on the namespace that `BuildClass` passes.
    Class,
    Function,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// One entry of a code object's exception table.
///
/// When an exception leaves the instruction at `pc` with `start <= pc < end`, the machine cuts the operand stack
/// to `depth` values, pushes the exception and goes on at `target`. The *innermost* handler comes first in the
/// table: the first match wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: Label,
    pub end: Label,
    pub target: Label,
    /// Height of the operand stack (locals not counted) on entry, before the exception is pushed.
    pub depth: u32,
}

/// A function's, class body's or module's code.
///
/// Slots of a frame are laid out so: parameters (`posonly`, positional-or-keyword, keyword-only, `*args`,
/// `**kwargs`, in this order, as in CPython), other locals (hidden ones of inlined comprehensions included), then
/// one slot for each free variable, which holds its cell. The operand stack lies above.
#[derive(Debug, PartialEq)]
pub struct Code {
    pub name: Rc<str>,
    /// For example `Chef.cook` or `main.<locals>.inner`.
    pub qualname: Rc<str>,
    pub kind: CodeKind,
    pub ops: Vec<Op>,
    /// The source range of each instruction; as long as `ops`.
    pub spans: Vec<Span>,
    /// The instructions whose failure a traceback marks elsewhere than at their own range, in rising order. Those of
    /// an `async for` are at what is iterated over for whoever watches, and the whole loop for a traceback.
    pub marks: Vec<(Label, Span)>,
    pub handlers: Vec<Handler>,
    pub consts: Vec<Const>,
    pub names: Vec<Rc<str>>,
    /// The names of all local slots, parameters first. Hidden locals have a name that starts with `.`.
    pub locals: Vec<Rc<str>>,
    /// The names of the free variables; their slots follow the locals.
    pub frees: Vec<Rc<str>>,
    /// Local slots that inner functions capture. Code begins with a `MakeCell` for each.
    pub cells: Vec<u16>,
    /// Number of positional parameters, positional-only ones included.
    pub arg_count: u16,
    pub posonly_count: u16,
    pub kwonly_count: u16,
    pub has_varargs: bool,
    pub has_varkeywords: bool,
    /// The docstring, if the body begins with one.
    pub doc: Option<Rc<str>>,
    /// The 1-based line of the `def`, `class` or `lambda` (its first decorator's for decorated ones, as `co_firstlineno`).
    pub first_line: u32,
    /// The most values that the operand stack ever holds.
    pub max_stack: u32,
}

impl Code {
    /// What a traceback marks where the instruction has raised.
    pub fn mark(&self, pc: Label) -> Option<Span> {
        match self.marks.binary_search_by_key(&pc, |(at, _)| *at) {
            Ok(index) => self.marks.get(index).map(|(_, span)| *span),
            Err(_) => self.spans.get(pc as usize).copied(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    MatMul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CmpOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

/// The conversion of an f-string field: `!s`, `!r`, `!a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// Why a value is awaited: it decides the wording of the TypeError when it is not awaitable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwaitKind {
    /// `await x`
    Plain,
    /// `async with`: the result of `__aenter__`.
    AEnter,
    /// `async with`: the result of `__aexit__`.
    AExit,
    /// `async for`: the result of `__anext__`.
    ANext,
}

/// What `MakeFunction` finds on the stack below the function, lowest first: defaults, keyword defaults,
/// annotations, closure. A bit set, since all sixteen combinations occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FunctionParts(pub u8);

impl FunctionParts {
    /// A tuple of the defaults of the last positional parameters.
    pub const DEFAULTS: u8 = 1;
    /// A dict from keyword-only parameter names to their defaults.
    pub const KW_DEFAULTS: u8 = 2;
    /// A dict from parameter names (and "return") to annotations.
    pub const ANNOTATIONS: u8 = 4;
    /// A tuple of cells, one for each free variable, in the order of `Code::frees`.
    pub const CLOSURE: u8 = 8;

    pub fn has(self, part: u8) -> bool {
        self.0 & part != 0
    }
}

/// One instruction. `name` operands index `Code::names`, `slot` operands the frame's slots, `index` operands
/// `Code::consts`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    /// A statement begins on this (1-based) line. Costs no virtual time. `[] -> []`
    Line(u32),
    Nop,

    // The operand stack.
    /// `[a] -> []`
    Pop,
    /// `[a] -> [a a]`
    Dup,
    /// `[a b] -> [a b a b]`
    Dup2,
    /// `[a b] -> [b a]`
    Swap,
    /// The top value goes below the two under it: `[a b c] -> [c a b]`
    Rot3,
    /// The top value goes below the three under it: `[a b c d] -> [d a b c]`
    Rot4,
    /// Pushes a copy of the value `n` below the top (`Copy(0)` is `Dup`).
    Copy(u16),

    // Constants and variables.
    /// `[] -> [value]`
    Const(u32),
    /// `[] -> [int]`
    SmallInt(i32),
    /// UnboundLocalError if the slot is empty. `[] -> [value]`
    LoadFast(u16),
    /// `[value] -> []`
    StoreFast(u16),
    /// UnboundLocalError if the slot is empty.
    DeleteFast(u16),
    /// Empties a hidden local without complaint (end of an inlined comprehension, end of `except ... as e`).
    ClearFast(u16),
    /// Wraps the slot's value (or its emptiness) in a new cell.
    MakeCell(u16),
    /// The value in the cell of this slot. NameError/UnboundLocalError if the cell is empty.
    LoadDeref(u16),
    StoreDeref(u16),
    DeleteDeref(u16),
    /// Pushes the cell itself, for a closure.
    LoadClosure(u16),
    /// In a class body: the namespace's `name` if it has it, else the cell's value.
    LoadClassDeref {
        slot: u16,
        name: u16,
    },
    /// Globals, then builtins; NameError. `[] -> [value]`
    LoadGlobal(u32),
    StoreGlobal(u32),
    DeleteGlobal(u32),
    /// Class bodies: namespace, then globals, then builtins. In module code: as `LoadGlobal`.
    LoadName(u32),
    StoreName(u32),
    DeleteName(u32),
    /// Makes `__annotations__` in the namespace (class) or globals (module) if it is not there.
    SetupAnnotations,

    // Attributes and items.
    /// `[object] -> [value]`
    LoadAttr(u32),
    /// For `CallMethod` and `CallMethodKw`: `[object] -> [function object]` or, where it is no plain method, `[empty value]`.
    LoadMethod(u32),
    /// `[value object] -> []`
    StoreAttr(u32),
    /// `[object] -> []`
    DeleteAttr(u32),
    /// `[object index] -> [value]`
    LoadItem,
    /// `[value object index] -> []`
    StoreItem,
    /// `[object index] -> []`
    DeleteItem,
    /// `[start stop] -> [slice]` or `[start stop step] -> [slice]`; the operand is 2 or 3.
    BuildSlice(u8),

    // Operators.
    /// `[a b] -> [a op b]`
    Binary(BinOp),
    /// `a op= b`: as `Binary`, but `__iadd__` and the like come first.
    Inplace(BinOp),
    Unary(UnaryOp),
    /// `[a] -> [bool]`
    Not,
    Compare(CmpOp),
    /// `[item container] -> [bool]`
    In,
    NotIn,
    Is,
    IsNot,

    // Jumps. Targets are absolute.
    Jump(Label),
    /// `[a] -> []`
    PopJumpIfFalse(Label),
    PopJumpIfTrue(Label),
    PopJumpIfNone(Label),
    PopJumpIfNotNone(Label),
    /// Jumps and keeps the value if it is false, else pops it.
    JumpIfFalseOrPop(Label),
    JumpIfTrueOrPop(Label),

    // Building.
    BuildTuple(u32),
    BuildList(u32),
    BuildSet(u32),
    /// `n` pairs: `[k1 v1 ... kn vn] -> [dict]`
    BuildMap(u32),
    /// Joins `n` strings.
    BuildString(u32),
    /// Appends the top value to the list that lies `n` below it (`n` = 1: directly below); pops the value.
    ListAppend(u16),
    SetAdd(u16),
    /// `[... key value] -> [...]` into the dict `n` below the pair.
    MapAdd(u16),
    /// Extends the list `n` below by the iterable on top (`[*xs]`, `f(*xs)`); pops it.
    ListExtend(u16),
    SetUpdate(u16),
    /// `{**mapping}`: later keys win.
    DictUpdate(u16),
    /// `f(**mapping)`: a key that is there already is a TypeError. The
    /// callable, which the message names, is found under the positional-arguments tuple: `[callable tuple dict mapping]`.
    DictMerge(u16),
    ListToTuple,
    /// `[value] -> [str]`; with a spec `[value spec] -> [str]`.
    FormatValue {
        conversion: Conversion,
        has_spec: bool,
    },

    // Unpacking and iteration.
    /// `[iterable] -> [item_n ... item_1]`, so that the first item is on top.
    UnpackSequence(u32),
    /// As above with a starred target between: `[iterable] -> [after_m ... after_1 list before_n ... before_1]`.
    UnpackEx {
        before: u16,
        after: u16,
    },
    /// `[iterable] -> [iterator]`
    GetIter,
    /// `[iterator] -> [iterator item]`, or when it is exhausted `[iterator] -> []` and a jump.
    ForIter(Label),
    /// `[async iterable] -> [async iterator]`
    GetAIter,
    /// `[async iterator] -> [async iterator awaitable]`: calls `__anext__`. Followed by `GetAwaitable(ANext)`, `Const None`, `Await`.
    GetANext,
    /// Target of the handler around `GetANext`...`Await` of an `async for`:
    /// `[async iterator exception] -> []` if it is StopAsyncIteration, else it is raised again.
    EndAsyncFor,

    // Suspending.
    /// `[awaitable] -> [iterator]`: a coroutine as it is, a Future as it is, else the result of `__await__`.
    GetAwaitable(AwaitKind),
    /// `await`: `[iterator sent] -> [result]`. Sends `sent` into the iterator (None at first). When the iterator
    /// yields, the frame is suspended *at this instruction* with `[iterator]`; it is resumed with the sent value
    /// pushed. When the iterator returns, its value is the result. A `throw` into the frame goes to the iterator first.
    Await,
    /// `yield from`: the same with a plain iterator made by `GetYieldFromIter`.
    YieldFrom,
    /// `[iterable] -> [iterator]`: a generator (or, in a `types.coroutine`, a coroutine) as it is, else `iter(x)`.
    GetYieldFromIter,
    /// Suspends the frame with a value; `[value] -> [sent]`. In an async generator the value is wrapped by the machine.
    Yield,
    /// `[value] -> (the frame is left)`
    Return,

    // Exceptions. A handler is entered with `[exception]` on top of `depth` values.
    /// Makes the exception the one being handled: `[exception] -> [previously handled, exception]`
    PushExcInfo,
    /// Ends the handling: `[previously handled] -> []`
    PopExcept,
    /// `[exception type-or-tuple] -> [exception bool]`; TypeError if it is neither.
    CheckExcMatch,
    /// `except*`: `[exception type-or-tuple] -> [rest-or-None match-or-None]`. `exception` may be None (nothing is left).
    CheckEgMatch,
    /// End of `try ... except*`: `[original list-of-raised-and-rest] -> [exception-or-None]` that is to be raised.
    PrepReraiseStar,
    /// `raise` / `raise a` / `raise a from b`: the operand is 0, 1 or 2.
    Raise(u8),
    /// `[exception]`: raised again as it is; nothing is added to its context.
    Reraise,
    /// `[manager] -> [exit entered]`: `exit` is the bound `__exit__`, `entered` what `__enter__` returned.
    BeforeWith,
    /// `[manager] -> [aexit awaitable]`
    BeforeAsyncWith,
    /// `[exit previous exception] -> [exit previous exception result]`: calls `exit(type, exception, traceback)`.
    WithExceptStart,
    LoadAssertionError,

    // Calls.
    /// `n` positional arguments: `[callable a1 ... an] -> [result]`
    Call(u16),
    /// After `LoadMethod`: `[function object a1 ... an]` or `[empty callable a1 ... an] -> [result]`
    CallMethod(u16),
    /// The constant at `names` is a tuple of the last arguments' keywords: `[callable a1 ... an] -> [result]`, `n` counts all.
    CallKw {
        count: u16,
        names: u32,
    },
    /// After `LoadMethod`; keywords as for `CallKw`, arguments as for `CallMethod`.
    CallMethodKw {
        count: u16,
        names: u32,
    },
    /// `[callable tuple] -> [result]`
    CallArgs,
    /// `[callable tuple dict] -> [result]`
    CallArgsKw,
    /// See [`FunctionParts`]. `[parts...] -> [function]`; the code is the constant at `code`.
    MakeFunction {
        code: u32,
        parts: FunctionParts,
    },
    /// Pushes the native function that makes classes: called as `(body function, name, *bases, **keywords)`.
    LoadBuildClass,

    // Imports.
    /// `import a.b.c` pushes `a` if `from_list` is None (a constant index of None), else the innermost module.
    /// `[] -> [module]`; `level` counts leading dots.
    ImportName {
        name: u16,
        from_list: u32,
        level: u8,
    },
    /// `[module] -> [module attribute]`
    ImportFrom(u32),
    /// Copies all public names of the module into the globals: `[module] -> []`
    ImportStar,

    // Pattern matching.
    /// `[subject] -> [subject bool]`: is it a sequence other than str, bytes, bytearray?
    MatchSequence,
    MatchMapping,
    /// `[subject] -> [subject length]`
    GetLen,
    /// `[subject keys] -> [subject keys values-or-None]`
    MatchKeys,
    /// The rest of a mapping pattern: `[subject keys] -> [subject dict]`
    MatchRest,
    /// `[subject class names] -> [attributes-or-None]`; `names` is a tuple of attribute names for the keyword
    /// patterns, `positional` the number of positional ones.
    MatchClass {
        positional: u16,
    },

    // Fused instructions: made by the machine when it links a code object, never by the front end. Each stands in
    // the place of its first part; the parts that follow it stay where they are (a jump may lead to them) and are
    // skipped.
    FusedLoadFastLoadFast {
        a: u16,
        b: u16,
    },
    FusedLoadFastConst {
        slot: u16,
        index: u32,
    },
    FusedStoreFastLoadFast {
        a: u16,
        b: u16,
    },
    FusedBinaryFastFast {
        op: BinOp,
        a: u16,
        b: u16,
    },
    FusedBinaryFastInt {
        op: BinOp,
        slot: u16,
        int: i16,
    },
    FusedCompareJump {
        op: CmpOp,
        target: Label,
    },
    FusedLoadFastLoadAttr {
        slot: u16,
        name: u32,
    },
    FusedForIterStoreFast {
        slot: u16,
        target: Label,
    },
    FusedInplaceFastFast {
        op: BinOp,
        a: u16,
        b: u16,
    },
    FusedInplaceFastInt {
        op: BinOp,
        slot: u16,
        int: i16,
    },
}
