//! Percent-encoding of texts that become part of a URL.

/// Adds a text to a URL: ASCII letters, digits and the bytes in `kept` as they are, every other byte of its UTF-8
/// as `%` and two hexadecimal digits.
///
/// `kept` is `b"-_.~"` for RFC 3986's unreserved characters, `b"-_.!~*'()"` for what `encodeURIComponent` keeps.
pub fn percent_encode(out: &mut String, text: &str, kept: &[u8]) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::percent_encode;

    #[test]
    fn only_what_is_kept_stays() {
        let mut out = String::from("q=");
        percent_encode(&mut out, "a-Z_0.9~/é %\n", b"-_.~");
        assert_eq!(out, "q=a-Z_0.9~%2F%C3%A9%20%25%0A");
        out.clear();
        percent_encode(&mut out, "(a-b)", b"()");
        assert_eq!(out, "(a%2Db)");
    }
}
