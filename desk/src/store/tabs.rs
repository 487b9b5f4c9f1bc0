//! Other tabs with the same card open.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::peers::{Peers, Word, message};
use super::{Others, new_key};

/// How long a tab has time to answer, in milliseconds.
const PATIENCE: u32 = 1000;

/// Watches for other tabs with the same card open, until it is dropped.
pub struct Tabs {
    inner: Rc<Inner>,
    _listeners: Vec<EventListener>,
}

struct Inner {
    /// None where the browser has no such thing: then the storage's own refusal has to do.
    channel: Option<BroadcastChannel>,
    name: String,
    peers: RefCell<Peers>,
    said: Cell<Others>,
    on_change: Box<dyn Fn(Others)>,
    patience: Cell<Option<Timeout>>,
}

impl Tabs {
    /// Says who else has the card open: at once, and whenever it changes.
    pub fn watch(key: &str, on_change: impl Fn(Others) + 'static) -> Self {
        let inner = Rc::new(Inner {
            channel: BroadcastChannel::new(&format!("summary-card-desk {key}")).ok(),
            name: new_key(),
            peers: RefCell::default(),
            said: Cell::default(),
            on_change: Box::new(on_change),
            patience: Cell::default(),
        });
        (inner.on_change)(Others::None);
        let listeners = inner.listen();
        inner.ask();
        Self { inner, _listeners: listeners }
    }

    /// Tells the others that this tab has saved: they are to load the card again before they write.
    pub fn saved(&self) {
        self.inner.say(Word::Saved);
    }

    /// The card was loaded here again: what another tab saved before is no longer unseen.
    pub fn loaded(&self) {
        self.inner.peers.borrow_mut().loaded();
        self.inner.tell();
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.inner.say(Word::Bye);
        if let Some(channel) = &self.inner.channel {
            channel.close();
        }
    }
}

impl Inner {
    fn listen(self: &Rc<Self>) -> Vec<EventListener> {
        let mut listeners = Vec::new();
        if let Some(channel) = &self.channel {
            let inner = Rc::downgrade(self);
            listeners.push(EventListener::new(channel, "message", move |event| {
                let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                if let (Some(inner), Some(text)) = (inner.upgrade(), text) {
                    inner.hear(&text);
                }
            }));
        }
        if let Some(window) = web_sys::window() {
            let leave = |inner: &Rc<Self>| inner.say(Word::Bye);
            listeners.push(EventListener::new(&window, "pagehide", acting(self, leave)));
            // Back from where the browser keeps pages that were left; or only looked at again.
            listeners.push(EventListener::new(&window, "pageshow", acting(self, Self::ask)));
            listeners.push(EventListener::new(&window, "focus", acting(self, Self::ask)));
        }
        listeners
    }

    fn hear(&self, text: &str) {
        // The borrow ends before anyone is told.
        let answer = self.peers.borrow_mut().hear(text);
        if let Some(answer) = answer {
            self.say(answer);
        }
        self.tell();
    }

    fn ask(self: &Rc<Self>) {
        self.peers.borrow_mut().ask();
        self.say(Word::Hello);
        let inner = Rc::downgrade(self);
        self.patience.set(Some(Timeout::new(PATIENCE, move || {
            if let Some(inner) = inner.upgrade() {
                inner.peers.borrow_mut().give_up();
                inner.tell();
            }
        })));
    }

    fn say(&self, word: Word) {
        if let Some(channel) = &self.channel {
            // It fails only where the channel is closed.
            let _ = channel.post_message(&JsValue::from(message(word, &self.name)));
        }
    }

    fn tell(&self) {
        let others = self.peers.borrow().others();
        if self.said.replace(others) != others {
            (self.on_change)(others);
        }
    }
}

/// Does something as long as the tab is still watching.
fn acting(inner: &Rc<Inner>, act: impl Fn(&Rc<Inner>) + 'static) -> impl FnMut(&web_sys::Event) + 'static {
    let inner: Weak<Inner> = Rc::downgrade(inner);
    move |_| {
        if let Some(inner) = inner.upgrade() {
            act(&inner);
        }
    }
}
