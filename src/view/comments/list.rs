//! The list of comments with their replies.

use yew::prelude::*;

use super::button::{Button, button};
use super::events::on_event;
use super::item;
use super::layout::Ctx;
use crate::comments::Node;
use crate::comments::section::Action;
use crate::text::{fill, number};
use crate::view::element;

/// All that is listed, and the way to more.
pub fn threads(ctx: &Ctx) -> Html {
    let (page, words) = (&ctx.section.page, ctx.words);
    if page.threads.is_empty() {
        // Where nothing could be read, nobody knows.
        return html! { if page.complete { { element::text("p", "note", words.empty) } } };
    }
    let count = |count| number(ctx.locale, count);
    html! {
        <>
            { items(ctx, &page.threads) }
            if page.has_more() && !ctx.is_static {
                <p class="actions">
                    { button(words.show_more.into(), on_event(ctx.dispatch, |_| Action::ShowMore), Button { class: "button live", ..Button::default() }) }
                    { element::text("span", "note", &fill(words.showing, &[&count(page.shown), &count(page.total)])) }
                </p>
            }
        </>
    }
}

/// Comments, each with the replies to it as a list within the list.
fn items(ctx: &Ctx, nodes: &[Node]) -> Html {
    html! {
        <ol class="thread">
            { for nodes.iter().map(|node| html! {
                <li key={&*node.comment.id}>
                    { item::comment(ctx, node) }
                    if !node.replies.is_empty() { { items(ctx, &node.replies) } }
                </li>
            }) }
        </ol>
    }
}
