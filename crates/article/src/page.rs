//! A page as its reader sees it: the text of its article, in one walk.

use std::ops::Range;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use quote::ArticleText;
use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};
use serde::{Deserialize, Serialize};

use crate::elements::Element;
use crate::parse::parse;

/// What a block of an article is.
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
    /// Its bytes of the text.
    pub range: Range<usize>,
}

/// What an article's text does not have of its source, or has in another form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOutKind {
    /// Programs.
    Script,
    /// Sound, video and what is embedded from elsewhere.
    Media,
    /// Pictures.
    Picture,
    /// Fields to fill in.
    Field,
    /// What the page does not show.
    Hidden,
    /// Tables, each cell of which is a line of the text.
    Table,
    /// Text outside of the article's element: each counts that has some of its own.
    Outside,
    /// Data before the text of a Markdown file.
    Metadata,
    /// What comes after more elements than any page has that is meant to be read.
    Rest,
}

/// So many things of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What they are.
    pub kind: LeftOutKind,
    /// How many there are, from 1.
    pub count: usize,
}

/// The text of a page's article, with what is known of it.
#[derive(Clone, Debug, Default)]
pub struct PageText {
    /// The text, as [`Article::text`](crate::Article::text) gives it.
    pub text: ArticleText,
    /// The lines of the text in which there is something to read, in their order, without their line feeds.
    pub blocks: Vec<Block>,
    /// What is not in it.
    pub left_out: Vec<LeftOut>,
}

impl PageText {
    /// Reads a page. For `card` see [`Article::text`](crate::Article::text).
    pub fn read(html: &str, card: &str) -> Self {
        let parsed = parse(html);
        let mut read = Self::default();
        if let Some(root) = root(&parsed.page, card) {
            Walk::new(&mut read).article(root);
            let outside = outside(&parsed.page, root.id());
            read.leave_out(LeftOutKind::Outside, outside);
        }
        read.leave_out(LeftOutKind::Rest, usize::from(!parsed.is_whole));
        read
    }

    fn leave_out(&mut self, kind: LeftOutKind, count: usize) {
        match self.left_out.iter_mut().find(|other| other.kind == kind) {
            Some(other) => other.count += count,
            None if count > 0 => self.left_out.push(LeftOut { kind, count }),
            None => {}
        }
    }
}

/// The walk over an article.
struct Walk<'a> {
    read: &'a mut PageText,
    /// Where the line begins that is being written.
    start: usize,
    /// The kinds of the elements around the current place that give their lines one.
    kinds: Vec<BlockKind>,
}

impl<'a> Walk<'a> {
    fn new(read: &'a mut PageText) -> Self {
        Self { read, start: 0, kinds: Vec::new() }
    }

    fn article(&mut self, root: ElementRef<'_>) {
        // How many of the elements around the current place are left out, and how many are no part of the page.
        let (mut hidden, mut apart) = (0_usize, 0_usize);
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(element) => {
                        let element = Element::from(element);
                        if hidden == 0
                            && let Some(kind) = element.left_out_kind()
                        {
                            self.read.leave_out(kind, 1);
                        }
                        hidden += usize::from(element.is_left_out());
                        apart += usize::from(element.is_apart());
                        if hidden == 0 && element.is_block() {
                            self.end_line();
                        }
                        self.kinds.extend(element.block_kind());
                    }
                    Node::Text(run) if hidden == 0 => self.read.text.push(run),
                    Node::Text(run) if apart == 0 => self.read.text.push_unseen(run),
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        let element = Element::from(element);
                        if hidden == 0 && element.is_block() {
                            self.end_line();
                        }
                        hidden -= usize::from(element.is_left_out());
                        apart -= usize::from(element.is_apart());
                        if element.block_kind().is_some() {
                            self.kinds.pop();
                        }
                    }
                }
            }
        }
        self.note_line(self.read.text.as_str().len());
    }

    /// Ends a line. It lies within the elements around it, since each that gives a line its kind ends one.
    fn end_line(&mut self) {
        if self.read.text.end_line() {
            let end = self.read.text.as_str().len();
            self.note_line(end - 1);
            self.start = end;
        }
    }

    fn note_line(&mut self, end: usize) {
        let range = self.start..end;
        if !self.read.text.as_str()[range.clone()].trim().is_empty() {
            let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
            self.read.blocks.push(Block { kind, range });
        }
    }
}

/// How many elements outside of the article have text of their own that is shown.
fn outside(page: &Html, article: NodeId) -> usize {
    let mut without = 0_usize;
    let mut found = Vec::new();
    for edge in page.root_element().traverse() {
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        let is_without = node.id() == article
            || node
                .value()
                .as_element()
                .is_some_and(|element| element.name() == "head" || Element::from(element).is_left_out());
        match edge {
            Edge::Open(_) => without += usize::from(is_without),
            Edge::Close(_) => without -= usize::from(is_without),
        }
        if let (Edge::Open(_), Node::Text(run), Some(parent)) = (edge, node.value(), node.parent())
            && without == 0
            && !run.trim().is_empty()
            && found.last() != Some(&parent.id())
        {
            found.push(parent.id());
        }
    }
    found.len()
}

/// The `<summary-card>` of a card file: the one whose `src` ends in the file's name, or else the first.
fn of_card<'a>(page: &'a Html, card: &str) -> Option<ElementRef<'a>> {
    let cards: Vec<ElementRef<'a>> = page.select(&Selector::parse("summary-card").ok()?).collect();
    let shows = |element: &&ElementRef<'a>| {
        let src = element.value().attr("src").unwrap_or_default();
        src.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()) == Some(card)
    };
    cards.iter().find(shows).or(cards.first()).copied()
}

/// The element whose text is the article.
fn root<'a>(page: &'a Html, card: &str) -> Option<ElementRef<'a>> {
    let first = |name: &str| page.select(&Selector::parse(name).ok()?).next();
    let of_card = of_card(page, card);
    let chosen = of_card
        .and_then(|card| Selector::parse(card.value().attr("article")?).ok())
        .and_then(|selector| page.select(&selector).next());
    let around = of_card.and_then(|card| {
        card.ancestors().filter_map(ElementRef::wrap).find(|element| element.value().name() == "article")
    });
    chosen.or(around).or_else(|| first("article")).or_else(|| first("main")).or_else(|| first("body"))
}

/// The headings above a card, or down to the first `h1`, each with its level.
pub fn headings_of_page(html: &str, card: &str) -> Vec<(u8, String)> {
    let page = parse(html).page;
    let of_card = of_card(&page, card);
    let mut above = Vec::new();
    for element in page.root_element().descendent_elements() {
        if of_card.is_some_and(|card| card.id() == element.id()) {
            break;
        }
        let Some(BlockKind::Heading(level)) = Element::from(element.value()).block_kind() else { continue };
        // What a card holds is below it.
        let is_in_card = |ancestor: ElementRef| ancestor.value().name() == "summary-card";
        if element.ancestors().filter_map(ElementRef::wrap).any(is_in_card) {
            continue;
        }
        above.push((level, element.text().collect()));
        if of_card.is_none() && level == 1 {
            break;
        }
    }
    above
}
