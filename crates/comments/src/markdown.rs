//! The small subset of Markdown that a comment may use, as a tree: never as markup.
//!
//! Paragraphs, line breaks, `*emphasis*`, `**strong**`, `` `code` ``, fenced code, `> quotes`, `- lists`
//! and bare `http(s)` addresses. A link always shows its own address: there is no other link text that
//! could lie about it. Anything else is text, as typed. One pass, linear time, bounded depth.

use super::clean::{clean, ends_address};
use card::WebUrl;

/// Quotes within quotes and emphasis within emphasis are text beyond this depth.
const MAX_DEPTH: usize = 4;
/// Longer addresses, in bytes, are text.
const MAX_ADDRESS: usize = 2_000;

/// A part of a comment that stands on its own lines.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// What somebody else said.
    Quote(Vec<Block>),
    /// A list: the content of each item.
    List(Vec<Vec<Inline>>),
    /// Lines of code, as typed.
    Code(String),
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Text.
    Text(String),
    /// A line break.
    Break,
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Code.
    Code(String),
    /// An `http` or `https` address, which is also the text shown.
    Link(WebUrl),
}

/// The tree of a comment's text, cleaned on the way.
pub fn parse(text: &str) -> Vec<Block> {
    let text = clean(text);
    blocks(&text.split('\n').collect::<Vec<_>>(), 0)
}

fn blocks(lines: &[&str], depth: usize) -> Vec<Block> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let run = |fits: &dyn Fn(&str) -> bool| lines[at..].iter().take_while(|l| fits(l)).count();
        let kind = Kind::of(line, depth);
        at += match kind {
            Kind::Blank => 1,
            Kind::Fence => {
                let body = &lines[at + 1..];
                let end = body.iter().position(|l| l.trim() == "```");
                let code = &body[..end.unwrap_or(body.len())];
                if !code.is_empty() {
                    out.push(Block::Code(code.join("\n")));
                }
                code.len() + 1 + usize::from(end.is_some())
            }
            Kind::Quote => {
                let count = run(&|l| Kind::of(l, depth) == Kind::Quote);
                let inner: Vec<&str> = lines[at..at + count].iter().map(|l| unquote(l)).collect();
                let inner = blocks(&inner, depth + 1);
                if !inner.is_empty() {
                    out.push(Block::Quote(inner));
                }
                count
            }
            Kind::Item => {
                let count = run(&|l| Kind::of(l, depth) == Kind::Item);
                let items = lines[at..at + count].iter().map(|l| inlines(&l.trim_start()[2..]));
                out.push(Block::List(items.collect()));
                count
            }
            Kind::Text => {
                let count = run(&|l| Kind::of(l, depth) == Kind::Text);
                out.push(Block::Paragraph(inlines(&lines[at..at + count].join("\n"))));
                count
            }
        };
    }
    out
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Blank,
    Fence,
    Quote,
    Item,
    Text,
}

impl Kind {
    fn of(line: &str, depth: usize) -> Self {
        let line = line.trim_start();
        if line.is_empty() {
            Self::Blank
        } else if line.starts_with("```") && !line[3..].contains('`') {
            Self::Fence
        } else if line.starts_with('>') && depth < MAX_DEPTH {
            Self::Quote
        } else if (line.starts_with("- ") || line.starts_with("* ")) && !line[2..].trim().is_empty() {
            Self::Item
        } else {
            Self::Text
        }
    }
}

fn unquote(line: &str) -> &str {
    let line = line.trim_start();
    let line = line.strip_prefix('>').unwrap_or(line);
    line.strip_prefix(' ').unwrap_or(line)
}

/// Emphasis that is open, and what is in it so far.
struct Frame {
    mark: &'static str,
    nodes: Vec<Inline>,
}

/// The frames that are open, the lowest for the whole text.
struct Tree {
    root: Vec<Inline>,
    open: Vec<Frame>,
}

impl Tree {
    fn nodes(&mut self) -> &mut Vec<Inline> {
        self.open.last_mut().map_or(&mut self.root, |frame| &mut frame.nodes)
    }

    fn text(&mut self, text: &str) {
        if let Some(Inline::Text(last)) = self.nodes().last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.nodes().push(Inline::Text(text.to_owned()));
        }
    }

    fn push(&mut self, node: Inline) {
        self.nodes().push(node);
    }

    /// A mark that was never closed is text.
    fn give_up_last(&mut self) {
        if let Some(frame) = self.open.pop() {
            self.text(frame.mark);
            for node in frame.nodes {
                if let Inline::Text(text) = &node {
                    self.text(text);
                } else {
                    self.push(node);
                }
            }
        }
    }

    /// Closes the last frame with this mark, giving up those opened since. False when there is none.
    fn close(&mut self, mark: &str) -> bool {
        let Some(place) = self.open.iter().rposition(|frame| frame.mark == mark) else {
            return false;
        };
        while self.open.len() > place + 1 {
            self.give_up_last();
        }
        if self.open[place].nodes.is_empty() {
            return false;
        }
        if let Some(frame) = self.open.pop() {
            let node = if mark == "**" { Inline::Strong } else { Inline::Emphasis };
            self.push(node(frame.nodes));
        }
        true
    }
}

fn inlines(text: &str) -> Vec<Inline> {
    let mut tree = Tree { root: Vec::new(), open: Vec::new() };
    let mut rest = text.trim();
    let mut last = ' ';
    // Once no closing tick is left, none is looked for again: else a flood of ticks costs its square.
    let mut ticks = true;
    while let Some(c) = rest.chars().next() {
        let next = |len: usize| rest[len..].chars().next().unwrap_or(' ');
        let len = match c {
            '\n' => {
                tree.push(Inline::Break);
                1
            }
            '\\' if matches!(next(1), '*' | '`' | '\\' | '>' | '-') => {
                tree.text(&rest[1..2]);
                2
            }
            '`' => {
                let end = if ticks { rest[1..].find('`') } else { None };
                ticks = end.is_some();
                match end {
                    Some(end) if end > 0 => {
                        tree.push(Inline::Code(rest[1..=end].to_owned()));
                        end + 2
                    }
                    _ => {
                        tree.text("`");
                        1
                    }
                }
            }
            '*' => {
                let mark = if rest.starts_with("**") { "**" } else { "*" };
                let after = next(mark.len());
                let closes = !last.is_whitespace() && !after.is_alphanumeric();
                let opens = !after.is_whitespace() && !last.is_alphanumeric();
                if !(closes && tree.close(mark)) {
                    if opens && tree.open.len() < MAX_DEPTH {
                        tree.open.push(Frame { mark, nodes: Vec::new() });
                    } else {
                        tree.text(mark);
                    }
                }
                mark.len()
            }
            'h' | 'H' if !last.is_alphanumeric() => match address(rest) {
                Ok(None) => {
                    tree.text(&rest[..1]);
                    1
                }
                Ok(Some(url)) => {
                    let length = url.as_str().len();
                    tree.push(Inline::Link(url));
                    length
                }
                Err(long) => {
                    tree.text(long);
                    long.len()
                }
            },
            c => {
                tree.text(&rest[..c.len_utf8()]);
                c.len_utf8()
            }
        };
        last = rest[..len].chars().next_back().unwrap_or(' ');
        rest = &rest[len..];
    }
    while !tree.open.is_empty() {
        tree.give_up_last();
    }
    tree.root
}

/// The address at the start of the text, without the punctuation of the sentence around it; else none.
/// As an error what is too long for an address, to be passed over in one step.
fn address(text: &str) -> Result<Option<WebUrl>, &str> {
    let scheme = text.get(..8).unwrap_or(text);
    if !scheme.get(..7).is_some_and(|s| s.eq_ignore_ascii_case("http://"))
        && !scheme.eq_ignore_ascii_case("https://")
    {
        return Ok(None);
    }
    // No host: nothing to look further for.
    if !text[7..].trim_start_matches('/').starts_with(|c: char| c.is_alphanumeric() || c == '[') {
        return Ok(None);
    }
    // No further than an address may be long: else a flood of them costs its square.
    let window = &text[..text.floor_char_boundary(MAX_ADDRESS)];
    let mut url = match window.find(ends_address) {
        Some(end) => &window[..end],
        None if window.len() == text.len() => window,
        None => return Err(window),
    };
    let opened = url.matches('(').count();
    let mut closed = url.matches(')').count();
    while let Some(c) = url.chars().next_back() {
        match c {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | ']' | '’' | '…' => {}
            ')' if closed > opened => closed -= 1,
            _ => break,
        }
        url = &url[..url.len() - c.len_utf8()];
    }
    Ok(WebUrl::parse(url))
}

/// The first `budget` characters or so, cut after a word; `None` where it all fits with room to spare.
pub fn fold(blocks: &[Block], budget: usize) -> Option<Vec<Block>> {
    // Folding away a line or two would only annoy.
    if length(blocks) <= budget + budget / 2 {
        return None;
    }
    let mut left = budget;
    Some(cut_blocks(blocks, &mut left))
}

/// A line break counts for this many characters, so that a tall comment is as long as a wide one.
const LINE: usize = 60;

fn length(blocks: &[Block]) -> usize {
    let line = |nodes: &[Inline]| nodes.iter().map(inline_length).sum::<usize>() + LINE;
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(nodes) => line(nodes),
            Block::Quote(inner) => length(inner),
            Block::List(items) => items.iter().map(|item| line(item)).sum(),
            Block::Code(code) => code.chars().count() + LINE * code.matches('\n').count(),
        })
        .sum()
}

fn inline_length(node: &Inline) -> usize {
    match node {
        Inline::Text(text) | Inline::Code(text) => text.chars().count(),
        Inline::Link(url) => url.as_str().chars().count(),
        Inline::Break => LINE,
        Inline::Emphasis(nodes) | Inline::Strong(nodes) => nodes.iter().map(inline_length).sum(),
    }
}

fn cut_blocks(blocks: &[Block], left: &mut usize) -> Vec<Block> {
    let mut out = Vec::new();
    for block in blocks {
        if *left == 0 {
            break;
        }
        out.push(match block {
            Block::Paragraph(nodes) => Block::Paragraph(cut_line(nodes, left)),
            Block::Quote(inner) => Block::Quote(cut_blocks(inner, left)),
            Block::List(items) => {
                let mut kept = Vec::new();
                for item in items {
                    if *left > 0 {
                        kept.push(cut_line(item, left));
                    }
                }
                Block::List(kept)
            }
            Block::Code(code) => Block::Code(cut_text(code, left)),
        });
    }
    out
}

fn cut_line(nodes: &[Inline], left: &mut usize) -> Vec<Inline> {
    let out = cut_inlines(nodes, left);
    *left = left.saturating_sub(LINE);
    out
}

fn cut_inlines(nodes: &[Inline], left: &mut usize) -> Vec<Inline> {
    let mut out = Vec::new();
    for node in nodes {
        if *left == 0 {
            break;
        }
        out.push(match node {
            Inline::Text(text) => Inline::Text(cut_text(text, left)),
            Inline::Code(text) => Inline::Code(cut_text(text, left)),
            Inline::Emphasis(inner) => Inline::Emphasis(cut_inlines(inner, left)),
            Inline::Strong(inner) => Inline::Strong(cut_inlines(inner, left)),
            // An address is whole or not there.
            Inline::Link(_) | Inline::Break => {
                *left = left.saturating_sub(inline_length(node));
                node.clone()
            }
        });
    }
    out
}

fn cut_text(text: &str, left: &mut usize) -> String {
    let Some((end, _)) = text.char_indices().nth(*left) else {
        *left -= text.chars().count().min(*left);
        return text.to_owned();
    };
    *left = 0;
    let whole_words = text[..end].rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(end);
    format!("{}…", text[..whole_words].trim_end())
}
