//! One file that holds both sides: opened, printed, settled, refused.

use std::fs;

use serde_json::{Value, json};

use super::{Desk, check_trouble, text};

const TMX: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" creationtool="x" creationtoolversion="1" o-tmf="x"/><body>
<tu><tuv xml:lang="en"><seg>The lake froze in January.</seg></tuv><tuv xml:lang="de-CH"><seg>Der See gefror im Januar.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Nobody &amp; nothing moved.</seg></tuv></tu>
<tu><tuv xml:lang="de-CH"><seg>Am Morgen kam der Schnee.</seg></tuv></tu>
</body></tmx>
"#;

const XLIFF: &str = r#"<xliff version="1.2"><file source-language="en" target-language="ru"><body>
<trans-unit id="1"><source>The lake <g id="1">froze</g>.</source><target>Озеро <g id="1">замёрзло</g>.</target></trans-unit>
<trans-unit id="2"><source>Nobody <g id="1">moved</g>.</source></trans-unit>
</body></file></xliff>
"#;

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    let output = desk.run(&[&["export", "--format", "json"], arguments].concat());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output.stderr)))
}

fn printed(desk: &Desk, arguments: &[&str]) -> String {
    let output = desk.run(&[&["export"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// Keeps a decision on every edit of a file, in order.
fn decide(desk: &Desk, file: &str, decisions: &[Value]) {
    let found = json(desk, &[file]);
    let edits = found["edits"].as_array().expect("edits");
    assert_eq!(edits.len(), decisions.len(), "{edits:?}");
    let records = edits.iter().zip(decisions).map(|(edit, decision)| {
        let mut record = decision.clone();
        record["id"] = edit["id"].clone();
        record
    });
    let review = json!({ "redraft-review": 1, "decisions": records.collect::<Vec<_>>() });
    desk.put(&format!(".redraft/{file}.review.json"), review.to_string());
}

#[test]
fn the_segments_of_the_file_are_the_alignment() {
    let desk = Desk::new("segments");
    desk.put("a.tmx", TMX);
    let found = json(&desk, &["a.tmx"]);
    assert_eq!(found["mode"], "translation");
    assert_eq!((&found["old"]["language"], &found["new"]["language"]), (&json!("en"), &json!("de")));
    let beads: Vec<(Value, Value)> = found["beads"]
        .as_array()
        .expect("beads")
        .iter()
        .map(|bead| (bead["old"].clone(), bead["new"].clone()))
        .collect();
    assert_eq!(beads, [(json!([0]), json!([0])), (json!([1]), json!([])), (json!([]), json!([1]))]);
    let kinds: Vec<&Value> = found["edits"].as_array().expect("edits").iter().map(|edit| &edit["kind"]).collect();
    assert_eq!(kinds, ["delete", "insert"]);
    assert!(printed(&desk, &["a.tmx"]).starts_with("a.tmx: 2 edits"));
    assert_eq!(desk.run(&["a.tmx"]).stdout, desk.run(&["export", "a.tmx"]).stdout);
    assert_eq!(desk.run(&["a.tmx", "--exit-code"]).status.code(), Some(1));
}

#[test]
fn two_drafts_in_two_columns_are_compared_word_by_word() {
    let desk = Desk::new("columns");
    desk.put("a.tsv", "The Parties shall meet.\tThe Parties may meet.\nIt rains.\tIt rains.\n");
    assert!(printed(&desk, &["a.tsv", "--mode", "revision"]).contains("The Parties [-shall-]{+may+} meet."));
    assert!(printed(&desk, &["a.tsv"]).contains("no findings"));
}

/// What is said of a file that does not tell its languages and is too short to be told by.
const UNKNOWN: &str = "the languages can't be told, so no words are checked: --old-lang and --new-lang name them";

#[test]
fn what_was_left_out_or_taken_for_something_is_said() {
    let desk = Desk::new("said");
    let said = |name: &str, bytes: &str, notes: &[&str]| {
        desk.put(name, bytes);
        assert_eq!(json(&desk, &[name])["notes"], json!(notes), "{name}");
        for format in ["text", "tsv", "summary"] {
            let output = desk.run(&["export", name, "--format", format]);
            let expected: String = notes.iter().map(|note| format!("redraft: {name}: {note}\n")).collect();
            assert_eq!(text(&output.stderr), expected, "{name} as {format}");
        }
    };
    said(
        "a.tmx",
        TMX,
        &[
            "1 unit has no en side (line 5:1): taken as added",
            "1 unit has no de-CH side (line 4:1): taken as untranslated",
        ],
    );
    said("a.xlf", XLIFF, &["1 unit has no target (line 3:1): taken as untranslated"]);
    said(
        "b.xlf",
        "<xliff><file><unit><segment/><segment><source>One.</source><target>Eins.</target></segment></unit></file></xliff>",
        &[
            "1 unit has no source (line 1:20): taken as added",
            "1 unit has no target (line 1:20): taken as untranslated",
            "1 unit is empty on both sides (line 1:20): left out",
            UNKNOWN,
        ],
    );
    said(
        "a.tsv",
        "One.\tEins.\tx\nTwo.\n\t\nThree.\n",
        &[
            "1 line has more than two columns (line 1:1): the rest is left out",
            "2 lines have no second column (the first at line 2:1): taken as untranslated",
            UNKNOWN,
        ],
    );
    let fuzzy = ["1 entry is fuzzy (line 2:1)", UNKNOWN];
    said("a.po", "#, fuzzy\nmsgid \"One\"\nmsgstr \"Eins\"\n", &fuzzy);
    let three = TMX.replace("</tuv></tu>", "</tuv><tuv xml:lang=\"fr\"><seg>Oui.</seg></tuv></tu>");
    let none =
        |tag: &str, place: &str, taken: &str| format!("1 unit has no {tag} side (line {place}): taken as {taken}");
    let which = "the memory holds en, de-CH, fr: en → fr is shown; --old-lang and --new-lang choose";
    said("three.tmx", &three, &[&none("en", "5:1", "added"), which]);
    desk.put("three.tmx", &three);
    let chosen = json(&desk, &["three.tmx", "--old-lang", "fr", "--new-lang", "de"]);
    assert_eq!((&chosen["old"]["language"], &chosen["new"]["language"]), (&json!("fr"), &json!("de")));
}

#[test]
fn every_pair_of_languages_of_a_memory_has_its_own_review() {
    let desk = Desk::new("pairs");
    let unit = |words: &str| format!("<tu><tuv xml:lang=\"en-GB\"><seg>Nobody moved.</seg></tuv>{words}</tu>");
    let other = |tag: &str| format!("<tuv xml:lang=\"{tag}\"><seg>1</seg></tuv>");
    let memory = |units: &[String]| format!("<tmx><header srclang=\"en-GB\"/><body>{}</body></tmx>", units.concat());
    desk.put("a.tmx", memory(&[unit(""), unit(&other("de")), unit(&other("fr"))]));
    let decision = |file: &str, languages: &[&str]| {
        let found = json(&desk, &[&[file], languages].concat());
        let edit = found["edits"].as_array().expect("edits").iter().find(|edit| edit["kind"] == "delete").cloned();
        let edit = edit.expect("an omission");
        (edit["id"].as_str().expect("an id").to_owned(), edit["decision"].as_str().expect("one").to_owned())
    };
    let (german, french) = (["--new-lang", "de"], ["--new-lang", "fr"]);
    let review = |id: &str| format!(r#"{{"redraft-review":1,"decisions":[{{"id":"{id}","decision":"accepted"}}]}}"#);
    let (id, _) = decision("a.tmx", &german);
    assert_eq!(decision("a.tmx", &french).0, id, "the same words are missing");
    desk.put(".redraft/a.tmx.en-GB--de.review.json", review(&id));
    assert_eq!((decision("a.tmx", &german).1.as_str(), decision("a.tmx", &french).1.as_str()), ("accepted", "open"));
    // A review that is kept under the name of the file is that of the pair that it was made of.
    desk.put("c.tmx", memory(&[unit(""), unit(&other("de")), unit(&other("fr"))]));
    desk.put(".redraft/c.tmx.review.json", review(&id));
    assert_eq!(decision("c.tmx", &german).1, "accepted");
    let first = if id.starts_with('0') { "1" } else { "0" };
    desk.put(".redraft/c.tmx.review.json", review(&id.replacen(|_: char| true, first, 1)));
    let told = desk.run(&["export", "c.tmx", "--new-lang", "fr", "--format", "summary"]);
    let note = "c.tmx.review.json is about these two languages: it is not used here";
    assert!(text(&told.stderr).contains(note), "{}", text(&told.stderr));
    // Where there is nothing to choose, the file's name is enough.
    desk.put("b.tmx", memory(&[unit(""), unit(&other("de"))]));
    desk.put(".redraft/b.tmx.review.json", review(&decision("b.tmx", &[]).0));
    assert_eq!(decision("b.tmx", &[]).1, "accepted");
    assert_eq!(decision("b.tmx", &german).1, "accepted");
}

#[test]
fn bad_files_are_one_line_with_its_place() {
    let desk = Desk::new("bad-bitext");
    desk.put("a.txt", "One.\n");
    desk.put("a.tmx", "<tmx>\n<body></tmx>");
    desk.put("b.tmx", TMX);
    desk.put("a.xlf", "<html/>");
    desk.put("a.po", "msgid \"One\"\nmsgstr Eins\n");
    desk.put("latin.tmx", [TMX.as_bytes(), b"<!-- \xe9 -->"].concat());
    desk.put("strange.tmx", TMX.replace("UTF-8", "klingon"));
    desk.put("latin.po", b"msgid \"\"\nmsgstr \"charset=UTF-8\\n\"\n\nmsgid \"One\"\nmsgstr \"\xfc\"\n");
    desk.put("binary.xlf", [0x7f, b'E', b'L', b'F', 0, 0, 0, 1, 2, 0, 0xff]);
    let none = "is one wording; name the other one too, or one that holds both sides";
    check_trouble(&desk, &["a.txt"], &format!("a.txt {none}"));
    check_trouble(&desk, &["export", "a.txt"], &format!("a.txt {none}"));
    check_trouble(&desk, &["."], ". is a folder; name two files, or one that holds both sides");
    check_trouble(&desk, &["export"], "--help");
    check_trouble(&desk, &["none.tmx"], "none.tmx does not exist");
    desk.put("empty.po", "");
    check_trouble(&desk, &["empty.po"], "empty.po holds nothing to translate: no unit with a source or a translation");
    check_trouble(&desk, &["a.tmx"], "a.tmx:2:7: expected 'body' tag, not 'tmx'; mend the TMX file there");
    let cut = &XLIFF[..XLIFF.find("target>").expect("a tag")];
    desk.put("cut.xlf", cut);
    check_trouble(
        &desk,
        &["cut.xlf"],
        "cut.xlf:2:67: it ends here, before its first element is closed; mend the XLIFF file there",
    );
    desk.put("cut.xlf", cut.replacen("The", "Me & you:", 1));
    check_trouble(&desk, &["cut.xlf"], "cut.xlf:2:31: this “&” begins no entity");
    check_trouble(&desk, &["a.xlf"], "a.xlf is no XLIFF file: its first element is html");
    check_trouble(&desk, &["a.po"], "a.po:2:8: there is no text in quotes; mend the PO file there");
    check_trouble(
        &desk,
        &["latin.tmx"],
        "latin.tmx:7:6: these bytes are no UTF-8; name the file's encoding with --encoding",
    );
    check_trouble(&desk, &["latin.po"], "latin.po:5:9: these bytes are no UTF-8");
    check_trouble(&desk, &["strange.tmx"], "strange.tmx can't be read as “klingon”");
    check_trouble(&desk, &["binary.xlf"], "binary.xlf is no text");
    check_trouble(&desk, &["b.tmx", "--new-lang", "fr"], "b.tmx holds no fr; it holds en, de-CH: name two of them");
    check_trouble(
        &desk,
        &["b.tmx", "--old-lang", "de", "--new-lang", "de"],
        "b.tmx can't be shown from de-CH into de-CH",
    );
    check_trouble(&desk, &["export", "b.tmx", "--format", "clean"], "2 edits are still open");
    check_trouble(&desk, &["export", "b.tmx", "-o", "b.tmx"], "--force");
    assert_eq!(desk.run(&["latin.tmx", "--encoding", "windows-1252"]).status.code(), Some(0));
}

#[test]
fn the_clean_file_is_the_file_with_other_translations() {
    let desk = Desk::new("clean-bitext");
    desk.put("a.xlf", XLIFF);
    let clean = |arguments: &[&str]| printed(&desk, &[&["a.xlf", "--format", "clean"], arguments].concat());
    assert_eq!(clean(&["--open", "new"]), XLIFF);
    let words = "Никто <g id=\"1\">не</g> двигался & <g>.";
    decide(&desk, "a.xlf", &[json!({ "decision": "reworded", "wording": words })]);
    let target = "<target>Никто <g id=\"1\">не</g> двигался &amp; &lt;g&gt;.</target>";
    let expected = XLIFF.replace("moved</g>.</source>", &format!("moved</g>.</source>{target}"));
    assert_eq!(clean(&[]), expected);
    decide(&desk, "a.xlf", &[json!({ "decision": "reworded", "wording": "Никто <g id=\"1\">не" })]);
    let half = "a.xlf can't take the settled translation: an inline code of a translation lacks its other half; put codes in pairs (line 3:1)";
    check_trouble(&desk, &["export", "a.xlf", "--format", "clean"], half);

    // The encoding stays, and what it lacks is written by its number.
    let old = encoding(
        "<?xml version='1.0' encoding='windows-1251'?>\n<xliff><file><unit><segment><source>Да.</source></segment></unit></file></xliff>",
    );
    desk.put("b.xlf", &old);
    decide(&desk, "b.xlf", &[json!({ "decision": "reworded", "wording": "Sì, да." })]);
    let output = desk.run(&["export", "b.xlf", "--format", "clean"]).stdout;
    let expected = encoding(
        "<?xml version='1.0' encoding='windows-1251'?>\n<xliff><file><unit><segment><source>Да.</source><target>S&#236;, да.</target></segment></unit></file></xliff>",
    );
    assert_eq!(text(&output), text(&expected));
}

#[test]
fn a_file_gets_only_characters_of_the_encoding_that_it_names() {
    let desk = Desk::new("named-encoding");
    let file = |target: &str| {
        format!(
            "<?xml version='1.0' encoding='ISO-8859-1'?>\n<xliff><file><unit><segment><source>Yes.</source><target>{target}</target></segment></unit></file></xliff>"
        )
    };
    let latin =
        |text: &str| text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin 1")).collect::<Vec<u8>>();
    desk.put("a.xlf", latin(&file("")));
    decide(&desk, "a.xlf", &[json!({ "decision": "reworded", "wording": "“Oui, là.”" })]);
    let output = desk.run(&["export", "a.xlf", "--format", "clean"]);
    assert_eq!(text(&output.stdout), text(&latin(&file("&#8220;Oui, là.&#8221;"))));
    let head = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=iso-8859-1\\n\"\n\n";
    desk.put("a.po", format!("{head}msgid \"One.\"\nmsgstr \"Un.\"\n\nmsgid \"Yes.\"\nmsgstr \"\"\n"));
    decide(&desk, "a.po", &[json!({ "decision": "reworded", "wording": "“Oui.”" })]);
    let lacks = "a.po can't take the settled translation: ISO-8859-1 lacks ““” (line 7:1); reword it, or save the file as UTF-8 before";
    check_trouble(&desk, &["export", "a.po", "--format", "clean"], lacks);
}

/// A text in windows-1251.
fn encoding(text: &str) -> Vec<u8> {
    text.chars().map(|letter| if letter >= 'А' { (letter as u32 - 0x350) as u8 } else { letter as u8 }).collect()
}

#[test]
fn units_say_how_far_they_have_come() {
    let desk = Desk::new("states");
    desk.put("a.tmx", TMX);
    decide(
        &desk,
        "a.tmx",
        &[
            json!({ "decision": "sent back", "reason": "still <missing>" }),
            json!({ "decision": "accepted", "comment": "as agreed" }),
        ],
    );
    let xliff = printed(&desk, &["a.tmx", "--format", "xliff"]);
    let flat = |xml: &str| xml.lines().map(str::trim).collect::<String>();
    for part in [
        r#"<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de-CH">"#,
        r#"<unit id="1"><segment state="translated"><source>The lake froze in January.</source><target>Der See gefror im Januar.</target></segment></unit>"#,
        r#"<unit id="2"><notes><note category="sent back">still &lt;missing&gt;</note></notes><segment state="initial"><source>Nobody &amp; nothing moved.</source></segment></unit>"#,
        r#"<note category="comment">as agreed</note></notes><segment state="reviewed"><source/><target>Am Morgen kam der Schnee.</target></segment>"#,
    ] {
        assert!(flat(&xliff).contains(part), "{part}\n{xliff}");
    }
    let old = flat(&printed(&desk, &["a.tmx", "--format", "xliff-1.2"]));
    for part in [
        r#"<target state="needs-translation"/><note from="redraft">sent back: still &lt;missing&gt;</note>"#,
        r#"<target state="signed-off">Am Morgen"#,
    ] {
        assert!(old.contains(part), "{part}\n{old}");
    }
    let tmx = flat(&printed(&desk, &["a.tmx", "--format", "tmx"]));
    let unit = r#"<tu><note>sent back: still &lt;missing&gt;</note><tuv xml:lang="en"><seg>Nobody &amp; nothing moved.</seg></tuv></tu>"#;
    assert!(tmx.contains(unit), "{tmx}");
    let columns = "The lake froze in January.\tDer See gefror im Januar.\nNobody & nothing moved.\t\n\tAm Morgen kam der Schnee.\n";
    assert_eq!(printed(&desk, &["a.tmx", "--format", "tsv"]), columns);
    check_trouble(
        &desk,
        &["export", "a.tmx", "--format", "tmx", "--open", "refuse"],
        "1 edit is sent back: decide them",
    );
}

const MARKED: &str = r#"<xliff version="1.2">
<file original="lake.docx" source-language="en" target-language="de"><body>
<trans-unit id="k1" approved="yes"><source>The lake froze.</source><target state="final">Der See gefror.</target><note from="pm">checked</note></trans-unit>
<trans-unit id="k2"><source>It has 30 berths. It is cold.</source><seg-source><mrk mtype="seg" mid="0">It has 30 berths.</mrk> <mrk mtype="seg" mid="1">It is cold.</mrk></seg-source><target state="needs-review-translation"><mrk mtype="seg" mid="0">Es hat 50 Plätze.</mrk> <mrk mtype="seg" mid="1">Es ist kalt.</mrk></target></trans-unit>
</body></file>
<file original="pier.docx" source-language="en" target-language="de"><body>
<trans-unit id="k1"><source>Nobody moved.</source><target state="new"/></trans-unit>
</body></file></xliff>
"#;

#[test]
fn units_keep_what_their_file_told_of_them() {
    let desk = Desk::new("told");
    desk.put("a.xlf", MARKED);
    let flat = |format: &str| {
        let written = printed(&desk, &["a.xlf", "--format", format]);
        desk.put(&format!("again-{format}.xlf"), &written);
        written.lines().map(str::trim).collect::<String>()
    };
    let check = |format: &str, parts: &[&str]| {
        let written = flat(format);
        parts.iter().for_each(|part| assert!(written.contains(part), "{part}\n{written}"));
        let again = printed(&desk, &[&format!("again-{format}.xlf"), "--format", "tsv"]);
        assert_eq!(again, printed(&desk, &["a.xlf", "--format", "tsv"]));
    };
    let second = r#"<segment id="1" state="translated"><source>It is cold.</source><target>Es ist kalt.</target></segment></unit></file>"#;
    check(
        "xliff",
        &[
            r#"<file id="f1" original="lake.docx"><unit id="k1"><notes><note category="pm">checked</note></notes><segment state="final">"#,
            r#"<unit id="k2"><segment id="0" state="translated"><source>It has 30 berths.</source>"#,
            second,
            r#"<file id="f2" original="pier.docx"><unit id="k1"><segment state="initial"><source>Nobody moved.</source>"#,
        ],
    );
    let mark = r#"<mrk mtype="seg" mid="1">It is cold.</mrk></seg-source><target state="needs-review-translation">"#;
    check(
        "xliff-1.2",
        &[
            r#"original="lake.docx""#,
            r#"<trans-unit id="k1" approved="yes"><source>The lake froze.</source><target state="final">Der See gefror.</target><note from="pm">checked</note>"#,
            r#"<trans-unit id="k2"><source>It has 30 berths. It is cold.</source><seg-source>"#,
            mark,
            r#"original="pier.docx""#,
            r#"<target state="new"/>"#,
        ],
    );
    assert!(flat("tmx").contains(r#"<tu tuid="k2/1"><tuv xml:lang="en"><seg>It is cold.</seg>"#));
    let reworded = json!({ "decision": "reworded", "wording": "30" });
    decide(&desk, "a.xlf", &[reworded, json!({ "decision": "sent back", "reason": "why" })]);
    check("xliff", &[r#"<segment id="0" state="reviewed">"#, second, r#"<note category="sent back">why</note>"#]);
    check("xliff-1.2", &[r#"<target state="translated"><mrk"#, r#"<target state="needs-translation"/>"#]);
    // What was written is kept and not said again.
    desk.put("b.xlf", printed(&desk, &["a.xlf", "--format", "xliff-1.2"]));
    let again = printed(&desk, &["b.xlf", "--format", "xliff-1.2"]);
    assert_eq!(again.matches("sent back: why").count(), 1, "{again}");
    assert_eq!(again, printed(&desk, &["a.xlf", "--format", "xliff-1.2"]));
}

#[test]
fn ids_that_can_be_none_become_numbers() {
    let desk = Desk::new("ids");
    let unit = |id: &str| {
        format!(
            "<tu tuid=\"{id}\"><tuv xml:lang=\"en\"><seg>{id}.</seg></tuv><tuv xml:lang=\"de\"><seg>{id}!</seg></tuv></tu>"
        )
    };
    desk.put("a.tmx", format!("<tmx><body>{}</body></tmx>", ["2", "a b", "2", "c.1"].map(unit).concat()));
    let ids = |format: &str, element: &str| {
        let written = printed(&desk, &["a.tmx", "--format", format]);
        let start = format!("<{element} id=\"");
        let ids = written.split(&start).skip(1).map(|rest| rest.split('"').next().map(str::to_owned));
        ids.flatten().collect::<Vec<_>>()
    };
    assert_eq!(ids("xliff", "unit"), ["2", "3", "4", "c.1"]);
    assert_eq!(ids("xliff-1.2", "trans-unit"), ["2", "a b", "3", "c.1"]);
}

#[test]
fn what_is_to_be_mended_is_not_handed_out_unsaid() {
    let desk = Desk::new("mended");
    let columns =
        "It has 30 berths.\tEs hat 50 Plätze.\nThe lake froze.\tDer See gefror.\nIt ends at 9.\tSchluß um 8.\n";
    desk.put("a.tsv", columns);
    let (rejected, back) = (json!({ "decision": "rejected" }), json!({ "decision": "sent back", "reason": "why" }));
    decide(&desk, "a.tsv", &[rejected.clone(), rejected.clone()]);
    for format in ["clean", "tsv", "tmx", "xliff", "po"] {
        let output = desk.run(&["export", "a.tsv", "--old-lang", "en", "--new-lang", "de", "--format", format]);
        let said = "redraft: a.tsv: 2 to be mended, as sent back or rejected: line 1; line 3\n";
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), said), "{format}");
    }
    assert!(printed(&desk, &["a.tsv", "--format", "summary"]).contains("; 2 to be mended)"));
    let memory = printed(&desk, &["a.tsv", "--format", "tmx"]);
    assert_eq!(memory.matches("<note>rejected: number: ").count(), 2, "{memory}");
    decide(&desk, "a.tsv", &[rejected.clone(), back]);
    let refused = "1 edit is sent back, 1 is rejected and to be mended: decide them";
    check_trouble(&desk, &["export", "a.tsv", "--format", "clean"], refused);
    decide(&desk, "a.tsv", &[json!({ "decision": "accepted" }), json!({ "decision": "accepted" })]);
    let clean = ["export", "a.tsv", "--old-lang", "en", "--new-lang", "de", "--format", "clean"];
    assert_eq!(text(&desk.run(&clean).stderr), "");
}

#[test]
fn two_files_become_units_too() {
    let desk = Desk::new("units");
    desk.put("a.txt", "The Parties shall\nmeet. The lake froze.\n\nNothing\u{1} else.\n");
    desk.put("b.txt", "The Parties may\nmeet. The lake froze.\n\nNothing\u{1} else was said.\n");
    let output = desk.run(&["export", "a.txt", "b.txt", "--format", "tmx", "-o", "memory.tmx"]);
    assert_eq!(text(&output.stderr), "redraft: 2 characters that XML can't hold are written as U+FFFD\n");
    let memory = fs::read_to_string(desk.0.join("memory.tmx")).expect("a memory");
    assert!(memory.contains("<seg>The Parties may meet.</seg>"), "{memory}");
    let again = printed(&desk, &["memory.tmx", "--mode", "revision"]);
    assert!(again.contains("The Parties [-shall-]{+may+} meet."), "{again}");
}

const PO: &str = r#"# A catalogue of the harbour office.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: harbour 1\n"
"PO-Revision-Date: 2024-05-01 12:00+0200\n"
"Last-Translator: Ann Lind <ann@example.org>\n"
"Language-Team: German\n"
"Language: de\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#. on the quay
#: quay.c:12
#, c-format
msgid "%d boat is leaving now."
msgid_plural "%d boats are leaving now."
msgstr[0] "%d Boot legt jetzt ab."
msgstr[1] "%d Boote legen jetzt ab."

#| msgid "All 30 boats stay here tonight."
msgctxt "notice"
msgid "All 35 boats stay here tonight."
msgstr "Alle 55 Boote bleiben heute Nacht hier."

msgctxt "board"
msgid "The harbour is closed until noon."
msgstr ""

#~ msgid "Gone."
#~ msgstr "Weg."
"#;

/// What GNU gettext says of a catalogue, where it is installed.
fn is_taken_by_gettext(bytes: &[u8], desk: &Desk) {
    let checked = desk.put("checked.po", bytes);
    let checked = std::process::Command::new("msgfmt").args(["--check", "-o", "/dev/null"]).arg(checked).output();
    match checked {
        Ok(checked) => assert!(checked.status.success(), "{}", text(&checked.stderr)),
        Err(why) => assert_eq!(why.kind(), std::io::ErrorKind::NotFound),
    }
}

#[test]
fn a_catalogue_keeps_all_that_was_not_decided() {
    let desk = Desk::new("catalogue");
    desk.put("a.po", PO);
    assert_eq!(printed(&desk, &["--format", "po", "a.po"]), PO);
    decide(
        &desk,
        "a.po",
        &[
            json!({ "decision": "sent back", "reason": "35,\nnot 55" }),
            json!({ "decision": "reworded", "wording": "Der Hafen ist bis Mittag „zu“." }),
        ],
    );
    let told = "# sent back: 35, not 55\n#, fuzzy\n#| msgid";
    let expected = PO.replacen("#| msgid", told, 1).replacen(
        "noon.\"\nmsgstr \"\"",
        "noon.\"\nmsgstr \"Der Hafen ist bis Mittag „zu“.\"",
        1,
    );
    let written = printed(&desk, &["--format", "po", "a.po"]);
    assert_eq!(written, expected);
    is_taken_by_gettext(written.as_bytes(), &desk);
    is_taken_by_gettext(PO.as_bytes(), &desk);
}

#[test]
fn an_entry_that_was_decided_is_fuzzy_no_more() {
    let desk = Desk::new("fuzzy");
    let catalogue = |first: &str, words: &str, second: &str| {
        let head = "msgid \"\"\nmsgstr \"Language: de\\n\"\n\n";
        format!(
            "{head}{first}msgid \"It has 30 berths.\"\nmsgstr \"{words}\"\n\n{second}msgid \"The lake froze in 1912.\"\nmsgstr \"Der See gefror 1921.\"\n"
        )
    };
    let fuzzy = "#, fuzzy\n#| msgid \"It has 50 berths.\"\n";
    let before = catalogue(fuzzy, "Es hat 50 Plätze.", fuzzy);
    desk.put("a.po", &before);
    let clean = || printed(&desk, &["a.po", "--format", "clean", "--open", "new"]);
    assert_eq!(clean(), before);
    decide(&desk, "a.po", &[json!({ "decision": "reworded", "wording": "30" }), json!({ "decision": "open" })]);
    let after = catalogue("", "Es hat 30 Plätze.", fuzzy);
    assert_eq!((clean(), printed(&desk, &["a.po", "--format", "po"])), (after.clone(), after));
    decide(&desk, "a.po", &[json!({ "decision": "open" }), json!({ "decision": "accepted" })]);
    assert_eq!(clean(), catalogue(fuzzy, "Es hat 50 Plätze.", ""));
    decide(&desk, "a.po", &[json!({ "decision": "rejected" }), json!({ "decision": "open" })]);
    assert_eq!(clean(), before);
}

#[test]
fn a_catalogue_is_made_of_two_files() {
    let desk = Desk::new("two-to-catalogue");
    desk.put("a.en.txt", "Nobody \"moved\" \\ at all.\n\nThe lake froze.\n\nNobody \"moved\" \\ at all.\n");
    desk.put("a.de.txt", "Niemand „rührte“ sich.\n\nDer See gefror.\n\nNiemand „rührte“ sich.\n");
    let written =
        printed(&desk, &["--format", "po", "--mode", "translation", "--new-lang", "de", "a.en.txt", "a.de.txt"]);
    assert!(written.contains("\"Language: de\\n\"\n"), "{written}");
    let entry = "msgid \"Nobody \\\"moved\\\" \\\\ at all.\"\nmsgstr \"Niemand „rührte“ sich.\"\n";
    assert!(
        written.contains(&format!("\n\n{entry}")) && written.ends_with(&format!("\nmsgctxt \"2\"\n{entry}")),
        "{written}"
    );
    is_taken_by_gettext(written.as_bytes(), &desk);
}

#[test]
fn a_comment_that_the_encoding_lacks_is_written_by_its_numbers() {
    let desk = Desk::new("latin-catalogue");
    let head = "msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n\"Content-Type: text/plain; charset=ISO-8859-2\\n\"\n\n";
    let (said, message) = ("# sent back: Łódź → 5\n#, fuzzy\n", "msgid \"It ends at 5.\"\nmsgstr \"Schluß um 6.\"\n");
    let latin = |text: &str| text.chars().map(latin_2).collect::<Vec<u8>>();
    desk.put("a.po", latin(&format!("{head}{message}")));
    decide(&desk, "a.po", &[json!({ "decision": "sent back", "reason": "Łódź → 5" })]);
    let output = desk.run(&["export", "--format", "po", "a.po"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(output.stdout, latin(&format!("{head}{}{message}", said.replace('→', "&#8594;"))));
    is_taken_by_gettext(&output.stdout, &desk);
}

/// A byte of ISO 8859-2.
fn latin_2(letter: char) -> u8 {
    match letter {
        'Ł' => 0xa3,
        'ź' => 0xbc,
        letter => u8::try_from(u32::from(letter)).expect("the same byte as in ISO 8859-1"),
    }
}

#[test]
fn messages_that_are_written_alike_are_told_apart() {
    let desk = Desk::new("alike");
    desk.put("a.tmx", TMX.replace("Nobody &amp; nothing moved", "The lake&#x2028;froze in January"));
    let output = desk.run(&["export", "--format", "po", "a.tmx"]);
    let written = text(&output.stdout);
    let entry = "msgid \"The lake froze in January.\"\n";
    assert!(written.contains(&format!("\n\n{entry}")), "{written}");
    assert!(written.contains(&format!("\nmsgctxt \"2\"\n{entry}")), "{written}");
    is_taken_by_gettext(&output.stdout, &desk);
}

#[test]
fn a_language_that_nobody_knows_is_not_named() {
    let desk = Desk::new("unknown-language");
    desk.put("a.tsv", "1\t2\n");
    let written = printed(&desk, &["--format", "po", "a.tsv"]);
    assert!(written.contains("\"Language: \\n\"\n"), "{written}");
}

#[test]
fn places_are_named_as_the_file_names_them() {
    let desk = Desk::new("places");
    desk.put("a.po", PO);
    desk.put(
        "a.tmx",
        TMX.replacen("<tu><tuv xml:lang=\"en\"><seg>Nobody", "<tu tuid=\"n|2\"><tuv xml:lang=\"en\"><seg>Nobody", 1),
    );
    desk.put("a.xlf", XLIFF);
    desk.put("a.tsv", "It rains now.\tJetzt regnet es.\nThe lake froze in 1912.\tDer See gefror 1921.\n");
    let placed = |file: &str, place: &str| {
        let row = format!("| 1 | {place} | ");
        let summary = printed(&desk, &["--format", "summary", file]);
        assert!(summary.contains(&row), "{file}: {summary}");
    };
    placed("a.po", "line 25, notice");
    placed("a.tmx", "unit n\\|2");
    placed("a.xlf", "unit 2");
    placed("a.tsv", "line 2");
    assert!(printed(&desk, &["a.tsv"]).contains("\nline 2 "), "{}", printed(&desk, &["a.tsv"]));
}

#[test]
fn two_files_that_hold_both_sides_are_two_versions_of_a_translation() {
    let desk = Desk::new("versions");
    desk.put("a.xlf", XLIFF);
    let target = "<target>Никто <g id=\"1\">не двигался</g>.</target></trans-unit>\n</body>";
    let newer = XLIFF.replace("замёрзло", "оттаяло").replace("</trans-unit>\n</body>", target);
    desk.put("b.xlf", &newer);
    let found = printed(&desk, &["a.xlf", "b.xlf"]);
    assert!(found.starts_with("a.xlf → b.xlf: 2 edits"), "{found}");
    assert!(found.contains("[-замёрзло-]{+оттаяло+}") && found.contains("unit 2"), "{found}");
    desk.put("v1/a.xlf", XLIFF);
    desk.put("v2/a.xlf", &newer);
    assert!(printed(&desk, &["v1/a.xlf", "v2/a.xlf"]).starts_with("a.xlf → a.xlf: 2 edits"));
    let told = &json(&desk, &["a.xlf", "b.xlf", "--old-lang", "de"])["notes"];
    assert!(told.to_string().contains("its translation is in ru: de is taken, as was asked"), "{told}");
    let notes = &json(&desk, &["a.xlf", "b.xlf"])["notes"];
    let compared = "the translations of the two files are compared, unit beside unit";
    assert_eq!(*notes, json!(["1 unit has no target (line 3:1): taken as untranslated", compared]));
    assert_eq!(printed(&desk, &["a.xlf", "b.xlf", "--format", "clean", "--open", "new"]), newer);
    let old = printed(&desk, &["a.xlf", "b.xlf", "--format", "clean", "--open", "old"]);
    assert!(old.contains("замёрзло") && old.contains("moved</g>.</source><target></target>"), "{old}");

    // What belongs together are the sources of the newer file and what was settled.
    let columns = "The lake <g id=\"1\">froze</g>.\tОзеро <g id=\"1\">оттаяло</g>.\nNobody <g id=\"1\">moved</g>.\tНикто <g id=\"1\">не двигался</g>.\n";
    assert_eq!(printed(&desk, &["a.xlf", "b.xlf", "--format", "tsv"]), columns);
    let memory = printed(&desk, &["a.xlf", "b.xlf", "--format", "tmx", "--open", "old"]);
    assert!(memory.contains("srclang=\"en\"") && memory.contains("xml:lang=\"ru\""), "{memory}");
    assert!(memory.contains("замёрзло") && !memory.contains("двигался"), "{memory}");

    desk.put("a.txt", "One.\n");
    let mixed = "b.xlf holds both sides, and a.txt is one wording: open b.xlf by itself, or beside another such file";
    check_trouble(&desk, &["a.txt", "b.xlf"], mixed);
    let moved = "b.xlf holds both sides; --translation takes the sources and the translation as texts of their own";
    check_trouble(&desk, &["a.txt", "a.txt", "--translation", "b.xlf"], moved);
}

#[test]
fn a_first_line_that_names_the_columns_is_written_again() {
    let desk = Desk::new("header");
    let columns = "en\tde\nIt rains.\tEs regnet.\n";
    desk.put("a.tsv", columns);
    assert_eq!(printed(&desk, &["a.tsv", "--format", "tsv"]), columns);
    assert_eq!(printed(&desk, &["a.tsv", "--format", "clean"]), columns);
    assert_eq!(json(&desk, &["a.tsv"])["new"]["language"], "de");
    // Two drafts in two columns keep their lines too.
    desk.put("b.tsv", "old\tnew\nIt rains.\tIt rained.\n");
    let clean = printed(&desk, &["b.tsv", "--mode", "revision", "--format", "clean", "--open", "old"]);
    assert_eq!(clean, "old\tnew\nIt rains.\tIt rains.\n");
}

#[test]
fn languages_that_the_words_contradict_are_said() {
    let desk = Desk::new("contradicted");
    let english = "The Parties shall consult without delay whenever one of them asks for it in writing. ".repeat(3);
    let german =
        "Die Vertragsparteien beraten sich unverzüglich, sobald eine von ihnen schriftlich darum ersucht. ".repeat(3);
    desk.put("en.txt", &english);
    desk.put("late.txt", english.replace("delay", "any delay"));
    desk.put("de.txt", &german);
    let notes = |arguments: &[&str]| json(&desk, arguments)["notes"].clone();
    let said = json!(["the new wording reads like de, but --new-lang says fr"]);
    assert_eq!(notes(&["en.txt", "de.txt", "--new-lang", "fr"]), said);
    assert_eq!(notes(&["en.txt", "de.txt", "--old-lang", "en", "--new-lang", "de"]), Value::Null);
    desk.put("a.tsv", format!("en\tde\n{english}\t{german}\n"));
    let stated = "the file says that its source is in en: ru is taken, as was asked";
    let found = notes(&["a.tsv", "--old-lang", "ru"]);
    assert_eq!(
        (&found[1], &found[2]),
        (&json!(stated), &json!("the old wording reads like en, but --old-lang says ru"))
    );
    let same = json!(["late.txt is in en, and so is its source: --translation names the translation"]);
    assert_eq!(notes(&["en.txt", "en.txt", "--translation", "late.txt"]), same);
    assert_eq!(notes(&["en.txt", "late.txt", "--translation", "de.txt"]), Value::Null);
}
