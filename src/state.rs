//! All that can happen to a card: requests come up as an [`Action`], the new [`State`] goes down to the
//! view. Nothing here sees a DOM.

use std::rc::Rc;

use yew::Reducible;

use crate::card::{Card, Claim, Filter, Quote, Stance};
use crate::quote::Diff;

/// What is known of each quote in the article beside the card.
pub type Anchors = Vec<(Quote, QuoteState)>;

/// Whether a quote is in the article beside the card.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum QuoteState {
    /// Nobody has looked yet: the page is still loading, or no script runs.
    #[default]
    Unknown,
    /// The article is on another page.
    Elsewhere,
    /// The quote is in the article.
    Found,
    /// Nearly the same words are in the article: what differs, word by word.
    Near(Vec<Diff>),
    /// The quote is not in this version of the article.
    Orphan,
}

/// A request to the comment section.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutRequest {
    /// The claim's id.
    pub claim: String,
    /// Open the form to write about it; else only show what others wrote.
    pub write: bool,
    /// Counts up, so that the same request can be made twice.
    pub serial: u32,
}

/// A passage of the article that the reader is being told about.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The id of the claim that it belongs to.
    pub claim: String,
    /// The quote whose passage was asked for in the card; `None` where the reader pointed at the article.
    pub shown: Option<Quote>,
    /// It stays until the reader puts it away; else it goes when the pointer does.
    pub pinned: bool,
}

/// Everything the view shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The card file.
    pub card: Rc<Card>,
    /// The ids of the open claims.
    pub open: Vec<String>,
    /// What is shown.
    pub filter: Filter,
    /// The open cell of the stances: an index into [`Card::stances`].
    pub cell: Option<usize>,
    /// What is known of each quote.
    pub anchors: Rc<Anchors>,
    /// The claim to bring into view, and how often that was asked.
    pub target: Option<(String, u32)>,
    /// The comment to bring into view, and how often that was asked.
    pub comment: Option<(String, u32)>,
    /// What the comment section is asked to do.
    pub about: Option<AboutRequest>,
    /// How many comments each claim has: the claim's id and the count.
    pub counts: Rc<Vec<(String, usize)>>,
    /// The passage that the reader is being told about.
    pub passage: Option<Passage>,
    /// What the reader is told last: that something was copied, or was not.
    pub notice: String,
}

/// All that can happen to a card.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another card file takes this one's place; what is open stays open where it still exists.
    Load(Rc<Card>),
    /// A claim was opened or closed.
    Toggle(String, bool),
    /// All the claims shown are opened, or all closed.
    ToggleAll(bool),
    /// A claim is opened and brought into view, the filter put aside where it hides the claim.
    Show(String),
    /// A comment is brought into view.
    ShowComment(String),
    /// Another choice of what is shown.
    Filter(Filter),
    /// The reasons and quotes of a stance are shown, or with `None` put away.
    Cell(Option<usize>),
    /// The article was read: where each quote stands.
    Anchors(Rc<Anchors>),
    /// The comment section is asked for the comments on a claim, or with `true` for its form.
    About(String, bool),
    /// How many comments each claim has.
    Counts(Rc<Vec<(String, usize)>>),
    /// The reader is told about a passage, or no longer.
    Passage(Option<Passage>),
    /// The pointer rests on no passage.
    PointAway,
    /// Something to tell; empty to take it away.
    Notice(String),
}

impl State {
    /// The state of a card just loaded: all claims closed, everything shown.
    pub fn new(card: Rc<Card>) -> Self {
        Self {
            card,
            open: Vec::new(),
            filter: Filter::default(),
            cell: None,
            anchors: Rc::default(),
            target: None,
            comment: None,
            about: None,
            counts: Rc::default(),
            passage: None,
            notice: String::new(),
        }
    }

    /// Whether a claim passes the filter.
    pub fn shows(&self, claim: &Claim) -> bool {
        let filter = &self.filter;
        let by_actor = filter.actor.as_ref().is_none_or(|actor| {
            claim.author.contains(actor)
                || self.card.stances.iter().any(|s| s.actor == *actor && s.target == claim.id)
        });
        let by_status = filter.status.is_none() || filter.status == claim.status;
        by_actor && by_status && self.card.matches(claim, &filter.query)
    }

    /// Whether a stance passes the filter: its claim does, and it is the chosen actor's.
    pub fn shows_stance(&self, stance: &Stance) -> bool {
        self.filter.actor.as_ref().is_none_or(|actor| stance.actor == *actor)
            && self.card.claim(&stance.target).is_some_and(|claim| self.shows(claim))
    }

    /// What is known of a quote.
    pub fn anchor(&self, quote: &Quote) -> QuoteState {
        self.anchors
            .iter()
            .find(|(each, _)| each == quote)
            .map(|(_, state)| state.clone())
            .unwrap_or_default()
    }

    /// How many comments a claim has.
    pub fn comments_on(&self, claim: &str) -> usize {
        self.counts.iter().find(|(id, _)| id == claim).map_or(0, |(_, count)| *count)
    }

    fn open_claim(&mut self, id: &str) {
        if !self.open.iter().any(|each| each == id) {
            self.open.push(id.to_owned());
        }
    }
}

impl Reducible for State {
    type Action = Action;

    // The same `Rc` back means that nothing is rendered.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            // The card that is there already: what the reader or a link chose stays.
            Action::Load(card) if Rc::ptr_eq(&self.card, &card) => return self,
            Action::Load(card) => {
                next.open.retain(|id| card.claim(id).is_some());
                next.filter = Filter::default();
                next.cell = None;
                next.passage = None;
                next.anchors = Rc::default();
                next.card = card;
            }
            Action::Toggle(id, true) => {
                next.open_claim(&id);
            }
            Action::Toggle(id, false) => next.open.retain(|each| *each != id),
            Action::ToggleAll(open) => {
                next.open.clear();
                if open {
                    next.open.extend(self.card.claims.iter().filter(|c| self.shows(c)).map(|c| c.id.clone()));
                }
            }
            Action::Show(id) => {
                let Some(claim) = self.card.claim(&id) else { return self };
                if !self.shows(claim) {
                    next.filter = Filter::default();
                }
                next.open_claim(&id);
                next.target = Some((id, self.target.as_ref().map_or(0, |(_, serial)| serial + 1)));
            }
            Action::ShowComment(id) => {
                next.comment = Some((id, self.comment.as_ref().map_or(0, |(_, serial)| serial + 1)));
            }
            Action::Filter(filter) => {
                next.filter = filter;
                next.cell = None;
            }
            Action::Cell(cell) => next.cell = cell,
            Action::Anchors(anchors) => next.anchors = anchors,
            Action::About(claim, write) => {
                let serial = self.about.as_ref().map_or(0, |about| about.serial + 1);
                next.about = Some(AboutRequest { claim, write, serial });
            }
            Action::Counts(counts) => next.counts = counts,
            Action::Passage(passage) => {
                // A pointer passing over the article does not take away what was asked for.
                let keeps = self.passage.as_ref().is_some_and(|now| now.pinned);
                if !(keeps && passage.as_ref().is_some_and(|new| !new.pinned)) {
                    next.passage = passage;
                }
            }
            Action::PointAway => next.passage = self.passage.clone().filter(|now| now.pinned),
            Action::Notice(notice) => next.notice = notice,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}
