//! Words that are not compiled in: the lines of a file of `static/words`.

use std::cell::{OnceCell, RefCell};

use super::{CommentStrings, InsideStrings, Locale, Strings, fill, number};

/// The words of a language other than English.
pub(super) struct Language {
    /// The primary subtag of its tags: `es`.
    pub(super) tag: &'static str,
    pub(super) card: Strings,
    pub(super) inside: Section<InsideStrings>,
    pub(super) comments: Section<CommentStrings>,
}

/// The words of a part of the card that is not seen at first: they are made of their lines when that part wants them.
pub(super) struct Section<Words> {
    lines: &'static str,
    words: OnceCell<Words>,
}

impl<Words> Section<Words> {
    fn new(lines: String) -> Self {
        Self { lines: lines.leak(), words: OnceCell::new() }
    }

    pub(super) fn get(&self, read: impl FnOnce(&mut Lines) -> Words) -> &Words {
        self.words.get_or_init(|| read(&mut self.lines.split('\n')))
    }
}

thread_local! {
    static LANGUAGES: RefCell<Vec<&'static Language>> = const { RefCell::new(Vec::new()) };
}

/// Adds a language, for every [`Locale`] that is made from then on: the primary subtag of its tags, and the words of a
/// closed card, of its inside and of the comments, in the order of the files in `static/words`, one a line. A plural is six
/// lines, for the categories of CLDR from `zero` to `other`; those that the language does not have are empty.
pub fn add_language(tag: &str, [card, inside, comments]: [String; 3]) {
    let known = LANGUAGES.with_borrow(|known| known.iter().any(|language| language.tag == tag));
    if known {
        return;
    }
    let language = Language {
        tag: tag.to_owned().leak(),
        card: Strings::read(&mut card.leak().split('\n')),
        inside: Section::new(inside),
        comments: Section::new(comments),
    };
    // For as long as the page lives, as English is.
    LANGUAGES.with_borrow_mut(|known| known.push(Box::leak(Box::new(language))));
}

/// The words for a primary subtag, in any case; `None` for English, and where there are none.
pub(super) fn language(tag: &str) -> Option<&'static Language> {
    let find = || {
        LANGUAGES.with_borrow(|known| {
            known.iter().copied().find(|language| language.tag.eq_ignore_ascii_case(tag))
        })
    };
    #[cfg(any(not(target_arch = "wasm32"), feature = "languages"))]
    if find().is_none() {
        super::files::add(&tag.to_ascii_lowercase());
    }
    find()
}

/// What is left of a section's lines.
pub(super) type Lines = std::str::Split<'static, char>;

/// What a field of a table of words holds, made of the next lines.
pub(super) trait Word {
    fn read(lines: &mut Lines) -> Self;
    /// The same lines again.
    #[cfg(test)]
    fn lines(&self) -> Vec<&'static str>;
}

impl Word for &'static str {
    fn read(lines: &mut Lines) -> Self {
        lines.next().unwrap_or_default()
    }
    #[cfg(test)]
    fn lines(&self) -> Vec<&'static str> {
        vec![self]
    }
}

impl<Each: Word, const COUNT: usize> Word for [Each; COUNT] {
    fn read(lines: &mut Lines) -> Self {
        std::array::from_fn(|_| Each::read(lines))
    }
    #[cfg(test)]
    fn lines(&self) -> Vec<&'static str> {
        self.iter().flat_map(Word::lines).collect()
    }
}

/// The words for a count, one template (`{0}`) for each category of CLDR, in the order of [`Plural::CATEGORIES`].
#[derive(Debug)]
pub struct Plural([&'static str; 6]);

impl Plural {
    /// CLDR's names of the categories.
    pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

    /// For a language that tells one from all else: "{0} claim", "{0} claims".
    pub const fn of_two(one: &'static str, other: &'static str) -> Self {
        Self(["", one, "", "", "", other])
    }

    /// The words for `count`, the number written as the locale writes it.
    pub fn count(&self, locale: &Locale, count: usize) -> String {
        let category = locale.formats.category(locale.words_tag(), count);
        // In the order of the categories, and the last is for whatever has no words of its own.
        let words =
            Self::CATEGORIES.iter().zip(self.0).find(|(name, words)| **name == category && !words.is_empty());
        fill(words.map_or(self.0[5], |(_, words)| words), &[&number(locale, count)])
    }
}

impl Word for Plural {
    fn read(lines: &mut Lines) -> Self {
        Self(Word::read(lines))
    }
    #[cfg(test)]
    fn lines(&self) -> Vec<&'static str> {
        self.0.lines()
    }
}

/// A table of words, one public field for each, and how it is made of lines.
macro_rules! words {
    ($(#[$note:meta])* $name:ident { $($(#[$field_note:meta])* $field:ident: $kind:ty,)+ }) => {
        $(#[$note])*
        #[derive(Debug)]
        #[allow(missing_docs, reason = "each field is named after the words it holds, in the English table")]
        pub struct $name {
            $($(#[$field_note])* pub $field: $kind,)+
        }

        impl $name {
            pub(super) fn read(lines: &mut $crate::text::words::Lines) -> Self {
                Self { $($field: $crate::text::words::Word::read(lines),)+ }
            }

            /// The names of the fields with their lines.
            #[cfg(test)]
            pub(super) fn fields(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                vec![$((stringify!($field), $crate::text::words::Word::lines(&self.$field)),)+]
            }
        }
    };
}
