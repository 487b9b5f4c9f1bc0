//! Showing text that anybody typed, and checking a form.

use summary_card_comments::clean::{clean, clean_line, initials, is_blank};
use summary_card_comments::markdown::{Block, Inline, fold, parse};
use summary_card_comments::*;

fn text(t: &str) -> Inline {
    Inline::Text(t.to_owned())
}

fn paragraph(nodes: Vec<Inline>) -> Block {
    Block::Paragraph(nodes)
}

fn line(t: &str) -> Vec<Inline> {
    match parse(t).as_slice() {
        [Block::Paragraph(nodes)] => nodes.clone(),
        other => panic!("{t:?} is {other:?}"),
    }
}

/// All text of the tree, in order.
fn flat(blocks: &[Block]) -> String {
    fn nodes(list: &[Inline], out: &mut String) {
        for node in list {
            match node {
                Inline::Text(t) | Inline::Code(t) => out.push_str(t),
                Inline::Link(url) => out.push_str(url.as_str()),
                Inline::Break => out.push('\n'),
                Inline::Emphasis(inner) | Inline::Strong(inner) => nodes(inner, out),
            }
        }
    }
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(list) => nodes(list, &mut out),
            Block::Quote(inner) => out.push_str(&flat(inner)),
            Block::List(items) => items.iter().for_each(|item| nodes(item, &mut out)),
            Block::Code(code) => out.push_str(code),
        }
        out.push('\n');
    }
    out
}

fn links(blocks: &[Block]) -> Vec<String> {
    fn nodes(list: &[Inline], out: &mut Vec<String>) {
        for node in list {
            match node {
                Inline::Link(url) => out.push(url.as_str().to_owned()),
                Inline::Emphasis(inner) | Inline::Strong(inner) => nodes(inner, out),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(list) => nodes(list, &mut out),
            Block::Quote(inner) => out.extend(links(inner)),
            Block::List(items) => items.iter().for_each(|item| nodes(item, &mut out)),
            Block::Code(_) => {}
        }
    }
    out
}

#[test]
fn paragraphs_and_line_breaks_are_kept() {
    assert_eq!(
        parse("One\ntwo\r\n\r\n\n\nThree"),
        [paragraph(vec![text("One"), Inline::Break, text("two")]), paragraph(vec![text("Three")])]
    );
    for blank in ["", " \n\t\n", "\u{200b}"] {
        assert!(flat(&parse(blank)).trim_matches(['\n', '\u{200b}']).is_empty());
    }
}

#[test]
fn emphasis_strong_and_code() {
    assert_eq!(
        line("a *b* **c** `d`"),
        [
            text("a "),
            Inline::Emphasis(vec![text("b")]),
            text(" "),
            Inline::Strong(vec![text("c")]),
            text(" "),
            Inline::Code("d".to_owned()),
        ]
    );
    assert_eq!(line("***b***"), line("***b***"));
    assert_eq!(
        line("*a **b** c*"),
        [Inline::Emphasis(vec![text("a "), Inline::Strong(vec![text("b")]), text(" c"),])]
    );
    for plain in
        ["2*3*4", "a * b * c", "*open", "**open", "`open", "* ", "**", "****", "snake_case_name", "5 * 3"]
    {
        let shown = flat(&parse(plain));
        assert_eq!(shown.trim(), plain.trim(), "nothing typed is swallowed");
    }
    assert_eq!(line(r"\*not\* \`code\`"), [text("*not* `code`")]);
    assert_eq!(line("*a **b*"), [Inline::Emphasis(vec![text("a **b")])]);
    assert_eq!(line("`*a*`"), [Inline::Code("*a*".to_owned())]);
}

#[test]
fn quotes_lists_and_fences() {
    assert_eq!(
        parse("> said\n> more\nanswer"),
        [
            Block::Quote(vec![paragraph(vec![text("said"), Inline::Break, text("more")])]),
            paragraph(vec![text("answer")]),
        ]
    );
    assert_eq!(
        parse("> > deep\n> up"),
        [Block::Quote(vec![Block::Quote(vec![paragraph(vec![text("deep")])]), paragraph(vec![text("up")]),])]
    );
    assert_eq!(
        parse("- a\n- *b*"),
        [Block::List(vec![vec![text("a")], vec![Inline::Emphasis(vec![text("b")])]])]
    );
    assert_eq!(
        parse("```rust\nlet *a* = 1;\n\n- b\n```\nafter"),
        [Block::Code("let *a* = 1;\n\n- b".to_owned()), paragraph(vec![text("after")]),]
    );
    assert_eq!(parse("```\nnever closed"), [Block::Code("never closed".to_owned())]);
    assert_eq!(
        parse("-5 degrees\n>5 is more"),
        [paragraph(vec![text("-5 degrees")]), Block::Quote(vec![paragraph(vec![text("5 is more")])]),]
    );
}

#[test]
fn only_http_addresses_become_links_and_show_themselves() {
    for (typed, link) in [
        ("see https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("https://en.wikipedia.org/wiki/A_(b)", "https://en.wikipedia.org/wiki/A_(b)"),
        ("HTTP://EXAMPLE.ORG/?a=b&c=d#e", "HTTP://EXAMPLE.ORG/?a=b&c=d#e"),
        ("**https://example.org**", "https://example.org"),
        ("«https://example.org»", "https://example.org"),
        ("https://example.org\u{202e}/gpj", "https://example.org/gpj"),
        ("https://münchen.example/ä", "https://münchen.example/ä"),
    ] {
        assert_eq!(links(&parse(typed)), [link], "{typed}");
    }
    for typed in [
        "javascript:alert(1)",
        "[x](javascript:alert(1))",
        "data:text/html,x",
        "ftp://example.org",
        "https://",
        "http:// example.org",
        "xhttps://example.org",
        "`https://example.org`",
        "//example.org",
        "https://\"x",
        "vbscript:x",
        "file:///etc/passwd",
        "JaVaScRiPt://%0aalert(1)",
        "http://.",
        "https://bank.example@evil.example/",
        "https://name:word@evil.example/",
    ] {
        assert!(links(&parse(typed)).is_empty(), "{typed}");
    }
}

#[test]
fn markup_is_text() {
    for typed in
        ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt; &amp;", "<!-- a -->", "]]>"]
    {
        assert_eq!(flat(&parse(typed)).trim(), typed);
    }
}

#[test]
fn every_control_and_override_character_is_shown_safely() {
    for c in (0..=0x10_ffff_u32).filter_map(char::from_u32) {
        let shown = clean(&format!("a{c}b"));
        assert!(
            !shown.contains(|c: char| c.is_control() && c != '\n' && c != '\t'),
            "U+{:04X}",
            u32::from(c)
        );
        assert!(shown.starts_with('a') && shown.ends_with('b'));
    }
    for c in [
        '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
        '\u{2069}',
    ] {
        assert_eq!(clean(&format!("a{c}b")), "ab");
    }
    assert_eq!(clean("a\0b\u{1b}[31mc\u{7f}\u{9b}"), "a\u{fffd}b\u{fffd}[31mc\u{fffd}\u{fffd}");
    assert_eq!(clean("a\r\nb\rc\u{2028}d\u{85}e"), "a\nb\nc\nd\ne");
    assert_eq!(clean_line(" Ana\n\u{202e}Ruiz\t "), "Ana Ruiz");
}

#[test]
fn floods_of_marks_and_invisible_characters_are_cut() {
    let zalgo = format!("e{}x", "\u{301}".repeat(10_000));
    assert_eq!(clean(&zalgo).chars().count(), 6);
    let mixed = format!("e{}x", "\u{301}\u{200b}".repeat(10_000));
    assert!(clean(&mixed).chars().count() <= 13);
    assert_eq!(clean(&"\u{200b}".repeat(10_000)).chars().count(), 7);
    // What people really write stays whole.
    for fine in
        ["👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "שָׁלוֹם", "Việt Nam", "क्षत्रिय", "ภาษาไทยนี้", "e\u{301}\u{323}", "👍🏽", "❤️"]
    {
        assert_eq!(clean(fine), fine);
    }
}

#[test]
fn what_cannot_be_seen_is_blank() {
    for blank in [
        "",
        " ",
        "\n\t ",
        "\u{a0}\u{2003}",
        "\u{200b}\u{200d}\u{feff}",
        "\u{202e}",
        "\u{301}",
        "\u{3164}\u{2800}",
        "\0\u{7}",
    ] {
        assert!(is_blank(blank), "{blank:?}");
    }
    for seen in ["a", ".", "😀", "ש", "\u{200b}a"] {
        assert!(!is_blank(seen), "{seen:?}");
    }
}

#[test]
fn initials_are_of_the_first_and_the_last_word() {
    // Where nobody says what a character is, as without a browser: the first one with its marks.
    for (name, letters) in [
        ("ana maria ruiz", "AR"),
        ("Ana", "A"),
        ("", ""),
        ("  ", ""),
        ("ßeta", "ß"),
        ("e\u{301}mile zola", "E\u{301}Z"),
        ("محمد علي", "مع"),
        ("李 小龙", "李小"),
        ("😀 Zoe", "😀Z"),
        ("\u{202e}ana", "A"),
    ] {
        assert_eq!(initials(name, &|_| None, &str::to_uppercase), letters, "{name}");
    }
    let browser = |word: &str| Some(word.chars().take(3).collect());
    assert_eq!(
        initials("👩‍🚀 zoe", &browser, &str::to_uppercase),
        "👩‍🚀ZOE",
        "whatever the browser takes for a character"
    );
}

/// Whatever is typed: no panic, nothing outside the limits, and time that grows with the length only.
#[test]
fn hostile_text_is_parsed_in_linear_time() {
    let pieces = [
        "*",
        "**",
        "`",
        "> ",
        "- ",
        "```",
        "\n",
        "https://",
        "(",
        ")",
        "\\",
        "\u{202e}",
        "\u{301}",
        "😀",
        " ",
        "a",
        "*a ",
        "**a *b ",
        "https://a.b/)(",
        ">",
        "\u{200d}",
        "é*",
        "h",
        "```\n",
    ];
    for first in pieces {
        for second in pieces {
            let typed = format!("{first}{second}").repeat(20_000 / (first.len() + second.len()));
            let start = std::time::Instant::now();
            let tree = parse(&typed);
            let _ = fold(&tree, 500);
            assert!(start.elapsed().as_millis() < 2_000, "{first:?}{second:?} took {:?}", start.elapsed());
        }
    }
}

#[test]
fn every_short_text_of_marks_keeps_its_words() {
    // All texts of seven signs: a word must come through whatever stands around it.
    let signs = ['*', '`', '>', '-', 'w', ' ', '\n'];
    for mut number in 0..signs.len().pow(7) {
        let mut typed = String::new();
        for _ in 0..7 {
            typed.push(signs[number % signs.len()]);
            number /= signs.len();
        }
        let shown = flat(&parse(&typed));
        let fenced = typed.contains("```");
        assert!(
            fenced || shown.matches('w').count() == typed.matches('w').count(),
            "{typed:?} is shown as {shown:?}"
        );
    }
}

#[test]
fn long_comments_fold_between_words_and_short_ones_do_not() {
    let words = "palabra ".repeat(200);
    let folded = fold(&parse(&words), 500).unwrap();
    let shown = flat(&folded);
    assert!(shown.trim_end().ends_with("palabra…") && shown.chars().count() <= 502, "{shown}");
    assert_eq!(fold(&parse("short"), 500), None);
    assert!(fold(&parse(&"line\n".repeat(40)), 500).is_some(), "a tall comment is long too");
    let unbroken = fold(&parse(&"😀".repeat(2_000)), 500).unwrap();
    assert_eq!(flat(&unbroken).chars().count(), 502);
    let linked =
        fold(&parse(&format!("{} https://example.org/path {}", "w ".repeat(248), "w ".repeat(500))), 500);
    assert_eq!(links(&linked.unwrap()), ["https://example.org/path"], "an address is never cut");
}

fn form() -> Form {
    Form {
        text: "Hello".to_owned(),
        name: "Ana".to_owned(),
        email: "ana@example.org".to_owned(),
        ..Form::default()
    }
}

#[test]
fn a_form_in_order_becomes_a_comment() {
    let filled = Form { text: " Hi \n".to_owned(), website: "example.org".to_owned(), ..form() };
    let comment = filled.check().unwrap();
    assert_eq!(comment.text, "Hi");
    assert_eq!(comment.author.url.as_deref(), Some("https://example.org"));
    let position = Some(card::Position::Deny);
    assert_eq!(Form { position, ..form() }.check().unwrap().position, None, "a position needs a claim");
}

#[test]
fn every_field_out_of_order_is_told_in_the_order_of_the_form() {
    let problems = Form { website: "javascript:alert(1)".to_owned(), ..Form::default() }.check().unwrap_err();
    assert_eq!(
        problems,
        [
            (Field::Text, Problem::Missing),
            (Field::Name, Problem::Missing),
            (Field::Email, Problem::Missing),
            (Field::Website, Problem::NotAnAddress),
        ]
    );
    let long = Form { text: "é".repeat(100_000), name: "n".repeat(81), ..form() };
    assert_eq!(
        long.check().unwrap_err(),
        [
            (Field::Text, Problem::TooLong { limit: 5_000, length: 100_000 }),
            (Field::Name, Problem::TooLong { limit: 80, length: 81 }),
        ]
    );
    assert!(Form { text: "é".repeat(5_000), ..form() }.check().is_ok());
}

#[test]
fn emails_and_websites() {
    for good in ["a@b.co", "first.last+tag@sub.example.org", "ñ@españa.example", " a@b.co "] {
        assert!(Form { email: good.to_owned(), ..form() }.check().is_ok(), "{good}");
    }
    for bad in
        ["a", "a@", "@b.co", "a@b", "a b@c.co", "a@b..co", "a@b.co.", "a@@b.co", "<a@b.co>", "a@b.co,c@d.co"]
    {
        let problems = Form { email: bad.to_owned(), ..form() }.check().unwrap_err();
        assert_eq!(problems, [(Field::Email, Problem::NotAnEmail)], "{bad}");
    }
    for good in ["http://a.b", "HTTPS://A.B/c?d#e", "a.b/c", "http://[::1]/", "http://localhost:8000"] {
        assert!(Form { website: good.to_owned(), ..form() }.check().is_ok(), "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        "data:,x",
        "a",
        "http://",
        "http:///x",
        "https://a b",
        "ftp://a.b",
        "java\nscript:x.y",
        "https://a\"b",
        "mailto:a@b.c",
        "//a.b",
        "https://name@a.b",
        "name@a.b/",
    ] {
        let problems = Form { website: bad.to_owned(), ..form() }.check().unwrap_err();
        assert_eq!(problems, [(Field::Website, Problem::NotAnAddress)], "{bad:?}");
    }
}
