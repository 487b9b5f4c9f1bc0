//! The card inside another Yew program, whose events and subtree numbers are its own.

use summary_card::view::Controller;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::{page, settle};

#[path = "../../examples/yew_page.rs"]
mod yew_page;

#[wasm_bindgen_test]
async fn the_documented_yew_page_and_its_card_both_live() {
    let root = page().create_element("div").expect("an element");
    page().body().expect("a body").append_child(&root).expect("room for it");
    let app = yew::Renderer::<yew_page::Page>::with_root(root.clone()).render();
    settle().await;
    let find = |selector: &str| root.query_selector(selector).expect("a selector").expect(selector);
    let text = |selector: &str| find(selector).text_content().unwrap_or_default();
    let click = |selector: &str| find(selector).unchecked_into::<HtmlElement>().click();

    assert_eq!(root.query_selector_all("h1, h2").expect("a selector").length(), 2);
    assert_eq!(text("#last"), "nothing yet");

    // The reader, in the card.
    click("details[data-claim='1'] > summary");
    settle().await;
    assert_eq!(text("#last"), "opened friday");
    assert_eq!(text("#clicks"), "0", "a click in the card is not one on the page's button");

    // The page, from outside, twice: each is one click for it, and the claim stays open.
    for clicks in ["1", "2"] {
        click("main > button");
        settle().await;
        assert_eq!(text("#clicks"), clicks);
        assert!(find("details[data-claim='2']").has_attribute("open"));
    }
    assert_eq!(text("#last"), "opened fares");
    assert!(find("details[data-claim='1']").has_attribute("open"), "rendering the page closed nothing");

    app.destroy();
    settle().await;
    root.remove();
}

#[wasm_bindgen_test]
fn a_controller_without_a_card_does_nothing() {
    Controller::default().open_claim("anything");
}
