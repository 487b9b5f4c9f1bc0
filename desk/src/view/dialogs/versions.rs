//! Older states of the card on the desk.

use std::rc::Rc;

use summary_card::text::Locale;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Kept;
use crate::document::Edit;
use crate::state::{Action, Notice};
use crate::store::Version;
use crate::text::{Seconds, Strings, when};

/// What [`Versions`] are given.
#[derive(Clone, PartialEq, Properties)]
pub struct VersionsProps {
    /// The interface's words.
    pub words: &'static Strings,
    /// The interface's language.
    pub locale: Locale,
    /// The storage.
    pub kept: Kept,
    /// Where the editor's clicks go.
    pub dispatch: Callback<Action>,
}

/// The list. A version that is taken is a change like any other: it can be undone.
#[component]
pub fn Versions(props: &VersionsProps) -> Html {
    let words = props.words;
    let versions = use_state(|| Rc::new(Vec::<Version>::new()));
    {
        let versions = versions.clone();
        use_effect_with(props.kept.clone(), move |kept| {
            let kept = kept.clone();
            spawn_local(async move {
                versions.set(Rc::new(kept.store.versions(&kept.key).await.unwrap_or_default()));
            });
        });
    }
    let rows = versions.iter().map(|version| {
        let (kept, dispatch, number) = (props.kept.clone(), props.dispatch.clone(), version.number);
        let take = Callback::from(move |_: MouseEvent| {
            let (kept, dispatch) = (kept.clone(), dispatch.clone());
            spawn_local(async move {
                let saved = kept.store.load_version(&kept.key, number).await.ok().flatten();
                if let Some(Ok(card)) = saved.map(|saved| serde_json::from_str(&saved.card)) {
                    dispatch.emit(Action::Change(vec![Edit::Set { path: String::new(), to: Some(card) }]));
                    dispatch.emit(Action::Dialog(None));
                    dispatch.emit(Action::Tell(Notice::WentBack));
                }
            });
        });
        let name = when(&props.locale, version.saved, Seconds::Shown);
        html! {
            <li key={version.number}>
                <span>{ name.clone() }</span>
                <button type="button" class="button" aria-label={[words.take_version, ": ", &name].concat()} onclick={take}>{ words.take_version }</button>
            </li>
        }
    });
    let rows: Html = rows.collect();
    html! {
        <details class="versions">
            <summary>{ words.versions }{ " " }<span class="count">{ versions.len() }</span></summary>
            <p class="note">{ words.versions_note }</p>
            <ul>{ rows }</ul>
        </details>
    }
}
