//! The view of the widget, rendered natively.

use std::rc::Rc;

use card::Card;
use summary_card::settings::{Comments, Headline, Marks, Sections, heading_level_below};
use summary_card::state::KnownQuote;
use summary_card::view::{SummaryCard, SummaryCardProps};
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::{AttrValue, LocalServerRenderer};

use super::{Options, quotes};

/// The card as the widget renders it for a page without a script.
pub fn render(card: &Card, options: &Options) -> String {
    let known = options.article.as_ref().map(|article| quotes::find(card, article)).unwrap_or_default();
    // A thread of its own: who calls may be within an async program, and that cannot wait for another one.
    let rendered = std::thread::scope(|scope| scope.spawn(|| block_on(card, options, known)).join());
    rendered.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn block_on(card: &Card, options: &Options, known: Vec<KnownQuote>) -> String {
    let renderer = LocalServerRenderer::<SummaryCard>::with_props(props(card, options, known));
    // Without timers or input and output there is nothing that can fail to start.
    let runtime = Builder::new_current_thread().build().expect("a runtime that waits for nothing");
    LocalSet::new().block_on(&runtime, renderer.hydratable(false).render())
}

fn props(card: &Card, options: &Options, known: Vec<KnownQuote>) -> SummaryCardProps {
    let headings = &options.headings;
    let above = || headings.iter().map(|(_, text)| text.clone()).collect();
    let headline = Headline::parse(options.attribute("headline"));
    yew::props!(SummaryCardProps {
        card: Rc::new(card.clone()),
        sections: Sections::parse(options.attribute("sections")),
        comments: Comments::parse(options.attribute("comments")),
        lang: AttrValue::from(options.attribute("lang").to_owned()),
        heading_level: heading_level_below(headings.last().map(|(level, _)| *level)),
        hide_headline: headline.is_hidden(&card.headline, above),
        marks: Marks::parse(options.attribute("marks")),
        without_script: true,
        known_quotes: Rc::new(known),
    })
}
