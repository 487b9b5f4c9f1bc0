use super::*;

/// The places `{0}`, `{1}`, … of each template, in the order of the table.
fn places(table: &Strings) -> Vec<String> {
    let shown = format!("{table:?}");
    let mut places = Vec::new();
    for (name, words) in
        shown.split(": \"").skip(1).map(|rest| rest.split_once('"').unwrap_or_default()).enumerate()
    {
        let mut found: Vec<&str> =
            ["{0}", "{1}", "{2}", "{3}"].into_iter().filter(|place| words.0.contains(place)).collect();
        found.sort_unstable();
        places.push(format!("{name} {found:?}"));
    }
    places
}

#[test]
fn both_languages_have_the_same_places_to_fill() {
    assert_eq!(places(&en::STRINGS), places(&es::STRINGS));
}

#[test]
fn a_word_that_is_no_position_stays() {
    assert_eq!(en::STRINGS.label("favor"), "for it");
    assert_eq!(en::STRINGS.label("perhaps"), "perhaps");
}
