//! The methods of built-in types.
//!
//! Each file has the table of one type's methods (`METHODS`, `__new__` included, which is called with the class
//! first) and attributes that are computed (`GETTERS`).

pub mod class;
pub mod exception;
pub mod function;
pub mod mapping_proxy;
pub mod object;
pub mod slot;
pub mod traceback;

use crate::object::function::{ClassMethod, Getter};
use crate::object::{Dict, Instance, NativeFunction, Type, Value};
use crate::vm::Vm;
use crate::vm::call::NativeDef;
use crate::vm::generators as g;
use std::rc::Rc;

pub mod bytes;
pub mod codec;
pub mod complex;
pub mod dict;
pub mod dict_views;
pub mod float;
pub mod frame;
pub mod generic_alias;
pub mod int;
pub mod iterators;
pub mod list;
pub mod operators;
pub mod range;
pub mod receiver;
pub mod set;
pub mod slice;
pub mod sort;
pub mod str;
pub mod tuple;

/// Fills in the built-in types of a new machine.
pub fn install(vm: &Rc<Vm>) {
    install_core(vm);
    install_containers(vm);
    install_numbers(vm);
    install_text(vm);
}

fn install_numbers(vm: &Rc<Vm>) {
    let types = &vm.types;
    for class in [&types.int, &types.float, &types.complex] {
        for table in [
            operators::NUMBER,
            operators::UNARY,
            operators::TEXT,
            &receiver::COMPARISONS,
            &[receiver::HASH],
        ] {
            add_methods(vm, class, table, &[]);
        }
    }
    for class in [&types.int, &types.float] {
        add_methods(vm, class, operators::REAL, &[]);
        add_methods(vm, class, operators::DIVMOD, &[]);
    }
    add_methods(vm, &types.int, operators::INTEGER, &[]);
    add_methods(vm, &types.int, operators::INVERT, &[]);
    add_methods(vm, &types.int, int::METHODS, int::GETTERS);
    add_class_methods(vm, &types.int, int::CLASS_METHODS);
    add_methods(vm, &types.bool, int::BOOL_METHODS, &[]);
    add_methods(vm, &types.float, float::METHODS, float::GETTERS);
    add_class_methods(vm, &types.float, float::CLASS_METHODS);
    add_methods(vm, &types.complex, complex::METHODS, complex::GETTERS);
}

fn install_text(vm: &Rc<Vm>) {
    let types = &vm.types;
    for class in [&types.str, &types.bytes] {
        for table in [
            &receiver::CONTAINER[..],
            &receiver::COMPARISONS,
            &[receiver::HASH],
        ] {
            add_methods(vm, class, table, &[]);
        }
    }
    add_methods(vm, &types.str, operators::TEXT, &[]);
    for table in str::TABLES {
        add_methods(vm, &types.str, table, &[]);
    }
    add_static_methods(vm, &types.str, str::STATIC_METHODS);
    for class in [&types.bytes, &types.bytearray] {
        for table in bytes::SHARED {
            add_methods(vm, class, table, &[]);
        }
        add_class_methods(vm, class, bytes::CLASS_METHODS);
        add_static_methods(vm, class, bytes::STATIC_METHODS);
    }
    add_methods(vm, &types.bytes, bytes::BYTES_METHODS, &[]);
    add_methods(vm, &types.bytearray, bytes::ARRAY_METHODS, bytes::ARRAY_GETTERS);
    types.bytearray.dict.set_str(vm.names.hash.clone(), Value::None);
    types.bytearray.changed();
    add_methods(vm, &types.memoryview, bytes::view::METHODS, bytes::view::GETTERS);
    for class in [&types.unicode_encode_error, &types.unicode_decode_error] {
        add_methods(vm, class, codec::ERROR_METHODS, codec::ERROR_GETTERS);
    }
}

fn install_core(vm: &Rc<Vm>) {
    let t = &vm.types;
    add_methods(vm, &t.object, object::METHODS, object::GETTERS);
    add_methods(vm, &t.type_, class::TYPE_METHODS, class::TYPE_GETTERS);
    add_methods(vm, &t.super_, class::SUPER_METHODS, &[]);
    add_methods(vm, &t.property, class::PROPERTY_METHODS, class::PROPERTY_GETTERS);
    add_methods(
        vm,
        &t.classmethod,
        class::CLASS_METHOD_METHODS,
        class::WRAPPED_GETTERS,
    );
    add_methods(
        vm,
        &t.staticmethod,
        class::STATIC_METHOD_METHODS,
        class::WRAPPED_GETTERS,
    );
    add_methods(
        vm,
        &t.function,
        function::FUNCTION_METHODS,
        function::FUNCTION_GETTERS,
    );
    add_methods(vm, &t.method, function::METHOD_METHODS, function::METHOD_GETTERS);
    add_methods(vm, &t.method, function::METHOD_NEW, &[]);
    for native in [&t.builtin_function, &t.method_descriptor, &t.wrapper_descriptor] {
        add_methods(vm, native, function::METHOD_METHODS, function::NATIVE_GETTERS);
    }
    add_methods(vm, &t.cell, &[], function::CELL_GETTERS);
    add_methods(vm, &t.code, &[], function::CODE_GETTERS);
    add_methods(vm, &t.generator, g::GENERATOR_METHODS, g::GENERATOR_GETTERS);
    add_methods(vm, &t.coroutine, g::COROUTINE_METHODS, g::COROUTINE_GETTERS);
    add_methods(vm, &t.coroutine_wrapper, g::WRAPPER_METHODS, &[]);
    add_methods(
        vm,
        &t.async_generator,
        g::ASYNC_GENERATOR_METHODS,
        g::ASYNC_GENERATOR_GETTERS,
    );
    for named in [&t.generator, &t.coroutine, &t.async_generator] {
        add_methods(vm, named, &[], g::NAME_GETTERS);
    }
    add_methods(vm, &t.async_generator_asend, g::ASYNC_STEP_METHODS, &[]);
    add_methods(vm, &t.async_generator_athrow, g::ASYNC_STEP_METHODS, &[]);
    add_methods(vm, &t.base_exception, exception::METHODS, exception::GETTERS);
    add_methods(vm, &t.stop_iteration, &[], exception::STOP_ITERATION_GETTERS);
    add_methods(vm, &t.system_exit, &[], exception::SYSTEM_EXIT_GETTERS);
    add_methods(vm, &t.key_error, exception::KEY_ERROR_METHODS, &[]);
    add_methods(
        vm,
        &t.os_error,
        exception::OS_ERROR_METHODS,
        exception::OS_ERROR_GETTERS,
    );
    for named in [&t.import_error, &t.name_error, &t.attribute_error] {
        add_methods(vm, named, exception::NAMED_INIT, &[]);
    }
    add_methods(vm, &t.import_error, &[], exception::IMPORT_ERROR_GETTERS);
    exception::install(vm);
    add_methods(
        vm,
        &t.base_exception_group,
        exception::GROUP_METHODS,
        exception::GROUP_GETTERS,
    );
    add_methods(vm, &t.traceback, &[], traceback::GETTERS);
    add_methods(vm, &t.frame, &[], frame::GETTERS);
    frame::install(vm);
    add_methods(vm, &t.mappingproxy, mapping_proxy::METHODS, &[]);
    add_methods(vm, &t.member_descriptor, slot::METHODS, slot::GETTERS);
}

fn install_containers(vm: &Rc<Vm>) {
    let types = &vm.types;
    for class in [
        &types.list,
        &types.tuple,
        &types.dict,
        &types.set,
        &types.frozenset,
        &types.range,
    ] {
        add_methods(vm, class, &receiver::CONTAINER, &[]);
        add_methods(vm, class, &receiver::COMPARISONS, &[]);
    }
    for class in [
        &types.list,
        &types.tuple,
        &types.dict,
        &types.set,
        &types.frozenset,
        &types.enumerate,
    ] {
        add_class_methods(vm, class, &[generic_alias::CLASS_GETITEM]);
    }
    add_methods(vm, &types.list, list::METHODS, &[]);
    add_methods(vm, &types.list, &receiver::MUTABLE, &[]);
    add_methods(vm, &types.tuple, tuple::METHODS, &[]);
    add_methods(vm, &types.tuple, &[receiver::HASH], &[]);
    add_methods(vm, &types.dict, dict::METHODS, &[]);
    add_methods(vm, &types.dict, &receiver::MUTABLE, &[]);
    add_class_methods(vm, &types.dict, dict::CLASS_METHODS);
    add_methods(vm, &types.set, set::SHARED, &[]);
    add_methods(vm, &types.set, set::SET_METHODS, &[]);
    add_methods(vm, &types.frozenset, set::SHARED, &[]);
    add_methods(vm, &types.frozenset, set::FROZENSET_METHODS, &[]);
    // They hold items, but have no places.
    for class in [&types.set, &types.frozenset] {
        class.dict.remove_str(&vm.names.getitem);
        class.changed();
    }
    for class in [&types.list, &types.dict, &types.set] {
        class.dict.set_str(vm.names.hash.clone(), Value::None);
        class.changed();
    }
    add_methods(vm, &types.range, range::METHODS, range::GETTERS);
    add_methods(vm, &types.slice, slice::METHODS, slice::GETTERS);
    add_methods(vm, &types.slice, &receiver::COMPARISONS, &[]);
    for class in [&types.dict_keys, &types.dict_values, &types.dict_items] {
        add_methods(vm, class, dict_views::METHODS, dict_views::GETTERS);
    }
    for class in [&types.dict_keys, &types.dict_items] {
        add_methods(vm, class, dict_views::SET_METHODS, &[]);
        class.dict.set_str(vm.names.hash.clone(), Value::None);
        class.changed();
    }
    add_methods(
        vm,
        &types.generic_alias,
        generic_alias::METHODS,
        generic_alias::GETTERS,
    );
    add_methods(
        vm,
        &types.union_type,
        generic_alias::UNION_METHODS,
        generic_alias::UNION_GETTERS,
    );
    install_iterators(vm);
}

fn install_iterators(vm: &Rc<Vm>) {
    let types = &vm.types;
    for class in [
        &types.list_iterator,
        &types.list_reverseiterator,
        &types.tuple_iterator,
        &types.range_iterator,
        &types.str_iterator,
        &types.bytes_iterator,
        &types.dict_keyiterator,
        &types.dict_valueiterator,
        &types.dict_itemiterator,
        &types.dict_reversekeyiterator,
        &types.set_iterator,
        &types.callable_iterator,
        &types.iterator,
        &types.enumerate,
        &types.zip,
        &types.map,
        &types.filter,
        &types.reversed,
    ] {
        add_methods(vm, class, iterators::METHODS, &[]);
    }
    add_methods(vm, &types.enumerate, iterators::ENUMERATE, &[]);
    add_methods(vm, &types.zip, iterators::ZIP, &[]);
    add_methods(vm, &types.map, iterators::MAP, &[]);
    add_methods(vm, &types.filter, iterators::FILTER, &[]);
    add_methods(vm, &types.reversed, iterators::REVERSED, &[]);
}

/// Adds functions that get neither the class nor an instance.
pub fn add_static_methods(vm: &Vm, class: &Rc<Type>, methods: &[NativeDef]) {
    for method in methods {
        let function = Value::Native(NativeFunction::new(method.name, "builtins", method.kind));
        let state = crate::object::function::StaticMethod(function);
        let descriptor = Instance::with_native(&vm.types.staticmethod, state);
        class
            .dict
            .set_str(vm.intern(method.name), Value::Instance(descriptor));
    }
    class.changed();
}

/// Adds methods that get the class instead of an instance.
pub fn add_class_methods(vm: &Vm, class: &Rc<Type>, methods: &[NativeDef]) {
    for method in methods {
        let function = NativeFunction::new(method.name, "builtins", method.kind);
        function.owner.replace(Some(Rc::downgrade(class)));
        let descriptor = Instance::with_native(&vm.types.classmethod, ClassMethod(Value::Native(function)));
        class
            .dict
            .set_str(vm.intern(method.name), Value::Instance(descriptor));
    }
    class.changed();
}

/// Adds methods and computed attributes to a native type.
pub fn add_methods(vm: &Vm, class: &Rc<Type>, methods: &[NativeDef], getters: &[Getter]) {
    for method in methods {
        let function = NativeFunction::new(method.name, "builtins", method.kind);
        function.owner.replace(Some(Rc::downgrade(class)));
        class
            .dict
            .set_str(vm.intern(method.name), Value::Native(function));
    }
    for getter in getters {
        let state = Getter {
            name: getter.name,
            get: getter.get,
            set: getter.set,
        };
        let descriptor = Instance::with_native(&vm.types.getset_descriptor, state);
        class
            .dict
            .set_str(vm.intern(getter.name), Value::Instance(descriptor));
    }
    class.changed();
}

/// A read-only view of a class's namespace (`Class.__dict__`).
pub fn mapping_proxy(vm: &Vm, dict: &Rc<Dict>) -> Value {
    let state = class::MappingProxy(dict.clone());
    Value::Instance(Instance::with_native(&vm.types.mappingproxy, state))
}
