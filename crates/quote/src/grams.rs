//! Where every run of a few characters is in a text: the index that makes many searches cheap.

use std::cell::OnceCell;

/// The length of the runs that are indexed for quotes that are not very short.
///
/// A quote of 20 characters with 2 errors still holds 6 unbroken characters in a row, and so does any
/// longer one with one error in ten: cut into sixes, it has more sixes than errors.
pub(super) const GRAM: usize = 6;

/// The runs of a text, by length.
pub(super) struct Grams {
    /// Of [`GRAM`] characters.
    pub sixes: Runs,
    /// For what is too short to hold six; most articles are never searched for that.
    pairs: OnceCell<Runs>,
    singles: OnceCell<Runs>,
}

impl Grams {
    /// Indexes a text.
    pub fn new(chars: &[char]) -> Self {
        Self { sixes: Runs::new(chars, GRAM), pairs: OnceCell::new(), singles: OnceCell::new() }
    }

    /// The longest runs that something of so many characters holds. `chars` is the text that was indexed.
    pub fn fitting(&self, chars: &[char], len: usize) -> &Runs {
        match len {
            GRAM.. => &self.sixes,
            2.. => self.pairs.get_or_init(|| Runs::new(chars, 2)),
            _ => self.singles.get_or_init(|| Runs::new(chars, 1)),
        }
    }
}

/// The places of every run of one length, by hash. Different runs may share a hash: look again.
pub(super) struct Runs {
    /// How many characters each run has.
    pub len: usize,
    /// How far a 32-bit hash is shifted to become a bucket.
    shift: u32,
    /// Where each bucket begins in `places`; one more at the end.
    starts: Vec<usize>,
    places: Vec<usize>,
}

impl Runs {
    /// Indexes a text in two passes.
    fn new(chars: &[char], len: usize) -> Self {
        let bits = (usize::BITS - chars.len().leading_zeros()).clamp(8, 17);
        let shift = 32 - bits;
        let mut starts = vec![0; (1 << bits) + 1];
        for run in chars.windows(len) {
            starts[bucket(run, shift) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0; starts[starts.len() - 1]];
        for (place, run) in chars.windows(len).enumerate() {
            let slot = &mut next[bucket(run, shift)];
            places[*slot] = place;
            *slot += 1;
        }
        Self { len, shift, starts, places }
    }

    /// Where this run may be, in order: all its places, and perhaps others.
    pub fn places(&self, run: &[char]) -> &[usize] {
        let bucket = bucket(run, self.shift);
        &self.places[self.starts[bucket]..self.starts[bucket + 1]]
    }
}

fn bucket(run: &[char], shift: u32) -> usize {
    let hash = run.iter().fold(0_u32, |hash, c| (hash.rotate_left(5) ^ *c as u32).wrapping_mul(0x9E37_79B9));
    (hash >> shift) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_in_order() {
        let chars: Vec<char> = "the cartel and the cartels".chars().collect();
        let grams = Grams::new(&chars);
        for (of, len) in [(1, 1), (2, 2), (5, 2), (6, GRAM), (9, GRAM)] {
            let runs = grams.fitting(&chars, of);
            assert_eq!(runs.len, len);
            for run in chars.windows(len) {
                let places = runs.places(run);
                assert!(places.is_sorted());
                for (place, other) in chars.windows(len).enumerate() {
                    assert!(run != other || places.contains(&place));
                }
            }
        }
    }

    #[test]
    fn a_short_text_has_no_grams() {
        assert!(Grams::new(&['a'; 5]).sixes.places(&['a'; 6]).is_empty());
        assert!(Grams::new(&[]).fitting(&[], 1).places(&['a']).is_empty());
    }
}
