//! What the editor does.

use std::ops::Range;

use serde_json::Value;

use super::{Dialog, Face, Notice, Tab};
use crate::article::{Format, SavedBlock};
use crate::document::Edit;
use crate::make::Make;
use crate::references::List;

/// A step through the article's sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// The one before.
    Back,
    /// The next one.
    On,
    /// The first one.
    First,
    /// The last one.
    Last,
    /// One by its index.
    To(usize),
}

/// An edge of the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// All that can happen on the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An article came in.
    Read {
        /// Its text, page or Markdown.
        source: String,
        /// Which of them.
        format: Format,
    },
    /// The article before this one comes back.
    PutBackArticle,
    /// Bytes of the article were selected, or none any more.
    Select(Option<Range<usize>>),
    /// The sentences can be walked through, or not any more.
    WalkSentences(bool),
    /// A step through the sentences.
    Walk {
        /// Which step.
        walk: Walk,
        /// All sentences on the way are chosen.
        extend: bool,
    },
    /// The sentence where one stands is selected.
    Choose,
    /// The selection loses a word at an edge, or gets one more.
    Trim {
        /// The edge.
        edge: Edge,
        /// Whether it gets one.
        longer: bool,
    },
    /// The selected words become something.
    Make(Make),
    /// Something was typed in the field of a path.
    Type {
        /// The field.
        path: String,
        /// What stands there now; `None` removes the field.
        to: Option<Value>,
    },
    /// A field was left.
    EndTyping,
    /// The card is changed in one step.
    Change(Vec<Edit>),
    /// A new entry at the end of a list; its form opens.
    Add {
        /// The list.
        list: String,
        /// The entry.
        value: Value,
    },
    /// An entry is to go.
    Remove {
        /// Its path.
        path: String,
        /// Whatever falls with it.
        is_sure: bool,
    },
    /// An entry goes to another place of its list.
    Move {
        /// Its path.
        path: String,
        /// Its index afterwards.
        to: usize,
    },
    /// An id becomes another, wherever it stands.
    Rename {
        /// The list of what has it.
        list: List,
        /// The index in that list.
        at: usize,
        /// The new id.
        to: String,
    },
    /// The last step is undone.
    Undo,
    /// The step that was undone last is done again.
    Redo,
    /// The form of an entry opens, and any other closes.
    Open(Option<String>),
    /// The field of a path is to be seen, and has the focus.
    ShowField(String),
    /// The words of a quote, or of an entry's first quote, are to be seen in the article.
    ShowQuote(String),
    /// A byte of the article is to be seen.
    ShowPlace(usize),
    /// The pointer or the focus is on an entry's row: its quotes are shown where the article is in sight.
    LookAt(String),
    /// The pointer or the focus is on something of these entries.
    Point(Vec<String>),
    /// The pause after a change is over.
    Check,
    /// The context of all quotes that lack it is filled in.
    Fix,
    /// The article's suggestions are shown, or not any more.
    Suggest(bool),
    /// A proposed claim becomes one.
    AcceptClaim(usize),
    /// A proposed actor becomes one.
    AcceptActor(usize),
    /// A proposed claim is put away.
    DismissClaim(usize),
    /// A proposed actor is put away.
    DismissActor(usize),
    /// A model's answer came back.
    Answer(String),
    /// The card of the answer becomes this card.
    UseAnswer,
    /// A new, empty card in a language.
    New(String),
    /// A card file is opened.
    Import(String),
    /// A kept card is opened, with its article.
    Load {
        /// The card file.
        value: Value,
        /// The article's blocks.
        article: Option<Vec<SavedBlock>>,
    },
    /// Something lies over the desk, or nothing any more.
    Dialog(Option<Dialog>),
    /// Another panel comes to the front.
    Tab(Tab),
    /// The other side of the card comes to the front.
    Face(Face),
    /// The editor is told something.
    Tell(Notice),
}
