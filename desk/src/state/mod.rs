//! All that can happen on the desk: [`State`], the [`Action`]s that change it, and the [`Effect`]s that an action asks
//! for outside of it. No DOM, no clock and no storage.

mod action;
mod articles;
mod checking;
mod drafting;
mod editing;
mod entries;
mod opening;
mod segments;
mod selecting;
mod suggesting;
mod undoing;
mod utf16;

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use card::{Card, Problem};
use draft::{Answer, Suggestions};

use crate::article::{Article, Refusal};
use crate::document::Document;
use crate::make::CannotMake;
use crate::marks::Mark;
use crate::problems::Checked;
use crate::references::{Falls, NoRename};

pub use self::action::{Action, Edge, Walk};
pub use self::checking::Count;
pub use self::entries::{Entry, EntryKind, Names, entry_of, entry_path, field_of};
pub use self::segments::{Segment, segments};
pub use self::utf16::{to_byte, to_utf16};

/// What is in front on a narrow screen, where only one of them fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The article.
    #[default]
    Article,
    /// The card: its forms, or what readers see.
    Card,
    /// The problems.
    Problems,
}

impl Tab {
    /// In the order they are shown.
    pub const ALL: [Self; 3] = [Self::Article, Self::Card, Self::Problems];
}

/// Which side of the card is in front where there is no room for both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// Its forms.
    #[default]
    Forms,
    /// What readers see.
    Reader,
}

/// What lies over the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// The cards that are kept, and the versions of this one.
    Library,
    /// The article: bring in another.
    Article,
    /// What would fall with an entry that is in use.
    Remove {
        /// The entry's path.
        path: String,
        /// What would go with it.
        falls: Falls,
    },
    /// A draft with a language model.
    Draft,
    /// What goes out.
    Export,
    /// A file could not be opened as a card: what the checks say of it.
    NotACard(Vec<Problem>),
    /// A card file was opened, and what was wrong with its text is not in the card any more: a field that stood twice.
    FileProblems(Vec<Problem>),
}

/// What the editor is told in the status line. The words for it are the view's.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The article is there.
    ArticleRead,
    /// There is no article in what came in.
    ArticleRefused(Refusal),
    /// The address belongs to another site, which a page may not read.
    OtherOrigin,
    /// The address could not be read: why, in the browser's words.
    NotFetched(String),
    /// Nothing was made of the selection.
    CannotMake(CannotMake),
    /// An entry was made or changed: its path.
    Made(String),
    /// An entry was removed.
    Removed,
    /// A step was undone.
    Undone,
    /// A step was done again.
    Redone,
    /// An entry stands at another place: its new place, from 1, and of how many.
    Moved(usize, usize),
    /// So many quotes were given their context.
    Fixed(usize),
    /// The draft's card is on the desk.
    DraftUsed,
    /// An older version of the card is on the desk.
    WentBack,
    /// A card was opened.
    Opened,
    /// Something was copied.
    Copied,
    /// The browser did not let it be copied.
    NotCopied,
    /// The browser did not keep the card.
    NotSaved(String),
    /// Something else failed, in the browser's words.
    Failed(String),
}

/// What an action asks for outside of the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The card is another: check it and keep it, after a pause.
    CardChanged,
    /// The article is another: check the card against it and keep it.
    ArticleChanged,
    /// The focus goes to the field of a path, or to what is nearest to it.
    Focus(String),
    /// The article is scrolled to a byte of its text.
    ShowInArticle(usize),
    /// The card on the desk is a new one in the storage.
    NewCard,
    /// What is selected in the browser is not any more.
    Unselect,
    /// The toolbar of the selection has the focus.
    FocusToolbar,
    /// The first proposal that is still open has the focus.
    FocusProposal,
}

/// All of the desk.
#[derive(Default)]
pub struct State {
    /// The article, once there is one.
    pub article: Option<Rc<Article>>,
    /// The article before this one, for a way back.
    pub previous_article: Option<Rc<Article>>,
    /// The card.
    pub document: Document,
    /// What the checks said last.
    pub checked: Rc<Checked>,
    /// The card as it could be read then.
    pub card: Rc<Card>,
    /// How many problems each entry had then, by its path.
    pub counts: Rc<HashMap<String, Count>>,
    /// Where the card's quotes were in the article then.
    pub marks: Rc<Vec<Mark>>,
    /// The card was changed since the checks.
    pub is_stale: bool,
    /// The selected bytes of the article.
    pub selection: Option<Range<usize>>,
    /// The selection was made by sentences: the browser does not show it, the desk has to.
    pub is_chosen: bool,
    /// The sentence that one stands at who walks through them; `None` where nobody does.
    pub sentence: Option<usize>,
    /// The sentence where an extended choice began.
    anchor: Option<usize>,
    /// The path of the entry whose form is open: `claims[2]`; `about` for the card as a whole.
    pub open: Option<String>,
    /// The paths of the entries that the pointer or the focus is on.
    pub pointed: Vec<String>,
    /// An id that could not be had: the path of its field, and why.
    pub no_rename: Option<(String, NoRename)>,
    /// The panel in front on a narrow screen.
    pub tab: Tab,
    /// The side of the card in front.
    pub face: Face,
    /// What lies over the desk.
    pub dialog: Option<Dialog>,
    /// What the editor was told last, and how often something was told: the same words twice are told twice.
    pub notice: Option<Notice>,
    /// See [`State::notice`].
    pub told: usize,
    /// What was found in the article, where that was asked for.
    pub suggestions: Option<Rc<Suggestions>>,
    /// The proposals that were taken or put away: claims by their index, actors by their index.
    pub done_claims: Vec<usize>,
    /// See [`State::done_claims`].
    pub done_actors: Vec<usize>,
    /// What became of a model's answer.
    pub answer: Option<Rc<Answer>>,
}

impl State {
    /// A desk with an empty card in a language.
    pub fn new(language: &str) -> Self {
        let mut state = Self { document: Document::empty(language), ..Self::default() };
        state.check();
        state
    }

    /// Does what an action says. What it asks for outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Read { source, format } => self.read(&source, format),
            Action::PutBackArticle => self.put_back_article(),
            Action::Select(range) => self.select(range),
            Action::WalkSentences(is_on) => self.walk_sentences(is_on),
            Action::Walk { walk, extend } => self.walk(walk, extend),
            Action::Choose => self.choose(),
            Action::Trim { edge, longer } => self.trim(edge, longer),
            Action::Make(what) => self.make(&what),
            Action::Type { path, to } => {
                let is_new = self.document.type_in(&path, to);
                self.changed(is_new)
            }
            Action::EndTyping => {
                self.document.end_typing();
                Vec::new()
            }
            Action::Change(edits) => {
                let is_new = self.document.change(edits);
                self.changed(is_new)
            }
            Action::Add { list, value } => self.add(&list, value),
            Action::Remove { path, is_sure } => self.remove(path, is_sure),
            Action::Move { path, to } => self.move_entry(&path, to),
            Action::Rename { list, at, to } => self.rename(list, at, &to),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Open(path) => self.open(path),
            Action::ShowField(path) => self.show_field(&path),
            Action::ShowQuote(path) => self.show_quote(&path),
            Action::ShowPlace(byte) => {
                self.tab = Tab::Article;
                vec![Effect::ShowInArticle(byte)]
            }
            Action::LookAt(path) => self.look_at(path),
            Action::Point(paths) => self.point(paths),
            Action::Check => {
                // What was checked at once is not checked again after the pause.
                if self.is_stale {
                    self.check();
                }
                Vec::new()
            }
            Action::Fix => self.fix(),
            Action::Suggest(is_on) => self.suggest(is_on),
            Action::AcceptClaim(at) => self.accept_claim(at),
            Action::AcceptActor(at) => self.accept_actor(at),
            Action::DismissClaim(at) => self.dismiss_claim(at),
            Action::DismissActor(at) => self.dismiss_actor(at),
            Action::Answer(text) => self.answer(&text),
            Action::UseAnswer => self.use_answer(),
            Action::New(language) => self.begin(&language),
            Action::Import(text) => self.import(&text),
            Action::Load { value, article } => self.load(value, article),
            Action::Dialog(dialog) => {
                // What was copied out of one dialog is not told in the next.
                self.notice.take_if(|notice| matches!(notice, Notice::Copied | Notice::NotCopied));
                self.dialog = dialog;
                Vec::new()
            }
            Action::Tab(tab) => {
                self.tab = tab;
                Vec::new()
            }
            Action::Face(face) => {
                self.face = face;
                Vec::new()
            }
            Action::Tell(notice) => {
                self.tell(notice);
                Vec::new()
            }
        }
    }

    /// The language of the card, where it says so.
    pub fn language(&self) -> Option<String> {
        let tag = self.document.value().get("inLanguage")?.as_str()?;
        (!tag.is_empty()).then(|| tag.to_owned())
    }

    /// What has to be done after the card was changed, or was not.
    fn changed(&mut self, is_new: bool) -> Vec<Effect> {
        if !is_new {
            return Vec::new();
        }
        self.is_stale = true;
        self.no_rename = None;
        vec![Effect::CardChanged]
    }

    fn tell(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.told += 1;
    }
}

#[cfg(test)]
mod tests;
