//! Every quote of a card in one order, and the identity that this order gives it.
//!
//! The order is that of the file as the types have it: the claims' evidence first; then, stance by stance, that of its
//! reasons, its own, and its factions' in the same way. All that goes over a card's quotes goes over them here.

use std::fmt;
use std::ops::ControlFlow;

use super::{Card, Quote, Reason, Stance};

/// The identity of a quote within its card: its place in [`Card::quotes`], counted from 0.
///
/// Two equal quotes in two places have two ids. Another card file has ids of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteId(u32);

impl QuoteId {
    /// The id of the quote at a place of the walk, counted from 0.
    pub const fn new(index: usize) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a card file holds far fewer quotes than 2^32")]
        Self(index as u32)
    }

    /// The place of the quote in a list that has one entry for each quote of the card.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Where in a card an `evidence` list stands. Written out it is `stances[0].parts[1].reasons[2].evidence`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidencePath {
    /// The evidence of the claim with this index.
    Claim(usize),
    /// The evidence of a stance, of a faction of it, or of a reason of either.
    Stance {
        /// The index of the stance in the card.
        stance: usize,
        /// The index of the faction in the stance; `None` for the stance itself.
        part: Option<usize>,
        /// The index of the reason in the stance or the faction; `None` for their own evidence.
        reason: Option<usize>,
    },
}

impl fmt::Display for EvidencePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Claim(claim) => write!(f, "claims[{claim}]")?,
            Self::Stance { stance, part, reason } => {
                write!(f, "stances[{stance}]")?;
                if let Some(part) = part {
                    write!(f, ".parts[{part}]")?;
                }
                if let Some(reason) = reason {
                    write!(f, ".reasons[{reason}]")?;
                }
            }
        }
        f.write_str(".evidence")
    }
}

/// One `evidence` list of a card, with the ids of its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// Where it stands.
    pub path: EvidencePath,
    /// The id of the claim that it belongs to; for a stance, of the claim that the stance is about.
    pub claim: &'a str,
    quotes: &'a [Quote],
    first: usize,
}

impl<'a> Evidence<'a> {
    /// The quotes of the list.
    pub fn quotes(self) -> &'a [Quote] {
        self.quotes
    }

    /// The quotes of the list, each with its id.
    pub fn iter(self) -> impl Iterator<Item = (QuoteId, &'a Quote)> {
        self.quotes.iter().enumerate().map(move |(at, quote)| (QuoteId::new(self.first + at), quote))
    }
}

/// One quote of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteEntry<'a> {
    /// Its identity.
    pub id: QuoteId,
    /// The id of the claim that it belongs to.
    pub claim: &'a str,
    /// The quote itself.
    pub quote: &'a Quote,
    list: EvidencePath,
    index: usize,
}

impl QuoteEntry<'_> {
    /// Where in the card file it stands: `stances[0].parts[1].evidence[0]`.
    pub fn path(&self) -> String {
        [&self.list.to_string(), "[", &self.index.to_string(), "]"].concat()
    }
}

impl Card {
    /// Every quote of the card; the one with the [`QuoteId`] n stands at n.
    pub fn quotes(&self) -> Vec<QuoteEntry<'_>> {
        let mut all = Vec::new();
        let _ = self.each_evidence(&mut |list| {
            for (index, (id, quote)) in list.iter().enumerate() {
                all.push(QuoteEntry { id, claim: list.claim, quote, list: list.path, index });
            }
            ControlFlow::Continue(())
        });
        all
    }

    /// The quote with an id; `None` where the card has fewer quotes.
    pub fn quote(&self, id: QuoteId) -> Option<QuoteEntry<'_>> {
        let mut found = None;
        let _ = self.each_evidence(&mut |list| {
            let index = id.index() - list.first;
            let Some(quote) = list.quotes.get(index) else { return ControlFlow::Continue(()) };
            found = Some(QuoteEntry { id, claim: list.claim, quote, list: list.path, index });
            ControlFlow::Break(())
        });
        found
    }

    /// The evidence at a place of the card, for whoever shows it: each quote with its id. `None` where the card
    /// has no such claim, stance, faction or reason.
    pub fn evidence(&self, path: EvidencePath) -> Option<Evidence<'_>> {
        let mut found = None;
        let _ = self.each_evidence(&mut |list| {
            if list.path == path {
                found = Some(list);
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        found
    }

    /// The one walk over the evidence of a card.
    fn each_evidence<'a>(&'a self, see: &mut dyn FnMut(Evidence<'a>) -> ControlFlow<()>) -> ControlFlow<()> {
        let mut first = 0;
        let mut list = |path, claim, quotes: &'a [Quote]| {
            let list = Evidence { path, claim, quotes, first };
            first += quotes.len();
            see(list)
        };
        for (claim, each) in self.claims.iter().enumerate() {
            list(EvidencePath::Claim(claim), &*each.id, &each.evidence)?;
        }
        for (stance, each) in self.stances.iter().enumerate() {
            each.each_evidence(&mut |part, reason, quotes| {
                list(EvidencePath::Stance { stance, part, reason }, &each.target, quotes)
            })?;
        }
        ControlFlow::Continue(())
    }
}

impl Stance {
    /// Every quote that shows the stance, or a reason or a faction of it.
    pub fn quotes(&self) -> Vec<&Quote> {
        let mut all = Vec::new();
        let _ = self.each_evidence(&mut |_, _, quotes| {
            all.extend(quotes);
            ControlFlow::Continue(())
        });
        all
    }

    /// Calls `see` with the faction, the reason and the quotes of each list.
    fn each_evidence<'a>(
        &'a self,
        see: &mut dyn FnMut(Option<usize>, Option<usize>, &'a [Quote]) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut position = |part, reasons: &'a [Reason], evidence: &'a [Quote]| {
            for (reason, each) in reasons.iter().enumerate() {
                see(part, Some(reason), &each.evidence)?;
            }
            see(part, None, evidence)
        };
        position(None, &self.reasons, &self.evidence)?;
        for (part, each) in self.parts.iter().enumerate() {
            position(Some(part), &each.reasons, &each.evidence)?;
        }
        ControlFlow::Continue(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Claim, Part};

    fn quotes(texts: &[&str]) -> Vec<Quote> {
        texts.iter().map(|text| Quote { exact: (*text).into(), ..Quote::default() }).collect()
    }

    fn reason(texts: &[&str]) -> Reason {
        Reason { text: "Because.".into(), evidence: quotes(texts) }
    }

    fn card() -> Card {
        let claim = |id: &str, texts| Claim { id: id.into(), evidence: quotes(texts), ..Claim::default() };
        let part = Part { reasons: vec![reason(&["i"])], evidence: quotes(&["j"]), ..Part::default() };
        let divided = Stance {
            target: "two".into(),
            reasons: vec![reason(&["e"]), reason(&[]), reason(&["f", "g"])],
            evidence: quotes(&["h"]),
            parts: vec![Part::default(), part],
            ..Stance::default()
        };
        let plain = Stance { target: "one".into(), evidence: quotes(&["k"]), ..Stance::default() };
        Card {
            claims: vec![claim("one", &["a", "b"]), claim("none", &[]), claim("two", &["c", "a"])],
            stances: vec![divided, plain],
            ..Card::default()
        }
    }

    #[test]
    fn the_order_is_that_of_the_file() {
        let card = card();
        let all = card.quotes();
        let said: Vec<_> = all.iter().map(|each| (&*each.quote.exact, each.claim, each.path())).collect();
        let expected = [
            ("a", "one", "claims[0].evidence[0]"),
            ("b", "one", "claims[0].evidence[1]"),
            ("c", "two", "claims[2].evidence[0]"),
            ("a", "two", "claims[2].evidence[1]"),
            ("e", "two", "stances[0].reasons[0].evidence[0]"),
            ("f", "two", "stances[0].reasons[2].evidence[0]"),
            ("g", "two", "stances[0].reasons[2].evidence[1]"),
            ("h", "two", "stances[0].evidence[0]"),
            ("i", "two", "stances[0].parts[1].reasons[0].evidence[0]"),
            ("j", "two", "stances[0].parts[1].evidence[0]"),
            ("k", "one", "stances[1].evidence[0]"),
        ];
        assert_eq!(said, expected.map(|(quote, claim, path)| (quote, claim, path.to_owned())));
        for (index, each) in all.iter().enumerate() {
            assert_eq!(each.id, QuoteId::new(index));
            assert_eq!(each.id.index(), index);
            assert_eq!(card.quote(each.id).as_ref(), Some(each));
        }
        assert_eq!(card.quote(QuoteId::new(all.len())), None);
    }

    #[test]
    fn whoever_shows_a_list_finds_the_ids_of_the_walk() {
        let card = card();
        let mut shown = Vec::new();
        for claim in 0..card.claims.len() {
            shown.extend(card.evidence(EvidencePath::Claim(claim)).unwrap().iter());
        }
        for (stance, each) in card.stances.iter().enumerate() {
            let mut show = |part, reason| {
                let path = EvidencePath::Stance { stance, part, reason };
                shown.extend(card.evidence(path).unwrap().iter());
            };
            // Not the order of the walk: a view may show the evidence before the reasons.
            show(None, None);
            (0..each.reasons.len()).for_each(|reason| show(None, Some(reason)));
            for (part, each) in each.parts.iter().enumerate() {
                show(Some(part), None);
                (0..each.reasons.len()).for_each(|reason| show(Some(part), Some(reason)));
            }
        }
        shown.sort_by_key(|(id, _)| *id);
        let walked: Vec<_> = card.quotes().iter().map(|each| (each.id, each.quote)).collect();
        assert_eq!(shown, walked);
    }

    #[test]
    fn what_the_card_does_not_have_has_no_evidence() {
        let card = card();
        let of = |stance, part, reason| card.evidence(EvidencePath::Stance { stance, part, reason });
        assert_eq!(card.evidence(EvidencePath::Claim(3)), None);
        assert_eq!(of(2, None, None), None);
        assert_eq!(of(1, None, Some(0)), None);
        assert_eq!(of(0, Some(2), None), None);
        assert_eq!(of(0, Some(1), None).unwrap().claim, "two");
        assert_eq!(card.evidence(EvidencePath::Claim(1)).unwrap().quotes(), []);
    }

    #[test]
    fn a_stance_has_the_quotes_of_its_reasons_and_factions() {
        let said: Vec<_> = card().stances[0].quotes().iter().map(|quote| quote.exact.clone()).collect();
        assert_eq!(said, ["e", "f", "g", "h", "i", "j"]);
    }
}
