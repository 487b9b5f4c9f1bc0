//! Who stands where: a table of claims by position, the contested claims first.

use yew::prelude::*;

use super::{Ctx, NEXT, SectionLine, claim::statement, points::claim_link, positions, section, whole};
use crate::relations::{COLUMNS, Name, Sides};
use crate::state::Section;
use crate::view::element;

/// The stances that pass the filter.
pub fn stances(ctx: &Ctx) -> Html {
    let relations = ctx.state.relations();
    let contested = relations.count(Sides::Contested);
    let is_one_sided = contested == 0 && relations.count(Sides::One) > 0;
    let line = SectionLine {
        section: Section::Stances,
        class: if is_one_sided { "part stances one-sided" } else { "part stances" },
        part: "stances",
        heading: ctx.words().stances,
        gist: &gist(ctx, contested, is_one_sided),
    };
    section(ctx, &line, || table(ctx))
}

/// "9 voices · 2 claims contested".
fn gist(ctx: &Ctx, contested: usize, is_one_sided: bool) -> String {
    let words = ctx.words();
    let voices = whole(&words.voices.count(ctx.locale, ctx.state.relations().voices()));
    if is_one_sided {
        return [words.stance_groups[1], NEXT, &voices].concat();
    }
    if contested == 0 {
        return voices;
    }
    [&*voices, NEXT, &whole(&words.contested.count(ctx.locale, contested))].concat()
}

/// The names toward one claim that pass the filter.
type Row = (usize, [Vec<Name>; COLUMNS]);

fn table(ctx: &Ctx) -> Html {
    let (state, words) = (ctx.state, ctx.words());
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
        return element::text("p", "nothing", words.nothing_found);
    }
    // The last column stands only where the card has something for it.
    let columns = if rows.iter().any(|(_, names)| !names[2].is_empty()) { COLUMNS } else { COLUMNS - 1 };
    let group = |(sides, name): (Sides, &'static str)| {
        let rows = rows.iter().filter(|(claim, _)| state.relations().columns(*claim).sides() == sides);
        let rows: Vec<_> = rows.map(|each| row(ctx, each, columns)).collect();
        (!rows.is_empty()).then(|| {
            html! {
                <tbody key={name}>
                    <tr key="name"><th colspan={(columns + 1).to_string()} scope="rowgroup">{ name }</th></tr>
                    <key="rows">{ for rows }</>
                </tbody>
            }
        })
    };
    let groups = [Sides::Contested, Sides::One, Sides::None].into_iter().zip(words.stance_groups);
    html! {
        <table>
            <caption class="note">{ if ctx.is_static() { words.stances_caption_static } else { words.stances_caption } }</caption>
            <thead><tr>{ for words.columns[..=columns].iter().map(|name| html! { <th scope="col"><span class="hidden">{ *name }</span></th> }) }</tr></thead>
            { for groups.filter_map(group) }
        </table>
    }
}

fn row(ctx: &Ctx, (claim, names): &Row, columns: usize) -> Html {
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
            <tr>
                <th scope="row">{ claim_link(ctx, *claim) }{ " " }{ statement(ctx, &ctx.card().claims[*claim]) }</th>
                { for (0..columns).map(cell) }
            </tr>
            if !opened.is_empty() {
                <tr class="opened-row"><td colspan={(columns + 1).to_string()}>{ for opened }</td></tr>
            }
        </>
    }
}
