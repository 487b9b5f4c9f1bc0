//! One comment of the list.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Button, button};
use super::events::on_event;
use super::form::CommentForm;
use super::form_view::POSITIONS;
use super::layout::Ctx;
use super::{ago, body, ids};
use crate::card::{DeepLink, Filter, WebUrl};
use crate::comments::clean::{clean_line, initials};
use crate::comments::section::Action;
use crate::comments::{Comment, DraftTarget, Node, Origin, ReplyTo};
use crate::text::{fill, upper_case};
use crate::view::element;

/// A comment with its buttons, and the form that one of them opened.
pub fn comment(ctx: &Ctx, node: &Node) -> Html {
    let comment = &node.comment;
    let name = clean_line(&comment.author.name);
    let id = ids::comment(&ctx.card.id, &comment.id);
    let editing = ctx.section.editing.as_ref().filter(|editing| editing.id == comment.id);
    html! {
        <article id={id.clone()} class="comment" part="comment" tabindex="-1" aria-label={name.clone()}>
            { by(ctx, comment, &name) }
            { context(ctx, node) }
            if let Some(editing) = editing { { edit_form(ctx, editing, &id) } }
            if editing.is_none() || ctx.is_printed { { text(ctx, comment, &id) } }
            if !ctx.is_static { { actions(ctx, comment, &name) } }
            if ctx.section.replying.as_ref() == Some(&comment.id) { { reply_form(ctx, comment) } }
        </article>
    }
}

/// Who wrote it and when.
fn by(ctx: &Ctx, comment: &Comment, name: &str) -> Html {
    let (words, tag) = (ctx.words, &ctx.locale.tag);
    // How long ago it was would be wrong by the time it is read.
    let when = if ctx.is_static || ctx.is_printed {
        let iso = comment.date_created.iso();
        html! { <time datetime={iso.clone()}>{ crate::prerender::date(ctx.is_static, ctx.locale, &iso) }</time> }
    } else {
        ago::ago(ctx.formats, tag, comment.date_created, ctx.now)
    };
    let letters = initials(name, &|word| ctx.formats.first_character(tag, word), &upper_case);
    let signed = match comment.author.url.as_deref().and_then(WebUrl::parse) {
        Some(url) => body::link(&url, html! { name }),
        None => html! { name },
    };
    let mark =
        |is_so, class, words| if is_so { element::text("span", class, words) } else { Html::default() };
    let who = vec![
        element::around("strong", "", element::around("bdi", "", signed)),
        mark(comment.origin == Origin::Sample, "mark", words.sample),
        mark(comment.origin == Origin::Own, "mark", words.own),
        mark(comment.pending, "mark", words.pending),
    ];
    let parts = vec![
        html! { <span class="avatar" aria-hidden="true">{ letters }</span> },
        element::list("span", "", who),
        fragment_link(ctx, "when", permalink(ctx, &comment.id), when),
        mark(comment.date_modified.is_some(), "note", words.edited),
    ];
    element::list("p", "by", parts)
}

/// A link to a part of the card. Without a script it finds nothing in a shadow root, and its text stands alone.
fn fragment_link(ctx: &Ctx, class: &'static str, href: String, text: Html) -> Html {
    if ctx.is_static {
        element::around("span", class, text)
    } else {
        html! { <a class={(!class.is_empty()).then_some(class)} {href}>{ text }</a> }
    }
}

fn permalink(ctx: &Ctx, comment: &str) -> String {
    link(ctx, ["comment-", comment].concat())
}

fn link(ctx: &Ctx, item: String) -> String {
    DeepLink { item: Some(item), filter: Filter::default() }.format(ctx.card)
}

/// Whom it answers, and which claim it is about.
fn context(ctx: &Ctx, node: &Node) -> Html {
    let (comment, words) = (&node.comment, ctx.words);
    let answers = match &node.reply_to {
        ReplyTo::Above => None,
        ReplyTo::Gone => Some(html! { words.reply_gone }),
        ReplyTo::Named { id, name } => {
            let text = fill(words.in_reply_to, &[&clean_line(name)]);
            Some(fragment_link(ctx, "", permalink(ctx, id), html! { text }))
        }
    };
    let about = comment.about.as_deref().and_then(|claim| {
        let number = ctx.card.claim_number(claim)?;
        let position = comment.position.and_then(|p| POSITIONS.iter().position(|each| *each == p));
        let position = position.map(|at| [": ", words.positions_shown[at]].concat());
        let text = fill(words.on_claim, &[&number.to_string()]);
        Some(html! { <>{ fragment_link(ctx, "", link(ctx, claim.to_owned()), html! { text }) }{ position }</> })
    });
    if answers.is_none() && about.is_none() {
        return html! {};
    }
    let parts = answers.into_iter().chain(about).map(|part| element::around("span", "", part));
    element::list("p", "note context", parts.collect())
}

fn text(ctx: &Ctx, comment: &Comment, id: &str) -> Html {
    let folded = comment.folded().filter(|_| !ctx.is_static && !ctx.is_printed);
    let unfolded = ctx.section.unfolded.contains(&comment.id);
    let shown = folded.filter(|_| !unfolded).unwrap_or_else(|| comment.blocks());
    let text_id = [id, "-text"].concat();
    let toggle = ctx.ask(Action::Unfold, &comment.id);
    let word = if unfolded { ctx.words.less } else { ctx.words.more };
    let fold = Button {
        class: "link live",
        expanded: Some(unfolded),
        controls: Some(text_id.clone()),
        ..Button::default()
    };
    html! {
        <>
            <div key="text" id={text_id} class="text">{ body::blocks(shown) }</div>
            if folded.is_some() { { button(word.into(), toggle, fold) } }
        </>
    }
}

fn actions(ctx: &Ctx, comment: &Comment, name: &str) -> Html {
    let (words, can, id) = (ctx.words, ctx.can, &*comment.id);
    let own = comment.origin == Origin::Own;
    let replying = ctx.section.replying.as_ref() == Some(&comment.id);
    let likes = comment.upvote_count.to_string();
    let visible =
        if comment.upvote_count > 0 { [words.like, " ", &likes].concat() } else { words.like.to_owned() };
    // What is seen comes first in what is said: voice control goes by it.
    let like_name = [&visible, ctx.locale.words.between, &fill(words.like_name, &[name])].concat();
    let like: fn(String) -> Action =
        if comment.liked { |id| Action::Like(id, false) } else { |id| Action::Like(id, true) };
    let excerpt: String = clean_line(&comment.text).chars().take(30).collect();
    let place = |name| Some(ids::button(&ctx.card.id, name, comment));
    let with = |label| Button { label: Some(label), ..Button::default() };
    let button = |is_there: bool, text: &str, action, parts| {
        if is_there { button(text.to_owned(), ctx.ask(action, id), parts) } else { Html::default() }
    };
    let reply =
        Button { id: place("reply"), expanded: Some(replying), ..with(fill(words.reply_to, &[name])) };
    let edit = Button { id: place("edit"), ..with(fill(words.edit_name, &[&excerpt])) };
    let parts = vec![
        button(can.vote, &visible, like, Button { pressed: Some(comment.liked), ..with(like_name) }),
        button(can.reply, words.reply, Action::Reply, reply),
        button(own && can.edit, words.edit, Action::Edit, edit),
        button(own && can.delete, words.delete, Action::Delete, with(fill(words.delete_name, &[&excerpt]))),
    ];
    element::list("p", "actions live", parts)
}

fn edit_form(ctx: &Ctx, comment: &Rc<Comment>, id: &str) -> Html {
    html! {
        <CommentForm
            key="edit" context={Rc::clone(ctx.forms)} target={DraftTarget::Edit(comment.id.clone())}
            original={Rc::clone(comment)} prefix={[id, "-"].concat()}
            done={on_event(ctx.dispatch, Action::Edited)} cancel={on_event(ctx.dispatch, |()| Action::CancelEdit)} />
    }
}

fn reply_form(ctx: &Ctx, comment: &Comment) -> Html {
    let prefix = ids::comment(&ctx.card.id, &["reply-", &comment.id, "-"].concat());
    html! {
        <CommentForm
            key="reply" context={Rc::clone(ctx.forms)} target={DraftTarget::Reply(comment.id.clone())} {prefix}
            done={on_event(ctx.dispatch, Action::Posted)} cancel={on_event(ctx.dispatch, |()| Action::CancelReply)} />
    }
}
