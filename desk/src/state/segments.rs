//! A block of the article in runs: each with what uses it, and whether it is chosen.

use std::ops::Range;

use crate::marks::Mark;

/// A run of a block's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its bytes of the article's text.
    pub range: Range<usize>,
    /// The paths of the quotes that lie over it; none where it is not in use.
    pub users: Vec<String>,
    /// It belongs to what was chosen by sentences.
    pub is_chosen: bool,
}

/// Cuts a block of the article wherever a mark or the choice begins or ends. `marks` are in the order of the text.
pub fn segments(block: &Range<usize>, marks: &[Mark], chosen: Option<&Range<usize>>) -> Vec<Segment> {
    let first = marks.partition_point(|mark| mark.range.end <= block.start);
    let own: Vec<&Mark> = marks[first..].iter().take_while(|mark| mark.range.start < block.end).collect();
    let mut cuts = vec![block.start, block.end];
    cuts.extend(own.iter().flat_map(|mark| [mark.range.start, mark.range.end]));
    cuts.extend(chosen.iter().flat_map(|range| [range.start, range.end]));
    cuts.retain(|cut| (block.start..=block.end).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let runs = cuts.windows(2).map(|pair| {
        let range = pair[0]..pair[1];
        let mark = own.iter().find(|mark| mark.range.start <= range.start && range.end <= mark.range.end);
        Segment {
            users: mark.map(|mark| mark.users.clone()).unwrap_or_default(),
            is_chosen: chosen.is_some_and(|chosen| chosen.start <= range.start && range.end <= chosen.end),
            range,
        }
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(range: Range<usize>, user: &str) -> Mark {
        Mark { range, users: vec![user.to_owned()] }
    }

    #[test]
    fn a_block_is_cut_at_its_marks_and_at_the_choice() {
        let marks = [mark(0..5, "a"), mark(12..16, "b"), mark(16..40, "c")];
        let cut = segments(&(10..20), &marks, Some(&(14..18)));
        let shown: Vec<_> =
            cut.iter().map(|run| (run.range.clone(), run.users.join(" "), run.is_chosen)).collect();
        let expected = [
            (10..12, "", false),
            (12..14, "b", false),
            (14..16, "b", true),
            (16..18, "c", true),
            (18..20, "c", false),
        ];
        assert_eq!(shown, expected.map(|(range, users, is_chosen)| (range, users.to_owned(), is_chosen)));
    }

    #[test]
    fn a_block_that_nothing_uses_is_one_run() {
        assert_eq!(
            segments(&(5..9), &[mark(0..5, "a"), mark(9..12, "b")], None),
            [Segment { range: 5..9, users: vec![], is_chosen: false }]
        );
    }
}
