//! `time`: virtual time. The wall clock begins at 2025-01-01 in UTC, which is also the local time zone.

use super::functions;
use super::structseq;
use super::switchboard::START_UNIX;
use crate::object::{Dict, Exc, Value};
use crate::vm::call::{Args, Block, Flow, NativeDef, flow, plain};
use crate::vm::protocol::arithmetic::int_of;
use crate::vm::protocol::index;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::float_ops;
use switchboard_pyfmt::strftime::{self, BrokenDownTime};

/// What some characters of a format take with what they stand for.
const STRFTIME_STRAIN: usize = 30;

const NANOS: i64 = 1_000_000_000;

const FUNCTIONS: &[NativeDef] = &[
    plain("time", |vm, args| {
        no_arguments(vm, args, "time")?;
        Ok(Value::Float(seconds(wall_ns(vm))))
    }),
    plain("time_ns", |vm, args| {
        no_arguments(vm, args, "time_ns")?;
        Ok(Value::Int(wall_ns(vm)))
    }),
    plain("monotonic", |vm, args| clock(vm, args, "monotonic")),
    plain("monotonic_ns", |vm, args| clock_ns(vm, args, "monotonic_ns")),
    plain("perf_counter", |vm, args| clock(vm, args, "perf_counter")),
    plain("perf_counter_ns", |vm, args| {
        clock_ns(vm, args, "perf_counter_ns")
    }),
    plain("process_time", |vm, args| {
        no_arguments(vm, args, "process_time")?;
        Ok(Value::Float(seconds(worked_ns(vm))))
    }),
    plain("process_time_ns", |vm, args| {
        no_arguments(vm, args, "process_time_ns")?;
        Ok(Value::Int(worked_ns(vm)))
    }),
    plain("thread_time", |vm, args| {
        no_arguments(vm, args, "thread_time")?;
        Ok(Value::Float(seconds(worked_ns(vm))))
    }),
    plain("thread_time_ns", |vm, args| {
        no_arguments(vm, args, "thread_time_ns")?;
        Ok(Value::Int(worked_ns(vm)))
    }),
    flow("sleep", sleep),
    plain("gmtime", |vm, args| from_seconds(vm, args, "gmtime")),
    plain("localtime", |vm, args| from_seconds(vm, args, "localtime")),
    plain("strftime", format),
    flow("strptime", parse),
    plain("asctime", |vm, args| {
        let time = match args.between(vm, "asctime", 0, 1)? {
            [] => now(vm),
            [time, ..] => broken_down(vm, "asctime", time)?,
        };
        Ok(Value::str(strftime::ctime(&time)))
    }),
    plain("ctime", |vm, args| {
        let time = match args.between(vm, "ctime", 0, 1)? {
            [] | [Value::None] => now(vm),
            [time, ..] => BrokenDownTime::from_unix(unix(vm, time)?),
        };
        Ok(Value::str(strftime::ctime(&time)))
    }),
    plain("mktime", |vm, args| {
        let [time] = args.exactly::<1>(vm, "mktime")?;
        Ok(Value::Float(broken_down(vm, "mktime", time)?.to_unix() as f64))
    }),
    plain("get_clock_info", clock_info),
    plain("tzset", |_, _| Ok(Value::None)),
];

pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    functions::add(vm, dict, "time", FUNCTIONS);
    functions::set(
        vm,
        dict,
        [
            ("timezone", Value::Int(0)),
            ("altzone", Value::Int(0)),
            ("daylight", Value::Int(0)),
            ("tzname", Value::tuple(vec![Value::str("UTC"), Value::str("UTC")])),
            ("struct_time", Value::Type(vm.native_types.struct_time.clone())),
            ("CLOCK_REALTIME", Value::Int(0)),
            ("CLOCK_MONOTONIC", Value::Int(1)),
        ],
    );
}

/// Nanoseconds since 1970.
fn wall_ns(vm: &Vm) -> i64 {
    (START_UNIX * NANOS).saturating_add(vm.clock.now() as i64)
}

/// Nanoseconds that instructions have taken.
fn worked_ns(vm: &Vm) -> i64 {
    (vm.clock.now() - vm.clock.waited.get()) as i64
}

/// As CPython turns nanoseconds into seconds.
fn seconds(nanos: i64) -> f64 {
    nanos as f64 / NANOS as f64
}

fn no_arguments(vm: &Rc<Vm>, args: Args<'_>, function: &str) -> VmResult<()> {
    if args.values.is_empty() {
        return Ok(());
    }
    args.exactly::<0>(vm, &format!("time.{function}")).map(drop)
}

fn clock(vm: &Rc<Vm>, args: Args<'_>, function: &str) -> VmResult<Value> {
    no_arguments(vm, args, function)?;
    Ok(Value::Float(seconds(vm.clock.now() as i64)))
}

fn clock_ns(vm: &Rc<Vm>, args: Args<'_>, function: &str) -> VmResult<Value> {
    no_arguments(vm, args, function)?;
    Ok(Value::Int(vm.clock.now() as i64))
}

fn sleep(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [length] = args.exactly::<1>(vm, "time.sleep")?;
    let nanos = match length.base() {
        Value::Float(length) if length.is_nan() => {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        // Whole nanoseconds: what 1.1 is not quite exactly must not make it late.
        Value::Float(length) => (length * NANOS as f64).round_ties_even() as i128,
        other => match int_of(other) {
            Some(int) => i128::from(int.to_i64().unwrap_or(i64::MAX)) * i128::from(NANOS),
            None => i128::from(index::to_size(
                vm,
                &index::try_index(vm, length)?.unwrap_or_default(),
            )?),
        },
    };
    if nanos < 0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    if nanos > i128::from(i64::MAX) {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    }
    let until = vm.clock.now().saturating_add(nanos as u64);
    Ok(Flow::Block(Block::Until(until)))
}

fn now(vm: &Vm) -> BrokenDownTime {
    BrokenDownTime::from_unix(wall_ns(vm).div_euclid(NANOS))
}

/// Seconds since 1970, rounded down.
fn unix(vm: &Rc<Vm>, value: &Value) -> VmResult<i64> {
    const OUT_OF_RANGE: &str = "timestamp out of range for platform time_t";
    // The years that a struct_time can hold.
    const LIMIT: i64 = 67_000_000_000_000_000;
    let seconds = match value.base() {
        Value::Float(float) => {
            let whole = float_ops::round_to_int(float.floor()).map_err(|error| vm.raise(error))?;
            whole.as_ref().to_i64()
        }
        _ => index::try_index(vm, value)?.and_then(|int| int.as_i64()),
    };
    match seconds {
        Some(seconds) if seconds.abs() < LIMIT => Ok(seconds),
        _ => Err(vm.overflow_error(OUT_OF_RANGE)),
    }
}

fn from_seconds(vm: &Rc<Vm>, args: Args<'_>, function: &str) -> VmResult<Value> {
    let time = match args.between(vm, function, 0, 1)? {
        [] | [Value::None] => now(vm),
        [time, ..] => BrokenDownTime::from_unix(unix(vm, time)?),
    };
    let parts = [
        time.year,
        i64::from(time.month),
        i64::from(time.day),
        i64::from(time.hour),
        i64::from(time.minute),
        i64::from(time.second),
        i64::from(time.weekday),
        i64::from(time.year_day),
        0,
    ];
    let items = parts.into_iter().map(Value::Int).collect();
    Ok(structseq::make(&vm.native_types.struct_time, items))
}

/// The time in a tuple of nine ints, checked as CPython checks it.
pub fn broken_down(vm: &Rc<Vm>, function: &str, value: &Value) -> VmResult<BrokenDownTime> {
    let Some(items) = value.as_tuple() else {
        return Err(vm.type_error("Tuple or struct_time argument required"));
    };
    if items.len() < structseq::TIME_FIELDS.len() {
        return Err(vm.type_error(format!("{function}(): illegal time tuple argument")));
    }
    let mut parts = [0i64; 9];
    for (part, item) in parts.iter_mut().zip(items.iter()) {
        *part = index::try_size(vm, item)?.unwrap_or(0);
    }
    let [year, month, day, hour, minute, second, weekday, year_day, _] = parts;
    let check = |name: &str, value: i64, least: i64, most: i64| -> VmResult<i64> {
        if (least..=most).contains(&value) {
            Ok(value)
        } else {
            Err(vm.value_error(format!("{name} out of range")))
        }
    };
    if function == "mktime" {
        return Ok(normalized(year, [month, day, hour, minute, second]));
    }
    Ok(BrokenDownTime {
        year,
        // Zeros stand for the first, as in CPython.
        month: check("month", month.max(if month == 0 { 1 } else { month }), 1, 12)? as u8,
        day: check("day of month", if day == 0 { 1 } else { day }, 1, 31)? as u8,
        hour: check("hour", hour, 0, 23)? as u8,
        minute: check("minute", minute, 0, 59)? as u8,
        second: check("seconds", second, 0, 61)? as u8,
        microsecond: 0,
        weekday: if weekday < -1 {
            return Err(vm.value_error("day of week out of range"));
        } else {
            weekday.rem_euclid(7) as u8
        },
        year_day: check("day of year", if year_day == 0 { 1 } else { year_day }, 1, 366)? as u16,
        zone: Some(strftime::Zone {
            utc_offset: 0,
            name: "UTC".into(),
        }),
    })
}

/// `mktime` accepts parts that overflow into the next larger ones.
fn normalized(year: i64, [month, day, hour, minute, second]: [i64; 5]) -> BrokenDownTime {
    let months = month.saturating_sub(1);
    let year = year.saturating_add(months.div_euclid(12));
    let month = (months.rem_euclid(12) + 1) as u8;
    let days = strftime::days_from_civil(year.clamp(-1_000_000, 1_000_000), month, 1);
    let seconds = days
        .saturating_add(day)
        .saturating_sub(1)
        .saturating_mul(86_400)
        .saturating_add(hour.saturating_mul(3_600))
        .saturating_add(minute.saturating_mul(60))
        .saturating_add(second);
    BrokenDownTime::from_unix(seconds.clamp(-60_000_000_000_000, 60_000_000_000_000))
}

fn format(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let values = args.between(vm, "strftime", 1, 2)?;
    let [format, time @ ..] = values else {
        return Ok(Value::None);
    };
    let Some(format) = format.as_str() else {
        return Err(vm.type_error(format!(
            "strftime() argument 1 must be str, not {}",
            vm.type_name(format)
        )));
    };
    let time = match time.first() {
        Some(time) => broken_down(vm, "strftime", time)?,
        None => BrokenDownTime {
            zone: Some(strftime::Zone {
                utc_offset: 0,
                name: "UTC".into(),
            }),
            ..now(vm)
        },
    };
    vm.strain(STRFTIME_STRAIN.saturating_mul(1 + format.len() / 8))?;
    Ok(Value::str(strftime::strftime(&time, format)))
}

/// `datetime` knows how to parse.
fn parse(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let values = args.between(vm, "strptime", 1, 2)?;
    let text = values.first().cloned().unwrap_or_default();
    let format = values.get(1).cloned();
    let format = format.unwrap_or_else(|| Value::str("%a %b %d %H:%M:%S %Y"));
    Flow::run(vm, |cx| async move {
        let module = crate::vm::import::load(&cx, "datetime").await?;
        let class = cx.getattr(&module, &cx.vm.intern("datetime")).await?;
        let parsed = cx.method(&class, "strptime", vec![text, format]).await?;
        let tuple = cx.method(&parsed, "timetuple", vec![]).await?;
        let items = tuple.as_tuple().map(|items| items.to_vec()).unwrap_or_default();
        Ok(structseq::make(&cx.vm.native_types.struct_time, items))
    })
}

fn clock_info(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [name] = args.exactly::<1>(vm, "time.get_clock_info")?;
    let unknown = || -> Exc { vm.value_error("unknown clock") };
    let name = name.as_str().ok_or_else(unknown)?;
    let (implementation, monotonic) = match name.as_str() {
        "time" => ("clock_gettime(CLOCK_REALTIME)", false),
        "monotonic" | "perf_counter" => ("clock_gettime(CLOCK_MONOTONIC)", true),
        "process_time" => ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true),
        "thread_time" => ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true),
        _ => return Err(unknown()),
    };
    let items = vec![
        Value::str(implementation),
        Value::Bool(monotonic),
        Value::Bool(!monotonic),
        Value::Float(1e-9),
    ];
    Ok(structseq::make(&vm.native_types.clock_info, items))
}
