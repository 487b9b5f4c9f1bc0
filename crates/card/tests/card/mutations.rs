//! Card files with something done to them, the same ones each time: for holding two readers to each other.

use crate::random::Random;
use serde_json::Value;

/// A JSON value as it is written: a field may stand twice in it, and a number or a text may be anything.
#[derive(Clone)]
enum Written {
    /// A text, a number or a word, as it stands in the file.
    Scalar(String),
    List(Vec<Written>),
    /// The names are those between the quotation marks.
    Object(Vec<(String, Written)>),
}

/// What stands in the place of a value.
const OTHERS: [&str; 34] = [
    "null",
    "true",
    "0",
    "-0",
    "1",
    "-1",
    "1.0",
    "1.5",
    "10e-1",
    "2e0",
    "1e999",
    "-1e999",
    "4294967295",
    "4294967296",
    "123456789012345678901234567890",
    "\"\"",
    "\" \"",
    "\"\\u00a0\\n\"",
    "\"x\"",
    "\"1\"",
    "\"toString\"",
    "\"__proto__\"",
    "\"2025-02-29\"",
    "\"2025-08-14T09:30:00.123456789+02:00\"",
    "\"javascript:alert(1)\"",
    "\"https://user@a.example/\"",
    "\"mixed\"",
    "[]",
    "[null]",
    "[[]]",
    "[{}]",
    "[\"x\"]",
    "{}",
    "{ \"0\": \"x\", \"length\": 1 }",
];

/// What is put into a text, as it is written in a file.
const CHARACTERS: [&str; 25] = [
    "\\ud83d",
    "\\ude00",
    "\\ude00\\ud83d",
    "\\uD83D\\uDE00",
    "\\ud83d\\u0041",
    "\\u0000",
    "\\u001b[31m",
    "\\ufeff",
    "\u{feff}",
    "\\u2028",
    "\u{2028}",
    "\u{202e}",
    "\u{200b}",
    "\u{7f}",
    "\u{fffd}",
    "\u{10ffff}",
    "😀",
    "e\u{301}",
    "ﷺ",
    "\\\"",
    "\\\\",
    "\\/",
    "</script><!--",
    "&amp;",
    "\\t\\r\\n",
];

/// What is put into the file between any two characters: most of it makes it no JSON.
const INTO_THE_FILE: [&str; 22] = [
    ",", ":", "{", "}", "[", "]", "\"", "\\", "'", "0", "-", ".", "e", " ", "\n", "\t", "\u{b}", "\u{a0}",
    "\u{feff}", "//", "\u{0}", "é",
];

/// Names for fields: near to those of the format, or odd.
const NAMES: [&str; 14] = [
    "headlin",
    "Id",
    "summary",
    "exact",
    "id",
    "version",
    "",
    "a.b[0]",
    "__proto__",
    "constructor",
    "\\ud800",
    "\\u0069d",
    "ñ\u{202e}",
    "$schema",
];

/// Card files with one or two things done to each.
pub struct Mutations {
    cards: Vec<Written>,
    random: Random,
}

impl Mutations {
    /// Of these card files, in the order that `seed` gives.
    pub fn of(cards: &[String], seed: u64) -> Self {
        let cards = cards.iter().map(|text| written(&serde_json::from_str(text).expect("JSON"))).collect();
        Self { cards, random: Random(seed) }
    }

    /// The next file.
    pub fn next_text(&mut self) -> String {
        let mut card = self.random.of(&self.cards).clone();
        let others = self.random.of(&self.cards).clone();
        for _ in 0..=self.random.below(2) {
            self.change(&mut card, &others);
        }
        let mut text = String::new();
        let gap = *self.random.of(&["", " ", "\n  ", "\r\n\t"]);
        print(&card, gap, &mut text);
        match self.random.below(12) {
            0 => self.cut(&mut text),
            1 => {
                let at = self.place(&text);
                let put = *self.random.of(&INTO_THE_FILE);
                text.insert_str(at, put);
            }
            2 => {
                let put =
                    *self.random.of(&["\u{feff}", "\u{feff}", "\u{feff}\u{feff}", " \u{feff}", "\n\t "]);
                text.insert_str(0, put);
            }
            3 if self.random.below(8) == 0 => {
                let missing = (512 * 1024_usize).saturating_sub(text.len()) + self.random.below(2);
                text.push_str(&" ".repeat(missing));
            }
            _ => {}
        }
        text
    }

    /// Takes something out of a text, or all from some place on.
    fn cut(&mut self, text: &mut String) {
        let start = self.place(text);
        if self.random.below(2) == 0 {
            text.truncate(start);
        } else if start < text.len() {
            text.remove(start);
        }
    }

    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.random.below(text.len() + 1))
    }

    /// Does one thing to a card; `others` is a card to take values from.
    fn change(&mut self, card: &mut Written, others: &Written) {
        let count = size(card);
        let random = &mut self.random;
        let value = nth(card, &mut random.below(count)).expect("one of them");
        // Mostly something of the same kind, because all that a wrong kind gives is an error of shape.
        let mut values = Vec::new();
        gather(others, &mut values);
        if random.below(4) > 0 {
            values.retain(|other| std::mem::discriminant(*other) == std::mem::discriminant(&*value));
        }
        let moved = if values.is_empty() { value.clone() } else { (*random.of(&values)).clone() };
        match (random.below(12), value) {
            (0, value) => *value = Written::Scalar((*random.of(&OTHERS)).to_owned()),
            (1, value) => *value = nested(110 + random.below(40), value),
            (2, Written::Object(fields)) if !fields.is_empty() => {
                fields.remove(random.below(fields.len()));
            }
            (2 | 3, Written::List(items)) if !items.is_empty() => {
                items.remove(random.below(items.len()));
            }
            // A field of a new name, or one that stands there twice.
            (4, Written::Object(fields)) => {
                let name = match random.below(2) {
                    0 if !fields.is_empty() => random.of(fields).0.clone(),
                    _ => (*random.of(&NAMES)).to_owned(),
                };
                fields.insert(random.below(fields.len() + 1), (name, moved));
            }
            (5, Written::Object(fields)) if !fields.is_empty() => {
                let at = random.below(fields.len());
                (*random.of(&NAMES)).clone_into(&mut fields[at].0);
            }
            (4..=7, Written::List(items)) if !items.is_empty() => {
                let more = random.of(items).clone();
                let count = *random.of(&[2, 10, 20, 50, 200, 1000]);
                items.resize(count + random.below(2), more);
            }
            // As long as some limit, or one longer. Not ASCII, so that bytes are not mistaken for characters.
            (4 | 5, Written::Scalar(text)) => {
                let limit = *random.of(&[32, 35, 64, 300, 2000, 2048, 10_000]);
                *text = format!("\"{}\"", "ñ".repeat(limit + random.below(2)));
            }
            (6..=8, Written::Scalar(text)) if text.starts_with('"') => {
                let inner: Vec<char> = text[1..text.len() - 1].chars().collect();
                let at = random.below(inner.len() + 1);
                let (before, after) = inner.split_at(at);
                let put = *random.of(&CHARACTERS);
                *text = [before.iter().collect(), put.to_owned(), after.iter().collect()].concat();
                *text = format!("\"{text}\"");
            }
            // An id for another, or a slip in one.
            (9, Written::Scalar(text)) if text.len() > 3 => drop(text.remove(1)),
            (_, value) => *value = moved,
        }
    }
}

/// A value so many lists and objects deep.
fn nested(depth: usize, value: &Written) -> Written {
    (0..depth).fold(value.clone(), |inner, level| {
        if level % 2 == 0 { Written::List(vec![inner]) } else { Written::Object(vec![("a".into(), inner)]) }
    })
}

fn written(value: &Value) -> Written {
    match value {
        Value::Array(items) => Written::List(items.iter().map(written).collect()),
        Value::Object(fields) => {
            // A name without its quotation marks, as it is written.
            let name = |name: &str| Value::from(name).to_string().trim_matches('"').to_owned();
            Written::Object(fields.iter().map(|(key, inner)| (name(key), written(inner))).collect())
        }
        scalar => Written::Scalar(scalar.to_string()),
    }
}

fn print(value: &Written, gap: &str, text: &mut String) {
    match value {
        Written::Scalar(scalar) => text.push_str(scalar),
        Written::List(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                text.push_str(gap);
                print(item, gap, text);
            }
            text.push(']');
        }
        Written::Object(fields) => {
            text.push('{');
            for (at, (name, inner)) in fields.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                text.push_str(&[gap, "\"", name, "\":", gap].concat());
                print(inner, gap, text);
            }
            text.push('}');
        }
    }
}

/// The value and all in it.
fn gather<'a>(value: &'a Written, all: &mut Vec<&'a Written>) {
    all.push(value);
    match value {
        Written::Scalar(_) => {}
        Written::List(items) => items.iter().for_each(|item| gather(item, all)),
        Written::Object(fields) => fields.iter().for_each(|(_, inner)| gather(inner, all)),
    }
}

fn size(value: &Written) -> usize {
    let mut all = Vec::new();
    gather(value, &mut all);
    all.len()
}

/// The value after so many others, in the order of the file.
fn nth<'a>(value: &'a mut Written, skip: &mut usize) -> Option<&'a mut Written> {
    if *skip == 0 {
        return Some(value);
    }
    *skip -= 1;
    match value {
        Written::Scalar(_) => None,
        Written::List(items) => items.iter_mut().find_map(|item| nth(item, skip)),
        Written::Object(fields) => fields.iter_mut().find_map(|(_, inner)| nth(inner, skip)),
    }
}
