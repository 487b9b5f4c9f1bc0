//! What can happen to a card, without a view.

use std::rc::Rc;

use summary_card::card::{Card, Claim, Filter, Quote, Stance, Status};
use summary_card::state::{Action, Passage, QuoteState, State};
use yew::Reducible;

fn card() -> Rc<Card> {
    let claim = |id: &str, text: &str, author: &str, status| Claim {
        id: id.into(),
        text: text.into(),
        author: vec![author.into()],
        status: Some(status),
        ..Claim::default()
    };
    Rc::new(Card {
        id: "x".into(),
        claims: vec![
            claim("a", "The bridge opens in May", "mayor", Status::Attributed),
            claim("b", "It cost more than planned", "press", Status::Disputed),
            claim("c", "Traffic will fall", "mayor", Status::Disputed),
        ],
        stances: vec![
            Stance { actor: "press".into(), target: "a".into(), ..Stance::default() },
            Stance { actor: "mayor".into(), target: "c".into(), ..Stance::default() },
            Stance { actor: "mayor".into(), target: "gone".into(), ..Stance::default() },
        ],
        ..Card::default()
    })
}

fn after(actions: Vec<Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(State::new(card())), Reducible::reduce)
}

fn shown(state: &State) -> Vec<&str> {
    state.card.claims.iter().filter(|claim| state.shows(claim)).map(|claim| &*claim.id).collect()
}

fn filter(actor: Option<&str>, status: Option<Status>, query: &str) -> Action {
    Action::Filter(Filter { actor: actor.map(Into::into), status, query: query.into() })
}

#[test]
fn what_changes_nothing_gives_the_same_state_back() {
    let state = after(vec![Action::Toggle("a".into(), true)]);
    for action in [
        Action::Toggle("a".into(), true),
        Action::Toggle("b".into(), false),
        Action::Show("nowhere".into()),
        Action::Cell(None),
        Action::PointAway,
    ] {
        assert!(Rc::ptr_eq(&state, &state.clone().reduce(action.clone())), "{action:?}");
    }
}

#[test]
fn claims_open_and_close() {
    let open = |actions| after(actions).open.clone();
    assert_eq!(open(vec![Action::Toggle("b".into(), true), Action::Toggle("a".into(), true)]), ["b", "a"]);
    assert_eq!(open(vec![Action::ToggleAll(true)]), ["a", "b", "c"]);
    assert!(open(vec![Action::ToggleAll(true), Action::ToggleAll(false)]).is_empty());
    assert_eq!(open(vec![filter(None, Some(Status::Disputed), ""), Action::ToggleAll(true)]), ["b", "c"]);
}

#[test]
fn an_actors_claims_are_those_they_make_or_take_a_position_on() {
    assert_eq!(shown(&after(vec![filter(Some("press"), None, "")])), ["a", "b"]);
    let state = after(vec![filter(Some("mayor"), Some(Status::Disputed), "")]);
    assert_eq!(shown(&state), ["c"]);
    let stances: Vec<_> = state.card.stances.iter().map(|stance| state.shows_stance(stance)).collect();
    assert_eq!(stances, [false, true, false], "a stance toward a claim that is not there is never shown");
}

#[test]
fn the_search_finds_every_word_in_any_case() {
    assert_eq!(shown(&after(vec![filter(None, None, "MAY bridge")])), ["a"]);
    assert_eq!(shown(&after(vec![filter(None, None, "press")])), ["b"]);
    assert!(shown(&after(vec![filter(None, None, "may unicorn")])).is_empty());
    assert_eq!(shown(&after(vec![filter(None, None, "  ")])).len(), 3);
}

#[test]
fn showing_a_claim_puts_a_filter_aside_that_hides_it_and_no_other() {
    let hidden = after(vec![filter(Some("press"), None, ""), Action::Show("c".into())]);
    assert!(hidden.filter.is_empty());
    assert_eq!((hidden.open.clone(), hidden.target.clone()), (vec!["c".into()], Some(("c".into(), 0))));
    let seen =
        after(vec![filter(Some("press"), None, ""), Action::Show("a".into()), Action::Show("a".into())]);
    assert!(!seen.filter.is_empty());
    assert_eq!(seen.target, Some(("a".into(), 1)), "asked twice, brought into view twice");
}

#[test]
fn another_card_keeps_open_what_it_still_has() {
    let mut next = (*card()).clone();
    next.claims.remove(0);
    let quote = Quote { exact: "x".into(), ..Quote::default() };
    let state = after(vec![
        Action::ToggleAll(true),
        Action::Anchors(Rc::new(vec![(quote.clone(), QuoteState::Found)])),
        Action::Load(Rc::new(next)),
    ]);
    assert_eq!(state.open, ["b", "c"]);
    assert_eq!(state.anchor(&quote), QuoteState::Unknown, "the old card's quotes are forgotten");
}

#[test]
fn a_passing_pointer_does_not_take_away_what_was_asked_for() {
    let passage =
        |claim: &str, pinned| Action::Passage(Some(Passage { claim: claim.into(), shown: None, pinned }));
    let claim = |actions| after(actions).passage.as_ref().map(|passage| passage.claim.clone());
    assert_eq!(claim(vec![passage("a", true), passage("b", false)]), Some("a".into()));
    assert_eq!(claim(vec![passage("a", true), Action::PointAway]), Some("a".into()));
    assert_eq!(claim(vec![passage("a", true), passage("b", true)]), Some("b".into()));
    assert_eq!(claim(vec![passage("a", false), Action::PointAway]), None);
    assert_eq!(claim(vec![passage("a", true), Action::Passage(None)]), None);
}
