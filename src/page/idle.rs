//! Work that can wait.

use gloo::timers::callback::Timeout;
use js_sys::{Function, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Not every browser has it: `catch` takes that.
    #[wasm_bindgen(catch, js_name = requestIdleCallback)]
    fn request_idle_callback(callback: &Function, options: &Object) -> Result<JsValue, JsValue>;
}

/// Where the browser does not tell when it is idle, so many milliseconds later; where it is never idle, ten times that.
const SOON: u32 = 200;

/// Calls back once, when the browser has nothing else to do.
pub(crate) fn when_idle(then: impl FnOnce() + 'static) {
    let callback: Function = Closure::once_into_js(then).unchecked_into();
    let options = super::object(&[("timeout", (10 * SOON).into())]);
    if request_idle_callback(&callback, &options).is_err() {
        Timeout::new(SOON, move || drop(callback.call0(&JsValue::NULL))).forget();
    }
}
