//! Read a JSON text into its syntax tree: strictly, as RFC 8259 has it and a browser's `JSON.parse` reads it.
//!
//! Other readers refuse what a browser takes: half of a surrogate pair, a number beyond 64 bits, or lists in
//! lists beyond some depth. A file with one of these is to be checked like any other, so it is read here.

use std::ops::Range;

use super::tree::{Field, Node, Object, Value};
use crate::limits::MAX_DEPTH;

/// Why a text is not JSON.
#[derive(Debug)]
pub struct SyntaxError {
    /// The byte at which reading came to an end.
    pub offset: usize,
    /// What is wrong there, in one sentence without a full stop.
    pub message: &'static str,
}

/// What is JSON and yet no part of a good card file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Irregularity {
    /// An escape such as `\ud83d` that is but half of a character.
    LoneSurrogate,
    /// A list or an object more than [`MAX_DEPTH`] levels deep. The tree has it empty.
    TooDeep,
}

/// A text as read.
pub struct Parsed {
    /// The value that the text is.
    pub root: Node,
    /// What else is to be said about the text, at most one for each text and each list or object in it.
    pub irregularities: Vec<(Irregularity, Range<usize>)>,
}

/// Reads a text, in time linear in its length, however deep it is.
///
/// # Errors
/// The first place where the text is not JSON.
pub fn parse(text: &str) -> Result<Parsed, SyntaxError> {
    let mut parser = Parser { text, at: 0, values: 0, irregularities: Vec::new() };
    let root = parser.document()?;
    Ok(Parsed { root, irregularities: parser.irregularities })
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// How many values have ended so far.
    values: usize,
    irregularities: Vec<(Irregularity, Range<usize>)>,
}

/// A list or an object that has begun and not ended.
struct Open {
    start: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    /// The fields so far, and the name of the one whose value comes next.
    Object(Vec<Field>, Option<(String, Range<usize>)>),
}

type Result<T, E = SyntaxError> = std::result::Result<T, E>;

impl Parser<'_> {
    /// Reads the whole text. The open lists and objects are kept in a list of their own, not on the call
    /// stack, which a hostile file could exhaust.
    fn document(&mut self) -> Result<Node> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            let Some(mut node) = self.begin(&mut open)? else { continue };
            // A value has ended, and perhaps with it what it is in.
            loop {
                let depth = open.len();
                let Some(parent) = open.last_mut() else {
                    self.skip_space();
                    return if self.at == self.text.len() {
                        Ok(node)
                    } else {
                        self.fail("expected the end of the file")
                    };
                };
                if depth <= MAX_DEPTH {
                    parent.push(node);
                }
                self.skip_space();
                match (self.peek(), &mut parent.content) {
                    (Some(b','), Content::List(_)) => {
                        self.at += 1;
                        self.skip_space();
                        if self.peek() == Some(b']') {
                            return self.fail("a comma before `]` is not allowed");
                        }
                        break;
                    }
                    (Some(b','), Content::Object(_, next)) => {
                        self.at += 1;
                        self.skip_space();
                        if self.peek() == Some(b'}') {
                            return self.fail("a comma before `}` is not allowed");
                        }
                        *next = Some(self.name()?);
                        break;
                    }
                    (Some(b']'), Content::List(_)) | (Some(b'}'), Content::Object(..)) => {
                        node = self.close(&mut open);
                    }
                    (None, _) => return self.fail("the file ends too early"),
                    (_, Content::List(_)) => return self.fail("expected `,` or `]`"),
                    (_, Content::Object(..)) => return self.fail("expected `,` or `}`"),
                }
            }
        }
    }

    /// Reads a value that is no list or object, or an empty one; of others only how they begin.
    fn begin(&mut self, open: &mut Vec<Open>) -> Result<Option<Node>> {
        self.skip_space();
        let start = self.at;
        let value = match self.peek() {
            Some(b'[' | b'{') => return self.open(open),
            Some(b'"') => Value::Text(self.text()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Value::Boolean(true))?,
            Some(b'f') => self.word("false", Value::Boolean(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(b'\'') => return self.fail("a text stands in double quotation marks"),
            Some(b'/') => return self.fail("JSON has no comments"),
            Some(_) => return self.fail("expected a value"),
            None if self.text.is_empty() => return self.fail("the file is empty"),
            None => return self.fail("the file ends too early"),
        };
        Ok(Some(self.ended(value, start)))
    }

    fn open(&mut self, open: &mut Vec<Open>) -> Result<Option<Node>> {
        let start = self.at;
        let is_list = self.peek() == Some(b'[');
        let mut content = if is_list { Content::List(Vec::new()) } else { Content::Object(Vec::new(), None) };
        self.at += 1;
        self.skip_space();
        let is_empty = self.peek() == Some(if is_list { b']' } else { b'}' });
        if let (Content::Object(_, next), false) = (&mut content, is_empty) {
            *next = Some(self.name()?);
        }
        open.push(Open { start, content });
        Ok(is_empty.then(|| self.close(open)))
    }

    /// Ends the innermost list or object at the bracket that comes next.
    fn close(&mut self, open: &mut Vec<Open>) -> Node {
        self.at += 1;
        let depth = open.len();
        let Some(Open { start, content }) = open.pop() else { unreachable!("closed only what is open") };
        // What is in it is too deep too, and need not be said again.
        if depth == MAX_DEPTH + 1 {
            self.irregularities.push((Irregularity::TooDeep, start..self.at));
        }
        let value = match content {
            Content::List(items) => Value::List(items),
            Content::Object(fields, _) => Value::Object(Object::new(fields)),
        };
        self.ended(value, start)
    }

    /// A value that has just ended.
    fn ended(&mut self, value: Value, start: usize) -> Node {
        self.values += 1;
        Node { value, range: start..self.at, number: self.values - 1 }
    }

    /// Reads a field's name and the colon after it.
    fn name(&mut self) -> Result<(String, Range<usize>)> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => {}
            Some(b'/') => return self.fail("JSON has no comments"),
            Some(_) => return self.fail("expected the name of a field in double quotation marks"),
            None => return self.fail("the file ends too early"),
        }
        let name = self.text()?;
        let range = start..self.at;
        self.skip_space();
        if self.peek() != Some(b':') {
            return self.fail("expected `:` after the name of a field");
        }
        self.at += 1;
        Ok((name, range))
    }

    /// Reads a text from its first quotation mark to its last.
    fn text(&mut self) -> Result<String> {
        self.at += 1;
        let mut decoded = String::new();
        let mut lone = None;
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.find(|c| matches!(c, '"' | '\\' | '\0'..='\u{1f}')).unwrap_or(rest.len());
            decoded.push_str(&rest[..plain]);
            self.at += plain;
            let start = self.at;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    let lone = lone.map(|range| (Irregularity::LoneSurrogate, range));
                    self.irregularities.extend(lone);
                    return Ok(decoded);
                }
                Some(b'\\') => {
                    let c = self.escape()?;
                    decoded.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
                    if c.is_none() {
                        lone.get_or_insert(start..self.at);
                    }
                }
                Some(b'\n' | b'\r') => return self.fail("a line break in a text is written `\\n`"),
                Some(_) => return self.fail("a control character in a text is written as an escape"),
                None => return self.fail("the file ends inside a text"),
            }
        }
    }

    /// Reads an escape: its character, or `None` for a surrogate without its other half.
    fn escape(&mut self) -> Result<Option<char>> {
        let decoded = match self.text.as_bytes().get(self.at + 1) {
            Some(b'u') => return self.unicode_escape(),
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            _ => return self.fail("there is no such escape"),
        };
        self.at += 2;
        Ok(Some(decoded))
    }

    fn unicode_escape(&mut self) -> Result<Option<char>> {
        let Some(unit) = self.code_unit(self.at) else {
            return self.fail("`\\u` is followed by four digits from 0 to F");
        };
        self.at += 6;
        let pair = [Some(unit), self.code_unit(self.at)];
        // A low surrogate belongs to the high one right before it, to nothing else.
        if let [Some(high @ 0xd800..0xdc00), Some(low @ 0xdc00..0xe000)] = pair {
            self.at += 6;
            return Ok(char::decode_utf16([high, low]).next().and_then(std::result::Result::ok));
        }
        Ok(char::from_u32(u32::from(unit)))
    }

    /// The UTF-16 code unit of an escape such as `\u00f1` at an offset.
    fn code_unit(&self, at: usize) -> Option<u16> {
        let digits = self.text.get(at..at + 6)?.strip_prefix("\\u")?;
        // `from_str_radix` would take a sign.
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_hex { u16::from_str_radix(digits, 16).ok() } else { None }
    }

    fn number(&mut self) -> Result<Value> {
        let start = self.at;
        self.skip(b'-');
        if !self.skip(b'0') {
            self.digits()?;
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            let _ = self.skip(b'+') || self.skip(b'-');
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'0'..=b'9')) {
            return self.fail("a number does not begin with 0");
        }
        let number = self.text[start..self.at].parse();
        Ok(Value::Number(number.unwrap_or(f64::INFINITY)))
    }

    fn digits(&mut self) -> Result<()> {
        let rest = &self.text.as_bytes()[self.at..];
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        if count == 0 { self.fail("expected a digit") } else { Ok(()) }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value> {
        if !self.text[self.at..].starts_with(word) {
            return self.fail("expected a value");
        }
        self.at += word.len();
        Ok(value)
    }

    fn skip(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn skip_space(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn fail<T>(&self, message: &'static str) -> Result<T> {
        Err(SyntaxError { offset: self.at, message })
    }
}

impl Open {
    fn push(&mut self, node: Node) {
        match &mut self.content {
            Content::List(items) => items.push(node),
            Content::Object(fields, next) => {
                if let Some((name, name_range)) = next.take() {
                    fields.push(Field { name, name_range, node });
                }
            }
        }
    }
}
