//! Which older states of a card are given up.

use super::Version;

/// Of the older states at most one is kept for each such stretch of the clock, the last one in it. Milliseconds.
pub const WINDOW_MS: f64 = 120_000.0;

/// The most older states of a card.
pub const MOST_VERSIONS: usize = 50;

/// The numbers of the states to drop, of `versions` in the order of their numbers. The last of them is the card as it
/// is now, and always stays. Of the older ones the last of each two minutes stays; where there are still more than
/// [`MOST_VERSIONS`], the older half of them gets sparser, where they are closest together in time first. The oldest
/// one of all stays: it is what the editor began with.
pub fn to_drop(versions: &[Version]) -> Vec<u32> {
    let Some((_, older)) = versions.split_last() else { return Vec::new() };
    let window = |version: &Version| (version.saved / WINDOW_MS).floor();
    let mut dropped = Vec::new();
    let mut kept: Vec<Version> = Vec::new();
    for (at, version) in older.iter().enumerate() {
        // A clock that was put back does not lose anything: only neighbours are compared.
        let is_last = older.get(at + 1).is_none_or(|next| window(next).total_cmp(&window(version)).is_ne());
        if is_last {
            kept.push(*version);
        } else {
            dropped.push(version.number);
        }
    }
    while kept.len() > MOST_VERSIONS {
        let gap = |at: &usize| kept[at + 1].saved - kept[at - 1].saved;
        let closest = (1..=kept.len() / 2).min_by(|one, other| gap(one).total_cmp(&gap(other)));
        dropped.push(kept.remove(closest.unwrap_or_default()).number);
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Saved one after the other at so many seconds, with thinning each time.
    fn left_of(seconds: impl IntoIterator<Item = u32>) -> Vec<u32> {
        let seconds: Vec<u32> = seconds.into_iter().collect();
        let mut versions: Vec<Version> = Vec::new();
        for (number, second) in (1..).zip(&seconds) {
            versions.push(Version { number, saved: f64::from(*second) * 1000.0 });
            let dropped = to_drop(&versions);
            versions.retain(|version| !dropped.contains(&version.number));
        }
        let numbers = versions.iter().map(|version| version.number as usize);
        numbers.map(|number| seconds[number - 1]).collect()
    }

    #[test]
    fn nothing_is_dropped_where_there_is_nothing_older() {
        assert!(to_drop(&[]).is_empty());
        assert_eq!(left_of([7]), [7]);
    }

    #[test]
    fn of_each_two_minutes_the_last_state_stays_and_the_present_one_besides() {
        assert_eq!(left_of(0..=300), [119, 239, 299, 300]);
    }

    #[test]
    fn the_state_before_a_pause_stays() {
        assert_eq!(left_of([0, 1, 2, 3600]), [2, 3600]);
        assert_eq!(left_of([0, 1, 2, 3600, 3601]), [2, 3600, 3601]);
    }

    #[test]
    fn there_are_never_more_than_fifty_older_ones() {
        let left = left_of((0..400).map(|turn| turn * 120));
        assert_eq!(left.len(), MOST_VERSIONS + 1);
        assert_eq!(left[0], 0, "what it began with stays");
        assert_eq!(left[MOST_VERSIONS], 399 * 120, "the present one stays");
    }

    #[test]
    fn recent_states_stay_close_together_and_old_ones_get_sparse() {
        let left = left_of((0..400).map(|turn| turn * 120));
        let recent: Vec<u32> = (399 - 20..400).map(|turn| turn * 120).collect();
        assert_eq!(left[left.len() - 21..], recent);
        let widest = left.windows(2).map(|pair| pair[1] - pair[0]).max();
        // 399 steps with 49 older ones between the first and the last: no gap takes up a fifth of the whole.
        assert!(widest < Some(399 * 120 / 5), "{left:?}");
    }

    #[test]
    fn a_clock_put_back_loses_nothing() {
        assert_eq!(left_of([1000, 500, 1000, 500]), [1000, 500, 1000, 500]);
    }
}
