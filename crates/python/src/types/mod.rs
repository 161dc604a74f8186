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

/// What a built-in type's namespace is filled with.
type Content = fn(&Rc<Vm>, &Rc<Type>);

/// Sees to it that the built-in types of a new machine are filled in when they are first asked for anything.
pub fn install(vm: &Rc<Vm>) {
    install_core(vm);
    install_functions(vm);
    install_exceptions(vm);
    install_containers(vm);
    install_iterators(vm);
    install_numbers(vm);
    install_text(vm);
}

/// Fills the class's namespace when it is first asked for. A type's content stands behind a function of its own: so a
/// build that puts off what is seldom called puts off the methods of types that are seldom used.
pub fn fill_later(vm: &Rc<Vm>, class: &Rc<Type>, content: Content) {
    let (machine, filled) = (Rc::downgrade(vm), Rc::downgrade(class));
    class.fill_later(Box::new(move || {
        if let (Some(vm), Some(class)) = (machine.upgrade(), filled.upgrade()) {
            content(&vm, &class);
        }
    }));
}

fn install_numbers(vm: &Rc<Vm>) {
    let types = &vm.types;
    fill_later(vm, &types.int, |vm, class| {
        add_number(vm, class);
        add_methods(vm, class, operators::REAL, &[]);
        add_methods(vm, class, operators::DIVMOD, &[]);
        add_methods(vm, class, operators::INTEGER, &[]);
        add_methods(vm, class, operators::INVERT, &[]);
        add_methods(vm, class, int::METHODS, int::GETTERS);
        add_class_methods(vm, class, int::CLASS_METHODS);
    });
    fill_later(vm, &types.bool, |vm, class| {
        add_methods(vm, class, int::BOOL_METHODS, &[]);
    });
    fill_later(vm, &types.float, |vm, class| {
        add_number(vm, class);
        add_methods(vm, class, operators::REAL, &[]);
        add_methods(vm, class, operators::DIVMOD, &[]);
        add_methods(vm, class, float::METHODS, float::GETTERS);
        add_class_methods(vm, class, float::CLASS_METHODS);
    });
    fill_later(vm, &types.complex, |vm, class| {
        add_number(vm, class);
        add_methods(vm, class, complex::METHODS, complex::GETTERS);
    });
}

fn add_number(vm: &Vm, class: &Rc<Type>) {
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

fn install_text(vm: &Rc<Vm>) {
    let types = &vm.types;
    fill_later(vm, &types.str, |vm, class| {
        add_text(vm, class);
        add_methods(vm, class, operators::TEXT, &[]);
        for table in str::TABLES {
            add_methods(vm, class, table, &[]);
        }
        add_static_methods(vm, class, str::STATIC_METHODS);
    });
    fill_later(vm, &types.bytes, |vm, class| {
        add_text(vm, class);
        add_bytes(vm, class);
        add_methods(vm, class, bytes::BYTES_METHODS, &[]);
    });
    fill_later(vm, &types.bytearray, |vm, class| {
        add_bytes(vm, class);
        add_methods(vm, class, bytes::ARRAY_METHODS, bytes::ARRAY_GETTERS);
        make_unhashable(vm, class);
    });
    fill_later(vm, &types.memoryview, |vm, class| {
        add_methods(vm, class, bytes::view::METHODS, bytes::view::GETTERS);
    });
    for class in [&types.unicode_encode_error, &types.unicode_decode_error] {
        fill_later(vm, class, |vm, class| {
            add_methods(vm, class, codec::ERROR_METHODS, codec::ERROR_GETTERS);
        });
    }
}

fn add_text(vm: &Vm, class: &Rc<Type>) {
    for table in [
        &receiver::CONTAINER[..],
        &receiver::COMPARISONS,
        &[receiver::HASH],
    ] {
        add_methods(vm, class, table, &[]);
    }
}

fn add_bytes(vm: &Vm, class: &Rc<Type>) {
    for table in bytes::SHARED {
        add_methods(vm, class, table, &[]);
    }
    add_class_methods(vm, class, bytes::CLASS_METHODS);
    add_static_methods(vm, class, bytes::STATIC_METHODS);
}

fn install_core(vm: &Rc<Vm>) {
    let t = &vm.types;
    fill_later(vm, &t.object, |vm, class| {
        add_methods(vm, class, object::METHODS, object::GETTERS);
    });
    fill_later(vm, &t.type_, |vm, class| {
        add_methods(vm, class, class::TYPE_METHODS, class::TYPE_GETTERS);
    });
    fill_later(vm, &t.super_, |vm, class| {
        add_methods(vm, class, class::SUPER_METHODS, &[]);
    });
    fill_later(vm, &t.property, |vm, class| {
        add_methods(vm, class, class::PROPERTY_METHODS, class::PROPERTY_GETTERS);
    });
    fill_later(vm, &t.classmethod, |vm, class| {
        add_methods(vm, class, class::CLASS_METHOD_METHODS, class::WRAPPED_GETTERS);
    });
    fill_later(vm, &t.staticmethod, |vm, class| {
        add_methods(vm, class, class::STATIC_METHOD_METHODS, class::WRAPPED_GETTERS);
    });
    fill_later(vm, &t.traceback, |vm, class| {
        add_methods(vm, class, &[], traceback::GETTERS);
    });
    fill_later(vm, &t.frame, |vm, class| {
        add_methods(vm, class, &[], frame::GETTERS);
        frame::fill(vm, class);
    });
    fill_later(vm, &t.mappingproxy, |vm, class| {
        add_methods(vm, class, mapping_proxy::METHODS, &[]);
    });
    fill_later(vm, &t.member_descriptor, |vm, class| {
        add_methods(vm, class, slot::METHODS, slot::GETTERS);
    });
}

fn install_functions(vm: &Rc<Vm>) {
    let t = &vm.types;
    fill_later(vm, &t.function, |vm, class| {
        add_methods(vm, class, function::FUNCTION_METHODS, function::FUNCTION_GETTERS);
    });
    fill_later(vm, &t.method, |vm, class| {
        add_methods(vm, class, function::METHOD_METHODS, function::METHOD_GETTERS);
        add_methods(vm, class, function::METHOD_NEW, &[]);
    });
    for native in [&t.builtin_function, &t.method_descriptor, &t.wrapper_descriptor] {
        fill_later(vm, native, |vm, class| {
            add_methods(vm, class, function::METHOD_METHODS, function::NATIVE_GETTERS);
        });
    }
    fill_later(vm, &t.cell, |vm, class| {
        add_methods(vm, class, &[], function::CELL_GETTERS);
    });
    fill_later(vm, &t.code, |vm, class| {
        add_methods(vm, class, &[], function::CODE_GETTERS);
    });
    fill_later(vm, &t.generator, |vm, class| {
        add_methods(vm, class, g::GENERATOR_METHODS, g::GENERATOR_GETTERS);
        add_methods(vm, class, &[], g::NAME_GETTERS);
    });
    fill_later(vm, &t.coroutine, |vm, class| {
        add_methods(vm, class, g::COROUTINE_METHODS, g::COROUTINE_GETTERS);
        add_methods(vm, class, &[], g::NAME_GETTERS);
    });
    fill_later(vm, &t.coroutine_wrapper, |vm, class| {
        add_methods(vm, class, g::WRAPPER_METHODS, &[]);
    });
    fill_later(vm, &t.async_generator, |vm, class| {
        let getters = g::ASYNC_GENERATOR_GETTERS;
        add_methods(vm, class, g::ASYNC_GENERATOR_METHODS, getters);
        add_methods(vm, class, &[], g::NAME_GETTERS);
    });
    for step in [&t.async_generator_asend, &t.async_generator_athrow] {
        fill_later(vm, step, |vm, class| {
            add_methods(vm, class, g::ASYNC_STEP_METHODS, &[]);
        });
    }
}

fn install_exceptions(vm: &Rc<Vm>) {
    let t = &vm.types;
    fill_later(vm, &t.base_exception, |vm, class| {
        add_methods(vm, class, exception::METHODS, exception::GETTERS);
    });
    fill_later(vm, &t.stop_iteration, |vm, class| {
        add_methods(vm, class, &[], exception::STOP_ITERATION_GETTERS);
    });
    fill_later(vm, &t.system_exit, |vm, class| {
        add_methods(vm, class, &[], exception::SYSTEM_EXIT_GETTERS);
    });
    fill_later(vm, &t.key_error, |vm, class| {
        add_methods(vm, class, exception::KEY_ERROR_METHODS, &[]);
    });
    fill_later(vm, &t.os_error, |vm, class| {
        let getters = exception::OS_ERROR_GETTERS;
        add_methods(vm, class, exception::OS_ERROR_METHODS, getters);
    });
    for named in [&t.name_error, &t.attribute_error] {
        fill_later(vm, named, |vm, class| {
            add_methods(vm, class, exception::NAMED_INIT, &[]);
            exception::add_names(vm, class);
        });
    }
    fill_later(vm, &t.import_error, |vm, class| {
        add_methods(vm, class, exception::NAMED_INIT, exception::IMPORT_ERROR_GETTERS);
        exception::add_names(vm, class);
    });
    fill_later(vm, &t.base_exception_group, |vm, class| {
        add_methods(vm, class, exception::GROUP_METHODS, exception::GROUP_GETTERS);
    });
}

fn install_containers(vm: &Rc<Vm>) {
    let types = &vm.types;
    fill_later(vm, &types.list, |vm, class| {
        add_container(vm, class);
        add_methods(vm, class, list::METHODS, &[]);
        add_methods(vm, class, &receiver::MUTABLE, &[]);
        make_unhashable(vm, class);
    });
    fill_later(vm, &types.tuple, |vm, class| {
        add_container(vm, class);
        add_methods(vm, class, tuple::METHODS, &[]);
        add_methods(vm, class, &[receiver::HASH], &[]);
    });
    fill_later(vm, &types.dict, |vm, class| {
        add_container(vm, class);
        add_methods(vm, class, dict::METHODS, &[]);
        add_methods(vm, class, &receiver::MUTABLE, &[]);
        add_class_methods(vm, class, dict::CLASS_METHODS);
        make_unhashable(vm, class);
    });
    fill_later(vm, &types.set, |vm, class| {
        add_set(vm, class, set::SET_METHODS);
        make_unhashable(vm, class);
    });
    fill_later(vm, &types.frozenset, |vm, class| {
        add_set(vm, class, set::FROZENSET_METHODS);
    });
    fill_later(vm, &types.range, |vm, class| {
        add_methods(vm, class, &receiver::CONTAINER, &[]);
        add_methods(vm, class, &receiver::COMPARISONS, &[]);
        add_methods(vm, class, range::METHODS, range::GETTERS);
    });
    fill_later(vm, &types.slice, |vm, class| {
        add_methods(vm, class, slice::METHODS, slice::GETTERS);
        add_methods(vm, class, &receiver::COMPARISONS, &[]);
    });
    for class in [&types.dict_keys, &types.dict_items] {
        fill_later(vm, class, |vm, class| {
            add_methods(vm, class, dict_views::METHODS, dict_views::GETTERS);
            add_methods(vm, class, dict_views::SET_METHODS, &[]);
            make_unhashable(vm, class);
        });
    }
    fill_later(vm, &types.dict_values, |vm, class| {
        add_methods(vm, class, dict_views::METHODS, dict_views::GETTERS);
    });
    fill_later(vm, &types.generic_alias, |vm, class| {
        add_methods(vm, class, generic_alias::METHODS, generic_alias::GETTERS);
    });
    fill_later(vm, &types.union_type, |vm, class| {
        let getters = generic_alias::UNION_GETTERS;
        add_methods(vm, class, generic_alias::UNION_METHODS, getters);
    });
}

fn add_container(vm: &Vm, class: &Rc<Type>) {
    add_methods(vm, class, &receiver::CONTAINER, &[]);
    add_methods(vm, class, &receiver::COMPARISONS, &[]);
    add_class_methods(vm, class, &[generic_alias::CLASS_GETITEM]);
}

fn add_set(vm: &Vm, class: &Rc<Type>, methods: &[NativeDef]) {
    add_container(vm, class);
    add_methods(vm, class, set::SHARED, &[]);
    add_methods(vm, class, methods, &[]);
    // Sets hold items, but have no places.
    class.dict().remove_str(&vm.names.getitem);
    class.changed();
}

/// What can change has no hash.
pub fn make_unhashable(vm: &Vm, class: &Rc<Type>) {
    class.dict().set_str(vm.names.hash.clone(), Value::None);
    class.changed();
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
    ] {
        fill_later(vm, class, |vm, class| {
            add_methods(vm, class, iterators::METHODS, &[])
        });
    }
    let made_by_calls: [(&Rc<Type>, Content); 5] = [
        (&types.enumerate, |vm, class| {
            add_class_methods(vm, class, &[generic_alias::CLASS_GETITEM]);
            add_methods(vm, class, iterators::METHODS, &[]);
            add_methods(vm, class, iterators::ENUMERATE, &[]);
        }),
        (&types.zip, |vm, class| add_iterator(vm, class, iterators::ZIP)),
        (&types.map, |vm, class| add_iterator(vm, class, iterators::MAP)),
        (&types.filter, |vm, class| {
            add_iterator(vm, class, iterators::FILTER)
        }),
        (&types.reversed, |vm, class| {
            add_iterator(vm, class, iterators::REVERSED)
        }),
    ];
    for (class, content) in made_by_calls {
        fill_later(vm, class, content);
    }
}

fn add_iterator(vm: &Vm, class: &Rc<Type>, methods: &[NativeDef]) {
    add_methods(vm, class, iterators::METHODS, &[]);
    add_methods(vm, class, methods, &[]);
}

/// Adds functions that get neither the class nor an instance.
pub fn add_static_methods(vm: &Vm, class: &Rc<Type>, methods: &[NativeDef]) {
    for method in methods {
        let function = Value::Native(NativeFunction::new(method.name, "builtins", method.kind));
        let state = crate::object::function::StaticMethod(function);
        let descriptor = Instance::with_native(&vm.types.staticmethod, state);
        class
            .dict()
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
            .dict()
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
            .dict()
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
            .dict()
            .set_str(vm.intern(getter.name), Value::Instance(descriptor));
    }
    class.changed();
}

/// A read-only view of a class's namespace (`Class.__dict__`).
pub fn mapping_proxy(vm: &Vm, dict: &Rc<Dict>) -> Value {
    let state = class::MappingProxy(dict.clone());
    Value::Instance(Instance::with_native(&vm.types.mappingproxy, state))
}
