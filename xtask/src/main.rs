//! `cargo xtask COMMAND`: everything a contributor or the CI does, from one command each.
//!
//! A **command** is what is said to `cargo xtask`, and has a module of its name. A **tool** is a program or a package
//! from elsewhere that a command needs: each command sees to its [`tools`] first. A **step** is one part of the
//! command `test`. A **process** is another program at work. Each says what it does, why, and how long it took.

mod bench;
mod build;
mod desk;
mod digest;
mod docs;
mod glue;
mod order;
mod package;
mod paths;
mod pieces;
mod process;
mod serve;
mod setup;
mod shots;
mod size;
mod test;
mod tools;
mod wasm;
mod wasm_opt;
mod wordpress;

use std::process::ExitCode;

/// What can fail returns this: nothing, or one sentence on what went wrong.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--open]  build for development, serve on 127.0.0.1, rebuild on change; the editor's
                             desk at /desk/
  build                      release build in dist/, with the brotli size of each file; the editor's
                             desk in dist/desk/, the documentation page in dist/docs/
  docs                       only the documentation page, beside the release build that is there
  test                       everything the CI runs: format, lints, native tests, tests in a browser,
                             release build, size gate, the packages in use, tests of dist/ in Chromium, Firefox and WebKit
  test STEP...               only those steps (fmt clippy native web build size package browser firefox webkit)
  size                       release build, compared with tests/size.txt
  size --accept              release build, its sizes written to tests/size.txt
  bench [--quick]            what a card costs in a browser, beside its peers; the figures in bench/results/
  bench quote                how long it takes to find quotes in a long article
  package [--no-build]       the npm package, a folder for a CDN and the crates, ready to be published
  wordpress [--no-build]     release build, and the plugin for WordPress with it, as
                             target/wordpress/summary-card.zip
  shots                      pictures of every page of dist/ in target/screenshots/
  setup                      only look for the tools, and install what is missing
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let ended = match args.split_first() {
        // Its last line says how it went, whichever way.
        Some((&"test", steps)) => match test::test(steps) {
            Ok(tally) => return tally.close(),
            Err(why) => Err(why),
        },
        Some((&"serve", rest)) => serve::serve(rest),
        Some((&"build", [])) => build::build(),
        Some((&"docs", [])) => docs::docs(),
        Some((&"size", [])) => size::size(),
        Some((&"size", ["--accept"])) => size::accept(),
        Some((&"bench", rest)) => bench::bench(rest),
        Some((&"package", rest)) => package::package(rest),
        Some((&"wordpress", [])) => wordpress::wordpress(),
        Some((&"wordpress", ["--no-build"])) => wordpress::pack(),
        Some((&"shots", [])) => shots::shots(),
        Some((&"setup", [])) => setup::setup(),
        Some((&"help" | &"-h" | &"--help", _)) => {
            print!("{HELP}");
            Ok(())
        }
        None => Err(format!("say which command:\n\n{HELP}")),
        Some(_) => Err(format!("`{}` is not a command:\n\n{HELP}", args.join(" "))),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}
