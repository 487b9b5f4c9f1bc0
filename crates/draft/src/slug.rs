//! Ids made of words.

/// How long a [`slug`] can be, in characters.
pub const MAX_SLUG: usize = 40;

/// A short name made of the first words of a text: small letters, digits and `-`, at most 40 of them. Empty where no
/// word has a letter that can stand in an id.
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    for word in words.split(|c: char| !c.is_alphanumeric()) {
        let plain: String = word.to_lowercase().chars().filter_map(plain).collect();
        if plain.is_empty() {
            continue;
        }
        if slug.len() + plain.len() >= MAX_SLUG {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&plain);
    }
    slug
}

/// A letter or a digit that can stand in an id.
fn plain(c: char) -> Option<char> {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' => Some('a'),
        'é' | 'è' | 'ê' | 'ë' => Some('e'),
        'í' | 'ì' | 'î' | 'ï' => Some('i'),
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => Some('o'),
        'ú' | 'ù' | 'û' | 'ü' => Some('u'),
        'ñ' => Some('n'),
        'ç' => Some('c'),
        _ => c.is_ascii_alphanumeric().then_some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_slug_is_made_of_the_first_words() {
        assert_eq!(slug("¿Qué pasó en Núñez?"), "que-paso-en-nunez");
        assert_eq!(
            slug("U.S. order on cartels brings military planning"),
            "u-s-order-on-cartels-brings-military"
        );
        assert_eq!(slug("予算 — !"), "");
        assert_eq!(slug(&"x".repeat(50)), "");
    }
}
