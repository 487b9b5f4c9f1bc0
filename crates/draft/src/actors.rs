//! The people, groups and bodies of an article, each with all its mentions.

use std::collections::HashMap;
use std::ops::Range;

use card::{ActorKind, Anonymity};
use quote::one_line;

use super::language::{
    DEFINITE, FUNCTION, GOVERNMENT, GROUP, INDEFINITE, LINK, ORGANIZATION, POSSESSIVE, QUANTIFIER, ROLE,
    UNNAMED,
};
use super::mentions::{Mention, What};
use super::text::{Sentence, Text};

/// Somebody in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The name, or the description, as the article has it.
    pub name: String,
    /// What kind of actor it is, as far as the words around it tell.
    pub kind: ActorKind,
    /// Whether the article names the actor.
    pub anonymity: Anonymity,
    /// Who this is, in the article's words: a title or an apposition.
    pub description: Option<String>,
    /// Where it is mentioned by name, in bytes of the text, in order.
    pub mentions: Vec<Range<usize>>,
    /// Whether it says something or takes a position in the article, or has a title.
    pub(crate) is_proposed: bool,
}

/// The actors while they are gathered.
#[derive(Default)]
pub struct Actors {
    /// All of them in the order of their first mention.
    pub list: Vec<Actor>,
    by_name: HashMap<String, usize>,
    /// The last word of each person's name, and the letters of each body's.
    by_part: HashMap<String, usize>,
    /// The nouns that each actor was called by.
    nouns: Vec<Vec<String>>,
    by_noun: HashMap<String, usize>,
}

impl Actors {
    /// The actor of a mention, which becomes one where it is none yet.
    pub fn of(&mut self, text: &Text<'_>, sentence: &Sentence<'_>, mention: &Mention) -> usize {
        let words = &sentence.words[mention.words.clone()];
        let range = words[0].range.start..words[words.len() - 1].range.end;
        let name = one_line(&text.text[range.clone()]);
        let key = key(&name);
        let part = (words.len() == 1).then(|| self.by_part.get(&key)).flatten();
        let known = self.by_name.get(&key).or(part).copied();
        let id = known.unwrap_or_else(|| {
            self.list.push(Actor {
                name,
                kind: ActorKind::Person,
                anonymity: Anonymity::Named,
                description: None,
                mentions: Vec::new(),
                is_proposed: false,
            });
            self.nouns.push(Vec::new());
            self.by_name.insert(key, self.list.len() - 1);
            self.list.len() - 1
        });
        if self.list[id].mentions.last() != Some(&range) {
            self.list[id].mentions.push(range);
        }
        if known.is_none() {
            match mention.what {
                What::Name => self.name(id, sentence, mention),
                What::Group => {
                    let is_counted = words
                        .iter()
                        .any(|word| word.is(QUANTIFIER) && word.lower != "other" && word.lower != "otros");
                    let is_unnamed = words.iter().any(|word| word.is(UNNAMED));
                    let is_some = matches!(
                        words[0].lower.as_ref(),
                        "some" | "many" | "most" | "few" | "algunos" | "muchos" | "varios"
                    );
                    self.list[id].anonymity = if is_unnamed || is_counted && !is_some {
                        Anonymity::Unnamed
                    } else {
                        Anonymity::Collective
                    };
                }
            }
        }
        if mention.what == What::Name {
            // A body that begins a sentence does something; elsewhere it may be only a place.
            let article = mention.words.start == 1 && sentence.words[0].is(DEFINITE);
            let is_first = mention.words.start == 0 || article;
            let actor = &mut self.list[id];
            actor.is_proposed |= is_first && actor.kind != ActorKind::Person && words.len() > 1;
            self.describe(id, text, sentence, mention);
        }
        self.recall(id);
        id
    }

    /// What a name tells by itself.
    fn name(&mut self, id: usize, sentence: &Sentence<'_>, mention: &Mention) {
        let words = &sentence.words[mention.words.clone()];
        let has = |class| words.iter().any(|word| word.is(class));
        let is_firm = words.iter().any(|word| word.text == "&");
        let actor = &mut self.list[id];
        if has(GOVERNMENT) {
            actor.kind = ActorKind::GovernmentOrganization;
        } else if has(ORGANIZATION) || is_firm {
            actor.kind = ActorKind::Organization;
        }
        if words.len() > 1 {
            if actor.kind == ActorKind::Person {
                self.by_part.entry(words[words.len() - 1].lower.to_string()).or_insert(id);
                // "Luis Arce Toledo" is Arce, and "Amparo Quiles" may be Amparo.
                for word in &words[1..words.len() - 1] {
                    self.by_part.entry(word.lower.to_string()).or_insert(id);
                }
            } else {
                let nouns = words.iter().filter(|word| word.is(ORGANIZATION | GOVERNMENT));
                self.nouns[id].extend(nouns.map(|word| word.lower.to_string()));
                let letters: String = words
                    .iter()
                    .filter(|word| word.is_capital)
                    .filter_map(|word| word.lower.chars().next())
                    .collect();
                self.by_part.entry(letters).or_insert(id);
            }
        }
    }

    /// What stands beside a name: a title before it, or an apposition between commas.
    fn describe(&mut self, id: usize, text: &Text<'_>, sentence: &Sentence<'_>, mention: &Mention) {
        if self.list[id].description.is_some() {
            return;
        }
        let words = &sentence.words;
        let title = &words[mention.title.clone()];
        let part = if title.is_empty() {
            apposition_after(text, sentence, mention.words.end)
                .or_else(|| apposition_before(text, sentence, mention.words.start))
        } else {
            Some(mention.title.clone())
        };
        let Some(part) = part.filter(|part| !part.is_empty()) else { return };
        let own = &words[part.clone()];
        let noun = own.iter().find(|word| word.is(ROLE | ORGANIZATION | GOVERNMENT));
        let Some(noun) = noun else { return };
        // "the leader of the union" is no union.
        let head =
            own.iter().take_while(|word| word.range == noun.range || !word.is(LINK) || word.is(DEFINITE));
        let nouns = head.filter(|word| word.is(ROLE | ORGANIZATION | GOVERNMENT));
        self.nouns[id].extend(nouns.map(|word| word.lower.to_string()));
        let actor = &mut self.list[id];
        if noun.is(ROLE) {
            actor.is_proposed |= actor.kind == ActorKind::Person;
        } else if actor.kind == ActorKind::Person {
            actor.kind =
                if noun.is(GOVERNMENT) { ActorKind::GovernmentOrganization } else { ActorKind::Organization };
            actor.is_proposed = true;
        }
        // Of "its chairman" the reader of a card does not know whose.
        let first = part.start + usize::from(words[part.start].is(POSSESSIVE | DEFINITE | INDEFINITE));
        if first < part.end {
            let end = words[part.end - 1].range.end;
            actor.description = Some(one_line(&text.text[words[first].range.start..end]));
        }
    }

    /// The actor that a noun stands for, "the mayor", "the union": the last one mentioned of whom it was said.
    pub fn by_noun(&self, noun: &str) -> Option<usize> {
        self.by_noun.get(noun).copied()
    }

    /// All of them. A single word that no title and no first name goes with is rather a body's name than a person's.
    pub fn finish(mut self) -> Vec<Actor> {
        for actor in &mut self.list {
            let is_bare = actor.anonymity == Anonymity::Named
                && actor.description.is_none()
                && !actor.name.contains(' ');
            if is_bare && actor.kind == ActorKind::Person {
                actor.kind = ActorKind::Organization;
            }
        }
        self.list
    }

    /// Has the nouns of an actor stand for it from here on.
    fn recall(&mut self, id: usize) {
        for noun in &self.nouns[id] {
            self.by_noun.insert(noun.clone(), id);
        }
    }

    /// An actor that the article has no name for: "A town attorney".
    pub fn unnamed(&mut self, text: &Text<'_>, sentence: &Sentence<'_>, words: Range<usize>) -> usize {
        let mention = Mention { what: What::Group, words: words.clone(), title: words.start..words.start };
        let id = self.of(text, sentence, &mention);
        let words = &sentence.words[words];
        let noun = &words[words.len() - 1];
        let actor = &mut self.list[id];
        if noun.is(GOVERNMENT) {
            actor.kind = ActorKind::GovernmentOrganization;
            actor.anonymity = Anonymity::Named;
        } else if noun.is(ORGANIZATION) {
            actor.kind = ActorKind::Organization;
            actor.anonymity = Anonymity::Named;
        } else if !noun.is(GROUP) {
            actor.anonymity = Anonymity::Unnamed;
        }
        self.nouns[id].push(noun.lower.to_string());
        self.recall(id);
        id
    }
}

/// A name without its article, to compare it.
fn key(name: &str) -> String {
    let lower = name.to_lowercase();
    let bare = ["the ", "los ", "las ", "el ", "la "].iter().find_map(|article| lower.strip_prefix(article));
    bare.unwrap_or(&lower).to_owned()
}

/// The longest description taken, in words.
const DESCRIPTION: usize = 9;

/// "Ana Ruiz, the city's engineer,"
fn apposition_after(text: &Text<'_>, sentence: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    let words = &sentence.words;
    if start >= words.len() || sentence.gap(text.text, start).trim() != "," {
        return None;
    }
    // An age: "Raymond Tully, 61, is".
    let end = (start + 1..=words.len()).find(|at| {
        let gap = sentence.gap(text.text, *at);
        gap.contains([',', '.', ';', '—', '”', '"', ')']) && gap.trim() != "." || *at == words.len()
    })?;
    // What is said of somebody after "who" is no description.
    let end =
        (start..end).find(|at| matches!(words[*at].text, "who" | "que" | "quien" | "which")).unwrap_or(end);
    let is_short = end > start && end - start <= DESCRIPTION;
    let is_noun =
        words[start..end.min(start + 4)].iter().any(|word| word.is(ROLE | ORGANIZATION | GOVERNMENT));
    let is_person = !words[start].is(FUNCTION) || words[start].is(DEFINITE | INDEFINITE | POSSESSIVE);
    (is_short && is_noun && is_person && !words[start].is_capital).then_some(start..end)
}

/// "Its chairman, Ana Ruiz,"
fn apposition_before(text: &Text<'_>, sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let words = &sentence.words;
    if end == 0 || sentence.gap(text.text, end).trim() != "," {
        return None;
    }
    let start = (0..end).rev().find(|at| {
        let gap = sentence.gap(text.text, *at);
        *at == 0 || gap.contains([',', '.', ';', ':', '—', '“', '”', '"', '«', '»']) || end - at > DESCRIPTION
    })?;
    // Back to the article that the noun has.
    let start = (start..end).rev().find(|at| {
        words[*at].is(DEFINITE | INDEFINITE | POSSESSIVE) && {
            let noun = words[*at..end.min(at + 4)].iter();
            noun.clone().any(|word| word.is(ROLE | ORGANIZATION | GOVERNMENT))
        }
    });
    let start =
        start.or_else(|| (0..end).rev().take(3).find(|at| words[*at].is_possessive).map(|at| at + 1))?;
    let is_noun = words[start..end].iter().any(|word| word.is(ROLE | ORGANIZATION | GOVERNMENT));
    (is_noun && end - start <= DESCRIPTION).then_some(start..end)
}
