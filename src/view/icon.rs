//! The card's icons, drawn on a grid of 16. Decoration: each stands beside a word, or in a button that has a name.

use yew::prelude::*;

use crate::card::Status;
use crate::state::QuoteState;

fn draw(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={path} /></svg>
    }
}

/// An arrow that leaves the page.
pub fn away() -> Html {
    draw("M6 3.5H3.5v9h9V10M9 3.5h3.5V7M12.5 3.5 7 9")
}

/// The mark of a position: for, against, none stated.
pub fn position(column: usize) -> Html {
    draw(["m3 8.5 3.3 3.3L13 5", "m4 4 8 8m0-8-8 8", "M4.5 8h7"][column])
}

/// The mark of a part of something divided.
pub fn mixed() -> Html {
    draw("M8 13V8.5L4 4m4 4.5L12 4")
}

/// The mark of what the article shows for a claim.
pub fn status(status: Status) -> Html {
    draw(match status {
        Status::Reported => "M3.5 2.5h9v11h-9zM6 6h4M6 9h4",
        Status::Attributed => "M3 12.5V9.5q0-5 4-6M9 12.5V9.5q0-5 4-6M3 9.5h3v3H3zM9 9.5h3v3H9z",
        Status::Disputed => "M8 13V8.5L4 4m4 4.5L12 4M4 7.5V4h3.5M12 7.5V4H8.5",
        Status::Unreviewed => "M8 2.5a5.5 5.5 0 1 0 .01 0M6.3 6.5q0-1.7 1.7-1.7t1.7 1.5q0 1-1.7 2v.8M8 11v.4",
    })
}

/// The mark of whether a quote is in the article.
pub fn quote(state: &QuoteState) -> Html {
    draw(match state {
        QuoteState::Found => "m3 8.5 3.3 3.3L13 5",
        QuoteState::Near { .. } => "M3 6.5q2.5-3 5 0t5 0M3 10.5q2.5-3 5 0t5 0",
        QuoteState::Orphan => "M8 2.5a5.5 5.5 0 1 0 .01 0M4.2 4.2l7.6 7.6",
        QuoteState::Unknown | QuoteState::Elsewhere | QuoteState::Unread => "M3 4h10M3 8h10M3 12h6",
    })
}

/// A marker pen.
pub fn marks() -> Html {
    draw("M3 13l.8-3.2 6.4-6.4 2.4 2.4-6.4 6.4zM3 14.5h10")
}

/// A magnifying glass.
pub fn search() -> Html {
    draw("M7 2.5a4.5 4.5 0 1 0 .01 0M10.2 10.2l3.3 3.3")
}

/// Two links of a chain.
pub fn link() -> Html {
    draw(
        "M6.8 9.2a2.4 2.4 0 0 0 3.4 0l2.1-2.1a2.4 2.4 0 0 0-3.4-3.4l-.7.7M9.2 6.8a2.4 2.4 0 0 0-3.4 0L3.7 8.9a2.4 2.4 0 0 0 3.4 3.4l.7-.7",
    )
}

/// An arrow out of a box.
pub fn share() -> Html {
    draw("M8 10V2.5M5.5 5 8 2.5 10.5 5M4 7.5v6h8v-6")
}
