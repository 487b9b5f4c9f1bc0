//! What the page's author chooses for a card: the values of its attributes, without a DOM.

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
