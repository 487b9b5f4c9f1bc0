//! What differs between a quote and the article, word by word.

use super::fold::Folded;
use super::words::Words;

/// A run of words that both have, or that only one of them has.
///
/// The texts of all but the `Added` runs, one after the other, are the quote; of all but the `Removed`
/// ones, the article's passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Diff {
    /// Both have it (in the article's writing).
    Same(String),
    /// The quote says it, the article does not.
    Removed(String),
    /// The article says it, the quote does not.
    Added(String),
}

/// One step of a comparison: which word of the one, which of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Same(usize),
    Removed(usize),
    Added(usize),
}

/// Two lists of words longer than this, multiplied, are not compared word by word.
const CELLS_MAX: usize = 1 << 22;

/// Compares what a quote says with what an article says, word by word. White space, the shape of quotation
/// marks and dashes, and invisible characters make no difference.
///
/// Very long texts with little in common are given as one run removed and one added.
pub fn diff(quote: &str, article: &str) -> Vec<Diff> {
    let (quote, article) = (Folded::trimmed(quote), Folded::trimmed(article));
    let (a, b) = (Words::all(&quote), Words::all(&article));
    let steps = steps(&a, &b);
    let text = |words: &Words, at: usize| {
        let end = words.words.get(at + 1).map_or(words.text.ink.len(), |next| next.start);
        words.text.slice(words.words[at].start..end).to_owned()
    };
    let mut diff: Vec<Diff> = Vec::new();
    for step in steps {
        let next = match step {
            Step::Same(at) => Diff::Same(text(&b, at)),
            Step::Removed(at) => Diff::Removed(text(&a, at)),
            Step::Added(at) => Diff::Added(text(&b, at)),
        };
        match (diff.last_mut(), next) {
            (Some(Diff::Same(run)), Diff::Same(more))
            | (Some(Diff::Removed(run)), Diff::Removed(more))
            | (Some(Diff::Added(run)), Diff::Added(more)) => run.push_str(&more),
            (_, next) => diff.push(next),
        }
    }
    diff
}

/// The steps from one text's words to the other's: as many `Same` as there can be, and between two of
/// them the removed before the added. `Same` and `Added` hold the place in `b`, `Removed` that in `a`.
pub(super) fn steps(a: &Words, b: &Words) -> Vec<Step> {
    let same = |i: usize, j: usize| a.get(i) == b.get(j);
    let (a_len, b_len) = (a.words.len(), b.words.len());
    let shorter = a_len.min(b_len);
    let head = (0..shorter).take_while(|at| same(*at, *at)).count();
    let tail = (0..shorter - head).take_while(|at| same(a_len - 1 - at, b_len - 1 - at)).count();
    let (rows, columns) = (a_len - head - tail, b_len - head - tail);
    let mut steps: Vec<Step> = (0..head).map(Step::Same).collect();
    if rows.saturating_mul(columns) > CELLS_MAX {
        steps.extend((head..head + rows).map(Step::Removed));
        steps.extend((head..head + columns).map(Step::Added));
    } else {
        // How many words the rests of both lists share at most, from the end backwards.
        let width = columns + 1;
        let mut shared = vec![0_u32; (rows + 1) * width];
        for i in (0..rows).rev() {
            for j in (0..columns).rev() {
                shared[i * width + j] = if same(head + i, head + j) {
                    shared[(i + 1) * width + j + 1] + 1
                } else {
                    shared[(i + 1) * width + j].max(shared[i * width + j + 1])
                };
            }
        }
        let (mut i, mut j) = (0, 0);
        // Additions wait until the removals of the same run are written.
        let mut added = Vec::new();
        while i < rows || j < columns {
            if i < rows && j < columns && same(head + i, head + j) {
                steps.append(&mut added);
                steps.push(Step::Same(head + j));
                (i, j) = (i + 1, j + 1);
            } else if j == columns || i < rows && shared[(i + 1) * width + j] >= shared[i * width + j + 1] {
                steps.push(Step::Removed(head + i));
                i += 1;
            } else {
                added.push(Step::Added(head + j));
                j += 1;
            }
        }
        steps.append(&mut added);
    }
    steps.extend((b_len - tail..b_len).map(Step::Same));
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(text: &str) -> Diff {
        Diff::Same(text.into())
    }

    fn removed(text: &str) -> Diff {
        Diff::Removed(text.into())
    }

    fn added(text: &str) -> Diff {
        Diff::Added(text.into())
    }

    #[test]
    fn a_changed_word_is_removed_and_added() {
        assert_eq!(
            diff("has strongly opposed any presence", "has firmly and openly opposed any presence"),
            [same("has "), removed("strongly "), added("firmly and openly "), same("opposed any presence")]
        );
    }

    #[test]
    fn the_parts_put_together_are_the_two_texts() {
        let (a, b) = ("x one, two three y z", "one two – four y? z w");
        let (mut quote, mut article) = (String::new(), String::new());
        for part in diff(a, b) {
            match part {
                Diff::Same(text) => {
                    quote.push_str(&text);
                    article.push_str(&text);
                }
                Diff::Removed(text) => quote.push_str(&text),
                Diff::Added(text) => article.push_str(&text),
            }
        }
        assert_eq!(article, b);
        // But for white space, which is the article's where both have the word.
        let dense = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(dense(&quote), dense(a));
    }

    #[test]
    fn writing_makes_no_difference() {
        assert_eq!(diff("“so-called”  war", "\"so\u{2011}called\" war"), [same("\"so\u{2011}called\" war")]);
    }

    #[test]
    fn empty_and_unlike_texts() {
        assert_eq!(diff("", ""), []);
        assert_eq!(diff("a b", " "), [removed("a b")]);
        assert_eq!(diff("", "a b"), [added("a b")]);
        assert_eq!(diff("a b", "c d"), [removed("a b"), added("c d")]);
    }

    #[test]
    fn very_long_texts_are_not_compared_word_by_word() {
        let (a, b) = ("a ".repeat(3000), "b ".repeat(3000));
        assert_eq!(diff(&a, &b), [removed(a.trim()), added(b.trim())]);
    }
}
