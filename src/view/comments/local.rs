//! The comment section of a card whose comments are kept in the reader's own browser: its line with the count, and
//! what is below it, which comes in a piece of the program of its own, at the first sign that the reader wants it.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::stored::StoredCommentsProps;
use super::{Mailbox, count_stored_comments, dom};
use crate::card::{Card, SampleComment};
use crate::comments::Comment;
use crate::comments::section::Request;
use crate::pieces::{self, Piece, RenderComments, Status};
use crate::text::{Locale, date};
use crate::view::{coming, element, rendered, whole};

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
    /// Render what is closed, too: the page is printed.
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

/// The comment section: a line with a count at first.
pub struct LocalComments {
    open: bool,
    /// How many comments there are. Counted here until the section is there, which says.
    count: usize,
    /// What it renders the section with.
    piece: Piece<RenderComments>,
    /// What was asked of the section: it waits until the section is there.
    requests: Mailbox<Request>,
    on_total: Callback<usize>,
    summary: NodeRef,
    /// The reader asked for it again, by a button that has the focus.
    is_tried_again: bool,
    /// That button may go away with the next rendering.
    may_lose_focus: bool,
}

/// What can happen to it.
pub enum Message {
    /// The reader may be about to open the section.
    Nearby,
    /// The reader opened the section, or closed it.
    Toggled(bool),
    /// The reader wants it tried again.
    Retried,
    /// The card asks for something.
    Requested(Request),
    /// The piece is there, or could not be had.
    Came,
    /// How many comments there are.
    Counted(usize),
}

impl Component for LocalComments {
    type Message = Message;
    type Properties = LocalCommentsProps;

    fn create(ctx: &Context<Self>) -> Self {
        let (props, link) = (ctx.props(), ctx.link());
        let waited = props.requests.listen(link.callback(Message::Requested));
        let mut made = Self {
            open: false,
            count: match &props.card {
                card if crate::prerender::is(props.without_script) => card.comments.len(),
                card => count(card),
            },
            piece: Piece::new(pieces::comments),
            requests: Mailbox::default(),
            on_total: link.callback(Message::Counted),
            summary: NodeRef::default(),
            is_tried_again: false,
            may_lose_focus: false,
        };
        if !pieces::ARE_APART {
            made.load(ctx);
        }
        for request in waited {
            made.request(ctx, request);
        }
        made
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &LocalCommentsProps) -> bool {
        let props = ctx.props();
        if props.card != old.card {
            self.count = count(&props.card);
        }
        if props.render_closed && !old.render_closed {
            // Too late for this print, but not for the next.
            self.load(ctx);
        }
        if props.requests != old.requests {
            for request in props.requests.listen(ctx.link().callback(Message::Requested)) {
                self.request(ctx, request);
            }
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Nearby => {
                if let Status::Away = self.piece.status() {
                    self.load(ctx);
                }
                false
            }
            Message::Toggled(open) => {
                // What is open already tells so, too.
                let is_new = std::mem::replace(&mut self.open, open) != open;
                if open {
                    self.load(ctx);
                }
                is_new
            }
            Message::Retried => {
                self.is_tried_again = true;
                self.load(ctx);
                true
            }
            Message::Requested(request) => {
                self.request(ctx, request);
                true
            }
            Message::Came => {
                let is_here = matches!(self.piece.status(), Status::Here(_));
                self.may_lose_focus = std::mem::take(&mut self.is_tried_again) && is_here;
                true
            }
            Message::Counted(count) => std::mem::replace(&mut self.count, count) != count,
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if std::mem::take(&mut self.may_lose_focus) {
            dom::focus_where_lost(&self.summary);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        rendered::count(|rendered| rendered.comments += 1);
        let LocalCommentsProps { locale, level, without_script, .. } = ctx.props();
        let (link, words) = (ctx.link(), locale.words);
        let tag = element::heading_tag(*level);
        let ontoggle = link.batch_callback(|event: Event| {
            // The details within it toggle, too.
            let details = event.target_dyn_into::<HtmlDetailsElement>()?;
            details.class_list().contains("comments").then(|| Message::Toggled(details.open()))
        });
        let heading = match self.count {
            0 => words.no_comments.to_owned(),
            count => words.comments.count(locale, count),
        };
        // Without a script it opens only where there are comments to read; else its room is kept for the live one.
        let is_static = crate::prerender::is(*without_script);
        let gist = if self.open || is_static { String::new() } else { whole(words.leave_comment) };
        let class = match self.count {
            0 if is_static => "part comments room live",
            // On paper nothing can be left.
            0 => "part comments live",
            _ => "part comments",
        };
        html! {
            <details {class} part="comments" open={self.open} {ontoggle}>
                <summary
                    ref={self.summary.clone()} onpointerover={link.callback(|_| Message::Nearby)}
                    onfocusin={link.callback(|_| Message::Nearby)}>
                    <@{tag}>{ heading }</@>
                    <span class="gist live">{ gist }</span>
                </summary>
                { self.content(ctx) }
            </details>
        }
    }
}

impl LocalComments {
    fn load(&self, ctx: &Context<Self>) {
        self.piece.fetch(ctx.link().callback(|()| Message::Came));
    }

    fn request(&mut self, ctx: &Context<Self>, request: Request) {
        self.open = true;
        self.load(ctx);
        self.requests.send(request);
    }

    /// What is below the line.
    fn content(&self, ctx: &Context<Self>) -> Html {
        if let Status::Here(render) = self.piece.status() {
            let props = ctx.props().clone();
            return render(StoredCommentsProps {
                card: props.card,
                locale: props.locale,
                open: self.open,
                render_closed: props.render_closed,
                without_script: props.without_script,
                requests: self.requests.clone(),
                on_counts: props.on_counts,
                on_total: self.on_total.clone(),
                on_submit: props.on_submit,
                on_post: props.on_post,
            });
        }
        let LocalCommentsProps { card, locale, render_closed, .. } = ctx.props();
        if *render_closed {
            return samples(&card.comments, self.count, locale);
        }
        if !self.open {
            return html! {};
        }
        let retry = ctx.link().callback(|_| Message::Retried);
        coming(locale, self.piece.status(), locale.words.comments_missing, &retry)
    }
}

/// The comments of the card file, their texts as they were typed: for a print that cannot wait for the piece with the
/// section in it. `count` is how many there are in all.
fn samples(comments: &[SampleComment], count: usize, locale: &Locale) -> Html {
    let sample = |comment: &SampleComment| {
        let by = vec![
            element::text("strong", "", &comment.author),
            html! { " " },
            element::text("span", "note", &date(locale, &comment.date_created)),
        ];
        let parts = vec![element::list("p", "", by), element::text("p", "typed", &comment.text)];
        element::list("li", "comment", parts)
    };
    let kept = if count > comments.len() { locale.words.kept_not_printed } else { "" };
    html! {
        <>
            { element::list("ol", "thread", comments.iter().map(sample).collect()) }
            { element::text("p", "note", kept) }
        </>
    }
}

/// How many comments there are on a card's article: the samples, and those kept in this browser.
fn count(card: &Card) -> usize {
    card.comments.len() + count_stored_comments(card)
}
