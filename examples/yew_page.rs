//! A Yew program that holds a summary card: its own state beside the card's, a button that opens a claim,
//! and a line that follows what the reader opens. `tests/web` drives it in a browser.
//!
//! The style sheet `static/card.css` has to be on the page.

use std::rc::Rc;

use summary_card::card::{Card, Claim};
use summary_card::settings::Comments;
use summary_card::view::{Controller, SummaryCard};
use yew::prelude::*;

/// The card: here made in Rust; `summary_card::card::parse` reads a card file natively.
pub fn card() -> Card {
    let claim = |id: &str, text: &str| Claim { id: id.into(), text: text.into(), ..Claim::default() };
    Card {
        version: 1,
        id: "night-bus".into(),
        headline: "Night buses return".into(),
        summary: vec!["Night buses run again from Friday.".into()],
        claims: vec![
            claim("friday", "Buses run again from Friday."),
            claim("fares", "Fares stay as they are."),
        ],
        ..Card::default()
    }
}

/// The page around the card.
#[component]
pub fn Page() -> Html {
    let card = use_memo((), |()| card());
    let controller = use_memo((), |()| Controller::default());
    let last = use_state(|| AttrValue::from("nothing yet"));
    let clicks = use_state(|| 0_u32);

    let on_claim_toggle = {
        let last = last.clone();
        Callback::from(move |(id, open): (AttrValue, bool)| {
            last.set([if open { "opened " } else { "closed " }, &*id].concat().into());
        })
    };
    let open = {
        let (controller, clicks) = (controller.clone(), clicks.clone());
        Callback::from(move |_: MouseEvent| {
            controller.open_claim("fares");
            clicks.set(*clicks + 1);
        })
    };
    html! {
        <main>
            <h1>{ "The morning page" }</h1>
            <button onclick={open}>{ "What about fares?" }</button>
            <p id="last">{ &*last }</p>
            <p id="clicks">{ *clicks }</p>
            <SummaryCard card={Rc::clone(&card)} controller={(*controller).clone()} lang="en"
                comments={Comments::Off} {on_claim_toggle} />
        </main>
    }
}

/// Mounts the page in `<body>`.
#[cfg(target_arch = "wasm32")]
#[allow(dead_code, reason = "tests/web mounts the page itself")]
fn main() {
    yew::Renderer::<Page>::new().render();
}

/// Natively there is no page to mount it in.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("build this for wasm32-unknown-unknown, with trunk");
}
