//! What of a WebAssembly file xtask reads and writes itself: the names of what the module imports and exports,
//! functions that are to do nothing, and names of functions that say an order.

use crate::Outcome;
use std::ops::Range;

const HEADER: usize = 8;
const IMPORTS: u8 = 2;
/// The kinds of what is imported.
const FUNCTION: u8 = 0;
const TABLE: u8 = 1;
const MEMORY: u8 = 2;
const GLOBAL: u8 = 3;
const EXPORTS: u8 = 7;
const CODE: u8 = 10;
const CUSTOM: u8 = 0;
/// Among the names of a module those of its functions.
const FUNCTION_NAMES: u8 = 1;
/// The section that says what the code refers to, and where.
const RELOCATIONS: &str = "reloc.CODE";
/// The kinds of what it says that have one number more: addresses in the memory, and places in functions and sections.
const WITH_ADDEND: [u8; 6] = [3, 4, 5, 8, 9, 11];

/// The file with other names for the functions that it imports: `rename` is given a function's module and its name, and
/// says what they are to be.
pub fn rename_imports(
    wasm: &[u8],
    rename: &mut dyn FnMut(&str, &str) -> (String, String),
) -> Outcome<Vec<u8>> {
    rewritten(wasm, IMPORTS, &mut |section| imports(section, rename))
        .ok_or_else(|| "this is no WebAssembly that imports functions alone".to_owned())
}

/// The file with what `rewrite` makes of the sections of a kind.
fn rewritten(wasm: &[u8], kind: u8, rewrite: &mut dyn FnMut(&[u8]) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut out = wasm.get(..HEADER)?.to_vec();
    for (section, content) in sections(wasm)? {
        let content = if section == kind { rewrite(content)? } else { content.to_vec() };
        put_section(&mut out, section, &content);
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
            put_text(&mut out, &text);
        }
        if input.take(1)?[0] != FUNCTION {
            return None;
        }
        out.push(FUNCTION);
        put_number(&mut out, input.number()?);
    }
    Some(out)
}

/// The file with other names for what it exports: `rename` is given a name, and says what it is to be, or that nobody asks
/// for it.
pub fn rename_exports(wasm: &[u8], rename: &mut dyn FnMut(&str) -> Option<String>) -> Outcome<Vec<u8>> {
    rewritten(wasm, EXPORTS, &mut |section| exports(section, rename))
        .ok_or_else(|| "this is no WebAssembly".to_owned())
}

fn exports(section: &[u8], rename: &mut dyn FnMut(&str) -> Option<String>) -> Option<Vec<u8>> {
    let (mut input, mut kept, mut count) = (Input(section), Vec::new(), 0);
    for _ in 0..input.number()? {
        let name = rename(input.text()?);
        // What it is, and its number.
        let (kind, number) = (input.take(1)?[0], input.number()?);
        if let Some(name) = name {
            put_text(&mut kept, &name);
            kept.push(kind);
            put_number(&mut kept, number);
            count += 1;
        }
    }
    let mut out = Vec::new();
    put_number(&mut out, count);
    out.extend(kept);
    Some(out)
}

/// The linker's output with functions that give 0 and do nothing else in the place of those whose names `is_empty` picks,
/// and without word of what these referred to: the caller sees to it that all of them give a 32-bit number. How many there
/// were comes with it.
pub fn empty_functions(wasm: &[u8], is_empty: &dyn Fn(&str) -> bool) -> Outcome<(Vec<u8>, usize)> {
    emptied(wasm, is_empty).ok_or_else(|| "this is no WebAssembly with names".to_owned())
}

fn emptied(wasm: &[u8], is_empty: &dyn Fn(&str) -> bool) -> Option<(Vec<u8>, usize)> {
    let sections = sections(wasm)?;
    let imported = imported_functions(content(&sections, IMPORTS).unwrap_or(&[0]))?;
    let names = sections.iter().find_map(|&(section, content)| custom(section, content, "name"))?;
    let picked = picked(Input(names), is_empty)?;
    let code = content(&sections, CODE)?;
    let bodies = bodies(code, imported, &picked)?;
    let mut out = wasm.get(..HEADER)?.to_vec();
    for (section, content) in sections {
        let content = if section == CODE {
            let mut code = code.to_vec();
            for body in &bodies {
                empty(&mut code[body.clone()]);
            }
            code
        } else if let Some(entries) = custom(section, content, RELOCATIONS) {
            let kept = relocations(entries, &bodies)?;
            [&content[..content.len() - entries.len()], &kept].concat()
        } else {
            content.to_vec()
        };
        put_section(&mut out, section, &content);
    }
    Some((out, picked.len()))
}

/// What is in a custom section of that name.
fn custom<'a>(section: u8, content: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let mut input = Input(content);
    (section == CUSTOM && input.text()? == name).then_some(input.0)
}

/// The numbers of the functions whose names are picked.
fn picked(mut names: Input, is_empty: &dyn Fn(&str) -> bool) -> Option<Vec<usize>> {
    let mut picked = Vec::new();
    while !names.0.is_empty() {
        let kind = names.take(1)?[0];
        let length = names.number()?;
        let mut input = Input(names.take(length)?);
        if kind == FUNCTION_NAMES {
            for _ in 0..input.number()? {
                let number = input.number()?;
                if is_empty(input.text()?) {
                    picked.push(number);
                }
            }
        }
    }
    Some(picked)
}

/// Where in the section of the code the bodies of the functions are that are picked.
fn bodies(section: &[u8], imported: usize, picked: &[usize]) -> Option<Vec<Range<usize>>> {
    let (mut input, mut bodies) = (Input(section), Vec::new());
    let count = input.number()?;
    for number in imported..imported + count {
        let length = input.number()?;
        let start = section.len() - input.0.len();
        input.take(length)?;
        if picked.contains(&number) {
            bodies.push(start..start + length);
        }
    }
    Some(bodies)
}

/// Makes a function's body one of the same length that gives 0: no local variables, so many times `nop`, `i32.const 0`,
/// `end`.
fn empty(body: &mut [u8]) {
    const REST: &[u8] = &[0x41, 0, 0x0b];
    body.fill(0x01);
    body[0] = 0;
    let rest = body.len() - REST.len();
    body[rest..].copy_from_slice(REST);
}

/// Without those that are within the bodies.
fn relocations(entries: &[u8], bodies: &[Range<usize>]) -> Option<Vec<u8>> {
    let mut input = Input(entries);
    let (section, count) = (input.number()?, input.number()?);
    let (mut kept, mut left) = (Vec::<u8>::new(), 0);
    for _ in 0..count {
        let before = input.0;
        let kind = input.take(1)?[0];
        let place = input.number()?;
        input.number()?;
        if WITH_ADDEND.contains(&kind) {
            input.number()?;
        }
        if !bodies.iter().any(|body| body.contains(&place)) {
            kept.extend(&before[..before.len() - input.0.len()]);
            left += 1;
        }
    }
    let mut out = Vec::new();
    put_number(&mut out, section);
    put_number(&mut out, left);
    out.extend(kept);
    Some(out)
}

/// The file with names for its functions that are in alphabetical order where the functions are in the one that `order`
/// wants: the places of all of them.
pub fn name_in_order(wasm: &[u8], order: &dyn Fn(&[&[u8]]) -> Vec<usize>) -> Outcome<Vec<u8>> {
    named(wasm, order).ok_or_else(|| "this is no WebAssembly with functions".to_owned())
}

fn named(wasm: &[u8], order: &dyn Fn(&[&[u8]]) -> Vec<usize>) -> Option<Vec<u8>> {
    let sections = sections(wasm)?;
    let imported = imported_functions(content(&sections, IMPORTS).unwrap_or(&[0]))?;
    let mut code = Input(content(&sections, CODE)?);
    let count = code.number()?;
    let mut functions = Vec::new();
    for _ in 0..count {
        let length = code.number()?;
        functions.push(code.take(length)?);
    }
    let mut places = vec![0; count];
    for (place, at) in order(&functions).into_iter().enumerate() {
        *places.get_mut(at)? = place;
    }
    let mut names = Vec::new();
    put_number(&mut names, count);
    for (at, place) in places.iter().enumerate() {
        put_number(&mut names, imported + at);
        put_text(&mut names, &format!("{place:08}"));
    }
    let mut section = b"\x04name".to_vec();
    section.push(FUNCTION_NAMES);
    put_number(&mut section, names.len());
    section.extend(names);
    let mut out = wasm.to_vec();
    put_section(&mut out, CUSTOM, &section);
    Some(out)
}

fn imported_functions(section: &[u8]) -> Option<usize> {
    let mut input = Input(section);
    let mut functions = 0;
    for _ in 0..input.number()? {
        // Of which module, and its name there.
        input.text()?;
        input.text()?;
        match input.take(1)?[0] {
            FUNCTION => {
                input.number()?;
                functions += 1;
            }
            TABLE => {
                input.take(1)?;
                input.limits()?;
            }
            MEMORY => input.limits()?,
            GLOBAL => {
                input.take(2)?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

/// The sections of a module, each with its kind.
fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut input = Input(wasm.get(HEADER..)?);
    let mut sections = Vec::new();
    while !input.0.is_empty() {
        let section = input.take(1)?[0];
        let length = input.number()?;
        sections.push((section, input.take(length)?));
    }
    Some(sections)
}

/// What is in the first section of a kind.
fn content<'a>(sections: &[(u8, &'a [u8])], kind: u8) -> Option<&'a [u8]> {
    sections.iter().find(|(section, _)| *section == kind).map(|(_, content)| *content)
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

    /// How small and how large a table or memory may be.
    fn limits(&mut self) -> Option<()> {
        let has_maximum = self.take(1)?[0] & 1 == 1;
        self.number()?;
        if has_maximum {
            self.number()?;
        }
        Some(())
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

fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len());
    out.extend(text.bytes());
}

fn put_section(out: &mut Vec<u8>, kind: u8, content: &[u8]) {
    out.push(kind);
    put_number(out, content.len());
    out.extend(content);
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
    fn what_is_exported_gets_another_name_or_goes() {
        let wasm = b"\0asm\x01\0\0\0\x07\x0e\x02\x04long\0\x01\x03end\x03\x02";
        let renamed = rename_exports(wasm, &mut |name| (name == "long").then(|| "s".to_owned()));
        assert_eq!(renamed.expect("it is one"), b"\0asm\x01\0\0\0\x07\x05\x01\x01s\0\x01");
    }

    /// It has two functions, `ab` and `cd`, after the one that is imported, names for them, and a relocation in each.
    const NAMED: &[u8] = b"\0asm\x01\0\0\0\x02\x07\x01\x01m\x01n\0\0\x0a\x0c\x02\x06\0\x41\x05\x1a\x0b\x0b\x03\0\0\x0b\0\x10\x04name\x01\x09\x02\x01\x02ab\x02\x02cd\0\x14\x0areloc.CODE\x01\x02\x04\x04\0\0\x00\x0a\0";

    #[test]
    fn the_functions_that_are_picked_by_their_names_do_nothing_and_refer_to_nothing() {
        let (emptied, count) = empty_functions(NAMED, &|name| name == "ab").expect("it is one");
        assert_eq!(count, 1);
        let wanted = b"\0asm\x01\0\0\0\x02\x07\x01\x01m\x01n\0\0\x0a\x0c\x02\x06\0\x01\x01\x41\0\x0b\x03\0\0\x0b\0\x10\x04name\x01\x09\x02\x01\x02ab\x02\x02cd\0\x10\x0areloc.CODE\x01\x01\x00\x0a\0";
        assert_eq!(emptied, wanted);
        assert!(empty_functions(WASM, &|_| true).is_err(), "it has no names");
    }

    #[test]
    fn functions_get_names_that_are_in_the_wanted_order() {
        // It has two functions, after an imported memory, table, global and function.
        let wasm = b"\0asm\x01\0\0\0\x02\x1e\x04\x01m\x01a\x02\x01\x01\x02\x01m\x01b\x01\x70\0\x01\x01m\x01c\x03\x7f\x01\x01m\x01d\0\0\x0a\x07\x02\x02\0\x0b\x02\0\x0b";
        let named = name_in_order(wasm, &|functions| {
            assert_eq!(functions, [b"\0\x0b", b"\0\x0b"]);
            vec![1, 0]
        });
        let names = b"\0\x1c\x04name\x01\x15\x02\x01\x0800000001\x02\x0800000000";
        assert_eq!(named.expect("it is one"), [&wasm[..], names].concat());
        assert!(name_in_order(WASM, &|_| Vec::new()).is_err(), "it has no functions");
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
