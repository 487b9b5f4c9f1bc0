//! A dialog over the page. The browser's own: it holds the focus and gives it back.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What a [`Modal`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ModalProps {
    /// What it is about.
    pub title: AttrValue,
    /// Its name, for its id and its looks.
    pub name: AttrValue,
    /// What the editor is told meanwhile; empty where nothing.
    pub told: AttrValue,
    /// The word for closing it.
    pub close: AttrValue,
    /// It is closed.
    pub on_close: Callback<()>,
    /// What is in it.
    pub children: Html,
}

/// A dialog.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with((), move |()| {
            let dialog = place.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                let _ = dialog.show_modal();
            }
            // Before it goes out of the page, so that the focus comes back.
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    let oncancel = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            on_close.emit(());
        })
    };
    let onclick = props.on_close.reform(|_: MouseEvent| ());
    let title_id = format!("dialog-{}", props.name);
    html! {
        <dialog ref={place} class={classes!("modal", props.name.to_string())} aria-labelledby={title_id.clone()} {oncancel}>
            <div class="pane-head">
                <h2 id={title_id}>{ &props.title }</h2>
                <p class="note told" role="status">{ &props.told }</p>
                <button type="button" class="button close" {onclick}>{ &props.close }</button>
            </div>
            <div class="modal-body">{ props.children.clone() }</div>
        </dialog>
    }
}
