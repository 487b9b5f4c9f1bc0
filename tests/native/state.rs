//! What can happen to a card, without a view.

use std::rc::Rc;

use summary_card::card::{Card, Claim, Filter, Quote, QuoteId, Stance, Status, parse};
use summary_card::settings::Marks;
use summary_card::state::{Action, QuoteState, State};

fn card() -> Rc<Card> {
    let claim = |id: &str, text: &str, author: &str, status| Claim {
        id: id.into(),
        text: text.into(),
        evidence: vec![Quote { exact: ["Quote ", id].concat(), ..Quote::default() }],
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

fn after(actions: Vec<Action>) -> State {
    let mut state = State::new(card(), Marks::Open);
    for action in actions {
        state.update(action);
    }
    state
}

/// The ids of the claims that pass the filter.
fn shown(state: &State) -> Vec<&str> {
    let (first, rest) = state.claims();
    first.iter().chain(rest).map(|claim| &*state.card().claims[*claim].id).collect()
}

/// The ids of the open claims.
fn open(state: &State) -> Vec<&str> {
    let claims = state.card().claims.iter().enumerate();
    claims.filter(|(at, _)| state.is_open(*at)).map(|(_, claim)| &*claim.id).collect()
}

fn filter(actor: Option<&str>, status: Option<Status>, query: &str) -> Action {
    Action::Filter(Filter { actor: actor.map(Into::into), status, query: query.into() })
}

#[test]
fn what_changes_nothing_needs_no_rendering() {
    let mut state = after(vec![Action::Toggle(0, true)]);
    let card = state.card().clone();
    for action in [
        Action::Load(card),
        Action::Toggle(0, true),
        Action::Toggle(1, false),
        Action::Toggle(7, true),
        Action::ShowClaim("nowhere".into()),
        Action::ShowQuote(QuoteId::new(0)),
        Action::PointAt(QuoteId::new(99), true),
        Action::PointAway,
        Action::Back,
        Action::FilterActor(None),
        Action::Search(String::new()),
        Action::OpenName(None),
    ] {
        assert!(!state.update(action.clone()), "{action:?}");
    }
    assert!(state.update(Action::Toggle(0, false)));
}

#[test]
fn claims_open_and_close() {
    assert_eq!(open(&after(vec![Action::Toggle(1, true), Action::Toggle(0, true)])), ["a", "b"]);
    assert_eq!(open(&after(vec![Action::ToggleAll(true)])), ["a", "b", "c"]);
    assert!(open(&after(vec![Action::ToggleAll(true), Action::ToggleAll(false)])).is_empty());
    let disputed = filter(None, Some(Status::Disputed), "");
    assert_eq!(open(&after(vec![disputed, Action::ToggleAll(true)])), ["b", "c"]);
}

#[test]
fn a_claim_that_was_open_stays_rendered() {
    let state = after(vec![Action::Toggle(1, true), Action::Toggle(1, false)]);
    let rendered: Vec<_> = (0..3).map(|claim| state.is_rendered(claim)).collect();
    assert_eq!(rendered, [false, true, false]);
}

#[test]
fn an_actors_claims_are_those_they_make_or_take_a_position_on() {
    assert_eq!(shown(&after(vec![filter(Some("press"), None, "")])), ["a", "b"]);
    let state = after(vec![filter(Some("mayor"), Some(Status::Disputed), "")]);
    assert_eq!(shown(&state), ["c"]);
    let columns = |claim| state.relations().columns(claim);
    assert!(columns(1).is_empty() && !columns(2).is_empty());
}

#[test]
fn the_search_finds_every_word_in_any_case() {
    assert_eq!(shown(&after(vec![filter(None, None, "MAY bridge")])), ["a"]);
    assert_eq!(shown(&after(vec![filter(None, None, "press")])), ["b"]);
    assert!(shown(&after(vec![filter(None, None, "may unicorn")])).is_empty());
    assert_eq!(shown(&after(vec![filter(None, None, "  ")])).len(), 3);
}

#[test]
fn each_choice_leaves_the_others_alone() {
    let state = after(vec![
        Action::FilterActor(Some("mayor".into())),
        Action::FilterStatus(Some(Status::Disputed)),
        Action::Search("traffic".into()),
    ]);
    let all = Filter { actor: Some("mayor".into()), status: Some(Status::Disputed), query: "traffic".into() };
    assert_eq!(*state.filter(), all);
    assert_eq!(shown(&state), ["c"]);
    assert_eq!(state.deep_link(Some(2)).item.as_deref(), Some("c"));
    assert_eq!(state.deep_link(None).filter, all);
}

#[test]
fn showing_a_claim_puts_a_filter_aside_that_hides_it_and_no_other() {
    let hidden = after(vec![filter(Some("press"), None, ""), Action::ShowClaim("c".into())]);
    assert!(hidden.filter().is_empty());
    assert_eq!(open(&hidden), ["c"]);
    let seen = after(vec![filter(Some("press"), None, ""), Action::ShowClaim("a".into())]);
    assert!(!seen.filter().is_empty());
}

#[test]
fn another_card_keeps_open_what_it_still_has() {
    let mut next = (*card()).clone();
    next.claims.remove(0);
    let state = after(vec![
        Action::Toggle(0, true),
        Action::Toggle(2, true),
        Action::Anchors(vec![QuoteState::Found; 3].into()),
        Action::ShowQuote(QuoteId::new(2)),
        Action::Search("traffic".into()),
        Action::Load(Rc::new(next)),
    ]);
    assert_eq!(open(&state), ["c"]);
    assert_eq!(shown(&state), ["b", "c"]);
    assert_eq!(*state.anchor(QuoteId::new(0)), QuoteState::Unknown, "the old card's quotes are forgotten");
    assert_eq!(state.passage, None);
}

/// A state in which the article has the second and third of the three quotes.
fn anchored(actions: Vec<Action>) -> State {
    let anchors = vec![QuoteState::Orphan, QuoteState::Found, QuoteState::Near(Vec::new())];
    let mut all = vec![Action::Anchors(anchors.into())];
    all.extend(actions);
    after(all)
}

#[test]
fn a_passage_is_shown_only_where_there_is_one() {
    let shown = |quote| {
        let passage = anchored(vec![Action::ShowQuote(QuoteId::new(quote))]).passage?;
        Some((passage.claim, passage.shown.map(QuoteId::index), passage.pinned))
    };
    assert_eq!(shown(0), None);
    assert_eq!(shown(1), Some((1, Some(1), true)));
    assert_eq!(shown(2), Some((2, Some(2), true)));
    assert_eq!(shown(3), None);
}

/// "Legal experts are divided." serves two claims of this card.
#[test]
fn the_second_of_two_equal_quotes_names_its_own_claim() {
    let text = include_str!("../../static/cards/cartel-strategy.json");
    let card = Rc::new(parse(text).expect("it is a card"));
    let quotes = card.quotes();
    let equal: Vec<_> =
        quotes.iter().filter(|entry| entry.quote.exact == "Legal experts are divided.").collect();
    let [first, second] = [equal.first(), equal.last()].map(|entry| entry.expect("it is there"));
    assert_ne!(first.claim, second.claim);
    let mut state = State::new(card.clone(), Marks::Open);
    state.update(Action::Anchors(vec![QuoteState::Found; quotes.len()].into()));
    for entry in [first, second] {
        state.update(Action::ShowQuote(entry.id));
        let passage = state.passage.as_ref().expect("the reader is told");
        assert_eq!(card.claims[passage.claim].id, entry.claim);
        assert_eq!(passage.shown, Some(entry.id));
    }
}

#[test]
fn a_passing_pointer_does_not_take_away_what_was_asked_for() {
    let point = |quote, is_click| Action::PointAt(QuoteId::new(quote), is_click);
    let claim = |actions| anchored(actions).passage.map(|passage| passage.claim);
    assert_eq!(claim(vec![point(0, true), point(1, false)]), Some(0));
    assert_eq!(claim(vec![Action::ShowQuote(QuoteId::new(2)), point(1, false)]), Some(2));
    assert_eq!(claim(vec![point(0, true), Action::PointAway]), Some(0));
    assert_eq!(claim(vec![point(0, true), point(1, true)]), Some(1));
    assert_eq!(claim(vec![point(0, false), Action::PointAway]), None);
    assert_eq!(claim(vec![point(0, true), Action::ClosePassage]), None);
    assert_eq!(
        open(&anchored(vec![point(0, true), point(1, false)])),
        ["a"],
        "a click opens, the pointer does not"
    );
}
