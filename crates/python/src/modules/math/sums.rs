//! Sums, products and distances.

use super::floats::real;
use crate::bytecode::BinOp;
use crate::object::Value;
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::elementary;

pub const FUNCTIONS: &[NativeDef] = &[
    flow("fsum", fsum),
    flow("prod", prod),
    flow("sumprod", sumprod),
    flow("hypot", hypot),
    flow("dist", dist),
];

/// The exact sum of floats, as parts that do not overlap, smallest first.
#[derive(Default)]
struct Parts(Vec<f64>);

impl Parts {
    fn add(&mut self, x: f64) {
        let mut x = x;
        let mut kept = 0;
        for at in 0..self.0.len() {
            let mut y = self.0[at];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                self.0[kept] = low;
                kept += 1;
            }
            x = high;
        }
        self.0.truncate(kept);
        if x != 0.0 {
            self.0.push(x);
        }
    }

    /// The float nearest to the sum; ties go to the even one.
    fn round(&self) -> f64 {
        let mut parts = self.0.iter().rev().copied();
        let mut high = parts.next().unwrap_or(0.0);
        let mut low = 0.0;
        for part in parts.by_ref() {
            let before = high;
            high = before + part;
            low = part - (high - before);
            if low != 0.0 {
                break;
            }
        }
        // Half a unit is left, and something smaller decides on which side of the middle the sum is.
        if let Some(next) = parts.next()
            && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
        {
            let twice = low * 2.0;
            let candidate = high + twice;
            if twice == candidate - high {
                high = candidate;
            }
        }
        high
    }
}

fn fsum(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [iterable] = args.exactly::<1>(vm, "math.fsum")?.clone();
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        let iterator = cx.iter(&iterable).await?;
        let mut parts = Parts::default();
        let (mut special, mut infinities) = (0.0, 0.0);
        while let Some(item) = cx.next(&iterator).await? {
            let x = real(&cx, &item).await?;
            if !x.is_finite() {
                special += x;
                if x.is_infinite() {
                    infinities += x;
                }
                continue;
            }
            parts.add(x);
            if parts.0.last().is_some_and(|last| !last.is_finite()) {
                return Err(vm.overflow_error("intermediate overflow in fsum"));
            }
        }
        if special != 0.0 {
            if infinities.is_nan() {
                return Err(vm.value_error("-inf + inf in fsum"));
            }
            return Ok(Value::Float(special));
        }
        Ok(Value::Float(parts.round()))
    })
}

fn prod(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "prod",
        params: &["", "start"],
        posonly: 1,
        positional: 1,
        required: 1,
    };
    let [iterable, start] = args.bind::<2>(vm, &SIGNATURE)?;
    Flow::start(vm, |cx| async move {
        let iterator = cx.iter(&iterable.unwrap_or_default()).await?;
        let mut product = start.unwrap_or(Value::Int(1));
        while let Some(item) = cx.next(&iterator).await? {
            product = cx.binary(BinOp::Mul, &product, &item).await?;
        }
        Ok(product)
    })
}

fn sumprod(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [p, q] = args.exactly::<2>(vm, "sumprod")?.clone();
    Flow::start(vm, |cx| async move {
        let (p, q) = (cx.collect(&p).await?, cx.collect(&q).await?);
        if p.len() != q.len() {
            return Err(cx.vm.value_error("Inputs are not the same length"));
        }
        let is_real = |value: &Value| matches!(value, Value::Float(_) | Value::Int(_) | Value::Bool(_));
        let has_float = |values: &[Value]| values.iter().any(|value| matches!(value, Value::Float(_)));
        if p.iter().chain(&q).all(is_real) && (has_float(&p) || has_float(&q)) {
            return exact_sum_of_products(&cx, &p, &q).await;
        }
        let mut sum = Value::Int(0);
        cx.vm.strain(p.len().saturating_mul(ITEM_STRAIN))?;
        for (x, y) in p.iter().zip(&q) {
            let product = cx.binary(BinOp::Mul, x, y).await?;
            sum = cx.binary(BinOp::Add, &sum, &product).await?;
        }
        Ok(sum)
    })
}

/// Products and sum without rounding but at the end.
async fn exact_sum_of_products(cx: &Cx, p: &[Value], q: &[Value]) -> VmResult<Value> {
    let mut parts = Parts::default();
    let mut plain = 0.0;
    for (x, y) in p.iter().zip(q) {
        let (x, y) = (real(cx, x).await?, real(cx, y).await?);
        let product = x * y;
        plain += product;
        parts.add(product);
        parts.add(x.mul_add(y, -product));
    }
    let exact = parts.round();
    Ok(Value::Float(if exact.is_finite() && plain.is_finite() {
        exact
    } else {
        plain
    }))
}

fn hypot(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    if !args.names.is_empty() {
        return Err(vm.type_error("math.hypot() takes no keyword arguments"));
    }
    let values = args.values.to_vec();
    Flow::start(vm, |cx| async move {
        let mut coordinates = Vec::with_capacity(values.len());
        for value in &values {
            coordinates.push(real(&cx, value).await?);
        }
        Ok(Value::Float(length(&coordinates)))
    })
}

/// What a coordinate takes: its square is added without rounding.
const ITEM_STRAIN: usize = 20;

fn dist(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [p, q] = args.exactly::<2>(vm, "dist")?.clone();
    Flow::start(vm, |cx| async move {
        let (p, q) = (cx.collect(&p).await?, cx.collect(&q).await?);
        if p.len() != q.len() {
            return Err(cx
                .vm
                .value_error("both points must have the same number of dimensions"));
        }
        let mut differences = Vec::with_capacity(p.len());
        for (x, y) in p.iter().zip(&q) {
            differences.push(real(&cx, x).await? - real(&cx, y).await?);
        }
        Ok(Value::Float(length(&differences)))
    })
}

/// The root of the sum of squares, scaled so that nothing overflows on the way.
fn length(coordinates: &[f64]) -> f64 {
    let sizes = || coordinates.iter().map(|x| x.abs());
    if sizes().any(f64::is_infinite) {
        return f64::INFINITY;
    }
    if sizes().any(f64::is_nan) {
        return f64::NAN;
    }
    let largest = sizes().fold(0.0, f64::max);
    match coordinates {
        [] => 0.0,
        [x] => x.abs(),
        [x, y] => elementary::hypot(*x, *y),
        _ if largest == 0.0 => 0.0,
        _ => {
            let (_, exponent) = super::floats::frexp(largest);
            let mut parts = Parts::default();
            for x in coordinates {
                let x = elementary::scale_by(*x, -exponent);
                let square = x * x;
                parts.add(square);
                parts.add(x.mul_add(x, -square));
            }
            let square = parts.round();
            let root = square.sqrt();
            // One step of Newton's method, with what rounding took from the sum of squares.
            let root_square = root * root;
            parts.add(-root_square);
            parts.add(-root.mul_add(root, -root_square));
            let better = if root > 0.0 {
                root + parts.round() / (2.0 * root)
            } else {
                root
            };
            elementary::scale_by(better, exponent)
        }
    }
}
