//! The comment section as it renders without a browser: structure, names and roles, safety.

use std::rc::Rc;

use summary_card::card::{Card, Claim, Position, SampleComment};
use summary_card::comments::section::Request;
use summary_card::text::Locale;
use summary_card::view::{LocalComments, LocalCommentsProps};

fn card(comments: Vec<SampleComment>) -> Rc<Card> {
    let claim =
        Claim { id: "c1".to_owned(), text: "The bridge will open in May.".to_owned(), ..Claim::default() };
    Rc::new(Card { version: 1, id: "town".to_owned(), claims: vec![claim], comments, ..Card::default() })
}

fn sample(id: &str, text: &str, parent: Option<&str>) -> SampleComment {
    SampleComment {
        id: id.to_owned(),
        text: text.to_owned(),
        author: format!("Writer {id}"),
        date_created: "2025-08-14T09:30:00Z".to_owned(),
        parent_item: parent.map(ToOwned::to_owned),
        ..SampleComment::default()
    }
}

fn render(props: LocalCommentsProps) -> String {
    let render = yew::LocalServerRenderer::<LocalComments>::with_props(props).hydratable(false).render();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, render)
}

fn props(card: Rc<Card>, lang: &'static str) -> LocalCommentsProps {
    yew::props!(LocalCommentsProps { card, locale: Locale::new(lang), render_closed: true })
}

/// One element a line, so that a change is seen where it is.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<")
}

#[test]
fn an_empty_section() {
    insta::assert_snapshot!(lines(&render(props(card(Vec::new()), "en"))));
}

#[test]
fn samples_with_replies_in_spanish() {
    let mut first = sample("a", "Un *buen* resumen.\n\n> cita\n- uno\n- dos\nhttps://example.org/x", None);
    first.about = Some("c1".to_owned());
    first.position = Some(Position::Query);
    first.upvote_count = 2;
    let list = vec![first, sample("b", "Respuesta", Some("a")), sample("c", "Perdida", Some("gone"))];
    insta::assert_snapshot!(lines(&render(props(card(list), "es-MX"))));
}

#[test]
fn a_form_about_a_claim() {
    let props = props(card(Vec::new()), "en");
    props.requests.send(Request::WriteAbout("c1".to_owned()));
    insta::assert_snapshot!(lines(&render(props)));
}

#[test]
fn nothing_typed_becomes_markup() {
    let hostile = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "javascript:alert(1)",
        "[x](javascript:alert(1))",
        "</p></details>",
        "`<b>`",
        "> <i>",
        "- <u>",
        "https://example.org/\"onmouseover=\"alert(1)",
        "\u{202e}evil\u{0}",
        "```\n</code><script>",
    ];
    for text in hostile {
        let mut one = sample("x\" onclick=\"alert(1)", text, None);
        one.author = text.to_owned();
        let html = render(props(card(vec![one]), "en"));
        let tags: Vec<&str> = html.split('<').skip(1).collect();
        for name in ["script", "img", "svg", "i>", "u>"] {
            assert!(!tags.iter().any(|tag| tag.starts_with(name)), "{text}: <{name} in {html}");
        }
        assert!(!html.contains("href=\"javascript") && !html.contains("\u{202e}") && !html.contains('\0'));
        // No attribute of anybody's making: a quotation mark never ends one.
        assert!(
            !tags.iter().any(|tag| tag
                .split('"')
                .step_by(2)
                .any(|part| part.contains("onclick") || part.contains("onmouseover"))),
            "{html}"
        );
        assert_eq!(html.matches("<details").count(), html.matches("</details>").count());
    }
}

#[test]
fn every_field_has_a_label_and_every_control_a_name() {
    let html = render(props(card(vec![sample("a", "Text", None)]), "en"));
    for field in ["text", "name", "email", "website"] {
        let id = format!("town-comments-new-{field}");
        assert!(html.contains(&format!("for=\"{id}\"")) && html.contains(&format!("id=\"{id}\"")), "{field}");
    }
    for (attribute, count) in [
        ("aria-required=\"true\"", 3),
        ("autocomplete=\"name\"", 1),
        ("autocomplete=\"email\"", 1),
        ("autocomplete=\"url\"", 1),
        ("role=\"status\"", 1),
        ("role=\"alert\"", 1),
        ("aria-label=\"Reply to Writer a\"", 1),
        ("aria-label=\"Like, comment by Writer a\"", 1),
        ("href=\"#town.comment-a\"", 1),
        ("novalidate=", 1),
    ] {
        assert_eq!(html.matches(attribute).count(), count, "{attribute} in {html}");
    }
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id is there twice");
    for reference in ["aria-describedby=\"", "aria-labelledby=\"", "aria-controls=\"", " for=\""] {
        for list in html.split(reference).skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(list.split(' ').all(|id| ids.contains(&id)), "{reference}{list}");
        }
    }
}

#[test]
fn a_long_comment_is_folded_and_a_long_thread_paged() {
    let long = sample("long", &"word ".repeat(500), None);
    let html = render(props(card(vec![long]), "en"));
    assert!(
        html.contains("Read more") && html.matches("word").count() < 200,
        "{}",
        html.matches("word").count()
    );
    let many = (0..50).map(|i| sample(&i.to_string(), "Text", None)).collect();
    let html = render(props(card(many), "en"));
    assert_eq!(html.matches("<article").count(), 20);
    assert!(html.contains("Showing 20 of 50 comments") && html.contains("50 comments</h3>"));
}
