//! The section of the claims.

use yew::prelude::*;

use super::{Ctx, NEXT, SectionLine, room, section, whole};
use crate::card::{Status, Vocabulary};
use crate::state::{Action, Section};
use crate::text::{fill, join, number};
use crate::view::element;

/// Of a list of more claims only those near the window are drawn.
const LONG: usize = 50;

/// Every claim that passes the filter, each in its place of the card: the first ones, and the rest folded.
pub fn claims(ctx: &Ctx) -> Html {
    let (state, words) = (ctx.state, ctx.words());
    let (first, rest) = state.claims();
    let heading = words.claims.count(ctx.locale, ctx.card().claims.len());
    let gist = statuses(ctx);
    let line = SectionLine {
        section: Section::Claims,
        class: "part claims",
        part: "claims",
        heading: &heading,
        gist: &gist,
    };
    section(ctx, &line, || {
        html! {
            <>
                if first.is_empty() {
                    { element::text("p", "nothing", words.nothing_found) }
                }
                <ol key="first" role="list">{ for first.iter().map(|index| ctx.kept.claim(ctx, *index)) }</ol>
                if state.shown_claims() > 1 {
                    <div key="rest" class="rest-row">
                        { toggle_all(ctx) }
                        if !rest.is_empty() {
                            <details class="rest" open={state.is_section_open(Section::Rest)} ontoggle={ctx.toggle(Section::Rest)}>
                                <summary>
                                    { element::text("span", "more", &fill(words.all_claims, &[&number(ctx.locale, state.shown_claims())])) }
                                    { element::text("span", "fewer", words.fewer_claims) }
                                </summary>
                                if state.is_section_rendered(Section::Rest) {
                                    <ol role="list" class={(rest.len() > LONG).then_some("long")}>{ for rest.iter().map(|index| ctx.kept.claim(ctx, *index)) }</ol>
                                }
                            </details>
                        }
                    </div>
                }
            </>
        }
    })
}

fn toggle_all(ctx: &Ctx) -> Html {
    let words = ctx.words();
    let are_open = ctx.state.are_all_open();
    let name = if are_open { words.collapse_all } else { words.expand_all };
    if ctx.is_static() {
        return room("link all live", name);
    }
    element::button("link all live", None, name.into(), ctx.ask(Action::ToggleAll(!are_open)))
}

/// "4 reported · 2 disputed": what is zero is left out.
fn statuses(ctx: &Ctx) -> String {
    let count = |status| ctx.card().claims.iter().filter(|claim| claim.status == Some(status)).count();
    let counts = Status::WORDS.iter().zip(&ctx.words().status_counts);
    let counts = counts.map(|((_, status), words)| (count(*status), words)).filter(|(count, _)| *count > 0);
    let said: Vec<_> = counts.map(|(count, words)| whole(&words.count(ctx.locale, count))).collect();
    join(&said, NEXT)
}
