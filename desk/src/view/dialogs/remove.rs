//! Before something in use is removed: what falls with it.

use yew::prelude::*;

use crate::references::Falls;
use crate::state::{Action, Names};
use crate::view::Ctx;
use crate::view::titles::title;

/// What would go, and the choice.
pub fn remove(ctx: &Ctx, path: &str, falls: &Falls) -> Html {
    let words = ctx.words;
    let names = Names::of(ctx.state.document.value());
    let list = |paths: &[String]| -> Html {
        paths
            .iter()
            .map(|path| html! { <li key={path.clone()}>{ title(words, &names, path) }</li> })
            .collect()
    };
    html! {
        <>
            <p class="lead">{ title(words, &names, path) }</p>
            <div key="entries" hidden={falls.entries.is_empty()}>
                <h3>{ words.falls_entries }</h3>
                <ul>{ list(&falls.entries) }</ul>
            </div>
            <div key="fields" hidden={falls.fields.is_empty()}>
                <h3>{ words.falls_fields }</h3>
                <ul>{ list(&falls.fields) }</ul>
            </div>
            <p class="note" key="note">{ words.can_be_undone }</p>
            <p class="buttons" key="buttons">
                <button type="button" class="button danger" onclick={ctx.ask(Action::Remove { path: path.to_owned(), is_sure: true })}>{ words.delete_all_of_it }</button>
                { ctx.button(words.keep, Action::Dialog(None)) }
            </p>
        </>
    }
}
