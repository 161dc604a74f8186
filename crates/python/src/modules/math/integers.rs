//! Functions of ints.

use crate::object::Value;
use crate::types::operators::with_ints;
use crate::vm::call::{Args, NativeDef, flow};
use crate::vm::protocol::arithmetic::{MAX_BITS, int_of, int_value};
use crate::vm::protocol::index;
use crate::vm::{Vm, VmResult};
use num_bigint::BigInt;
use std::rc::Rc;
use switchboard_pyfmt::{Int, IntRef, int_ops};

pub const FUNCTIONS: &[NativeDef] = &[
    flow("factorial", |vm, args| with_ints(vm, args, 0, factorial)),
    flow("gcd", |vm, args| {
        with_ints(vm, args, 0, |vm, args| fold(vm, args, 0, int_ops::gcd))
    }),
    flow("lcm", |vm, args| {
        with_ints(vm, args, 0, |vm, args| fold(vm, args, 1, int_ops::lcm))
    }),
    flow("isqrt", |vm, args| with_ints(vm, args, 0, isqrt)),
    flow("comb", |vm, args| with_ints(vm, args, 0, comb)),
    flow("perm", |vm, args| with_ints(vm, args, 0, perm)),
];

/// Common divisors and roots of larger ints take too long.
const MAX_SLOW_BITS: u64 = 1 << 18;

fn argument(vm: &Rc<Vm>, value: &Value) -> VmResult<Int> {
    let int = index::try_index(vm, value)?.unwrap_or_default();
    Ok(int_of(&int).map_or(Int::Small(0), IntRef::to_owned))
}

fn factorial(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [n] = args.exactly::<1>(vm, "math.factorial")?;
    factorial_of(vm, &argument(vm, n)?)
}

fn factorial_of(vm: &Vm, n: &Int) -> VmResult<Value> {
    if n.as_ref().is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match n.as_ref().to_i64() {
        Some(n) => product(vm, 1, n),
        None => Err(vm.overflow_error(format!("factorial() argument should not exceed {}", i64::MAX))),
    }
}

/// `first * (first + 1) * … * last`, in halves, so that the factors stay of the same size.
fn product(vm: &Vm, first: i64, last: i64) -> VmResult<Value> {
    let count = last.saturating_sub(first).saturating_add(1).max(0) as u64;
    let bits = u64::from(64 - last.unsigned_abs().leading_zeros()).saturating_mul(count);
    if bits > MAX_BITS * 2 {
        return Err(vm.memory_error());
    }
    vm.allocate((bits / 4) as usize)?;
    // The last products are of two halves of all words each.
    let words = bits / 64;
    vm.charge(work(count * 2 + words * words / 16))?;
    Ok(int_value(Int::from(halves(first, last))))
}

/// So much work, also where a `usize` is too small for it: then it is more than any limit allows.
fn work(instructions: u64) -> usize {
    usize::try_from(instructions).unwrap_or(usize::MAX)
}

fn halves(first: i64, last: i64) -> BigInt {
    if last - first < 16 {
        return (first..=last).fold(BigInt::from(1), |product, n| product * n);
    }
    let middle = first + (last - first) / 2;
    halves(first, middle) * halves(middle + 1, last)
}

/// What an argument of `gcd` or `lcm` takes, however small.
const ITEM_STRAIN: usize = 4;

fn fold(vm: &Rc<Vm>, args: Args<'_>, start: i64, step: fn(IntRef<'_>, IntRef<'_>) -> Int) -> VmResult<Value> {
    if !args.names.is_empty() {
        return Err(vm.type_error("math.gcd() takes no keyword arguments"));
    }
    let mut result = Int::Small(start);
    for value in args.values {
        let int = argument(vm, value)?;
        if int.as_ref().bit_length() > MAX_SLOW_BITS || result.as_ref().bit_length() > MAX_SLOW_BITS {
            return Err(vm.memory_error());
        }
        let words = result.as_ref().bit_length().max(int.as_ref().bit_length()) / 64;
        vm.charge(work(words * words * 8))?;
        vm.strain(ITEM_STRAIN)?;
        result = step(result.as_ref(), int.as_ref());
    }
    Ok(int_value(int_ops::abs(result.as_ref())))
}

fn isqrt(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [n] = args.exactly::<1>(vm, "math.isqrt")?;
    let n = argument(vm, n)?;
    if n.as_ref().bit_length() > MAX_SLOW_BITS {
        return Err(vm.memory_error());
    }
    let words = n.as_ref().bit_length() / 64;
    vm.charge(work(words * words / 4))?;
    int_ops::isqrt(n.as_ref())
        .map(int_value)
        .map_err(|error| vm.raise(error))
}

/// The two arguments of `comb` and `perm`, neither of which may be negative.
fn choice(vm: &Rc<Vm>, n: &Value, k: &Value) -> VmResult<(Int, Int)> {
    let (n, k) = (argument(vm, n)?, argument(vm, k)?);
    for (name, int) in [("n", &n), ("k", &k)] {
        if int.as_ref().is_negative() {
            return Err(vm.value_error(format!("{name} must be a non-negative integer")));
        }
    }
    Ok((n, k))
}

fn comb(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [n, k] = args.exactly::<2>(vm, "comb")?;
    let (n, k) = choice(vm, n, k)?;
    let rest = int_ops::sub(n.as_ref(), k.as_ref());
    if rest.as_ref().is_negative() {
        return Ok(Value::Int(0));
    }
    // C(n, k) = C(n, n - k)
    let count = [rest.as_ref().to_i64(), k.as_ref().to_i64()]
        .into_iter()
        .flatten()
        .min();
    let Some(count) = count else {
        return Err(vm.overflow_error(format!("min(n - k, k) must not exceed {}", i64::MAX)));
    };
    falling(vm, &n, count, Divide::Yes)
}

fn perm(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (n, k) = match args.between(vm, "perm", 1, 2)? {
        [n] | [n, Value::None] => return factorial_of(vm, &argument(vm, n)?),
        [n, k, ..] => choice(vm, n, k)?,
        [] => return Ok(Value::None),
    };
    if int_ops::sub(n.as_ref(), k.as_ref()).as_ref().is_negative() {
        return Ok(Value::Int(0));
    }
    match k.as_ref().to_i64() {
        Some(count) => falling(vm, &n, count, Divide::No),
        None => Err(vm.overflow_error(format!("k must not exceed {}", i64::MAX))),
    }
}

/// Whether a product is divided by the factorial of its length.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Divide {
    Yes,
    No,
}

/// `n * (n - 1) * …`, `count` factors.
fn falling(vm: &Vm, n: &Int, count: i64, divide: Divide) -> VmResult<Value> {
    let bits = n.as_ref().bit_length().saturating_mul(count.unsigned_abs());
    // Each factor takes a pass over all digits.
    if bits > MAX_BITS || bits.saturating_mul(count.unsigned_abs()) > MAX_BITS << 14 {
        return Err(vm.memory_error());
    }
    vm.allocate((bits / 4) as usize)?;
    vm.charge(work((bits / 512).saturating_mul(count.unsigned_abs())))?;
    let n = n.as_ref().to_big().into_owned();
    let mut product = BigInt::from(1);
    for step in 0..count {
        product *= &n - step;
        if divide == Divide::Yes {
            product /= step + 1;
        }
    }
    Ok(int_value(Int::from(product)))
}
