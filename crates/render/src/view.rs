//! The view of the widget, rendered to text.

use std::rc::Rc;

use card::Card;
use summary_card::settings::{Comments, Headline, Marks, Sections, heading_level_below};
use summary_card::view::{SummaryCard, SummaryCardProps};
use yew::{AttrValue, LocalServerRenderer};

use super::{Options, quotes};

/// The card as the widget renders it for a page without a script.
pub async fn render(card: &Card, options: &Options) -> String {
    let renderer = LocalServerRenderer::<SummaryCard>::with_props(props(card, options));
    renderer.hydratable(false).render().await
}

fn props(card: &Card, options: &Options) -> SummaryCardProps {
    let known = options.article.as_ref().map(|article| quotes::find(card, article)).unwrap_or_default();
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
