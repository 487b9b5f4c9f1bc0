//! The card as HTML that reads without a script, as `summary-card render` writes it.

use std::cell::Cell;
use std::rc::Rc;

use summary_card_render::render;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::export::{ExportProps, out};
use crate::export;

/// What a [`Prerendered`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct PrerenderedProps {
    /// What goes out.
    pub of: ExportProps,
    /// The address of embed.js.
    pub embed: AttrValue,
}

/// The HTML, as text to copy or save; nothing while the card file is none.
#[component]
pub fn Prerendered(props: &PrerenderedProps) -> Html {
    let PrerenderedProps { of, embed } = props;
    let html = use_state(|| None::<String>);
    {
        let html = html.clone();
        use_effect_with(
            (of.card.clone(), of.article.clone(), embed.clone()),
            move |(card, article, embed)| {
                let is_wanted = Rc::new(Cell::new(true));
                let options = export::rendering(article.as_deref(), embed);
                match card::parse(&export::file(card)) {
                    Ok(card) => {
                        let is_wanted = Rc::clone(&is_wanted);
                        spawn_local(async move {
                            let rendered = render(&card, &options).await;
                            // Another card or address may have come meanwhile.
                            if is_wanted.get() {
                                html.set(Some(rendered));
                            }
                        });
                    }
                    Err(_) => html.set(None),
                }
                move || is_wanted.set(false)
            },
        );
    }
    let Some(html) = &*html else { return Html::default() };
    let name = export::html_name(&of.card);
    out(of, "rendered", of.words.rendered, of.words.rendered_note, html, &name, "text/html")
}
