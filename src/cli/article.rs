//! The text of an article from a file: plain text, or a page as a browser would read it.

use std::path::Path;

use scraper::node::{Element, Node};
use scraper::{ElementRef, Html, Selector};

/// Elements whose content nobody reads as part of the article. `summary-card` is the card itself.
const LEFT_OUT: [&str; 11] = [
    "audio",
    "iframe",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "summary-card",
    "svg",
    "template",
    "video",
];

/// Elements at whose edges a browser begins a new line.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Reads the text of an article. A file named `.html`, `.htm` or `.xhtml` is read as a page: its
/// `article` element (the one around the card, where there is one), else `main`, else `body`.
///
/// # Errors
/// Why there is no text, in one sentence.
pub fn read(file: &Path) -> Result<String, String> {
    let bytes = std::fs::read(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => String::from("there is no such file"),
        _ => format!("the file cannot be read: {error}"),
    })?;
    let text = String::from_utf8(bytes).map_err(|_| String::from("the file is not UTF-8"))?;
    let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
    let is_page = ["html", "htm", "xhtml"].iter().any(|html| extension == *html);
    let text = if is_page { text_of_page(&text) } else { text };
    if text.trim().is_empty() { Err(String::from("there is no article text in the file")) } else { Ok(text) }
}

/// The article's text in a page.
fn text_of_page(html: &str) -> String {
    let page = Html::parse_document(html);
    let Some(root) = article(&page) else { return String::new() };
    let mut text = String::new();
    // How many of the elements around the current place are left out.
    let mut hidden = 0_usize;
    for edge in root.traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    hidden += usize::from(is_left_out(element));
                    if hidden == 0 && is_block(element) {
                        text.push('\n');
                    }
                }
                Node::Text(run) if hidden == 0 => text.push_str(run),
                _ => {}
            },
            ego_tree::iter::Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    if hidden == 0 && is_block(element) {
                        text.push('\n');
                    }
                    hidden -= usize::from(is_left_out(element));
                }
            }
        }
    }
    text
}

fn article(page: &Html) -> Option<ElementRef<'_>> {
    let first = |name: &str| page.select(&Selector::parse(name).ok()?).next();
    let around_card = first("summary-card").and_then(|card| {
        card.ancestors().filter_map(ElementRef::wrap).find(|element| element.value().name() == "article")
    });
    around_card.or_else(|| first("article")).or_else(|| first("main")).or_else(|| first("body"))
}

fn is_left_out(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    LEFT_OUT.contains(&element.name()) || element.attr("hidden").is_some() || style.contains("display:none")
}

fn is_block(element: &Element) -> bool {
    BLOCKS.contains(&element.name())
}

#[cfg(test)]
mod tests {
    use super::text_of_page;

    fn words(html: &str) -> String {
        text_of_page(html).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_article_comes_first_then_main_then_body() {
        assert_eq!(words("<p>a</p><main>b<article>c</article></main>"), "c");
        assert_eq!(words("<p>a</p><main>b</main>"), "b");
        assert_eq!(words("<p>a</p>"), "a");
        assert_eq!(words("<article>a</article><article>b<summary-card></summary-card></article>"), "b");
        assert_eq!(words("<article>a</article><summary-card></summary-card>"), "a");
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        let html = "<article>a<script>b</script><style>c</style><noscript>d</noscript><template>e</template>\
            <iframe>f</iframe><select><option>g</select><summary-card><p>h<b>i</b></p></summary-card>\
            <p hidden>j<i>k</i></p><p style='display: none'>l</p><!-- m -->n</article>";
        // Like a browser, which gives none of these a box: the letters around them meet.
        assert_eq!(words(html), "an");
    }

    #[test]
    fn blocks_and_breaks_part_words_and_inline_elements_do_not() {
        assert_eq!(words("<p>a</p><p>b<br>c</p><ul><li>d<li>e</ul>f<i>g</i><b>h</b>"), "a b c d e fgh");
        assert_eq!(words("<p>fish &amp; chips&nbsp;&#8217;</p>"), "fish & chips ’");
    }

    #[test]
    fn deep_pages_do_no_harm() {
        let html = format!("<article>{}x", "<div>".repeat(2_000));
        assert_eq!(words(&html), "x");
    }
}
