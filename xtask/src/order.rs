//! The order in which the functions of a WebAssembly file pack best: like ones side by side.

use std::collections::{BTreeSet, HashMap};

/// So many bytes in a row that are the same count as one thing that two functions share.
const RUN: usize = 4;

/// The places of `functions`, which are given by their code, in that order: each is followed by the one, of those left,
/// that shares most with it for the length of both.
pub fn by_likeness(functions: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<BTreeSet<&[u8]>> = functions.iter().map(|code| code.windows(RUN).collect()).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (at, runs) in runs.iter().enumerate() {
        for run in runs {
            holders.entry(run).or_default().push(at);
        }
    }
    let mut left: Vec<usize> = (0..functions.len()).collect();
    let mut order = Vec::new();
    let mut next = 0;
    while !left.is_empty() {
        let last = left.remove(next);
        order.push(last);
        let mut shared = vec![0; functions.len()];
        for &at in runs[last].iter().flat_map(|run| &holders[run]) {
            shared[at] += 1;
        }
        let likeness = |at: usize| shared[at] * 1000 / (functions[at].len() + functions[last].len()).max(1);
        // The first of those that are equally like.
        next = (0..left.len()).rev().max_by_key(|&next| likeness(left[next])).unwrap_or_default();
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_functions_stand_side_by_side() {
        let functions: [&[u8]; 4] = [b"open the door", b"1234567890", b"close the door", b"1234567899"];
        assert_eq!(by_likeness(&functions), [0, 2, 1, 3]);
    }

    #[test]
    fn what_shares_nothing_stays_in_order() {
        assert_eq!(by_likeness(&[b"abcdefg", b"", b"hijklmn"]), [0, 1, 2]);
        assert!(by_likeness(&[]).is_empty());
    }
}
