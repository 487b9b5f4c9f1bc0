//! A page's source as a tree, within bounds. Nothing that is meant to be read comes near them; a page made to exhaust
//! its reader's time or memory does, and is read as far as they go.

use std::cell::Cell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{Tracer, TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{LocalName, TokenizerResult};
use scraper::{Html, HtmlTreeSink};

use crate::elements::Element;

/// How many elements may be open at once, those that are to be opened again (`<b>`) counted with them: browsers, too,
/// put no more than 512 into each other. For each element the reader may go over all that are open.
const MAX_OPEN: usize = 512;

/// How many parts a tree may have: elements, runs of text and others. A few kilobytes of source can make millions,
/// since what is to be opened again is opened in each paragraph.
const MAX_NODES: usize = 1 << 20;

/// After how many tokens the bounds are looked at.
const LOOK_EVERY: usize = 128;

/// Elements that are left out or make text of the tags in them, besides those that the text leaves out.
const RAW: [&str; 4] = ["noembed", "noframes", "title", "xmp"];

/// A page as read.
pub struct Parsed {
    /// Its tree.
    pub page: Html,
    /// Whether all of it is there.
    pub is_whole: bool,
}

/// Reads a page as a browser does.
pub fn parse(html: &str) -> Parsed {
    let builder = TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), TreeBuilderOpts::default());
    let bounded = Bounded { builder, tokens: Cell::new(0), open: Cell::new(0), is_full: Cell::new(false) };
    let tokenizer = Tokenizer::new(bounded, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // It stops after each script.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    let Bounded { builder, is_full, .. } = tokenizer.sink;
    Parsed { page: builder.sink.finish(), is_whole: !is_full.get() }
}

type Handle = <HtmlTreeSink as TreeSink>::Handle;

/// What builds the tree, with an eye on its size.
struct Bounded {
    builder: TreeBuilder<Handle, HtmlTreeSink>,
    tokens: Cell<usize>,
    /// How many elements were open when last looked at.
    open: Cell<usize>,
    /// Whether the tree has all the parts that it may have.
    is_full: Cell<bool>,
}

impl Bounded {
    fn look(&self) {
        let tokens = self.tokens.get() + 1;
        self.tokens.set(tokens);
        if tokens.is_multiple_of(LOOK_EVERY) {
            let count = Count(Cell::new(0));
            self.builder.trace_handles(&count);
            self.open.set(count.0.get());
            let nodes = self.builder.sink.0.borrow().tree.values().len();
            self.is_full.set(nodes > MAX_NODES);
        }
    }

    /// What takes the place of an element's beginning where too many are open: a line's end for a block.
    fn instead(&self, tag: Tag) -> Option<Tag> {
        if self.open.get() <= MAX_OPEN {
            return Some(tag);
        }
        let attribute = |name: &str| tag.attrs.iter().find(|each| &*each.name.local == name);
        let style = attribute("style").map(|style| style.value.clone()).unwrap_or_default();
        let element = Element { name: &tag.name, style: &style, has_hidden: attribute("hidden").is_some() };
        let (is_left_out, is_block) =
            (element.is_left_out() || RAW.contains(&element.name), element.is_block());
        // What is in it would be read as the article's text otherwise.
        if is_left_out && self.open.get() <= 2 * MAX_OPEN {
            return Some(tag);
        }
        is_block.then(|| Tag { name: LocalName::from("br"), attrs: Vec::new(), self_closing: false, ..tag })
    }
}

impl TokenSink for Bounded {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        self.look();
        let token = match token {
            // Only the end counts.
            TagToken(_) | Token::CharacterTokens(_) | Token::CommentToken(_) if self.is_full.get() => None,
            TagToken(tag) if tag.kind == StartTag => self.instead(tag).map(TagToken),
            token => Some(token),
        };
        token.map_or(TokenSinkResult::Continue, |token| self.builder.process_token(token, line))
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = Handle;

    fn trace_handle(&self, _: &Handle) {
        self.0.set(self.0.get() + 1);
    }
}
