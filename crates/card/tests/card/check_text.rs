//! `check_text`: what a card file's text is told of, and where.

use summary_card_card::{
    Card, CheckedText, KnownQuotes, Level, Levels, LocatedProblem, Quote, Rule, check_text, limits,
    missing_context, parse, read_and_check,
};

const START: &str = r#"{"version":1,"id":"x","headline":"H","abstract":["A."]"#;

fn check(text: &str) -> Vec<LocatedProblem> {
    check_text(text, &Levels::default(), None)
}

/// The rule, the path and the text of each problem.
fn told(text: &str) -> Vec<(Rule, String, &str)> {
    let shown = |located: LocatedProblem| {
        let range = located.range.expect("a place");
        (located.problem.rule, located.problem.path, &text[range])
    };
    check(text).into_iter().map(shown).collect()
}

/// Half of a character, a number beyond 64 bits or a deep value somewhere must not hide what else is wrong.
#[test]
fn what_other_readers_refuse_hides_nothing() {
    let deep = "[".repeat(200) + &"]".repeat(200);
    for other in [r#""\ud800""#, "1e999", &deep] {
        let text = format!(
            r#"{{"version":1,"id":"x","headline":5,"abstract":"no list","claims":7,"other":{other}}}"#
        );
        let wrong: Vec<_> = told(&text).into_iter().filter(|(rule, ..)| *rule == Rule::WrongShape).collect();
        let expected = [("headline", "5"), ("abstract", "\"no list\""), ("claims", "7")];
        assert_eq!(wrong, expected.map(|(path, value)| (Rule::WrongShape, path.to_owned(), value)));
    }
}

#[test]
fn half_a_character() {
    let text = START.replace("\"H\"", r#""\ud83d\ude00 \ud83d and \ude00""#) + r#","\udfff":"\uD800x"}"#;
    let found = told(&text);
    let lone = |path: &str, escape| (Rule::LoneSurrogate, path.to_owned(), escape);
    // One for each text, in names and in fields that the widget ignores as well.
    assert_eq!(found[0], lone("headline", r"\ud83d"));
    assert_eq!(found[1].0, Rule::UnknownField);
    assert_eq!(found[2..], [lone("\u{fffd}", r"\udfff"), lone("\u{fffd}", r"\uD800")]);
    assert!(
        check(&text)
            .iter()
            .all(|each| (each.problem.level == Level::Deny) == (each.problem.rule == Rule::LoneSurrogate))
    );
}

#[test]
fn a_number_beyond_64_bits_is_wrong_where_a_number_is_wanted() {
    let comment = r#"{"id":"c","text":"t","author":"a","dateCreated":"2025-01-01","upvoteCount":1e999}"#;
    let text = format!(r#"{START},"comments":[{comment}],"other":-1e999}}"#);
    let found = told(&text);
    assert_eq!(found[0], (Rule::WrongShape, "comments[0].upvoteCount".into(), "1e999"));
    assert_eq!(found[1].0, Rule::UnknownField);
    assert_eq!(found.len(), 2);
}

#[test]
fn what_is_too_deep_is_told_once_where_it_begins() {
    let nested = |levels: usize| format!("{START},\"x\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
    let rules = |levels| check(&nested(levels)).into_iter().map(|each| each.problem.rule).collect::<Vec<_>>();
    // The card itself is a level.
    assert_eq!(rules(limits::MAX_DEPTH - 1), [Rule::UnknownField]);
    for levels in [limits::MAX_DEPTH, 1_000, 200_000] {
        let found = check(&nested(levels));
        assert_eq!(rules(levels), [Rule::UnknownField, Rule::TooDeep]);
        let start = START.len() + ",\"x\":".len() + limits::MAX_DEPTH - 1;
        assert_eq!(found[1].range, Some(start..start + 1));
        assert!(found[1].problem.path.starts_with("x[0][0]") && found[1].problem.path.len() <= 200);
    }
}

#[test]
fn all_missing_fields_of_an_object_are_one_problem() {
    let text = format!(r#"{START},"claims":[{{}},{{"id":"c"}}]}}"#);
    let found = check(&text);
    let wrong: Vec<&str> = found
        .iter()
        .filter(|each| each.problem.rule == Rule::WrongShape)
        .map(|each| &*each.problem.message)
        .collect();
    assert_eq!(wrong, ["the fields `id` and `text` are missing", "the field `text` is missing"]);
}

/// What is worked out from something unreadable is no problem of its own; everything else is.
#[test]
fn only_what_follows_from_a_wrong_shape_is_left_out() {
    let text = format!(
        r#"{START},"actors":[{{"id":"a","name":"A"}},{{"id":"b","name":"B","description":5}}],
        "claims":[{{"id":"c","text":"t","author":["a","nobody"],"evidence":7,"status":"reported"}}],
        "stances":[{{"actor":5,"target":"c","label":"none"}},{{"actor":6,"target":"c","label":"none"}}]}}"#
    );
    let rules: Vec<(Rule, String)> = told(&text).into_iter().map(|(rule, path, _)| (rule, path)).collect();
    let expected = [
        (Rule::PointWithoutClaim, "abstract[0]"),
        (Rule::WrongShape, "actors[1].description"),
        (Rule::UnknownId, "claims[0].author[1]"),
        (Rule::WrongShape, "claims[0].evidence"),
        (Rule::WrongShape, "stances[0].actor"),
        (Rule::WrongShape, "stances[1].actor"),
    ];
    assert_eq!(rules, expected.map(|(rule, path)| (rule, path.to_owned())));
}

#[test]
fn the_level_of_a_rule_of_the_format_stays() {
    let mut levels = Levels::default();
    levels.set(Rule::UnknownField, Level::Deny);
    levels.set(Rule::BadId, Level::Allow);
    let text = START.replace("\"x\"", "\"x y\"") + r#","other":1}"#;
    let found: Vec<_> = check_text(&text, &levels, None)
        .into_iter()
        .map(|each| (each.problem.rule, each.problem.level))
        .collect();
    assert_eq!(found, [(Rule::BadId, Level::Deny), (Rule::UnknownField, Level::Deny)]);
}

#[test]
fn the_card_that_was_checked_is_given_with_what_could_be_read_of_it() {
    let read = |text: &str| read_and_check(text, &Levels::default(), None);
    let good = START.to_owned() + r#","claims":[{"id":"a","text":"A."}]}"#;
    let whole = CheckedText { card: parse(&good).unwrap(), problems: check(&good) };
    assert_eq!(read(&good), whole);
    assert!(!whole.problems.is_empty());
    let CheckedText { card, problems } =
        read(&good.replace(r#""H""#, "[7]").replace(r#""A."}"#, r#"7},{"id":"b"}"#));
    let texts: Vec<&str> = card.claims.iter().map(|claim| &*claim.id).collect();
    assert_eq!((card.headline.as_str(), texts), ("", vec!["a", "b"]));
    assert!(problems.iter().any(|located| located.problem.path == "claims[0].text"));
    for text in ["{", r#"{"version":2,"id":"x"}"#] {
        assert_eq!(read(text).card, Card::default());
    }
}

#[test]
fn what_is_known_of_quotes_is_told_again() {
    let article = quote::Index::new("It is old. It is closed. It was sold for 5 coins.");
    let text = |exact: &str| {
        let evidence = format!(r#"[{{"exact":"{exact}"}},{{"exact":"It is"}},{{"exact":"It is old."}}]"#);
        format!(r#"{START},"claims":[{{"id":"a","text":"A.","evidence":{evidence}}}]}}"#)
    };
    let mut known = KnownQuotes::default();
    for exact in
        ["It was sold for 5 coins.", "It was sold for 7 coins.", "It was sold for 5 coins.", "It is", "It"]
    {
        let text = text(exact);
        let again = read_and_check(&text, &Levels::default(), Some((&article, &mut known)));
        assert_eq!(again.problems, check_text(&text, &Levels::default(), Some(&article)), "{exact}");
    }
}

#[test]
fn a_quote_lacks_the_words_around_it_where_its_place_is_certain() {
    let article = quote::Index::new("It is old. It is closed. It was sold.");
    let missing = |exact: &str, prefix: Option<&str>, suffix: Option<&str>| {
        let quote =
            Quote { exact: exact.into(), prefix: prefix.map(Into::into), suffix: suffix.map(Into::into) };
        missing_context(&quote, &article)
    };
    let own = |name: &'static str, words: &str| (name, words.to_owned());
    assert_eq!(missing("It is closed.", None, None), [own("prefix", "old."), own("suffix", "It")]);
    assert_eq!(missing("It is closed.", Some(" "), Some("It")), [own("prefix", "old.")]);
    assert_eq!(missing("It is closed.", Some("old."), Some("It")), []);
    assert_eq!(missing("It was sold.", None, None), [own("prefix", "closed.")]);
    assert_eq!(missing("It is", None, None), []);
    assert_eq!(missing("Nowhere.", None, None), []);
}
