//! Files that hold both sides, of every format.

use super::*;

#[track_caller]
pub fn check(name: &str, text: &str, segments: &[(&str, &str)], notes: &[&str]) {
    let format = BitextFormat::of(name).expect("a format");
    let none = Pair::of(None, None);
    let read = read_bitext(name, text.as_bytes(), format, &Options::default(), none).expect("a bitext");
    let words = |document: &Document, blocks: &Range<usize>| {
        blocks.clone().map(|block| document.blocks[block].span.of(&document.text).to_owned()).collect::<String>()
    };
    let Pair { old, new } = &read.documents;
    let found: Vec<(String, String)> =
        read.segments.iter().map(|segment| (words(old, &segment.old), words(new, &segment.new))).collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
    assert_eq!(found, segments);
    assert_eq!(read.documents.new.notes, notes);
}

#[track_caller]
fn check_trouble(name: &str, text: &str, expected: &str) {
    let format = BitextFormat::of(name).expect("a format");
    let read = read_bitext(name, text.as_bytes(), format, &Options::default(), Pair::of(None, None));
    assert_eq!(read.map(|_| ()).map_err(|trouble| trouble.of("a")), Err(expected.to_owned()));
}

#[test]
fn a_file_without_a_segment_is_refused() {
    let head = "msgid \"\"\nmsgstr \"Language: de\\n\"\n";
    let files = [("a.tsv", " \n"), ("a.tsv", "\t\n"), ("a.po", head), ("a.xlf", ""), ("a.xlf", "<xliff/>")];
    for (name, text) in files.into_iter().chain([("a.tmx", "<tmx><body/></tmx>")]) {
        check_trouble(name, text, &Trouble::Empty.of("a"));
    }
}

#[test]
fn two_columns() {
    check("a.tsv", "One.\tEins.\r\nTwo.\tZwei.\n", &[("One.", "Eins."), ("Two.", "Zwei.")], &[]);
    check(
        "a.tsv",
        "One.\tEins.\tnote\n\nTwo.\n",
        &[("One.", "Eins."), ("Two.", "")],
        &[
            "1 line has more than two columns (line 1:1): the rest is left out",
            "1 line has no second column (line 3:1): taken as untranslated",
        ],
    );
}

#[test]
fn cells_of_spreadsheets_are_read_without_their_quotation_marks() {
    let table = "\"The \"\"Lake\"\".\"\tDer \"See\".\n\"One.\nTwo.\"\t\"Eins.\r\nZwei.\"\r\n\"No.\"\t\"Nein.\"\tnote\n";
    let wide = "1 line has more than two columns (line 5:1): the rest is left out";
    let segments = [("The \"Lake\".", "Der \"See\"."), ("One.\nTwo.", "Eins.\r\nZwei."), ("\"No.\"", "\"Nein.\"")];
    check("a.tsv", table, &segments, &[wide]);
}

#[test]
fn a_first_line_that_names_the_columns_is_no_segment() {
    let note = "the first line names the columns (line 1:1): it is no segment";
    check("a.tsv", "source\ttarget\tnote\nOne.\tEins.\n", &[("One.", "Eins.")], &[note]);
    check("a.tsv", "One.\tEins.\nsource\ttarget\n", &[("One.", "Eins."), ("source", "target")], &[]);
    let read = |languages| {
        let text = "en-GB\tde\nOne.\tEins.\n".as_bytes();
        read_bitext("a.tsv", text, BitextFormat::Tsv, &Options::default(), languages).expect("a bitext")
    };
    let bitext = read(Pair::default());
    let tags = bitext.documents.as_ref().map(|document| document.tag.as_deref());
    assert_eq!(bitext.documents.as_ref().map(|document| document.number(0)), Pair::of(1, 1));
    assert_eq!((tags, bitext.file.header.as_deref()), (Pair::of(Some("en-GB"), Some("de")), Some("en-GB\tde")));
    let said = "the file says that its translation is in de: fr is taken, as was asked";
    assert_eq!(read(Pair::of(Some("en"), Some("fr"))).documents.new.notes, [note, said]);
}

#[test]
fn both_sides_of_a_unit_have_its_number() {
    let text = "One.\t\n\tZwei.\nThree.\tDrei.\n".as_bytes();
    let bitext = read_bitext("a.tsv", text, BitextFormat::Tsv, &Options::default(), Pair::default());
    let documents = bitext.expect("a bitext").documents;
    assert_eq!(documents.map(|document| document.numbers), Pair::of(vec![1, 3], vec![2, 3]));
}

#[test]
fn translation_memories() {
    let tmx = r#"<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" creationtool="x" creationtoolversion="1" o-tmf="x"/>
<body><tu><tuv xml:lang="de"><seg>Eins &amp; zwei.</seg></tuv><tuv xml:lang="en-GB"><seg>One <ph x="1"/>&amp; two.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu></body></tmx>"#;
    check(
        "a.tmx",
        tmx,
        &[("One <ph x=\"1\"/>& two.", "Eins & zwei."), ("Alone.", "")],
        &["1 unit has no de side (line 4:1): taken as untranslated"],
    );
    check_trouble(
        "a.tmx",
        "<tmx>\n<a></b></tmx>",
        "a:2:4: expected 'a' tag, not 'b'; mend the TMX file there, or export it anew",
    );
    let memory = |units: &str| format!("<tmx><header srclang=\"EN\"/><body>{units}</body></tmx>");
    let unit = |sides: &[(&str, &str)]| {
        let side = |(tag, words): &(&str, &str)| format!("<tuv xml:lang=\"{tag}\"><seg>{words}</seg></tuv>");
        format!("<tu>{}</tu>", sides.iter().map(side).collect::<String>())
    };
    // The language that most units have is the translation's; another country's is another language where both are there.
    let units =
        unit(&[("fr", "Un."), ("en_US", "One.")]) + &unit(&[("de", "Zwei."), ("en-us", "Two."), ("de-AT", "Zwo.")]);
    let units = memory(&(units + &unit(&[("de", "Drei."), ("en-US", "Three."), ("de", "3")])));
    let notes = [
        "1 unit has no de side (line 1:34): taken as untranslated",
        "1 unit has more than one de side (line 1:261): the first is taken",
        "the memory holds fr, en_US, de, de-AT: en_US → de is shown; --old-lang and --new-lang choose",
    ];
    check("a.tmx", &units, &[("One.", ""), ("Two.", "Zwei."), ("Three.", "Drei.")], &notes);
    let lacks = "1 unit has no EN side (line 1:34): taken as added";
    check("a.tmx", &memory(&unit(&[("de", "Eins.")])), &[("", "Eins.")], &[lacks]);
    check_trouble(
        "a.tmx",
        "<tmx>\n<body>\n",
        "a:2:7: it ends here, before its first element is closed; mend the TMX file there, or export it anew",
    );
    check_trouble(
        "a.tmx",
        "<tmx a='&x;'/>",
        "a:1:9: unknown entity reference 'x'; mend the TMX file there, or export it anew",
    );
    let other = "a is no TMX file: its first element is xliff, not tmx; give it the ending of what it is";
    check_trouble("a.tmx", "<xliff/>", other);
    check_trouble(
        "a.tmx",
        "<tmx>\nA & B</tmx>",
        "a:2:3: this “&” begins no entity; it is written “&amp;”; mend the TMX file there, or export it anew",
    );
    let text = "a is no TMX file: it is no XML; give it the ending of what it is, or export it anew";
    check_trouble("a.tmx", "Dear all,", text);
}

#[test]
fn deep_nests_and_entities_that_grow_are_no_danger() {
    let count = |text: &str, format| {
        let read = read_bitext("a", text, format, &Options::default(), Pair::of(None, None));
        read.ok().map(|bitext| bitext.segments.len())
    };
    let deep = |depth: usize, open: &str, inner: &str, close: &str| open.repeat(depth) + inner + &close.repeat(depth);
    let memory = |depth, open: &str, inner: &str, close: &str| {
        count(&format!("<tmx>{}</tmx>", deep(depth, open, inner, close)), BitextFormat::Tmx)
    };
    let sides = "<tuv lang=\"en\"><seg>One.</seg></tuv><tuv lang=\"de\"><seg>Eins.</seg></tuv>";
    assert_eq!(memory(200_000, "<a>", &format!("<tu>{sides}</tu>"), "</a>"), Some(1));
    // What stands in a unit, a side or a marked segment is read with it, not once more for each that it stands in.
    assert_eq!(memory(50_000, "<tu>", sides, "</tu>"), Some(1));
    assert_eq!(memory(1, "<tu>", &deep(50_000, "<tuv lang=\"en\"><seg>", "One.", "</seg></tuv>"), "</tu>"), Some(1));
    let unit = "<trans-unit><source>One.</source><seg-source>";
    let nested = deep(20_000, unit, "", "</seg-source></trans-unit>");
    assert_eq!(count(&format!("<xliff>{nested}</xliff>"), BitextFormat::Xliff), Some(1));
    let entity = |number: usize| format!("<!ENTITY e{} \"{}\">", number + 1, format!("&e{number};").repeat(10));
    let bomb: String = (0..12).map(entity).collect();
    let bomb = format!("<!DOCTYPE tmx [<!ENTITY e0 \"x\">{bomb}]><tmx><tu><tuv><seg>&e12;</seg></tuv></tu></tmx>");
    assert_eq!(count(&bomb, BitextFormat::Tmx), None);
}

#[test]
fn localisation_files() {
    let old = r#"<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="fr" target-language="en"><body>
<trans-unit id="1"><source>Un.</source><target>One.</target></trans-unit><group><trans-unit id="2"><source>Deux <g id="1">!</g></source></trans-unit></group></body></file></xliff>"#;
    check(
        "a.xlf",
        old,
        &[("Un.", "One."), ("Deux <g id=\"1\">!</g>", "")],
        &["1 unit has no target (line 2:81): taken as untranslated"],
    );
    let new = r#"<xliff version="2.0" srcLang="fr" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="1"><segment><source>Un.</source><target>One.</target></segment><segment><source>Deux.</source><target>Two.</target></segment></unit></file></xliff>"#;
    check("a.xliff", new, &[("Un.", "One."), ("Deux.", "Two.")], &[]);
    let marked = r#"<xliff><file><trans-unit><source>Un. Deux. Trois.</source><seg-source><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg" mid="2">Deux.</mrk></seg-source><target><mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="3">Three.</mrk></target></trans-unit></file></xliff>"#;
    let notes = [
        "1 unit has no source (line 1:198): taken as added",
        "1 unit has no target (line 1:106): taken as untranslated",
    ];
    check("a.sdlxliff", marked, &[("Un.", "One."), ("Deux.", ""), ("", "Three.")], &notes);
}

#[test]
fn units_that_are_not_to_be_translated_are_left_out() {
    let note = ["2 units are not to be translated (the first at line 1:80): left out"];
    check(
        "a.xlf",
        "<xliff><file><trans-unit><source>Un.</source><target>One.</target></trans-unit><trans-unit translate=\"no\"><source>X-5</source></trans-unit><group translate=\"no\"><trans-unit><source>X-6</source><target/></trans-unit><trans-unit translate=\"yes\"><source>Deux.</source><target>Two.</target></trans-unit></group></file></xliff>",
        &[("Un.", "One."), ("Deux.", "Two.")],
        &note,
    );
    check(
        "a.xlf",
        "<xliff><file><unit translate=\"no\"><segment><source>X-5</source></segment></unit><unit><segment><source>Un.</source><target>One.</target></segment></unit></file></xliff>",
        &[("Un.", "One.")],
        &["1 unit is not to be translated (line 1:35): left out"],
    );
}

#[test]
fn catalogues() {
    let po = "msgid \"\"\nmsgstr \"Language: de\\n\"\n\n# said\n#, fuzzy\nmsgctxt \"menu\"\nmsgid \"One \"\n\"file\"\nmsgid_plural \"%d \\\"files\\\"\"\nmsgstr[0] \"Eine\"\nmsgstr[1] \"%d\"\n\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n";
    check(
        "a.po",
        po,
        &[("One file", "Eine"), ("%d \"files\"", "%d")],
        &["1 entry is fuzzy (line 7:1)", "1 obsolete entry is left out (line 13:1)"],
    );
    check_trouble("a.po", "msgid \"x", "a:1:7: there is no text in quotes; mend the PO file there");
    check_trouble(
        "a.po",
        "msgid \"x\"\nwhat\n",
        "a:2:1: neither a keyword nor a text in quotes stands here; mend the PO file there",
    );
    // What is said of an obsolete entry is not said of the next.
    check(
        "a.po",
        "# gone\n#, fuzzy\n#~ msgctxt \"x\"\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n\nmsgid \"One\"\nmsgstr \"Eins\"\n",
        &[("One", "Eins")],
        &["1 obsolete entry is left out (line 4:1)"],
    );
    check_trouble(
        "a.po",
        "msgid \"One\"\n#~ msgid \"old\"\nmsgstr \"Eins\"\n",
        "a:3:1: a translation stands without its message; mend the PO file there",
    );
}

/// Elements in one another as the numbers say: one for each name to open it, one to close what is open, one for words.
fn nested(names: &[&str], steps: &[usize]) -> String {
    let (mut text, mut open) = (String::new(), Vec::new());
    for step in steps {
        match names.get(step % (names.len() + 3)) {
            Some(name) => {
                text += &format!("<{name}>");
                open.push(name.split(' ').next().unwrap_or(name));
            }
            None if step % 2 == 0 => text += "w &amp; <ph/>",
            None => text += &open.pop().map(|name| format!("</{name}>")).unwrap_or_default(),
        }
    }
    text + &open.iter().rev().map(|name| format!("</{name}>")).collect::<String>()
}

fn read_and_written(text: &str, format: BitextFormat) {
    let read = |text: &[u8]| read_bitext("x", text, format, &Options::default(), Pair::of(None, None));
    if let Ok(bitext) = read(text.as_bytes()) {
        let changed = vec![Some("a <ph/> \"b\"\n&".to_owned()); bitext.segments.len()];
        let _ = super::super::rewritten(&bitext.file, &changed, &[]);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "(msg(id|str|ctxt|id_plural)?(\\[1\\])? ?|\"|\\\\|\n|#~?,?|fuzzy|<tu>|</tu>|<seg>|[a-z<>&;\t]|\\PC){0,40}") {
        for format in [BitextFormat::Tmx, BitextFormat::Xliff, BitextFormat::Po, BitextFormat::Tsv] {
            read_and_written(&text, format);
        }
    }

    #[test]
    fn any_nest_of_elements_is_read(steps in proptest::collection::vec(0_usize..60, 0..30)) {
        let names = ["tu", "tuv lang=\"a\"", "tuv lang=\"b\"", "seg", "header srclang=\"a\""];
        read_and_written(&format!("<tmx>{}</tmx>", nested(&names, &steps)), BitextFormat::Tmx);
        let mark = "mrk mtype=\"seg\" mid=\"1\"";
        let names = ["trans-unit", "segment", "source", "seg-source", "target", mark, "g id=\"1\""];
        read_and_written(&format!("<xliff>{}</xliff>", nested(&names, &steps)), BitextFormat::Xliff);
    }
}
