//! Values with nothing behind them, which are copied and let go without a call: numbers above all.

use super::Value;

impl Value {
    /// Whether the value is stored in place, with nothing behind it.
    #[inline]
    pub fn is_in_place(&self) -> bool {
        matches!(
            self,
            Value::Empty
                | Value::None
                | Value::Bool(_)
                | Value::Int(_)
                | Value::Float(_)
                | Value::Ellipsis
                | Value::NotImplemented
        )
    }

    /// A copy; ints are the quickest.
    #[inline(always)]
    pub fn copied(&self) -> Value {
        match self {
            Value::Int(int) => Value::Int(*int),
            other => other.clone(),
        }
    }

    /// Drops the value, without a call where there is nothing to do.
    #[inline(always)]
    pub fn let_go(self) {
        if self.is_in_place() {
            std::mem::forget(self);
        } else {
            drop(self);
        }
    }
}
