use card::Rule;
use serde_json::{Value, json};

use super::*;
use crate::article::Format;
use crate::document::Edit;
use crate::make::Make;
use crate::references::{List, list_and_index};

const ARTICLE: &str = "The levee held on Monday night, officials said.\n\nMayor Ana Ruiz said repairs would cost $2 million. She may ask the state for help.\n\nResidents doubt it.";

fn desk() -> State {
    let mut state = State::new("en");
    state.update(Action::Read { source: ARTICLE.to_owned(), format: Format::Text });
    state
}

fn select(state: &mut State, words: &str) {
    let article = state.article.clone().expect("an article");
    let start = article.text().find(words).expect("the words are there");
    state.update(Action::Select(Some(start..start + words.len())));
}

fn text_at(state: &State, path: &str) -> String {
    let value = crate::document::get(state.document.value(), path);
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[test]
fn selected_words_become_a_claim_whose_form_opens() {
    let mut state = desk();
    select(&mut state, "repairs would cost $2 million");
    let effects = state.update(Action::Make(Make::Claim { author: None }));
    assert_eq!(text_at(&state, "claims[0].evidence[0].exact"), "repairs would cost $2 million");
    assert_eq!(state.open.as_deref(), Some("claims[0]"));
    assert_eq!((state.tab, state.selection.clone()), (Tab::Card, None));
    assert!(effects.contains(&Effect::CardChanged) && effects.contains(&Effect::Unselect));
    // Marked at once: a mark that came later would take away what is selected next.
    assert_eq!(state.marks.len(), 1);
    assert_eq!(state.marks[0].users, ["claims[0].evidence[0]"]);
}

#[test]
fn a_selection_loses_the_white_space_at_its_ends() {
    let mut state = desk();
    let text = state.article.clone().expect("an article");
    let end = text.blocks()[0].range.end;
    state.update(Action::Select(Some(end - 5..text.blocks()[1].range.start)));
    let range = state.selection.clone().expect("a selection");
    assert_eq!(&text.text()[range], "said.");
    state.update(Action::Select(Some(end..text.blocks()[1].range.start)));
    assert_eq!(state.selection, None);
}

#[test]
fn sentences_are_walked_chosen_and_extended() {
    let mut state = desk();
    let article = state.article.clone().expect("an article");
    state.update(Action::WalkSentences(true));
    assert_eq!(state.sentence, Some(0));
    state.update(Action::Walk { walk: Walk::On, extend: false });
    assert!(state.update(Action::Choose).contains(&Effect::FocusToolbar));
    assert_eq!(state.selection, Some(article.sentences()[1].clone()));
    state.update(Action::Walk { walk: Walk::On, extend: true });
    let both = article.sentences()[1].start..article.sentences()[2].end;
    assert_eq!(state.selection, Some(both));
    state.update(Action::Walk { walk: Walk::Last, extend: false });
    state.update(Action::Walk { walk: Walk::On, extend: false });
    assert_eq!(state.sentence, Some(article.sentences().len() - 1));
}

#[test]
fn a_selection_gets_longer_and_shorter_by_words() {
    let mut state = desk();
    select(&mut state, "held on");
    let shown = |state: &State| {
        let range = state.selection.clone().expect("a selection");
        state.article.as_ref().expect("an article").text()[range].to_owned()
    };
    for (edge, longer, expected) in [
        (Edge::Start, true, "levee held on"),
        (Edge::End, true, "levee held on Monday"),
        (Edge::Start, false, "held on Monday"),
        (Edge::End, false, "held on"),
        (Edge::End, false, "held"),
        (Edge::End, false, "held"),
        (Edge::Start, false, "held"),
    ] {
        state.update(Action::Trim { edge, longer });
        assert_eq!(shown(&state), expected);
    }
}

#[test]
fn what_is_in_use_is_not_removed_before_the_editor_knows_what_falls_with_it() {
    let mut state = desk();
    select(&mut state, "Mayor Ana Ruiz");
    state.update(Action::Make(Make::Actor));
    let id = text_at(&state, "actors[0].id");
    select(&mut state, "repairs would cost $2 million");
    state.update(Action::Make(Make::Claim { author: Some(id.clone()) }));
    state.update(Action::Remove { path: "actors[0]".to_owned(), is_sure: false });
    let Some(Dialog::Remove { falls, .. }) = &state.dialog else { panic!("no dialog") };
    assert_eq!(falls.fields, ["claims[0].author[0]"]);
    state.update(Action::Remove { path: "actors[0]".to_owned(), is_sure: true });
    assert_eq!((text_at(&state, "actors[0].id"), state.dialog.clone()), (String::new(), None));
    state.update(Action::Undo);
    assert_eq!(text_at(&state, "claims[0].author[0]"), id);
}

#[test]
fn the_focus_goes_on_after_a_removal() {
    let mut state = State::new("en");
    for text in ["One.", "Two."] {
        state.update(Action::Add {
            list: "abstract".to_owned(),
            value: json!({ "text": text, "claims": [] }),
        });
    }
    let effects = state.update(Action::Remove { path: "abstract[1]".to_owned(), is_sure: false });
    assert!(effects.contains(&Effect::Focus("abstract[0]".to_owned())));
    let effects = state.update(Action::Remove { path: "abstract[0]".to_owned(), is_sure: false });
    assert!(effects.contains(&Effect::Focus("abstract".to_owned())));
}

#[test]
fn a_new_entry_of_an_inner_list_is_written_in_next() {
    let mut state = State::new("en");
    let stance = json!({ "actor": "a", "target": "c", "label": "mixed" });
    state.update(Action::Add { list: "stances".to_owned(), value: stance });
    for (list, field) in [
        ("stances[0].reasons", "stances[0].reasons[0].text"),
        ("stances[0].parts", "stances[0].parts[0].name"),
        ("author", "author[0]"),
    ] {
        let value = if list == "author" { "".into() } else { json!({}) };
        let effects = state.update(Action::Add { list: list.to_owned(), value });
        assert!(effects.contains(&Effect::Focus(field.to_owned())), "{list}: {effects:?}");
    }
}

#[test]
fn a_reason_of_selected_words_gets_its_text_next() {
    let mut state = desk();
    select(&mut state, "Mayor Ana Ruiz");
    state.update(Action::Make(Make::Actor));
    select(&mut state, "repairs would cost $2 million");
    state.update(Action::Make(Make::Claim { author: None }));
    let (actor, claim) = (text_at(&state, "actors[0].id"), text_at(&state, "claims[0].id"));
    select(&mut state, "Residents doubt it");
    state.update(Action::Make(Make::Stance { actor, claim, label: card::Label::Against }));
    select(&mut state, "doubt it");
    let effects = state.update(Action::Make(Make::Reason("stances[0]".to_owned())));
    assert!(effects.contains(&Effect::Focus("stances[0].reasons[0].text".to_owned())), "{effects:?}");
}

#[test]
fn what_was_copied_is_not_told_in_the_next_dialog() {
    let mut state = State::new("en");
    state.update(Action::Tell(Notice::Copied));
    state.update(Action::Dialog(Some(Dialog::Draft)));
    assert_eq!(state.notice, None);
}

#[test]
fn an_id_is_renamed_with_all_that_refers_to_it_or_the_field_says_why_not() {
    let mut state = desk();
    for (at, words) in ["The levee held", "She may ask"].into_iter().enumerate() {
        select(&mut state, words);
        state.update(Action::Make(Make::Claim { author: None }));
        assert!(!text_at(&state, &format!("claims[{at}].id")).is_empty());
    }
    let second = text_at(&state, "claims[1].id");
    state.update(Action::Rename { list: List::Claims, at: 0, to: second });
    assert_eq!(state.no_rename, Some(("claims[0].id".to_owned(), NoRename::Taken)));
    state.update(Action::Rename { list: List::Claims, at: 0, to: "levee".to_owned() });
    assert_eq!((text_at(&state, "claims[0].id"), state.no_rename.clone()), ("levee".to_owned(), None));
}

#[test]
fn an_open_form_follows_its_entry_when_that_is_moved() {
    let mut state = State::new("en");
    for text in ["One.", "Two.", "Three."] {
        state.update(Action::Add { list: "abstract".to_owned(), value: text.into() });
    }
    state.update(Action::Open(Some("abstract[2]".to_owned())));
    let effects = state.update(Action::Move { path: "abstract[2]".to_owned(), to: 0 });
    assert!(effects.contains(&Effect::Focus("up:abstract[0]".to_owned())));
    assert_eq!(
        (text_at(&state, "abstract[0]"), state.open.as_deref()),
        ("Three.".to_owned(), Some("abstract[0]"))
    );
    assert_eq!(state.notice, Some(Notice::Moved(1, 3)));
    assert!(state.update(Action::Move { path: "abstract[0]".to_owned(), to: 3 }).is_empty());
}

#[test]
fn a_suggestion_becomes_a_claim_of_whom_says_it() {
    let mut state = desk();
    state.update(Action::Suggest(true));
    let all = state.suggestions.clone().expect("suggestions");
    let at = all.claims.iter().position(|claim| claim.speaker.is_some()).expect("somebody says something");
    state.update(Action::AcceptClaim(at));
    let author = text_at(&state, "claims[0].author[0]");
    assert_eq!(text_at(&state, "actors[0].id"), author);
    assert!(!author.is_empty() && !state.open_claims().contains(&at));
    state.update(Action::Undo);
    assert!(state.document.value().get("claims").is_none_or(|claims| claims == &json!([])));
}

#[test]
fn an_answer_is_taken_only_when_the_editor_says_so() {
    let mut state = desk();
    let answer = r#"{"headline": "The levee held", "abstract": [], "stances": [],
        "actors": [{"id": "ruiz", "name": "Ana Ruiz", "type": "Person", "anonymity": "named"}],
        "claims": [{"id": "cost", "text": "Repairs would cost $2 million.", "author": ["ruiz"], "status": "attributed", "evidence": [2]},
                   {"id": "lost", "text": "It costs $3 million.", "author": [], "status": "reported", "evidence": [2]}]}"#;
    state.update(Action::Answer(answer.to_owned()));
    assert!(state.is_untouched());
    let problems = state.answer.clone().expect("an answer").problems.clone();
    assert!(problems.iter().any(|located| located.problem.path.starts_with("claims[1]")), "{problems:?}");
    state.update(Action::UseAnswer);
    assert_eq!(text_at(&state, "claims[0].id"), "cost");
    assert_eq!(state.document.value().pointer("/claims/1"), None);
    state.update(Action::Undo);
    assert!(state.is_untouched());
}

#[test]
fn a_card_file_keeps_what_the_desk_does_not_know() {
    let mut state = desk();
    let file = r#"{"version": 1, "id": "x", "headline": "H", "abstract": [], "mood": {"of": "day"}}"#;
    assert!(!state.update(Action::Import(file.to_owned())).contains(&Effect::NewCard));
    assert_eq!(text_at(&state, "mood.of"), "day");
    assert!(state.article.is_some(), "nothing was written yet: the article is about this card");
    assert!(state.checked.problems.iter().any(|problem| problem.rule == Rule::UnknownField));
    let effects = state.update(Action::Import(file.to_owned()));
    assert!(effects.contains(&Effect::NewCard) && state.article.is_none());
}

#[test]
fn what_is_no_card_leaves_the_desk_as_it_is() {
    let mut state = desk();
    state.update(Action::Type { path: "headline".to_owned(), to: Some("Mine".into()) });
    let other = r#"{"version": 99, "id": "x", "headline": "H", "abstract": ["A."]}"#;
    for text in ["{", "[1]", "", other] {
        state.update(Action::Import(text.to_owned()));
        assert!(matches!(state.dialog, Some(Dialog::NotACard(..))), "{text}");
    }
    assert_eq!(text_at(&state, "headline"), "Mine");
}

#[test]
fn what_a_file_loses_when_it_is_read_is_told() {
    let mut state = State::new("en");
    state.update(Action::Import(
        r#"{"version": 1, "id": "x", "id": "y", "headline": 7, "abstract": ["A."]}"#.to_owned(),
    ));
    let Some(Dialog::FileProblems(problems)) = &state.dialog else { panic!("{:?}", state.dialog) };
    assert_eq!(problems[0].rule, Rule::DuplicateKey);
    assert_eq!((state.tab, text_at(&state, "abstract[0]")), (Tab::Problems, "A.".to_owned()));
    assert!(state.checked.problems.iter().any(|problem| problem.path == "headline"));
}

#[test]
fn an_article_without_text_leaves_the_one_before() {
    let mut state = desk();
    state.update(Action::Read { source: "<p> </p>".to_owned(), format: Format::Html });
    assert_eq!(state.notice, Some(Notice::ArticleRefused(Refusal::Empty)));
    assert!(state.article.is_some());
    state.update(Action::Read { source: "Another.".to_owned(), format: Format::Text });
    state.update(Action::PutBackArticle);
    assert!(state.article.as_ref().is_some_and(|article| article.text().contains("levee")));
}

#[test]
fn a_problem_leads_to_its_field() {
    let mut state = desk();
    select(&mut state, "The levee held");
    state.update(Action::Make(Make::Claim { author: None }));
    state.update(Action::Change(vec![Edit::Set { path: "claims[0].status".to_owned(), to: None }]));
    state.update(Action::Check);
    let problem = state.checked.problems.iter().find(|problem| problem.rule == Rule::ClaimWithoutStatus);
    let path = problem.map(|problem| field_of(problem.rule, &problem.path)).expect("the problem");
    assert_eq!(state.update(Action::ShowField(path)), [Effect::Focus("claims[0].status".to_owned())]);
    assert_eq!(state.open.as_deref(), Some("claims[0]"));
    assert_eq!(state.counts.get("claims[0]").map(|count| count.warnings > 0), Some(true));
}

#[test]
fn paths_are_read_as_entries() {
    for (path, entry) in [
        ("claims[3].evidence[0].exact", "claims[3]"),
        ("abstract[1]", "abstract[1]"),
        ("headline", "about"),
        ("publisher.name", "about"),
        ("", "about"),
        ("author[0]", "about"),
    ] {
        assert_eq!(entry_of(path), entry);
    }
    assert_eq!(list_and_index("stances[0].reasons[12]"), Some(("stances[0].reasons", 12)));
    assert_eq!(list_and_index("headline"), None);
}
