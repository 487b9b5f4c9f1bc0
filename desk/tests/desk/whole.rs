//! From a page to a card that has no problem, by the ranges of its words alone.

use card::{Label, Level, Levels, check_text};
use quote::Anchor;
use serde_json::{Value, json};
use summary_card_desk::article::{Article, Format};
use summary_card_desk::document::{Document, Edit, get};
use summary_card_desk::make::{Make, make};
use summary_card_desk::marks::marks;
use summary_card_desk::problems::check;

use super::{page, place};

struct Desk {
    article: Article,
    document: Document,
}

impl Desk {
    fn make(&mut self, words: &str, what: &Make) -> String {
        let made = make(self.document.value(), &self.article, place(&self.article, words), what);
        let made = made.unwrap_or_else(|why| panic!("{why:?} {words}"));
        assert!(self.document.change(made.edits));
        made.path
    }

    fn id(&self, path: &str) -> String {
        get(self.document.value(), path).and_then(|entry| entry["id"].as_str()).unwrap().to_owned()
    }

    fn set(&mut self, path: &str, to: Value) {
        assert!(self.document.change(vec![Edit::Set { path: path.to_owned(), to: Some(to) }]), "{path}");
    }
}

#[test]
fn an_article_becomes_a_card_without_a_problem() {
    let article = Article::read(&page("index.html"), Format::Html).unwrap();
    let mut desk = Desk { article, document: Document::empty("en") };
    let before = desk.document.text();

    let actor = desk.make("Claudia Sheinbaum", &Make::Actor);
    let sheinbaum = desk.id(&actor);
    let actor = desk.make("Officials described", &Make::Actor);
    desk.set(&format!("{actor}.name"), json!("Officials"));
    let officials = desk.id(&actor);

    let path = desk
        .make("Officials described the work as routine planning.", &Make::Claim { author: Some(officials) });
    desk.set(&format!("{path}.status"), json!("attributed"));
    let routine = desk.id(&path);
    let path = desk.make(
        "Mexican President Claudia Sheinbaum has strongly opposed any U.S. military presence on Mexican soil.",
        &Make::Claim { author: Some(sheinbaum.clone()) },
    );
    desk.set(&format!("{path}.status"), json!("reported"));
    let soil = desk.id(&path);
    let path = desk.make("Legal experts are divided.", &Make::Claim { author: None });
    desk.set(&format!("{path}.status"), json!("reported"));
    let more = desk.make("Others caution that international law", &Make::Evidence(path.clone()));
    assert_eq!(more, format!("{path}.evidence[1]"));

    let cites =
        "She cites national sovereignty and constitutional prohibitions against foreign intervention.";
    let stance = Make::Stance { actor: sheinbaum, claim: soil.clone(), label: Label::Favor };
    let path = desk.make("strongly opposed any U.S. military presence", &stance);
    assert_eq!(path, "stances[0]");
    assert_eq!(desk.make(cites, &Make::Reason(path)), "stances[0].reasons[0]");

    desk.make("Officials described the work as routine planning.", &Make::Point(Vec::new()));
    let path = desk.make(cites, &Make::Point(vec![soil.clone()]));
    assert_eq!(get(desk.document.value(), "abstract[0].claims"), Some(&json!([routine])));
    assert_eq!(get(desk.document.value(), &format!("{path}.claims")), Some(&json!([soil])));

    // What is left to do is said.
    let checked = check(&desk.document.text(), Some(&desk.article));
    let errors: Vec<&str> = checked
        .problems
        .iter()
        .filter(|problem| problem.level == Level::Deny)
        .map(|problem| problem.path.as_str())
        .collect();
    assert_eq!(errors, ["headline"]);
    desk.document.type_in("headline", Some(json!("Planning against cartels")));
    let problems = check_text(&desk.document.text(), &Levels::default(), Some(desk.article.index()));
    assert_eq!(problems, []);

    let checked = check(&desk.document.text(), Some(&desk.article));
    assert_eq!((checked.card.claims.len(), checked.card.quotes().len(), checked.fixable), (3, 6, 0));
    for entry in checked.card.quotes() {
        let quote = entry.quote;
        let found = desk.article.index().find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref());
        assert!(matches!(found, Anchor::Exact(_)), "{quote:?}");
    }
    let marks = marks(&checked.card, &desk.article);
    assert_eq!(marks.iter().map(|mark| mark.users.len()).max(), Some(2));

    let after = desk.document.text();
    while desk.document.undo().is_some() {}
    assert_eq!(desk.document.text(), before);
    while desk.document.redo().is_some() {}
    assert_eq!(desk.document.text(), after);
}
