//! `cargo xtask docs`: the documentation page in `dist/docs/`.

use crate::build::esbuild;
use crate::paths::dist;
use crate::process::{program, run};
use crate::{Outcome, tools};

/// Its folder in `dist/`.
pub const FOLDER: &str = "docs";

/// Makes the page anew, beside the release build that is there.
pub fn docs() -> Outcome {
    if !dist().join("embed.js").exists() {
        return Err(
            "dist/ has no embed.js, which the page shows: run `cargo xtask build`, which makes the page, too"
                .to_owned(),
        );
    }
    tools::for_build()?;
    make()?;
    println!("the page is dist/{FOLDER}/index.html; it needs a web server");
    Ok(())
}

/// The page, as part of the release build: after that of the widget, which empties `dist/`.
pub fn make() -> Outcome {
    let folder = dist().join(FOLDER);
    std::fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let to = folder.display().to_string();
    run(&mut program("cargo", &["run", "--quiet", "--package", "summary-card-docs", "--", &to]))?;
    esbuild(&folder, &["docs.css", "docs.js"].map(|name| folder.join(name)))
}
