//! Made-up pages, as the browser's reading of an article gives their text. They are made to be mistaken: sentences
//! that differ in one word, tables of equal cells, boilerplate, scripts without spaces or capitals.

/// A small generator of numbers that look random (Knuth's constants).
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }

    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

pub const WORDS: &[&str] = &[
    "the",
    "a",
    "of",
    "in",
    "on",
    "and",
    "that",
    "for",
    "old",
    "new",
    "red",
    "blue",
    "house",
    "mouse",
    "council",
    "river",
    "bridge",
    "budget",
    "was",
    "is",
    "will",
    "be",
    "sold",
    "cut",
    "built",
    "closed",
    "opened",
    "by",
    "next",
    "last",
    "year",
    "month",
    "town",
    "city",
    "people",
    "prices",
    "rose",
    "fell",
    "quickly",
    "slowly",
    "said",
    "would",
    "after",
    "before",
    "long",
    "short",
    "talks",
    "winter",
    "summer",
    "farmers",
    "officials",
    "“soon”",
    "well-known",
    "café",
    "it’s",
];
pub const NAMES: &[&str] = &["Alder", "Birch", "Cedar", "Minister", "Hazel", "NATO", "Ávila"];
pub const NUMBERS: &[&str] = &["5", "6", "15", "2023", "2024", "1,000", "3.5", "two", "seven", "percent"];
pub const NEGATIONS: &[&str] = &["not", "no", "never", "don’t", "without"];
const BOILERPLATE: &[&str] = &[
    "Read more",
    "Share this article",
    "Advertisement",
    "Photo: Hazel Birch / Agency",
    "Sign up",
    "5 comments",
];
const CELLS: &[&str] = &["5 %", "12", "15", "yes", "no", "–", "n/a", "2024", "3.5", "0", "Alder", "5"];
const CJK: &[&str] = &[
    "東京",
    "都",
    "予算",
    "は",
    "来年",
    "五",
    "削減",
    "される",
    "と",
    "大臣",
    "が",
    "述べた",
    "市",
    "議会",
    "の",
    "新しい",
];
const RIGHT_TO_LEFT: &[&str] = &[
    "שלום",
    "עולם",
    "התקציב",
    "יקוצץ",
    "בשנה",
    "הבאה",
    "השר",
    "אמר",
    "الوزير",
    "قال",
    "الميزانية",
    "العام",
    "5",
];
const EMOJI: &[&str] = &["😀", "👍🏽", "👩\u{200D}🚀", "❤\u{FE0F}", "🇩🇪", "e\u{301}te\u{301}"];

/// A part of a page, as the browser has it.
enum Node {
    Text(String),
    Inline(Vec<Node>),
    Break,
    Block(Vec<Node>),
}

/// The text of a made-up page, with a line feed at each block's edge and `<br>`.
pub fn page(random: &mut Random) -> String {
    let mut sentences: Vec<String> = Vec::new();
    let blocks: Vec<Node> = (0..6 + random.below(14)).map(|_| block(random, &mut sentences)).collect();
    let mut text = String::new();
    read(&blocks, &mut text);
    text
}

/// Reads nodes as `Article::read` does.
fn read(nodes: &[Node], text: &mut String) {
    fn edge(text: &mut String) {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
    }
    for node in nodes {
        match node {
            Node::Text(own) => text.push_str(&own.replace('\n', " ")),
            Node::Inline(inner) => read(inner, text),
            Node::Break => edge(text),
            Node::Block(inner) => {
                edge(text);
                read(inner, text);
                edge(text);
            }
        }
    }
}

fn block(random: &mut Random, sentences: &mut Vec<String>) -> Node {
    match random.below(10) {
        // A table: rows of cells.
        0 | 1 => {
            let columns = 1 + random.below(4);
            let row = |random: &mut Random| {
                let cell = |random: &mut Random| Node::Block(vec![Node::Text(random.pick(CELLS).into())]);
                Node::Block((0..columns).map(|_| cell(random)).collect())
            };
            Node::Block((0..1 + random.below(6)).map(|_| row(random)).collect())
        }
        // A list of short items.
        2 => {
            let item = |random: &mut Random| {
                let words: Vec<&str> = (0..1 + random.below(3)).map(|_| word(random)).collect();
                Node::Block(vec![Node::Text("\n  ".into()), Node::Text(words.join(" "))])
            };
            Node::Block((0..2 + random.below(6)).map(|_| item(random)).collect())
        }
        3 => Node::Block(vec![Node::Text(random.pick(BOILERPLATE).into())]),
        // Lines with `<br>` between them.
        4 => {
            let mut lines = Vec::new();
            for _ in 0..2 + random.below(4) {
                lines.push(Node::Text(sentence(random, sentences)));
                lines.push(Node::Break);
            }
            Node::Block(lines)
        }
        // A paragraph.
        _ => {
            let mut text = String::new();
            for _ in 0..1 + random.below(5) {
                text.push_str(&sentence(random, sentences));
                text.push_str(if random.one_in(8) { "\n   " } else { " " });
            }
            Node::Block(vec![marked_up(random, &text)])
        }
    }
}

fn word(random: &mut Random) -> &'static str {
    let list = match random.below(20) {
        0 | 1 => NAMES,
        2 => NUMBERS,
        3 => NEGATIONS,
        _ => WORDS,
    };
    random.pick(list)
}

/// A sentence: a new one, one that was there before, or that one with one word changed.
fn sentence(random: &mut Random, sentences: &mut Vec<String>) -> String {
    if !sentences.is_empty() && random.one_in(3) {
        let old = sentences[random.below(sentences.len())].clone();
        if random.one_in(3) {
            return old;
        }
        let mut words: Vec<&str> = old.split(' ').collect();
        let at = random.below(words.len());
        words[at] = word(random);
        return words.join(" ");
    }
    let count = 3 + random.below(14);
    let mut sentence = match random.below(12) {
        0 => (0..count).map(|_| random.pick(CJK)).collect::<String>() + "。",
        1 => (0..count).map(|_| random.pick(RIGHT_TO_LEFT)).collect::<Vec<_>>().join(" ") + ".",
        _ => {
            (0..count).map(|_| word(random)).collect::<Vec<_>>().join(" ")
                + random.pick(&[".", ".", "?", ","])
        }
    };
    if random.one_in(10) {
        sentence.push_str(random.pick(EMOJI));
    }
    // A sentence begins with a capital.
    if let Some(first) = sentence.chars().next() {
        sentence.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    if random.one_in(10) {
        let middle = sentence.char_indices().nth(sentence.chars().count() / 2).map_or(0, |(at, _)| at);
        sentence.insert(middle, '\u{AD}');
    }
    sentences.push(sentence.clone());
    sentence
}

/// A text cut into pieces, also within words, some of which are in inline elements.
fn marked_up(random: &mut Random, text: &str) -> Node {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() < 8 || random.one_in(3) {
        return Node::Text(text.into());
    }
    let at = 1 + random.below(chars.len() - 1);
    let (head, tail) = chars.split_at(at);
    let (head, tail) = (head.iter().collect::<String>(), tail.iter().collect::<String>());
    let inner = marked_up(random, &head);
    Node::Inline(vec![Node::Inline(vec![inner]), marked_up(random, &tail)])
}
