//! Every `#[wasm_bindgen]` export: what `static/embed.js` calls.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::AppHandle;

use crate::card::{Card, Quote};
use crate::comments::Comment;
use crate::page;
use crate::view::{Controller, SummaryCard, SummaryCardProps};

/// Calls `tell` with the message of any panic: it ends this module for every card on the page.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(tell: Function) {
    // Yew sets a hook of its own at the first mount unless it is told of ours.
    yew::set_custom_panic_hook(Box::new(move |panic| {
        let _ = tell.call1(&JsValue::NULL, &panic.to_string().into());
    }));
}

/// A card that is live in an element.
#[wasm_bindgen]
pub struct LiveCard {
    app: AppHandle<SummaryCard>,
    host: HtmlElement,
    card: Rc<Card>,
    controller: Controller,
}

#[wasm_bindgen]
impl LiveCard {
    /// Mounts a card in `root`, whose children are lost; `host` is the `<summary-card>`, `card` what
    /// `JSON.parse` made of the card file.
    ///
    /// # Errors
    /// As [`page::read_card`].
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, host: HtmlElement, card: &JsValue) -> Result<LiveCard, JsValue> {
        let card = page::read_card(card)?;
        let controller = Controller::default();
        let props = props(&host, &card, &controller);
        page::write_json_ld(&host, &card);
        let app = yew::Renderer::<SummaryCard>::with_root_and_props(root, props).render();
        Ok(Self { app, host, card, controller })
    }

    /// Shows another card.
    ///
    /// # Errors
    /// As [`page::read_card`]; the card before stays.
    pub fn load(&mut self, card: &JsValue) -> Result<(), JsValue> {
        self.card = page::read_card(card)?;
        self.refresh();
        Ok(())
    }

    /// Reads the element's attributes again.
    pub fn refresh(&mut self) {
        page::write_json_ld(&self.host, &self.card);
        self.app.update(props(&self.host, &self.card, &self.controller));
    }

    /// Opens a claim and brings it into view.
    #[wasm_bindgen(js_name = openClaim)]
    pub fn open_claim(&self, id: &str) {
        self.controller.open_claim(id);
    }

    /// Follows a URL's fragment where it is about this card.
    pub fn follow(&self, fragment: &str) {
        self.controller.follow(fragment, &self.card);
    }

    /// Takes the card out of its root.
    pub fn unmount(self) {
        page::remove_json_ld(&self.host);
        self.app.destroy();
    }
}

fn props(host: &HtmlElement, card: &Rc<Card>, controller: &Controller) -> SummaryCardProps {
    let (toggled, shown, submitted, posted) = (host.clone(), host.clone(), host.clone(), host.clone());
    SummaryCardProps {
        card: card.clone(),
        sections: page::sections(host),
        comments: page::comments(host),
        lang: page::lang(host),
        heading_level: page::heading_level(host),
        article: page::read(host, page::attribute::ARTICLE).into(),
        controller: controller.clone(),
        hide_headline: page::hides_headline(host, &card.headline),
        marks: page::marks(host),
        render_closed: false,
        on_claim_toggle: yew::Callback::from(move |(id, open): (yew::AttrValue, bool)| {
            let detail = [("id", (&*id).into()), ("open", open.into())];
            page::send(&toggled, page::event::CLAIM_TOGGLE, &detail, false);
        }),
        on_quote_show: yew::Callback::from(move |(quote, found): (Quote, bool)| {
            let text = |text: Option<String>| text.map_or(JsValue::UNDEFINED, JsValue::from);
            let parts = [
                ("exact", quote.exact.into()),
                ("prefix", text(quote.prefix)),
                ("suffix", text(quote.suffix)),
            ];
            let detail = [("quote", page::object(&parts).into()), ("found", found.into())];
            page::send(&shown, page::event::QUOTE_SHOW, &detail, false);
        }),
        on_comment_submit: yew::Callback::from(move |comment: Rc<Comment>| {
            page::send(&submitted, page::event::COMMENT_SUBMIT, &[("comment", plain(&comment))], true)
        }),
        on_comment_post: yew::Callback::from(move |comment: Rc<Comment>| {
            page::send(&posted, page::event::COMMENT_POST, &[("comment", plain(&comment))], false);
        }),
    }
}

/// A comment as plain data.
fn plain(comment: &Comment) -> JsValue {
    js_sys::JSON::parse(&comment.to_json().to_text()).unwrap_or_default()
}
