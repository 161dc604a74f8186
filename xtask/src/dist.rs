//! The page as one file to hand out: unpacked, it lies ready for any static server.

use std::fs::File;
use std::io::{Cursor, Write};
use std::path::Path;

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use crate::build;
use crate::failure::{Failure, Result};
use crate::files::files_below;

/// What stands beside the page: who may use it, and how it is served.
const BESIDE: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "docs/HOSTING.md"];

/// Builds the page and packs it as `target/switchboard-VERSION.zip`; with `--packed-only` packs what is built already.
pub fn dist(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => build::build()?,
        [option] if option == "--packed-only" => {}
        _ => return Err(Failure::new("usage: cargo xtask dist [--packed-only]")),
    }
    let name = format!("switchboard-{}", env!("CARGO_PKG_VERSION"));
    let path = Path::new("target").join(format!("{name}.zip"));
    let packed = pack(&name, contents(Path::new("dist"))?)?;
    File::create(&path)?.write_all(&packed)?;
    println!("{}: {} bytes", path.display(), packed.len());
    Ok(())
}

/// The files with their names in the archive.
fn contents(page: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut contents = Vec::new();
    for path in files_below(page)? {
        let name = path.strip_prefix(page).unwrap_or(&path).to_string_lossy();
        let name = name.replace(std::path::MAIN_SEPARATOR, "/");
        contents.push((name, std::fs::read(&path)?));
    }
    for path in BESIDE.map(Path::new) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        contents.push((name.into_owned(), std::fs::read(path)?));
    }
    Ok(contents)
}

/// The same bytes for the same files: in the order of their names, all as old as archives can tell.
fn pack(folder: &str, mut contents: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>> {
    contents.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in contents {
        archive
            .start_file(format!("{folder}/{name}"), options)
            .map_err(zip_failure)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish().map_err(zip_failure)?.into_inner())
}

fn zip_failure(error: zip::result::ZipError) -> Failure {
    Failure::new(format!("zip: {error}"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn files() -> Vec<(String, Vec<u8>)> {
        vec![
            ("b/c.js".to_owned(), b"1".repeat(100)),
            ("a.html".to_owned(), b"2".to_vec()),
        ]
    }

    #[test]
    fn the_same_files_make_the_same_archive_in_whatever_order_they_come() {
        let packed = pack("page", files()).unwrap_or_default();
        let turned = files().into_iter().rev().collect();
        assert_eq!(packed, pack("page", turned).unwrap_or_default());
        assert!(packed.len() > 100);
    }

    #[test]
    fn what_was_packed_comes_out_again_in_one_folder() -> Result<()> {
        let packed = pack("page", files())?;
        let mut archive = zip::ZipArchive::new(Cursor::new(packed)).map_err(zip_failure)?;
        assert_eq!(archive.len(), 2);
        let mut bytes = Vec::new();
        let mut file = archive.by_name("page/b/c.js").map_err(zip_failure)?;
        file.read_to_end(&mut bytes)?;
        assert_eq!(bytes, b"1".repeat(100));
        Ok(())
    }
}
