//! A real WordPress with the plugin in it, started once for all tests.

use crate::harness::{Page, free_port};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use tokio::sync::Mutex;

/// A WordPress at an address of its own. It ends with this process.
pub struct WordPress {
    address: String,
    folder: PathBuf,
    /// Holds the write end of the pipe whose closing ends it.
    _lifeline: Child,
}

impl WordPress {
    /// The one of this test run; none where WordPress is not installed.
    pub fn running() -> Result<&'static Self, &'static str> {
        static RUNNING: OnceLock<Result<WordPress, String>> = OnceLock::new();
        RUNNING.get_or_init(Self::start).as_ref().map_err(String::as_str)
    }

    fn start() -> Result<Self, String> {
        let check = output(Command::new("sh").arg(file("start.sh")).arg("check"));
        if !check.status.success() {
            return Err(String::from_utf8_lossy(&check.stderr).trim().to_owned());
        }
        let zip = pack();
        let port = free_port().to_string();
        let mut shell = Command::new("sh");
        shell.arg(file("start.sh")).args([&port, &zip]);
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
        let mut lifeline = shell.spawn().expect("sh starts");
        let mut folder = String::new();
        let stdout = lifeline.stdout.take().expect("it is piped");
        BufReader::new(stdout).read_line(&mut folder).expect("it is text");
        if folder.is_empty() {
            let mut why = String::new();
            let stderr = lifeline.stderr.take().expect("it is piped");
            // Whatever there is of it.
            let _ = BufReader::new(stderr).read_to_string(&mut why);
            panic!("WordPress does not start: {why}");
        }
        let address = format!("http://127.0.0.1:{port}");
        Ok(Self { address, folder: folder.trim().into(), _lifeline: lifeline })
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Publishes a post, as `tests/wordpress/post.php` is told, and gives its address.
    pub fn post(&self, order: &Value) -> String {
        let mut php = Command::new("php");
        php.arg(file("post.php")).arg(self.folder.join("site"));
        php.env("SITE_ADDRESS", &self.address).env("SITE_SOCKET", self.folder.join("socket"));
        php.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut php = php.spawn().expect("php starts");
        let mut stdin = php.stdin.take().expect("it is piped");
        stdin.write_all(order.to_string().as_bytes()).expect("php listens");
        drop(stdin);
        let output = php.wait_with_output().expect("php ends");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            said.starts_with(&self.address),
            "no post: {said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        said
    }

    /// Puts a file into the uploads folder, as by FTP, and gives its address without the host.
    pub fn upload(&self, name: &str, text: &str) -> String {
        let path = format!("/wp-content/uploads/{name}");
        std::fs::write(format!("{}/site{path}", self.folder.display()), text).expect("the folder is there");
        path
    }

    /// Fails where PHP has complained of the plugin so far.
    pub fn assert_no_complaint(&self) {
        let complaints = std::fs::read_to_string(self.folder.join("complaints")).unwrap_or_default();
        let ours: Vec<&str> =
            complaints.lines().filter(|line| line.contains("plugins/summary-card")).collect();
        assert!(ours.is_empty(), "{ours:#?}");
    }

    /// Signs in, as one does.
    pub async fn sign_in(&self, page: &Page, user: &str) {
        // One after the other: of two who sign in as the same user at once WordPress forgets one.
        static ONE: Mutex<()> = Mutex::const_new(());
        let _one = ONE.lock().await;
        page.goto(&self.url("/wp-login.php")).await;
        // The page takes the focus there a moment after it is loaded, wherever one types by then.
        let name = "Username or Email Address";
        page.until("the focus", || async { page.focused().await.1 == name }).await;
        page.type_into("textbox", name, user).await;
        let password = page.all("#user_pass").await.swap_remove(0);
        password.send_keys("password").await.expect("it takes text");
        page.click("button", "Log In").await;
        page.until("the dashboard", || async { page.address().await.contains("/wp-admin") }).await;
    }

    /// Makes a reader of who was signed in, on a page that asks the server nothing more: the editor would complain.
    pub async fn sign_out(&self, page: &Page) {
        page.goto(&self.url("/")).await;
        page.cdp("Network.clearBrowserCookies", json!({})).await;
        page.console().await;
    }
}

/// A file of `tests/wordpress/`.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wordpress").join(name)
}

fn output(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().unwrap_or_else(|why| panic!("{command:?}: {why}"))
}

/// Packs the plugin with the `dist/` that is there, as its users get it, and gives the zip.
fn pack() -> String {
    let mut xtask = Command::new(env!("CARGO"));
    xtask.args(["run", "--quiet", "--package", "xtask", "--", "wordpress", "--no-build"]);
    let packed = output(xtask.current_dir(env!("CARGO_MANIFEST_DIR")));
    assert!(packed.status.success(), "{}", String::from_utf8_lossy(&packed.stderr));
    concat!(env!("CARGO_MANIFEST_DIR"), "/target/wordpress/summary-card.zip").to_owned()
}
