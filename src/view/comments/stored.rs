//! The comments that are kept in the reader's own browser.

use std::rc::Rc;

use yew::prelude::*;

use super::{CommentSection, Mailbox, local_comments};
use crate::card::Card;
use crate::comments::section::Request;
use crate::comments::{Comment, CommentStores};
use crate::text::Locale;

/// What [`StoredComments`] is given: as [`super::CommentSectionProps`], without the stores.
#[derive(Clone, PartialEq, Properties)]
pub struct StoredCommentsProps {
    pub card: Rc<Card>,
    pub locale: Locale,
    pub open: bool,
    pub render_closed: bool,
    pub without_script: bool,
    pub requests: Mailbox<Request>,
    pub on_counts: Callback<Rc<Vec<(String, usize)>>>,
    pub on_total: Callback<usize>,
    pub on_submit: Callback<Rc<Comment>, bool>,
    pub on_post: Callback<Rc<Comment>>,
}

/// Opens the comments on a card's article, and opens others when the card becomes another.
pub struct StoredComments {
    stores: CommentStores,
}

impl Component for StoredComments {
    type Message = ();
    type Properties = StoredCommentsProps;

    fn create(ctx: &Context<Self>) -> Self {
        #[cfg(all(feature = "prerender", target_arch = "wasm32"))]
        if ctx.props().without_script {
            return Self { stores: crate::prerender::comments(&ctx.props().card) };
        }
        Self { stores: local_comments(&ctx.props().card) }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &StoredCommentsProps) -> bool {
        let (card, before) = (&ctx.props().card, &old.card);
        // The same comments: what was read of them stays read.
        if card.id != before.id || card.url != before.url || card.comments != before.comments {
            self.stores = local_comments(card);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let StoredCommentsProps {
            card,
            locale,
            open,
            render_closed,
            without_script,
            requests,
            on_counts,
            on_total,
            on_submit,
            on_post,
        } = ctx.props().clone();
        let stores = self.stores.clone();
        html! {
            <CommentSection
                {stores} {card} {locale} {open} {render_closed} {without_script} {requests} {on_counts} {on_total} {on_submit} {on_post} />
        }
    }
}
