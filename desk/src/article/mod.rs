//! The article on the desk. Only its text and its blocks are kept: no markup of it is ever inserted anywhere.

mod known;
mod markdown;

use std::cell::RefCell;
use std::ops::Range;

use article::PageText;
use card::Quote;
use draft::sentences;
use quote::{Index, WhyNot, is_invisible, one_line};

use self::known::Known;

pub use article::{Block, BlockKind, LeftOut, LeftOutKind};

/// What kind of text comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text: a blank line ends a paragraph, or each line end where there is no blank line.
    Text,
    /// A page or a part of one.
    Html,
    /// Markdown.
    Markdown,
}

impl Format {
    /// By a file's name: `.html`, `.htm`, `.xhtml`; `.md`, `.markdown`; all else is text.
    pub fn of_file(name: &str) -> Self {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
        match extension.as_str() {
            "html" | "htm" | "xhtml" => Self::Html,
            "md" | "markdown" => Self::Markdown,
            _ => Self::Text,
        }
    }
}

/// A block as it is kept in storage: its kind and its text in one line.
pub type SavedBlock = (BlockKind, String);

/// Why there is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No text is in it.
    Empty,
    /// It is longer than [`MAX_BYTES`].
    TooLong,
}

/// The largest source that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// An article: its text as the page will have it, and where its blocks and sentences are.
pub struct Article {
    index: Index,
    blocks: Vec<Block>,
    sentences: Vec<Range<usize>>,
    left_out: Vec<LeftOut>,
    pub(crate) known: RefCell<Known>,
}

impl Article {
    /// Reads what came in. From HTML the text is what `summary-card check --article` reads, but for what the page does
    /// not show: `check` looks for that in the context of quotes, too, and here it is not kept.
    ///
    /// # Errors
    /// Why there is no article.
    pub fn read(source: &str, format: Format) -> Result<Self, Refusal> {
        if source.len() > MAX_BYTES {
            return Err(Refusal::TooLong);
        }
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        match format {
            Format::Text => Self::of_lines(paragraphs(source), Vec::new()),
            Format::Html => Self::of_page(&PageText::read(source, ""), Vec::new()),
            Format::Markdown => {
                let (html, left_out) = markdown::to_html(source);
                Self::of_page(&PageText::read(&html, ""), left_out)
            }
        }
    }

    /// The article that was kept.
    ///
    /// # Errors
    /// There is no text in the blocks.
    pub fn of_blocks(blocks: Vec<SavedBlock>) -> Result<Self, Refusal> {
        Self::of_lines(blocks, Vec::new())
    }

    fn of_page(page: &PageText, mut left_out: Vec<LeftOut>) -> Result<Self, Refusal> {
        left_out.extend(&page.left_out);
        let text = page.text.as_str();
        Self::of_lines(page.blocks.iter().map(|block| (block.kind, &text[block.range.clone()])), left_out)
    }

    fn of_lines<T: AsRef<str>>(
        lines: impl IntoIterator<Item = (BlockKind, T)>,
        left_out: Vec<LeftOut>,
    ) -> Result<Self, Refusal> {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for (kind, line) in lines {
            let line = one_line(line.as_ref());
            if line.chars().all(|c| c == ' ' || is_invisible(c)) {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            let start = text.len();
            text.push_str(&line);
            blocks.push(Block { kind, range: start..text.len() });
        }
        if blocks.is_empty() {
            return Err(Refusal::Empty);
        }
        Ok(Self {
            sentences: sentences(&text),
            index: Index::new(&text),
            blocks,
            left_out,
            known: RefCell::default(),
        })
    }

    /// The blocks as they are kept.
    pub fn saved(&self) -> Vec<SavedBlock> {
        self.blocks.iter().map(|block| (block.kind, self.text()[block.range.clone()].to_owned())).collect()
    }

    /// The text: its blocks, each in a line.
    pub fn text(&self) -> &str {
        self.index.text()
    }

    /// The text prepared for finding quotes.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The blocks, in their order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The bytes of each sentence, in their order; none goes over the edge of a block.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// What the text does not have of its source. Known after reading it alone, and not of an article that was kept.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// Cuts a quote out of some bytes of the text.
    ///
    /// # Errors
    /// Why the words there cannot be a quote.
    pub fn quote(&self, range: Range<usize>) -> Result<Quote, WhyNot> {
        Quote::cut(&self.index, range)
    }
}

/// The paragraphs of a plain text.
fn paragraphs(text: &str) -> Vec<(BlockKind, String)> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_blank = |line: &str| line.trim().is_empty();
    let has_blank = text.trim().lines().any(is_blank);
    let mut paragraphs: Vec<(BlockKind, String)> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        match paragraphs.last_mut() {
            _ if is_blank(line) => {}
            Some((_, paragraph)) if has_blank && goes_on => {
                paragraph.push('\n');
                paragraph.push_str(line);
            }
            _ => paragraphs.push((BlockKind::Paragraph, line.to_owned())),
        }
        goes_on = !is_blank(line);
    }
    paragraphs
}
