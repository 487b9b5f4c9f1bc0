//! Sources made to do harm: they are read in a moment, and none makes a panic.

use std::ops::Range;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use summary_card_desk::article::{Article, Format, LeftOutKind};

/// Far more than it takes in a build without optimization, and far less than it would take by the square of the length.
const MOMENT: Duration = Duration::from_secs(20);

fn read_in_a_moment(what: &str, source: &str, format: Format) -> Option<Article> {
    let start = Instant::now();
    let article = Article::read(source, format);
    let taken = start.elapsed();
    assert!(taken < MOMENT, "{what}: {taken:?}");
    article.ok()
}

#[test]
fn deep_pages_are_read_in_a_moment() {
    for (what, open, close) in [
        ("div", "<div>", "</div>"),
        ("span", "<span>", "</span>"),
        ("list", "<ul><li>", "</li></ul>"),
        ("quotation", "<blockquote>", ""),
        ("table", "<table><tr><td>", "</table>"),
        ("bold", "<b>", "</b>"),
        ("link", "<a><p>", "</p></a>"),
        ("svg", "<svg><g>", "</g></svg>"),
        ("unclosed object", "<div><object></div>", ""),
    ] {
        let html = format!("{}x words {}", open.repeat(100_000), close.repeat(100_000));
        let article = read_in_a_moment(what, &html, Format::Html);
        if what == "svg" || what == "unclosed object" {
            continue;
        }
        assert_eq!(article.map(|article| article.text().to_owned()).as_deref(), Some("x words"), "{what}");
    }
}

#[test]
fn blocks_beyond_the_depth_still_end_lines() {
    let html =
        format!("{}a{}b<script>no()</script><p hidden>no</p>c", "<div>".repeat(2_000), "<div>".repeat(3));
    let article = read_in_a_moment("deep", &html, Format::Html).unwrap();
    assert_eq!(article.text(), "a\nbc");
}

#[test]
fn elements_that_are_opened_again_and_again_do_not_fill_the_memory() {
    let bold = (0..200).map(|number| format!("<b id={number}>")).collect::<Vec<_>>().concat();
    let html = format!("<p>{bold}{}", "<p>x".repeat(100_000));
    let article = read_in_a_moment("bold", &html, Format::Html).unwrap();
    assert!(article.left_out().iter().any(|each| each.kind == LeftOutKind::Rest));
}

#[test]
fn a_megabyte_of_anything_is_read_in_a_moment() {
    for (what, piece) in [
        ("tags", "<"),
        ("comments", "<!-- "),
        ("quotes", "\""),
        ("tables", "<table>x"),
        ("ends", "</p>x"),
        ("options", "<select><option>x"),
        ("templates", "<template>"),
        ("scripts", "<script>x</script>y"),
        ("zeros", "\0<p\0>"),
        ("entities", "&amp;&#x110000;&bogus;"),
        ("forms", "<form><input hidden>x"),
        ("headings", "<h1>x</h2>"),
        ("marks", "*_[`"),
        ("stars", "**a "),
        ("links", "[a]("),
        ("quotations", "> "),
        ("dashes", "- "),
        ("lines", "x\n\n"),
        ("spaces", " \u{a0}"),
        ("right to left", "\u{202e}א "),
        ("letters", "x"),
    ] {
        // Markdown is read as the HTML that it becomes, which can be many times as long.
        for (format, length) in
            [(Format::Html, 1_000_000), (Format::Markdown, 200_000), (Format::Text, 1_000_000)]
        {
            read_in_a_moment(what, &piece.repeat(length / piece.len()), format);
        }
    }
}

fn html() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        4 => prop::sample::select(vec![
            "<p>", "</p>", "<li>", "<ul>", "</ul>", "<blockquote>", "</blockquote>", "<h2>", "</h2>", "<br>", "<table>",
            "<tr>", "<td>", "</table>", "<b>", "</b>", "<i>", "</i>", "<a href=x>", "</a>", "<div hidden>", "</div>",
            "<script>", "</script>", "<article>", "</article>", "<template>", "</template>", "<svg>", "</svg>", "<!--",
            "-->", "<span onclick=x>", "</span>", "<select>", "<summary-card>", "</summary-card>", "<body>", "</html>",
        ]).prop_map(str::to_owned),
        3 => "[a-z é“”.予\u{202e}\u{200b}&;<>\n]{0,8}",
    ];
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_source_gives_blocks_that_make_up_its_text(source in html(), format in 0_usize..3) {
        let format = [Format::Html, Format::Markdown, Format::Text][format];
        if let Ok(article) = Article::read(&source, format) {
            let blocks: Vec<&str> = article.blocks().iter().map(|block| &article.text()[block.range.clone()]).collect();
            prop_assert_eq!(blocks.join("\n"), article.text());
            prop_assert!(blocks.iter().all(|block| !block.trim().is_empty() && !block.contains('\n')));
            for sentence in article.sentences() {
                let is_in = |range: &Range<usize>| range.start <= sentence.start && sentence.end <= range.end;
                let is_in_a_block = article.blocks().iter().any(|block| is_in(&block.range));
                prop_assert!(is_in_a_block);
                let _ = article.quote(sentence.clone());
            }
            let again = Article::of_blocks(article.saved()).unwrap();
            prop_assert_eq!(again.text(), article.text());
            if format == Format::Html {
                let checked = ::article::Article::Page(source).text("");
                let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                let seen = |text: &str| words(&text.lines().filter(|line| line.chars().any(|c| {
                    !c.is_whitespace() && !quote::is_invisible(c)
                })).collect::<Vec<_>>().join("\n"));
                prop_assert_eq!(words(article.text()), seen(checked.as_str()));
            }
        }
    }
}
