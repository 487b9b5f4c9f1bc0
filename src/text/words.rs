//! Words that are not compiled in: the lines of a file of `static/words`.

use std::cell::{Cell, OnceCell};

use super::{CommentStrings, InsideStrings, Locale, Strings, fill, intl, number};

/// The words of a language other than English.
pub(super) struct Language {
    /// The primary subtag of its tags: `es`.
    pub(super) tag: &'static str,
    pub(super) card: Strings,
    pub(super) inside: Section<InsideStrings>,
    pub(super) comments: Section<CommentStrings>,
    /// The one that was added before.
    before: Option<&'static Self>,
}

/// The words of a part of the card that is not seen at first: they are made of their lines when that part wants them.
pub(super) struct Section<Words> {
    lines: &'static str,
    words: OnceCell<Words>,
}

impl<Words> Section<Words> {
    fn new(lines: &'static str) -> Self {
        Self { lines, words: OnceCell::new() }
    }

    pub(super) fn get(&self, read: impl FnOnce(&'static str) -> Words) -> &Words {
        self.words.get_or_init(|| read(self.lines))
    }
}

thread_local! {
    static LAST: Cell<Option<&'static Language>> = const { Cell::new(None) };
}

/// Adds a language, for every [`Locale`] that is made from then on: the primary subtag of its tags, then the words of a
/// closed card, of its inside and of the comments, with a NUL after each of them but the last. They are in the order of the
/// files in `static/words`, one a line; the forms of a plural stand in one line, as [`Plural`] has them.
/// They are kept for as long as the program runs: add each language once.
pub fn add_language(words: String) {
    let (tag, words) = cut(words.leak(), '\0');
    let (card, words) = cut(words, '\0');
    let (inside, comments) = cut(words, '\0');
    let language = Language {
        tag,
        card: Strings::read(card),
        inside: Section::new(inside),
        comments: Section::new(comments),
        before: LAST.get(),
    };
    LAST.set(Some(Box::leak(Box::new(language))));
}

fn added(tag: &str) -> Option<&'static Language> {
    let mut each = LAST.get();
    while let Some(language) = each.filter(|language| !language.tag.eq_ignore_ascii_case(tag)) {
        each = language.before;
    }
    each
}

/// The words for a primary subtag, in any case; `None` for English, and where there are none.
pub(super) fn language(tag: &str) -> Option<&'static Language> {
    #[cfg(any(not(target_arch = "wasm32"), feature = "languages"))]
    if added(tag).is_none() {
        super::files::add(&tag.to_ascii_lowercase());
    }
    added(tag)
}

/// What stands before a sign, and what after it. Where it is not there, all stands before.
#[inline(never)]
fn cut(text: &'static str, at: char) -> (&'static str, &'static str) {
    text.split_once(at).unwrap_or((text, ""))
}

/// What a field of a table of words holds, made of the next lines.
pub(crate) trait Word {
    /// Takes them off the lines that are left.
    fn read(lines: &mut &'static str) -> Self;

    /// The same lines again.
    #[cfg(test)]
    fn lines(&self) -> Vec<&'static str>;
}

impl Word for &'static str {
    fn read(lines: &mut &'static str) -> Self {
        let line;
        (line, *lines) = cut(lines, '\n');
        line
    }

    #[cfg(test)]
    fn lines(&self) -> Vec<&'static str> {
        vec![self]
    }
}

impl<Each: Word, const COUNT: usize> Word for [Each; COUNT] {
    fn read(lines: &mut &'static str) -> Self {
        std::array::from_fn(|_| Each::read(lines))
    }

    #[cfg(test)]
    fn lines(&self) -> Vec<&'static str> {
        self.iter().flat_map(Word::lines).collect()
    }
}

/// The words for a count, one template (`{0}`) for each category that CLDR has for the language, the most general one last:
/// `one={0} claim|other={0} claims`.
#[derive(Debug)]
pub struct Plural(pub &'static str);

impl Plural {
    /// The words for `count`, the number written as the locale writes it.
    pub fn count(&self, locale: &Locale, count: usize) -> String {
        let category = intl::category(locale.words_tag(), count);
        let mut rest = self.0;
        let words = loop {
            let (form, others) = cut(rest, '|');
            let (name, words) = cut(form, '=');
            if name == category || others.is_empty() {
                break words;
            }
            rest = others;
        };
        fill(words, &[&number(locale, count)])
    }
}

impl Word for Plural {
    fn read(lines: &mut &'static str) -> Self {
        Self(Word::read(lines))
    }

    #[cfg(test)]
    fn lines(&self) -> Vec<&'static str> {
        vec![self.0]
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
            /// The words of a section, one a line, in the order of the fields.
            pub(crate) fn read(mut lines: &'static str) -> Self {
                Self { $($field: $crate::text::words::Word::read(&mut lines),)+ }
            }

            /// The names of the fields with their lines.
            #[cfg(test)]
            pub(super) fn fields(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                vec![$((stringify!($field), $crate::text::words::Word::lines(&self.$field)),)+]
            }
        }
    };
}
