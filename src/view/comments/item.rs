//! One comment in the list, with the replies to it.

use std::rc::Rc;

use yew::html::Scope;
use yew::prelude::*;

use super::form::{CommentForm, POSITIONS, Shared};
use super::section::{CommentSection, Msg};
use super::{ago, body};
use crate::card::{DeepLink, Filter, WebUrl};
use crate::comments::clean::{clean_line, initials};
use crate::comments::{Capabilities, Comment, DraftTarget, Node, Origin, ReplyTo, markdown};
use crate::text::{CommentStrings, fill};

/// Longer comments are folded, in characters.
const FOLD: usize = 600;

/// What every comment of the list is shown with.
pub struct List<'a> {
    pub link: &'a Scope<CommentSection>,
    pub shared: &'a Rc<Shared>,
    pub words: &'static CommentStrings,
    pub can: Capabilities,
    pub replying: Option<&'a str>,
    pub editing: Option<&'a str>,
    /// The ids of the long comments that are shown whole.
    pub unfolded: &'a [String],
}

/// The id of a comment's element.
pub fn element_id(card: &str, comment: &str) -> String {
    [card, "-comment-", comment].concat()
}

impl List<'_> {
    /// The comments as a list within the list.
    pub fn items(&self, nodes: &[Node]) -> Html {
        html! {
            <ol class="thread">
                { for nodes.iter().map(|node| html! {
                    <li key={&*node.comment.id}>
                        { self.comment(node) }
                        if !node.replies.is_empty() { { self.items(&node.replies) } }
                    </li>
                }) }
            </ol>
        }
    }

    fn comment(&self, node: &Node) -> Html {
        let (comment, words) = (&node.comment, self.words);
        let name = clean_line(&comment.author.name);
        let own = comment.origin == Origin::Own;
        let id = element_id(&self.shared.card.id, &comment.id);
        let content = if self.editing == Some(&comment.id) {
            self.form(&id, DraftTarget::Edit(comment.id.clone()), Some(comment))
        } else {
            self.text(comment, &id)
        };
        html! {
            <article {id} class="comment" part="comment" tabindex="-1" aria-label={name.clone()}>
                <p class="by">
                    <span class="avatar" aria-hidden="true">{ initials(&name) }</span>
                    <strong><bdi>{ match comment.author.url.as_deref().and_then(WebUrl::parse) {
                        Some(url) => body::link(&url, html! { &name }),
                        None => html! { &name },
                    } }</bdi></strong>
                    if comment.origin == Origin::Sample { <span class="mark">{ words.sample }</span> }
                    if own { <span class="mark">{ words.own }</span> }
                    if comment.pending { <span class="mark">{ words.pending }</span> }
                    <a class="when" href={self.permalink(&["comment-", &comment.id].concat())}>
                        { ago::ago(&self.shared.locale, comment.date_created) }
                    </a>
                    if comment.date_modified.is_some() { <span class="note">{ words.edited }</span> }
                </p>
                { self.context(node) }
                { content }
                { self.actions(comment, &name, own) }
                if self.replying == Some(&comment.id) {
                    { self.form(&element_id(&self.shared.card.id, &["reply-", &comment.id].concat()), DraftTarget::Reply(comment.id.clone()), None) }
                }
            </article>
        }
    }

    fn permalink(&self, item: &str) -> String {
        DeepLink { item: Some(item.to_owned()), filter: Filter::default() }.format(&self.shared.card)
    }

    /// Whom it answers, and which claim it is about.
    fn context(&self, node: &Node) -> Html {
        let (comment, words) = (&node.comment, self.words);
        let answers = match &node.reply_to {
            ReplyTo::Above => None,
            ReplyTo::Gone => Some(html! { words.reply_gone }),
            ReplyTo::Named { id, name } => Some(html! {
                <a href={self.permalink(&["comment-", id].concat())}>{ fill(words.in_reply_to, &[&clean_line(name)]) }</a>
            }),
        };
        let about = comment.about.as_deref().and_then(|claim| {
            let number = self.shared.card.claim_number(claim)?;
            let position = comment.position.and_then(|p| POSITIONS.iter().position(|each| *each == p));
            let position = position.map(|at| [": ", words.positions_shown[at]].concat());
            Some(html! {
                <><a href={self.permalink(claim)}>{ fill(words.on_claim, &[&number.to_string()]) }</a>{ position }</>
            })
        });
        if answers.is_none() && about.is_none() {
            return html! {};
        }
        html! { <p class="note context">{ for answers.into_iter().chain(about).map(|part| html! { <span>{ part }</span> }) }</p> }
    }

    fn text(&self, comment: &Rc<Comment>, id: &str) -> Html {
        let whole = markdown::parse(&comment.text);
        let folded = markdown::fold(&whole, FOLD);
        let unfolded = self.unfolded.contains(&comment.id);
        let text_id = [id, "-text"].concat();
        html! {
            <>
                <div key="text" id={text_id.clone()} class="text">{ body::blocks(if unfolded { &whole } else { folded.as_ref().unwrap_or(&whole) }) }</div>
                if folded.is_some() {
                    <button key="fold" type="button" class="quiet live" aria-expanded={unfolded.to_string()} aria-controls={text_id} onclick={self.ask(comment, Msg::Unfold)}>
                        { if unfolded { self.words.less } else { self.words.more } }
                    </button>
                }
            </>
        }
    }

    fn ask(&self, comment: &Comment, make: fn(String) -> Msg) -> Callback<MouseEvent> {
        let id = comment.id.clone();
        self.link.callback(move |_| make(id.clone()))
    }

    fn actions(&self, comment: &Rc<Comment>, name: &str, own: bool) -> Html {
        let (words, can) = (self.words, self.can);
        let likes = comment.upvote_count.to_string();
        let like = {
            let (id, liked) = (comment.id.clone(), comment.liked);
            self.link.callback(move |_| Msg::Like(id.clone(), !liked))
        };
        let visible =
            if comment.upvote_count > 0 { [words.like, " ", &likes].concat() } else { words.like.to_owned() };
        // What is seen comes first in what is said: voice control goes by it.
        let like_name = [&visible, ", ", &fill(words.like_name, &[name])].concat();
        let excerpt: String = clean_line(&comment.text).chars().take(30).collect();
        html! {
            <p class="actions live">
                if can.vote {
                    <button type="button" class="quiet" aria-pressed={comment.liked.to_string()} aria-label={like_name} onclick={like}>
                        { visible }
                    </button>
                }
                if can.reply {
                    <button type="button" class="quiet" id={self.button_id("reply", comment)} aria-label={fill(words.reply_to, &[name])} aria-expanded={(self.replying == Some(&comment.id)).to_string()} onclick={self.ask(comment, Msg::Reply)}>{ words.reply }</button>
                }
                if own && can.edit {
                    <button type="button" class="quiet" id={self.button_id("edit", comment)} aria-label={fill(words.edit_name, &[&excerpt])} onclick={self.ask(comment, Msg::Edit)}>{ words.edit }</button>
                }
                if own && can.delete {
                    <button type="button" class="quiet" aria-label={fill(words.delete_name, &[&excerpt])} onclick={self.ask(comment, Msg::Delete)}>{ words.delete }</button>
                }
            </p>
        }
    }

    fn button_id(&self, what: &str, comment: &Comment) -> String {
        button_id(&self.shared.card.id, what, &comment.id)
    }

    fn form(&self, id: &str, target: DraftTarget, original: Option<&Rc<Comment>>) -> Html {
        let edits = original.is_some();
        html! {
            <CommentForm
                key="form" place={Rc::clone(self.shared)} {target} original={original.cloned()}
                prefix={[id, "-"].concat()}
                done={self.link.callback(move |comment| if edits { Msg::Edited(comment) } else { Msg::Posted(comment) })}
                cancel={self.link.callback(move |()| if edits { Msg::CancelEdit } else { Msg::CancelReply })} />
        }
    }
}

/// The id of a comment's button, to which the focus comes back.
pub fn button_id(card: &str, what: &str, comment: &str) -> String {
    [card, "-", what, "-", comment].concat()
}
