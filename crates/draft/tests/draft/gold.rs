//! What is proposed for articles, beside what a person found in them.
//!
//! A claim is a sentence; a speaker is right where it is one of the gold's, and is counted only in sentences that are
//! claims of the gold; an actor is right where name, kind and anonymity are. There are three kinds of articles:
//!
//! - improved on: the rules were changed after looking at what was missed in these.
//! - held out: written before the rules, and their gold too, but by the same hand, which knew them. Their misses were
//!   never looked at. The figures flatter the rules.
//! - not read before: cards of this repository that were there already, made by others, whose articles were not read
//!   while the rules were written. They are the nearest to what a stranger's article will give. A card takes up only
//!   some of what is said in its article, so that its precision is less than that of a person who reads the proposals.
//!
//! `cargo test --package summary-card-draft gold -- --nocapture` prints the figures; with `MISSES="council salud"` also
//! what was missed in these.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use article::Article;
use card::Card;
use quote::Index;
use serde_json::Value;
use summary_card_draft::{Suggestions, suggest};

/// An article with what a person found in it.
struct Gold {
    name: &'static str,
    text: String,
    language: String,
    /// Sentences, each with its speakers' names.
    claims: Vec<(usize, Vec<String>)>,
    actors: Vec<String>,
    found: Suggestions,
}

/// Right, proposed, and in the gold.
#[derive(Clone, Copy, Default)]
struct Figures {
    right: usize,
    proposed: usize,
    gold: usize,
}

impl Figures {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.proposed += other.proposed;
        self.gold += other.gold;
    }

    /// In hundredths.
    fn precision(self) -> usize {
        (self.right * 100).checked_div(self.proposed).unwrap_or(100)
    }

    fn recall(self) -> usize {
        (self.right * 100).checked_div(self.gold).unwrap_or(100)
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sentence_at(found: &Suggestions, byte: usize) -> usize {
    found.sentences.iter().position(|range| range.contains(&byte)).unwrap()
}

/// One of the articles beside this file.
fn own(name: &'static str) -> Gold {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/draft/gold");
    let text = std::fs::read_to_string(folder.join(name).with_extension("txt")).unwrap();
    let gold: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join(name).with_extension("json")).unwrap())
            .unwrap();
    let language = gold["language"].as_str().unwrap().to_owned();
    let found = suggest(&text, Some(&language));
    let claims = gold["claims"].as_array().unwrap().iter().map(|claim| {
        let words = claim["in"].as_str().unwrap();
        assert_eq!(text.matches(words).count(), 1, "{words}");
        let speaker = claim["speaker"].as_str().map(str::to_owned);
        (sentence_at(&found, text.find(words).unwrap()), speaker.into_iter().collect())
    });
    let claims = claims.collect();
    let field = |actor: &Value, field: &str| actor[field].as_str().unwrap().to_owned();
    let actors = gold["actors"].as_array().unwrap().iter();
    let actors = actors
        .map(|actor| described(&field(actor, "name"), &field(actor, "type"), &field(actor, "anonymity")));
    let actors = actors.collect();
    Gold { name, text, language, claims, actors, found }
}

/// The article of one of the cards of this repository, with the card as the gold.
fn of_card(name: &'static str, page: &str) -> Gold {
    let file = format!("{name}.json");
    let article = Article::read(&root().join(page)).unwrap();
    let text = article.text(&file).as_str().to_owned();
    let card: Card =
        card::parse(&std::fs::read_to_string(root().join("static/cards").join(&file)).unwrap()).unwrap();
    let found = suggest(&text, card.in_language.as_deref());
    let index = Index::new(&text);
    let mut claims: Vec<(usize, Vec<String>)> = Vec::new();
    for claim in &card.claims {
        for quote in &claim.evidence {
            let anchor = index.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref());
            let sentence = sentence_at(&found, anchor.span().unwrap().bytes.start);
            let names = claim.author.iter().map(|id| card.actor_name(id).to_owned()).collect();
            claims.push((sentence, names));
        }
    }
    claims.sort();
    claims.dedup_by_key(|(sentence, _)| *sentence);
    let actors =
        card.actors.iter().map(|actor| described(&actor.name, word(&actor.kind), word(&actor.anonymity)));
    let actors = actors.collect();
    Gold { name, text, language: card.in_language.clone().unwrap_or_default(), claims, actors, found }
}

fn word<T: card::Vocabulary>(value: &T) -> &'static str {
    value.word()
}

fn described(name: &str, kind: &str, anonymity: &str) -> String {
    format!("{} · {kind} · {anonymity}", bare(name))
}

/// A name in lower case without its article.
fn bare(name: &str) -> String {
    let name = name.to_lowercase();
    let article =
        ["the ", "a ", "el ", "la ", "los ", "las "].iter().find_map(|article| name.strip_prefix(article));
    article.unwrap_or(&name).to_owned()
}

/// The figures of claims, speakers and actors.
fn figures(gold: &Gold) -> [Figures; 3] {
    let Gold { name, text, claims, actors, found, .. } = gold;
    let is_told = std::env::var_os("MISSES").is_some_and(|list| list.to_string_lossy().contains(name));
    let mut figures = [Figures::default(); 3];
    let [of_claims, of_speakers, of_actors] = &mut figures;
    (of_claims.proposed, of_claims.gold) = (found.claims.len(), claims.len());
    for (sentence, speakers) in claims {
        let shown = &text[found.sentences[*sentence].clone()];
        let Some(proposal) = found.claims.iter().find(|claim| claim.sentence == *sentence) else {
            if is_told {
                println!("  no claim: {shown}");
            }
            of_speakers.gold += usize::from(!speakers.is_empty());
            continue;
        };
        of_claims.right += 1;
        let speaker = proposal.speaker.map(|id| found.actors[id].name.as_str());
        of_speakers.gold += usize::from(!speakers.is_empty());
        of_speakers.proposed += usize::from(speaker.is_some());
        let is_right = speaker.is_some_and(|speaker| speakers.iter().any(|name| bare(name) == bare(speaker)));
        of_speakers.right += usize::from(is_right);
        if is_told && !is_right && (speaker.is_some() || !speakers.is_empty()) {
            println!("  speaker {speaker:?} for {speakers:?}: {shown}");
        }
    }
    if is_told {
        for claim in
            found.claims.iter().filter(|claim| claims.iter().all(|(sentence, _)| *sentence != claim.sentence))
        {
            println!("  a claim too many, {:?}: {}", claim.why, &text[claim.range.clone()]);
        }
    }
    let gold: BTreeSet<&String> = actors.iter().collect();
    let proposed: BTreeSet<String> = found
        .actors
        .iter()
        .map(|actor| described(&actor.name, word(&actor.kind), word(&actor.anonymity)))
        .collect();
    of_actors.gold = gold.len();
    of_actors.proposed = found.actors.len();
    of_actors.right = gold.iter().filter(|actor| proposed.contains(**actor)).count();
    if is_told {
        for actor in gold.iter().filter(|actor| !proposed.contains(**actor)) {
            println!("  no actor: {actor}");
        }
        for actor in proposed.iter().filter(|actor| !gold.contains(actor)) {
            println!("  an actor too many: {actor}");
        }
    }
    figures
}

/// Prints the figures of some articles, and gives those of all together: of claims, speakers and actors.
fn all(title: &str, articles: &[Gold]) -> [Figures; 3] {
    let mut sum = [Figures::default(); 3];
    println!("{title:<28} claims: precision, recall    speakers                     actors");
    for article in articles {
        let own = figures(article);
        show(&format!("{} ({})", article.name, article.language), &own);
        for (sum, own) in sum.iter_mut().zip(own) {
            sum.add(own);
        }
    }
    show("together", &sum);
    sum
}

fn show(name: &str, figures: &[Figures; 3]) {
    print!("{name:<28}");
    for own in figures {
        let Figures { right, proposed, gold } = own;
        print!(" {:>3} % ({right}/{proposed}), {:>3} % ({right}/{gold})   ", own.precision(), own.recall());
    }
    println!();
}

fn hold(figures: [Figures; 3], floors: [(usize, usize); 3]) {
    for ((own, (precision, recall)), of) in figures.iter().zip(floors).zip(["claims", "speakers", "actors"]) {
        assert!(own.precision() >= precision, "precision of {of}: {}", own.precision());
        assert!(own.recall() >= recall, "recall of {of}: {}", own.recall());
    }
}

#[test]
fn what_is_proposed_is_near_what_a_person_found() {
    let improved_on = [
        of_card("cartel-strategy", "index.html"),
        of_card("river-park", "static/embed/river.html"),
        of_card("escuela", "static/embed/spanish.html"),
        own("council"),
        own("salud"),
    ];
    hold(all("improved on", &improved_on), [(74, 82), (90, 83), (83, 89)]);
    hold(all("held out", &[own("court"), own("huelga")]), [(93, 95), (91, 97), (94, 97)]);
    let unread = [
        of_card("night-bus", "static/embed/two-cards.html"),
        of_card("market-hall", "static/embed/two-cards.html"),
        of_card("dark-sky", "static/embed/dark.html"),
    ];
    hold(all("not read before", &unread), [(52, 70), (60, 45), (55, 50)]);
}
