//! What belongs to the reader: taking it along, bringing it in, deleting it.

use yew::prelude::*;

use super::dom;
use super::layout::Ctx;
use crate::comments::section::Action;

/// The tools.
pub fn own_data(ctx: &Ctx) -> Html {
    let words = ctx.words;
    let confirming = ctx.section.confirming_delete;
    let file = ctx.id("import");
    let chosen = ctx.dispatch.reform(Action::Import);
    let onchange =
        Callback::from(move |event: Event| dom::read_file(&event.target_unchecked_into(), chosen.clone()));
    html! {
        <details key="mine" class="mine live">
            <summary>{ words.yours }</summary>
            <p class="note">{ words.yours_note }</p>
            <p key="files" class="actions">
                <button type="button" class="link" onclick={ctx.ask(Action::Export)}>{ words.export }</button>
                <label for={file.clone()}>{ words.import }</label>
                <input id={file} type="file" accept=".json,application/json" {onchange} />
            </p>
            <div key="delete" class="actions">
                <button type="button" class="link" id={ctx.id("delete-all")} aria-expanded={confirming.to_string()} onclick={ctx.ask(Action::ConfirmDelete(!confirming))}>{ words.delete_all }</button>
                if confirming {
                    <div role="group" aria-label={words.delete_all}>
                        <p>{ words.delete_all_sure }</p>
                        <button type="button" class="button" id={ctx.id("delete-yes")} onclick={ctx.ask(Action::DeleteEverything)}>{ words.delete_all_yes }</button>
                        { " " }
                        <button type="button" class="link" onclick={ctx.ask(Action::ConfirmDelete(false))}>{ words.cancel }</button>
                    </div>
                }
            </div>
        </details>
    }
}
