//! The script that wasm-bindgen writes, made small: short names for what it shares with the module, what it hands over
//! twice but once, and without what only browsers need that cannot show a card anyway.

use crate::Outcome;
use crate::wasm;
use std::collections::HashMap;

/// What stands before the functions that the script hands over to the module, and after them.
const HANDED_OVER: [&str; 2] = ["    const import0 = {\n        __proto__: null,\n", "    };\n"];

/// What is for browsers older than those that are supported (README), for what `live.js` does not do, or for strings of two
/// gigabytes; and what stands there instead.
const SPARE: [(&str, &str); 17] = [
    (
        "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new Final",
        "new Final",
    ),
    (
        "if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
",
        "",
    ),
    (
        "    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }
",
        "",
    ),
    (
        "    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
",
        "",
    ),
    ("    return {\n        __proto__: null,\n", "    return {\n"),
    // There is one of each, and it is read from `wasm` alone.
    ("    wasmInstance = instance;\n", ""),
    ("    wasmModule = module;\n    cachedDataViewMemory0 = null;\n    cachedUint8ArrayMemory0 = null;\n", ""),
    ("\ncachedTextDecoder.decode();\n", "\n"),
    ("const MAX_SAFARI_DECODE_BYTES = 2146435072;\nlet numBytesDecoded = 0;\n", ""),
    (
        "cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0?.buffer !== wasm.memory.buffer",
    ),
    (
        "    if (module !== undefined) {
        if (Object.getPrototypeOf(module) === Object.prototype) {
            ({module} = module)
        } else {
            console.warn('using deprecated parameters for `initSync()`; pass a single object instead')
        }
    }
",
        "    ({module} = module);\n",
    ),
    (
        "    if (!(module instanceof WebAssembly.Module)) {
        module = new WebAssembly.Module(module);
    }
",
        "",
    ),
    (
        "    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_livecard_free(ptr, 0);
    }
",
        "",
    ),
    // A text that the module is given, or may be given: dozens of functions end so.
    (
        "            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
",
        "            giveText(arg0, ret);\n",
    ),
    (
        "            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
",
        "            giveText(arg0, ret);\n",
    ),
    // A text is written at one stroke: byte by byte the names of ten thousand stored comments took 11 ms.
    (
        "    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
",
        "    let { read, written: offset } = cachedTextEncoder.encodeInto(arg, mem.subarray(ptr, ptr + len));
    if (read !== len) {
        arg = arg.slice(read);
",
    ),
    ("if (Symbol.dispose) LiveCard.prototype[Symbol.dispose] = LiveCard.prototype.free;\n", ""),
];

/// What those functions have in common.
const GIVE_TEXT: &str = "
function giveText(at, text) {
    const ptr = isLikeNone(text) ? 0 : passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    getDataViewMemory0().setInt32((at >>> 0) + 4, WASM_VECTOR_LEN, true);
    getDataViewMemory0().setInt32(at >>> 0, ptr, true);
}
";

/// The script and the module, made small together; `link` is the script that fetches the other pieces, which share some of
/// what the module exports.
pub fn shorten(script: &str, module: &[u8], name: &str, link: &str) -> Outcome<(String, Vec<u8>)> {
    let script = without_spare(script)?;
    let unknown = || "the script hands nothing over: another version of wasm-bindgen?".to_owned();
    let (before, rest) = script.split_once(HANDED_OVER[0]).ok_or_else(unknown)?;
    let (functions, after) = rest.split_once(HANDED_OVER[1]).ok_or_else(unknown)?;
    let functions = functions_by_name(functions);
    let from_script = format!("./{name}_bg.js");
    let mut short_by_function: HashMap<&str, String> = HashMap::new();
    let (mut kept, mut problem) = (String::new(), None);
    let module = wasm::rename_imports(module, &mut |from, name| {
        if from != from_script {
            return (from.to_owned(), name.to_owned());
        }
        let Some(function) = functions.get(name) else {
            problem = Some(format!("the script does not hand over `{name}`"));
            return (from.to_owned(), name.to_owned());
        };
        let next = short_name(short_by_function.len());
        let short = short_by_function.entry(function).or_insert_with(|| {
            kept.extend(["        ", &next, ": ", function]);
            next
        });
        ("_".to_owned(), short.clone())
    })?;
    let after = after.replacen(&format!("\"{from_script}\": "), "_: ", 1);
    let mut text = [before, HANDED_OVER[0], &kept, HANDED_OVER[1], &after].concat();
    if let Some(problem) = problem {
        return Err(problem);
    }
    let mut short_names = (0..).map(short_name);
    let module = wasm::rename_exports(&module, &mut |name| {
        // The other pieces share it.
        if link.contains(name) {
            return Some(name.to_owned());
        }
        let short = short_names.next()?;
        let renamed = replace_word(&text, &format!("wasm.{name}"), &format!("wasm.{short}"))?;
        text = renamed;
        Some(short)
    })?;
    Ok((text, module))
}

fn without_spare(script: &str) -> Outcome<String> {
    let mut script = script.to_owned();
    for (spare, instead) in SPARE {
        if !script.contains(spare) {
            return Err(format!("the script has no `{spare}`: another version of wasm-bindgen?"));
        }
        script = script.replace(spare, instead);
    }
    // Each of the classes that are asked for is there in every supported browser.
    let (before, after) = (
        "            let result;\n            try {\n                result = ",
        ";\n            } catch (_) {\n                result = false;\n            }\n            const ret = result;\n            return ret;\n",
    );
    script = script.replace(before, "            return ").replace(after, ";\n");
    // What fetches the pieces is named once for each of them.
    let mut is_named = false;
    let lines = script.split_inclusive('\n');
    let lines = lines.filter(|line| {
        !line.starts_with("        \"./__wasm_split.js\": ") || !std::mem::replace(&mut is_named, true)
    });
    Ok(lines.collect::<String>() + GIVE_TEXT)
}

/// The functions that the script hands over, each with the comma and the end of the line after it.
fn functions_by_name(text: &str) -> HashMap<&str, &str> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line
            .strip_prefix("        ")
            .is_some_and(|line| line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_'))
        {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(text.len());
    starts.windows(2).filter_map(|ends| text[ends[0]..ends[1]].trim_start().split_once(": ")).collect()
}

/// `a` to `z`, then `aa`, `ba` and so on.
fn short_name(mut number: usize) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % 26]));
        if number < 26 {
            return name;
        }
        number = number / 26 - 1;
    }
}

/// The text with another word wherever a word stands; none where it stands nowhere.
fn replace_word(text: &str, word: &str, other: &str) -> Option<String> {
    let mut parts = text.split(word);
    let mut out = parts.next()?.to_owned();
    let mut is_there = false;
    for part in parts {
        let goes_on = part.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
        is_there |= !goes_on;
        out.extend([if goes_on { word } else { other }, part]);
    }
    is_there.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_all_different() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(short_name), ["a", "z", "aa", "ba", "zz", "aaa"]);
    }

    #[test]
    fn whole_words_are_replaced() {
        let text = "wasm.load(1); wasm.loader(wasm.load);";
        assert_eq!(
            replace_word(text, "wasm.load", "wasm.a").as_deref(),
            Some("wasm.a(1); wasm.loader(wasm.a);")
        );
        assert_eq!(replace_word(text, "wasm.loa", "wasm.a"), None);
    }

    #[test]
    fn a_function_reaches_to_the_next_one() {
        let text = "        __wbg_a: function(arg0) {\n            return {\n            };\n        },\n        b: function() { return 1; },\n";
        let functions = functions_by_name(text);
        assert_eq!(
            functions["__wbg_a"],
            "function(arg0) {\n            return {\n            };\n        },\n"
        );
        assert_eq!(functions["b"], "function() { return 1; },\n");
        assert_eq!(functions.len(), 2);
    }

    #[test]
    fn another_version_of_the_tool_is_noticed() {
        assert!(without_spare("let wasm;").is_err());
        let all: String = SPARE.map(|(spare, _)| spare).concat();
        let left = without_spare(&format!("a\n{all}b\n")).expect("all of it is there");
        assert!(left.starts_with('a') && left.contains("\nb\n") && !left.contains("undefined"), "{left}");
    }
}
