//! What `summary-card check --explain RULE` says, and the README's table of rules.

use super::Rule;

/// What there is to say about a rule.
pub struct Explanation {
    /// The rule in one line, without a full stop.
    pub summary: &'static str,
    /// Why there is such a rule, and what exactly it looks at.
    pub why: &'static str,
    /// An example that breaks the rule; empty where no short one would help.
    pub bad: &'static str,
    /// The same, put right.
    pub good: &'static str,
}

impl Rule {
    /// The rule's documentation.
    pub const fn explanation(self) -> Explanation {
        let (summary, why, bad, good) = match self {
            Self::Unreadable => (
                "The file could not be read",
                "There is no such file, it is a folder, or this user may not read it. The other files are still checked.",
                "",
                "",
            ),
            Self::NotJson => (
                "The file is not JSON",
                "A card file is JSON as in RFC 8259, in UTF-8: no comments, no comma after the last item, double quotes only. After the first mistake of this kind nothing else in the file can be read.",
                r#"{ "version": 1, }"#,
                r#"{ "version": 1 }"#,
            ),
            Self::TooLarge => (
                "The file is larger than a card file may be",
                "A card describes one article. A file of more than 512 KiB is not read at all, neither here nor in the browser.",
                "",
                "",
            ),
            Self::TooDeep => (
                "Lists and objects stand within each other deeper than they may",
                "A card needs nine levels. What is deeper stands in a field that the format does not know; many readers of JSON, the widget among them, refuse the whole file beyond 127 levels.",
                "",
                "",
            ),
            Self::LoneSurrogate => (
                "An escape stands for half of a character",
                "A character beyond U+FFFF is written as itself, or as two escapes, one right after the other. Where one is missing, mostly because a program has cut the text there, a browser shows U+FFFD, a question mark in a lozenge, and other readers of JSON refuse the whole file.",
                r#""name": "Ana \ud83d""#,
                r#""name": "Ana \ud83d\ude00""#,
            ),
            Self::WrongVersion => (
                "The file is of another version of the format",
                "This program reads version 1. A file of another version may mean other things by the same names, so nothing else in it is checked.",
                r#""version": 2"#,
                r#""version": 1"#,
            ),
            Self::WrongShape => (
                "A required field is missing, or a value is of another type",
                "The widget cannot read such a card and shows its fallback instead. `summary-card schema` prints the schema, which most editors can use while one types.",
                r#""abstract": "One point.""#,
                r#""abstract": ["One point."]"#,
            ),
            Self::DuplicateKey => (
                "A field stands twice in one object",
                "A browser takes the last one and forgets the others without a word.",
                r#"{ "id": "tax", "text": "One.", "text": "Two." }"#,
                r#"{ "id": "tax", "text": "Two." }"#,
            ),
            Self::Empty => (
                "A text is blank where something must be read",
                "A blank headline, name, claim or quote would show as a gap in the card.",
                r#""headline": " ""#,
                r#""headline": "Council votes on the bridge""#,
            ),
            Self::TooLong => (
                "A text is longer than it may be",
                "Lengths are counted in characters (Unicode code points). See the table of limits in the README.",
                r#""prefix": "(more than 32 characters)""#,
                r#""prefix": "said on Monday that ""#,
            ),
            Self::TooMany => {
                ("A list has more entries than it may have", "See the table of limits in the README.", "", "")
            }
            Self::BadId => (
                "An id has characters that cannot stand in a link",
                "An id is 1 to 64 of the letters a to z and A to Z, digits, `-` and `_`.",
                r#""id": "tax rise""#,
                r#""id": "tax-rise""#,
            ),
            Self::BadDate => (
                "A date is not an ISO 8601 date",
                "A date is `2025-08-14`, or with a time and its offset from UTC `2025-08-14T09:30:00Z`.",
                r#""datePublished": "14/08/2025""#,
                r#""datePublished": "2025-08-14""#,
            ),
            Self::BadUrl => (
                "An address is not an absolute http or https address",
                "Other schemes can run code in the reader's page or lead out of the web. A user name before the host (`https://name@host`) hides where a link goes and is refused too.",
                r#""url": "javascript:alert(1)""#,
                r#""url": "https://news.example/story""#,
            ),
            Self::BadLanguage => (
                "A language is not a BCP 47 tag",
                "Browsers choose words, dates and numbers by this tag.",
                r#""inLanguage": "English""#,
                r#""inLanguage": "en""#,
            ),
            Self::DuplicateId => (
                "Two things of one kind have one id",
                "A stance or a link to that id could mean either.",
                r#""claims": [{ "id": "tax", ... }, { "id": "tax", ... }]"#,
                r#""claims": [{ "id": "tax-rise", ... }, { "id": "tax-date", ... }]"#,
            ),
            Self::UnknownId => (
                "An id refers to nothing in this card",
                "Claims and stances name their actors by id, stances and comments their claims, replies their comment.",
                r#""stances": [{ "actor": "mayr", ... }]"#,
                r#""stances": [{ "actor": "mayor", ... }]"#,
            ),
            Self::MisplacedParts => (
                "Factions without a divided stance, or the other way round",
                "`parts` goes with the label `mixed` and only with it: at least two factions, each `favor`, `against` or `none`.",
                r#""label": "mixed""#,
                r#""label": "mixed", "parts": [{ "name": "Some experts", "label": "favor", ... }, { "name": "Others", "label": "against", ... }]"#,
            ),
            Self::DuplicateStance => (
                "One actor has two stances toward one claim",
                "Each cell of the table of stances holds one. Where an actor is divided, say `mixed` and give the factions as `parts`.",
                "",
                "",
            ),
            Self::CommentCycle => (
                "A comment answers itself, straight or by way of others",
                "Such a thread has no beginning and could not be shown.",
                r#"{ "id": "c1", "parentItem": "c1", ... }"#,
                r#"{ "id": "c2", "parentItem": "c1", ... }"#,
            ),
            Self::ReviewWithoutReviewer => (
                "A review does not say who reviewed",
                "A conclusion is only worth as much as who stands behind it. Name the organisation or person that published the fact check.",
                r#""review": { "author": { "name": "" }, ... }"#,
                r#""review": { "author": { "name": "Example Fact Check" }, ... }"#,
            ),
            Self::PointWithoutClaim => (
                "A point of the summary names no claim that it rests on",
                "The summary is what most readers read, and all they read. Behind each point stand links to the claims that it sums up, and to their sentences in the article. A card without claims is not looked at.",
                r#""abstract": ["The bridge may cost 2 million."], "claims": [{ "id": "cost", … }]"#,
                r#""abstract": [{ "text": "The bridge may cost 2 million.", "claims": ["cost"] }], "claims": [{ "id": "cost", … }]"#,
            ),
            Self::StanceWithoutQuote => (
                "A stance has no quote that shows it",
                "Nobody should be given a position that a reader cannot check in the article. A quote of the stance itself or of one of its reasons will do; each faction of a divided actor needs its own. The label `none` needs no quote.",
                r#"{ "actor": "mayor", "target": "bridge", "label": "favor" }"#,
                r#"{ "actor": "mayor", "target": "bridge", "label": "favor", "evidence": [{ "exact": "the mayor welcomed the bridge" }] }"#,
            ),
            Self::ClaimWithoutQuote => (
                "A claim has no quote that shows it is in the article",
                "A reader can open a claim to the sentence it rests on, if there is one.",
                r#"{ "id": "cost", "text": "The bridge may cost 2 million." }"#,
                r#"{ "id": "cost", "text": "The bridge may cost 2 million.", "evidence": [{ "exact": "could cost 2 million" }] }"#,
            ),
            Self::ClaimWithoutStatus => (
                "A claim does not say what the article shows for it",
                "Once some claims are marked as disputed, those without a mark look truer than they are. Say `reported`, `attributed`, `disputed` or `unreviewed` for each.",
                r#"{ "id": "cost", "text": "..." }"#,
                r#"{ "id": "cost", "text": "...", "status": "attributed" }"#,
            ),
            Self::LostHedge => (
                "The quote is hedged or negated, and the claim or the point is not",
                r#""Could reshape" must not become "reshapes". A claim is held to its quotes, a point of the summary to those of all the claims that it names. The words looked for are lists in English and Spanish, chosen by `inLanguage`; cards in other languages are not looked at. For a negation, a verb such as "opposes", "denies" or "rejects" will do."#,
                r#""text": "The order changes trade.", "evidence": [{ "exact": "the order could change trade" }]"#,
                r#""text": "The order could change trade.", "evidence": [{ "exact": "the order could change trade" }]"#,
            ),
            Self::NumberNotInQuotes => (
                "A number in a claim or a point is in none of its quotes",
                "Figures are what is most easily mistyped. A claim is held to its quotes, a point of the summary to those of all the claims that it names. `1,200`, `1.200` and `1200` count as the same, and so do the words from two to twelve in English and Spanish.",
                r#""text": "It costs 3 million.", "evidence": [{ "exact": "a cost of 2 million" }]"#,
                r#""text": "It costs 2 million.", "evidence": [{ "exact": "a cost of 2 million" }]"#,
            ),
            Self::UnusedActor => (
                "An actor makes no claim and takes no stance",
                "The card would list somebody of whom it says nothing; often the id is misspelled elsewhere.",
                "",
                "",
            ),
            Self::UnknownField => (
                "A field has a name that the format does not know",
                "The widget ignores it. Most often it is a spelling mistake, and what was meant is lost.",
                r#""headlin": "Council votes""#,
                r#""headline": "Council votes""#,
            ),
            Self::QuoteNotFound => (
                "A quote is not in the article (with --article)",
                "The card would tell its readers that the sentence is not found. The nearest passage and the difference are shown, if there is one that comes near.",
                "",
                "",
            ),
            Self::QuoteInexact => (
                "A quote is nearly in the article, but not word for word (with --article)",
                "The card finds it, and shows its readers the difference. A quote should be verbatim.",
                r#""exact": "the mayor welcomes the bridge""#,
                r#""exact": "the mayor welcomed the bridge""#,
            ),
            Self::AmbiguousQuote => (
                "A quote could be at several places in the article (with --article)",
                "The card cannot tell which is meant, and tells its readers that the sentence is not found. Give the words before it as `prefix` or those after it as `suffix`.",
                r#""exact": "the bridge""#,
                r#""prefix": "residents want ", "exact": "the bridge", "suffix": " to stay""#,
            ),
        };
        Explanation { summary, why, bad, good }
    }
}
