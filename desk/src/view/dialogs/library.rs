//! The cards that are kept in this browser: found, opened, deleted; a card file opened, a new card begun.

use std::rc::Rc;

use summary_card::text::{Locale, fill};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Kept;
use super::versions::Versions;
use crate::state::Action;
use crate::store::Listed;
use crate::text::{Seconds, Strings, when};
use crate::view::outside::{Reading, read_file};

/// What a [`Library`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct LibraryProps {
    /// The interface's words.
    pub words: &'static Strings,
    /// The interface's language.
    pub locale: Locale,
    /// The storage; nothing where the browser gives none.
    pub kept: Option<Kept>,
    /// Where the editor's clicks go.
    pub dispatch: Callback<Action>,
}

/// The list.
#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let words = props.words;
    let cards = use_state(|| None::<Rc<Vec<Listed>>>);
    let query = use_state(String::new);
    let sure = use_state(|| None::<String>);
    let turn = use_state(|| 0_u32);
    {
        let cards = cards.clone();
        use_effect_with((props.kept.clone(), *turn), move |(kept, _)| {
            if let Some(kept) = kept.clone() {
                spawn_local(async move {
                    cards.set(Some(Rc::new(kept.store.list().await.unwrap_or_default())));
                });
            }
        });
    }
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            query.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let import = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                read_file(file, Reading::Card, dispatch.clone());
            }
            input.set_value("");
        })
    };
    let begin = {
        let (dispatch, language) = (props.dispatch.clone(), props.locale.words_tag());
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::New(language.to_owned())))
    };
    let wanted = query.to_lowercase();
    let fits = |listed: &&Listed| {
        wanted.split_whitespace().all(|word| {
            listed.headline.to_lowercase().contains(word) || listed.id.to_lowercase().contains(word)
        })
    };
    let found: Vec<&Listed> = cards.iter().flat_map(|cards| cards.iter()).filter(fits).collect();
    let is_none = found.is_empty();
    let count = found.len();
    let rows: Html = found.into_iter().map(|listed| row(props, listed, &sure, &turn)).collect();
    html! {
        <>
            <p class="buttons" key="ways">
                <button type="button" class="button main" onclick={begin}>{ words.new_card }</button>
                <label class="file button">{ words.import }<input type="file" class="over" accept=".json,application/json" onchange={import} /></label>
            </p>
            <p class={if props.kept.is_some() { "note" } else { "problem-note" }} key="note">{ if props.kept.is_some() { words.library_note } else { words.keeping_refused } }</p>
            <div class="field" key="search" hidden={props.kept.is_none()}>
                <label for="library-search">{ words.search_cards }</label>
                <input id="library-search" type="search" value={(*query).clone()} autocomplete="off" {oninput} />
            </div>
            <p class="note" role="status" key="found" hidden={props.kept.is_none()}>{ if is_none { words.no_cards.to_owned() } else { words.cards.count(&props.locale, count) } }</p>
            <ul class="cards" key="cards" hidden={is_none}>{ rows }</ul>
            <div key="versions">
                if let Some(kept) = &props.kept {
                    <Versions {words} locale={props.locale.clone()} kept={kept.clone()} dispatch={props.dispatch.clone()} />
                }
            </div>
        </>
    }
}

fn row(
    props: &LibraryProps,
    listed: &Listed,
    sure: &UseStateHandle<Option<String>>,
    turn: &UseStateHandle<u32>,
) -> Html {
    let words = props.words;
    let Some(kept) = &props.kept else { return Html::default() };
    let title = if listed.headline.is_empty() { words.untitled.to_owned() } else { listed.headline.clone() };
    let is_here = *kept.key == listed.key;
    let open = {
        let (on_open, key) = (kept.on_open.clone(), listed.key.clone());
        Callback::from(move |_: MouseEvent| on_open.emit(key.clone()))
    };
    let ask = {
        let (sure, key) = (sure.clone(), listed.key.clone());
        Callback::from(move |_: MouseEvent| sure.set(Some(key.clone())))
    };
    let delete = {
        let (kept, key, sure, turn) = (kept.clone(), listed.key.clone(), sure.clone(), turn.clone());
        Callback::from(move |_: MouseEvent| {
            let (kept, key, turn) = (kept.clone(), key.clone(), turn.clone());
            sure.set(None);
            spawn_local(async move {
                let _ = kept.store.delete(&key).await;
                turn.set(*turn + 1);
            });
        })
    };
    let is_asked = sure.as_deref() == Some(&*listed.key);
    html! {
        <li key={listed.key.clone()} class={is_here.then_some("here")}>
            <button type="button" class="row" onclick={open} aria-current={is_here.then_some("true")}>
                <span class="words">
                    <span class="title">{ title.clone() }</span>
                    <span class="about">{ [listed.id.clone(), words.claims_count.count(&props.locale, listed.claims), when(&props.locale, listed.changed, Seconds::LeftOut)].join(" · ") }</span>
                </span>
                if is_here { <span class="badge">{ words.open_now }</span> }
            </button>
            if is_asked {
                <button type="button" key="sure" class="button danger" onclick={delete}>{ words.delete_for_good }</button>
            } else if !is_here {
                <button type="button" key="ask" class="button" aria-label={fill(words.delete_named, &[&title])} onclick={ask}>{ words.delete }</button>
            }
        </li>
    }
}
