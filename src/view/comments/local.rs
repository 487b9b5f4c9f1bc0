//! The comment section of a card whose comments are kept in the reader's own browser.

use std::rc::Rc;

use yew::prelude::*;

use super::{CommentSection, Mailbox, local_comments};
use crate::card::Card;
use crate::comments::section::Request;
use crate::comments::{Comment, CommentStores};
use crate::text::Locale;

/// What [`LocalComments`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct LocalCommentsProps {
    /// The card whose article is commented on.
    pub card: Rc<Card>,
    /// The language of the interface.
    pub locale: Locale,
    /// The level of the section's heading, 1 to 6.
    #[prop_or(3)]
    pub level: u8,
    /// Render what is closed, too.
    #[prop_or_default]
    pub render_closed: bool,
    /// Render for a page that is read without a script: the comments alone, whether the section is closed or not.
    #[prop_or_default]
    pub without_script: bool,
    /// What the card asks of the section.
    #[prop_or_default]
    pub requests: Mailbox<Request>,
    /// How many comments each claim has, whenever that changes.
    #[prop_or_default]
    pub on_counts: Callback<Rc<Vec<(String, usize)>>>,
    /// A comment is about to be stored: false keeps it from being so. Its id is empty.
    #[prop_or(Callback::from(|_| true))]
    pub on_submit: Callback<Rc<Comment>, bool>,
    /// A comment was stored.
    #[prop_or_default]
    pub on_post: Callback<Rc<Comment>>,
}

/// Opens the comments on a card's article, and opens others when the card becomes another.
pub struct LocalComments {
    stores: CommentStores,
}

impl Component for LocalComments {
    type Message = ();
    type Properties = LocalCommentsProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { stores: local_comments(&ctx.props().card) }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &LocalCommentsProps) -> bool {
        let (card, before) = (&ctx.props().card, &old.card);
        // The same comments: what was read of them stays read.
        if card.id != before.id || card.url != before.url || card.comments != before.comments {
            self.stores = local_comments(card);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let LocalCommentsProps {
            card,
            locale,
            level,
            render_closed,
            without_script,
            requests,
            on_counts,
            on_submit,
            on_post,
        } = ctx.props().clone();
        let stores = self.stores.clone();
        html! {
            <CommentSection {stores} {card} {locale} {level} {render_closed} {without_script} {requests} {on_counts} {on_submit} {on_post} />
        }
    }
}
