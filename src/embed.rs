//! Every `#[wasm_bindgen]` export: what `static/live.js` calls.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::platform::spawn_local;
use yew::scheduler::{self, Runnable};
use yew::{AttrValue, Callback};

use crate::card::{Card, Quote};
use crate::comments::Comment;
use crate::mount::MountedCard;
use crate::page::{self, Place, attribute, event};
use crate::pieces;
use crate::state::{Action, KnownQuote};
use crate::text::add_language;
use crate::view::{Controller, SummaryCardProps};

/// Calls `report` with the message of any panic: it ends this module for every card on the page.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    // Yew sets a hook of its own at the first mount unless it is told of ours.
    yew::set_custom_panic_hook(Box::new(move |panic| {
        let _ = report.call1(&JsValue::NULL, &panic.to_string().into());
    }));
}

/// Calls `answer` soon. It is never called once an exception has gone through Yew's scheduler, which does nothing
/// more from then on, for no card.
#[wasm_bindgen(js_name = whenAlive)]
pub fn when_alive(answer: Function) {
    struct Answer(Function);
    impl Runnable for Answer {
        fn run(self: Box<Self>) {
            let _ = self.0.call0(&JsValue::NULL);
        }
    }
    scheduler::push(Box::new(Answer(answer)));
}

/// Adds the words of a language, as [`add_language`]: its tag, then those of a closed card, of its inside and of the
/// comments, with a NUL after each but the last.
#[wasm_bindgen(js_name = addWords)]
pub fn add_words(words: String) {
    add_language(words);
}

/// A card that is live in an element.
#[wasm_bindgen]
pub struct LiveCard {
    mounted: MountedCard,
    host: HtmlElement,
    card: Rc<Card>,
    controller: Controller,
    /// How often the JSON-LD was to be written or removed: only the last time counts.
    json_ld: Rc<Cell<u32>>,
    /// What is known of the quotes before the article is read.
    known_quotes: Rc<Vec<KnownQuote>>,
    /// The reader's place in the card whose place this one takes.
    place: Place,
}

#[wasm_bindgen]
impl LiveCard {
    /// Mounts a card for `host`, the `<summary-card>`; `card` is what `JSON.parse` made of the card file. It is
    /// rendered soon, into [`root`](Self::root). `old` is the same card as HTML, where the page was delivered with it.
    ///
    /// # Errors
    /// As [`page::read_card`].
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, card: &JsValue, old: Option<Element>) -> Result<LiveCard, JsValue> {
        let card = page::read_card(card)?;
        let controller = Controller::default();
        let known_quotes = old.as_ref().map(|old| page::known_quotes(old, &card)).unwrap_or_default().into();
        let mounted = MountedCard::new(&host, props(&host, &card, &controller, &known_quotes))?;
        let (place, json_ld) = (Place::default(), Rc::default());
        let made = Self { mounted, host, card, controller, json_ld, known_quotes, place };
        made.write_json_ld();
        if let Some(old) = old {
            made.open_sections(&old);
        }
        Ok(made)
    }

    /// Opens here what the reader has opened in `old`, the same card as HTML. This one has to be rendered.
    #[wasm_bindgen(js_name = openAs)]
    pub fn open_as(&self, old: &Element) {
        let root = self.root();
        self.open_sections(old);
        page::open_parts(old, &root, &self.card);
    }

    /// Opens what has been opened in `old` since, and remembers the reader's place in it.
    #[wasm_bindgen(js_name = takeOver)]
    pub fn take_over(&mut self, old: &Element) {
        // Almost all of it is open already. What is not has to be rendered with this very frame, which an element that
        // tells of its opening later would not be.
        for action in page::differences(old, &self.root(), &self.card) {
            self.controller.send(action);
        }
        self.place = Place::leave(old, &self.root());
    }

    /// Goes to the place that was remembered, once this card is seen and the old one is not.
    #[wasm_bindgen(js_name = goToPlace)]
    pub fn go_to_place(&mut self) {
        std::mem::take(&mut self.place).go();
    }

    /// The element that holds the card.
    #[wasm_bindgen(getter)]
    pub fn root(&self) -> HtmlElement {
        self.mounted.root()
    }

    /// Whether the card stands in its root as it was asked for last.
    #[wasm_bindgen(getter, js_name = isRendered)]
    pub fn is_rendered(&self) -> bool {
        self.mounted.is_rendered()
    }

    /// Shows another card.
    ///
    /// # Errors
    /// As [`page::read_card`]; the card before stays.
    pub fn load(&mut self, card: &JsValue) -> Result<(), JsValue> {
        self.card = page::read_card(card)?;
        self.write_json_ld();
        self.refresh("");
        Ok(())
    }

    /// Reads the element's attributes again. `changed` is the one that has changed, empty where that is not known.
    pub fn refresh(&mut self, changed: &str) {
        if changed == attribute::JSON_LD {
            return self.write_json_ld();
        }
        self.mounted.update(props(&self.host, &self.card, &self.controller, &self.known_quotes));
    }

    /// Opens a claim and brings it into view.
    #[wasm_bindgen(js_name = openClaim)]
    pub fn open_claim(&self, id: &str) {
        self.controller.open_claim(id);
    }

    /// Follows a URL's fragment where it is about this card.
    pub fn follow(&self, fragment: &str) {
        self.controller.follow(fragment);
    }

    /// Takes the card out of its root.
    pub fn unmount(self) {
        self.remove_json_ld();
        self.mounted.unmount();
    }
}

impl LiveCard {
    /// Has the card's JSON-LD in the element where its attribute says so, as soon as it can be written.
    fn write_json_ld(&self) {
        let turn = self.remove_json_ld();
        if page::wants_json_ld(&self.host) {
            let (host, card, last) = (self.host.clone(), Rc::clone(&self.card), Rc::clone(&self.json_ld));
            spawn_local(async move {
                if let Ok(write) = pieces::json_ld().await
                    && last.get() == turn
                {
                    write(&host, &card);
                }
            });
        }
    }

    fn open_sections(&self, old: &Element) {
        for action in page::differences(old, &self.root(), &self.card) {
            if let Action::ToggleSection(..) = action {
                self.controller.send(action);
            }
        }
    }

    /// Takes the JSON-LD away. Gives the number of this time.
    fn remove_json_ld(&self) -> u32 {
        page::remove_json_ld(&self.host);
        let turn = self.json_ld.get() + 1;
        self.json_ld.set(turn);
        turn
    }
}

fn props(
    host: &HtmlElement,
    card: &Rc<Card>,
    controller: &Controller,
    known_quotes: &Rc<Vec<KnownQuote>>,
) -> SummaryCardProps {
    let (toggled, shown, submitted, posted) = (host.clone(), host.clone(), host.clone(), host.clone());
    SummaryCardProps {
        card: card.clone(),
        sections: page::sections(host),
        comments: page::comments(host),
        lang: page::lang(host),
        heading_level: page::heading_level(host),
        article: page::read_attribute(host, attribute::ARTICLE).into(),
        controller: controller.clone(),
        hide_headline: page::hides_headline(host, &card.headline),
        marks: page::marks(host),
        render_closed: false,
        without_script: false,
        known_quotes: known_quotes.clone(),
        on_claim_toggle: Callback::from(move |(id, open): (AttrValue, bool)| {
            let detail = [("id", (&*id).into()), ("open", open.into())];
            page::send_event(&toggled, event::CLAIM_TOGGLE, &detail, false);
        }),
        on_quote_show: Callback::from(move |(quote, found): (Quote, bool)| {
            let text = |text: Option<String>| text.map_or(JsValue::UNDEFINED, JsValue::from);
            let parts = [
                ("exact", quote.exact.into()),
                ("prefix", text(quote.prefix)),
                ("suffix", text(quote.suffix)),
            ];
            let detail = [("quote", page::object(&parts).into()), ("found", found.into())];
            page::send_event(&shown, event::QUOTE_SHOW, &detail, false);
        }),
        on_comment_submit: Callback::from(move |comment: Rc<Comment>| {
            page::send_event(&submitted, event::COMMENT_SUBMIT, &[("comment", comment_data(&comment))], true)
        }),
        on_comment_post: Callback::from(move |comment: Rc<Comment>| {
            page::send_event(&posted, event::COMMENT_POST, &[("comment", comment_data(&comment))], false);
        }),
    }
}

/// A comment as plain data.
fn comment_data(comment: &Comment) -> JsValue {
    js_sys::JSON::parse(&comment.to_json().to_text()).unwrap_or_default()
}
