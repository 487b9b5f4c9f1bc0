//! What belongs to the reader: taking it along, bringing it in, deleting it.

use yew::prelude::*;

use super::button::{Button, button};
use super::dom;
use super::events::on_event;
use super::layout::Ctx;
use crate::comments::section::Action;
use crate::view::element;

/// The tools.
pub fn own_data(ctx: &Ctx) -> Html {
    let words = ctx.words;
    let confirming = ctx.section.confirming_delete;
    let file = ctx.id("import");
    let chosen = on_event(ctx.dispatch, Action::Import);
    let onchange =
        Callback::from(move |event: Event| dom::read_file(&event.target_unchecked_into(), chosen.clone()));
    let ask = on_event(ctx.dispatch, |_| Action::ConfirmDelete(true));
    let no = on_event(ctx.dispatch, |_| Action::ConfirmDelete(false));
    html! {
        <details key="mine" class="mine live">
            { element::text("summary", "", words.yours) }
            { element::text("p", "note", words.yours_note) }
            <p key="files" class="actions">
                { button(words.export.into(), on_event(ctx.dispatch, |_| Action::Export), Button::default()) }
                <label for={file.clone()}>{ words.import }</label>
                <input id={file} type="file" accept=".json,application/json" {onchange} />
            </p>
            <div key="delete" class="actions">
                { button(words.delete_all.into(), if confirming { no.clone() } else { ask }, Button { id: Some(ctx.id("delete-all")), expanded: Some(confirming), ..Button::default() }) }
                if confirming {
                    <div role="group" aria-label={words.delete_all}>
                        { element::text("p", "", words.delete_all_sure) }
                        { button(words.delete_all_yes.into(), on_event(ctx.dispatch, |_| Action::DeleteEverything), Button { class: "button", id: Some(ctx.id("delete-yes")), ..Button::default() }) }
                        { " " }
                        { button(words.cancel.into(), no, Button::default()) }
                    </div>
                }
            </div>
        </details>
    }
}
