//! Moments, as the browser writes them.

use js_sys::{Array, Date, Object, Reflect};
use summary_card::text::Locale;
use wasm_bindgen::JsValue;

/// Whether a moment is told to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seconds {
    /// It is: several may lie within a minute.
    Shown,
    /// It is not.
    LeftOut,
}

/// A moment for the reader: "Aug 14, 2025, 9:30 AM". Milliseconds since 1970.
pub fn when(locale: &Locale, moment: f64, seconds: Seconds) -> String {
    let options = Object::new();
    for (name, value) in
        [("dateStyle", "medium"), ("timeStyle", if seconds == Seconds::Shown { "medium" } else { "short" })]
    {
        // Setting a field of a new object does not fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let locales = Array::of1(&JsValue::from_str(&locale.tag));
    let format = js_sys::Intl::DateTimeFormat::new(&locales, &options).format();
    let date = Date::new(&JsValue::from_f64(moment));
    format.call1(&JsValue::NULL, &date).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
