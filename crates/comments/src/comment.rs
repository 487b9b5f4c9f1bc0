//! One comment, in the terms of schema.org `Comment`.

use std::cell::OnceCell;

use super::Time;
use super::markdown::{self, Block};
use card::{Json, Position, SampleComment, Vocabulary};

/// A comment as it is listed. What is stored and sent out in events is [`Comment::to_json`]; the email
/// address is in neither.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// Unlike that of any other comment on the article.
    pub id: String,
    /// The text as typed: show it through [`super::clean`] and [`super::markdown`].
    pub text: String,
    /// Who wrote it.
    pub author: Author,
    /// When, by the writer's clock.
    pub date_created: Time,
    /// When it was last edited.
    pub date_modified: Option<Time>,
    /// The id of the comment this one answers.
    pub parent_item: Option<String>,
    /// How many liked it, this reader included.
    pub upvote_count: u32,
    /// The id of the claim it is about.
    pub about: Option<String>,
    /// Its position toward that claim.
    pub position: Option<Position>,
    /// Its place in time among the others: the date, or a millisecond more than the newest, so that a
    /// clock that goes backwards does not shuffle the thread.
    pub order: Time,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether this reader liked it.
    pub liked: bool,
    /// Whether it waits for a moderator.
    pub pending: bool,
    /// Its text as it is shown, once that was asked for.
    pub shown: ShownText,
}

impl Comment {
    /// The text as a tree, parsed when first asked for.
    pub fn blocks(&self) -> &[Block] {
        &self.parsed().blocks
    }

    /// The beginning of a long text; `None` where the whole is not much longer.
    pub fn folded(&self) -> Option<&[Block]> {
        self.parsed().folded.as_deref()
    }

    fn parsed(&self) -> &Parsed {
        self.shown.0.get_or_init(|| {
            let blocks = markdown::parse(&self.text);
            let folded = markdown::fold(&blocks, FOLD);
            Parsed { blocks, folded }
        })
    }

    /// Counts the reader's like, or no longer.
    pub(crate) fn count_like(&mut self, liked: bool) {
        if self.liked != liked {
            self.liked = liked;
            let count = self.upvote_count;
            self.upvote_count = if liked { count.saturating_add(1) } else { count.saturating_sub(1) };
        }
    }

    /// The comment that [`Comment::to_json`] wrote. Where a required field is missing, or a date is none, there is no
    /// comment; what else is absent is left out.
    pub(crate) fn read(from: &Json) -> Option<Self> {
        let author = from.get("author")?;
        let time = |name: &str| match text(from, name) {
            Some(text) => Time::parse(&text).map(Some),
            None => Some(None),
        };
        Some(Self {
            id: text(from, "id")?,
            text: text(from, "text")?,
            author: Author { name: text(author, "name")?, url: text(author, "url") },
            date_created: time("dateCreated")??,
            date_modified: time("dateModified")?,
            parent_item: text(from, "parentItem"),
            upvote_count: count(from, "upvoteCount"),
            about: text(from, "about"),
            position: text(from, "position").as_deref().and_then(Position::from_word),
            order: time("order")?.unwrap_or_default(),
            origin: Origin::default(),
            liked: false,
            pending: false,
            shown: ShownText::default(),
        })
    }

    /// The comment in schema.org's terms, for storage, export and events.
    pub fn to_json(&self) -> Json {
        let author =
            Json::object().with("name", &*self.author.name).with_some("url", self.author.url.as_deref());
        Json::object()
            .with("id", &*self.id)
            .with("text", &*self.text)
            .with("author", author)
            .with("dateCreated", self.date_created.iso())
            .with_some("dateModified", self.date_modified.map(Time::iso))
            .with_some("parentItem", self.parent_item.as_deref())
            .with("upvoteCount", self.upvote_count)
            .with_some("about", self.about.as_deref())
            .with_some("position", self.position.map(Vocabulary::word))
            .with("order", self.order.iso())
    }
}

/// A field that is a text.
pub(crate) fn text(from: &Json, name: &str) -> Option<String> {
    from.get(name)?.as_text().map(ToOwned::to_owned)
}

/// A field that is a count; 0 where it is none.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
pub(crate) fn count(from: &Json, name: &str) -> u32 {
    from.get(name).and_then(Json::as_number).map_or(0, |number| number as u32)
}

/// Longer comments are folded, in characters.
const FOLD: usize = 600;

/// A comment's text as it is shown. It follows from the text: a copy of a comment, whose text may be changed, has to
/// parse its own, and two comments are equal whether they were parsed or not.
#[derive(Debug, Default)]
pub struct ShownText(OnceCell<Parsed>);

#[derive(Debug)]
struct Parsed {
    blocks: Vec<Block>,
    folded: Option<Vec<Block>>,
}

impl Clone for ShownText {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for ShownText {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Who wrote a comment (schema.org `Person`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The name shown.
    pub name: String,
    /// The writer's website.
    pub url: Option<String>,
}

/// Where a comment comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// This reader wrote it and may edit and delete it.
    Own,
    /// It came with the card file, as a sample.
    Sample,
    /// Somebody else wrote it.
    #[default]
    Other,
}

/// A comment on its way to a store: a form that was found to be in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewComment {
    /// The text as typed.
    pub text: String,
    /// Who wrote it.
    pub author: Author,
    /// Only for a store that hands it to a service asking for it; never kept with the comment.
    pub email: String,
    /// The id of the comment this one answers.
    pub parent_item: Option<String>,
    /// The id of the claim it is about.
    pub about: Option<String>,
    /// Its position toward that claim.
    pub position: Option<Position>,
}

impl NewComment {
    /// The comment as it will be, for the page to look at before it is stored.
    pub fn preview(&self, now: Time) -> Comment {
        Comment {
            id: String::new(),
            text: self.text.clone(),
            author: self.author.clone(),
            date_created: now,
            date_modified: None,
            parent_item: self.parent_item.clone(),
            upvote_count: 0,
            about: self.about.clone(),
            position: self.position,
            order: now,
            origin: Origin::Own,
            liked: false,
            pending: false,
            shown: ShownText::default(),
        }
    }
}

impl From<&SampleComment> for Comment {
    /// A sample with a date that cannot be read is as old as can be.
    fn from(sample: &SampleComment) -> Self {
        let date = Time::parse(&sample.date_created).unwrap_or_default();
        Self {
            id: sample.id.clone(),
            text: sample.text.clone(),
            author: Author { name: sample.author.clone(), url: None },
            date_created: date,
            date_modified: None,
            parent_item: sample.parent_item.clone(),
            upvote_count: sample.upvote_count,
            about: sample.about.clone(),
            position: sample.position,
            order: date,
            origin: Origin::Sample,
            liked: false,
            pending: false,
            shown: ShownText::default(),
        }
    }
}
