//! What the page allows a browser to do: apply its own style, run its own script, and nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The page's style.
pub(super) const STYLE: &str = include_str!("page.css");

/// The page's script.
pub(super) const SCRIPT: &str = include_str!("page.js");

/// The content security policy: nothing is loaded, sent or embedded, and only the style and script with these hashes
/// count. Where a browser knows of trusted types, no script can turn a text into markup either.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

fn hash(source: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(source)))
}

#[cfg(test)]
mod tests {
    use super::{SCRIPT, STYLE, hash};

    #[test]
    fn a_hash_is_that_of_the_standards_example() {
        // From the specification of content security policies.
        assert_eq!(hash("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn the_assets_stand_in_their_elements_as_they_are() {
        for asset in [STYLE, SCRIPT] {
            // A browser hashes a carriage return as the line end that it reads for it.
            assert!(!asset.contains("</") && !asset.contains("<!--") && !asset.contains('\r'));
        }
    }
}
