//! How large a card file and its parts may be. The one place where these numbers stand: the checks,
//! the JSON Schema and the documentation read them from here.
//!
//! Lengths of text are counted in Unicode code points, as JSON Schema's `maxLength` counts them; the
//! size of the file is counted in bytes. The limits are far above what an editor needs and low enough
//! that a damaged or hostile file cannot stop the page it is shown on.

/// The version of the card file's format that this crate reads and writes.
pub const VERSION: u32 = 1;

/// The size of a card file, in bytes: 512 KiB.
pub const MAX_FILE_BYTES: usize = 512 * 1024;

/// The number of points in the summary (`abstract`).
pub const MAX_SUMMARY_POINTS: usize = 10;
/// The number of actors in a card.
pub const MAX_ACTORS: usize = 200;
/// The number of claims in a card.
pub const MAX_CLAIMS: usize = 200;
/// The number of stances in a card.
pub const MAX_STANCES: usize = 1000;
/// The number of sample comments in a card.
pub const MAX_COMMENTS: usize = 200;
/// The number of quotes in one `evidence` list.
pub const MAX_QUOTES: usize = 20;
/// The number of reasons of one stance or faction.
pub const MAX_REASONS: usize = 20;
/// The number of factions of a divided actor.
pub const MAX_PARTS: usize = 10;
/// The number of factions that a divided actor has at least.
pub const MIN_PARTS: usize = 2;
/// The number of claims that a point of the summary rests on.
pub const MAX_POINT_CLAIMS: usize = 20;
/// The number of names or ids in one `author` list.
pub const MAX_AUTHORS: usize = 50;
/// The number of addresses in one `sameAs` or `appearance` list.
pub const MAX_LINKS: usize = 20;

/// The length of an id, in characters.
pub const MAX_ID: usize = 64;
/// The length of a name, a headline or a short description, in characters.
pub const MAX_NAME: usize = 300;
/// The length of a claim, a reason, a summary point or a correction, in characters.
pub const MAX_TEXT: usize = 2000;
/// The length of a quote, in characters.
pub const MAX_QUOTE: usize = 2000;
/// The length of a quote's `prefix` or `suffix`, in characters: what quote selectors usually carry.
pub const MAX_CONTEXT: usize = 32;
/// The length of a sample comment, in characters.
pub const MAX_COMMENT: usize = 10_000;
/// The length of an address, in characters.
pub const MAX_URL: usize = 2048;
/// The length of a language tag, in characters.
pub const MAX_LANGUAGE: usize = 35;
/// The length of a date, in characters: one with nanoseconds and an offset.
pub const MAX_DATE: usize = 35;

/// How many lists and objects may stand within each other; `serde_json` reads no more.
pub const MAX_DEPTH: usize = 127;
