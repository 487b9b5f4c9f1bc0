//! What of an article is not taken: only its text and its blocks are.

use crate::article::Format;

/// How much of each kind was left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Pictures and drawings.
    pub pictures: usize,
    /// Videos, sounds and what other pages show in this one.
    pub players: usize,
    /// Where links lead; their words are kept.
    pub links: usize,
    /// The rows and columns of tables; their words are kept.
    pub tables: usize,
    /// Forms, with their fields.
    pub forms: usize,
}

impl LeftOut {
    /// Counts in a source.
    pub fn of(source: &str, format: Format) -> Self {
        let markdown = match format {
            Format::Text => return Self::default(),
            Format::Html => Self::default(),
            Format::Markdown => {
                let pictures = source.matches("![").count();
                Self { pictures, links: source.matches("](").count().saturating_sub(pictures), ..Self::default() }
            }
        };
        let tags = |names: &[&str]| count_tags(source, names);
        Self {
            pictures: markdown.pictures + tags(&["img", "svg", "canvas"]),
            players: tags(&["video", "audio", "iframe", "object", "embed"]),
            links: markdown.links + tags(&["a"]),
            tables: tags(&["table"]),
            forms: tags(&["form", "input", "textarea", "select", "button"]),
        }
    }

    /// Whether nothing was.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// How many start tags have one of the names.
fn count_tags(source: &str, names: &[&str]) -> usize {
    let starts = source.match_indices('<').filter(|(at, _)| {
        let rest = &source[at + 1..];
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        names.iter().any(|each| each.eq_ignore_ascii_case(name))
    });
    starts.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_has_beside_its_text_is_counted() {
        let page = "<p>See <a href='x'>this</a>.</p><IMG src=y><article><table></table></article><video></video>";
        let expected = LeftOut { pictures: 1, players: 1, links: 1, tables: 1, forms: 0 };
        assert_eq!(LeftOut::of(page, Format::Html), expected);
        assert!(LeftOut::of("1 < 2, <a", Format::Text).is_nothing());
    }

    #[test]
    fn a_picture_in_markdown_is_no_link() {
        let expected = LeftOut { pictures: 1, links: 2, ..LeftOut::default() };
        assert_eq!(LeftOut::of("![a](b) [c](d) [e](f)", Format::Markdown), expected);
    }
}
