//! When a comment was written: how long ago, with the exact time at hand.

use yew::prelude::*;

use crate::comments::Time;
use crate::text::Locale;

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Array, Object, Reflect};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = Intl, js_name = RelativeTimeFormat)]
        type Relative;
        // `catch`: a malformed tag throws a RangeError.
        #[wasm_bindgen(catch, constructor, js_namespace = Intl, js_class = "RelativeTimeFormat")]
        fn new(tag: &str, options: &Object) -> Result<Relative, JsValue>;
        #[wasm_bindgen(method, catch, js_class = "RelativeTimeFormat")]
        fn format(this: &Relative, count: i32, unit: &str) -> Result<String, JsValue>;
        #[wasm_bindgen(js_name = Date)]
        type Moment;
        #[wasm_bindgen(constructor, js_class = "Date")]
        fn new(iso: &str) -> Moment;
        #[wasm_bindgen(method, catch, js_class = "Date", js_name = toLocaleString)]
        fn to_words(this: &Moment, tag: &Array) -> Result<String, JsValue>;
    }

    pub fn ago(tag: &str, count: i32, unit: &str) -> Option<String> {
        let options = Object::new();
        // "yesterday" rather than "1 day ago".
        Reflect::set(&options, &"numeric".into(), &"auto".into()).ok()?;
        Relative::new(tag, &options).ok()?.format(count, unit).ok()
    }

    pub fn exact(tag: &str, iso: &str) -> Option<String> {
        Moment::new(iso).to_words(&Array::of1(&tag.into())).ok()
    }
}

#[cfg(any(test, target_arch = "wasm32"))]
/// The largest unit that fits, and how many of them lie between: negative in the past.
pub fn unit(milliseconds: i64) -> (i32, &'static str) {
    const UNITS: [(i64, &str); 5] = [
        (365 * 24 * 3600, "year"),
        (30 * 24 * 3600, "month"),
        (24 * 3600, "day"),
        (3600, "hour"),
        (60, "minute"),
    ];
    let seconds = milliseconds / 1000;
    for (size, unit) in UNITS {
        if seconds.abs() >= size {
            return (i32::try_from(seconds / size).unwrap_or_default(), unit);
        }
    }
    // Seconds would be wrong by the time they are read: "now".
    (0, "second")
}

/// A `<time>`: "3 hours ago", the exact time on pointing at it. Natively the ISO date.
pub fn ago(locale: &Locale, time: Time) -> Html {
    let iso = time.iso();
    #[cfg(target_arch = "wasm32")]
    if let Some(words) = {
        use {crate::comments::Platform, crate::page::BrowserPlatform};
        let (count, unit) = unit(time.ms() - BrowserPlatform.now());
        browser::ago(&locale.tag, count, unit)
    } {
        let title = browser::exact(&locale.tag, &iso);
        return html! { <time datetime={iso} {title}>{ words }</time> };
    }
    let _ = locale;
    let day = iso.split('T').next().unwrap_or_default().to_owned();
    html! { <time datetime={iso}>{ day }</time> }
}

#[cfg(test)]
mod tests {
    use super::unit;

    #[test]
    fn the_largest_unit_that_fits() {
        for (seconds, expected) in [
            (0, (0, "second")),
            (-59, (0, "second")),
            (-60, (-1, "minute")),
            (-3599, (-59, "minute")),
            (-3600, (-1, "hour")),
            (-86_400 * 29, (-29, "day")),
            (-86_400 * 400, (-1, "year")),
            (86_400 * 40, (1, "month")),
        ] {
            assert_eq!(unit(seconds * 1000), expected);
        }
        assert_eq!(unit(i64::MIN).1, "year", "no overflow");
    }
}
