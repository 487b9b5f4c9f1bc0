//! All that can happen to a card: requests come up as an [`Action`], the new [`State`] goes down to the view.
//! Nothing here sees a DOM; what an action does to the page is in `effects`.

use std::rc::Rc;

use crate::card::{Card, DeepLink, Filter, QuoteId, Status};
use crate::quote::Diff;
use crate::relations::Relations;

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

impl QuoteState {
    /// Whether there is a passage to show.
    pub fn has_passage(&self) -> bool {
        matches!(self, Self::Found | Self::Near(_))
    }
}

/// Something to put on the clipboard.
#[derive(Clone, Debug, PartialEq)]
pub enum Copy {
    /// The link to the card as it is filtered, or to the claim at an index.
    Link(Option<usize>),
    /// The citation of the claim at an index.
    Claim(usize),
    /// The citation of the stance at an index.
    Stance(usize),
}

/// A passage of the article that the reader is being told about.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The index of the claim that it belongs to.
    pub claim: usize,
    /// The quote whose passage was asked for in the card; `None` where the reader pointed at the article.
    pub shown: Option<QuoteId>,
    /// It stays until the reader puts it away; else it goes when the pointer does.
    pub pinned: bool,
}

/// A claim's state beside the card file.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Disclosure {
    open: bool,
    /// It was open at some time: from then on its body stays rendered.
    was_open: bool,
}

/// Everything the view shows.
pub struct State {
    card: Rc<Card>,
    relations: Relations,
    filter: Filter,
    /// The claims and stances that pass the filter, as indexes.
    shown: (Vec<usize>, Vec<usize>),
    claims: Vec<Disclosure>,
    /// What is known of each quote, by its id; empty before the article was read.
    anchors: Vec<QuoteState>,
    /// The open cell of the stances: an index into [`Card::stances`].
    pub cell: Option<usize>,
    /// How many comments each claim has: the claim's id and the count.
    pub counts: Rc<Vec<(String, usize)>>,
    /// The passage that the reader is being told about.
    pub passage: Option<Passage>,
    /// What the reader is told last: that something was copied, or was not.
    pub status_message: String,
}

/// All that can happen to a card. Claims and stances go by their index in the card, but for those that come from
/// outside the card, which go by their id.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another card file takes this one's place; what is open stays open where it still exists.
    Load(Rc<Card>),
    /// The element of a claim was opened or closed.
    Toggle(usize, bool),
    /// All the claims shown are opened, or all closed.
    ToggleAll(bool),
    /// A claim is opened and brought into view, the filter put aside where it hides the claim.
    ShowClaim(String),
    /// A comment is brought into view: its id.
    ShowComment(String),
    /// Only what this actor says and where they stand; `None` for everybody.
    FilterActor(Option<String>),
    /// Only claims with this status; `None` for all.
    FilterStatus(Option<Status>),
    /// Only claims in which these words occur.
    Search(String),
    /// The filter of a link; the empty one shows everything.
    Filter(Filter),
    /// The reasons and quotes of a stance are shown, or with `None` put away.
    Cell(Option<usize>),
    /// The article was read: where each quote stands, by its id.
    Anchors(Vec<QuoteState>),
    /// The passage of a quote is asked for.
    ShowQuote(QuoteId),
    /// The passage of a quote was clicked (`true`), or the pointer rests on it.
    PointAt(QuoteId, bool),
    /// The pointer rests on no passage.
    PointAway,
    /// The reader goes back to where a passage was asked for.
    Back,
    /// The reader is no longer told about a passage.
    ClosePassage,
    /// Something is put on the clipboard.
    Copy(Copy),
    /// The link to the card, or to the claim at an index, is handed to the system's share sheet.
    Share(Option<usize>),
    /// Something to tell; empty to take it away.
    StatusMessage(String),
    /// The comment section is asked for the comments on a claim, or with `true` for its form.
    About(usize, bool),
    /// How many comments each claim has.
    CommentCounts(Rc<Vec<(String, usize)>>),
}

impl State {
    /// The state of a card just loaded: all claims closed, everything shown.
    pub fn new(card: Rc<Card>) -> Self {
        let mut made = Self {
            card: Rc::default(),
            relations: Relations::default(),
            filter: Filter::default(),
            shown: Default::default(),
            claims: Vec::new(),
            anchors: Vec::new(),
            cell: None,
            counts: Rc::default(),
            passage: None,
            status_message: String::new(),
        };
        made.load(card);
        made
    }

    /// The card file.
    pub fn card(&self) -> &Rc<Card> {
        &self.card
    }

    /// Who takes a position on which claim.
    pub fn relations(&self) -> &Relations {
        &self.relations
    }

    /// What the reader has chosen to see.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The claims that pass the filter, in the card's order, as indexes into [`Card::claims`].
    pub fn claims(&self) -> &[usize] {
        &self.shown.0
    }

    /// The stances that pass the filter, in the card's order, as indexes into [`Card::stances`].
    pub fn stances(&self) -> &[usize] {
        &self.shown.1
    }

    /// Whether the claim at an index is open.
    pub fn is_open(&self, claim: usize) -> bool {
        self.claims[claim].open
    }

    /// Whether the claim at an index is open, or was: its body is rendered from then on.
    pub fn was_open(&self, claim: usize) -> bool {
        self.claims[claim].was_open
    }

    /// What is known of a quote.
    pub fn anchor(&self, quote: QuoteId) -> &QuoteState {
        self.anchors.get(quote.index()).unwrap_or(&QuoteState::Unknown)
    }

    /// How many comments a claim has.
    pub fn comments_on(&self, claim: &str) -> usize {
        self.counts.iter().find(|(id, _)| id == claim).map_or(0, |(_, count)| *count)
    }

    /// The link to the card with what the reader has chosen to see, or to the claim at an index.
    pub fn deep_link(&self, claim: Option<usize>) -> DeepLink {
        let item = claim.and_then(|claim| self.card.claims.get(claim)).map(|claim| claim.id.clone());
        DeepLink { item, filter: self.filter.clone() }
    }

    /// Does what an action asks for. Whether there is anything new to show.
    pub fn update(&mut self, action: Action) -> bool {
        match action {
            // The card that is there already: what the reader or a link chose stays.
            Action::Load(card) => !Rc::ptr_eq(&self.card, &card) && self.load(card),
            Action::Toggle(claim, open) => self.open(claim, open),
            Action::ToggleAll(open) => {
                // Closing closes what the filter hides, too.
                let claims = if open { self.shown.0.clone() } else { (0..self.claims.len()).collect() };
                let mut is_new = false;
                for claim in claims {
                    is_new |= self.open(claim, open);
                }
                is_new
            }
            Action::ShowClaim(id) => {
                let Some(claim) = self.card.claim_number(&id).map(|number| number - 1) else { return false };
                let is_hidden = self.shown.0.binary_search(&claim).is_err();
                let is_filtered = is_hidden && self.choose(Filter::default());
                self.open(claim, true) || is_filtered
            }
            Action::FilterActor(actor) => self.choose(Filter { actor, ..self.filter.clone() }),
            Action::FilterStatus(status) => self.choose(Filter { status, ..self.filter.clone() }),
            Action::Search(query) => self.choose(Filter { query, ..self.filter.clone() }),
            Action::Filter(filter) => self.choose(filter),
            Action::Cell(cell) => set(&mut self.cell, cell),
            Action::Anchors(anchors) => set(&mut self.anchors, anchors),
            Action::ShowQuote(quote) => {
                let claim = self.claim_of(quote).filter(|_| self.anchor(quote).has_passage());
                let Some(claim) = claim else { return false };
                set(&mut self.passage, Some(Passage { claim, shown: Some(quote), pinned: true }))
            }
            Action::PointAt(quote, is_click) => {
                let Some(claim) = self.claim_of(quote) else { return false };
                let is_opened = is_click && self.open(claim, true);
                // A pointer passing over the article does not take away what was asked for.
                if !is_click && self.passage.as_ref().is_some_and(|now| now.pinned) {
                    return false;
                }
                let passage = Passage { claim, shown: None, pinned: is_click };
                set(&mut self.passage, Some(passage)) || is_opened
            }
            Action::PointAway => {
                let pinned = self.passage.take_if(|now| !now.pinned);
                pinned.is_some()
            }
            Action::Back | Action::ClosePassage => self.passage.take().is_some(),
            Action::Copy(_) | Action::Share(_) | Action::ShowComment(_) | Action::About(..) => false,
            Action::StatusMessage(message) => set(&mut self.status_message, message),
            Action::CommentCounts(counts) => set(&mut self.counts, counts),
        }
    }

    fn load(&mut self, card: Rc<Card>) -> bool {
        let disclosure = |id: &str| self.card.claim_number(id).map(|number| self.claims[number - 1]);
        self.claims = card.claims.iter().map(|claim| disclosure(&claim.id).unwrap_or_default()).collect();
        self.relations = Relations::new(&card);
        self.card = card;
        self.anchors = Vec::new();
        self.passage = None;
        self.cell = None;
        self.filter = Filter::default();
        self.find_shown();
        true
    }

    fn open(&mut self, claim: usize, open: bool) -> bool {
        let Some(now) = self.claims.get_mut(claim) else { return false };
        let is_new = now.open != open;
        *now = Disclosure { open, was_open: now.was_open || open };
        is_new
    }

    fn choose(&mut self, filter: Filter) -> bool {
        let is_new = set(&mut self.filter, filter);
        if is_new {
            self.cell = None;
            self.find_shown();
        }
        is_new
    }

    fn find_shown(&mut self) {
        let claims = self.relations.claims(&self.card, &self.filter);
        let stances = self.relations.stances(&self.card, &self.filter, &claims);
        self.shown = (claims, stances);
    }

    /// The index of the claim that a quote belongs to.
    fn claim_of(&self, quote: QuoteId) -> Option<usize> {
        let quotes = self.card.quotes();
        self.card.claim_number(quotes.get(quote.index())?.claim).map(|number| number - 1)
    }
}

/// Whether that is a new value.
fn set<T: PartialEq>(place: &mut T, value: T) -> bool {
    let is_new = *place != value;
    *place = value;
    is_new
}
