//! The card itself, as a Yew component.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::hooks::{self, Origin};
use super::{CommentSection, Ctx, bar, claims::claims, filter::filter, header, stances::stances};
use crate::card::{Card, DeepLink, Quote};
use crate::comments::Comment;
use crate::state::{Action, State};
use crate::text::Locale;

/// Which parts of a card to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "four independent switches")]
pub struct Sections {
    /// The summary's points.
    pub summary: bool,
    /// The claims with their evidence.
    pub claims: bool,
    /// Who stands where.
    pub stances: bool,
    /// The comment section.
    pub comments: bool,
}

impl Default for Sections {
    fn default() -> Self {
        Self { summary: true, claims: true, stances: true, comments: true }
    }
}

impl Sections {
    /// Reads the `sections` attribute: names apart by spaces, unknown ones passed over. Nothing known in it
    /// means everything, so that a typing error does not make an empty card.
    pub fn parse(names: &str) -> Self {
        let has = |name| names.split_whitespace().any(|each| each == name);
        let some = Self {
            summary: has("summary"),
            claims: has("claims"),
            stances: has("stances"),
            comments: has("comments"),
        };
        if some == (Self { summary: false, claims: false, stances: false, comments: false }) {
            Self::default()
        } else {
            some
        }
    }
}

/// Where comments are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Comments {
    /// In the reader's own browser.
    #[default]
    Local,
    /// Nowhere: the section is left out.
    Off,
}

/// Steers a card from outside: hand a clone to the card's `controller` and keep one.
#[derive(Clone, Default)]
pub struct Controller(Rc<RefCell<Slot>>);

/// The card's dispatch once it has rendered for the first time, and what was asked of it before.
#[derive(Default)]
struct Slot {
    dispatch: Option<Callback<Action>>,
    waiting: Vec<Action>,
}

impl Controller {
    /// Opens a claim and brings it into view. Does nothing for an id that the card does not have.
    /// Before the card has rendered for the first time it waits until then.
    pub fn open_claim(&self, id: &str) {
        self.send(Action::Show(id.to_owned()));
    }

    /// Does what a URL's fragment asks for, where it is about `card`.
    pub fn follow(&self, fragment: &str, card: &Card) {
        let Some(link) = DeepLink::parse(fragment, card) else { return };
        if !link.filter.is_empty() {
            self.send(Action::Filter(link.filter));
        }
        if let Some(item) = link.item {
            match item.strip_prefix("comment-") {
                Some(comment) if card.claim(&item).is_none() => {
                    self.send(Action::ShowComment(comment.to_owned()));
                }
                _ => self.open_claim(&item),
            }
        }
    }

    pub(crate) fn send(&self, action: Action) {
        // The borrow ends before the action runs: what it renders may come back here.
        let dispatch = self.0.borrow().dispatch.clone();
        match dispatch {
            Some(dispatch) => dispatch.emit(action),
            None => self.0.borrow_mut().waiting.push(action),
        }
    }

    fn begin(&self, dispatch: &Callback<Action>) {
        let waiting = {
            let mut slot = self.0.borrow_mut();
            slot.dispatch = Some(dispatch.clone());
            std::mem::take(&mut slot.waiting)
        };
        for action in waiting {
            dispatch.emit(action);
        }
    }
}

impl PartialEq for Controller {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a [`SummaryCard`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct SummaryCardProps {
    /// The card file.
    pub card: Rc<Card>,
    /// Which parts to show.
    #[prop_or_default]
    pub sections: Sections,
    /// Where comments are kept.
    #[prop_or_default]
    pub comments: Comments,
    /// The language of the interface: a BCP 47 tag. Default: the card's `inLanguage`, else `en`.
    #[prop_or_default]
    pub lang: AttrValue,
    /// The level of the card's heading, 1 to 6: one below that of the heading it stands under.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Where the article's text is on this page: a CSS selector. Default: the nearest `article`, else
    /// `main`, else `body`.
    #[prop_or_default]
    pub article: AttrValue,
    /// Opens claims from outside.
    #[prop_or_default]
    pub controller: Controller,
    /// A claim was opened (`true`) or closed: its id.
    #[prop_or_default]
    pub on_claim_toggle: Callback<(AttrValue, bool)>,
    /// A quote's passage was asked for: the quote, and whether it was found in the article.
    #[prop_or_default]
    pub on_quote_show: Callback<(Quote, bool)>,
    /// A comment is about to be stored: false keeps it from being so.
    #[prop_or(Callback::from(|_| true))]
    pub on_comment_submit: Callback<Rc<Comment>, bool>,
    /// A comment was stored.
    #[prop_or_default]
    pub on_comment_post: Callback<Rc<Comment>>,
}

/// An interactive summary card.
///
/// The style sheet `static/card.css` has to be on the page, or in the shadow root around the card.
///
/// ```
/// use std::rc::Rc;
///
/// use summary_card::card::Card;
/// use summary_card::comments::Comment;
/// use summary_card::view::{Controller, Sections, SummaryCard};
/// use yew::prelude::*;
///
/// #[derive(PartialEq, Properties)]
/// struct StoryProps {
///     card: Rc<Card>,
/// }
///
/// #[component]
/// fn Story(props: &StoryProps) -> Html {
///     // Kept for as long as the story is shown: steers the card from a button outside of it.
///     let controller = (*use_memo((), |()| Controller::default())).clone();
///     let first = props.card.claims.first().map(|claim| claim.id.clone());
///     let onclick = {
///         let controller = controller.clone();
///         Callback::from(move |_: MouseEvent| {
///             if let Some(id) = &first {
///                 controller.open_claim(id);
///             }
///         })
///     };
///     // False keeps a comment from being stored.
///     let on_comment_submit = Callback::from(|comment: Rc<Comment>| comment.text.len() < 1000);
///     html! {
///         <article>
///             <h1>{ &props.card.headline }</h1>
///             <p>{ "The council put off its vote." }</p>
///             <button type="button" {onclick}>{ "The first claim" }</button>
///             <SummaryCard
///                 card={props.card.clone()} {controller} {on_comment_submit}
///                 sections={Sections::parse("summary claims comments")} lang="en" heading_level={2} />
///         </article>
///     }
/// }
/// ```
#[component]
pub fn SummaryCard(props: &SummaryCardProps) -> Html {
    let state = {
        let card = props.card.clone();
        use_reducer(move || State::new(card))
    };
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_memo((), move |()| Callback::from(move |action| dispatcher.dispatch(action)))
    };
    {
        let (dispatch, slot) = (dispatch.clone(), props.controller.clone());
        use_effect_with(props.controller.clone(), move |_| slot.begin(&dispatch));
    }
    {
        let dispatch = dispatch.clone();
        use_effect_with(props.card.clone(), move |card| dispatch.emit(Action::Load(card.clone())));
    }
    let tag = if props.lang.is_empty() {
        props.card.in_language.clone().map(AttrValue::from)
    } else {
        Some(props.lang.clone())
    };
    let locale = Locale::new(tag.unwrap_or_default());
    let (root, layer) = (use_node_ref(), use_node_ref());
    let origin: Origin = (*use_memo((), |()| Origin::default())).clone();
    let found = hooks::use_passages(&root, &layer, &props.card, &props.article, &dispatch);
    hooks::use_target(&root, &state);
    hooks::use_bar(&layer, state.passage.as_ref(), &found);

    let show_quote = {
        let (found, dispatch, told) = (found, (*dispatch).clone(), props.on_quote_show.clone());
        let (origin, card) = (origin.clone(), props.card.clone());
        Callback::from(move |quote| hooks::show(&found, &dispatch, &told, &origin, &card, quote))
    };
    let copy = {
        let (state, locale, dispatch) = (state.clone(), locale.clone(), (*dispatch).clone());
        Callback::from(move |what| hooks::copy(&state, &locale, &dispatch, &what))
    };
    let back = {
        let dispatch = (*dispatch).clone();
        Callback::from(move |()| hooks::back(&origin, &dispatch))
    };
    let escape = {
        let (back, is_open) = (back.clone(), state.passage.is_some());
        Callback::from(move |event: KeyboardEvent| {
            if is_open && event.key() == "Escape" {
                back.emit(());
            }
        })
    };

    let ctx = Ctx {
        state: Rc::new((*state).clone()),
        locale,
        dispatch: (*dispatch).clone(),
        level: props.heading_level,
        show_quote,
        copy,
        on_toggle: props.on_claim_toggle.clone(),
        comments: props.sections.comments && props.comments == Comments::Local,
        can_share: *use_memo((), |()| hooks::can_share()),
    };
    let on_counts = (*use_memo((), |()| ctx.dispatch.reform(Action::Counts))).clone();
    let (card, sections) = (ctx.card(), props.sections);
    html! {
        <div class="around" lang={ctx.locale.words_tag()} onkeydown={escape}>
            <section ref={root} class="summary-card" part="card" aria-labelledby={ctx.id("title")}>
                { header::header(&ctx) }
                if sections.summary && !card.summary.is_empty() { { header::summary(&ctx) } }
                if (sections.claims || sections.stances) && !card.claims.is_empty() { { filter(&ctx) } }
                if sections.claims && !card.claims.is_empty() { { claims(&ctx) } }
                if sections.stances && !card.stances.is_empty() { { stances(&ctx) } }
                if ctx.comments {
                    <CommentSection
                        card={props.card.clone()} locale={ctx.locale.clone()} level={(props.heading_level + 1).min(6)}
                        about={ctx.state.about.clone()} show={ctx.state.comment.clone()} on_counts={on_counts}
                        on_submit={props.on_comment_submit.clone()} on_post={props.on_comment_post.clone()} />
                }
            </section>
            // The page reader puts boxes in here where the browser cannot highlight: Yew leaves it alone.
            <div ref={layer} class="layer" aria-hidden="true"></div>
            <div class="float">
                { bar::passage(&ctx, &back.reform(|_| ())) }
                { bar::notice(&ctx) }
            </div>
        </div>
    }
}
