//! What the browser keeps for a person between two visits: texts by key, on this device alone.

use gloo_utils::window;
use web_sys::Storage;

/// All keys of this page begin with it, since other pages of the same host share the store.
const PREFIX: &str = "switchboard.";

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not let this page keep anything.
    Forbidden,
    /// There is no room left.
    Full,
}

/// What was kept under a key.
pub fn load(key: &str) -> Option<String> {
    store()?.get_item(&format!("{PREFIX}{key}")).ok().flatten()
}

/// Keeps a text under a key.
pub fn save(key: &str, text: &str) -> Result<(), StorageError> {
    let store = store().ok_or(StorageError::Forbidden)?;
    store
        .set_item(&format!("{PREFIX}{key}"), text)
        .map_err(|_| StorageError::Full)
}

fn store() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
