//! The article on the desk. Only its text and its blocks are kept: no markup of it is ever inserted anywhere.

use std::ops::Range;

use card::Quote;
use quote::{Index, WhyNot};
use serde::{Deserialize, Serialize};

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
        todo!("{name}")
    }
}

/// What a block of the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// A heading, of level 1 to 6.
    Heading(u8),
    /// A paragraph, and all that is nothing else.
    Paragraph,
    /// An entry of a list.
    ListItem,
    /// A paragraph within a block quotation.
    Quotation,
}

/// One block: a line of the article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes of [`Article::text`].
    pub range: Range<usize>,
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
}

impl Article {
    /// Reads what came in. From HTML the text is what `summary-card check --article` reads.
    ///
    /// # Errors
    /// Why there is no article.
    pub fn read(source: &str, format: Format) -> Result<Self, Refusal> {
        todo!("{source} {format:?}")
    }

    /// The article that was kept.
    ///
    /// # Errors
    /// There is no text in the blocks.
    pub fn of_blocks(blocks: Vec<SavedBlock>) -> Result<Self, Refusal> {
        todo!("{blocks:?}")
    }

    /// The blocks as they are kept.
    pub fn saved(&self) -> Vec<SavedBlock> {
        todo!()
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

    /// Cuts a quote out of some bytes of the text.
    ///
    /// # Errors
    /// Why the words there cannot be a quote.
    pub fn quote(&self, range: Range<usize>) -> Result<Quote, WhyNot> {
        Quote::cut(&self.index, range)
    }
}
