//! What lies over the desk.

mod article;
mod draft;
mod export;
mod library;
mod modal;
mod prerendered;
mod preview;
mod remove;
mod versions;

use std::rc::Rc;

use card::Problem;
use yew::prelude::*;

use self::draft::draft_dialog;
use self::export::ExportDialog;
use self::library::Library;
use self::modal::Modal;
use super::Ctx;
use super::problems_pane::what;
use super::status::copied;
use crate::state::{Action, Dialog};
use crate::store::Store;
use crate::text::Strings;

/// The storage, with the key of the card on the desk.
#[derive(Clone)]
pub struct Kept {
    /// The storage.
    pub store: Rc<Store>,
    /// The card's key.
    pub key: AttrValue,
    /// Another card is opened: its key.
    pub on_open: Callback<String>,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.store, &other.store) && self.key == other.key
    }
}

/// The dialog that is open.
pub fn dialog(ctx: &Ctx) -> Html {
    let words = ctx.words;
    let Some(dialog) = &ctx.state.dialog else { return Html::default() };
    let on_close = ctx.dispatch.reform(|()| Action::Dialog(None));
    let told = copied(ctx);
    let modal = |title: AttrValue, name: &'static str, inside: Html| {
        let told = told.clone();
        html! { <Modal key={name} {title} {name} told={told} close={words.close} {on_close}>{ inside }</Modal> }
    };
    match dialog {
        Dialog::Library => modal(
            words.library.into(),
            "library",
            html! {
                if let Some(kept) = ctx.kept {
                    <Library {words} locale={ctx.locale.clone()} kept={kept.clone()} dispatch={ctx.dispatch.clone()} />
                } else {
                    <Library {words} locale={ctx.locale.clone()} kept={None::<Kept>} dispatch={ctx.dispatch.clone()} />
                }
            },
        ),
        Dialog::Article => modal(words.other_article.into(), "article", article::article(ctx)),
        Dialog::Remove { path, falls } => {
            modal(words.remove_title.into(), "remove", remove::remove(ctx, path, falls))
        }
        Dialog::Draft => modal(words.draft.into(), "draft", draft_dialog(ctx)),
        Dialog::Export => modal(
            words.export.into(),
            "export",
            html! {
                <ExportDialog {words} card={super::Same(ctx.state.document.value().clone())} errors={errors(ctx)}
                    article={ctx.state.article.clone().map(super::Same)} dispatch={ctx.dispatch.clone()} />
            },
        ),
        Dialog::NotACard(problems) => modal(
            words.not_a_card.into(),
            "not-a-card",
            html! {
                <>
                    <p key="why">{ words.not_a_card_why }</p>
                    <ul key="list">{ list(words, problems) }</ul>
                </>
            },
        ),
        Dialog::FileProblems(problems) => modal(
            words.file_problems.into(),
            "file-problems",
            html! {
                <>
                    <p key="why">{ words.file_problems_note }</p>
                    <ul key="list">{ list(words, problems) }</ul>
                </>
            },
        ),
    }
}

fn list(words: &Strings, problems: &[Problem]) -> Html {
    let row = |(at, problem): (usize, &Problem)| {
        html! { <li key={at}><code>{ &problem.path }</code>{ " " }{ what(words, problem) }</li> }
    };
    problems.iter().enumerate().map(row).collect()
}

fn errors(ctx: &Ctx) -> String {
    let errors =
        ctx.state.checked.problems.iter().filter(|problem| problem.level == card::Level::Deny).count();
    if errors == 0 { String::new() } else { ctx.words.export_errors.count(ctx.locale, errors) }
}
