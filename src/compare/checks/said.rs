//! The values that one side says, to be looked up.

/// The part of a value that may be lost in reckoning.
const LOST: f64 = 1e-9;

/// Values in ascending order, each once.
#[derive(Debug)]
pub struct Said(Vec<f64>);

impl Said {
    /// These values, which may be in any order.
    pub fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        values.dedup();
        Self(values)
    }

    /// The values themselves.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        self.0.iter().copied()
    }

    /// Whether a value is among them.
    pub fn has(&self, value: f64) -> bool {
        let first = self.0.partition_point(|other| *other < value && !is_same(*other, value));
        self.0.get(first).is_some_and(|other| is_same(*other, value))
    }

    /// Whether a value is among them, if only in part: `'98` and `1998`, `80-е` and `1980s`.
    pub fn has_part(&self, value: f64) -> bool {
        let is_short = (1_000.0..2_100.0).contains(&value) && self.has(value % 100.0);
        let is_long =
            || (0.0..100.0).contains(&value) && (10..21).any(|century| self.has(f64::from(century) * 100.0 + value));
        self.has(value) || is_short || is_long()
    }
}

/// Whether two values are the same but for what is lost in reckoning.
pub fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= a.abs().max(b.abs()) * LOST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_whole_and_in_part() {
        let said = Said::of(vec![1998.0, 0.1 + 0.2, 5.0, -3.0, 5.0]);
        assert!(said.has(0.3) && said.has(5.0) && said.has(-3.0) && said.has_part(98.0) && said.has_part(1905.0));
        assert!(!said.has(3.0) && !said.has(98.0) && !said.has_part(97.0) && !said.has_part(-2.0));
    }
}
