//! What comes in, and the text that it becomes.

use quote::{Anchor, Index, WhyNot};
use summary_card_desk::article::{Article, BlockKind, Format, LeftOutKind, MAX_BYTES, Refusal};

use super::{article, page, place};

fn read(source: &str, format: Format) -> Article {
    Article::read(source, format).unwrap_or_else(|why| panic!("{why:?}: {source}"))
}

/// The blocks of an article, each with a short name of its kind.
fn blocks(article: &Article) -> Vec<String> {
    let blocks = article.saved().into_iter();
    let named = blocks.map(|(kind, text)| match kind {
        BlockKind::Heading(level) => format!("h{level} {text}"),
        BlockKind::Paragraph => format!("p {text}"),
        BlockKind::ListItem => format!("li {text}"),
        BlockKind::Quotation => format!("q {text}"),
    });
    named.collect()
}

fn sentences(article: &Article) -> Vec<&str> {
    article.sentences().iter().map(|range| &article.text()[range.clone()]).collect()
}

fn left_out(article: &Article) -> Vec<(LeftOutKind, usize)> {
    article.left_out().iter().map(|each| (each.kind, each.count)).collect()
}

#[test]
fn a_file_is_read_as_its_name_says() {
    for (name, format) in [
        ("a.html", Format::Html),
        ("A.HTM", Format::Html),
        ("a.b.xhtml", Format::Html),
        ("a.md", Format::Markdown),
        ("a.Markdown", Format::Markdown),
        ("a.txt", Format::Text),
        ("html", Format::Text),
        ("", Format::Text),
    ] {
        assert_eq!(Format::of_file(name), format, "{name}");
    }
}

#[test]
fn a_blank_line_ends_a_paragraph_and_without_one_each_line_does() {
    assert_eq!(
        blocks(&article("A line\n  goes on.\r\n \t\r\n\r\nA second.\n")),
        ["p A line goes on.", "p A second."]
    );
    assert_eq!(
        blocks(&article("One.\nTwo.\r\nThree.\rFour.\n\n")),
        ["p One.", "p Two.", "p Three.", "p Four."]
    );
    assert_eq!(blocks(&article("\u{feff}\n\nOne.\nTwo.")), ["p One.", "p Two."]);
}

#[test]
fn the_text_is_its_blocks_each_in_a_line() {
    let article = read("<h2>A  head</h2><p>One.\n Two.<ul><li>a<li>b</ul>", Format::Html);
    assert_eq!(article.text(), "A head\nOne. Two.\na\nb");
    let texts: Vec<&str> =
        article.blocks().iter().map(|block| &article.text()[block.range.clone()]).collect();
    assert_eq!(texts, ["A head", "One. Two.", "a", "b"]);
    assert_eq!(sentences(&article), ["A head", "One.", "Two.", "a", "b"]);
}

#[test]
fn blocks_of_a_page_have_the_kinds_of_their_elements() {
    let html = "<h1>A</h1><p>B<br>C</p><ul><li>D<ol><li><p>E</p><p>F</ol>G</ul>\
        <blockquote>H<p>I<b>J</b></p><ul><li>K</ul><h3>L</h3></blockquote><div>M<span hidden>no</span></div>\
        <table><tr><td>N<td>O</table><dl><dt>P<dd>Q</dl><h6>R</h6>";
    let expected = [
        "h1 A", "p B", "p C", "li D", "li E", "li F", "li G", "q H", "q IJ", "li K", "h3 L", "p M", "p N",
        "p O", "p P", "p Q", "h6 R",
    ];
    assert_eq!(blocks(&read(html, Format::Html)), expected);
}

#[test]
fn a_quote_goes_over_a_break_and_over_the_edge_of_a_block() {
    let article = read("<p>The council met.<br>It closed the bridge.</p><p>Nobody spoke.</p>", Format::Html);
    for words in ["met.\nIt closed", "bridge.\nNobody"] {
        let range = place(&article, words);
        let quote = article.quote(range.clone()).unwrap();
        assert_eq!(quote.exact, words.replace('\n', " "));
        let found = article.index().find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref());
        assert_eq!(found.span().map(|span| span.bytes.clone()), Some(range));
    }
    assert_eq!(article.quote(3..4), Err(WhyNot::Empty));
    assert_eq!(article.quote(0..9999), Err(WhyNot::OutOfText));
}

#[test]
fn markdown_is_read_as_the_page_that_is_made_of_it() {
    let source = "---\ntitle: no\n---\n# A *head*\n\nOne **bold** line\nand [a link](https://x.example/y) & more.\\\nA break.\n\n\
        > Said\n> so.\n>\n> > Twice.\n\n- an item\n- two\n  1. inner\n\n     more\n\nH | I\n--|--\nj | k\n\n\
        ![a picture](x.png)\n\n    code <b>\n\nSub\n---\n\n[x]: y\n";
    let article = read(source, Format::Markdown);
    let expected = [
        "h1 A head",
        "p One bold line and a link & more.",
        "p A break.",
        "q Said so.",
        "q Twice.",
        "li an item",
        "li two",
        "li inner",
        "li more",
        "p H",
        "p I",
        "p j",
        "p k",
        "p code <b>",
        "h2 Sub",
    ];
    assert_eq!(blocks(&article), expected);
    let parts = [(LeftOutKind::Metadata, 1), (LeftOutKind::Table, 1), (LeftOutKind::Picture, 1)];
    assert_eq!(left_out(&article), parts);
}

#[test]
fn html_in_markdown_is_never_kept_as_markup() {
    let source = "One <b onclick=\"x()\">bold</b> word<script>steal()</script>.\n\n<script>\nalert(1)\n\nmore()\n</script>\n\n\
        <div hidden>\n\nNot *this*.\n\n</div>\n\n<h2>Head</h2>\n\n<img src=x onerror=alert(1)>\n\na < b && c > d &lt;i&gt;\n";
    let article = read(source, Format::Markdown);
    assert_eq!(blocks(&article), ["p One bold word.", "h2 Head", "p a < b && c > d <i>"]);
}

#[test]
fn what_word_processors_paste_is_read() {
    let word = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta charset=utf-8>\
        <style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->\
        </head><body lang=EN-US><!--StartFragment--><h1>A head<o:p></o:p></h1>\n\n<p class=MsoNormal>The first line\nof \
        <span class=SpellE>a</span> text.<o:p></o:p></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n\
        <p class=MsoListParagraph style='mso-list:l0'><![if !supportLists]><span>·&nbsp; </span><![endif]>Item<o:p></o:p></p>\
        <!--EndFragment--></body></html>";
    assert_eq!(blocks(&read(word, Format::Html)), ["h1 A head", "p The first line of a text.", "p · Item"]);
    let docs = "<html><body>\n<!--StartFragment--><meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\">\
        <h2 dir=\"ltr\"><span style=\"font-size:16pt\">A head</span></h2><p dir=\"ltr\"><span>One </span><span>text.</span></p><br />\
        <ul><li dir=\"ltr\" aria-level=\"1\"><p dir=\"ltr\"><span>Item</span></p></li></ul></b><br class=\"Apple-interchange-newline\">\
        <!--EndFragment-->\n</body>\n</html>";
    assert_eq!(blocks(&read(docs, Format::Html)), ["h2 A head", "p One text.", "li Item"]);
}

#[test]
fn what_is_left_out_is_said() {
    let html = "<body><p>Before</p><nav><a>Menu</a> <a>More</a></nav><script>a()</script><article><h1>A</h1>\
        <script>b()</script><script>c()</script><style>d</style><iframe src=e></iframe><video>f<track></video>\
        <img src=g alt=h><svg><text>i</text></svg><p hidden>j<img></p><p style='display: none'>k</p>\
        <form><label>l <input></label><select><option>m</select><textarea>n</textarea><button>Send</button></form>\
        <table><tr><td>o</table></article><!-- comment --></body>";
    let article = read(html, Format::Html);
    assert_eq!(blocks(&article), ["h1 A", "p l Send", "p o"]);
    let expected = [
        (LeftOutKind::Script, 2),
        (LeftOutKind::Media, 2),
        (LeftOutKind::Picture, 2),
        (LeftOutKind::Hidden, 2),
        (LeftOutKind::Field, 3),
        (LeftOutKind::Table, 1),
        (LeftOutKind::Outside, 3),
    ];
    assert_eq!(left_out(&article), expected);
    assert_eq!(left_out(&read("<title>t</title><p>a</p><style>b</style>", Format::Html)), []);
}

#[test]
fn an_article_that_was_kept_is_the_same() {
    let first = read(&page("index.html"), Format::Html);
    let again = Article::of_blocks(first.saved()).unwrap();
    assert_eq!(
        (again.text(), again.blocks(), again.sentences()),
        (first.text(), first.blocks(), first.sentences())
    );
    assert!(first.saved().len() > 20 && !first.left_out().is_empty());
    assert_eq!(again.left_out(), []);
    let json = serde_json::to_string(&first.saved()[..2]).unwrap();
    assert!(
        json.starts_with("[[\"paragraph\",\"National security\"],[{\"heading\":1},\"U.S. order"),
        "{json}"
    );
}

#[test]
fn there_is_no_article_without_text() {
    for (source, format) in [
        ("", Format::Text),
        (" \n\t\u{200b}\n", Format::Text),
        ("<p> </p><script>a</script>", Format::Html),
        ("<article></article><p>elsewhere", Format::Html),
        ("[x]: y\n\n---\n", Format::Markdown),
    ] {
        assert_eq!(Article::read(source, format).err(), Some(Refusal::Empty), "{source:?}");
    }
    assert_eq!(Article::of_blocks(vec![(BlockKind::Paragraph, " \n".into())]).err(), Some(Refusal::Empty));
    assert_eq!(Article::of_blocks(Vec::new()).err(), Some(Refusal::Empty));
    let long = "a ".repeat(MAX_BYTES / 2);
    assert_eq!(Article::read(&(long + "."), Format::Text).err(), Some(Refusal::TooLong));
}

#[test]
fn other_scripts_are_read() {
    let article =
        article("予算は来年削減される。大臣が述べた。\n\nקראו את הכתבה. היא קצרה.\n\nاقرأ المقال. إنه قصير.");
    assert_eq!(article.blocks().len(), 3);
    assert_eq!(sentences(&article)[..2], ["予算は来年削減される。", "大臣が述べた。"]);
    let range = place(&article, "大臣が述べた");
    let quote = article.quote(range).unwrap();
    assert_eq!(quote.exact, "大臣が述べた");
    for block in article.blocks() {
        assert!(article.quote(block.range.clone()).is_ok());
    }
}

#[test]
fn the_text_is_what_check_reads_of_the_page() {
    for name in ["index.html", "static/embed/river.html", "static/embed/spanish.html"] {
        let html = page(name);
        let article = read(&html, Format::Html);
        let checked = ::article::Article::Page(html).text("");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(article.text()), words(checked.as_str()), "{name}");
        // A quote of one is found in the other.
        let index = Index::of(&checked);
        for sentence in article.sentences() {
            if let Ok(quote) = article.quote(sentence.clone()) {
                let found = index.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref());
                assert!(matches!(found, Anchor::Exact(_)), "{quote:?}");
            }
        }
    }
}
