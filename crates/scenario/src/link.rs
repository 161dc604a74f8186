//! Links: a scenario in the fragment of an address, which browsers keep to themselves.
//!
//! ```text
//! https://any.host/any/path/?theme=dark#1.q1ZKzs9LKy5R0lFQKkotLs0pUbJSqgUA
//!                                       │ └ base64url of deflate-raw of the payload, see `wire`
//!                                       └ the version of the form
//! ```
//!
//! A browser compresses by itself; natively the feature `deflate` does. What one has written the other reads.

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};

use crate::error::LinkError;

/// The longest link that is opened, in bytes.
pub const MAX_LINK: usize = 64 * 1024;

/// The largest payload that a link may carry, in bytes.
pub const MAX_PAYLOAD: usize = 1024 * 1024;

/// What stands before the text of version 1.
const VERSION: &str = "1";

/// Mail programs and people lose trailing `=`; there are none to lose.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The fragment, without its `#`, that carries this compressed payload.
#[must_use]
pub fn to_fragment(compressed: &[u8]) -> String {
    let mut fragment = format!("{VERSION}.");
    BASE64.encode_string(compressed, &mut fragment);
    fragment
}

/// The compressed payload in a link, be it a whole address, its fragment with `#`, or that without.
pub fn from_link(link: &str) -> Result<Vec<u8>, LinkError> {
    let link = link.trim();
    // Programs have white space, and may have `#1.` in a comment.
    if link.contains(char::is_whitespace) {
        return Err(LinkError::NoScenario);
    }
    if link.len() > MAX_LINK {
        return Err(LinkError::TooLarge);
    }
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
    let (version, text) = fragment.split_once('.').ok_or(LinkError::NoScenario)?;
    if text.is_empty() || version.is_empty() || !version.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(LinkError::NoScenario);
    }
    if version != VERSION {
        return Err(LinkError::Newer);
    }
    BASE64.decode(text).map_err(|_| LinkError::Mangled)
}

#[cfg(feature = "deflate")]
mod deflate {
    use miniz_oxide::deflate::compress_to_vec;
    use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

    use super::{MAX_PAYLOAD, from_link, to_fragment};
    use crate::error::LinkError;
    use crate::scenario::Scenario;
    use crate::wire;

    /// As small as it gets.
    const LEVEL: u8 = 10;

    /// The fragment, without its `#`, that carries this scenario. A very large one gets a link that is not opened again;
    /// see [`crate::MAX_LINK`].
    #[must_use]
    pub fn encode(scenario: &Scenario) -> String {
        to_fragment(&compress_to_vec(&wire::pack(scenario), LEVEL))
    }

    /// The scenario that a link carries.
    pub fn decode(link: &str) -> Result<Scenario, LinkError> {
        let compressed = from_link(link)?;
        let payload = decompress_to_vec_with_limit(&compressed, MAX_PAYLOAD).map_err(|error| {
            if error.status == TINFLStatus::HasMoreOutput {
                LinkError::TooLarge
            } else {
                LinkError::Mangled
            }
        })?;
        wire::unpack(&payload)
    }
}

#[cfg(feature = "deflate")]
pub use deflate::{decode, encode};
