//! The versioned folder: the widget under an address that always means the same bytes, which browsers may keep for ever.
//! Beside each file it is there packed, for a server that sends what it finds so.

use super::VERSION;
use super::widget::{Widget, make_empty, read, write};
use crate::Outcome;
use crate::build::packed;
use crate::paths::{dist, root};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::PathBuf;

/// Makes it, and says where.
pub fn make(widget: &Widget) -> Outcome<PathBuf> {
    let folder = dist().join(VERSION);
    make_empty(&folder)?;
    let mut files = widget.files.clone();
    let schema = "schema/card.v1.json";
    files.insert(schema.to_owned(), read(&root().join("static").join(schema))?);
    files.insert("integrity.json".to_owned(), format!("{:#}\n", widget.integrity()).into_bytes());
    for (name, bytes) in files {
        write(&folder.join(&name), &bytes)?;
        write(&folder.join(format!("{name}.br")), packed(&bytes)?)?;
        write(&folder.join(format!("{name}.gz")), gzipped(&bytes)?)?;
    }
    Ok(folder)
}

/// As `gzip -9` packs it, without a name or a time: the same bytes every time.
fn gzipped(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes).and_then(|()| writer.finish()).map_err(|why| format!("gzip failed: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_packed_can_be_unpacked() {
        let text = "The bridge closes in March. ".repeat(500);
        let (brotli, gzip) =
            (packed(text.as_bytes()).expect("packs"), gzipped(text.as_bytes()).expect("packs"));
        assert!(brotli.len() < 200 && gzip.len() < 300, "{} {}", brotli.len(), gzip.len());
        let mut out = String::new();
        brotli::Decompressor::new(&brotli[..], 4096).read_to_string(&mut out).expect("it is brotli");
        assert_eq!(out, text);
        out.clear();
        flate2::read::GzDecoder::new(&gzip[..]).read_to_string(&mut out).expect("it is gzip");
        assert_eq!(out, text);
    }
}
