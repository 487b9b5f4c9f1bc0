//! Numbers as short texts, for ids.

/// A number in base 36: digits and lower-case letters.
pub(crate) fn base36(mut number: u64) -> String {
    let mut last_first = Vec::new();
    loop {
        last_first.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[(number % 36) as usize]);
        number /= 36;
        if number == 0 {
            return last_first.iter().rev().map(|byte| char::from(*byte)).collect();
        }
    }
}
