//! Who stands where toward one claim: names under the word of their position, and what stands behind a name.

use yew::prelude::*;

use super::{Ctx, icon, quote::quotes};
use crate::card::{Actor, Anonymity, EvidencePath, Part, Reason};
use crate::relations::{COLUMNS, Name};
use crate::state::{Action, Copy, OpenName};
use crate::text::fill;
use crate::view::element;

/// The names toward the claim at an index, a line for each position.
pub fn lanes(ctx: &Ctx, claim: usize) -> Html {
    let columns = ctx.state.relations().columns(claim);
    if columns.is_empty() {
        return html! {};
    }
    let lane = |column| {
        let all = columns.names(column);
        (!all.is_empty()).then(|| html! { <>{ element::around("dt", "", word(ctx, claim, column)) }{ element::around("dd", "names", names(ctx, all, false)) }</> })
    };
    html! {
        <>
            <dl class="lanes">{ for (0..COLUMNS).filter_map(lane) }</dl>
            { for (0..COLUMNS).flat_map(|column| opened(ctx, columns.names(column), false)) }
        </>
    }
}

/// "Supports", "Disputes", …: icon and word.
pub fn word(ctx: &Ctx, claim: usize, column: usize) -> Html {
    let word = ctx.inside_words().position(ctx.card().claims[claim].claim_type, column);
    html! { <span class={classes!("position", ["favor", "against", "none"][column])}>{ icon::position(column) }{ word }</span> }
}

/// The names, each a button that opens what stands behind it.
pub fn names(ctx: &Ctx, names: &[Name], in_table: bool) -> Html {
    let show = if ctx.is_static() { without_script } else { button };
    names.iter().map(|name| show(ctx, *name, in_table)).collect()
}

/// A name that opens what stands behind it without a script; in the table the name alone.
fn without_script(ctx: &Ctx, name: Name, in_table: bool) -> Html {
    let said = Said::of(ctx, name);
    let class = said.class();
    let text = html! {
        <>
            { said.text() }
            if said.faction.is_some() { { element::text("span", "hidden", &said.part_of(ctx)) } }
        </>
    };
    if in_table {
        html! { <span {class}>{ text }</span> }
    } else {
        html! { <details class="name"><summary {class}>{ text }</summary>{ behind(ctx, name, false) }</details> }
    }
}

/// Who a name says.
struct Said<'a> {
    actor: Option<&'a Actor>,
    /// The actor's name.
    whole: &'a str,
    /// The faction of it.
    faction: Option<&'a Part>,
}

impl<'a> Said<'a> {
    fn of(ctx: &'a Ctx, name: Name) -> Self {
        let card = ctx.card();
        let stance = &card.stances[name.stance];
        let actor = ctx.state.relations().actor_of(card, name.stance);
        Self {
            actor,
            whole: actor.map_or(&*stance.actor, |actor| &actor.name),
            faction: name.part.map(|part| &stance.parts[part]),
        }
    }

    fn class(&self) -> &'static str {
        let is_unnamed = self.actor.is_some_and(|actor| actor.anonymity == Anonymity::Unnamed);
        if is_unnamed { "actor unnamed" } else { "actor" }
    }

    /// What is seen of it.
    fn text(&self) -> Html {
        match self.faction {
            Some(faction) => html! { <>{ icon::mixed() }{ element::text("bdi", "", &faction.name) }</> },
            None => element::text("bdi", "", self.whole),
        }
    }

    /// Of whom it is a faction.
    fn part_of(&self, ctx: &Ctx) -> String {
        fill(ctx.inside_words().part_of, &[self.whole])
    }

    /// It in full, in one piece, since browsers put a space before words that are out of sight.
    fn full(&self, ctx: &Ctx) -> String {
        self.faction
            .map_or_else(|| self.whole.to_owned(), |faction| [&*faction.name, &self.part_of(ctx)].concat())
    }
}

fn button(ctx: &Ctx, name: Name, in_table: bool) -> Html {
    let this = OpenName { in_table, name };
    let is_open = ctx.state.open_name == Some(this);
    let said = Said::of(ctx, name);
    html! {
        <button type="button" aria-label={said.faction.map(|_| said.full(ctx))} class={said.class()} aria-expanded={is_open.to_string()}
            aria-controls={is_open.then(|| ctx.id("opened"))} disabled={ctx.props.render_closed} onclick={ctx.ask(Action::OpenName((!is_open).then_some(this)))}>{ said.text() }</button>
    }
}

/// What stands behind the open name, if it is one of these; behind each in the claim itself, where what is closed
/// is rendered, too, and not in the name's own element already.
pub fn opened(ctx: &Ctx, names: &[Name], in_table: bool) -> Vec<Html> {
    let all = ctx.state.render_closed && !in_table && !ctx.is_static();
    let is_open = |name: &Name| ctx.state.open_name == Some(OpenName { in_table, name: *name });
    names.iter().filter(|name| all || is_open(name)).map(|name| behind(ctx, *name, is_open(name))).collect()
}

fn behind(ctx: &Ctx, name: Name, is_open: bool) -> Html {
    let index = name.stance;
    let (card, words) = (ctx.card(), ctx.inside_words());
    let stance = &card.stances[index];
    let said = Said::of(ctx, name);
    let note = said.actor.map_or("", |actor| match actor.anonymity {
        Anonymity::Named => actor.description.as_deref().unwrap_or_default(),
        Anonymity::Unnamed => words.unnamed_note,
        Anonymity::Collective => words.collective_note,
    });
    let full = said.full(ctx);
    let index_of_actor = card.actors.iter().position(|each| each.id == stance.actor);
    html! {
        <div class="opened" id={is_open.then(|| ctx.id("opened"))} role="group" aria-label={full.clone()}>
            <p><bdi class="person">{ full }</bdi>{ " " }<span class="note" dir="auto">{ note.to_owned() }</span></p>
            <div>
                if let Some(faction) = said.faction { { reasons(ctx, name, &faction.reasons) } }
                { reasons(ctx, Name { stance: index, part: None }, &stance.reasons) }
            </div>
            { element::list("p", "actions live", vec![
                index_of_actor.filter(|_| ctx.can_filter()).map_or_else(Html::default, |actor| {
                    ctx.link(&fill(words.all_from, &[said.whole]), Action::ShowActor(actor))
                }),
                ctx.link(words.cite, Action::Copy(Copy::Stance(index))),
            ]) }
        </div>
    }
}

/// The reasons and quotes of a stance or of one of its factions.
fn reasons(ctx: &Ctx, Name { stance, part }: Name, reasons: &[Reason]) -> Html {
    let path = |reason| EvidencePath::Stance { stance, part, reason };
    html! {
        <>
            { for reasons.iter().enumerate().map(|(at, reason)| html! { <><p dir="auto">{ &reason.text }</p>{ quotes(ctx, path(Some(at))) }</> }) }
            { quotes(ctx, path(None)) }
        </>
    }
}
