//! Places in a text as the browser counts them, in UTF-16 code units, and as Rust does, in bytes.

/// The byte of a UTF-16 place; a place within a character is that before it, one after the end is the end.
pub fn to_byte(text: &str, utf16: usize) -> usize {
    let mut passed = 0;
    for (byte, c) in text.char_indices() {
        if passed + c.len_utf16() > utf16 {
            return byte;
        }
        passed += c.len_utf16();
    }
    text.len()
}

/// The UTF-16 place of a byte, which is at the edge of a character.
pub fn to_utf16(text: &str, byte: usize) -> usize {
    text.get(..byte).unwrap_or(text).encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_go_both_ways() {
        let text = "a€😀b";
        for (byte, utf16) in [(0, 0), (1, 1), (4, 2), (8, 4), (9, 5)] {
            assert_eq!((to_byte(text, utf16), to_utf16(text, byte)), (byte, utf16));
        }
        assert_eq!((to_byte(text, 3), to_byte(text, 99)), (4, 9));
    }
}
