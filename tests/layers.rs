//! Each room imports only from rooms below it, as `ARCHITECTURE.md` draws the house.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the core, lowest first.
const ROOMS: [&str; 9] = ["span", "model", "text", "gazetteer", "grammar", "layout", "context", "parse", "record"];

/// The crates, each with what it may import of ours.
const CRATES: [(&str, &[&str]); 5] = [
    ("bulletin", &[]),
    ("bulletin-archive", &["bulletin"]),
    ("bulletin-table", &["bulletin"]),
    ("bulletin-cli", &["bulletin", "bulletin-archive", "bulletin-table"]),
    ("bulletin-python", &["bulletin", "bulletin-archive", "bulletin-table", "bulletin-cli"]),
];

#[test]
fn no_room_imports_from_above() {
    let mut faults = Vec::new();
    let mut imports = 0;
    for file in sources(Path::new("crates/bulletin/src")) {
        let Some(floor) = room(&file).and_then(|room| rank(&room)) else { continue };
        for import in imported_rooms(&code(&file)) {
            imports += 1;
            if rank(&import).is_some_and(|rank| rank > floor) {
                faults.push(format!("{} imports crate::{import} from above", file.display()));
            }
        }
    }
    assert!(imports > 10, "expected the rooms' imports, but found {imports}");
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn no_nom_type_leaves_grammar_and_layout() {
    let outside: Vec<_> = sources(Path::new("crates/bulletin/src"))
        .into_iter()
        .filter(|file| !matches!(room(file).as_deref(), Some("grammar" | "layout")))
        .filter(|file| code(file).contains("nom::"))
        .collect();
    assert_eq!(outside, Vec::<PathBuf>::new());
}

#[test]
fn no_crate_depends_on_one_above() {
    for (name, allowed) in CRATES {
        let manifest = code(&Path::new("crates").join(name).join("Cargo.toml"));
        let dependencies = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
        let ours = dependencies.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
        for dependency in ours.filter(|dependency| CRATES.iter().any(|(name, _)| name == dependency)) {
            assert!(allowed.contains(&dependency), "{name} depends on {dependency}");
        }
    }
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|name| *name == room)
}

/// The room that a file of the core belongs to: its first path component without the extension.
fn room(file: &Path) -> Option<String> {
    let inside = file.strip_prefix("crates/bulletin/src").ok()?;
    Some(inside.iter().next()?.to_str()?.trim_end_matches(".rs").to_owned())
}

fn imported_rooms(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let names = rest.strip_prefix('{').map_or(rest, |group| group.split('}').next().unwrap());
        let list = if rest.starts_with('{') { names.split(',').collect() } else { vec![names] };
        rooms.extend(
            list.iter()
                .map(|name| name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()),
        );
    }
    rooms
}

/// A file without its comment lines.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}
