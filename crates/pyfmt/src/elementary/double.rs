//! Sums of two floats: numbers with twice the digits.

/// `high + low`, where `low` is at most half a unit in the last place of `high`.
#[derive(Clone, Copy, Debug)]
pub struct Double {
    pub high: f64,
    pub low: f64,
}

impl From<f64> for Double {
    fn from(high: f64) -> Self {
        Double { high, low: 0.0 }
    }
}

impl Double {
    pub const fn new(high: f64, low: f64) -> Self {
        Double { high, low }
    }

    /// `a + b` without rounding.
    pub fn sum(a: f64, b: f64) -> Self {
        let high = a + b;
        let part = high - a;
        let low = (a - (high - part)) + (b - part);
        Double { high, low }
    }

    /// `a + b` without rounding, if `a` is the larger one.
    fn quick_sum(a: f64, b: f64) -> Self {
        let high = a + b;
        Double {
            high,
            low: b - (high - a),
        }
    }

    /// `a * b` without rounding.
    pub fn product(a: f64, b: f64) -> Self {
        let high = a * b;
        let ((a1, a2), (b1, b2)) = (split(a), split(b));
        let low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2;
        Double { high, low }
    }

    /// The nearest float.
    pub fn value(self) -> f64 {
        self.high + self.low
    }

    pub fn plus(self, other: Double) -> Double {
        let high = Double::sum(self.high, other.high);
        let low = Double::sum(self.low, other.low);
        let first = Double::quick_sum(high.high, high.low + low.high);
        Double::quick_sum(first.high, first.low + low.low)
    }

    pub fn minus(self, other: Double) -> Double {
        self.plus(other.negated())
    }

    pub fn negated(self) -> Double {
        Double::new(-self.high, -self.low)
    }

    pub fn times(self, other: Double) -> Double {
        let product = Double::product(self.high, other.high);
        let cross = self.high * other.low + self.low * other.high;
        Double::quick_sum(product.high, product.low + cross)
    }

    /// Times a float.
    pub fn scaled(self, factor: f64) -> Double {
        let product = Double::product(self.high, factor);
        Double::quick_sum(product.high, product.low + self.low * factor)
    }

    /// Times a power of two, which does not round.
    pub fn shifted(self, power: f64) -> Double {
        Double::new(self.high * power, self.low * power)
    }

    pub fn over(self, other: Double) -> Double {
        let first = self.high / other.high;
        let rest = self.minus(other.scaled(first));
        let second = rest.high / other.high;
        let rest = rest.minus(other.scaled(second));
        let third = rest.high / other.high;
        Double::quick_sum(first, second).plus(Double::from(third))
    }

    pub fn sqrt(self) -> Double {
        if self.high <= 0.0 {
            return Double::from(0.0);
        }
        let root = self.high.sqrt();
        let rest = self.minus(Double::product(root, root));
        Double::sum(root, rest.high / (2.0 * root))
    }
}

/// The upper and the lower half of a float's digits.
fn split(x: f64) -> (f64, f64) {
    const SPLITTER: f64 = 134_217_729.0;
    let spread = SPLITTER * x;
    let high = spread - (spread - x);
    (high, x - high)
}
