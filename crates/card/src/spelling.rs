//! "Did you mean": the nearest of a few known names.

/// The candidate that is nearest to `name`, if one is near enough to be a slip of the fingers: at most
/// a third of its letters differ, upper and lower case count as the same.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    let name = name.to_lowercase();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let letters = candidate.chars().count();
            let most = (letters / 3).max(1);
            // Most candidates need no comparing: too many letters would be too much or too little.
            if letters.abs_diff(length) > most {
                return None;
            }
            let distance = strsim::osa_distance(&name, &candidate.to_lowercase());
            (distance <= most).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let names = ["headline", "abstract", "claims", "id"];
        assert_eq!(nearest("headlin", names), Some("headline"));
        assert_eq!(nearest("HeadLine", names), Some("headline"));
        assert_eq!(nearest("cliams", names), Some("claims"));
        assert_eq!(nearest("di", names), Some("id"));
        assert_eq!(nearest("weather", names), None);
        assert_eq!(nearest("", []), None);
        assert_eq!(nearest("", names), None);
    }
}
