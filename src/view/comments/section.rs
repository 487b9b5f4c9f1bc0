//! The section as a whole: what is shown, what was done last, and where the focus goes.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlSelectElement};
use yew::prelude::*;

use super::form::{CommentForm, Shared};
use super::item::{List, button_id, element_id};
use super::place::{Place, at_once};
use super::{dom, mine};
use crate::card::Card;
use crate::comments::{
    Change, Comment, DraftTarget, Field, Imported, Node, Page, Query, Sort, StoreError, StoreFuture,
    Subscription,
};
use crate::state::AboutRequest;
use crate::text::{CommentStrings, Locale, fill, number};

/// So many comments are shown at first, and more at each "Show more".
const PAGE: usize = 20;
const SORTS: [Sort; 3] = [Sort::Newest, Sort::Oldest, Sort::MostLiked];

/// What a [`CommentSection`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct CommentSectionProps {
    /// The card whose article is commented on.
    pub card: Rc<Card>,
    /// The language of the interface.
    pub locale: Locale,
    /// The level of the section's heading, 1 to 6.
    #[prop_or(3)]
    pub level: u8,
    /// A claim that the reader wants to comment on, or whose comments they want to see.
    #[prop_or_default]
    pub about: Option<AboutRequest>,
    /// A comment to bring into view: its id, and a number that counts up, so that the same one can be
    /// asked for twice.
    #[prop_or_default]
    pub show: Option<(String, u32)>,
    /// How many comments each claim has, at first and whenever that changes.
    #[prop_or_default]
    pub on_counts: Callback<Rc<Vec<(String, usize)>>>,
    /// A comment is about to be stored: false keeps it from being so. Its id is empty.
    #[prop_or(Callback::from(|_| true))]
    pub on_submit: Callback<Rc<Comment>, bool>,
    /// A comment was stored.
    #[prop_or_default]
    pub on_post: Callback<Rc<Comment>>,
}

pub enum Msg {
    Toggle(bool),
    Listed(Result<Page, StoreError>),
    Sort(Sort),
    More,
    ShowAll,
    Reply(String),
    CancelReply,
    Edit(String),
    CancelEdit,
    Posted(Rc<Comment>),
    Edited(Rc<Comment>),
    Delete(String),
    Deleted(Result<Rc<Comment>, StoreError>),
    Undo,
    Restored(Result<Rc<Comment>, StoreError>),
    Like(String, bool),
    Liked(Result<Rc<Comment>, StoreError>),
    Unfold(String),
    Changed(Change),
    Export,
    Import(String),
    Sure(bool),
    DeleteAll,
}

/// The comment section of a card: collapsed to a count at first.
pub struct CommentSection {
    shared: Rc<Shared>,
    page: Page,
    query: Query,
    open: bool,
    replying: Option<String>,
    editing: Option<Rc<Comment>>,
    unfolded: Vec<String>,
    /// What was said last, aloud and in sight.
    said: String,
    /// The comment as it was before the last edit or deletion.
    undo: Option<Rc<Comment>>,
    sure: bool,
    /// The claim that the main form is asked to be about.
    about: Option<(String, u32)>,
    /// The ids of elements of which the first that is there gets the focus after rendering.
    focus: Vec<String>,
    /// The comment to focus once the list that is awaited is there.
    awaited: Option<String>,
    /// Counts the main form's lives: a new one after everything was deleted.
    life: u32,
    counts: Rc<Vec<(String, usize)>>,
    root: NodeRef,
    watch: Option<Subscription>,
}

impl Component for CommentSection {
    type Message = Msg;
    type Properties = CommentSectionProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut made = Self {
            shared: shared(ctx.props(), Place::open(&ctx.props().card)),
            page: Page::default(),
            query: Query { sort: Sort::Newest, about: None, limit: PAGE, including: None },
            open: false,
            replying: None,
            editing: None,
            unfolded: Vec::new(),
            said: String::new(),
            undo: None,
            sure: false,
            about: None,
            focus: Vec::new(),
            awaited: None,
            life: 0,
            counts: Rc::default(),
            root: NodeRef::default(),
            watch: None,
        };
        // Few comments are there at once: so they are in what is rendered natively, too.
        match at_once(made.shared.place.store.list(made.query.clone())) {
            Ok(listed) => {
                made.listed(ctx, listed);
            }
            Err(later) => ctx.link().send_future(async move { Msg::Listed(later.await) }),
        }
        made.asked(ctx, None);
        made
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &CommentSectionProps) -> bool {
        let props = ctx.props();
        if !Rc::ptr_eq(&props.card, &old.card)
            || props.locale != old.locale
            || props.on_submit != old.on_submit
        {
            let same = props.card.id == old.card.id
                && props.card.url == old.card.url
                && props.card.comments == old.card.comments;
            // The same comments: what was read of them stays read.
            let place = if same { self.shared.place.clone() } else { Place::open(&props.card) };
            self.shared = shared(props, place);
            if !same {
                self.watch(ctx);
                self.life += 1;
                self.list(ctx);
            }
        }
        self.asked(ctx, Some(old));
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let words = self.words();
        let card = &self.shared.card.id;
        match msg {
            Msg::Toggle(open) => {
                let same = self.open == open;
                self.open = open;
                return !same;
            }
            Msg::Listed(listed) => return self.listed(ctx, listed),
            Msg::Sort(sort) => {
                self.query.sort = sort;
                self.list(ctx);
            }
            Msg::More => {
                // The first of the new ones gets the focus.
                let shown = self.page.shown;
                self.query.limit = shown + PAGE;
                self.awaited = Some(String::new());
                self.list(ctx);
            }
            Msg::ShowAll => {
                self.query.about = None;
                self.focus = vec![self.id("sort")];
                self.list(ctx);
            }
            Msg::Reply(id) => {
                self.replying = if self.replying.as_ref() == Some(&id) { None } else { Some(id) };
            }
            Msg::CancelReply => {
                if let Some(id) = self.replying.take() {
                    self.focus = vec![button_id(card, "reply", &id)];
                }
            }
            Msg::Edit(id) => self.editing = find(&self.page.threads, &id),
            Msg::CancelEdit => {
                if let Some(comment) = self.editing.take() {
                    let _ = self.shared.place.drafts.forget(&DraftTarget::Edit(comment.id.clone()));
                    self.focus = vec![button_id(card, "edit", &comment.id)];
                }
            }
            Msg::Posted(comment) => {
                self.replying = None;
                self.say(words.posted);
                // What was just posted must be in sight: on top, or below what it answers.
                if comment.parent_item.is_none() {
                    self.query.sort = Sort::Newest;
                    if self.query.about != comment.about {
                        self.query.about = None;
                    }
                }
                self.bring(ctx, comment.id.clone());
                ctx.props().on_post.emit(comment);
            }
            Msg::Edited(comment) => {
                self.undo = self.editing.take();
                self.said = words.saved.into();
                self.bring(ctx, comment.id.clone());
            }
            Msg::Delete(id) => {
                ask(ctx, self.shared.place.store.delete(&id), Msg::Deleted);
            }
            Msg::Deleted(Ok(comment)) => {
                self.said = words.deleted.into();
                self.undo = Some(comment);
                self.focus = vec![self.id("undo")];
                self.list(ctx);
            }
            Msg::Undo => {
                if let Some(comment) = self.undo.take() {
                    ask(ctx, self.shared.place.store.restore(comment), Msg::Restored);
                }
            }
            Msg::Restored(Ok(comment)) => {
                self.say(words.undone);
                self.bring(ctx, comment.id.clone());
            }
            Msg::Like(id, liked) => ask(ctx, self.shared.place.store.like(&id, liked), Msg::Liked),
            Msg::Liked(Ok(_)) => self.list(ctx),
            Msg::Deleted(Err(error)) | Msg::Restored(Err(error)) | Msg::Liked(Err(error)) => {
                self.say(super::cause(words, error));
                self.list(ctx);
            }
            Msg::Unfold(id) => match self.unfolded.iter().position(|each| *each == id) {
                Some(at) => {
                    self.unfolded.remove(at);
                }
                None => self.unfolded.push(id),
            },
            Msg::Changed(change) => {
                if matches!(change, Change::New(_)) {
                    // What can be undone still can be, and still says what it was.
                    let kept = if self.undo.is_some() { &self.said } else { "" };
                    self.said = if kept.is_empty() {
                        words.new_comment.into()
                    } else {
                        [kept, words.new_comment].join(" ")
                    };
                }
                self.list(ctx);
            }
            Msg::Export => match self.shared.place.notebook.export() {
                Ok(text) => {
                    let _ = dom::save_file(&[card, "-comments.json"].concat(), &text);
                }
                Err(error) => self.say(super::cause(words, error)),
            },
            Msg::Import(text) => match self.shared.place.notebook.import(&text) {
                Ok(Imported { added, known, damaged }) => {
                    let counts = [added, known, damaged].map(|count| count.to_string());
                    self.said = fill(words.imported, &counts.each_ref().map(String::as_str));
                    self.reopen(ctx);
                }
                Err(StoreError::Damaged) => self.say(words.no_file),
                Err(error) => {
                    self.say(super::cause(words, error));
                    self.reopen(ctx);
                }
            },
            Msg::Sure(sure) => {
                self.sure = sure;
                self.focus = vec![self.id(if sure { "delete-yes" } else { "delete-all" })];
            }
            Msg::DeleteAll => {
                match self.shared.place.notebook.delete_everything() {
                    Ok(_) => self.say(words.deleted_all),
                    Err(error) => self.say(super::cause(words, error)),
                }
                (self.sure, self.replying, self.editing, self.about) = (false, None, None, None);
                self.shared.wiped.set(true);
                self.life += 1;
                self.focus = vec![self.id("delete-all")];
                self.reopen(ctx);
            }
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.watch(ctx);
        }
        // `selected` says only what is chosen at first: a choice of ours needs the property.
        if let Some(Ok(select)) =
            dom::find(&self.root, &self.id("sort")).map(JsCast::dyn_into::<HtmlSelectElement>)
        {
            let chosen = SORTS.iter().position(|sort| *sort == self.query.sort).unwrap_or_default();
            select.set_selected_index(i32::try_from(chosen).unwrap_or_default());
        }
        for id in std::mem::take(&mut self.focus) {
            if dom::focus(&self.root, &id) {
                break;
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let words = self.words();
        let link = ctx.link();
        let locale = &self.shared.locale;
        let tag = TAGS[usize::from(ctx.props().level.clamp(1, 6) - 1)];
        let ontoggle = link.batch_callback(|event: Event| {
            // The details within it toggle, too.
            let details = event.target_dyn_into::<HtmlDetailsElement>()?;
            details.class_list().contains("comments").then(|| Msg::Toggle(details.open()))
        });
        let lasting = self.shared.place.store.capabilities().lasting;
        let heading =
            if self.page.all == 0 { words.none.into() } else { words.count.count(locale, self.page.all) };
        html! {
            <details ref={self.root.clone()} class="comments" part="comments" open={self.open} {ontoggle}>
                <summary><@{tag}>{ heading }</@></summary>
                <p key="where" class="note">{ if lasting { words.private } else { words.not_kept } }</p>
                if self.page.damaged > 0 {
                    <p key="damaged" class="note">{ words.damaged.count(locale, self.page.damaged) }</p>
                }
                <div key="leave" class="live" role="group" aria-labelledby={self.id("leave")}>
                    <p id={self.id("leave")} class="label">{ words.leave }</p>
                    <CommentForm
                        key={self.life} place={Rc::clone(&self.shared)} target={DraftTarget::New}
                        about={self.about.clone()} prefix={self.id("new-")} done={link.callback(Msg::Posted)} />
                </div>
                <p key="said" class="said">
                    <span role="status">{ &self.said }</span>
                    if self.undo.is_some() {
                        { " " }<button type="button" class="quiet" id={self.id("undo")} onclick={link.callback(|_| Msg::Undo)}>{ words.undo }</button>
                    }
                </p>
                { self.bar(ctx, words) }
                <div key="list">{ self.threads(ctx, words) }</div>
                { mine::mine(link, words, &self.id("mine"), self.sure) }
            </details>
        }
    }
}

impl CommentSection {
    fn words(&self) -> &'static CommentStrings {
        CommentStrings::of(&self.shared.locale)
    }

    fn id(&self, name: &str) -> String {
        // The tools of `mine` have a prefix of their own.
        let mine = if name.starts_with("delete-") { "mine-" } else { "" };
        [&self.shared.card.id, "-comments-", mine, name].concat()
    }

    fn say(&mut self, text: &str) {
        self.said = text.into();
        self.undo = None;
    }

    fn list(&self, ctx: &Context<Self>) {
        ask(ctx, self.shared.place.store.list(self.query.clone()), Msg::Listed);
    }

    /// Lists so that a comment is in it, and focuses it.
    fn bring(&mut self, ctx: &Context<Self>, id: String) {
        self.query.including = Some(id.clone());
        self.list(ctx);
        self.query.including = None;
        self.awaited = Some(id);
    }

    /// Reads everything again, after it changed behind the store's back.
    fn reopen(&mut self, ctx: &Context<Self>) {
        self.shared = shared(ctx.props(), Place::open(&ctx.props().card));
        self.watch(ctx);
        self.list(ctx);
    }

    fn watch(&mut self, ctx: &Context<Self>) {
        let changed = ctx.link().callback(Msg::Changed);
        self.watch = Some(self.shared.place.store.subscribe(Rc::new(move |change| changed.emit(change))));
    }

    fn listed(&mut self, ctx: &Context<Self>, listed: Result<Page, StoreError>) -> bool {
        let awaited = self.awaited.take();
        match listed {
            Ok(page) => {
                match awaited {
                    Some(id) if id.is_empty() => {
                        let first_new = nth(&page.threads, &mut self.page.shown.clone());
                        self.focus = first_new.map(|c| self.comment_id(&c.id)).into_iter().collect();
                    }
                    Some(id) => self.focus = vec![self.comment_id(&id), self.id("sort")],
                    None => {}
                }
                // What came to be shown stays shown.
                self.query.limit = self.query.limit.max(page.shown);
                if *self.counts != page.counts {
                    self.counts = Rc::new(page.counts.clone());
                    let (told, counts) = (ctx.props().on_counts.clone(), Rc::clone(&self.counts));
                    // Not while rendering: a parent that renders for it would be rendering already.
                    ctx.link().send_future_batch(async move {
                        told.emit(counts);
                        None
                    });
                }
                let same = self.page == page && self.focus.is_empty();
                self.page = page;
                !same
            }
            Err(error) => {
                self.say(super::cause(self.words(), error));
                true
            }
        }
    }

    fn comment_id(&self, id: &str) -> String {
        element_id(&self.shared.card.id, id)
    }

    /// Does what the props newly ask for.
    fn asked(&mut self, ctx: &Context<Self>, old: Option<&CommentSectionProps>) {
        let props = ctx.props();
        if let Some(request) = props.about.as_ref().filter(|_| old.is_none_or(|old| old.about != props.about))
        {
            self.open = true;
            if request.write {
                self.about = Some((request.claim.clone(), request.serial));
                self.focus = vec![super::fields::id(&self.id("new-"), Field::Text)];
            } else {
                self.query.about = Some(request.claim.clone());
                self.focus = vec![self.id("all")];
                self.list(ctx);
            }
        }
        if let Some((id, _)) = props.show.as_ref().filter(|_| old.is_none_or(|old| old.show != props.show)) {
            self.open = true;
            self.query.about = None;
            self.bring(ctx, id.clone());
        }
    }

    /// Order and filter.
    fn bar(&self, ctx: &Context<Self>, words: &'static CommentStrings) -> Html {
        let link = ctx.link();
        let onchange = link.callback(|event: Event| {
            let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            Msg::Sort(usize::try_from(index).ok().and_then(|i| SORTS.get(i)).copied().unwrap_or_default())
        });
        let about = self.query.about.as_deref().and_then(|claim| self.shared.card.claim_number(claim));
        html! {
            <p key="bar" class="bar live">
                <label key="sort">
                    <span class="hidden">{ words.sort }</span>
                    <select id={self.id("sort")} {onchange}>
                        { for SORTS.iter().zip(words.sorts).map(|(sort, name)| html! { <option selected={*sort == self.query.sort}>{ name }</option> }) }
                    </select>
                </label>
                if let Some(claim) = about {
                    <span key="about" class="only">
                        { fill(words.only_about, &[&claim.to_string()]) }{ " " }
                        <button type="button" class="quiet" id={self.id("all")} onclick={link.callback(|_| Msg::ShowAll)}>{ words.show_all }</button>
                    </span>
                }
            </p>
        }
    }

    fn threads(&self, ctx: &Context<Self>, words: &'static CommentStrings) -> Html {
        if self.page.threads.is_empty() {
            return html! { <p class="note">{ words.empty }</p> };
        }
        let list = List {
            link: ctx.link(),
            shared: &self.shared,
            words,
            can: self.shared.place.store.capabilities(),
            replying: self.replying.as_deref(),
            editing: self.editing.as_ref().map(|comment| comment.id.as_str()),
            unfolded: &self.unfolded,
        };
        let count = |count| number(&self.shared.locale, count);
        html! {
            <>
                { list.items(&self.page.threads) }
                if self.page.has_more() {
                    <p class="actions live">
                        <button type="button" onclick={ctx.link().callback(|_| Msg::More)}>{ words.show_more }</button>
                        <span class="note">{ fill(words.showing, &[&count(self.page.shown), &count(self.page.total)]) }</span>
                    </p>
                }
            </>
        }
    }
}

fn ask<T: 'static>(
    ctx: &Context<CommentSection>,
    answer: StoreFuture<T>,
    make: fn(Result<T, StoreError>) -> Msg,
) {
    ctx.link().send_future(async move { make(answer.await) });
}

fn shared(props: &CommentSectionProps, place: Place) -> Rc<Shared> {
    Rc::new(Shared {
        place,
        card: Rc::clone(&props.card),
        locale: props.locale.clone(),
        on_submit: props.on_submit.clone(),
        wiped: Cell::new(false),
    })
}

fn find(nodes: &[Node], id: &str) -> Option<Rc<Comment>> {
    nodes.iter().find_map(|node| {
        if node.comment.id == id { Some(Rc::clone(&node.comment)) } else { find(&node.replies, id) }
    })
}

/// The comment at a place in reading order, counted from 0.
fn nth(nodes: &[Node], place: &mut usize) -> Option<Rc<Comment>> {
    for node in nodes {
        if *place == 0 {
            return Some(Rc::clone(&node.comment));
        }
        *place -= 1;
        if let Some(found) = nth(&node.replies, place) {
            return Some(found);
        }
    }
    None
}
