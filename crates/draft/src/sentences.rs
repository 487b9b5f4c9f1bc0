//! A text cut into sentences: the rules of Unicode (UAX #29), and what they do not know, such as "Gov." and "U.S.".

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// After these a sentence never ends: a name or a number follows.
const TITLES: &str = " adm apr art arq aug av avda capt cdr cnel col cmdr d da dec dept dña dr dra ee feb fig ft gen \
    gob gov gral hon ing jan jul jun lic lt maj mar mme mons mr mrs ms mt nov núm núms oct pág pdte pres prof profa \
    pte rep rev sen sept sep sgt sr sra srta st supt tte ud uds vs ";

/// After these it may end.
const ENDINGS: &str = " bros co corp etc inc jr ltd uu ";

/// Words that begin a sentence more often than a name. After "the U.S." they tell that one has begun.
const STARTERS: &str = " a after al also although an and as at because además ahora ayer before both but by con cuando de del desde \
    during each él el ella ellos en entonces entre es esa ese esta este few first for from he her his how however i if in it its la las \
    last later le lo los luego many más meanwhile most much no nor not of on one or other others our para pero por que se según \
    she si sin since so some still su sus that the their then there these they this those though to two un una until \
    we what when where whether while who why with y ya yet you ";

/// A line of at least so many bytes may have been broken by an editor and not by its writer.
const WRAPPED: usize = 50;

/// Where the sentences of a text are, in bytes, without the white space at their ends. A heading or the item of a
/// list is a sentence, too; a line without a letter or a digit is none.
///
/// A line's end ends a sentence. Only where the text has blank lines between its paragraphs, as plain text and
/// Markdown do, a sentence goes on over the end of a long line.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    blocks(text).into_iter().flat_map(|block| of_block(text, block)).collect()
}

/// Where the paragraphs, headings and list items of a text are.
pub(crate) fn blocks(text: &str) -> Vec<Range<usize>> {
    // A page's text has an end of line at each edge of a block, never two in a row.
    let is_wrapped = text.contains("\n\n") || text.contains("\n\r\n");
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut last = "";
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        match blocks.last_mut() {
            Some(block) if is_wrapped && goes_on(last, line) => block.end = end,
            _ => blocks.push(start..end),
        }
        (start, last) = (end, line);
    }
    blocks
}

fn goes_on(line: &str, next: &str) -> bool {
    let (line, next) = (line.trim(), next.trim());
    let is_item = next.starts_with(['-', '*', '#', '>', '•', '|', '+'])
        || next.split_once(['.', ')']).is_some_and(|(number, _)| number.parse::<u16>().is_ok());
    line.len() >= WRAPPED && !line.starts_with('#') && !next.is_empty() && !is_item
}

pub(crate) fn of_block(text: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let own = &text[block.clone()];
    for (at, piece) in own.split_sentence_bound_indices() {
        let start = block.start + at;
        let end = start + piece.len();
        match pieces.last_mut() {
            Some(last) if !piece.contains(char::is_alphanumeric) || is_open(&text[last.clone()], piece) => {
                last.end = end;
            }
            _ => pieces.push(start..end),
        }
    }
    let trimmed = pieces.into_iter().map(|piece| {
        let part = &text[piece.clone()];
        let words = without_mark(part.trim_start());
        let start = piece.end - words.len();
        start..start + words.trim_end().len()
    });
    trimmed.filter(|piece| text[piece.clone()].contains(char::is_alphanumeric)).collect()
}

/// A line without the mark of a heading, a list or a quotation in Markdown.
fn without_mark(line: &str) -> &str {
    let rest = line.trim_start_matches(['#', '>', '*', '-', '+', '•']);
    if rest.starts_with(char::is_whitespace) { rest.trim_start() } else { line }
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』')
}

/// Whether a sentence goes on where the rules of Unicode end it.
fn is_open(before: &str, after: &str) -> bool {
    let words = before.trim_end();
    let bare = words.trim_end_matches(is_closer);
    let is_ended = bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '．', '｡']);
    let next = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !is_ended {
        // Only the end of a line has ended it.
        return true;
    }
    // “Will it hold?” she asked.
    if next.starts_with(char::is_lowercase) {
        return true;
    }
    // What is closed after its full stop is over.
    if bare.len() < words.len() {
        return false;
    }
    let Some(stopped) = bare.strip_suffix('.') else { return false };
    let last =
        stopped.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '«' | '—' | '-')).next();
    let last = last.unwrap_or_default();
    let is_in =
        |list: &str, word: &str| !word.is_empty() && list.contains(&format!(" {} ", word.to_lowercase()));
    let first = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "Mar." is a month, "mar." the sea.
    if last.starts_with(char::is_uppercase) && is_in(TITLES, last) {
        return true;
    }
    if last == "No" || last == "no" {
        return first.starts_with(|c: char| c.is_ascii_digit());
    }
    let is_initial = last.chars().count() == 1 && last.starts_with(char::is_uppercase);
    let is_short = last.contains('.')
        && !matches!(last, "a.m" | "p.m")
        && last.split('.').all(|part| part.chars().count() < 3);
    (is_initial || is_short || is_in(ENDINGS, last)) && !is_in(STARTERS, first)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    /// The sentences of a text, with `|` between them.
    fn cut(text: &str) -> String {
        sentences(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_full_stop_ends_a_sentence_but_not_after_an_abbreviation() {
        assert_eq!(cut("Gov. Ruiz met Dr. J. R. Lee. They left."), "Gov. Ruiz met Dr. J. R. Lee.|They left.");
        assert_eq!(cut("He left the U.S. The U.S. Army stayed."), "He left the U.S.|The U.S. Army stayed.");
        assert_eq!(
            cut("It begins on Jan. 5. It ends at 5 p.m. Nobody came."),
            "It begins on Jan. 5.|It ends at 5 p.m.|Nobody came."
        );
        assert_eq!(
            cut("Acme Inc. Chairman Lee spoke. See No. 5. No. He did not."),
            "Acme Inc. Chairman Lee spoke.|See No. 5.|No.|He did not."
        );
        assert_eq!(
            cut("El Sr. Gil y la Dra. Sanz van a EE. UU. Luego vuelven."),
            "El Sr. Gil y la Dra. Sanz van a EE. UU.|Luego vuelven."
        );
    }

    #[test]
    fn decimals_do_not_end_a_sentence() {
        assert_eq!(cut("It rose 3.5 percent to $4.50. It fell."), "It rose 3.5 percent to $4.50.|It fell.");
        assert_eq!(cut("Costó 2,4 millones y 4.200 horas. Fin."), "Costó 2,4 millones y 4.200 horas.|Fin.");
    }

    #[test]
    fn quotation_marks_close_after_the_full_stop() {
        assert_eq!(cut("“We won.” They left. “Why?” she asked."), "“We won.”|They left.|“Why?” she asked.");
        assert_eq!(cut("\"It is so.\" He left."), "\"It is so.\"|He left.");
        assert_eq!(
            cut("«No lo haremos.» Luego calló. «¿Y ahora?», preguntó."),
            "«No lo haremos.»|Luego calló.|«¿Y ahora?», preguntó."
        );
    }

    #[test]
    fn spanish_and_cjk_signs_are_known() {
        assert_eq!(cut("¿Qué pasa? ¡Nada! Así es."), "¿Qué pasa?|¡Nada!|Así es.");
        assert_eq!(
            cut("予算は来年削減される。大臣が述べた！本当？"),
            "予算は来年削減される。|大臣が述べた！|本当？"
        );
    }

    #[test]
    fn a_line_ends_a_sentence_and_a_wrapped_line_does_not() {
        assert_eq!(
            cut("# A heading\nOne sentence. Two\n- an item\n***\n"),
            "A heading|One sentence.|Two|an item"
        );
        let wrapped = "A heading\n\nThe council has decided that the bridge will be closed\nfor a year. Nobody knows\nwhy.\n\nEnd";
        assert_eq!(
            cut(wrapped),
            "A heading|The council has decided that the bridge will be closed\nfor a year.|Nobody knows|why.|End"
        );
    }

    #[test]
    fn nothing_is_no_sentence() {
        for text in ["", " \n\t\n", "…", "\u{200B}\n—\n"] {
            assert_eq!(cut(text), "", "{text:?}");
        }
    }
}
