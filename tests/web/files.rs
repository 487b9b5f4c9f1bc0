//! The card files that the browser's reading is held to; `crates/card/tests/card/every_field.rs` sees that none is left out.

/// A card in which every field and every word of the card file occurs, and no text twice.
pub const EVERY_FIELD: &str = include_str!("../../crates/card/tests/fixtures/every-field.json");

/// `static/cards`, by name.
pub const CARDS: [(&str, &str); 6] = [
    ("cartel-strategy.json", include_str!("../../static/cards/cartel-strategy.json")),
    ("dark-sky.json", include_str!("../../static/cards/dark-sky.json")),
    ("escuela.json", include_str!("../../static/cards/escuela.json")),
    ("market-hall.json", include_str!("../../static/cards/market-hall.json")),
    ("night-bus.json", include_str!("../../static/cards/night-bus.json")),
    ("river-park.json", include_str!("../../static/cards/river-park.json")),
];
