//! The words that the lint rules look for, in English and in Spanish, and how a text is cut into words.

pub use super::numbers::numbers;

/// The words of one language, all in lower case, each list in alphabetical order.
pub struct Words {
    /// Words that make a statement less than certain.
    pub hedges: &'static [&'static str],
    /// Expressions of several words that do the same.
    pub hedge_phrases: &'static [&'static str],
    /// Words that negate.
    pub negations: &'static [&'static str],
    /// Words by which a claim may keep a negation without a negating word: "opposes", "rejects".
    pub refusals: &'static [&'static str],
    /// The number words from two to twelve.
    pub numbers: &'static [&'static str; 11],
}

/// The words for a language tag; a card that names no language is taken to be in English. `None` for
/// languages without lists.
pub fn for_language(tag: Option<&str>) -> Option<&'static Words> {
    let tag = tag.unwrap_or("en").to_ascii_lowercase();
    match tag.split('-').next() {
        Some("en") => Some(&ENGLISH),
        Some("es") => Some(&SPANISH),
        _ => None,
    }
}

/// English.
pub static ENGLISH: Words = Words {
    hedges: &[
        "alleged",
        "allegedly",
        "almost",
        "apparent",
        "apparently",
        "appear",
        "appeared",
        "appears",
        "approximately",
        "arguably",
        "believed",
        "conceivably",
        "could",
        "estimated",
        "expected",
        "likely",
        "may",
        "maybe",
        "might",
        "nearly",
        "perhaps",
        "possible",
        "possibly",
        "potential",
        "potentially",
        "presumably",
        "probable",
        "probably",
        "purported",
        "purportedly",
        "reportedly",
        "roughly",
        "seem",
        "seemed",
        "seemingly",
        "seems",
        "suggest",
        "suggested",
        "suggests",
        "supposed",
        "supposedly",
        "suspected",
        "unclear",
        "unlikely",
        "unproven",
        "would",
    ],
    hedge_phrases: &["in theory", "so called", "remains to be seen", "open question"],
    negations: &[
        "barely", "cannot", "hardly", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing",
        "nowhere", "without",
    ],
    refusals: &[
        "absent",
        "against",
        "ban",
        "banned",
        "bans",
        "block",
        "blocked",
        "blocks",
        "decline",
        "declined",
        "declines",
        "denied",
        "denies",
        "deny",
        "fail",
        "failed",
        "fails",
        "forbid",
        "forbidden",
        "forbids",
        "lack",
        "lacked",
        "lacks",
        "oppose",
        "opposed",
        "opposes",
        "prohibit",
        "prohibited",
        "prohibits",
        "refuse",
        "refused",
        "refuses",
        "reject",
        "rejected",
        "rejects",
        "unable",
        "unlikely",
    ],
    numbers: &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
};

/// Spanish.
pub static SPANISH: Words = Words {
    hedges: &[
        "acaso",
        "aparente",
        "aparentemente",
        "aproximadamente",
        "casi",
        "debería",
        "deberían",
        "estimado",
        "estimada",
        "habría",
        "habrían",
        "parece",
        "parecen",
        "parecía",
        "podría",
        "podrían",
        "posible",
        "posiblemente",
        "posibles",
        "potencial",
        "potenciales",
        "potencialmente",
        "presunta",
        "presuntamente",
        "presuntas",
        "presunto",
        "presuntos",
        "probable",
        "probablemente",
        "probables",
        "puede",
        "pueden",
        "quizá",
        "quizás",
        "sería",
        "serían",
        "sugiere",
        "sugieren",
        "supuesta",
        "supuestamente",
        "supuestas",
        "supuesto",
        "supuestos",
        "tendría",
        "tendrían",
    ],
    hedge_phrases: &["al parecer", "en teoría", "está por verse", "tal vez"],
    negations: &[
        "apenas", "jamás", "nada", "nadie", "ni", "ningún", "ninguna", "ninguno", "no", "nunca", "sin",
        "tampoco",
    ],
    refusals: &[
        "contra",
        "descarta",
        "descartan",
        "descartó",
        "falta",
        "niega",
        "niegan",
        "negó",
        "opone",
        "oponen",
        "opuso",
        "prohibe",
        "prohíbe",
        "prohíben",
        "prohibió",
        "rechaza",
        "rechazan",
        "rechazó",
    ],
    numbers: &["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"],
};

/// The words of a text in lower case. An apostrophe inside a word belongs to it, straight or curly.
pub fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (i, word) in text
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| !word.is_empty())
        .enumerate()
    {
        // "May" inside a sentence is the month, not the hedge.
        if i > 0 && word == "May" {
            words.push(String::from("May"));
        } else {
            words.push(word.to_lowercase().replace('’', "'"));
        }
    }
    words
}

/// The first word of `text` that is in `list`, or the first of the `phrases` that `text` contains.
pub fn find(text: &str, list: &[&'static str], phrases: &[&'static str]) -> Option<String> {
    let words = split(text);
    let word = words.iter().find(|word| list.contains(&word.as_str()) || is_contraction(word, list));
    word.cloned().or_else(|| {
        let joined = format!(" {} ", words.join(" "));
        phrases
            .iter()
            .find(|phrase| joined.contains(&format!(" {phrase} ")))
            .map(|phrase| (*phrase).to_owned())
    })
}

/// "won't", "isn't": a negation wherever "not" is one.
fn is_contraction(word: &str, list: &[&str]) -> bool {
    word.ends_with("n't") && list.contains(&"not")
}
