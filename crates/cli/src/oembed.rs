//! `summary-card oembed`: what a page that knows an article's address alone has to know to show the card in a frame, as
//! <https://oembed.com> has it. A file on the article's own server is enough: its answer is always the same.

use std::process::ExitCode;

use card::{BYTE_ORDER_MARK, Card, Level, Levels, check_text};
use serde::Serialize;
use summary_card_render::write_text;
use url::Url;

use super::render::tell;
use super::report::Report;
use super::{OembedArgs, check, print};

/// What `frame.html` takes over from its address, besides `src`.
const ATTRIBUTES: [&str; 6] = ["comments", "headline", "lang", "loading", "sections", "theme"];

/// How wide the frame is where nobody asks for less, in pixels.
const WIDTH: u32 = 600;

/// How high it is until the page gives it the height of what is in it: room for most cards as they open.
const HEIGHT: u32 = 640;

/// The document, in the standard's names.
#[derive(Serialize)]
struct Document {
    version: &'static str,
    r#type: &'static str,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    author_name: String,
    provider_name: String,
    provider_url: String,
    html: String,
    width: u32,
    height: u32,
}

/// Runs the command.
pub fn run(args: &OembedArgs) -> ExitCode {
    let frame = match frame(args) {
        Ok(frame) => frame,
        Err(why) => {
            eprintln!("error: {why}");
            return ExitCode::from(2);
        }
    };
    match read(args) {
        Ok(card) => {
            let document = document(&card, &frame, args.max_width);
            let text = serde_json::to_string_pretty(&document).expect("texts and numbers are JSON");
            print(|out| writeln!(out, "{text}"))
        }
        Err(report) => {
            let reports = [report];
            tell(&reports);
            check::exit_code(&reports)
        }
    }
}

/// The card, or why there is none.
fn read(args: &OembedArgs) -> Result<Card, Report> {
    let mut text = check::read(&args.file).map_err(|problem| Report::without_text(&args.file, problem))?;
    if text.starts_with(BYTE_ORDER_MARK) {
        text.remove(0);
    }
    card::parse(&text).map_err(|_| {
        let mut problems = check_text(&text, &Levels::default(), None);
        // Only why there is no card, not what could be better in one.
        problems.retain(|located| located.problem.level == Level::Deny);
        Report { name: args.file.display().to_string(), text, problems, fixed: 0 }
    })
}

/// The frame's whole address, or why the card cannot be shown in it.
fn frame(args: &OembedArgs) -> Result<Url, String> {
    let folder = if args.base.ends_with('/') { args.base.clone() } else { [&args.base, "/"].concat() };
    let mut frame = Url::parse(&folder)
        .and_then(|folder| folder.join("frame.html"))
        .ok()
        .filter(|frame| matches!(frame.scheme(), "http" | "https"))
        .ok_or_else(|| format!("--base is no http or https address: {}", args.base))?;
    let card =
        frame.join(&args.card_url).map_err(|_| format!("--card-url is no address: {}", args.card_url))?;
    // Who answers for an article's address vouches for what is shown there.
    if card.origin() != frame.origin() {
        let [card, frame] = [&card, &frame].map(|url| url.origin().ascii_serialization());
        return Err(format!(
            "the card is on {card} and the frame on {frame}: a site answers for its own cards alone"
        ));
    }
    let path = match card.query() {
        Some(query) => [card.path(), "?", query].concat(),
        None => card.path().to_owned(),
    };
    let mut query = frame.query_pairs_mut();
    query.append_pair("src", &path);
    for (name, value) in &args.attribute {
        if !ATTRIBUTES.contains(&&**name) {
            return Err(format!("frame.html takes no attribute `{name}`, but {}", ATTRIBUTES.join(", ")));
        }
        query.append_pair(name, value);
    }
    drop(query);
    Ok(frame)
}

fn document(card: &Card, frame: &Url, max_width: Option<u32>) -> Document {
    let width = max_width.map_or(WIDTH, |most| most.min(WIDTH));
    let publisher = card.publisher.as_ref();
    let site = frame.origin().ascii_serialization();
    Document {
        version: "1.0",
        r#type: "rich",
        title: card.headline.clone(),
        author_name: card.author.join(", "),
        provider_name: publisher
            .map_or_else(|| frame.host_str().unwrap_or_default().to_owned(), |each| each.name.clone()),
        provider_url: publisher.and_then(|each| each.url.clone()).unwrap_or(site),
        html: html(&card.headline, frame, width),
        width,
        height: HEIGHT,
    }
}

/// The element. In a page with a policy against style attributes it has a border, and else does its work.
fn html(title: &str, frame: &Url, width: u32) -> String {
    let mut out = String::from("<iframe src=\"");
    write_text(frame.as_str(), &mut out);
    out.push_str("\" title=\"");
    write_text(title, &mut out);
    out.extend(["\" width=\"", &width.to_string(), "\" height=\"", &HEIGHT.to_string(), "\""]);
    out.push_str(
        " loading=\"lazy\" allow=\"clipboard-write; web-share\" style=\"border:0;max-width:100%\"></iframe>",
    );
    out
}
