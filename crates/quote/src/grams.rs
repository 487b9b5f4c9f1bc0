//! Where every run of six characters is in a text: the index that makes many searches cheap.

/// The length of the runs.
///
/// A quote of 20 characters with 2 errors still holds 6 unbroken characters in a row, and so does any
/// longer one with one error in ten: cut into sixes, it has more sixes than errors.
pub(super) const GRAM: usize = 6;

/// The places of every six characters, by hash. Different sixes may share a hash: look again.
pub(super) struct Grams {
    /// How far a 32-bit hash is shifted to become a bucket.
    shift: u32,
    /// Where each bucket begins in `places`; one more at the end.
    starts: Vec<usize>,
    places: Vec<usize>,
}

impl Grams {
    /// Indexes a text in two passes.
    pub fn new(chars: &[char]) -> Self {
        let bits = (usize::BITS - chars.len().leading_zeros()).clamp(8, 17);
        let shift = 32 - bits;
        let mut starts = vec![0; (1 << bits) + 1];
        for gram in chars.windows(GRAM) {
            starts[bucket(gram, shift) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0; starts[starts.len() - 1]];
        for (place, gram) in chars.windows(GRAM).enumerate() {
            let slot = &mut next[bucket(gram, shift)];
            places[*slot] = place;
            *slot += 1;
        }
        Self { shift, starts, places }
    }

    /// Where these six characters may be, in order: all their places, and perhaps others.
    pub fn places(&self, gram: &[char]) -> &[usize] {
        let bucket = bucket(gram, self.shift);
        &self.places[self.starts[bucket]..self.starts[bucket + 1]]
    }
}

fn bucket(gram: &[char], shift: u32) -> usize {
    let hash = gram.iter().fold(0_u32, |hash, c| (hash.rotate_left(5) ^ *c as u32).wrapping_mul(0x9E37_79B9));
    (hash >> shift) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_in_order() {
        let chars: Vec<char> = "the cartel and the cartels".chars().collect();
        let grams = Grams::new(&chars);
        for gram in chars.windows(GRAM) {
            let places = grams.places(gram);
            assert!(places.is_sorted());
            for (place, other) in chars.windows(GRAM).enumerate() {
                assert!(gram != other || places.contains(&place));
            }
        }
    }

    #[test]
    fn a_short_text_has_no_grams() {
        assert!(Grams::new(&['a'; 5]).places(&['a'; 6]).is_empty());
        assert!(Grams::new(&[]).places(&['a'; 6]).is_empty());
    }
}
