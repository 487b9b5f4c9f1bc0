//! When a comment was written: how long ago, with the exact time at hand.

use yew::prelude::*;

use super::intl::Formats;
use crate::comments::Time;

/// The largest unit that fits, and how many of them lie between: negative in the past.
fn unit(milliseconds: i64) -> (i32, &'static str) {
    const UNITS: [(i64, &str); 5] = [
        (365 * 24 * 3600, "year"),
        (30 * 24 * 3600, "month"),
        (24 * 3600, "day"),
        (3600, "hour"),
        (60, "minute"),
    ];
    let seconds = milliseconds / 1000;
    for (size, unit) in UNITS {
        if seconds.abs() >= size {
            return (i32::try_from(seconds / size).unwrap_or_default(), unit);
        }
    }
    // Seconds would be wrong by the time they are read: "now".
    (0, "second")
}

/// A `<time>`: "3 hours ago", the exact time on pointing at it; the ISO date where there are no words for that.
pub fn ago(formats: &Formats, tag: &str, time: Time, now: i64) -> Html {
    let iso = time.iso();
    let (count, unit) = unit(time.ms().saturating_sub(now));
    let words = formats.ago(tag, count, unit);
    let words = words.unwrap_or_else(|| iso.split('T').next().unwrap_or_default().to_owned());
    let title = formats.exact(tag, &iso);
    html! { <time datetime={iso} {title}>{ words }</time> }
}

#[cfg(test)]
mod tests {
    use super::unit;

    #[test]
    fn the_largest_unit_that_fits() {
        for (seconds, expected) in [
            (0, (0, "second")),
            (-59, (0, "second")),
            (-60, (-1, "minute")),
            (-3599, (-59, "minute")),
            (-3600, (-1, "hour")),
            (-86_400 * 29, (-29, "day")),
            (-86_400 * 400, (-1, "year")),
            (86_400 * 40, (1, "month")),
        ] {
            assert_eq!(unit(seconds * 1000), expected);
        }
        assert_eq!(unit(i64::MIN).1, "year", "no overflow");
    }
}
