//! Where cards are mounted. Yew never takes a root's event listeners away again, and they keep the root in memory.
//! So the root of a card that is gone is kept, empty, and the next card gets it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::virtual_dom::VChild;
use yew::{AppHandle, Renderer};

use crate::view::{SummaryCard, SummaryCardProps};

thread_local! {
    static FREE_ROOTS: RefCell<Vec<AppRoot>> = const { RefCell::new(Vec::new()) };
    static LAST_ID: Cell<u32> = const { Cell::new(0) };
}

/// A root element, and Yew's program in it.
struct AppRoot {
    element: HtmlElement,
    app: AppHandle<Slot>,
}

/// A card mounted in a root element of its own.
pub struct MountedCard {
    root: AppRoot,
    /// Differs from card to card, so that nothing of one is taken over by the next in the same root.
    id: u32,
    /// How many renderings were requested.
    requested: u32,
    /// The last of them that was done.
    rendered: Rc<Cell<u32>>,
}

impl MountedCard {
    /// Mounts a card in a root that is free, else in a new one.
    ///
    /// # Errors
    /// Where `host` is in no document.
    pub fn new(host: &Element, card: SummaryCardProps) -> Result<Self, JsValue> {
        let (id, requested, rendered) = (LAST_ID.get() + 1, 1, Rc::default());
        LAST_ID.set(id);
        let props = SlotProps::new(id, requested, &rendered, card);
        let root = match FREE_ROOTS.with_borrow_mut(Vec::pop) {
            Some(mut root) => {
                root.app.update(props);
                root
            }
            None => AppRoot::new(host, props)?,
        };
        Ok(Self { root, id, requested, rendered })
    }

    /// The element that holds the card, to be put into the page.
    pub fn root(&self) -> HtmlElement {
        self.root.element.clone()
    }

    /// Renders the card with other properties.
    pub fn update(&mut self, card: SummaryCardProps) {
        self.requested += 1;
        self.root.app.update(SlotProps::new(self.id, self.requested, &self.rendered, card));
    }

    /// Whether what was requested last is rendered, and still in the root: a page can empty it.
    pub fn is_rendered(&self) -> bool {
        let is_there =
            self.root.element.query_selector(".summary-card > *").is_ok_and(|found| found.is_some());
        is_there && self.rendered.get() == self.requested
    }

    /// Takes the card away and keeps the root for another.
    pub fn unmount(mut self) {
        self.root.app.update(SlotProps::default());
        // What embed.js may have set.
        let _ = self.root.element.remove_attribute("tabindex");
        FREE_ROOTS.with_borrow_mut(|free| free.push(self.root));
    }
}

impl AppRoot {
    fn new(host: &Element, props: SlotProps) -> Result<Self, JsValue> {
        let page = host.owner_document().ok_or("no document")?;
        let element: HtmlElement = page.create_element("div")?.unchecked_into();
        let app = Renderer::<Slot>::with_root_and_props(element.clone().into(), props).render();
        Ok(Self { element, app })
    }
}

#[derive(Clone, Default, PartialEq, Properties)]
struct SlotProps {
    requested: u32,
    rendered: Rc<Cell<u32>>,
    card: Option<VChild<SummaryCard>>,
}

impl SlotProps {
    fn new(id: u32, requested: u32, rendered: &Rc<Cell<u32>>, card: SummaryCardProps) -> Self {
        let card = VChild::new(card, Some(id.into()));
        Self { requested, rendered: rendered.clone(), card: Some(card) }
    }
}

/// A card, or nothing.
struct Slot;

impl Component for Slot {
    type Message = ();
    type Properties = SlotProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().card.clone().map(Html::from).unwrap_or_default()
    }

    // Once all that is below has been rendered.
    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        context.props().rendered.set(context.props().requested);
    }
}
