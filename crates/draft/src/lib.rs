//! A first draft of a card. Nothing here sees a DOM or a network.

mod actors;
mod language;
mod mentions;
mod sentences;
mod speakers;
mod suggest;
mod text;

pub use actors::Actor;
pub use sentences::sentences;
pub use suggest::{Proposal, Suggestions, Why, suggest};
