//! What a reader filled in, and whether it can be posted.

use crate::clean::is_blank;
use crate::comment::{Author, NewComment};
use card::{Position, WebUrl};

/// How much of each field there may be, in characters (Unicode scalar values).
pub mod limits {
    /// The comment.
    pub const TEXT: usize = 5_000;
    /// The counter is shown once so few characters of the comment are left.
    pub const TEXT_NEAR: usize = 500;
    /// The name.
    pub const NAME: usize = 80;
    /// The email address (RFC 5321 allows a path of 256, angle brackets included).
    pub const EMAIL: usize = 254;
    /// The website.
    pub const WEBSITE: usize = 500;
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The comment itself; required.
    Text,
    /// The name shown; required.
    Name,
    /// The email address; required, never shown.
    Email,
    /// The website.
    Website,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing visible is in a required field.
    Missing,
    /// It has more characters than it may.
    TooLong {
        /// How many it may have.
        limit: usize,
        /// How many it has.
        length: usize,
    },
    /// Not of the shape `somebody@somewhere.tld`.
    NotAnEmail,
    /// Not an `http` or `https` address.
    NotAnAddress,
}

/// The form as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// The comment.
    pub text: String,
    /// The name.
    pub name: String,
    /// The email address.
    pub email: String,
    /// The website.
    pub website: String,
    /// The id of the comment that is answered.
    pub parent_item: Option<String>,
    /// The id of the claim it is about.
    pub about: Option<String>,
    /// The position toward that claim.
    pub position: Option<Position>,
}

impl Form {
    /// Whether the text alone is in order: all that an edit changes.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check_text(&self) -> Result<(), Vec<(Field, Problem)>> {
        check_text(&self.text).map_or(Ok(()), |problem| Err(vec![(Field::Text, problem)]))
    }

    /// The comment to post.
    ///
    /// # Errors
    /// Every field that is not in order, in the order of the form.
    pub fn check(&self) -> Result<NewComment, Vec<(Field, Problem)>> {
        let website = self.website.trim();
        let url = if website.is_empty() { Ok(None) } else { address(website).map(Some) };
        let checks = [
            (Field::Text, check_text(&self.text)),
            (Field::Name, required(&self.name, limits::NAME)),
            (Field::Email, check_email(&self.email)),
            (Field::Website, url.as_ref().err().copied()),
        ];
        let problems: Vec<_> =
            checks.into_iter().filter_map(|(field, problem)| Some((field, problem?))).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(NewComment {
            text: self.text.trim().to_owned(),
            author: Author { name: self.name.trim().to_owned(), url: url.unwrap_or_default() },
            email: self.email.trim().to_owned(),
            parent_item: self.parent_item.clone(),
            about: self.about.clone(),
            position: self.position.filter(|_| self.about.is_some()),
        })
    }
}

/// What is wrong with the text of a comment, for the form and for an edit.
pub(crate) fn check_text(text: &str) -> Option<Problem> {
    required(text, limits::TEXT)
}

fn required(text: &str, limit: usize) -> Option<Problem> {
    if is_blank(text) { Some(Problem::Missing) } else { too_long(text.trim(), limit) }
}

fn too_long(text: &str, limit: usize) -> Option<Problem> {
    let length = text.chars().count();
    (length > limit).then_some(Problem::TooLong { limit, length })
}

/// Catches slips of the hand, as `type="email"` does; whether an address exists is for a mail server.
fn check_email(text: &str) -> Option<Problem> {
    let problem = required(text, limits::EMAIL);
    if problem.is_some() {
        return problem;
    }
    let text = text.trim();
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c);
    let fine = text.rsplit_once('@').is_some_and(|(who, host)| {
        let labels = host.split('.').count();
        !who.is_empty()
            && !who.contains('@')
            && labels >= 2
            && host.split('.').all(|label| !label.is_empty())
            && !text.contains(odd)
    });
    (!fine).then_some(Problem::NotAnEmail)
}

/// `example.org` is taken for `https://example.org`.
fn address(text: &str) -> Result<String, Problem> {
    if let Some(problem) = too_long(text, limits::WEBSITE) {
        return Err(problem);
    }
    let whole =
        if text.contains(':') || !text.contains('.') { text.to_owned() } else { format!("https://{text}") };
    WebUrl::parse(&whole).map(String::from).ok_or(Problem::NotAnAddress)
}
