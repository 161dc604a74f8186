//! The Mersenne Twister behind `random`.

use crate::object::function::native_state;
use crate::object::memory::Charge;
use crate::object::{Instance, Payload, Value};
use crate::types::{bytes, receiver};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::protocol::arithmetic::{MAX_BITS, int_of, int_value};
use crate::vm::protocol::index;
use crate::vm::{Vm, VmResult};
use std::cell::RefCell;
use std::rc::Rc;
use switchboard_pyfmt::IntRef;
use switchboard_pyfmt::mersenne::MersenneTwister;

struct Generator {
    twister: RefCell<MersenneTwister>,
    _charge: Charge,
}

impl Generator {
    fn new(twister: MersenneTwister) -> Self {
        Generator {
            twister: RefCell::new(twister),
            _charge: Charge::new(size_of::<Self>()),
        }
    }
}

/// What filling a state from a seed takes, in instructions.
const SEED_COST: usize = 700;

/// So many bytes of a seed are taken in in the time of an instruction.
const SEED_AT_ONCE: usize = 4;

const STATE_LENGTH: usize = 624;

pub const METHODS: &[NativeDef] = &[
    flow("__new__", |vm, args| {
        let (class, rest) = receiver::class(vm, args, &vm.native_types.mersenne)?;
        let twister = match rest.values {
            [seed, ..] if !seed.is_none() => seeded(vm, seed, None)?,
            _ => unseeded(vm),
        };
        let payload = Payload::Native(Box::new(Generator::new(twister)));
        let object = Instance::new(class.clone(), payload);
        Ok(Flow::Value(Value::Instance(Rc::new(object))))
    }),
    plain("random", |vm, args| {
        let (generator, rest) = own(vm, args, "random")?;
        rest.exactly::<0>(vm, "Random.random")?;
        Ok(Value::Float(generator.twister.borrow_mut().random()))
    }),
    plain("getrandbits", getrandbits),
    flow("seed", seed),
    plain("getstate", |vm, args| {
        let (generator, _) = own(vm, args, "getstate")?;
        let twister = generator.twister.borrow();
        let (words, index) = twister.state();
        vm.charge(STATE_LENGTH / 2)?;
        let mut state: Vec<Value> = words.iter().map(|word| Value::Int(i64::from(*word))).collect();
        state.push(Value::size(index));
        Ok(Value::tuple(state))
    }),
    plain("setstate", setstate),
];

/// A generator for those who give no seed: another one each time, and the same in every run.
fn unseeded(vm: &Vm) -> MersenneTwister {
    crate::object::work::note(SEED_COST);
    let count = vm.native_types.unseeded.get();
    vm.native_types.unseeded.set(count + 1);
    let seed = vm
        .seed
        .get()
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add(count);
    MersenneTwister::from_int(IntRef::Small((seed >> 1) as i64))
}

/// Random bytes from the run's seed: `os.urandom`.
pub fn random_bytes(vm: &Vm, count: usize) -> Vec<u8> {
    let mut twister = unseeded(vm);
    std::iter::repeat_with(|| twister.next_u32().to_le_bytes())
        .flatten()
        .take(count)
        .collect()
}

fn own<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Generator, Args<'a>)> {
    let (object, rest) = receiver::first(vm, args, "_random.Random", method)?;
    match native_state::<Generator>(object) {
        Some(generator) => Ok((generator, rest)),
        None => Err(receiver::wrong_receiver(vm, object, "_random.Random", method)),
    }
}

/// A generator for a seed. Other objects than numbers and text need their hash.
fn seeded(vm: &Vm, seed: &Value, hash: Option<i64>) -> VmResult<MersenneTwister> {
    vm.charge(SEED_COST)?;
    if let Some(int) = int_of(seed) {
        vm.charge((int.bit_length() / 8) as usize / SEED_AT_ONCE)?;
        return Ok(MersenneTwister::from_int(int));
    }
    if let Some(text) = seed.as_str() {
        vm.charge(text.len() / SEED_AT_ONCE)?;
        return Ok(MersenneTwister::from_str_seed(text));
    }
    if let Some(data) = bytes::bytes_of(seed) {
        vm.charge(data.len() / SEED_AT_ONCE)?;
        return Ok(MersenneTwister::from_bytes(&data));
    }
    match (seed.base(), hash) {
        (Value::Float(float), _) => Ok(MersenneTwister::from_float(*float)),
        (_, Some(hash)) => Ok(MersenneTwister::from_hash(hash)),
        _ => Err(
            vm.type_error("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        ),
    }
}

fn seed(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (generator, rest) = own(vm, args, "seed")?;
    let seed = match rest.between(vm, "seed", 0, 1)? {
        [] | [Value::None] => {
            let twister = unseeded(vm);
            generator.twister.replace(twister);
            return Ok(Flow::Value(Value::None));
        }
        [seed, ..] => seed.clone(),
    };
    let object = args.receiver().0.clone();
    Flow::start(vm, |cx| async move {
        let hash = match seed.base() {
            Value::Float(_) => None,
            base if base.is_int() || base.as_str().is_some() || bytes::bytes_of(base).is_some() => None,
            _ => Some(cx.hash(&seed).await?),
        };
        let twister = seeded(&cx.vm, &seed, hash)?;
        if let Some(generator) = native_state::<Generator>(&object) {
            generator.twister.replace(twister);
        }
        Ok(Value::None)
    })
}

fn getrandbits(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (generator, rest) = own(vm, args, "getrandbits")?;
    let [count] = rest.exactly::<1>(vm, "getrandbits")?;
    let int = index::try_index(vm, count)?.unwrap_or_default();
    let count = match int.as_i64() {
        Some(count) => {
            u64::try_from(count).map_err(|_| vm.value_error("number of bits must be non-negative"))?
        }
        None => u64::MAX,
    };
    if count > MAX_BITS {
        return Err(vm.memory_error());
    }
    vm.charge((count / 32) as usize)?;
    Ok(int_value(generator.twister.borrow_mut().getrandbits(count)))
}

fn setstate(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (generator, rest) = own(vm, args, "setstate")?;
    let [state] = rest.exactly::<1>(vm, "setstate")?;
    let Some(state) = state.as_tuple() else {
        return Err(vm.type_error("state vector must be a tuple"));
    };
    if state.len() != STATE_LENGTH + 1 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    vm.charge(STATE_LENGTH)?;
    let mut words = [0u32; STATE_LENGTH];
    for (word, value) in words.iter_mut().zip(state.iter()) {
        *word = value
            .as_i64()
            .and_then(|word| u32::try_from(word).ok())
            .ok_or_else(|| vm.value_error("invalid state"))?;
    }
    let index = state
        .last()
        .and_then(Value::as_i64)
        .and_then(|at| usize::try_from(at).ok());
    match index.and_then(|index| MersenneTwister::from_state(words, index)) {
        Some(twister) => {
            generator.twister.replace(twister);
            Ok(Value::None)
        }
        None => Err(vm.value_error("invalid state")),
    }
}
