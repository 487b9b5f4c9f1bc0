//! What the page's author chooses for a card: the values of its attributes, without a DOM.

use crate::text::lower_case;

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

impl Comments {
    /// Reads the `comments` attribute.
    pub fn parse(name: &str) -> Self {
        if name == "off" { Self::Off } else { Self::Local }
    }
}

/// Whether the headline is shown in sight. It is the card's accessible name in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Headline {
    /// Unless a heading above the card says the same words.
    #[default]
    Auto,
    /// Always.
    Show,
    /// Never.
    Hide,
}

impl Headline {
    /// Reads the `headline` attribute.
    pub fn parse(name: &str) -> Self {
        match name {
            "show" => Self::Show,
            "hide" => Self::Hide,
            _ => Self::Auto,
        }
    }

    /// Whether a headline is not repeated in sight; `above` gives the texts of the headings above the card.
    pub fn is_hidden(self, headline: &str, above: impl FnOnce() -> Vec<String>) -> bool {
        match self {
            Self::Show => false,
            Self::Hide => true,
            Self::Auto => {
                let words = letters(headline);
                above().iter().any(|above| letters(above) == words)
            }
        }
    }
}

/// A text without what two copies of the same headline may differ in: case, spaces, punctuation.
fn letters(text: &str) -> String {
    let is_other =
        |c: &char| c.is_whitespace() || c.is_ascii_punctuation() || ('\u{2000}'..'\u{2070}').contains(c);
    lower_case(text).chars().filter(|c| !is_other(c)).collect()
}

/// The level of a card's heading: one below that of the last heading above it, 2 where there is none.
pub fn heading_level_below(last: Option<u8>) -> u8 {
    last.map_or(2, |level| level.saturating_add(1).clamp(2, 6))
}

/// Which quotes are marked in the article. The passage that the reader asked for is highlighted in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// Those of open claims.
    #[default]
    Open,
    /// All.
    All,
    /// None.
    Off,
}

impl Marks {
    /// Reads the `marks` attribute.
    pub fn parse(name: &str) -> Self {
        match name {
            "all" => Self::All,
            "off" => Self::Off,
            _ => Self::Open,
        }
    }
}
