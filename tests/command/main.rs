//! The built program from the command line.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

mod bitext;

/// A folder of its own for every test, with a home in it.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("command-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        path
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_redraft"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .env("XDG_STATE_HOME", self.0.join("state"))
            .env("XDG_CONFIG_HOME", self.0.join("config"))
            .stdin(Stdio::null());
        command
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// One line on standard error, exit code 2.
#[track_caller]
fn check_trouble(desk: &Desk, arguments: &[&str], expected: &str) {
    let output = desk.run(arguments);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(expected), "{said}");
    assert!(!said.trim_end().contains(char::is_control), "{said:?}");
}

#[test]
fn bad_input_is_one_line() {
    let desk = Desk::new("bad");
    desk.put("a.txt", "One.\n");
    desk.put("binary.txt", [0x7f, b'E', b'L', b'F', 0, 0, 0, 1, 2, 0, 0xff]);
    check_trouble(&desk, &["export", "a.txt", "none.txt"], "none.txt does not exist");
    check_trouble(&desk, &["export", "a.txt", "."], ". is a folder");
    check_trouble(&desk, &["export", "a.txt", "binary.txt"], "binary.txt is no text");
    check_trouble(&desk, &["a.txt", "no\u{1b}[31m.txt"], "does not exist");
    check_trouble(&desk, &["export", "a.txt", "a.txt", "--format", "none"], "none");
    check_trouble(&desk, &["-", "-"], "standard input");
    check_trouble(&desk, &["none.txt"], "none.txt does not exist; check the name");
    check_trouble(&desk, &["exprot", "a.txt", "a.txt"], "redraft export OLD NEW prints them");
    check_trouble(&desk, &["export", "a.txt", "a.txt", "a.txt"], "these are more than two files");
    check_trouble(
        &desk,
        &["--format", "clean", "a.txt", "a.txt"],
        "--format belongs to export: redraft export OLD NEW",
    );
    check_trouble(&desk, &["a.txt", "a.txt", "-o", "b.txt"], "-o belongs to export");
    check_trouble(&desk, &["a.txt", "a.txt", "--none"], "unexpected argument '--none' found");
    check_trouble(&desk, &["export", "a.txt", "a.txt", "--review", "none.json"], "none.json does not exist");
    check_trouble(&desk, &["export", "a.txt", "a.txt", "--encoding", "klingon"], "klingon");
    check_trouble(&desk, &["export", "a.txt", "a.txt", "-o", "a.txt", "--format", "clean"], "--force");
    check_trouble(&desk, &["export", "a.txt", "a.txt", "-o", "."], "folder");
    check_trouble(&desk, &["export", "a.txt", "a.txt", "-o", "no/where.txt"], "no/where.txt can't be written");
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_is_written_to_and_stays_one() {
    let desk = Desk::new("pipe");
    desk.put("a.txt", "One.\n");
    desk.put("b.txt", "Two.\n");
    let plain = desk.run(&["export", "a.txt", "b.txt", "--format", "text"]);
    let piped = desk.run(&["export", "a.txt", "b.txt", "--format", "text", "-o", "/dev/stdout"]);
    assert!(piped.status.success() && !plain.stdout.is_empty());
    assert_eq!(String::from_utf8_lossy(&piped.stdout), String::from_utf8_lossy(&plain.stdout));
}

#[test]
fn equal_and_empty_files_are_fine() {
    let desk = Desk::new("fine");
    desk.put("a.txt", "One.\n");
    desk.put("empty.txt", "");
    for arguments in [["a.txt", "a.txt"], ["empty.txt", "empty.txt"], ["a.txt", "empty.txt"], ["empty.txt", "a.txt"]] {
        let output = desk.run(&arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        let said = match arguments {
            ["empty.txt", "empty.txt"] => {
                "both wordings are empty\nredraft: empty.txt: both wordings are this one file"
            }
            ["empty.txt", _] => "the old wording is empty",
            [_, "empty.txt"] => "the new wording is empty",
            _ => "both wordings are this one file",
        };
        let name = if arguments.contains(&"empty.txt") { "empty.txt" } else { "a.txt" };
        let remedy = if arguments[0] == arguments[1] { ": name the other wording too" } else { "" };
        assert_eq!(text(&output.stderr), format!("redraft: {name}: {said}{remedy}\n"));
        assert_eq!(text(&output.stdout).contains("no edits"), arguments[0] == arguments[1]);
    }
    let output = desk.run(&["export", "empty.txt", "a.txt", "--mode", "translation"]);
    assert_eq!(text(&output.stderr), "redraft: empty.txt: the old wording is empty\n");
    let output = desk.run(&["export", "a.txt", "/dev/null"]);
    assert_eq!(text(&output.stderr), "redraft: /dev/null: the new wording is empty\n");
}

#[test]
fn a_translation_without_findings_is_said_to_be_one() {
    let desk = Desk::new("findings");
    desk.put("de.txt", "Der Vertrag gilt bis Ende Mai.\n");
    desk.put("en.txt", "The treaty holds until the end of May.\n");
    let output = desk.run(&["export", "de.txt", "en.txt", "--mode", "translation", "--format", "summary"]);
    assert_eq!(text(&output.stdout), "# de.txt → en.txt\n\nno findings.\n");
}

#[test]
fn unknown_languages_of_a_translation_are_said() {
    let desk = Desk::new("unknown");
    desk.put("a.txt", "Er kommt nicht.\n");
    desk.put("b.txt", "He comes.\n");
    let told =
        |arguments: &[&str]| text(&desk.run(&[&["export", "a.txt", "b.txt"], arguments].concat()).stderr).to_owned();
    let unknown = |what: &str, option: &str| {
        format!("the language of the {what} can't be told, so its words are not checked: {option} names it\n")
    };
    let (old, new) = (unknown("original", "--old-lang"), unknown("translation", "--new-lang"));
    let both = format!("redraft: a.txt: {old}redraft: b.txt: {new}");
    assert_eq!(told(&["--mode", "translation"]), both);
    assert_eq!(told(&["--mode", "translation", "--old-lang", "de"]), format!("redraft: b.txt: {new}"));
    assert_eq!(told(&["--mode", "translation", "--old-lang", "de", "--new-lang", "en"]), "");
    assert_eq!(told(&["--mode", "revision"]), "");
}

#[test]
fn a_translation_is_noticed_or_asked_for() {
    let desk = Desk::new("translation");
    let english = "The Parties shall consult without delay whenever one of them asks for it in writing.\n";
    desk.put("en.txt", english);
    desk.put("late.txt", english.replace("shall", "should"));
    desk.put("ru.txt", "Стороны проводят консультации незамедлительно по письменной просьбе любой из них.\n");
    let mode = |arguments: &[&str]| {
        let output = desk.run(&[&["export", "--format", "json"], arguments].concat());
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        (json["mode"].as_str().expect("a mode").to_owned(), json["edits"].as_array().expect("edits").len())
    };
    assert_eq!(mode(&["en.txt", "ru.txt"]), ("translation".to_owned(), 0));
    assert_eq!(mode(&["en.txt", "late.txt"]), ("revision".to_owned(), 1));
    assert_eq!(mode(&["en.txt", "late.txt", "--mode", "translation"]), ("translation".to_owned(), 0));
    assert_eq!(mode(&["en.txt", "ru.txt", "--mode", "revision"]).0, "revision");
}

#[test]
fn exit_code_tells_of_edits_when_asked() {
    let desk = Desk::new("code");
    desk.put("a.txt", "One.\n");
    desk.put("b.txt", "Two.\n");
    assert_eq!(desk.run(&["export", "a.txt", "b.txt"]).status.code(), Some(0));
    assert_eq!(desk.run(&["export", "a.txt", "b.txt", "--exit-code"]).status.code(), Some(1));
    assert_eq!(desk.run(&["a.txt", "b.txt", "--exit-code"]).status.code(), Some(1));
    assert_eq!(desk.run(&["a.txt", "a.txt", "--exit-code"]).status.code(), Some(0));
}

#[test]
fn without_a_terminal_the_marked_text_is_printed() {
    let desk = Desk::new("text");
    desk.put("a.txt", "The Parties shall meet.\n\nNothing else.\n");
    desk.put("b.txt", "The Parties may meet.\n\nNothing else.\n");
    let output = desk.run(&["a.txt", "b.txt"]);
    assert!(text(&output.stdout).contains("The Parties [-shall-]{+may+} meet."), "{}", text(&output.stdout));
    assert!(text(&output.stdout).contains("⋯ 1 paragraph unchanged"));
    assert_eq!(output.stdout, desk.run(&["export", "a.txt", "b.txt"]).stdout);
    assert!(text(&desk.run(&[]).stdout).starts_with("tour, old.md → tour, new.md: "));
}

#[test]
fn standard_input_is_a_wording() {
    let desk = Desk::new("stdin");
    desk.put("a.txt", "One day.\n");
    let mut child = desk
        .command(&["export", "a.txt", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program");
    child.stdin.take().expect("a pipe").write_all(b"One fine day.\n").expect("written");
    let output = child.wait_with_output().expect("the end");
    assert!(text(&output.stdout).contains("One {+fine+} day."));
}

#[test]
fn the_clean_text_follows_from_the_decisions_byte_for_byte() {
    let desk = Desk::new("clean");
    let utf16 = |text: &str| {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>()
    };
    let (old, new) = (utf16("One day.\r\nÅland.\r\n"), utf16("One fine day.\r\n Åland.\r\n"));
    desk.put("a.txt", &old);
    desk.put("b.txt", &new);
    let clean = |open: &str| desk.run(&["export", "a.txt", "b.txt", "--format", "clean", "--open", open]).stdout;
    assert_eq!(clean("old"), old);
    assert_eq!(clean("new"), new);
    check_trouble(&desk, &["export", "a.txt", "b.txt", "--format", "clean"], "1 edit is still open");
    let written = desk.run(&["export", "a.txt", "b.txt", "--format", "clean", "--open", "new", "-o", "c.txt"]);
    assert_eq!((written.status.code(), written.stdout), (Some(0), Vec::new()));
    assert_eq!(fs::read(desk.0.join("c.txt")).expect("a file"), new);
    // The same words in two encodings are two texts.
    desk.put("d.txt", b"\xc5land is an island of the Baltic, and so is \xd6land.\n");
    desk.put("e.txt", "Åland is an island of the Baltic, and so is Öland.\n");
    for (open, whose) in [("old", "d.txt"), ("new", "e.txt")] {
        let found = desk.run(&["export", "d.txt", "e.txt", "--format", "clean", "--open", open]).stdout;
        assert_eq!(found, fs::read(desk.0.join(whose)).expect("a file"), "{open}");
    }
}

#[test]
fn a_review_is_found_and_one_that_is_broken_left_alone() {
    let desk = Desk::new("review");
    desk.put("a.txt", "The Parties shall meet.\n");
    desk.put("b.txt", "The Parties may meet.\n");
    let json: serde_json::Value =
        serde_json::from_slice(&desk.run(&["export", "a.txt", "b.txt", "--format", "json"]).stdout).expect("JSON");
    let id = json["edits"][0]["id"].as_str().expect("an id");
    let review =
        format!(r#"{{"redraft-review":1,"decisions":[{{"id":"{id}","decision":"sent back","reason":"a | b"}}]}}"#);
    desk.put(".redraft/a.txt--b.txt.review.json", &review);
    let output = desk.run(&["export", "a.txt", "b.txt", "--format", "summary"]);
    assert!(text(&output.stdout).contains("| sent back: a \\| b |"), "{}", text(&output.stdout));
    desk.put("later.json", review.replace("\"redraft-review\":1", "\"redraft-review\":9"));
    let later = text(&desk.run(&["export", "a.txt", "b.txt", "--review", "later.json"]).stderr);
    assert_eq!(
        later,
        "redraft: a later version of redraft wrote the review: what this one does not know of it is left out\n"
    );
    desk.put("kept.json", "{ broken");
    check_trouble(&desk, &["export", "a.txt", "b.txt", "--review", "kept.json"], "kept.json is no review");
    assert_eq!(fs::read_to_string(desk.0.join("kept.json")).expect("a file"), "{ broken");
}

#[test]
fn edits_are_cut_as_is_asked_but_for_those_that_are_decided() {
    let desk = Desk::new("grain");
    let old = "The council met at the old quay in summer.\n\nNobody spoke of it.\n\nThe guild ate on the long pier at noon.\n";
    let new = "The council met at the new pier in winter.\n\nNobody spoke of it.\n\nThe guild ate on the short quay at dusk.\n";
    desk.put("a.txt", old);
    desk.put("b.txt", new);
    let edits = |arguments: &[&str]| -> Vec<(String, String, String)> {
        let output = desk.run(&[&["export", "a.txt", "b.txt", "--format", "json"], arguments].concat());
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let field = |edit: &serde_json::Value, name: &str| edit[name].as_str().expect("a text").to_owned();
        let edits = json["edits"].as_array().expect("edits").iter();
        edits.map(|edit| (field(edit, "id"), field(edit, "old_text"), field(edit, "decision"))).collect()
    };
    let words = |arguments: &[&str]| edits(arguments).into_iter().map(|(_, old, _)| old).collect::<Vec<_>>();
    assert_eq!(words(&["--grain", "phrase"]), ["old quay in summer", "long pier at noon"]);
    assert_eq!(words(&["--grain", "sentence"]).len(), 2);
    let id = &edits(&["--grain", "word"])[0].0;
    let cut = r#""cut":{"grain":"word"}"#;
    desk.put(
        "kept.json",
        format!(r#"{{"redraft-review":1,{cut},"decisions":[{{"id":"{id}","decision":"rejected"}}]}}"#),
    );
    assert_eq!(words(&["--review", "kept.json"]), ["old quay", "summer", "long pier", "noon"]);
    let kept = edits(&["--review", "kept.json", "--grain", "phrase"]);
    let kept: Vec<(&str, &str)> = kept.iter().map(|(_, old, decision)| (old.as_str(), decision.as_str())).collect();
    assert_eq!(kept, [("old quay", "rejected"), ("summer", "open"), ("long pier at noon", "open")]);
}

#[test]
fn the_same_bytes_every_time() {
    let desk = Desk::new("same");
    desk.put("a.md", include_str!("../../samples/tour/old.md"));
    desk.put("b.md", include_str!("../../samples/tour/new.md"));
    for format in ["text", "json", "summary"] {
        let run = || desk.run(&["export", "a.md", "b.md", "--format", format]).stdout;
        assert_eq!(run(), run(), "{format}");
    }
}

const SOURCE: &str = "# Statement\n\nMinister Karlsen opened the session on 4 May 2025.\n\nThe Parties shall meet again within 30 days.\n\n\
    Ships wait outside until 6 in the morning.\n\nPresident Petrosyan thanked the crew of the Albatross.\n";
const TRANSLATION: &str = "# Déclaration\n\nLe ministre Karlsen a ouvert la session le 4 mai 2025.\n\n\
    Les Parties se réunissent de nouveau dans un délai de 30 jours.\n\nLes navires attendent au large jusqu’à 6 heures du matin.\n\n\
    La présidente Petrosyan a remercié l’équipage de l’Albatross.\n";

#[test]
fn what_is_stale_in_a_translation_is_printed() {
    let desk = Desk::new("stale");
    desk.put("old.md", SOURCE);
    let newer = SOURCE
        .replace("shall", "should")
        .replace("Ships wait outside until 6 in the morning.\n\n", "")
        .replace("Albatross.", "Albatross!\n\nThe museum of Lindholm is closed today.");
    desk.put("new.md", &newer);
    desk.put("fr.md", TRANSLATION);
    let print = |arguments: &[&str]| {
        let output = desk.run(&[&["export", "old.md", "new.md", "--translation", "fr.md"], arguments].concat());
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
        text(&output.stdout)
    };
    let marked = print(&[]);
    assert!(marked.starts_with("new.md → fr.md: 3 edits (3 substantive)"), "{marked}");
    assert!(marked.contains("replace, substantive · stale: source changed “shall” → “should”"), "{marked}");
    assert!(
        marked.contains("stale: no longer in the source: “Ships wait outside until 6 in the morning.”"),
        "{marked}"
    );
    assert!(marked.contains("stale: new in the source, not translated yet"), "{marked}");
    assert!(print(&["--format", "summary"]).contains("stale: source changed “shall” → “should”"));
    let json: serde_json::Value = serde_json::from_str(&print(&["--format", "json"])).expect("JSON");
    let stale = |edit: &serde_json::Value| edit["flags"][0]["kind"] == "stale";
    assert_eq!((json["mode"].as_str(), json["new"]["name"].as_str()), (Some("translation"), Some("fr.md")));
    assert_eq!(json["edits"].as_array().map(|edits| edits.iter().filter(|edit| stale(edit)).count()), Some(3));
    check_trouble(&desk, &["export", "old.md", "new.md", "--translation", "none.md"], "none.md does not exist");
    check_trouble(&desk, &["export", "old.md", "-", "--translation", "-"], "standard input");
    let over = ["export", "old.md", "new.md", "--translation", "fr.md", "-o", "fr.md"];
    check_trouble(&desk, &over, "fr.md was read for this");
}

#[test]
fn what_was_aligned_by_hand_counts_or_is_said_to_be_lost() {
    let desk = Desk::new("fixed");
    desk.put("en.md", SOURCE);
    desk.put("fr.md", TRANSLATION);
    let run = |arguments: &[&str]| desk.run(&[&["export", "en.md", "fr.md", "--format", "json"], arguments].concat());
    let beads = |output: &Output| {
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        json["beads"].to_string()
    };
    let file = |old: &str| {
        format!(
            r#"{{"redraft-review":1,"fixed":[{{"old":["{old}"],"new":["{old}"],"old_words":"Ships","new_words":"Les"}}]}}"#
        )
    };
    desk.put("lost.json", file("1"));
    let lost = run(&["--review", "lost.json"]);
    assert_eq!(beads(&lost), beads(&run(&[])));
    let said = text(&lost.stderr);
    assert!(said.contains("fits the texts no more and does not count: “Ships” with “Les”"), "{said}");
    desk.put("broken.json", file("x"));
    check_trouble(&desk, &["export", "en.md", "fr.md", "--review", "broken.json"], "“x” is no sentence's id");
}

#[test]
fn glossaries_and_settings_say_what_is_wrong_where() {
    let desk = Desk::new("settings");
    desk.put("en.md", SOURCE);
    desk.put("fr.md", TRANSLATION);
    let with = |glossary| ["export", "en.md", "fr.md", "--glossary", glossary];
    desk.put("good.csv", "fr,en\nnavires,ships\n");
    assert_eq!(text(&desk.run(&with("good.csv")).stderr), "");
    let beside = ["export", "en.md", "en.md", "--translation", "fr.md", "--glossary", "good.csv"];
    let unchecked = text(&desk.run(&beside).stderr);
    assert!(unchecked.contains("not checked beside --translation: compare en.md and fr.md for that"), "{unchecked}");
    let said = |terms: &str| {
        desk.put("bad.csv", terms);
        text(&desk.run(&with("bad.csv")).stderr)
    };
    let swapped = "redraft: bad.csv: its terms are those of the translation: swap its columns, or name their languages in a first row\n";
    assert_eq!(said("navires,ships\n"), swapped);
    let none = "redraft: bad.csv: none of its terms comes in the source: a first row of languages tells which columns they are\n";
    assert_eq!(said("T17,ships,navires\n"), none);
    assert_eq!(said("castle,château\nShips,navires\n"), "");
    desk.put("narrow.csv", "harbour,port\nship\n");
    check_trouble(
        &desk,
        &with("narrow.csv"),
        "narrow.csv:2:1: there is one column only; write a term and its translation",
    );
    desk.put("none.csv", "ship,\n");
    check_trouble(&desk, &with("none.csv"), "none.csv: the glossary has no term with a translation: write a term");
    desk.put("other.csv", "de,ru\nHafen,порт\n");
    check_trouble(&desk, &with("other.csv"), "other.csv: the glossary has no terms in en, only in de, ru");
    check_trouble(&desk, &with("no.csv"), "no.csv does not exist");
    let config = "config/redraft/config.toml";
    desk.put(config, "glossary = \"terms.csv\"\n\n[checks]\nnumber = false\n\n[keys]\naccept = [\"y\"]\n");
    check_trouble(&desk, &["export", "en.md", "fr.md"], "terms.csv does not exist");
    desk.put("config/redraft/terms.csv", "de,ru\nHafen,порт\n");
    let output = desk.run(&["export", "en.md", "fr.md"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).contains("terms.csv: the glossary has no terms in en"), "{}", text(&output.stderr));
    desk.put(config, "[checks]\nnumber = false\nnmber = false\n");
    for new in ["fr.md", "en.md"] {
        let output = desk.run(&["export", "en.md", new]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains("config.toml, line 3: there is no check called `nmber`"), "{said}");
    }
    desk.put(config, "colour = \n");
    check_trouble(&desk, &["en.md", "fr.md"], "config.toml, line 1: ");
}
