//! Components in a real browser, through wasm-bindgen-test: what a native rendering cannot show.
//! `cargo xtask test web` runs them.
#![cfg(target_arch = "wasm32")]

mod agreement;
mod inside_yew;
#[path = "../../crates/card/tests/card/random.rs"]
mod random;
mod reading;

use std::cell::RefCell;
use std::rc::Rc;

use summary_card::card::Card;
use summary_card::page::read_card;
use summary_card::view::{Controller, Rendered, SummaryCard, SummaryCardProps, take_rendered};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

wasm_bindgen_test_configure!(run_in_browser);

const BUS: &str = include_str!("../../static/cards/night-bus.json");
const STRATEGY: &str = include_str!("../../static/cards/cartel-strategy.json");

/// Claims told of by `on_claim_toggle`.
type Told = Rc<RefCell<Vec<(String, bool)>>>;

/// A card mounted in an element of its own at the end of the page.
struct Mounted {
    app: AppHandle<SummaryCard>,
    root: Element,
    card: Rc<Card>,
    controller: Controller,
    told: Told,
}

fn page() -> Document {
    web_sys::window().expect("a browser").document().expect("a page")
}

async fn mount(file: &str) -> Mounted {
    let card = read_card(&js_sys::JSON::parse(file).expect("JSON")).expect("a card");
    let root = page().create_element("div").expect("an element");
    page().body().expect("a body").append_child(&root).expect("room for it");
    let (controller, told) = (Controller::default(), Told::default());
    let tell = told.clone();
    let props = yew::props!(SummaryCardProps {
        card: card.clone(),
        controller: controller.clone(),
        on_claim_toggle: Callback::from(move |(id, open): (yew::AttrValue, bool)| {
            tell.borrow_mut().push((id.to_string(), open));
        }),
    });
    let app = Renderer::<SummaryCard>::with_root_and_props(root.clone(), props).render();
    settle().await;
    Mounted { app, root, card, controller, told }
}

/// Lets Yew render, however long that takes, and the browser send its events, which it does in tasks of their own.
async fn settle() {
    for _ in 0..2 {
        let later = js_sys::Promise::new(&mut |done, _| {
            gloo::timers::callback::Timeout::new(20, move || {
                let _ = done.call0(&JsValue::NULL);
            })
            .forget();
        });
        JsFuture::from(later).await.expect("a timer does not fail");
        yew::scheduler::flush().await;
    }
}

impl Mounted {
    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).expect("a selector").length()
    }

    async fn click(&self, selector: &str) {
        let found = self.root.query_selector(selector).expect("a selector");
        let found = found.unwrap_or_else(|| panic!("nothing is {selector}"));
        found.dyn_into::<HtmlElement>().expect("an HTML element").click();
        settle().await;
    }

    async fn leave(self) {
        self.app.destroy();
        settle().await;
        assert_eq!(self.root.child_element_count(), 0, "something stayed behind");
        self.root.remove();
    }
}

const OPEN: &str = "details[data-claim][open]";

#[wasm_bindgen_test]
async fn every_claim_of_a_card_is_there_and_closed() {
    for file in [BUS, STRATEGY] {
        let card = mount(file).await;
        assert!(card.root.text_content().unwrap_or_default().contains(&card.card.headline));
        // What is folded is rendered once it is unfolded.
        assert_eq!(card.count("details[data-claim]"), 3);
        card.click(".rest > summary").await;
        assert_eq!(card.count("details[data-claim]") as usize, card.card.claims.len());
        assert_eq!(card.count(OPEN), 0);
        card.leave().await;
    }
}

#[wasm_bindgen_test]
async fn a_click_opens_a_claim_and_another_closes_it_and_both_are_told() {
    let card = mount(BUS).await;
    let id = card.card.claims[0].id.clone();
    card.click("details[data-claim='1'] > summary").await;
    assert_eq!(card.count(OPEN), 1);
    assert_eq!(card.told.borrow().last(), Some(&(id.clone(), true)));
    card.click("details[data-claim='1'] > summary").await;
    assert_eq!(card.count(OPEN), 0);
    assert_eq!(card.told.borrow().last(), Some(&(id, false)));
    card.leave().await;
}

#[wasm_bindgen_test]
async fn a_click_renders_its_claim_and_no_other_and_not_the_comments() {
    let card = mount(STRATEGY).await;
    card.click(".rest > summary").await;
    take_rendered();
    for claim in ["1", "2", "1"] {
        card.click(&format!("details[data-claim='{claim}'] > summary")).await;
        assert_eq!(take_rendered(), Rendered { claims: 1, comments: 0 }, "{claim}");
    }
    // What changes all of them is seen in all of them.
    card.click(".all").await;
    assert_eq!(card.count(OPEN) as usize, card.card.claims.len());
    card.leave().await;
}

#[wasm_bindgen_test]
async fn the_controller_opens_a_claim_and_no_other() {
    let card = mount(BUS).await;
    let id = card.card.claims[1].id.clone();
    card.controller.open_claim("no-such-claim");
    card.controller.open_claim(&id);
    settle().await;
    assert_eq!(card.count(OPEN), 1);
    assert_eq!(card.count("details[data-claim='2'][open]"), 1);
    card.leave().await;
}

#[wasm_bindgen_test]
async fn two_cards_know_nothing_of_each_other() {
    let (one, other) = (mount(BUS).await, mount(BUS).await);
    one.click("details[data-claim='1'] > summary").await;
    assert_eq!((one.count(OPEN), other.count(OPEN)), (1, 0));
    assert!(other.told.borrow().is_empty());
    one.leave().await;
    other.click("details[data-claim='2'] > summary").await;
    assert_eq!(other.count(OPEN), 1);
    other.leave().await;
}

#[wasm_bindgen_test]
fn a_card_of_another_shape_names_the_place() {
    let card = js_sys::JSON::parse(r#"{ "version": 1, "claims": 7 }"#).expect("JSON");
    let error: js_sys::Error = read_card(&card).expect_err("no card").unchecked_into();
    let code = js_sys::Reflect::get(&error, &"code".into()).ok();
    assert_eq!(code.and_then(|code| code.as_string()).as_deref(), Some("wrong-shape"));
    let message = String::from(error.message());
    assert!(!message.is_empty());
}
