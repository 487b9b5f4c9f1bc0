//! What the words around a quote decide.

use summary_card_quote::{Anchor, Index, Orphan, gates};

/// Where in the text a quote is found word for word.
fn found(text: &str, exact: &str, prefix: &str, suffix: &str) -> Option<usize> {
    match Index::new(text).find(exact, Some(prefix), Some(suffix)) {
        Anchor::Exact(span) => Some(span.bytes.start),
        Anchor::Near(span, diff) => panic!("{span:?} {diff:?}"),
        Anchor::Orphan(_) => None,
    }
}

fn orphan(text: &str, exact: &str, prefix: &str, suffix: &str) -> Orphan {
    match Index::new(text).find(exact, Some(prefix), Some(suffix)) {
        Anchor::Orphan(why) => why,
        other => panic!("{exact}: {other:?}"),
    }
}

const MINISTERS: &str = "Minister Alder said the budget will be cut by five percent next year, whatever the council \
    decides.\n\nMinister Birch said the budget will be cut by five percent next year, whatever the council decides.";
const BUDGET: &str = "the budget will be cut by five percent next year, whatever the council decides";

#[test]
fn a_context_that_names_somebody_else_is_refused_however_long_the_quote() {
    assert_eq!(orphan(MINISTERS, BUDGET, "Minister Cedar said ", ""), Orphan::Context);
    assert_eq!(orphan(&MINISTERS[..94], BUDGET, "Minister Cedar said ", ""), Orphan::Context);
    assert_eq!(found(MINISTERS, BUDGET, "Minister Alder said ", ""), MINISTERS.find("the budget"));
    assert_eq!(found(MINISTERS, BUDGET, "Minister Birch said ", ""), MINISTERS.rfind("the budget"));
    // Nobody said: either could be meant.
    assert_eq!(orphan(MINISTERS, BUDGET, "", ""), Orphan::Ambiguous(2));
    // A name that is a sentence's first word, or the context's only word.
    let text = format!("It rained. Alder said {BUDGET}.");
    for prefix in ["It rained. Cedar said", "Cedar said", "Cedar told us yesterday"] {
        assert_eq!(orphan(&text, BUDGET, prefix, ""), Orphan::Context, "{prefix}");
    }
    // A name after the quote, and one in the place of nobody's.
    let text = format!("“{BUDGET}”, said Minister Alder on Monday.");
    assert_eq!(orphan(&text, BUDGET, "", "”, said Minister Cedar"), Orphan::Context);
    assert_eq!(orphan(&text, BUDGET, "", "”, said a minister on Monday"), Orphan::Context);
}

#[test]
fn a_context_with_another_number_or_the_opposite_is_refused() {
    for (article, context) in [
        ("It is not true that", "It is true that"),
        ("It is true that", "It is not true that"),
        ("They deny that", "They say that"),
        ("It is likely that", "It is unlikely that"),
        ("In 2023 they said that", "In 2024 they said that"),
        ("15 people said that", "5 people said that"),
        ("Some 15 people said that", "Some 5 people said that"),
        ("All fifteen people said that", "All five people said that"),
        ("It is illegal, he said, and", "legal, he said, and"),
    ] {
        let text = format!("{article} {BUDGET}.");
        assert_eq!(orphan(&text, BUDGET, context, ""), Orphan::Context, "{context}");
        assert!(found(&text, BUDGET, article, "").is_some());
    }
}

#[test]
fn a_context_that_stands_there_word_for_word_decides() {
    let text =
        "In 2023 the town's spending rose by 5 percent. In 2024 the town's spending rose by 5 percent.";
    for (prefix, place) in [
        ("In 2024 the town's spending ", text.rfind("rose")),
        ("In 2023 the town’s spending", text.find("rose")),
        ("In 2022 the town's spending ", None),
        ("the town's spending ", None),
    ] {
        assert_eq!(found(text, "rose by 5 percent", prefix, ""), place, "{prefix}");
    }
    assert_eq!(found(text, "5", "2024 the town's spending rose by ", ""), text.rfind('5'));
    // Also where all but one letter is the same, and where the quote is a piece of a word.
    let text = "the old house, the odd house";
    for (at, _) in text.match_indices("ous") {
        assert_eq!(found(text, "ous", &text[..at], &text[at + 3..]), Some(at));
        assert_eq!(found(text, "ous", &text[at - 6..at], "e"), Some(at));
    }
}

#[test]
fn an_edit_of_the_context_does_no_harm() {
    let text =
        "The rain went on for many days. The budget will be cut. Nobody was surprised by the announcement.";
    let quote = "The budget will be cut";
    for (prefix, suffix) in [
        ("The rain went on for some days.", ". Nobody was surprised by the announcement"),
        ("rain went on for many long days.", ". Nobody was surprised by that announcement"),
        ("The rain went for many days.", ""),
        ("", ". Nobody was surprised at all by the"),
        ("days, it was said later on.", ". Nobody was surprised by the announcement"),
    ] {
        assert_eq!(found(text, quote, prefix, suffix), Some(32), "{prefix} | {suffix}");
    }
    // Too little of it is left for so short a quote, but not for a longer one.
    assert_eq!(orphan(text, quote, "it was said later on by somebody", ""), Orphan::Context);
    let text = format!("The rain went on for many days. {BUDGET}. Nobody was surprised by the announcement.");
    assert_eq!(found(&text, BUDGET, "it was said later on by somebody", ", and so it went."), Some(32));
    // A sentence's capital is no name's, where the article has the word small, too.
    let text = format!("Prices rose and prices fell. {BUDGET}.");
    assert_eq!(found(&text, BUDGET, "Prices rose, and then fell.", ""), Some(29));
}

#[test]
fn a_sentence_printed_twice_is_where_its_context_is() {
    let quote = "it was said in the hall that it would soon go away";
    let text = format!("{quote}\nFirst, {quote}. Then nothing happened.");
    assert_eq!(found(&text, quote, "First,", ". Then nothing"), text.rfind(quote));
    assert_eq!(found(&text, quote, "", "First, it was said in the hall"), Some(0));
    assert_eq!(orphan(&text, quote, "", ""), Orphan::Ambiguous(2));
    assert_eq!(Index::new(&text).count(quote), 2);
}

#[test]
fn words_that_stand_alone_need_no_context() {
    let at_limit = "it was said in the hall that they would soon be gone";
    assert_eq!(at_limit.replace(' ', "").len(), gates::STANDS_ALONE + 1);
    let text = format!("At first {at_limit}.");
    assert!(found(&text, at_limit, "edited away", "moved").is_some());
    assert_eq!(orphan(&text, &at_limit[..at_limit.len() - 5], "edited away", "moved"), Orphan::Context);
}

#[test]
fn half_of_the_context_of_a_short_quote_may_be_edited() {
    let right: String = ('a'..='z').cycle().take(gates::CONTEXT).collect();
    let text = format!("{right} said so");
    let edited = |wrong: usize| -> String {
        right.chars().enumerate().map(|(at, c)| if at < wrong { '~' } else { c }).collect()
    };
    assert!(found(&text, "said so", &edited(16), "").is_some());
    assert_eq!(orphan(&text, "said so", &edited(17), ""), Orphan::Context);
}

#[test]
fn an_edited_context_needs_a_lead() {
    // The two places differ in so many of the 32 letters before them, and the context from both in one.
    let found = |wrong: usize| {
        let right: String = ('a'..='z').cycle().take(gates::CONTEXT).collect();
        let other: String =
            right.chars().enumerate().map(|(at, c)| if at < wrong { '~' } else { c }).collect();
        let text = format!("{other} said so. {right} said so.");
        let edited = right.replace("w", "~");
        Index::new(&text).find("said so", Some(&edited), None)
    };
    // A third of the 38 letters of context and quote.
    assert!(matches!(found(13), Anchor::Exact(span) if span.bytes.start == 75), "{:?}", found(13));
    assert_eq!(found(11), Anchor::Orphan(Orphan::Ambiguous(2)));
}

#[test]
fn the_words_elsewhere_are_not_the_edited_quote() {
    // The quote's own sentence has changed; the same words are in another one.
    let text = "The old bridge was sold to the town. The new bridge was given to the town.";
    assert_eq!(orphan(text, "was sold", "The new bridge", "to the town"), Orphan::Context);
    let text = "In the north the red house was sold for a large sum of money at last. \
        In the south the blue house was sold for seven large sums of money at last.";
    let quote = "the blue house was sold for a large sum of money at last";
    assert!(matches!(Index::new(text).find(quote, None, None), Anchor::Orphan(_)));
    assert!(matches!(Index::new(text).find(quote, Some("In the south"), None), Anchor::Orphan(_)));
}
