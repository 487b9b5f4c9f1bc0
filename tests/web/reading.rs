//! What JavaScript hands over becomes the JSON value that the card is read from. The reading itself is tested
//! natively (`crates/card/tests/card/read.rs`).

use summary_card::card::{Card, limits};
use summary_card::page::read_card;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const EVERY_FIELD: &str = include_str!("../../crates/card/tests/fixtures/every-field.json");
const STRATEGY: &str = include_str!("../../static/cards/cartel-strategy.json");

/// The card, or the code and the message of the error.
fn read(value: &JsValue) -> Result<Card, (String, String)> {
    read_card(value).map(|card| (*card).clone()).map_err(|error| {
        let error: js_sys::Error = error.unchecked_into();
        let code = js_sys::Reflect::get(&error, &"code".into()).expect("a property");
        (code.as_string().expect("a code"), String::from(error.message()))
    })
}

fn parse(text: &str) -> JsValue {
    js_sys::JSON::parse(text).expect("JSON")
}

fn evaluate(expression: &str) -> JsValue {
    js_sys::eval(&["(", expression, ")"].concat()).expect("a value")
}

/// A card with `more` among its fields.
fn with(more: &str) -> JsValue {
    let start = r#"{ version: 1, id: "x", headline: "A headline", abstract: ["A point."], "#;
    evaluate(&[start, more, "}"].concat())
}

#[wasm_bindgen_test]
fn every_field_and_every_word_reads_as_serde_reads_it() {
    for text in [EVERY_FIELD, STRATEGY] {
        assert_eq!(read(&parse(text)), Ok(serde_json::from_str(text).expect("a card")));
    }
}

#[wasm_bindgen_test]
fn what_is_wrong_is_named_with_its_code_and_path() {
    for (value, code, message) in [
        ("null", "wrong-shape", "the card: expected an object"),
        ("undefined", "wrong-shape", "the card: expected an object"),
        ("[]", "wrong-shape", "the card: expected an object"),
        ("{}", "wrong-version", "version: expected the number 1"),
        ("{ version: 1, id: 7 }", "wrong-shape", "id: expected a string"),
        ("{ version: 1 }", "wrong-shape", "id: missing"),
    ] {
        assert_eq!(read(&evaluate(value)), Err((code.into(), message.into())), "{value}");
    }
    let many = read(&with("claims: Array(201).fill({})"));
    assert_eq!(many, Err(("too-large".into(), "claims: 201 entries, at most 200".into())));
}

/// A page can hand over any object.
#[wasm_bindgen_test]
fn what_json_does_not_know_is_as_good_as_absent() {
    let plain = read(&with("")).expect("a card");
    for more in [
        "url: undefined, correction: null, publisher: () => 1",
        "other: () => 1, more: Symbol(), most: 10n, [Symbol()]: 1, date: new Date(), map: new Map([[1, 2]])",
        "other: Infinity, more: NaN",
        "get other() { throw Error() }",
        "__proto__: { url: 5 }, other: Object.create(null)",
    ] {
        assert_eq!(read(&with(more)), Ok(plain.clone()), "{more}");
    }
    // Half of a surrogate pair is no character.
    let halved = read(&with(r#"correction: "a\ud800b""#)).expect("a card");
    assert_eq!(halved.correction.as_deref(), Some("a\u{fffd}b"));
}

#[wasm_bindgen_test]
fn what_is_too_deep_or_too_large_is_refused() {
    let nested = |depth: usize| ["other: ", &"[".repeat(depth), &"]".repeat(depth)].concat();
    let code = |more: &str| read(&with(more)).map(|_| ()).map_err(|(code, _)| code);
    // The card itself is the first level.
    assert_eq!(code(&nested(limits::MAX_DEPTH - 1)), Ok(()));
    assert_eq!(code(&nested(limits::MAX_DEPTH)), Err("too-large".into()));
    assert_eq!(code(&nested(3000)), Err("too-large".into()));
    assert_eq!(code("other: 'x'.repeat(500_000)"), Ok(()));
    assert_eq!(code("other: 'x'.repeat(524_288)"), Err("too-large".into()));
    assert_eq!(code("other: Array(524_288).fill(0)"), Err("too-large".into()));
    // Objects that hold themselves, twice at each level.
    let knot =
        evaluate("(() => { const knot = { version: 1 }; knot.a = knot.b = [knot, knot]; return knot })()");
    assert_eq!(read(&knot).map(|_| ()).map_err(|(code, _)| code), Err("too-large".into()));
}
