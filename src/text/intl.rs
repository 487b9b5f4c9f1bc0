//! Dates and numbers as the reader's language writes them: `Intl` in the browser. Natively, where no
//! `Intl` is, a date stays ISO 8601 and a number plain: true in every language, and replaced once the
//! live card is there.

use super::Locale;

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Object, Reflect};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = Date)]
        type Day;
        #[wasm_bindgen(constructor, js_class = "Date")]
        fn new(iso: &str) -> Day;
        // `catch`: a malformed tag or an invalid date throws a RangeError.
        #[wasm_bindgen(method, catch, js_class = "Date", js_name = toLocaleDateString)]
        fn to_words(this: &Day, tag: &str, options: &Object) -> Result<String, JsValue>;

        #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
        fn canonical_locales(tag: &str) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_name = Number)]
        type Count;
        #[wasm_bindgen(method, catch, js_class = "Number", js_name = toLocaleString)]
        fn to_words(this: &Count, tag: &str) -> Result<String, JsValue>;
    }

    pub fn date(tag: &str, iso: &str) -> Option<String> {
        let options = Object::new();
        let set = |key: &str, value: &str| Reflect::set(&options, &key.into(), &value.into());
        set("dateStyle", "long").ok()?;
        if iso.len() <= 10 {
            // A date without a time is a calendar day, the same one in every time zone.
            set("timeZone", "UTC").ok()?;
        }
        let words = Day::new(iso).to_words(tag, &options).ok()?;
        (words != "Invalid Date").then_some(words)
    }

    pub fn is_tag(tag: &str) -> bool {
        canonical_locales(tag).is_ok()
    }

    pub fn number(tag: &str, count: usize) -> Option<String> {
        #[allow(clippy::cast_precision_loss, reason = "counts on a page are far below 2^53")]
        let count = JsValue::from_f64(count as f64);
        count.unchecked_into::<Count>().to_words(tag).ok()
    }
}

/// Whether a language tag is one that `Intl` takes; natively, where none is, any but the empty one.
pub fn is_tag(tag: &str) -> bool {
    #[cfg(target_arch = "wasm32")]
    return browser::is_tag(tag);
    #[cfg(not(target_arch = "wasm32"))]
    !tag.is_empty()
}

/// A date for the reader: "14 August 2025". A text that is no date is returned as it is.
pub fn date(locale: &Locale, iso: &str) -> String {
    #[cfg(target_arch = "wasm32")]
    if let Some(words) = browser::date(&locale.tag, iso) {
        return words;
    }
    let _ = locale;
    iso.split('T').next().unwrap_or_default().to_owned()
}

/// A whole number for the reader: "1,024".
pub fn number(locale: &Locale, count: usize) -> String {
    #[cfg(target_arch = "wasm32")]
    if let Some(words) = browser::number(&locale.tag, count) {
        return words;
    }
    let _ = locale;
    count.to_string()
}
