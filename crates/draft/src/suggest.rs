//! What a card about an article could hold, found without a model: proposals, each with why it was made.

use std::ops::Range;

use card::{Attribution, ClaimType, words};

use super::actors::{Actor, Actors};
use super::language::{CAUSE, DATE, DUTY, FUTURE, HEDGE, Language, NEGATION, NUMBER, POSITION, RULE, UNIT};
use super::mentions::{known_names, mentions};
use super::sentences::sentences;
use super::speakers::{Cue, Found, Said, Speakers};
use super::text::{Sentence, Text};

/// What was found in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// Where its sentences are, in bytes.
    pub sentences: Vec<Range<usize>>,
    /// Sentences that could be claims, in the order of the text.
    pub claims: Vec<Proposal>,
    /// People, groups and bodies, in the order of their first mention.
    pub actors: Vec<Actor>,
}

/// A sentence that could be a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Which sentence, as an index of [`Suggestions::sentences`].
    pub sentence: usize,
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// Who says so, as an index of [`Suggestions::actors`]; `None` where nobody does or it is not clear who.
    pub speaker: Option<usize>,
    /// Whether the article gives the speaker's words; `None` where nobody says it.
    pub attribution: Option<Attribution>,
    /// What kind of statement it is, where that is clear.
    pub claim_type: Option<ClaimType>,
    /// The words that make it less than certain, which a claim made of it has to keep.
    pub hedges: Vec<String>,
    /// The words that negate, likewise.
    pub negations: Vec<String>,
    /// Its numbers, as `summary-card check` compares them.
    pub numbers: Vec<String>,
    /// Why it is proposed, the strongest reason first.
    pub why: Vec<Why>,
}

/// Why a sentence is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody says so, with this verb.
    Says(String),
    /// Somebody is named as its source: "according to".
    According,
    /// It is in quotation marks.
    Quotation,
    /// It is hedged, with this word.
    Hedge(String),
    /// It has an amount.
    Number(String),
    /// It says what will be.
    Future,
    /// It speaks of a law or of what is allowed.
    Rule,
}

/// Proposes claims and actors. `language` is a BCP 47 tag, `None` for English; in a language other than English and
/// Spanish only the sentences are found.
pub fn suggest(text: &str, language: Option<&str>) -> Suggestions {
    let Some(language) = Language::of(language) else {
        return Suggestions { sentences: sentences(text), ..Suggestions::default() };
    };
    let read = Text::read(text, language);
    let known = known_names(&read);
    let mut actors = Actors::default();
    let mut speakers = Speakers::new(&read, language);
    let mut claims: Vec<Proposal> = Vec::new();
    for (at, sentence) in read.sentences.iter().enumerate() {
        if sentence.is_heading {
            continue;
        }
        let found = mentions(&read, sentence, &known, language.is_spanish);
        let found: Vec<_> = found
            .into_iter()
            .map(|mention| {
                let id = actors.of(&read, sentence, &mention);
                (mention, id)
            })
            .collect();
        let found: &Found = &found;
        let said = speakers.read(sentence, found, &mut actors);
        begun_before(&read, at, said.as_ref(), &mut claims);
        claims.extend(proposal(&read, at, said, language));
    }
    let sentences = read.sentences.iter().map(|sentence| sentence.range.clone()).collect();
    let (actors, places) = proposed(actors.finish());
    for claim in &mut claims {
        claim.speaker = claim.speaker.and_then(|id| places[id]);
    }
    Suggestions { sentences, claims, actors }
}

/// The actors worth proposing, and the place of each among them.
fn proposed(list: Vec<Actor>) -> (Vec<Actor>, Vec<Option<usize>>) {
    let mut kept = Vec::new();
    let mut places = Vec::with_capacity(list.len());
    for actor in list {
        places.push(actor.is_proposed.then_some(kept.len()));
        if actor.is_proposed {
            kept.push(actor);
        }
    }
    (kept, places)
}

/// “It is late. We are tired,” she said: the speaker of the second sentence says the first one, too.
fn begun_before(text: &Text<'_>, at: usize, said: Option<&Said>, claims: &mut [Proposal]) {
    let Some(Said { speaker: Some(speaker), cue: Cue::Verb(_) }) = said else { return };
    let mut here = at;
    for claim in claims.iter_mut().rev() {
        let is_next =
            claim.sentence + 1 == here && text.sentences[here].block == text.sentences[claim.sentence].block;
        let is_open = text.sentences[here]
            .quoted
            .first()
            .is_some_and(|part| part.start == text.sentences[here].range.start);
        if !is_next || !is_open || claim.why.first() != Some(&Why::Quotation) {
            return;
        }
        claim.speaker = Some(*speaker);
        here = claim.sentence;
    }
}

fn proposal(text: &Text<'_>, at: usize, said: Option<Said>, language: &Language) -> Option<Proposal> {
    let sentence = &text.sentences[at];
    let own = &text.text[sentence.range.clone()];
    let with = |class| {
        sentence.words.iter().filter(move |word| word.is(class)).map(|word| word.lower.clone().into_owned())
    };
    let mut hedges: Vec<String> = with(HEDGE).collect();
    let joined = language.words.hedge_phrases.iter().filter(|phrase| has_phrase(sentence, phrase));
    hedges.extend(joined.map(|phrase| (*phrase).to_owned()));
    let has_number = sentence.has(NUMBER) || own.contains(|c: char| c.is_ascii_digit());
    let amount = if has_number { amount(text.text, sentence) } else { None };
    let is_question = own.ends_with('?');
    let mut why = Vec::new();
    if let Some(said) = &said {
        why.push(match &said.cue {
            Cue::Verb(verb) => Why::Says(verb.clone()),
            Cue::According => Why::According,
            Cue::Quotation => Why::Quotation,
        });
    }
    if !is_question {
        // "the possible fallout" alone says little.
        let is_telling = |hedge: &&String| {
            !matches!(
                hedge.as_str(),
                "possible" | "potential" | "posible" | "posibles" | "potencial" | "potenciales"
            )
        };
        why.extend(hedges.iter().find(is_telling).cloned().map(Why::Hedge));
        why.extend(amount.clone().map(Why::Number));
        why.extend(sentence.has(FUTURE).then_some(Why::Future));
        why.extend(is_rule(sentence).then_some(Why::Rule));
    }
    if why.is_empty() {
        return None;
    }
    let quoted = sentence.quoted_words();
    let is_direct = quoted >= 4 || quoted > 0 && quoted * 2 > sentence.words.len();
    let attribution =
        said.is_some().then_some(if is_direct { Attribution::Direct } else { Attribution::Indirect });
    let claim_type = claim_type(sentence, amount.is_some());
    Some(Proposal {
        sentence: at,
        range: sentence.range.clone(),
        speaker: said.and_then(|said| said.speaker),
        attribution,
        claim_type,
        hedges,
        negations: with(NEGATION).collect(),
        numbers: if has_number { words::numbers(own) } else { Vec::new() },
        why,
    })
}

/// "The law allows it": one such word alone can be anything, but for "must".
fn is_rule(sentence: &Sentence<'_>) -> bool {
    let mut words = sentence.words.iter().filter(|word| word.is(RULE)).map(|word| &word.lower);
    let first = words.next();
    words.any(|word| Some(word) != first) || sentence.has(DUTY)
}

fn has_phrase(sentence: &Sentence<'_>, phrase: &str) -> bool {
    let parts = || phrase.split(' ');
    let first = parts().next();
    if !sentence.words.iter().any(|word| Some(&*word.lower) == first) {
        return false;
    }
    let count = parts().count();
    sentence.words.windows(count).any(|words| words.iter().map(|word| &*word.lower).eq(parts()))
}

/// The first number of a sentence that is an amount: no year, no day, no age and no part of a name.
fn amount(text: &str, sentence: &Sentence<'_>) -> Option<String> {
    let words = &sentence.words;
    let found = words.iter().enumerate().find(|(at, word)| {
        let next = words.get(at + 1);
        let before = at.checked_sub(1).map(|at| &words[at]);
        if !word.text.starts_with(|c: char| c.is_ascii_digit()) {
            return word.is(NUMBER) && next.is_some_and(|next| next.is(UNIT));
        }
        let (gap, after) = (sentence.gap(text, *at), sentence.gap(text, at + 1));
        let is_money =
            gap.ends_with(['$', '€', '£']) || after.starts_with(['%', '€']) || after.starts_with(" %");
        let is_year = word.text.len() == 4 && !word.text.contains(['.', ',']);
        let is_dated = before.is_some_and(|before| before.is(DATE))
            || next.is_some_and(|next| next.is(DATE))
            || words.get(at + 2).is_some_and(|other| other.is(DATE));
        let is_age = gap.trim() == "," && after.trim_start().starts_with(',');
        is_money || next.is_some_and(|next| next.is(UNIT)) || !is_year && !is_dated && !is_age
    });
    found.map(|(_, word)| word.text.to_owned())
}

fn claim_type(sentence: &Sentence<'_>, has_amount: bool) -> Option<ClaimType> {
    if sentence.words.iter().any(|word| word.is(POSITION) && !sentence.is_quoted(word.range.start)) {
        Some(ClaimType::Position)
    } else if sentence.has(FUTURE) {
        Some(ClaimType::Prediction)
    } else if sentence.has(CAUSE) {
        Some(ClaimType::Causation)
    } else if is_rule(sentence) {
        Some(ClaimType::Rule)
    } else if has_amount {
        Some(ClaimType::Quantity)
    } else {
        None
    }
}
