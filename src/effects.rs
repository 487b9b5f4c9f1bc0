//! What an action does outside the state: to the page's scroll position, focus and highlights, the clipboard,
//! and the share sheet. Each effect is brought about after the action's change is rendered.

use web_sys::{Element, HtmlElement, ScrollLogicalPosition};
use yew::{Callback, NodeRef};

use crate::card::DeepLink;
use crate::comments::section::Request;
use crate::page::{self, Float};
use crate::reading::Reading;
use crate::state::{Action, Copy, State};
use crate::text::{InsideStrings, Locale, fill};
use crate::view::{Effects, Mailbox};

pub(crate) use crate::page::{can_share, on_print, when_idle};

/// A quote can be looked for in the article when the reader asks for it.
pub const CAN_SEARCH: bool = true;

/// The effects on the page. `root` is the card, `layer` an element beside it for what is laid over the page.
/// Requests to the comment section go to `comments`.
pub fn begin(
    root: NodeRef,
    layer: NodeRef,
    dispatch: Callback<Action>,
    comments: Mailbox<Request>,
) -> Box<dyn Effects> {
    let reading = Reading::new(root.clone(), layer.clone(), dispatch.clone());
    Box::new(PageEffects { root, layer, dispatch, comments, reading, return_to: None })
}

struct PageEffects {
    root: NodeRef,
    layer: NodeRef,
    dispatch: Callback<Action>,
    /// What the comment section is asked for.
    comments: Mailbox<Request>,
    reading: Reading,
    /// What had the focus when a passage was asked for.
    return_to: Option<HtmlElement>,
}

impl PageEffects {
    /// The outermost element of the card.
    fn around(&self) -> Option<Element> {
        self.layer.cast::<Element>()?.parent_element()
    }

    fn float(&self) -> Option<Float> {
        Float::of(&self.around()?)
    }

    fn mark(&self, state: &State) {
        if let Some(passages) = self.reading.passages() {
            passages.mark((0..state.card().claims.len()).map(|claim| state.is_marked(claim)).collect());
        }
    }

    fn follow(&self, fragment: &str, state: &State) {
        let Some(link) = DeepLink::parse(fragment, state.card()) else { return };
        if !link.filter.is_empty() {
            self.dispatch.emit(Action::Filter(link.filter));
        }
        if let Some(item) = link.item {
            let comment = item
                .strip_prefix("comment-")
                .filter(|_| state.card().claim(&item).is_none())
                .map(str::to_owned);
            self.dispatch.emit(comment.map_or(Action::ShowClaim(item), Action::ShowComment));
        }
    }

    fn focus(&self, selector: &str) {
        if let Some(root) = self.root.cast() {
            page::focus(&root, selector);
        }
    }

    /// Puts a text on the clipboard, and tells whether that was allowed.
    fn copy(&self, text: &str, locale: &Locale) {
        let (words, dispatch, copied) = (InsideStrings::of(locale), self.dispatch.clone(), text.to_owned());
        page::copy(
            text,
            Callback::from(move |done: bool| {
                let message = if done { words.copied.into() } else { fill(words.copy_failed, &[&copied]) };
                dispatch.emit(Action::StatusMessage(message));
            }),
        );
    }
}

impl Effects for PageEffects {
    fn read_article(&mut self, state: &State, selector: &str) {
        self.reading.begin(state, selector);
        self.mark(state);
    }

    fn rendered(&self) {
        self.float().inspect(Float::open);
    }

    fn after(&mut self, action: &Action, state: &State, locale: &Locale) {
        let shown = state.passage.as_ref().and_then(|passage| passage.shown);
        if shown.is_none() {
            if let Some(passages) = self.reading.passages() {
                passages.show(None, None);
            }
            if !matches!(action, Action::Back) {
                self.return_to = None;
            }
        }
        if let Action::ReadArticle(is_asked) = action
            && let Some(told) = self.reading.go_on(*is_asked, state, locale)
        {
            self.dispatch.emit(Action::StatusMessage(told.to_owned()));
        }
        self.mark(state);
        match action {
            Action::Inside(place) if page::is_focus_lost() => {
                if let Some(root) = self.root.cast::<Element>().filter(|_| !place.is_empty()) {
                    page::focus_quietly(&root, place);
                }
            }
            Action::Follow(fragment) => self.follow(fragment, state),
            Action::Anchors(_) => self.reading.found(),
            Action::ShowClaim(id) => {
                if let Some(number) = state.card().claim_number(id) {
                    self.focus(&["[data-claim=\"", &number.to_string(), "\"] > summary"].concat());
                }
            }
            Action::ToggleFilter if state.is_filter_open => self.focus(".filter input"),
            Action::ShowActor(_) => self.focus(".filter select"),
            // The button that asked for it is gone; where the filter is, too, what comes after it has the focus.
            Action::ShowAll => self.focus(".filter select, .part > summary"),
            Action::ShowQuote(quote) if shown == Some(*quote) => {
                self.return_to = page::focused();
                let Some(around) = self.around() else { return };
                if let (Some(float), Some(passages)) = (Float::of(&around), self.reading.passages()) {
                    float.raise();
                    passages.show(shown, Some(float));
                }
                page::focus_quietly(&around, ".passage button");
            }
            Action::PointAt(quote, _) if state.passage.is_some() && shown.is_none() => {
                if let (Some(float), Some(passages)) = (self.float(), self.reading.passages()) {
                    float.raise();
                    passages.rect(*quote).inspect(|rect| float.clear(rect, false));
                }
            }
            Action::ShowQuote(quote) => self.reading.show_later(*quote, state),
            Action::StatusMessage(text) if !text.is_empty() => {
                if let Some(float) = self.float() {
                    float.raise();
                    // What the reader has just used stays in sight.
                    page::focused().inspect(|used| float.clear(&used.get_bounding_client_rect(), false));
                }
            }
            Action::Back => {
                if let Some(element) = self.return_to.take() {
                    page::scroll_to(&element, ScrollLogicalPosition::Center, true);
                    page::focus_element(&element);
                }
            }
            Action::ShowComment(id) => self.comments.send(Request::ShowComment(id.clone())),
            Action::About(claim, write) => {
                if let Some(claim) = state.card().claims.get(*claim) {
                    let request = if *write { Request::WriteAbout } else { Request::ShowClaim };
                    self.comments.send(request(claim.id.clone()));
                }
            }
            Action::Copy(what) => self.copy(&copied(what, state), locale),
            Action::Share(claim) => {
                page::open_share(&state.card().headline, &address(&state.deep_link(*claim), state));
            }
            _ => {}
        }
    }
}

/// This page's address with a link's fragment.
fn address(link: &DeepLink, state: &State) -> String {
    [page::address(), link.format(state.card())].concat()
}

fn copied(what: &Copy, state: &State) -> String {
    let card = state.card();
    // A citation's link leads to the claim, whatever the reader has chosen to see.
    let plain = |id: &str| address(&DeepLink { item: Some(id.to_owned()), ..DeepLink::default() }, state);
    let cited = match what {
        Copy::Link(claim) => return address(&state.deep_link(*claim), state),
        Copy::Claim(claim) => {
            card.claims.get(*claim).and_then(|claim| card.cite_claim(&claim.id, &plain(&claim.id)))
        }
        Copy::Stance(stance) => {
            card.stances.get(*stance).map(|stance| card.cite_stance(stance, &plain(&stance.target)))
        }
    };
    cited.unwrap_or_default()
}
