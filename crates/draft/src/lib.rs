//! A first draft of a card about an article, for an editor to go on from. Nothing here sees a DOM or a network.
//!
//! - [`sentences`] cuts an article into the units that everything else points at.
//! - [`suggest`] proposes claims and actors without a model, in English and Spanish. It reads cues, and knows nothing
//!   of the world: each proposal says why it was made, and is for a person to accept.
//! - [`prompt`](prompt()) asks a language model, any, to point at sentences by their numbers.
//! - [`answer`](answer()) turns what came back into a card. The words of every quote are cut out of the article, and
//!   what the article does not prove is left out and named.

mod actors;
mod answer;
mod language;
mod mentions;
mod prompt;
mod sentences;
mod slug;
mod speakers;
mod suggest;
mod text;

pub use actors::Actor;
pub use answer::{Answer, MAX_ANSWER_BYTES, answer};
pub use prompt::{answer_schema, prompt};
pub use sentences::sentences;
pub use slug::{MAX_SLUG, slug};
pub use suggest::{Proposal, Suggestions, Why, suggest};
pub use text::quotations;
