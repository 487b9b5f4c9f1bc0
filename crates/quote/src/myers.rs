//! Edit distance, 64 rows at a time: Myers' bit-parallel algorithm (1999) in blocks, as Hyyrö (2003)
//! writes it, over characters rather than bytes.

/// A pattern prepared for comparing with many texts.
pub(super) struct Pattern {
    len: usize,
    blocks: usize,
    /// The pattern's distinct characters, sorted.
    letters: Vec<char>,
    /// For each letter, `blocks` words with a bit for each place where the pattern has it; then as many
    /// empty ones, for every other character.
    masks: Vec<u64>,
    /// The place in `letters` of each ASCII character, for speed.
    ascii: [usize; 128],
}

/// Where a comparison begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// The pattern may begin anywhere in the text.
    Anywhere,
    /// The pattern begins where the text begins.
    Fixed,
}

impl Pattern {
    /// Prepares a pattern. It may be empty.
    pub fn new(pattern: &[char]) -> Self {
        let mut letters = Vec::new();
        for c in pattern {
            if let Err(at) = letters.binary_search(c) {
                letters.insert(at, *c);
            }
        }
        let blocks = pattern.len().div_ceil(64);
        let mut masks = vec![0; (letters.len() + 1) * blocks];
        let mut ascii = [letters.len(); 128];
        for (at, letter) in letters.iter().enumerate() {
            if let Some(slot) = ascii.get_mut(*letter as usize) {
                *slot = at;
            }
        }
        for (row, c) in pattern.iter().enumerate() {
            let letter = letters.binary_search(c).unwrap_or(letters.len());
            masks[letter * blocks + row / 64] |= 1 << (row % 64);
        }
        Self { len: pattern.len(), blocks, letters, masks, ascii }
    }

    /// Reads a text and tells, after each character, the smallest number of errors (insertions,
    /// deletions, substitutions) between the whole pattern and a part of the text that ends there.
    pub fn run<'a>(
        &self,
        start: Start,
        text: impl Iterator<Item = &'a char>,
        mut each: impl FnMut(usize, usize),
    ) {
        if self.len == 0 {
            for (at, _) in text.enumerate() {
                each(at, if start == Start::Fixed { at + 1 } else { 0 });
            }
            return;
        }
        let mut errors = self.len;
        // For each block, the rows where the distance grows by one, and those where it falls by one.
        let mut columns = vec![(u64::MAX, 0_u64); self.blocks];
        let last_row = 1 << ((self.len - 1) % 64);
        for (at, c) in text.enumerate() {
            let letter = match self.ascii.get(*c as usize) {
                Some(letter) => *letter,
                None => self.letters.binary_search(c).unwrap_or(self.letters.len()),
            };
            let masks = &self.masks[letter * self.blocks..][..self.blocks];
            let mut up = u64::from(start == Start::Fixed);
            let mut down = 0;
            for (block, (column, mask)) in columns.iter_mut().zip(masks).enumerate() {
                let (plus, minus) = *column;
                let vertical = mask | minus;
                let equal = mask | down;
                let horizontal = ((equal & plus).wrapping_add(plus) ^ plus) | equal;
                let grows = minus | !(horizontal | plus);
                let falls = plus & horizontal;
                let top = if block + 1 == self.blocks { last_row } else { 1 << 63 };
                let shifted_grows = grows << 1 | up;
                let shifted_falls = falls << 1 | down;
                *column = (shifted_falls | !(vertical | shifted_grows), shifted_grows & vertical);
                up = u64::from(grows & top != 0);
                down = u64::from(falls & top != 0);
            }
            if up == 1 {
                errors += 1;
            } else if down == 1 {
                errors -= 1;
            }
            each(at, errors);
        }
    }

    /// The edit distance between the whole pattern and the whole text.
    pub fn distance(&self, text: &[char]) -> usize {
        let mut distance = self.len;
        self.run(Start::Fixed, text.iter(), |_, errors| distance = errors);
        distance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The textbook algorithm, for comparison.
    fn plain(pattern: &[char], text: &[char], start: Start) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut ends = Vec::new();
        for (at, c) in text.iter().enumerate() {
            let mut diagonal = column[0];
            column[0] = if start == Start::Fixed { at + 1 } else { 0 };
            for row in 1..=pattern.len() {
                let substituted = diagonal + usize::from(pattern[row - 1] != *c);
                diagonal = column[row];
                column[row] = substituted.min(column[row] + 1).min(column[row - 1] + 1);
            }
            ends.push(column[pattern.len()]);
        }
        ends
    }

    #[test]
    fn agrees_with_the_textbook() {
        // A small generator is enough here: short alphabets make many near matches.
        let mut state = 7_u32;
        let mut random = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % below
        };
        let alphabet = ['a', 'b', 'é', '東', '😀'];
        for round in 0..300 {
            let mut text =
                |len: usize| -> Vec<char> { (0..len).map(|_| alphabet[random(5) as usize]).collect() };
            let (pattern, text) = (text(round % 150), text((round * 7) % 211));
            for start in [Start::Anywhere, Start::Fixed] {
                let mut ends = Vec::new();
                Pattern::new(&pattern).run(start, text.iter(), |_, errors| ends.push(errors));
                assert_eq!(ends, plain(&pattern, &text, start), "round {round}");
            }
        }
    }

    #[test]
    fn distance_of_plain_cases() {
        let distance = |a: &str, b: &str| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            Pattern::new(&a).distance(&b)
        };
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
        assert_eq!(distance("", ""), 0);
    }
}
