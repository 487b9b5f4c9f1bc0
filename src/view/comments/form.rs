//! The form: for a comment, for a reply, and for an edit of one's own comment.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::{
    HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent, KeyboardEvent,
};
use yew::prelude::*;

use super::{body, dom, fields, place::Place};
use crate::card::{Card, Position};
use crate::comments::{
    Comment, Draft, DraftTarget, Field, Form, NewComment, Problem, SavedAuthor, StoreError, Time, limits,
    markdown,
};
use crate::text::{CommentStrings, Locale, fill};

/// Text is kept so many milliseconds after the last key.
const DRAFT_DELAY: u32 = 400;
/// The positions in the order offered; the last is the one taken where none is chosen.
pub const POSITIONS: [Position; 4] = [Position::Support, Position::Deny, Position::Query, Position::Comment];

#[derive(Clone, PartialEq, Properties)]
pub struct CommentFormProps {
    pub place: Rc<Shared>,
    /// What is written; it does not change while the form lives.
    pub target: DraftTarget,
    /// The comment that is edited.
    #[prop_or_default]
    pub original: Option<Rc<Comment>>,
    /// The claim that the form is asked to be about, and how often that was asked.
    #[prop_or_default]
    pub about: Option<(String, u32)>,
    /// What the ids of the fields start with.
    pub prefix: String,
    pub done: Callback<Rc<Comment>>,
    /// Closes the form; none for the form that always stays.
    #[prop_or_default]
    pub cancel: Option<Callback<()>>,
}

/// What all forms of one section share.
pub struct Shared {
    pub place: Place,
    pub card: Rc<Card>,
    pub locale: Locale,
    /// Asks the page; false where it says no.
    pub on_submit: Callback<Rc<Comment>, bool>,
    /// Everything is being deleted: a form that closes now must not keep its draft.
    pub wiped: Cell<bool>,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

pub enum Msg {
    Typed(Field, String),
    Remember(bool),
    Position(Position),
    NotAbout,
    Preview,
    KeepDraft,
    Leaving,
    Submit,
    Answer(Result<Rc<Comment>, StoreError>),
    Copy,
}

/// Why posting failed.
#[derive(Clone, Copy, PartialEq)]
enum Failure {
    Store(StoreError),
    Page,
}

#[expect(clippy::struct_excessive_bools, reason = "what the form shows, each independent of the others")]
pub struct CommentForm {
    form: Form,
    remember: bool,
    problems: Vec<(Field, Problem)>,
    failure: Option<Failure>,
    /// The draft as it could not be kept.
    draft_lost: bool,
    copied: Option<bool>,
    preview: bool,
    busy: bool,
    focus_problem: bool,
    area: NodeRef,
    timer: Option<Timeout>,
    leaving: Option<EventListener>,
}

impl Component for CommentForm {
    type Message = Msg;
    type Properties = CommentFormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let drafts = &props.place.place.drafts;
        let saved = drafts.author().ok().flatten();
        let remember = saved.is_some();
        let saved = saved.unwrap_or_default();
        let draft = drafts.load(&props.target).ok().flatten();
        let draft = draft.unwrap_or_else(|| Draft {
            text: props.original.as_ref().map_or_else(String::new, |comment| comment.text.clone()),
            ..Draft::default()
        });
        let form = Form {
            text: draft.text,
            name: saved.name,
            email: saved.email,
            website: saved.website,
            parent_item: if let DraftTarget::Reply(id) = &props.target { Some(id.clone()) } else { None },
            about: draft.about.filter(|claim| props.place.card.claim(claim).is_some()),
            position: draft.position,
        };
        let mut made = Self {
            form,
            remember,
            problems: Vec::new(),
            failure: None,
            draft_lost: false,
            copied: None,
            preview: false,
            busy: false,
            focus_problem: false,
            area: NodeRef::default(),
            timer: None,
            leaving: None,
        };
        made.take_about(props);
        made
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &CommentFormProps) -> bool {
        if ctx.props().about != old.about {
            self.take_about(ctx.props());
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Typed(field, text) => {
                match field {
                    Field::Text => self.form.text = text,
                    Field::Name => self.form.name = text,
                    Field::Email => self.form.email = text,
                    Field::Website => self.form.website = text,
                }
                self.copied = None;
                self.problems.retain(|(each, _)| *each != field);
                self.draft_later(ctx, field);
            }
            Msg::Remember(remember) => {
                self.remember = remember;
                if !remember {
                    // Unticked means gone, at once.
                    let _ = ctx.props().place.place.drafts.keep_author(None);
                }
            }
            Msg::Position(position) => {
                self.form.position = Some(position);
                self.draft_later(ctx, Field::Text);
            }
            Msg::NotAbout => {
                (self.form.about, self.form.position) = (None, None);
                self.keep_draft(ctx);
                self.focus_text();
            }
            Msg::Preview => self.preview = !self.preview,
            Msg::KeepDraft => {
                let lost = self.draft_lost;
                self.keep_draft(ctx);
                return lost != self.draft_lost;
            }
            Msg::Leaving => {
                if self.timer.take().is_some() {
                    self.keep_draft(ctx);
                }
                return false;
            }
            Msg::Submit => self.submit(ctx),
            Msg::Answer(answer) => self.answer(ctx, answer),
            Msg::Copy => self.copied = Some(dom::copy(&self.area)),
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            if let Some(window) = web_sys::window() {
                // Closing the tab, or putting it aside on a telephone: the last that is heard of it.
                let link = ctx.link().clone();
                self.leaving =
                    Some(EventListener::new(&window, "pagehide", move |_| link.send_message(Msg::Leaving)));
            }
            if ctx.props().cancel.is_some() {
                self.focus_text();
            }
        }
        if std::mem::take(&mut self.focus_problem) {
            let field = self.problems.first().map_or(Field::Text, |(field, _)| *field);
            dom::focus(&self.area, &fields::id(&ctx.props().prefix, field));
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        if self.timer.take().is_some() && !ctx.props().place.wiped.get() {
            self.keep_draft(ctx);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = CommentStrings::of(&props.place.locale);
        let link = ctx.link();
        let edits = props.original.is_some();
        let onsubmit = link.callback(|event: SubmitEvent| {
            event.prevent_default();
            Msg::Submit
        });
        let onkeydown = link.batch_callback(|event: KeyboardEvent| {
            let posts =
                event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing();
            posts.then(|| {
                event.prevent_default();
                Msg::Submit
            })
        });
        let post = match props.target {
            DraftTarget::New => words.post,
            DraftTarget::Reply(_) => words.post_reply,
            DraftTarget::Edit(_) => words.save,
        };
        let shared = fields::Shared { words, prefix: &props.prefix, problems: &self.problems };
        // Every part has a key: what comes and goes must not take the text area with it.
        html! {
            // `novalidate`: the browser's own bubbles are neither kept on the page nor linked to a field.
            <form key="form" class="comment-form live" part="comment-form" novalidate=true {onsubmit} {onkeydown}>
                if !edits { <p key="rules" class="note">{ words.rules }</p> }
                if let Some(number) = self.claim_number(props) { { self.about(ctx, words, number) } }
                <div key="text" class="field">
                    { shared.label(Field::Text) }
                    <textarea
                        ref={self.area.clone()} id={shared.id(Field::Text)} rows="4" dir="auto" aria-required="true"
                        aria-invalid={shared.problem(Field::Text).map(|_| "true")}
                        aria-describedby={shared.described(Field::Text, "markdown")}
                        value={self.form.text.clone()} oninput={link.callback(|event: InputEvent| {
                            Msg::Typed(Field::Text, event.target_unchecked_into::<HtmlTextAreaElement>().value())
                        })} />
                    { self.counter(props, words) }
                    <p id={[&props.prefix, "markdown"].concat()} class="note">{ words.markdown }</p>
                    { shared.error(Field::Text) }
                </div>
                if !edits { <div key="who" class="who">{ self.who(ctx, &shared) }</div> }
                <p key="do" class="actions">
                    <button type="submit" class="post" aria-disabled={self.busy.then_some("true")}>{ post }</button>
                    <button type="button" class="quiet" aria-pressed={self.preview.to_string()} onclick={link.callback(|_| Msg::Preview)}>{ words.preview }</button>
                    if let Some(cancel) = &props.cancel {
                        <button type="button" class="quiet" onclick={cancel.reform(|_| ())}>{ words.cancel }</button>
                    }
                </p>
                <div key="failure" role="alert">{ self.failure(ctx, words) }</div>
                if self.preview {
                    <div key="preview" class="preview" role="group" aria-label={words.preview}>{ body::blocks(&markdown::parse(&self.form.text)) }</div>
                }
            </form>
        }
    }
}

impl CommentForm {
    fn take_about(&mut self, props: &CommentFormProps) {
        if let Some((claim, _)) = &props.about {
            self.form.about = Some(claim.clone());
        }
    }

    fn claim_number(&self, props: &CommentFormProps) -> Option<usize> {
        props.place.card.claim_number(self.form.about.as_deref()?)
    }

    fn focus_text(&self) {
        if let Some(area) = self.area.cast::<HtmlElement>() {
            let _ = area.focus();
        }
    }

    fn draft_later(&mut self, ctx: &Context<Self>, field: Field) {
        // Name, email and website are nobody's draft: see the box.
        if field == Field::Text {
            let link = ctx.link().clone();
            self.timer = Some(Timeout::new(DRAFT_DELAY, move || link.send_message(Msg::KeepDraft)));
        }
    }

    fn keep_draft(&mut self, ctx: &Context<Self>) {
        self.timer = None;
        let props = ctx.props();
        let unchanged = props.original.as_ref().is_some_and(|comment| comment.text == self.form.text);
        let draft = Draft {
            text: if unchanged { String::new() } else { self.form.text.clone() },
            about: self.form.about.clone(),
            position: self.form.position,
        };
        self.draft_lost = props.place.place.drafts.save(&props.target, &draft).is_err();
    }

    fn submit(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        if self.busy {
            return;
        }
        self.failure = None;
        let checked = match &props.original {
            Some(_) => self.form.check_text().map(|()| NewComment::default()),
            None => self.form.check(),
        };
        let new = match checked {
            Ok(new) => new,
            Err(problems) => {
                (self.problems, self.focus_problem) = (problems, true);
                return;
            }
        };
        let place = &props.place.place;
        let answer = if let Some(original) = &props.original {
            place.store.edit(&original.id, self.form.text.clone())
        } else {
            let preview = Rc::new(new.preview(Time::from_ms(place.clock.now())));
            if !props.place.on_submit.emit(preview) {
                self.failure = Some(Failure::Page);
                self.keep_draft(ctx);
                return;
            }
            place.store.post(new)
        };
        self.busy = true;
        ctx.link().send_future(async move { Msg::Answer(answer.await) });
    }

    fn answer(&mut self, ctx: &Context<Self>, answer: Result<Rc<Comment>, StoreError>) {
        let props = ctx.props();
        self.busy = false;
        match answer {
            Ok(comment) => {
                self.timer = None;
                let drafts = &props.place.place.drafts;
                // The comment is kept: what fails from here on loses nothing.
                let _ = drafts.forget(&props.target);
                if self.remember && props.original.is_none() {
                    let saved = SavedAuthor {
                        name: self.form.name.clone(),
                        email: self.form.email.clone(),
                        website: self.form.website.clone(),
                    };
                    let _ = drafts.keep_author(Some(&saved));
                }
                self.form.text.clear();
                (self.form.about, self.form.position) = (None, None);
                (self.preview, self.draft_lost, self.copied) = (false, false, None);
                props.done.emit(comment);
            }
            Err(error) => {
                self.failure = Some(Failure::Store(error));
                self.keep_draft(ctx);
            }
        }
    }

    fn about(&self, ctx: &Context<Self>, words: &'static CommentStrings, number: usize) -> Html {
        let props = ctx.props();
        let claim = props.place.card.claims.get(number - 1).map_or("", |claim| claim.text.as_str());
        let chosen = self.form.position.unwrap_or(Position::Comment);
        let onchange = ctx.link().callback(|event: Event| {
            let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let position = usize::try_from(index).ok().and_then(|index| POSITIONS.get(index));
            Msg::Position(position.copied().unwrap_or(Position::Comment))
        });
        html! {
            <div key="about" class="about">
                <p dir="auto">{ fill(words.about, &[&number.to_string(), claim]) }</p>
                <label>
                    <span class="label">{ words.position }</span>
                    <select {onchange}>
                        { for POSITIONS.iter().zip(words.positions).map(|(position, name)| html! {
                            <option selected={*position == chosen}>{ name }</option>
                        }) }
                    </select>
                </label>
                <button type="button" class="quiet" onclick={ctx.link().callback(|_| Msg::NotAbout)}>{ words.about_none }</button>
            </div>
        }
    }

    /// Shown once the limit is near. It is not announced at each key: the field's error is, on posting.
    fn counter(&self, props: &CommentFormProps, words: &'static CommentStrings) -> Html {
        let length = self.form.text.chars().count();
        if length + limits::TEXT_NEAR < limits::TEXT {
            return html! { <p class="note counter" /> };
        }
        let (plural, count) = if length > limits::TEXT {
            (&words.over, length - limits::TEXT)
        } else {
            (&words.left, limits::TEXT - length)
        };
        html! { <p class={classes!("note", "counter", (length > limits::TEXT).then_some("over"))}>{ plural.count(&props.place.locale, count) }</p> }
    }

    fn who(&self, ctx: &Context<Self>, shared: &fields::Shared) -> Html {
        let link = ctx.link();
        let input = |field: Field, kind: &'static str, autocomplete: &'static str, value: &str| {
            let oninput = link.callback(move |event: InputEvent| {
                Msg::Typed(field, event.target_unchecked_into::<HtmlInputElement>().value())
            });
            shared.input(field, kind, autocomplete, value, oninput)
        };
        html! {
            <>
                { input(Field::Name, "text", "name", &self.form.name) }
                { input(Field::Email, "email", "email", &self.form.email) }
                { input(Field::Website, "url", "url", &self.form.website) }
                <label class="remember">
                    <input type="checkbox" checked={self.remember} onchange={link.callback(|event: Event| {
                        Msg::Remember(event.target_unchecked_into::<HtmlInputElement>().checked())
                    })} />
                    <span>{ shared.words.remember }</span>
                </label>
            </>
        }
    }

    fn failure(&self, ctx: &Context<Self>, words: &'static CommentStrings) -> Html {
        let cause = match self.failure {
            Some(Failure::Page) => words.cancelled,
            Some(Failure::Store(error)) => super::cause(words, error),
            None if self.draft_lost => words.draft_lost,
            None => return html! {},
        };
        let copied = self.copied.map(|copied| if copied { words.copied } else { words.selected });
        html! {
            <div class="failure">
                <p>{ cause }{ " " }if self.failure.is_some() { { words.text_kept } }</p>
                <button type="button" class="quiet" onclick={ctx.link().callback(|_| Msg::Copy)}>{ words.copy_text }</button>
                <span>{ copied }</span>
            </div>
        }
    }
}
