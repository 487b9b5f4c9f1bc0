//! All that can happen to a card: requests come up as an [`Action`], the new [`State`] goes down to the view.
//! Nothing here sees a DOM; what an action does to the page is in `effects`.

mod action;

use std::rc::Rc;

pub use action::{Action, Copy, OpenName, Section};

use crate::card::{Card, DeepLink, Filter, QuoteId};
use crate::quote::Diff;
use crate::relations::{Name, Relations};
use crate::settings::Marks;

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
    /// The article could not be searched: that part of the program could not be fetched.
    Unread,
}

impl QuoteState {
    /// Whether there is a passage to show.
    pub fn has_passage(&self) -> bool {
        matches!(self, Self::Found | Self::Near(_))
    }
}

/// What was found of a quote before the card has read the article itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownQuote {
    /// Whether it is in the article.
    pub state: QuoteState,
    /// The fragment that leads to its passage on this page, without `#`; empty where there is none.
    pub fragment: String,
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

/// Whether something is open.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Disclosure {
    open: bool,
    /// It was open at some time: from then on what is in it stays rendered.
    was_open: bool,
    /// The page was told last that it is open.
    told_open: bool,
}

impl Disclosure {
    const OPEN: Self = Self { open: true, was_open: true, told_open: false };

    fn set(&mut self, open: bool) -> bool {
        let is_new = self.open != open;
        *self = Self { open, was_open: self.was_open || open, ..*self };
        is_new
    }
}

/// Everything the view shows.
pub struct State {
    card: Rc<Card>,
    relations: Relations,
    filter: Filter,
    /// The claims that pass the filter, as indexes.
    shown: Vec<usize>,
    claims: Vec<Disclosure>,
    /// By [`Section`].
    sections: [Disclosure; 3],
    /// What is known of each quote, by its id; empty before the article was read.
    anchors: Rc<Vec<QuoteState>>,
    /// For each quote the fragment that leads to its passage, while only that is known; then empty.
    fragments: Vec<String>,
    /// Render what is closed, too.
    pub render_closed: bool,
    /// Whether the filter is there to be used.
    pub is_filter_open: bool,
    /// The name whose reasons and quotes are shown.
    pub open_name: Option<OpenName>,
    /// Which quotes are marked in the article.
    pub marks: Marks,
    /// How many comments each claim has: the claim's id and the count.
    pub counts: Rc<Vec<(String, usize)>>,
    /// The passage that the reader is being told about.
    pub passage: Option<Passage>,
    /// What the reader is told last: that something was copied, or was not.
    pub status_message: String,
}

/// So many claims are shown at first; of those that pass a filter, so many.
const FIRST_CLAIMS: usize = 3;
const FIRST_MATCHES: usize = 20;

impl State {
    /// The state of a card just loaded: all claims closed, everything shown.
    pub fn new(card: Rc<Card>, marks: Marks) -> Self {
        let mut made = Self {
            card: Rc::default(),
            relations: Relations::default(),
            filter: Filter::default(),
            shown: Vec::new(),
            claims: Vec::new(),
            sections: [Disclosure::OPEN, Disclosure::default(), Disclosure::default()],
            anchors: Rc::default(),
            fragments: Vec::new(),
            render_closed: false,
            is_filter_open: false,
            open_name: None,
            marks,
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

    /// Who stands where toward which claim.
    pub fn relations(&self) -> &Relations {
        &self.relations
    }

    /// What the reader has chosen to see.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The claims that pass the filter, in the card's order, as indexes into [`Card::claims`]: the first ones,
    /// and the rest.
    pub fn claims(&self) -> (&[usize], &[usize]) {
        let first = if self.filter.is_empty() { FIRST_CLAIMS } else { FIRST_MATCHES };
        self.shown.split_at(first.min(self.shown.len()))
    }

    /// How many claims pass the filter.
    pub fn shown_claims(&self) -> usize {
        self.shown.len()
    }

    /// Whether a name passes the filter.
    pub fn shows_name(&self, name: Name) -> bool {
        self.filter.actor.as_ref().is_none_or(|actor| self.card.stances[name.stance].actor == *actor)
    }

    /// Whether all claims that pass the filter are open.
    pub fn are_all_open(&self) -> bool {
        self.shown.iter().all(|claim| self.is_open(*claim))
    }

    /// Whether the claim at an index is open.
    pub fn is_open(&self, claim: usize) -> bool {
        self.claims[claim].open
    }

    /// Whether the body of the claim at an index is rendered.
    pub fn is_rendered(&self, claim: usize) -> bool {
        self.render_closed || self.claims[claim].was_open
    }

    /// Whether a section is open.
    pub fn is_section_open(&self, section: Section) -> bool {
        self.sections[section as usize].open
    }

    /// Whether what is in a section is rendered.
    pub fn is_section_rendered(&self, section: Section) -> bool {
        self.render_closed || self.sections[section as usize].was_open
    }

    /// What is known of a quote.
    pub fn anchor(&self, quote: QuoteId) -> &QuoteState {
        self.anchors.get(quote.index()).unwrap_or(&QuoteState::Unknown)
    }

    /// The fragment that leads to a quote's passage, without `#`, while the card cannot show the passage itself.
    pub fn fragment(&self, quote: QuoteId) -> Option<&str> {
        self.fragments.get(quote.index()).map(|fragment| &**fragment).filter(|fragment| !fragment.is_empty())
    }

    /// Takes over what is known of each quote, by its id, until the card has read the article.
    pub fn learn(&mut self, quotes: &[KnownQuote]) {
        self.anchors = Rc::new(quotes.iter().map(|quote| quote.state.clone()).collect());
        self.fragments = quotes.iter().map(|quote| quote.fragment.clone()).collect();
    }

    /// Whether any quote is in the article.
    pub fn has_passages(&self) -> bool {
        self.anchors.iter().any(QuoteState::has_passage)
    }

    /// Whether the quotes of the claim at an index are marked in the article.
    pub fn is_marked(&self, claim: usize) -> bool {
        match self.marks {
            Marks::Open => self.claims.get(claim).is_some_and(|claim| claim.open),
            Marks::All => true,
            Marks::Off => false,
        }
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
            Action::Load(card) => return !Rc::ptr_eq(&self.card, &card) && self.load(card),
            Action::Toggle(claim, open) => return self.open(claim, open),
            Action::ToggleSection(section, open) => return self.sections[section as usize].set(open),
            Action::ToggleAll(open) => {
                // Closing closes what the filter hides, too.
                let claims = if open { self.shown.clone() } else { (0..self.claims.len()).collect() };
                let mut is_new = open && self.sections[Section::Rest as usize].set(true);
                for claim in claims {
                    is_new |= self.open(claim, open);
                }
                return is_new;
            }
            Action::ShowClaim(id) => {
                let Some(claim) = self.card.claim_number(&id).map(|number| number - 1) else { return false };
                let is_hidden = !self.shown.contains(&claim);
                let is_filtered = is_hidden && self.choose(Filter::default());
                return self.reveal(claim) || is_filtered;
            }
            Action::RenderClosed(render) => return set(&mut self.render_closed, render),
            Action::ToggleFilter => {
                self.is_filter_open = !self.is_filter_open;
                self.choose(Filter::default());
            }
            Action::FilterActor(actor) => return self.choose(Filter { actor, ..self.filter.clone() }),
            Action::ShowActor(actor) => {
                let actor = self.card.actors.get(actor).map(|actor| actor.id.clone());
                return self.choose(Filter { actor, ..Filter::default() });
            }
            Action::FilterStatus(status) => return self.choose(Filter { status, ..self.filter.clone() }),
            Action::Search(query) => return self.choose(Filter { query, ..self.filter.clone() }),
            Action::Filter(filter) => return self.choose(filter),
            Action::ShowAll => return self.choose(Filter::default()),
            Action::OpenName(name) => return set(&mut self.open_name, name),
            Action::Anchors(anchors) => {
                let is_new = set(&mut self.fragments, Vec::new());
                return set(&mut self.anchors, anchors) || is_new;
            }
            // What is known from before stays.
            Action::ArticleUnread => {
                let unread = |id: usize| match self.anchors.get(id) {
                    None | Some(QuoteState::Unknown) => QuoteState::Unread,
                    Some(known) => known.clone(),
                };
                let anchors = (0..self.card.quotes().len()).map(unread).collect();
                return set(&mut self.anchors, Rc::new(anchors));
            }
            Action::Marks(marks) => return set(&mut self.marks, marks),
            Action::ShowQuote(quote) => {
                let claim = self.claim_of(quote).filter(|_| self.anchor(quote).has_passage());
                let Some(claim) = claim else { return false };
                return set(&mut self.passage, Some(Passage { claim, shown: Some(quote), pinned: true }));
            }
            Action::PointAt(quote, is_click) => {
                let Some(claim) = self.claim_of(quote) else { return false };
                let is_opened = is_click && self.reveal(claim);
                // A pointer passing over the article does not take away what was asked for.
                if !is_click && self.passage.as_ref().is_some_and(|now| now.pinned) {
                    return false;
                }
                let passage = Passage { claim, shown: None, pinned: is_click };
                return set(&mut self.passage, Some(passage)) || is_opened;
            }
            Action::PointAway => {
                let pinned = self.passage.take_if(|now| !now.pinned);
                return pinned.is_some();
            }
            Action::Back | Action::ClosePassage => return self.passage.take().is_some(),
            Action::Inside(_)
            | Action::InsideCame
            | Action::Follow(_)
            | Action::ReadArticle(_)
            | Action::Copy(_)
            | Action::Share(_)
            | Action::ShowComment(_)
            | Action::About(..) => return false,
            Action::StatusMessage(message) => return set(&mut self.status_message, message),
            Action::CommentCounts(counts) => return set(&mut self.counts, counts),
        }
        true
    }

    fn load(&mut self, card: Rc<Card>) -> bool {
        let disclosure = |id: &str| self.card.claim_number(id).map(|number| self.claims[number - 1]);
        self.claims = card.claims.iter().map(|claim| disclosure(&claim.id).unwrap_or_default()).collect();
        self.relations = Relations::new(&card);
        self.card = card;
        self.anchors = Rc::default();
        self.fragments = Vec::new();
        self.passage = None;
        self.open_name = None;
        self.is_filter_open = false;
        self.filter = Filter::default();
        self.shown = self.relations.claims(&self.card, &self.filter);
        true
    }

    /// Whether a claim's opening or closing is news to the page, which hears of it now. `WebKit` says of one element
    /// twice that it was opened: when the reader did it, and when the attribute that says so is written again.
    pub fn tell(&mut self, claim: usize, open: bool) -> bool {
        let claim = self.claims.get_mut(claim);
        claim.is_some_and(|claim| std::mem::replace(&mut claim.told_open, open) != open)
    }

    fn open(&mut self, claim: usize, open: bool) -> bool {
        self.claims.get_mut(claim).is_some_and(|claim| claim.set(open))
    }

    /// Opens a claim, and what it is folded away in.
    fn reveal(&mut self, claim: usize) -> bool {
        let is_folded = self.claims().1.contains(&claim);
        let is_unfolded = is_folded && self.sections[Section::Rest as usize].set(true);
        let is_new = self.sections[Section::Claims as usize].set(true);
        self.open(claim, true) || is_unfolded || is_new
    }

    fn choose(&mut self, filter: Filter) -> bool {
        let is_new = set(&mut self.filter, filter);
        if is_new {
            // Once chosen from, the filter stays, even when the last word in it is deleted.
            self.is_filter_open |= !self.filter.is_empty();
            self.open_name = None;
            self.sections[Section::Rest as usize] = Disclosure::default();
            self.shown = self.relations.claims(&self.card, &self.filter);
        }
        is_new
    }

    /// The index of the claim that a quote belongs to.
    fn claim_of(&self, quote: QuoteId) -> Option<usize> {
        self.card.claim_number(self.card.quote(quote)?.claim).map(|number| number - 1)
    }
}

/// Whether that is a new value.
fn set<T: PartialEq>(place: &mut T, value: T) -> bool {
    let is_new = *place != value;
    *place = value;
    is_new
}
