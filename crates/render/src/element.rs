//! The element around the card, and what stands in it beside the view: the card's data and its JSON-LD.

use card::{Card, JsonLdOptions, json_ld};

use super::{Options, STYLE, light};

/// The whole element with `view`, the card as the widget renders it.
pub fn write(card: &Card, options: &Options, view: &str) -> String {
    let mut out = String::from("<summary-card");
    for (name, value) in options.attributes.iter().filter(|(name, _)| is_name(name)) {
        write_attribute(name, value, &mut out);
    }
    out.push_str(">\n");
    let light = options.light.then(|| light::without_style(view, card));
    if light.is_none() {
        out.push_str("<template shadowrootmode=\"open\">");
        if options.inline_style {
            // By this embed.js knows that it need not fetch its own.
            out.push_str("<style");
            write_attribute("data-of", &hash(STYLE), &mut out);
            out.extend([">\n", STYLE, "</style>"]);
        } else {
            out.push_str("<link rel=\"stylesheet\"");
            write_attribute("href", &beside(&options.base, "card.css"), &mut out);
            out.push('>');
        }
    }
    // By this embed.js knows a card that it may leave in use until its own is there.
    out.push_str("<div");
    write_attribute("data-card", &card.id, &mut out);
    out.extend([">", light.as_deref().unwrap_or(view), "</div>"]);
    out.push_str(if light.is_none() { "</template>\n" } else { "\n" });
    if options.attribute("src").is_empty() {
        write_script("application/json", &data(card), &mut out);
    }
    let page = options.page.as_deref().or(card.url.as_deref());
    write_script("application/ld+json", &json_ld(card, JsonLdOptions { page, article: None }), &mut out);
    out.push_str("</summary-card>\n");
    out
}

/// What tells a style sheet from that of another version: FNV-1a, as the release build writes it into embed.js.
fn hash(text: &str) -> String {
    let mix = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", text.bytes().fold(0x811c_9dc5, mix))
}

/// The card as JSON, without what only its editor needs.
fn data(card: &Card) -> String {
    let card = Card { schema: None, ..card.clone() };
    serde_json::to_string(&card).expect("a card has nothing that JSON cannot hold")
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// A file of the folder `base`.
fn beside(base: &str, file: &str) -> String {
    let slash = if base.is_empty() || base.ends_with('/') { "" } else { "/" };
    [base, slash, file].concat()
}

/// Writes an attribute, after a space.
pub fn write_attribute(name: &str, value: &str, out: &mut String) {
    out.extend([" ", name, "=\""]);
    write_text(value, out);
    out.push('"');
}

/// Writes text so that it is text in HTML, between elements and in an attribute.
pub fn write_text(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

/// Writes JSON as a script element. These characters stand only in JSON's strings, and nothing that they make is left
/// to end the element, to open a comment in it, or to be taken for an entity by what reads HTML as XML.
fn write_script(kind: &str, json: &str, out: &mut String) {
    out.extend(["<script type=\"", kind, "\">"]);
    for c in json.chars() {
        match c {
            '&' => out.push_str("\\u0026"),
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out.push_str("</script>\n");
}
