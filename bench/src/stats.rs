//! Medians, spreads, exponents.

/// The value in the middle; of an even number the mean of the two. NaN of none.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// The value that this part of all is not above (0.95: the 95th percentile), between two values in proportion.
/// NaN of none.
pub fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = part.clamp(0.0, 1.0) * as_float(last);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 <= place <= last")]
    let below = place.floor() as usize;
    let above = (below + 1).min(last);
    sorted[below] + (sorted[above] - sorted[below]) * (place - place.floor())
}

/// What a figure comes to over all runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The value in the middle.
    pub median: f64,
    /// The smallest.
    pub min: f64,
    /// The largest.
    pub max: f64,
}

impl Summary {
    /// Of the values of all runs; `None` of none.
    pub fn of(values: &[f64]) -> Option<Self> {
        (!values.is_empty()).then(|| Self {
            median: median(values),
            min: quantile(values, 0.0),
            max: quantile(values, 1.0),
        })
    }
}

/// The exponent with which `y` grows with `x`: the slope of the line through the logarithms that leaves the least
/// squares. 0 is constant, 1 is linear. `None` of fewer than two points, or where one is not above 0.
pub fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    if points.len() < 2 || points.iter().any(|(x, y)| *x <= 0.0 || *y <= 0.0) {
        return None;
    }
    let logs: Vec<_> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let count = as_float(logs.len());
    let mean = |pick: fn(&(f64, f64)) -> f64| logs.iter().map(pick).sum::<f64>() / count;
    let (middle_x, middle_y) = (mean(|log| log.0), mean(|log| log.1));
    let across: f64 = logs.iter().map(|(x, y)| (x - middle_x) * (y - middle_y)).sum();
    let along: f64 = logs.iter().map(|(x, _)| (x - middle_x).powi(2)).sum();
    (along > 0.0).then(|| across / along)
}

/// A count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub fn as_float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn medians_of_odd_and_even_numbers_whatever_their_order() {
        assert!(near(median(&[3.0, 1.0, 2.0]), 2.0));
        assert!(near(median(&[4.0, 1.0, 3.0, 2.0]), 2.5));
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn a_quantile_lies_between_two_values() {
        let values: Vec<f64> = (0..=100).map(f64::from).collect();
        assert!(near(quantile(&values, 0.95), 95.0));
        assert!(near(quantile(&[10.0, 20.0], 0.95), 19.5));
        assert!(near(quantile(&[7.0], 0.95), 7.0));
    }

    #[test]
    fn a_summary_has_the_extremes() {
        assert_eq!(Summary::of(&[5.0, 1.0, 3.0]), Some(Summary { median: 3.0, min: 1.0, max: 5.0 }));
        assert_eq!(Summary::of(&[]), None);
    }

    #[test]
    fn exponents_of_constant_linear_and_square_growth() {
        let grown = |power: i32| [10.0, 50.0, 200.0].map(|x: f64| (x, 3.0 * x.powi(power)));
        for power in 0..3 {
            let found = exponent(&grown(power)).expect("three points");
            assert!(near(found, f64::from(power)), "{found}");
        }
        assert_eq!(exponent(&[(1.0, 1.0)]), None);
        assert_eq!(exponent(&[(1.0, 0.0), (2.0, 1.0)]), None);
        assert_eq!(exponent(&[(2.0, 1.0), (2.0, 3.0)]), None);
    }
}
