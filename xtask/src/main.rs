//! `cargo xtask`: everything a contributor or the CI runs, from one command each.
//!
//! Each command does its own set-up (see [`setup`]) and says what it does, why, and how long it took.

mod bench;
mod build;
mod run;
mod serve;
mod setup;
mod size;
mod test;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--open]  build for development, serve on 127.0.0.1, rebuild on change
  build                      release build in dist/, with the brotli size of each file
  test                       everything the CI runs: format, lints, native tests, tests in a browser,
                             release build, size gate, tests of dist/ in a real browser
  test NAME...               only those steps (fmt clippy native web build size browser)
  size                       release build, compared with tests/size.txt
  size --accept              release build, its sizes written to tests/size.txt
  bench                      cargo bench --package summary-card-quote
  shots                      pictures of every page of dist/ in target/screenshots/
  setup                      only look for the tools, and install what is missing
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.split_first() {
        Some((&"serve", rest)) => serve::serve(rest),
        Some((&"build", [])) => build::build_and_list(),
        Some((&"test", rest)) => test::test(rest),
        Some((&"size", [])) => size::build_and_compare(),
        Some((&"size", ["--accept"])) => size::build_and_accept(),
        Some((&"bench", rest)) => bench::bench(rest),
        Some((&"shots", [])) => test::shots(),
        Some((&"setup", [])) => setup::all(),
        Some((&"help" | &"-h" | &"--help", _)) => {
            print!("{HELP}");
            Ok(())
        }
        None => Err(format!("say which command:\n\n{HELP}")),
        Some(_) => Err(format!("`{}` is not a command:\n\n{HELP}", args.join(" "))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}
