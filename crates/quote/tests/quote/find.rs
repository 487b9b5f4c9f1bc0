//! Quotes in articles: what is found, what is found with a difference, and what is refused.

use std::time::Instant;

use summary_card_quote::{Anchor, Diff, Index, Orphan, gates};

const ARTICLE: &str = "Trump\u{2019}s Covert Strategy on Cartels

President Donald Trump has authorized U.S. military forces to prepare contingency options against Latin \
American drug cartels. While Pentagon sources stress that no operations are imminent, the move signals a \
notable shift in how Washington views organized crime.

This policy builds on a series of aggressive designations earlier this year, naming groups such as Tren de \
Aragua, MS\u{2011}13, and Mexican cartels including Sinaloa.

Mexican President Claudia Sheinbaum has strongly opposed any U.S. military presence on Mexican soil, citing \
national sovereignty and constitutional prohibitions against foreign intervention.

How this strategy will play out\u{2014}and whether it sets a precedent for 15 future operations\u{2014}remains an \
open question.";

fn index() -> Index {
    Index::new(ARTICLE)
}

/// The article's words where the quote is word for word.
fn exact<'a>(index: &'a Index, quote: &str) -> &'a str {
    match index.find(quote, None, None) {
        Anchor::Exact(span) => &index.text()[span.bytes],
        other => panic!("{quote}: {other:?}"),
    }
}

fn orphan(quote: &str) -> Orphan {
    match index().find(quote, None, None) {
        Anchor::Orphan(why) => why,
        other => panic!("{quote}: {other:?}"),
    }
}

#[test]
fn writing_makes_no_difference() {
    let index = index();
    assert_eq!(exact(&index, "Tren  de\nAragua, MS-13"), "Tren de Aragua, MS\u{2011}13");
    assert_eq!(exact(&index, "Trump's Covert"), "Trump\u{2019}s Covert");
    assert_eq!(exact(&index, "Trump&#8217;s&nbsp;Covert"), "Trump\u{2019}s Covert");
    assert_eq!(exact(&index, "play out--and whether"), "play out\u{2014}and whether");
    assert_eq!(
        exact(&index, "play out \u{2013} and whether it sets a prece\u{AD}dent"),
        "play out\u{2014}and whether it sets a precedent"
    );
    assert_eq!(exact(&index, "Cartels President"), "Cartels\n\nPresident");
}

#[test]
fn a_span_is_in_bytes_and_utf16() {
    let text = "👩\u{200D}🚀 said: \u{202B}שלום עולם\u{202C}, 東京で会いましょう cafe\u{301} “né”.";
    let index = Index::new(text);
    for quote in ["👩\u{200D}🚀 said", "שלום עולם", "会いましょう", "cafe\u{301}", "\"né\""]
    {
        let Anchor::Exact(span) = index.find(quote, None, None) else { panic!("{quote}") };
        let units: Vec<u16> = text.encode_utf16().collect();
        let utf16 = String::from_utf16(&units[span.utf16.clone()]).unwrap();
        assert_eq!(utf16, text[span.bytes.clone()], "{quote}");
        assert_eq!(utf16.replace(['“', '”'], "\""), quote);
    }
}

#[test]
fn nearly_the_same_is_found_with_the_difference() {
    let index = index();
    let quote = "the move signals a notable change in how Washington views organized crime";
    let Anchor::Near(span, diff) = index.find(quote, None, None) else { panic!() };
    assert_eq!(
        &ARTICLE[span.bytes],
        "the move signals a notable shift in how Washington views organized crime"
    );
    assert_eq!(
        diff,
        [
            Diff::Same("the move signals a notable ".into()),
            Diff::Removed("change ".into()),
            Diff::Added("shift ".into()),
            Diff::Same("in how Washington views organized crime".into()),
        ]
    );
}

#[test]
fn a_sentence_start_may_lose_its_capital() {
    let near =
        index().find("The move signals a notable shift in how Washington views organized crime", None, None);
    assert!(matches!(near, Anchor::Near(..)), "{near:?}");
    // A capital inside the sentence is a name's.
    assert_eq!(
        orphan("the move signals a notable shift in how washington views organized crime"),
        Orphan::Changed
    );
}

#[test]
fn a_changed_number_negation_or_name_is_refused() {
    for quote in [
        "whether it sets a precedent for 16 future operations",
        "How this strategy will play out—and whether it sets a precedent for fifteen future operations",
        "whether it sets a precedent for future operations—remains",
        "While Pentagon sources stress that operations are imminent, the move",
        "While Pentagon sources stress that new operations are imminent, the move",
        "While Pentagon sources stress that no operations are imminent, the move does not signal a notable shift in how \
         Washington views organized crime",
        "Mexican President Claudia Sheinbaum hasn't strongly opposed any U.S. military presence on Mexican soil",
        "Mexican President Maria Sheinbaum has strongly opposed any U.S. military presence on Mexican soil",
        "has strongly opposed any military presence on Mexican soil, citing national sovereignty",
        "citing national sovereignty and unconstitutional prohibitions against foreign intervention",
        "citing national sovereignty and constitutional prohibitions for foreign intervention",
        "naming groups such as Tren de Aragua, MS-18, and Mexican cartels including Sinaloa",
        "whether it sets a precedent for $15 future operations",
    ] {
        assert_eq!(orphan(quote), Orphan::Changed, "{quote}");
    }
}

#[test]
fn a_piece_of_a_word_is_not_the_word() {
    let index = Index::new(
        "It was illegal under the treaty, 15 people said; they can't pay 1,500.5 or -7 for non-food aid.",
    );
    for quote in [
        "legal under the treaty",
        "5 people said",
        "they can",
        "500.5 or",
        "pay 1",
        "7 for",
        "pay 1,500",
        "food aid",
    ] {
        assert!(matches!(index.find(quote, None, None), Anchor::Orphan(_)), "{quote}");
        assert_eq!(index.count(quote), 0, "{quote}");
    }
    // Unless the context has the rest of it.
    for (quote, prefix, suffix) in [
        ("legal under the treaty", Some("It was il"), None),
        ("5 people said", Some("treaty, 1"), None),
        ("they can", None, Some("'t pay")),
        ("pay 1", None, Some(",500.5")),
    ] {
        assert!(matches!(index.find(quote, prefix, suffix), Anchor::Exact(_)), "{quote}");
    }
    assert!(matches!(index.find("legal under the treaty", Some("It was"), None), Anchor::Orphan(_)));
    assert!(matches!(index.find("legal under the treaty", Some("It will"), None), Anchor::Orphan(_)));
}

#[test]
fn bad_input_is_an_orphan() {
    for quote in ["", " \n\u{200B}", "\0", "&", "&amp;", "&#0;", "☃"] {
        assert_eq!(orphan(quote), Orphan::Missing, "{quote:?}");
    }
    assert_eq!(orphan(&ARTICLE.repeat(2)), Orphan::Missing);
    let empty = Index::new("");
    for quote in ["", "a", &"a long quote in an empty text ".repeat(20)] {
        assert_eq!(empty.find(quote, Some(""), Some("x")), Anchor::Orphan(Orphan::Missing));
        assert_eq!(empty.nearest(quote), None);
        assert_eq!(empty.count(quote), 0);
    }
    assert!(matches!(Index::new("a\0b").find("a\0b", None, None), Anchor::Exact(_)));
}

#[test]
fn short_quotes_are_found_word_for_word_only() {
    // One error each; 19 and 20 characters.
    let index = Index::new("we saw small red apples, and heard little red birds sing");
    let short = "saw smalm red apple";
    let long = "saw smalm red apples";
    assert_eq!((short.len(), long.len()), (gates::NEAR_FROM - 1, gates::NEAR_FROM));
    assert_eq!(index.find(short, None, None), Anchor::Orphan(Orphan::Missing));
    assert!(matches!(index.find(long, None, None), Anchor::Near(..)));
}

#[test]
fn one_character_in_ten_may_differ() {
    let text = "they gave the people bread and water and some other things that were there to be had for nought then";
    let index = Index::new(text);
    // White space does not count.
    let letters: Vec<usize> = text.match_indices(|c| c != ' ').map(|(at, _)| at).collect();
    assert_eq!(letters.len(), 81);
    let change = |count: usize| {
        let mut changed = text.to_owned();
        for at in 0..count {
            let at = letters[4 + 8 * at];
            changed.replace_range(at..=at, "~");
        }
        changed
    };
    assert!(matches!(index.find(&change(8), None, None), Anchor::Near(..)));
    assert_eq!(index.find(&change(9), None, None), Anchor::Orphan(Orphan::Missing));
}

#[test]
fn near_places_that_rival_each_other_are_refused() {
    let index =
        Index::new("They went to the big old house by the sea. They went to the big odd house by the sea.");
    let quote = "They went to the big oxd house by the sea";
    assert_eq!(index.find(quote, None, None), Anchor::Orphan(Orphan::Ambiguous(2)));
    // A rival with another number is none.
    let index = Index::new(
        "In 2019 they went to the old house by the sea. In 2020 they went to the old house by the sea.",
    );
    let near = index.find("In 2020 they went to an old house by the sea", None, None);
    assert!(matches!(&near, Anchor::Near(span, _) if span.bytes.start == 47), "{near:?}");
}

#[test]
fn scripts_without_capitals_are_found_in_the_same_words_only() {
    let index = Index::new("外務省は火曜日、新しい協定は合法であり両国の利益になると発表した。");
    let found = index.find("外務省は火曜日、新しい協定は合法であり、両国の利益になると発表した", None, None);
    assert!(matches!(found, Anchor::Near(..)), "{found:?}");
    let changed = index.find("外務省は火曜日、新しい協定は違法であり両国の利益になると発表した", None, None);
    assert_eq!(changed, Anchor::Orphan(Orphan::Changed));
}

#[test]
fn a_text_that_repeats_itself_is_ambiguous() {
    let index = Index::new(&"a".repeat(5000));
    assert!(matches!(index.find(&"a".repeat(50), None, None), Anchor::Orphan(_)));
    let index = Index::new(&"so it goes on and on. ".repeat(2000));
    assert_eq!(
        index.find("so it goes on and on. so it goes on and on", None, None),
        Anchor::Orphan(Orphan::Ambiguous(1000))
    );
    assert!(matches!(
        index.find("so it goez on and on. so it goes on and on", None, None),
        Anchor::Orphan(_)
    ));
}

#[test]
fn the_nearest_passage_of_an_orphan() {
    let index = index();
    let nearest = index.nearest("Pentagon officials stress that many operations are imminent").unwrap();
    assert_eq!(&ARTICLE[nearest.span.bytes], "Pentagon sources stress that no operations are imminent");
    assert!(nearest.likeness > 700 && nearest.likeness < 1000);
    assert!(nearest.diff.contains(&Diff::Removed("many ".into())), "{:?}", nearest.diff);
    assert_eq!(index.nearest("東京"), None);
    assert_eq!(index.nearest(""), None);
}

#[test]
fn the_shortest_context_that_makes_a_quote_the_only_one() {
    let text = "The old minister said no to it. The new minister said no to it.\nThen nothing.";
    let index = Index::new(text);
    let at = |nth: usize| {
        let (byte, _) = text.match_indices("minister said no").nth(nth).unwrap();
        let Anchor::Exact(span) =
            index.find(&text[byte..byte + 16], Some(&text[byte.saturating_sub(20)..byte]), None)
        else {
            panic!()
        };
        assert_eq!(span.bytes.start, byte);
        span
    };
    assert_eq!(index.context(&at(0)), ("old".into(), "to".into()));
    assert_eq!(index.context(&at(1)), ("new".into(), "to".into()));
    // Alone anyway: still a word on each side, but not over the edge of the line.
    let Anchor::Exact(alone) = index.find("Then", None, None) else { panic!() };
    assert_eq!(index.context(&alone), (String::new(), "nothing".into()));
    // What it gives is found again.
    let (prefix, suffix) = index.context(&at(1));
    assert_eq!(index.find("minister said no", Some(&prefix), Some(&suffix)).span(), Some(&at(1)));
}

#[test]
fn a_context_crosses_a_line_only_where_it_must() {
    let text = "Yes, they did.\nNo.\nYes, they will.\nNo.\n";
    let index = Index::new(text);
    let Anchor::Exact(span) = index.find("No", Some("they will."), None) else { panic!() };
    assert_eq!(span.bytes.start, text.rfind("No").unwrap());
    let (prefix, suffix) = index.context(&span);
    assert_eq!(index.find("No", Some(&prefix), Some(&suffix)).span(), Some(&span), "{prefix} | {suffix}");
}

/// A quote of five letters holds no run of six to be looked up: all of the text was read for each.
#[test]
fn short_quotes_cost_what_longer_ones_do() {
    let text = (0..15_000).map(|i| format!("{i} words")).collect::<Vec<_>>().join(" ");
    let index = Index::new(&text);
    let time = |word: &str| {
        let once = |_| {
            let start = Instant::now();
            for i in 0..500 {
                assert_eq!(index.find(&format!("{word}{i:03}"), None, None), Anchor::Orphan(Orphan::Missing));
            }
            start.elapsed()
        };
        (0..3).map(once).min()
    };
    let (short, long) = (time("xy"), time("wordsworth"));
    assert!(short < long.map(|long| long * 10), "{short:?} and {long:?}");
}

/// What was put in between parts a quote from its context, and may make another place look better.
#[test]
fn a_place_with_more_put_in_around_it_rivals_one_with_less() {
    let (edited, other) = (
        "Last month the old Then the mayor left. bridge was closed by the Then it rained for days. town council.",
        "Last month the new bridge was closed by the town council.",
    );
    let find = |text: &str| {
        Index::new(text).find("was closed", Some("Last month the old bridge "), Some(" by the town council."))
    };
    assert!(matches!(find(other), Anchor::Exact(_)), "{:?}", find(other));
    assert_eq!(find(&[edited, other].join("\n")), Anchor::Orphan(Orphan::Ambiguous(2)));
}

/// The quote's own place may be where one side of its context stands, and what was put into the quote parts it there.
#[test]
fn a_place_whose_quote_was_edited_rivals_one_whose_context_was() {
    let (edited, other) = (
        "The mayor of the old river town was Then it rained. closed by the council, so they say, at noon.",
        "The mayor of the old river town was closed by the council or by others.",
    );
    let find = |text: &str| {
        let context = ("The mayor of the old river town ", " by the council at noo");
        Index::new(text).find("was closed", Some(context.0), Some(context.1))
    };
    assert!(matches!(find(other), Anchor::Exact(_)), "{:?}", find(other));
    assert_eq!(find(&[edited, other].join("\n")), Anchor::Orphan(Orphan::Ambiguous(2)));
}

#[test]
fn a_letter_with_nothing_in_its_stead_is_refused() {
    assert_eq!(
        Index::new("It was short? The council closed the bridge.").find("h? The council closed", None, None),
        Anchor::Orphan(Orphan::Changed)
    );
}

/// Which of two places a quote without capitals is, with one word less or with another word, cannot be told.
#[test]
fn in_scripts_without_capitals_another_word_is_no_sign_of_another_place() {
    let quote = "אמר השר in של העיר החדשה כי התקציב יקוצץ בשנה הבאה מחר";
    let shorter = quote.replace(" in", "");
    let changed = quote.replace("מחר", "עוד");
    assert!(matches!(Index::new(&shorter).find(quote, None, None), Anchor::Near(..)));
    let text = [shorter, changed].join(".\n");
    let anchor = Index::new(&text).find(quote, None, None);
    assert!(matches!(anchor, Anchor::Orphan(_)), "{anchor:?}");
}

/// A place with a name put into it is not taken, but may be what has become of the quote's.
#[test]
fn a_place_with_a_name_put_in_rivals_one_with_another_word() {
    let quote = "the farmers of the river town sold fifteen houses by the old bridge";
    let named = quote.replace("old bridge", "old Birch bridge");
    let other = quote.replace("the old bridge", "an old bridge");
    assert_eq!(Index::new(&named).find(quote, None, None), Anchor::Orphan(Orphan::Changed));
    assert!(matches!(Index::new(&other).find(quote, None, None), Anchor::Near(..)));
    let anchor = Index::new(&[named, other].join(". ")).find(quote, None, None);
    assert_eq!(anchor, Anchor::Orphan(Orphan::Ambiguous(2)));
}
