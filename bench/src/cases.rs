//! What is measured: every page, and what is done on it.

use serde::Serialize;

use crate::pages::Variant;
use crate::site::REAL;

/// Claims in a card.
pub const CLAIMS: [usize; 3] = [10, 50, 200];
/// Comments stored in the browser.
pub const COMMENTS: [usize; 3] = [20, 1_000, 10_000];
/// Cards on a page.
pub const CARDS: [usize; 3] = [1, 10, 100];
/// Comments on a comment system's server, or in the card's own storage.
pub const SYSTEM_COMMENTS: [usize; 2] = [0, 1_000];

/// A series of measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// The real card, made in each way.
    Card,
    /// More and more claims in it.
    Claims,
    /// More and more comments stored.
    Comments,
    /// More and more cards on the page.
    Cards,
    /// The comment section beside comment systems.
    Systems,
}

impl Group {
    /// All of them with their names on the command line.
    pub const ALL: [(&'static str, Self); 5] = [
        ("card", Self::Card),
        ("claims", Self::Claims),
        ("comments", Self::Comments),
        ("cards", Self::Cards),
        ("systems", Self::Systems),
    ];
}

/// One page, and what a reader does on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The series it belongs to.
    pub group: Group,
    /// How the card is made.
    pub variant: Variant,
    /// How many claims, comments or cards; 0 for the real card.
    pub size: usize,
    /// The page.
    pub path: String,
    /// Comments to store beforehand.
    pub stored: usize,
    /// Claims to open once the page is at rest.
    pub clicks: usize,
    /// Whether to open the comments then.
    pub opens_comments: bool,
}

/// The cases of a series.
pub fn cases(group: Group) -> Vec<Case> {
    let case = |variant, size, path| Case {
        group,
        variant,
        size,
        path,
        stored: 0,
        clicks: 0,
        opens_comments: false,
    };
    let each = |variants: &[Variant], sizes: &[usize], make: &dyn Fn(Variant, usize) -> Case| {
        sizes.iter().flat_map(|size| variants.iter().map(|variant| make(*variant, *size))).collect()
    };
    match group {
        Group::Card => each(&Variant::CARDS, &[0], &|variant, size| Case {
            clicks: 13,
            opens_comments: variant != Variant::Static,
            ..case(variant, size, variant.path(REAL, 1))
        }),
        Group::Claims => each(&Variant::CARDS, &CLAIMS, &|variant, size| Case {
            clicks: size.min(20),
            ..case(variant, size, variant.path(&size.to_string(), 1))
        }),
        Group::Comments => {
            each(&[Variant::Src, Variant::Preact, Variant::Lit], &COMMENTS, &|variant, size| Case {
                stored: size,
                opens_comments: true,
                ..case(variant, size, variant.path(REAL, 1))
            })
        }
        // One card is among the series of claims.
        Group::Cards => each(&Variant::CARDS, &CARDS, &|variant, size| {
            case(variant, size, variant.path(&CLAIMS[0].to_string(), size))
        }),
        Group::Systems => each(&Variant::COMMENT_SYSTEMS, &SYSTEM_COMMENTS, &|variant, size| Case {
            stored: if variant == Variant::Comments { size } else { 0 },
            ..case(variant, size, variant.path("comments", size))
        }),
    }
}

/// What the browser is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// As fast as the machine is.
    Unthrottled,
    /// A phone on a mobile network: a quarter of the processor, 150 ms, 1.6 Mbit/s.
    Throttled,
}

impl Profile {
    /// As it is called in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unthrottled => "unthrottled",
            Self::Throttled => "throttled (4× CPU, 150 ms, 1.6 Mbit/s)",
        }
    }

    /// The same in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unthrottled => "unthrottled",
            Self::Throttled => "throttled",
        }
    }

    /// Whether a series is measured under it. How something grows says the same on a fast machine, in less time.
    pub fn has(self, group: Group) -> bool {
        self == Self::Unthrottled || matches!(group, Group::Card | Group::Systems)
    }
}
