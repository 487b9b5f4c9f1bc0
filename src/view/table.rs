//! Who stands where: a table of claims by position, the contested claims first.

use yew::prelude::*;

use super::{Ctx, claim::statement, element, points::claim_link, positions};
use crate::relations::{COLUMNS, Name, Sides};

/// The names toward one claim that pass the filter.
type Row = (usize, [Vec<Name>; COLUMNS]);

/// The stances that pass the filter.
pub fn table(ctx: &Ctx) -> Html {
    let (state, words) = (ctx.state, ctx.inside_words());
    let (first, rest) = state.claims();
    let names = |claim: usize, column| {
        let all = state.relations().columns(claim).names(column).iter().copied();
        all.filter(|name| state.shows_name(*name)).collect::<Vec<_>>()
    };
    let rows: Vec<Row> = first
        .iter()
        .chain(rest)
        .map(|claim| (*claim, [0, 1, 2].map(|column| names(*claim, column))))
        .filter(|(_, names)| names.iter().any(|names| !names.is_empty()))
        .collect();
    if rows.is_empty() {
        return element::text("p", "nothing", ctx.words().nothing_found);
    }
    // The last column stands only where the card has something for it.
    let columns = if rows.iter().any(|(_, names)| !names[2].is_empty()) { COLUMNS } else { COLUMNS - 1 };
    let group = |(sides, name): (Sides, &'static str)| {
        let rows = rows.iter().filter(|(claim, _)| state.relations().columns(*claim).sides() == sides);
        let rows: Vec<_> = rows.enumerate().map(|(at, each)| row(ctx, each, columns, at == 0)).collect();
        (!rows.is_empty()).then(|| {
            html! {
                <tbody key={name}>
                    <tr key="name"><th colspan={(columns + 1).to_string()} scope="rowgroup">{ name }</th></tr>
                    <key="rows">{ for rows }</>
                </tbody>
            }
        })
    };
    let groups = [Sides::Contested, Sides::One, Sides::None].into_iter().zip(ctx.words().stance_groups);
    html! {
        <table>
            <caption class="note">{ if ctx.is_static() { words.stances_caption_static } else { words.stances_caption } }</caption>
            <thead><tr>{ for words.columns[..=columns].iter().map(|name| html! { <th scope="col"><span class="hidden">{ *name }</span></th> }) }</tr></thead>
            { for groups.filter_map(group) }
        </table>
    }
}

/// `is_first` is a class, since by its place alone a filter would have every row styled anew.
fn row(ctx: &Ctx, (claim, names): &Row, columns: usize, is_first: bool) -> Html {
    let cell = |column: usize| {
        let names = &names[column];
        let parts = if names.is_empty() {
            Vec::new()
        } else {
            let names = positions::names(ctx, names, true);
            vec![positions::word(ctx, *claim, column), element::around("div", "names", names)]
        };
        element::list("td", "", parts)
    };
    let opened: Vec<_> = names.iter().flat_map(|names| positions::opened(ctx, names, true)).collect();
    html! {
        // Of what a filter hides the rest stays as it is.
        <key={*claim}>
            <tr class={is_first.then_some("first")}>
                <th scope="row">{ claim_link(ctx, *claim) }{ " " }{ statement(ctx, &ctx.card().claims[*claim]) }</th>
                { for (0..columns).map(cell) }
            </tr>
            if !opened.is_empty() {
                <tr class="opened-row"><td colspan={(columns + 1).to_string()}>{ for opened }</td></tr>
            }
        </>
    }
}
