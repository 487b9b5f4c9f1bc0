//! What of a WebAssembly file xtask reads and writes itself: the names of what the module imports.

use crate::Outcome;

const HEADER: usize = 8;
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;

/// The file with other names for the functions that it imports: `rename` is given a function's module and its name, and
/// says what they are to be.
pub fn rename_imports(
    wasm: &[u8],
    rename: &mut dyn FnMut(&str, &str) -> (String, String),
) -> Outcome<Vec<u8>> {
    renamed(wasm, rename).ok_or_else(|| "this is no WebAssembly that imports functions alone".to_owned())
}

fn renamed(wasm: &[u8], rename: &mut dyn FnMut(&str, &str) -> (String, String)) -> Option<Vec<u8>> {
    let mut input = Input(wasm);
    let mut out = input.take(HEADER)?.to_vec();
    while !input.0.is_empty() {
        let section = input.take(1)?[0];
        let length = input.number()?;
        let content = input.take(length)?;
        let content = if section == IMPORTS { imports(content, rename)? } else { content.to_vec() };
        out.push(section);
        put_number(&mut out, content.len());
        out.extend(content);
    }
    Some(out)
}

fn imports(section: &[u8], rename: &mut dyn FnMut(&str, &str) -> (String, String)) -> Option<Vec<u8>> {
    let (mut input, mut out) = (Input(section), Vec::new());
    let count = input.number()?;
    put_number(&mut out, count);
    for _ in 0..count {
        let (module, name) = rename(input.text()?, input.text()?);
        for text in [module, name] {
            put_number(&mut out, text.len());
            out.extend(text.bytes());
        }
        if input.take(1)?[0] != FUNCTION {
            return None;
        }
        out.push(FUNCTION);
        put_number(&mut out, input.number()?);
    }
    Some(out)
}

/// What is still to be read.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (first, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(first)
    }

    /// A whole number in LEB128.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.take(1)?[0];
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports the function `long_name` of `./some.js`, with a custom section after it.
    const WASM: &[u8] =
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x17\x01\x09./some.js\x09long_name\0\0\0\x03\x01xy";

    #[test]
    fn a_function_gets_another_name_and_all_else_stays() {
        let mut seen = Vec::new();
        let renamed = rename_imports(WASM, &mut |module, name| {
            seen.push(format!("{module} {name}"));
            ("m".to_owned(), "n".repeat(200))
        });
        assert_eq!(seen, ["./some.js long_name"]);
        let name = "n".repeat(200);
        let wanted = [
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\xcf\x01\x01\x01m\xc8\x01",
            name.as_bytes(),
            b"\0\0\0\x03\x01xy",
        ];
        assert_eq!(renamed.expect("it is one"), wanted.concat());
    }

    #[test]
    fn what_is_cut_short_or_imports_a_memory_is_refused() {
        let mut keep = |module: &str, name: &str| (module.to_owned(), name.to_owned());
        assert_eq!(rename_imports(WASM, &mut keep).expect("it is one"), WASM);
        for length in [4, 9, 20, WASM.len() - 1] {
            assert!(rename_imports(&WASM[..length], &mut keep).is_err(), "{length}");
        }
        let memory = [&WASM[..WASM.len() - 7], b"\x02\0\0\x03\x01xy"].concat();
        assert!(rename_imports(&memory, &mut keep).is_err());
    }
}
