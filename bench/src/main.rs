//! `cargo xtask bench`: see [`summary_card_bench`].

use std::process::ExitCode;
use std::time::Instant;

use summary_card_bench::arguments::Arguments;
use summary_card_bench::browser::Bench;
use summary_card_bench::cases::{Case, Group, Profile, cases};
use summary_card_bench::engine::Engine;
use summary_card_bench::results::{Results, Sample};
use summary_card_bench::server::Server;
use summary_card_bench::{report, site, versions};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let ended = match Arguments::parse(&words) {
        Ok(asked) if asked.is_dry => Ok(()),
        Ok(asked) => bench(&asked).await,
        Err(why) => Err(why),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn bench(asked: &Arguments) -> Result<(), String> {
    if Engine::current() != Engine::Chromium {
        return Err("only Chromium tells all that is measured: unset SUMMARY_CARD_BROWSER".to_owned());
    }
    let start = Instant::now();
    let files = site::gather()?;
    println!("compressed {} KB of files in {:.0} s", files.bytes() / 1000, start.elapsed().as_secs_f64());
    let paths = files.pages();
    let server = Server::start(files)?;
    if asked.is_serving {
        for path in &paths {
            println!("{}", server.url("localhost", path));
        }
        println!("Ctrl+C stops");
        loop {
            std::thread::park();
        }
    }
    let mut bench = Bench::start(server).await?;
    let mut results = Results {
        date: versions::now(),
        runs: asked.runs,
        processors: std::thread::available_parallelism().map_or(0, Into::into),
        versions: versions::all(&bench.version().await?)?,
        samples: Vec::new(),
    };
    bench.check().await?;
    println!("all cards do the same ({:.0} s)", start.elapsed().as_secs_f64());
    let measured = measure(asked, &mut bench, &mut results).await;
    bench.end().await;
    measured?;
    println!("measured {} page loads in {:.0} s", results.samples.len(), start.elapsed().as_secs_f64());
    report::write(&results, asked.is_whole())
}

/// Run after run, so that whatever the machine does beside it meets all alike.
async fn measure(asked: &Arguments, bench: &mut Bench, results: &mut Results) -> Result<(), String> {
    for run in 1..=asked.runs {
        for &profile in &asked.profiles {
            bench.throttle(profile).await?;
            for &group in asked.groups.iter().filter(|group| profile.has(**group)) {
                let start = Instant::now();
                let mut all = cases(group);
                // Not always the same one first.
                let turn = run % all.len();
                all.rotate_left(turn);
                for case in all {
                    let figures = load(bench, &case).await?;
                    results.samples.push(Sample::new(profile, &case, run, figures));
                }
                say(run, asked.runs, profile, group, start);
            }
        }
    }
    Ok(())
}

/// One page load; tried again once, since a browser that is interrupted is no reason to lose what was measured.
async fn load(bench: &mut Bench, case: &Case) -> Result<summary_card_bench::browser::Figures, String> {
    match bench.measure(case).await {
        Ok(figures) => Ok(figures),
        Err(why) => {
            eprintln!("once more, because of {why}");
            bench.measure(case).await
        }
    }
}

fn say(run: usize, runs: usize, profile: Profile, group: Group, start: Instant) {
    let seconds = start.elapsed().as_secs_f64();
    println!("run {run} of {runs}, {}: {group:?} in {seconds:.0} s", profile.name());
}
