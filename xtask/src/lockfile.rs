//! Versions as Cargo.lock pins them.

use crate::failure::{Failure, Result};

/// The version of the package in Cargo.lock.
pub fn version_of(package: &str) -> Result<String> {
    let lockfile = std::fs::read_to_string("Cargo.lock")?;
    find(&lockfile, package).ok_or_else(|| Failure::new(format!("Cargo.lock does not name `{package}`")))
}

fn find(lockfile: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lockfile.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::find;

    const LOCKFILE: &str = "[[package]]\nname = \"ab\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"0.2.130\"\n";

    #[test]
    fn a_package_is_found_by_its_whole_name() {
        assert_eq!(find(LOCKFILE, "a").as_deref(), Some("0.2.130"));
        assert_eq!(find(LOCKFILE, "b"), None);
    }
}
