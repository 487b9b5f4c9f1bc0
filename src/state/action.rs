//! Requests, as they come up from the view, from links and from the page around the card.

use std::rc::Rc;

use super::QuoteState;
use crate::card::{Card, Filter, QuoteId, Status};
use crate::relations::Name;
use crate::settings::Marks;

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

/// A part of the card that opens and closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The claims.
    Claims,
    /// The claims beyond the first ones.
    Rest,
    /// Who stands where.
    Stances,
}

/// A name whose reasons and quotes are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenName {
    /// In the table of claims by position; else in the claim itself.
    pub in_table: bool,
    /// Who: an actor's stance, or a faction of it.
    pub name: Name,
}

/// All that can happen to a card. Claims and stances go by their index in the card, but for those that come from
/// outside the card, which go by their id.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another card file takes this one's place; what is open stays open where it still exists.
    Load(Rc<Card>),
    /// The element of a claim was opened or closed.
    Toggle(usize, bool),
    /// The element of a section was opened or closed.
    ToggleSection(Section, bool),
    /// All the claims shown are opened, or all closed.
    ToggleAll(bool),
    /// A claim is opened and brought into view, the filter put aside where it hides the claim.
    ShowClaim(String),
    /// What a URL's fragment asks for is done, where it is about the card.
    Follow(String),
    /// A comment is brought into view: its id.
    ShowComment(String),
    /// What is closed is rendered, too, or no longer: the page is printed.
    RenderClosed(bool),
    /// The filter is opened, or closed with everything shown again.
    ToggleFilter,
    /// Only what this actor says and where they stand; `None` for everybody.
    FilterActor(Option<String>),
    /// The same, asked for at the name of the actor at an index.
    ShowActor(usize),
    /// Only claims with this status; `None` for all.
    FilterStatus(Option<Status>),
    /// Only claims in which these words occur.
    Search(String),
    /// The filter of a link.
    Filter(Filter),
    /// Everything is shown again.
    ShowAll,
    /// The reasons and quotes of a name are shown, or with `None` put away.
    OpenName(Option<OpenName>),
    /// What is inside of the card is wanted. What this selector finds has the focus after it was asked for again.
    Inside(String),
    /// What is inside has come, or could not be had.
    InsideCame,
    /// The article is to be read now, by the reader's wish (`true`) or not.
    ReadArticle(bool),
    /// The article was read: where each quote stands, by its id.
    Anchors(Rc<Vec<QuoteState>>),
    /// The article could not be read: that part of the program could not be fetched.
    ArticleUnread,
    /// Which quotes are marked in the article.
    Marks(Marks),
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
