//! A claim or a stance as a citation: quote, speaker, headline, publisher, address.

use super::{Card, Stance};

impl Card {
    /// The citation of a claim: its first quote, or its text where it has none, and who says so.
    pub fn cite_claim(&self, id: &str, url: &str) -> Option<String> {
        let claim = self.claim(id)?;
        let names: Vec<_> = claim.author.iter().map(|author| self.actor_name(author)).collect();
        let said = claim.evidence.first().map_or(claim.text.as_str(), |quote| quote.exact.as_str());
        Some(self.cite(said, !claim.evidence.is_empty(), &names.join(", "), url))
    }

    /// The citation of a stance: the first quote that shows it, and whose it is.
    pub fn cite_stance(&self, stance: &Stance, url: &str) -> String {
        let first = stance.quotes().into_iter().next();
        let claim = self.claim(&stance.target).map_or("", |claim| &claim.text);
        let said = first.map_or(claim, |quote| &*quote.exact);
        self.cite(said, first.is_some(), self.actor_name(&stance.actor), url)
    }

    fn cite(&self, said: &str, quoted: bool, speaker: &str, url: &str) -> String {
        let mut out = String::new();
        let (open, close) = if quoted { ("“", "”") } else { ("", "") };
        for part in [open, said.trim(), close, " — "] {
            out.push_str(part);
        }
        if !speaker.is_empty() {
            out.push_str(speaker);
            out.push_str(", ");
        }
        for part in ["“", self.headline.trim(), "”"] {
            out.push_str(part);
        }
        let date = self.date_published.as_deref().and_then(|date| date.get(..10));
        for part in [self.publisher.as_ref().map(|publisher| publisher.name.as_str()), date, Some(url)] {
            if let Some(part) = part.filter(|part| !part.is_empty()) {
                out.push_str(", ");
                out.push_str(part);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use crate::{Actor, Card, Claim, Quote, Source, Stance};

    fn card() -> Card {
        let mayor = Actor { id: "mayor".into(), name: "Ana Ruiz".into(), ..Actor::default() };
        let quote = Quote { exact: "The park will open in May.".into(), ..Quote::default() };
        let claim = Claim { id: "c1".into(), text: "The park opens in May.".into(), ..Claim::default() };
        let said =
            Claim { id: "c2".into(), author: vec!["mayor".into()], evidence: vec![quote], ..claim.clone() };
        Card {
            headline: "A park at last".into(),
            publisher: Some(Source { name: "The Ledger".into(), url: None }),
            date_published: Some("2025-08-09T10:00:00Z".into()),
            actors: vec![mayor],
            claims: vec![claim, said],
            ..Card::default()
        }
    }

    #[test]
    fn a_citation_has_quote_speaker_headline_publisher_date_and_address() {
        assert_eq!(
            card().cite_claim("c2", "https://a.example/#x.c2").unwrap(),
            "“The park will open in May.” — Ana Ruiz, “A park at last”, The Ledger, 2025-08-09, https://a.example/#x.c2"
        );
    }

    #[test]
    fn without_a_quote_the_claim_is_not_in_quotation_marks() {
        assert_eq!(
            card().cite_claim("c1", "").unwrap(),
            "The park opens in May. — “A park at last”, The Ledger, 2025-08-09"
        );
        assert_eq!(card().cite_claim("nowhere", ""), None);
    }

    #[test]
    fn a_stance_without_a_quote_cites_its_claim() {
        let stance = Stance { actor: "mayor".into(), target: "c1".into(), ..Stance::default() };
        assert!(card().cite_stance(&stance, "u").starts_with("The park opens in May. — Ana Ruiz, "));
    }
}
