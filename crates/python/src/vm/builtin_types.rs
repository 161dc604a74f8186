//! The built-in classes.

use super::names::Interner;
use crate::object::types::Origin;
use crate::object::{Dict, Layout, Type};
use std::rc::Rc;

/// Makes a native class.
pub fn native_type(
    interner: &Interner,
    module: &str,
    name: &str,
    base: Option<&Rc<Type>>,
    layout: Layout,
) -> Rc<Type> {
    // Some classes of other modules are known to the machine: their names are given in full.
    let (module, name) = name.rsplit_once('.').unwrap_or((module, name));
    let bases: Vec<Rc<Type>> = base.into_iter().cloned().collect();
    let ancestors = base.map(|base| base.mro().cloned().collect()).unwrap_or_default();
    Type::new(
        interner.intern(name),
        interner.intern(module),
        bases,
        ancestors,
        None,
        Rc::new(Dict::new()),
        layout,
        Origin::Native,
        None,
    )
}

macro_rules! types {
    ($root:ident; $($field:ident: $name:literal, $base:ident, $layout:ident;)*) => {
        /// All built-in classes, by name.
        pub struct Types {
            pub $root: Rc<Type>,
            $(pub $field: Rc<Type>,)*
            /// All of them, in the order in which they were made.
            all: Vec<Rc<Type>>,
        }

        /// The classes' places in the table below.
        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, reason = "these are the names of fields")]
        #[expect(dead_code, reason = "classes that nothing extends are not named")]
        enum Place { $root, $($field),* }

        /// Name, base and layout of all classes but the first. A base stands before the classes that extend it.
        const TABLE: &[(&str, Place, Layout)] = &[$(($name, Place::$base, Layout::$layout)),*];

        impl Types {
            pub fn new(interner: &Interner) -> Self {
                let all = made(interner);
                let [$root, $($field),*] = std::array::from_fn(|at| all[at].clone());
                Types { $root, $($field,)* all }
            }
        }
    };
}

impl Types {
    /// All of them, for filling the `builtins` module.
    pub fn all(&self) -> &[Rc<Type>] {
        &self.all
    }
}

/// Makes the classes of the table: a loop over it is smaller than a call for each class.
fn made(interner: &Interner) -> Vec<Rc<Type>> {
    let mut all = vec![native_type(interner, "builtins", "object", None, Layout::Object)];
    for (name, base, layout) in TABLE {
        let base = all[*base as usize].clone();
        all.push(native_type(interner, "builtins", name, Some(&base), *layout));
    }
    all
}

types! {
    object;
    type_: "type", object, Type;
    int: "int", object, Int;
    bool: "bool", int, Bool;
    float: "float", object, Float;
    complex: "complex", object, Complex;
    str: "str", object, Str;
    bytes: "bytes", object, Bytes;
    bytearray: "bytearray", object, Native;
    memoryview: "memoryview", object, Native;
    tuple: "tuple", object, Tuple;
    list: "list", object, List;
    dict: "dict", object, Dict;
    set: "set", object, Set;
    frozenset: "frozenset", object, FrozenSet;
    range: "range", object, Final;
    slice: "slice", object, Final;
    none: "NoneType", object, Final;
    ellipsis: "ellipsis", object, Final;
    not_implemented: "NotImplementedType", object, Final;
    function: "function", object, Final;
    method: "method", object, Final;
    builtin_function: "builtin_function_or_method", object, Final;
    method_descriptor: "method_descriptor", object, Final;
    wrapper_descriptor: "wrapper_descriptor", object, Final;
    getset_descriptor: "getset_descriptor", object, Final;
    member_descriptor: "member_descriptor", object, Final;
    module: "module", object, Final;
    generator: "generator", object, Final;
    coroutine: "coroutine", object, Final;
    coroutine_wrapper: "coroutine_wrapper", object, Final;
    async_generator: "async_generator", object, Final;
    async_generator_asend: "async_generator_asend", object, Final;
    async_generator_athrow: "async_generator_athrow", object, Final;
    cell: "cell", object, Final;
    code: "code", object, Final;
    frame: "frame", object, Final;
    traceback: "traceback", object, Final;
    property: "property", object, Native;
    classmethod: "classmethod", object, Native;
    staticmethod: "staticmethod", object, Native;
    super_: "super", object, Native;
    mappingproxy: "mappingproxy", object, Final;
    generic_alias: "types.GenericAlias", object, Final;
    union_type: "types.UnionType", object, Final;
    list_iterator: "list_iterator", object, Final;
    list_reverseiterator: "list_reverseiterator", object, Final;
    tuple_iterator: "tuple_iterator", object, Final;
    range_iterator: "range_iterator", object, Final;
    str_iterator: "str_iterator", object, Final;
    bytes_iterator: "bytes_iterator", object, Final;
    dict_keyiterator: "dict_keyiterator", object, Final;
    dict_valueiterator: "dict_valueiterator", object, Final;
    dict_itemiterator: "dict_itemiterator", object, Final;
    dict_reversekeyiterator: "dict_reversekeyiterator", object, Final;
    set_iterator: "set_iterator", object, Final;
    callable_iterator: "callable_iterator", object, Final;
    iterator: "iterator", object, Final;
    enumerate: "enumerate", object, Native;
    zip: "zip", object, Native;
    map: "map", object, Native;
    filter: "filter", object, Native;
    reversed: "reversed", object, Native;
    dict_keys: "dict_keys", object, Final;
    dict_values: "dict_values", object, Final;
    dict_items: "dict_items", object, Final;

    base_exception: "BaseException", object, Exception;
    // In the order in which CPython makes them, which `__subclasses__()` shows.
    base_exception_group: "BaseExceptionGroup", base_exception, Exception;
    exception: "Exception", base_exception, Exception;
    generator_exit: "GeneratorExit", base_exception, Exception;
    keyboard_interrupt: "KeyboardInterrupt", base_exception, Exception;
    system_exit: "SystemExit", base_exception, Exception;
    cancelled_error: "asyncio.exceptions.CancelledError", base_exception, Exception;
    // Ends a run that exceeds a limit. No `except` catches it.
    limit_exceeded: "Limit", base_exception, Exception;
    // Ends a run in which nothing can ever happen again. No `except` catches it.
    deadlock: "Deadlock", base_exception, Exception;
    arithmetic_error: "ArithmeticError", exception, Exception;
    floating_point_error: "FloatingPointError", arithmetic_error, Exception;
    overflow_error: "OverflowError", arithmetic_error, Exception;
    zero_division_error: "ZeroDivisionError", arithmetic_error, Exception;
    assertion_error: "AssertionError", exception, Exception;
    attribute_error: "AttributeError", exception, Exception;
    buffer_error: "BufferError", exception, Exception;
    eof_error: "EOFError", exception, Exception;
    import_error: "ImportError", exception, Exception;
    module_not_found_error: "ModuleNotFoundError", import_error, Exception;
    lookup_error: "LookupError", exception, Exception;
    index_error: "IndexError", lookup_error, Exception;
    key_error: "KeyError", lookup_error, Exception;
    memory_error: "MemoryError", exception, Exception;
    name_error: "NameError", exception, Exception;
    unbound_local_error: "UnboundLocalError", name_error, Exception;
    os_error: "OSError", exception, Exception;
    blocking_io_error: "BlockingIOError", os_error, Exception;
    child_process_error: "ChildProcessError", os_error, Exception;
    connection_error: "ConnectionError", os_error, Exception;
    broken_pipe_error: "BrokenPipeError", connection_error, Exception;
    connection_aborted_error: "ConnectionAbortedError", connection_error, Exception;
    connection_refused_error: "ConnectionRefusedError", connection_error, Exception;
    connection_reset_error: "ConnectionResetError", connection_error, Exception;
    file_exists_error: "FileExistsError", os_error, Exception;
    file_not_found_error: "FileNotFoundError", os_error, Exception;
    interrupted_error: "InterruptedError", os_error, Exception;
    is_a_directory_error: "IsADirectoryError", os_error, Exception;
    not_a_directory_error: "NotADirectoryError", os_error, Exception;
    permission_error: "PermissionError", os_error, Exception;
    process_lookup_error: "ProcessLookupError", os_error, Exception;
    timeout_error: "TimeoutError", os_error, Exception;
    reference_error: "ReferenceError", exception, Exception;
    runtime_error: "RuntimeError", exception, Exception;
    not_implemented_error: "NotImplementedError", runtime_error, Exception;
    python_finalization_error: "PythonFinalizationError", runtime_error, Exception;
    recursion_error: "RecursionError", runtime_error, Exception;
    stop_async_iteration: "StopAsyncIteration", exception, Exception;
    stop_iteration: "StopIteration", exception, Exception;
    syntax_error: "SyntaxError", exception, Exception;
    indentation_error: "IndentationError", syntax_error, Exception;
    tab_error: "TabError", indentation_error, Exception;
    system_error: "SystemError", exception, Exception;
    type_error: "TypeError", exception, Exception;
    value_error: "ValueError", exception, Exception;
    unicode_error: "UnicodeError", value_error, Exception;
    unicode_decode_error: "UnicodeDecodeError", unicode_error, Exception;
    unicode_encode_error: "UnicodeEncodeError", unicode_error, Exception;
    warning: "Warning", exception, Exception;
    bytes_warning: "BytesWarning", warning, Exception;
    deprecation_warning: "DeprecationWarning", warning, Exception;
    encoding_warning: "EncodingWarning", warning, Exception;
    future_warning: "FutureWarning", warning, Exception;
    import_warning: "ImportWarning", warning, Exception;
    pending_deprecation_warning: "PendingDeprecationWarning", warning, Exception;
    resource_warning: "ResourceWarning", warning, Exception;
    runtime_warning: "RuntimeWarning", warning, Exception;
    syntax_warning: "SyntaxWarning", warning, Exception;
    unicode_warning: "UnicodeWarning", warning, Exception;
    user_warning: "UserWarning", warning, Exception;
}
