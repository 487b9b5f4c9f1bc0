//! The deep link: `#CARD-ID.CLAIM-ID` opens a claim, `#CARD-ID?actor=ID&status=disputed&q=WORDS` chooses
//! what is shown; both can stand in one link.

use quote::percent_encode;

use super::{Card, Status, Vocabulary};

/// What stands in a link as it is, besides letters and digits: RFC 3986's unreserved characters.
const UNRESERVED: &[u8] = b"-_.~";

/// Which claims and stances the reader has chosen to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Only what this actor says and where they stand: an actor's id.
    pub actor: Option<String>,
    /// Only claims with this status.
    pub status: Option<Status>,
    /// Only claims in which these words occur, whatever their case.
    pub query: String,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a link to a card asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeepLink {
    /// The part after the card's id: the id of a claim, or of a comment as `comment-ID`.
    pub item: Option<String>,
    /// What is to be shown.
    pub filter: Filter,
}

impl DeepLink {
    /// Reads a URL's fragment, with or without its `#`; `None` where it is not about this card.
    /// What names an actor or a status that does not exist is left out.
    pub fn parse(fragment: &str, card: &Card) -> Option<Self> {
        // A text directive can follow: the browser takes it away, but not every one does.
        let fragment = fragment.trim_start_matches('#').split(":~:").next().unwrap_or_default();
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let rest = decode(path).strip_prefix(card.id.as_str())?.to_owned();
        let item = match rest.strip_prefix('.') {
            Some(item) if !item.is_empty() => Some(item.to_owned()),
            _ if rest.is_empty() => None,
            _ => return None,
        };
        let mut filter = Filter::default();
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = decode(value);
            match key {
                "actor" if card.actor(&value).is_some() => filter.actor = Some(value),
                "status" => filter.status = Status::from_word(&value),
                "q" => filter.query = value,
                _ => {}
            }
        }
        Some(Self { item, filter })
    }

    /// The fragment for this link, with its `#`.
    pub fn format(&self, card: &Card) -> String {
        let mut out = String::from("#");
        percent_encode(&mut out, &card.id, UNRESERVED);
        if let Some(item) = &self.item {
            out.push('.');
            percent_encode(&mut out, item, UNRESERVED);
        }
        let mut mark = '?';
        let mut put = |key: &str, value: &str| {
            out.push(mark);
            mark = '&';
            out.push_str(key);
            out.push('=');
            percent_encode(&mut out, value, UNRESERVED);
        };
        if let Some(actor) = &self.filter.actor {
            put("actor", actor);
        }
        if let Some(status) = self.filter.status {
            put("status", status.word());
        }
        if !self.filter.query.is_empty() {
            put("q", &self.filter.query);
        }
        out
    }
}

/// Undoes percent-encoding; what is malformed stays as it is.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |i: usize| bytes.get(i).and_then(|b| char::from(*b).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (bytes[at], hex(at + 1), hex(at + 2)) {
            out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Actor;

    fn card() -> Card {
        let actor = Actor { id: "mayor".into(), ..Actor::default() };
        Card { id: "river-park".into(), actors: vec![actor], ..Card::default() }
    }

    #[test]
    fn a_link_comes_back_as_it_was_made() {
        let filter = Filter {
            actor: Some("mayor".into()),
            status: Some(Status::Disputed),
            query: "río & 50 %".into(),
        };
        for link in [
            DeepLink::default(),
            DeepLink { item: Some("c1".into()), filter: Filter::default() },
            DeepLink { item: Some("c.1 ñ".into()), filter },
        ] {
            let text = link.format(&card());
            assert!(text.is_ascii(), "{text}");
            assert_eq!(DeepLink::parse(&text, &card()), Some(link), "{text}");
        }
    }

    #[test]
    fn another_cards_link_is_not_ours() {
        for other in ["", "#", "#top", "#river-parking", "#river-parking.c1", "#River-park"] {
            assert_eq!(DeepLink::parse(other, &card()), None, "{other}");
        }
    }

    #[test]
    fn what_does_not_exist_is_left_out() {
        let link = DeepLink::parse("#river-park?actor=nobody&status=true&q=%zz&x&=&", &card()).unwrap();
        assert_eq!(link.filter, Filter { query: "%zz".into(), ..Filter::default() });
    }

    #[test]
    fn a_text_directive_is_put_aside() {
        let link = DeepLink::parse("#river-park.c2:~:text=a%2Db,c", &card()).unwrap();
        assert_eq!(link.item.as_deref(), Some("c2"));
    }
}
