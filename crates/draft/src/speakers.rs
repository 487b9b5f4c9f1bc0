//! Who says a sentence.

use std::ops::Range;

use card::{ActorKind, Anonymity};

use super::actors::Actors;
use super::language::{
    ACTS, BETWEEN, DATE, DEFINITE, DOCUMENT, FUNCTION, GOVERNMENT, GROUP, INDEFINITE, LINK, Language,
    MODIFIER, ORGANIZATION, PLURAL, POSITION, POSSESSIVE, PRONOUN, ROLE, SAY,
};
use super::mentions::{Mention, What};
use super::text::{Sentence, Text};

/// By what a sentence is known to be somebody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cue {
    /// A verb, as the article has it: "warned".
    Verb(String),
    /// "according to", "según".
    According,
    /// Quotation marks, with the speaker in a sentence beside it.
    Quotation,
}

/// That somebody says a sentence.
#[derive(Clone, Debug)]
pub struct Said {
    /// Who, as an index of the actors; `None` where that is not clear.
    pub speaker: Option<usize>,
    /// How it is known.
    pub cue: Cue,
}

/// The subject of a verb: an index of the actors, or `None` where it is not clear whose.
struct Subject(Option<usize>);

/// Reads the sentences in order and remembers who was spoken of.
pub struct Speakers<'a> {
    text: &'a Text<'a>,
    language: &'a Language,
    /// The last person spoken of: "he", "she".
    person: Option<usize>,
    /// The last body: "it".
    body: Option<usize>,
    /// The last group: "they", "others".
    group: Option<usize>,
    /// Who wrote the last document that somebody speaks through.
    writer: Option<usize>,
    /// Who spoke last, and in which paragraph.
    last: Option<(usize, usize)>,
}

/// The mentions of one sentence with the actors that they are of.
pub type Found = [(Mention, usize)];

impl<'a> Speakers<'a> {
    /// Begins at the start of a text.
    pub fn new(text: &'a Text<'a>, language: &'a Language) -> Self {
        Self { text, language, person: None, body: None, group: None, writer: None, last: None }
    }

    /// Who says a sentence, if somebody does. Sentences are given in their order.
    pub fn read(&mut self, sentence: &Sentence<'_>, found: &Found, actors: &mut Actors) -> Option<Said> {
        let said = self.said(sentence, found, actors);
        if let Some(Said { speaker: Some(id), cue }) = &said {
            let id = *id;
            actors.list[id].is_proposed = true;
            self.last = Some((id, sentence.block));
            if *cue == Cue::According && sentence.has(DOCUMENT) {
                self.writer = Some(id);
            }
        }
        // The speaker first, else who is mentioned first.
        let speaker = said.as_ref().and_then(|said| said.speaker);
        for id in found.iter().map(|(_, id)| *id).rev().chain(speaker) {
            let actor = &actors.list[id];
            match (actor.kind, actor.anonymity) {
                (_, Anonymity::Collective) => self.group = Some(id),
                (ActorKind::Person, Anonymity::Unnamed) if actor.name.ends_with('s') => self.group = Some(id),
                (ActorKind::Person, _) => self.person = Some(id),
                _ => self.body = Some(id),
            }
        }
        said
    }

    fn said(&self, sentence: &Sentence<'_>, found: &Found, actors: &mut Actors) -> Option<Said> {
        if let Some(said) = self.according(sentence, found, actors) {
            return Some(said);
        }
        for verb in 0..sentence.words.len() {
            let word = &sentence.words[verb];
            let is_own = word.is(SAY | POSITION | ACTS) && !sentence.is_quoted(word.range.start);
            if !is_own || word.is_capital && verb > 0 || self.is_noun(sentence, verb) {
                continue;
            }
            let gap = sentence.gap(self.text.text, verb);
            let is_after_quote = verb == 0 || gap.contains(['”', '"', '»', '—', '–', '?', '!']);
            // A comma may close an apposition, or part a statement from its speaker.
            let subject = if is_after_quote {
                self.after(sentence, verb, found, actors)
                    .or_else(|| self.before(sentence, verb, found, actors))
            } else if gap.contains(',') {
                self.before(sentence, verb, found, actors)
                    .or_else(|| self.after(sentence, verb, found, actors))
            } else {
                self.before(sentence, verb, found, actors)
            };
            let Some(Subject(speaker)) = subject else { continue };
            if word.is(SAY | POSITION) && !is_silence(sentence, verb) {
                return Some(Said { speaker, cue: Cue::Verb(word.text.to_owned()) });
            }
            if let Some(speaker) = speaker {
                actors.list[speaker].is_proposed = true;
            }
        }
        let quoted = sentence.quoted_words();
        if quoted > 2 && quoted * 2 > sentence.words.len() {
            let speaker = self.last.filter(|(_, block)| block + 1 >= sentence.block).map(|(id, _)| id);
            return Some(Said { speaker, cue: Cue::Quotation });
        }
        None
    }

    /// "the report", "to claim", "a su denuncia": no verb.
    fn is_noun(&self, sentence: &Sentence<'_>, verb: usize) -> bool {
        let Some(before) = verb.checked_sub(1).map(|at| &sentence.words[at]) else { return false };
        let is_beside = sentence.gap(self.text.text, verb).trim().is_empty();
        let is_pronoun =
            before.is(PRONOUN | PLURAL) || matches!(before.lower.as_ref(), "lo" | "la" | "les" | "le");
        let is_article = before.is(DEFINITE | INDEFINITE | POSSESSIVE) && !is_pronoun;
        is_beside
            && (is_article
                || before.is_possessive
                || matches!(before.lower.as_ref(), "to" | "of" | "de" | "por" | "by" | "for"))
    }

    fn according(&self, sentence: &Sentence<'_>, found: &Found, actors: &mut Actors) -> Option<Said> {
        let words = &sentence.words;
        let is_there = |phrase: &[&str], at: usize| {
            phrase
                .iter()
                .enumerate()
                .all(|(i, part)| words.get(at + i).is_some_and(|word| word.lower == *part))
        };
        let ends = (0..words.len()).filter(|at| !sentence.is_quoted(words[*at].range.start)).find_map(|at| {
            let phrase = self.language.according.iter().find(|phrase| is_there(phrase, at))?;
            Some(at + phrase.len())
        });
        let start = match ends {
            Some(start) => start,
            // "Para la Asociación, …": only of somebody, and only at the start.
            None if self.language.is_spanish && words.first().is_some_and(|word| word.lower == "para") => {
                let has_comma = |at: usize| sentence.gap(self.text.text, at).contains(',');
                found.iter().find(|(mention, _)| mention.words.start <= 3 && has_comma(mention.words.end))?;
                1
            }
            None => return None,
        };
        let stop = (start + 1..words.len())
            .find(|at| sentence.gap(self.text.text, *at).contains([',', ';']))
            .unwrap_or(words.len());
        let within = found.iter().find(|(mention, _)| {
            mention.words.start + 1 >= start && mention.words.end <= stop && mention.words.end > start
        });
        let speaker = within.map(|(_, id)| *id).or_else(|| {
            let noun = (start..stop.min(start + 4))
                .find(|at| words[*at].is(ROLE | ORGANIZATION | GOVERNMENT | DOCUMENT))?;
            if words[noun].is(DOCUMENT) { self.writer } else { self.noun(sentence, noun, actors) }
        });
        Some(Said { speaker, cue: Cue::According })
    }

    /// The subject after a verb: "said Mayor Ruiz", "explicó la doctora".
    fn after(
        &self,
        sentence: &Sentence<'_>,
        verb: usize,
        found: &Found,
        actors: &mut Actors,
    ) -> Option<Subject> {
        let words = &sentence.words;
        let blank = |at: usize| at < words.len() && sentence.gap(self.text.text, at).trim().is_empty();
        let mut at = verb + 1;
        if !blank(at) {
            // «…», afirmó.
            return (self.language.is_spanish && words[verb].is(SAY)).then_some(Subject(self.person));
        }
        let is_article = words[at].is(DEFINITE | INDEFINITE | POSSESSIVE);
        if let Some(id) =
            starting_at(found, at).or_else(|| if is_article { starting_at(found, at + 1) } else { None })
        {
            return Some(Subject(Some(id)));
        }
        if words[at].is(PRONOUN) {
            return Some(Subject(self.person));
        }
        at += usize::from(is_article);
        let noun = (at..words.len().min(at + 3))
            .take_while(|at| blank(*at))
            .find(|at| words[*at].is(ROLE | ORGANIZATION | GOVERNMENT));
        if let Some(noun) = noun.filter(|_| is_article) {
            return Some(Subject(self.noun(sentence, noun, actors)));
        }
        let is_object =
            self.language.is_spanish && words[verb].is(SAY) && (verb == 0 || words[verb + 1].lower == "que");
        is_object.then_some(Subject(self.person))
    }

    /// The subject before a verb: "Ana Ruiz, the mayor, said", "the union has argued".
    fn before(
        &self,
        sentence: &Sentence<'_>,
        verb: usize,
        found: &Found,
        actors: &mut Actors,
    ) -> Option<Subject> {
        let words = &sentence.words;
        let gap = |at: usize| sentence.gap(self.text.text, at);
        let covered = |at: usize| found.iter().any(|(mention, _)| mention.words.contains(&at));
        let mut end = verb;
        while end > 0 && gap(end).trim().is_empty() && !covered(end - 1) && {
            let word = &words[end - 1];
            let is_adverb = word.lower.ends_with("ly") || word.lower.ends_with("mente");
            word.is(BETWEEN | DATE) && !word.is(PRONOUN | PLURAL) || is_adverb
        } {
            end -= 1;
        }
        if end == 0 {
            return None;
        }
        if !gap(end).contains([',', '—', '–', ')', '”', '"', '»']) {
            return self.subject(sentence, end, found, actors);
        }
        if gap(end).contains(['”', '"', '»']) && verb == end {
            return None;
        }
        // "Its chairman, Gus Whitfield, told"
        let is_set_off = |mention: &Mention| {
            let start = mention.title.start.min(mention.words.start);
            start == 0 || gap(start).contains(',')
        };
        if let Some((_, id)) =
            found.iter().find(|(mention, _)| mention.words.end == end && is_set_off(mention))
        {
            return Some(Subject(Some(*id)));
        }
        // "Ana Ruiz, the mayor of a town, said": back to who is before the comma.
        let commas = (1..end).rev().filter(|at| gap(*at).contains([',', '—', '(']));
        for comma in commas.take(3) {
            if let Some(subject) = self.subject(sentence, comma, found, actors) {
                return Some(subject);
            }
        }
        None
    }

    /// Who is meant by the words that end before a word.
    fn subject(
        &self,
        sentence: &Sentence<'_>,
        end: usize,
        found: &Found,
        actors: &mut Actors,
    ) -> Option<Subject> {
        let words = &sentence.words;
        let at = end - 1;
        let word = &words[at];
        if sentence.is_quoted(word.range.start) {
            return None;
        }
        if let Some((mention, id)) = found.iter().find(|(mention, _)| mention.words.end == end) {
            // "the mayor of Alder Falls"
            let start = mention.words.start;
            let is_linked = mention.title.is_empty() && start > 1 && words[start - 1].is(LINK | DEFINITE);
            let noun = (start.saturating_sub(4)..start)
                .rev()
                .find(|at| words[*at].is(ROLE | ORGANIZATION | GOVERNMENT | GROUP));
            let is_beside = |noun: usize| {
                words[noun + 1..start].iter().all(|word| word.is(LINK | DEFINITE)) && noun + 1 < start
            };
            return match noun.filter(|noun| is_linked && is_beside(*noun)) {
                Some(noun) => Some(Subject(self.noun(sentence, noun, actors))),
                None => Some(Subject(Some(*id))),
            };
        }
        // "what they say"
        if word.is(PRONOUN | PLURAL)
            && at > 0
            && matches!(words[at - 1].lower.as_ref(), "what" | "how" | "lo")
        {
            return None;
        }
        if word.is(PRONOUN) {
            return Some(Subject(self.person));
        }
        if word.is(PLURAL) {
            return Some(Subject(self.group));
        }
        if word.lower == "it" {
            return Some(Subject(self.body));
        }
        if word.is(DOCUMENT) && at > 0 && words[at - 1].is(DEFINITE | POSSESSIVE) {
            return Some(Subject(self.writer));
        }
        if matches!(word.lower.as_ref(), "who" | "that" | "que" | "which") && at > 0 {
            return self.subject(sentence, at, found, actors);
        }
        let agent = (at.saturating_sub(2)..at).any(|at| matches!(words[at].lower.as_ref(), "by" | "por"));
        if word.is(ROLE | ORGANIZATION | GOVERNMENT) && !word.is_capital && at > 0 && !agent {
            let has_article = (at.saturating_sub(3)..at).rev().take_while(|before| {
                let before = &words[*before];
                before.is(DEFINITE | INDEFINITE | POSSESSIVE | MODIFIER | ORGANIZATION | GOVERNMENT)
                    || before.is_possessive
            });
            if has_article.last().is_some() {
                return Some(Subject(self.noun(sentence, at, actors)));
            }
        }
        // "the head of the union of the town": the noun may be some words before.
        let linked = (at.saturating_sub(5)..at)
            .rev()
            .take_while(|before| !sentence.gap(self.text.text, before + 1).contains([',', ';', ':', '—']));
        let noun = linked
            .clone()
            .filter(|noun| words[noun + 1].is(LINK) && !words[noun + 1].is(DEFINITE))
            .find(|noun| words[*noun].is(ROLE));
        let group = || {
            let first = linked.last()?;
            let near = found.iter().rev().find(|(mention, _)| {
                mention.what == What::Group && mention.words.end > first && mention.words.end <= end
            });
            near.map(|(_, id)| Subject(Some(*id)))
        };
        noun.map(|noun| Subject(self.noun(sentence, noun, actors))).or_else(group)
    }

    /// Who a noun stands for: somebody who was called so, or somebody new.
    fn noun(&self, sentence: &Sentence<'_>, noun: usize, actors: &mut Actors) -> Option<usize> {
        let words = &sentence.words;
        let blank = |at: usize| sentence.gap(self.text.text, at).trim().is_empty();
        let mut start = noun;
        while start > 0
            && blank(start)
            && words[start - 1].is(MODIFIER | ORGANIZATION | GOVERNMENT | ROLE)
            && !words[start - 1].is(FUNCTION & !MODIFIER)
        {
            start -= 1;
        }
        let mut is_new = false;
        if start > 0 && blank(start) {
            let before = &words[start - 1];
            is_new = before.is(INDEFINITE);
            if before.is(DEFINITE | INDEFINITE) {
                start -= 1;
            } else if before.is(POSSESSIVE) || before.is_possessive {
                // "his lawyer": not told whose.
                return actors.by_noun(&words[noun].lower);
            }
        }
        if !is_new && let Some(id) = actors.by_noun(&words[noun].lower) {
            return Some(id);
        }
        Some(actors.unnamed(self.text, sentence, start..noun + 1))
    }
}

/// The actor of the mention that begins at a word, with its title.
fn starting_at(found: &Found, at: usize) -> Option<usize> {
    let begins = |mention: &Mention| {
        let Range { start, end } = mention.words;
        let start = if mention.title.is_empty() { start } else { mention.title.start };
        (start..end.min(start + 4)).contains(&at)
    };
    found.iter().find(|(mention, _)| begins(mention)).map(|(_, id)| *id)
}

/// "declined to comment": nothing is said.
fn is_silence(sentence: &Sentence<'_>, verb: usize) -> bool {
    let rest = sentence.words[verb..].iter().take(5);
    let word = sentence.words[verb].lower.as_ref();
    matches!(word, "declined" | "declines" | "refused" | "refuses" | "quiso" | "quisieron")
        && rest.clone().any(|word| {
            matches!(word.lower.as_ref(), "comment" | "discuss" | "declaraciones" | "comentarios")
        })
}
