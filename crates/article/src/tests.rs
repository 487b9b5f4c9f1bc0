//! What is read of a page.

use quote::{ArticleText, Index};

use crate::page::headings_of_page;
use crate::{Article, BlockKind, LeftOutKind, PageText};

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
    assert_eq!(["one", "two", "three"].map(|card| words_for(&format!("{card}.json"), html)), ["a", "b", "b"]);
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
        lines.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>(),
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
    assert_eq!(headings_of_page("<h3>a</h3><h1>b</h1><h2>c</h2>", ""), [(3, "a".into()), (1, "b".into())]);
}

#[test]
fn deep_pages_do_no_harm() {
    let html = format!("<article>{}x", "<div>".repeat(2_000));
    assert_eq!(words(&html), "x");
}

#[test]
fn blocks_are_the_lines_with_the_kinds_of_their_elements() {
    let page = PageText::read(
        "<h2>A</h2> <p>b <i>c</i><ul><li>d<p hidden>e</p><ul><li>f</ul>g</ul><blockquote>h<br>i",
        "",
    );
    let text = page.text.as_str();
    let blocks: Vec<(BlockKind, &str)> =
        page.blocks.iter().map(|block| (block.kind, text[block.range.clone()].trim())).collect();
    let expected = [
        (BlockKind::Heading(2), "A"),
        (BlockKind::Paragraph, "b c"),
        (BlockKind::ListItem, "d"),
        (BlockKind::ListItem, "f"),
        (BlockKind::ListItem, "g"),
        (BlockKind::Quotation, "h"),
        (BlockKind::Quotation, "i"),
    ];
    assert_eq!(blocks, expected);
}

/// Pages of random tags and words; the same ones each time.
fn random_pages() -> impl Iterator<Item = String> {
    const PIECES: [&str; 40] = [
        "<p>",
        "</p>",
        "<ul>",
        "</ul>",
        "<ol>",
        "<li>",
        "</li>",
        "<blockquote>",
        "</blockquote>",
        "<br>",
        "<h1>",
        "</h1>",
        "<h4>",
        "</h4>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<b>",
        "</b>",
        "<a href='#'>",
        "</a>",
        "<div>",
        "</div>",
        "<p hidden>",
        "<span style='display: none'>",
        "</span>",
        "<script onload='x()'>",
        "</script>",
        "<template>",
        "</template>",
        "<article>",
        "</article>",
        "<summary-card>",
        "</summary-card>",
        "<dl><dt>",
        "<dd>",
        "</dl>",
        "<svg>",
        "</svg>",
    ];
    const WORDS: [&str; 8] = ["word", " two\nwords ", "\u{a0}", "\n", " ", "“So,”", "é&amp;", "\u{200b}"];
    let mut state = 11_u32;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    (0..3_000).map(move |_| {
        let mut page = String::new();
        for _ in 0..random(50) {
            page.push_str(if random(2) == 0 {
                PIECES[random(PIECES.len())]
            } else {
                WORDS[random(WORDS.len())]
            });
        }
        page
    })
}

#[test]
fn the_blocks_of_any_page_are_the_lines_of_its_text() {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    for html in random_pages() {
        let page = PageText::read(&html, "");
        let text = Article::Page(html.clone()).text("");
        assert_eq!(page.text, text, "{html}");
        let lines: Vec<String> = text.as_str().lines().map(words).filter(|line| !line.is_empty()).collect();
        let blocks: Vec<String> =
            page.blocks.iter().map(|block| words(&text.as_str()[block.range.clone()])).collect();
        assert_eq!(blocks, lines, "{html}");
    }
}

#[test]
fn a_page_is_read_as_a_browser_reads_it() {
    // What keeps the bounds leaves a page within them as it is.
    for html in random_pages() {
        assert_eq!(crate::parse::parse(&html).page, scraper::Html::parse_document(&html), "{html}");
    }
}

#[test]
fn what_is_left_out_is_counted_once() {
    let html = "<nav>Menu</nav><article>a<iframe>b<script></iframe><p hidden><script>c</script><img></p>\
        <picture><img src=d></picture><dialog>e</dialog><script>f</script></article>";
    let left_out = PageText::read(html, "").left_out;
    let counts: Vec<(LeftOutKind, usize)> = left_out.iter().map(|each| (each.kind, each.count)).collect();
    let expected = [
        (LeftOutKind::Media, 1),
        (LeftOutKind::Hidden, 2),
        (LeftOutKind::Picture, 1),
        (LeftOutKind::Script, 1),
        (LeftOutKind::Outside, 1),
    ];
    assert_eq!(counts, expected);
    assert_eq!(PageText::read("", "").left_out, []);
}

#[test]
fn pages_without_measure_are_read_as_far_as_they_go() {
    let deep = format!("<article>{}a<p>b<script>c</script>", "<div>".repeat(100_000));
    let page = PageText::read(&deep, "");
    assert_eq!((page.text.as_str().trim(), page.left_out.len()), ("a\nb", 1));
    let bold = (0..200).map(|number| format!("<b id={number}>")).collect::<Vec<_>>().concat();
    let wide = format!("<p>{bold}{}", "<p>x".repeat(50_000));
    let page = PageText::read(&wide, "");
    assert_eq!(page.left_out.last().map(|each| each.kind), Some(LeftOutKind::Rest));
    assert!(page.blocks.len() > 1_000);
}
