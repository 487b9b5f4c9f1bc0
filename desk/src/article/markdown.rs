//! Markdown as the page that will be made of it.

use article::{LeftOut, LeftOutKind};
use pulldown_cmark::{Event, Options, Parser, Tag, html};

/// The HTML of a Markdown text, to be read like any page, and what is not in it. What HTML it holds itself stays in it.
pub fn to_html(text: &str) -> (String, Vec<LeftOut>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut metadata = 0;
    let events = Parser::new_ext(text, options).inspect(|event| {
        metadata += usize::from(matches!(event, Event::Start(Tag::MetadataBlock(_))));
    });
    let mut page = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut page, events);
    let left_out = (metadata > 0).then_some(LeftOut { kind: LeftOutKind::Metadata, count: metadata });
    (page, left_out.into_iter().collect())
}
