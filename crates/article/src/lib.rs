//! The text of an article from a file: plain text, or a page as a browser would read it.

mod elements;
mod page;
mod parse;

use std::path::Path;

pub use self::page::{Block, BlockKind, LeftOut, LeftOutKind, PageText};
use self::page::headings_of_page;
pub use quote::ArticleText;

/// An article as read from a file.
#[derive(Clone, Debug)]
pub enum Article {
    /// Plain text.
    Text(String),
    /// A page in HTML.
    Page(String),
}

impl Article {
    /// Reads an article. A file named `.html`, `.htm` or `.xhtml` is read as a page.
    ///
    /// # Errors
    /// Why there is no text, in one sentence.
    pub fn read(file: &Path) -> Result<Self, String> {
        let bytes = std::fs::read(file).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => String::from("there is no such file"),
            _ => format!("the file cannot be read: {error}"),
        })?;
        let text = String::from_utf8(bytes).map_err(|_| String::from("the file is not UTF-8"))?;
        let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
        let is_page = ["html", "htm", "xhtml"].iter().any(|html| extension == *html);
        let article = if is_page { Self::Page(text) } else { Self::Text(text) };
        if article.text("").as_str().trim().is_empty() {
            return Err(String::from("there is no article text in the file"));
        }
        Ok(article)
    }

    /// The text of the article that a card is about. In a page the `<summary-card>` whose `src` ends in
    /// the card's file name says where that is, or else the first `<summary-card>`: by its attribute
    /// `article`, a CSS selector, or by the `article` element around it. Where they say nothing, it is the
    /// first `article`, else `main`, else `body`.
    pub fn text(&self, card: &str) -> ArticleText {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Page(html) => PageText::read(html, card).text,
        }
    }

    /// The headings above the card, each with its level from 1 to 6, in the order of the page. A page that does not
    /// have the card yet will have it below its first `h1`. Plain text has no headings.
    pub fn headings_above(&self, card: &str) -> Vec<(u8, String)> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Page(html) => headings_of_page(html, card),
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::{ArticleText, Index};

    use crate::PageText;
    use crate::page::headings_of_page;

    fn text_of_page(html: &str, card: &str) -> ArticleText {
        PageText::read(html, card).text
    }

    fn words(html: &str) -> String {
        words_for("", html)
    }

    fn words_for(card: &str, html: &str) -> String {
        text_of_page(html, card).as_str().split_whitespace().collect::<Vec<_>>().join(" ")
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
    fn each_card_has_its_own_article() {
        let html = "<article>a<summary-card src='x/one.json?v=2'></summary-card></article>\
            <article>b<summary-card src='two.json'></summary-card></article>";
        assert_eq!(words_for("one.json", html), "a");
        assert_eq!(words_for("two.json", html), "b");
        assert_eq!(words_for("three.json", html), "a");
        let html = "<p id='x'>a</p><article>b<summary-card src='one.json' article='#x'></summary-card>\
            <summary-card src='two.json' article='#nowhere'></summary-card>\
            <summary-card src='three.json' article='['></summary-card></article>";
        assert_eq!(
            ["one", "two", "three"].map(|card| words_for(&format!("{card}.json"), html)),
            ["a", "b", "b"]
        );
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
    fn what_nobody_reads_may_be_beside_a_quote() {
        let html = "<article><p>It was closed.</p><style>.ad{top:0}</style><template>x</template><p>It was \
            <span hidden>not</span> closed.</p><script>let so = 1</script><p>It was sold.</p></article>";
        let index = Index::of(&text_of_page(html, ""));
        let found = |exact, prefix, suffix| {
            let anchor = index.find(exact, Some(prefix), Some(suffix));
            anchor.span().map(|span| span.bytes.start)
        };
        assert_eq!(found("It was closed", "", "..ad{top:0}It was"), index.text().find("It was"));
        assert_eq!(found("closed", "It was not ", ".let so = 1It"), index.text().rfind("closed"));
        assert_eq!(found("It was not closed", "", ""), None);
        assert_eq!(found("let so = 1", "closed.", ""), None);
    }

    #[test]
    fn blocks_and_breaks_part_words_and_inline_elements_do_not() {
        assert_eq!(words("<p>a</p><p>b<br>c</p><ul><li>d<li>e</ul>f<i>g</i><b>h</b>"), "a b c d e fgh");
        assert_eq!(words("<p>fish &amp; chips&nbsp;&#8217;</p>"), "fish & chips ’");
    }

    #[test]
    fn only_blocks_and_breaks_end_a_line() {
        let text = text_of_page("<p>no\nwhere<br>a\r\n b</p><p>c</p>", "");
        let lines: Vec<&str> = text.as_str().lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(
            lines
                .iter()
                .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect::<Vec<_>>(),
            ["no where", "a b", "c"]
        );
    }

    #[test]
    fn the_headings_above_a_card_are_known() {
        let html = "<h1>a<b>b</b></h1><h2>c</h2><summary-card src=one.json><h3>x</h3></summary-card>\
            <h4>d</h4><summary-card src=two.json></summary-card><h5>e</h5>";
        let above = |card| {
            let all = headings_of_page(html, card).into_iter();
            all.map(|(level, text)| format!("{level}{text}")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(above("one.json"), "1ab 2c");
        assert_eq!(above("two.json"), "1ab 2c 4d");
        assert_eq!(
            headings_of_page("<h3>a</h3><h1>b</h1><h2>c</h2>", ""),
            [(3, "a".into()), (1, "b".into())]
        );
    }

    #[test]
    fn deep_pages_do_no_harm() {
        let html = format!("<article>{}x", "<div>".repeat(2_000));
        assert_eq!(words(&html), "x");
    }
}
