//! The one kind of string that becomes an `href`, for card files and comments alike.

use quote::is_invisible;

use super::limits::MAX_URL;

/// An absolute `http` or `https` address that may stand in a link.
///
/// The policy, for whoever wrote the address:
/// - `http://` or `https://`, in any case, and a host: never `javascript:`, `data:` or a path on the page's own site;
/// - no user name or password before the host: `https://bank.example@evil.example` leads to the second;
/// - of ASCII, the host and its port hold letters, digits, `.`, `-`, `_`, `:`, `[` and `]` alone; other letters may be
///   in it as they are, and the browser shows what they stand for;
/// - no white space, control or invisible characters, no `\`, `"`, `<`, `>`: what is read is where it leads, and it can
///   be taken out of a text again;
/// - at most [`MAX_URL`] characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebUrl(String);

impl WebUrl {
    /// The address, where the text is one that may stand in a link. It is kept as it is written.
    pub fn parse(text: &str) -> Option<Self> {
        let authority = authority(text)?;
        let in_host = |c: char| {
            !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']')
        };
        let forbidden = |c: char| {
            c.is_whitespace() || c.is_control() || is_invisible(c) || matches!(c, '\\' | '"' | '<' | '>')
        };
        let fine = authority.chars().next().is_some_and(|c| !c.is_ascii_punctuation() || c == '[')
            && authority.chars().all(in_host)
            && !text.chars().any(forbidden)
            && text.chars().count() <= MAX_URL;
        fine.then(|| Self(text.to_owned()))
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host in lower case, without its port: `news.example`, `[2001:db8::1]`.
    pub fn host(&self) -> String {
        let authority = authority(&self.0).unwrap_or_default();
        let end = match authority.find(']') {
            Some(bracket) => bracket + 1,
            None => authority.find(':').unwrap_or(authority.len()),
        };
        authority[..end].to_ascii_lowercase()
    }

    /// The same page, at another fragment: what comes after `#`, percent-encoded already. Whatever it is, it cannot
    /// lead to another page.
    #[must_use]
    pub fn with_fragment(&self, fragment: &str) -> Self {
        let page = self.0.split('#').next().unwrap_or_default();
        Self([page, "#", fragment].concat())
    }
}

impl From<WebUrl> for String {
    fn from(url: WebUrl) -> Self {
        url.0
    }
}

/// What stands between `http://` or `https://` and the path: the host with its port.
fn authority(text: &str) -> Option<&str> {
    let after = |scheme: &str| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    };
    let rest = after("https://").or_else(|| after("http://"))?;
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#'));
    Some(&rest[..end.unwrap_or(rest.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: [&str; 10] = [
        "http://a.example",
        "https://a.example/ñ?q=1#x@y",
        "HTTPS://A.example",
        "https://a.example:8080/",
        "https://localhost/a_b-c~d!$&'()*+,;=:@%20",
        "https://[2001:db8::1]:443/",
        "https://ñandú.example/",
        "https://हिन्दी.example/",
        "https://a.example?x",
        "https://a_b.example#",
    ];

    const BAD: [&str; 34] = [
        "",
        "a.example",
        "/a",
        "//a.example",
        "http:a.example",
        "https:/a.example",
        "javascript:alert(1)",
        "javascript://a.example/%0aalert(1)",
        "java\nscript://a.example/",
        "data:text/html,x",
        "ftp://a.example",
        "httpss://a.example",
        " https://a.example",
        "https://a.example\n",
        "https://",
        "https:///x",
        "https://?x",
        "https://:80/",
        "https://.a.example/",
        "https://u@a.example/",
        "https://u:p@a.example/",
        "https://a.example@b.example",
        "https://@a.example/",
        "https://a%40b.example/",
        "https://a.example/a b",
        "https:\\\\a.example",
        "https://a.example\\@b.example",
        "https://a.example/\u{7}",
        "https://a.example/\u{a0}",
        "https://a.example/\u{200b}",
        "https://a.example/\u{202e}moc",
        "https://a\u{ad}.example/",
        "https://a.example/\"onclick=\"alert(1)",
        "https://a.example/<b>",
    ];

    #[test]
    fn what_may_be_followed_is_kept_as_it_is() {
        for good in GOOD {
            assert_eq!(WebUrl::parse(good).expect(good).as_str(), good);
        }
    }

    #[test]
    fn nothing_else_may() {
        for bad in BAD {
            assert_eq!(WebUrl::parse(bad), None, "{bad:?}");
        }
        let long =
            |length: usize| "https://a.example/".chars().chain(['ñ'; 3000]).take(length).collect::<String>();
        assert!(WebUrl::parse(&long(MAX_URL)).is_some());
        assert_eq!(WebUrl::parse(&long(MAX_URL + 1)), None);
    }

    #[test]
    fn the_host_is_in_lower_case_and_without_its_port() {
        for (url, host) in [
            ("https://News.Example:8080/a:b", "news.example"),
            ("http://a.example?x", "a.example"),
            ("https://[2001:DB8::1]:443", "[2001:db8::1]"),
            ("https://[2001:db8::1]", "[2001:db8::1]"),
        ] {
            assert_eq!(WebUrl::parse(url).unwrap().host(), host);
        }
    }

    #[test]
    fn a_fragment_takes_the_place_of_another() {
        let at = |url: &str| WebUrl::parse(url).unwrap().with_fragment(":~:text=a").as_str().to_owned();
        assert_eq!(at("https://a.example/x#y"), "https://a.example/x#:~:text=a");
        assert_eq!(at("https://a.example/x"), "https://a.example/x#:~:text=a");
    }
}
