//! The widget reads a card file's text as the command line does: `JSON.parse` and what becomes of its result in the
//! browser, against this workspace's own reading of the text, over card files with something done to them.

use std::collections::BTreeMap;

use summary_card::card::{Card, ErrorCode, limits, parse};
use summary_card::page::read_card;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "../../crates/card/tests/card/mutations.rs"]
mod mutations;

use mutations::Mutations;

const CARDS: [&str; 3] = [
    include_str!("../../crates/card/tests/fixtures/every-field.json"),
    include_str!("../../static/cards/market-hall.json"),
    include_str!("../../static/cards/night-bus.json"),
];

/// What the widget makes of a text: the card, or the code of the error. What `embed.js` does before is done here.
fn in_the_widget(text: &str) -> Result<Card, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > limits::MAX_FILE_BYTES {
        return Err(ErrorCode::TooLarge.name().into());
    }
    let value = js_sys::JSON::parse(text).map_err(|_| ErrorCode::NotJson.name().to_owned())?;
    read_card(&value).map(|card| (*card).clone()).map_err(|error| {
        let error: js_sys::Error = error.unchecked_into();
        let code = js_sys::Reflect::get(&error, &"code".into()).expect("a property");
        code.as_string().expect("a code")
    })
}

#[wasm_bindgen_test]
fn a_text_is_read_in_the_browser_as_on_the_command_line() {
    let mut mutations = Mutations::of(&CARDS.map(str::to_owned), 0xface);
    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    for round in 0..800 {
        let text = mutations.next_text();
        let natively = parse(&text).map_err(|error| error.code.name().to_owned());
        let here = in_the_widget(&text);
        assert!(here == natively, "round {round}: here {here:?}, natively {natively:?}: {text:.2000}");
        *outcomes.entry(here.err().unwrap_or_default()).or_default() += 1;
    }
    // A card, and each of the four codes.
    assert!(outcomes.len() == 5 && outcomes.values().all(|count| *count >= 5), "one-sided: {outcomes:?}");
}
