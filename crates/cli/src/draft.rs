//! `summary-card draft`: proposals, a prompt for a language model, a card of its answer.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use article::Article;
use card::{Attribution, BYTE_ORDER_MARK, Levels, Problem, Rule, check_text};
use draft::{Suggestions, Why, answer, prompt, suggest};
use quote::{ArticleText, Index, one_line};

use super::render::tell;
use super::report::Report;
use super::{DraftArgs, check, print};

/// Runs the command.
pub fn run(args: &DraftArgs) -> ExitCode {
    let article = match read(&args.article, args.output.as_deref()) {
        Ok(article) => article,
        Err(report) => return refuse(report),
    };
    if args.prompt {
        let prompt = prompt(article.as_str(), Some(&args.lang));
        return print(|out| out.write_all(prompt.as_bytes()));
    }
    if let Some(file) = &args.answer {
        return of_answer(file, args.output.as_ref(), &article, &args.lang);
    }
    let found = suggest(article.as_str(), Some(&args.lang));
    print(|out| proposals(article.as_str(), &found, out))
}

/// The article's text as `check --article` reads it for this card.
fn read(file: &Path, card: Option<&Path>) -> Result<ArticleText, Report> {
    let article = Article::read(file).map_err(|message| unreadable(file, message))?;
    let name = card.and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let text = article.text(&name);
    if draft::sentences(text.as_str()).is_empty() {
        return Err(unreadable(file, String::from("there is no sentence in the article")));
    }
    Ok(text)
}

fn unreadable(file: &Path, message: String) -> Report {
    Report::without_text(file, Problem::new(Rule::Unreadable, "", message, ""))
}

fn refuse(report: Report) -> ExitCode {
    let reports = [report];
    tell(&reports);
    check::exit_code(&reports)
}

/// Makes the card of an answer, writes it, and says what was left out and what `check` finds in it.
fn of_answer(file: &Path, output: Option<&PathBuf>, article: &ArticleText, language: &str) -> ExitCode {
    let mut text = match check::read(file) {
        Ok(text) => text,
        Err(problem) => return refuse(Report::without_text(file, problem)),
    };
    if text.starts_with(BYTE_ORDER_MARK) {
        text.remove(0);
    }
    let index = Index::of(article);
    let made = answer(&text, &index, Some(language));
    let mut reports =
        vec![Report { name: file.display().to_string(), text, problems: made.problems, fixed: 0 }];
    let Some(card) = made.card else {
        tell(&reports);
        return check::exit_code(&reports);
    };
    let json = match serde_json::to_string_pretty(&card) {
        Ok(json) => json + "\n",
        Err(error) => return refuse(unreadable(file, format!("the card cannot be written: {error}"))),
    };
    let problems = check_text(&json, &Levels::default(), Some(&index));
    let name = output.map_or_else(|| String::from("the card"), |file| file.display().to_string());
    let written = match output {
        Some(file) => match std::fs::write(file, &json) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => return refuse(unreadable(file, format!("the file cannot be written: {error}"))),
        },
        None => print(|out| out.write_all(json.as_bytes())),
    };
    reports.push(Report { name, text: json, problems, fixed: 0 });
    tell(&reports);
    if written == ExitCode::SUCCESS { check::exit_code(&reports) } else { written }
}

/// Writes proposals for a person to read. They are no card, since who says what is only a guess.
fn proposals(article: &str, found: &Suggestions, out: &mut dyn Write) -> std::io::Result<()> {
    let (all, claims) = (found.sentences.len(), found.claims.len());
    writeln!(out, "{claims} of {all} sentences could be claims. These are guesses: check who says what.")?;
    for claim in &found.claims {
        let words = one_line(&article[claim.range.clone()]);
        let speaker = match (claim.speaker, claim.attribution) {
            (Some(id), _) => found.actors[id].name.as_str(),
            (None, Some(_)) => "somebody",
            (None, None) => "the article",
        };
        let how = if claim.attribution == Some(Attribution::Direct) { ", in quotation marks" } else { "" };
        writeln!(out, "\n[{}] {words}\n    {speaker}{how}: {}", claim.sentence + 1, reasons(&claim.why))?;
        let kept = [claim.hedges.as_slice(), claim.negations.as_slice()].concat();
        if !kept.is_empty() {
            writeln!(out, "    keep: {}", kept.join(", "))?;
        }
    }
    if !found.actors.is_empty() {
        writeln!(out, "\nPeople, groups and bodies:")?;
    }
    for actor in &found.actors {
        let description = actor.description.as_ref().map(|text| format!(", {text}")).unwrap_or_default();
        writeln!(out, "- {}{description}", actor.name)?;
    }
    Ok(())
}

fn reasons(why: &[Why]) -> String {
    let words = why.iter().map(|why| match why {
        Why::Says(verb) => verb.clone(),
        Why::According => String::from("named as the source"),
        Why::Quotation => String::from("quoted"),
        Why::Hedge(word) => format!("hedged ({word})"),
        Why::Number(number) => format!("an amount ({number})"),
        Why::Future => String::from("what will be"),
        Why::Rule => String::from("a rule"),
    });
    words.collect::<Vec<_>>().join("; ")
}
