//! The command line: `summary-card check | render | oembed | draft | schema`. What the commands are called and what they take.

mod check;
mod draft;
mod explain;
mod human;
mod json;
mod oembed;
mod render;
mod report;

use std::io::{BufWriter, ErrorKind, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use card::formats::is_language;
use card::{Rule, nearest_name, schema};
use clap::{Parser, Subcommand, ValueEnum};

/// Work with summary cards for news articles.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check card files and print every problem
    ///
    /// Exit code: 0 when there is no error, 1 when there are errors, 2 when a file cannot be read or the
    /// command line is wrong.
    Check(CheckArgs),
    /// Print a card as HTML that reads, opens and prints without a script
    ///
    /// Exit code: 0 when it is printed, 1 when the card has errors, 2 when a file cannot be read or the command line
    /// is wrong. Problems go to standard error.
    Render(RenderArgs),
    /// Print the oEmbed document of a card: how another site shows it in a frame
    ///
    /// Put it on the server of the article, and name it in the article's head:
    /// <link rel="alternate" type="application/json+oembed" href="ADDRESS">.
    ///
    /// Exit code: 0 when it is printed, 1 when the card has errors, 2 when a file cannot be read or the command line
    /// is wrong. Problems go to standard error.
    Oembed(OembedArgs),
    /// Make a first draft of a card from an article: proposals, a prompt for a language model, a card of its answer
    ///
    /// Alone, it prints the sentences that could be claims, with who says so, for a person to choose from. Nothing is sent
    /// anywhere: you give the prompt to a model of your choice, and its answer to `--answer`.
    ///
    /// Exit code: 0 when all is well, 1 when something of the answer was left out or the card has errors, 2 when a
    /// file cannot be read or written or the command line is wrong. Problems go to standard error.
    Draft(DraftArgs),
    /// Print the JSON Schema of the card file
    Schema,
}

#[derive(clap::Args)]
struct CheckArgs {
    /// The card files
    #[arg(value_name = "CARD", required_unless_present_any = ["explain", "rules"])]
    files: Vec<PathBuf>,

    /// Look for every quote in this article: a page (.html) or plain text
    ///
    /// In a page, the article is where the card's attribute `article` points, else the `article` element
    /// around the card, else the first one, else `main`, else `body`.
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,

    /// Fill in the missing `prefix` and `suffix` of every quote that is found at one place
    ///
    /// The card files are changed; nothing else in them is.
    #[arg(long, requires = "article")]
    fix: bool,

    /// How to print the problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Print every problem for people, however many there are
    ///
    /// Without it, no more than 50 are printed of each file: the errors first.
    #[arg(long)]
    all: bool,

    /// Do not report what breaks this rule
    #[arg(long, value_name = "RULE", value_parser = settable)]
    allow: Vec<Rule>,

    /// Report what breaks this rule as a warning
    #[arg(long, value_name = "RULE", value_parser = settable)]
    warn: Vec<Rule>,

    /// Report what breaks this rule as an error
    #[arg(long, value_name = "RULE", value_parser = settable)]
    deny: Vec<Rule>,

    /// Explain a rule, with an example
    #[arg(long, value_name = "RULE", value_parser = rule, exclusive = true)]
    explain: Option<Rule>,

    /// List the rules
    #[arg(long, exclusive = true)]
    rules: bool,
}

#[derive(clap::Args)]
struct RenderArgs {
    /// The card file
    #[arg(value_name = "CARD")]
    file: PathBuf,

    /// Say of every quote whether it is in this article, a page (.html) or plain text, and link to it there
    ///
    /// In a page, the article is found as `check` finds it. A headline that the page has above the card is not
    /// repeated in sight, and the card's headings go one level below the last one above it.
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,

    /// The language of the interface; without it the card's own
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,

    /// Where embed.js and card.css lie; without it beside the page
    #[arg(long, value_name = "URL", default_value = "")]
    base: String,

    /// The address of the page, for the JSON-LD; without it the card's `url`
    #[arg(long, value_name = "URL")]
    page: Option<String>,

    /// An attribute of the element: sections="summary claims"
    ///
    /// With `src` the card's data is not put into the page.
    #[arg(long, value_name = "NAME=VALUE", value_parser = attribute)]
    attribute: Vec<(String, String)>,

    /// Put the style sheet into the HTML, so that nothing is seen without it for a moment
    #[arg(long)]
    inline_style: bool,

    /// Plain elements instead of a shadow root, for systems that take <template> away
    #[arg(long)]
    light: bool,

    /// Check the card first, and print nothing of it where there are errors
    #[arg(long)]
    check: bool,
}

#[derive(clap::Args)]
struct OembedArgs {
    /// The card file
    #[arg(value_name = "CARD")]
    file: PathBuf,

    /// Where frame.html lies: the address of its folder
    #[arg(long, value_name = "URL")]
    base: String,

    /// Where the card file lies, on the same server: its path, or its address
    #[arg(long, value_name = "URL")]
    card_url: String,

    /// The frame is no wider than this: a card needs 200, and without it the frame has 600
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(200..))]
    max_width: Option<u32>,

    /// An attribute of the element, as far as frame.html takes it: theme=dark
    #[arg(long, value_name = "NAME=VALUE", value_parser = attribute)]
    attribute: Vec<(String, String)>,
}

#[derive(clap::Args)]
struct DraftArgs {
    /// The article: a page (.html) or plain text
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,

    /// Print what to ask a language model: the numbered sentences, instructions, and the JSON Schema of the answer
    #[arg(long, conflicts_with = "answer")]
    prompt: bool,

    /// Make a card of the answer in this file; what the article does not prove is left out and named
    #[arg(long, value_name = "FILE")]
    answer: Option<PathBuf>,

    /// Write the card into this file; without it to standard output
    #[arg(long, value_name = "FILE", requires = "answer")]
    output: Option<PathBuf>,

    /// The language of the article
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    lang: String,
}

/// How problems are printed.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For people, with the line of the file
    #[default]
    Human,
    /// For tools: one JSON object
    Json,
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Render(args) => render::run(&args),
        Command::Oembed(args) => oembed::run(&args),
        Command::Draft(args) => draft::run(&args),
        Command::Schema => print(|out| out.write_all(schema::schema_text().as_bytes())),
    }
}

/// Prints to standard output. A reader that has gone away (`| head`) is no reason to complain.
fn print(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> ExitCode {
    let mut out = BufWriter::new(stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("error: cannot write to standard output: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn attribute(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if is_name {
        Ok((name.into(), value.into()))
    } else {
        Err(String::from("this is no name of an attribute"))
    }
}

fn language(tag: &str) -> Result<String, String> {
    if is_language(tag) {
        Ok(tag.into())
    } else {
        Err(String::from("this is no language tag, such as en or es-MX"))
    }
}

fn rule(name: &str) -> Result<Rule, String> {
    Rule::from_name(name).ok_or_else(|| match nearest_name(name, Rule::ALL.iter().map(|rule| rule.name())) {
        Some(near) => format!("there is no such rule; did you mean `{near}`?"),
        None => String::from("there is no such rule; `summary-card check --rules` lists them"),
    })
}

fn settable(name: &str) -> Result<Rule, String> {
    let rule = rule(name)?;
    if rule.is_settable() {
        Ok(rule)
    } else {
        Err(String::from(
            "this rule is part of the format: the widget relies on it, so its level cannot be set",
        ))
    }
}
