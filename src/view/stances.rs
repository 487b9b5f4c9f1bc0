//! The section of who stands where.

use yew::prelude::*;

use super::{Ctx, NEXT, SectionLine, section, whole};
use crate::relations::Sides;
use crate::state::Section;

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
    section(ctx, &line, || ctx.inside(".stances > summary", |inside| (inside.table)(ctx)))
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
