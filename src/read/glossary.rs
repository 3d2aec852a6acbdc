//! Glossaries: terms and their translations, from CSV (RFC 4180), TSV or TBX.

use csv::{ReaderBuilder, StringRecord};

use super::places::Places;
use super::{Trouble, encoding, header, language, tbx};
use crate::document::Pair;

/// What a glossary says for two languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    /// Terms and their translations. A term that stands in several pairs may be translated by each of them.
    pub terms: Vec<Pair<String>>,
    /// What is to be said of the file: what was left out.
    pub notes: Vec<String>,
}

/// Reads a glossary for a source and a translation in these languages. Tables have a term and a translation in each row; where their
/// first row names languages, those tell the columns.
pub fn read_glossary(
    name: &str,
    bytes: impl Into<Vec<u8>>,
    label: Option<&str>,
    languages: Pair<Option<&str>>,
) -> Result<Glossary, Trouble> {
    let (text, _) = encoding::decode(bytes.into(), label)?;
    let mut glossary = terms(name, &text, languages)?;
    if glossary.terms.is_empty() && !glossary.notes.iter().any(|note| note.starts_with(LACKS)) {
        let remedy = "write a term and its translation in each row, as CSV, TSV or TBX";
        glossary.notes.insert(0, format!("the glossary has no term with a translation: {remedy}"));
    }
    Ok(glossary)
}

fn terms(name: &str, text: &str, languages: Pair<Option<&str>>) -> Result<Glossary, Trouble> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "tbx" | "xml" => tbx::terms(text, languages),
        "tsv" | "tab" => table(text, b'\t', languages),
        _ => table(text, delimiter(text), languages),
    }
}

/// What parts the columns of a CSV file: a semicolon where the locale's comma is a decimal sign.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    let count = |sign: char| first.matches(sign).count();
    match (count('\t'), count(';'), count(',')) {
        (tabs, 0, 0) if tabs > 0 => b'\t',
        (_, semicolons, commas) if semicolons > commas => b';',
        _ => b',',
    }
}

fn table(text: &str, delimiter: u8, languages: Pair<Option<&str>>) -> Result<Glossary, Trouble> {
    let malformed = |line: u64, what: &str| Trouble::MalformedAt(format!("{line}:1"), what.to_owned());
    let mut reader = ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter).quoting(delimiter != b'\t').trim(csv::Trim::All);
    let (mut glossary, mut columns, mut lacking) = (Glossary::default(), Pair::of(0, 1), Places::default());
    for (at, record) in reader.from_reader(text.as_bytes()).records().enumerate() {
        let record = record.map_err(|why| Trouble::Malformed("glossary", why.to_string()))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().any(|cell| cell.contains('\n')) {
            return Err(malformed(line, "a quotation mark of this line is not closed; close or double it"));
        }
        let tags: Vec<Option<String>> = record.iter().map(tag).collect();
        if at == 0 && tags.iter().flatten().any(|tag| tags.iter().flatten().any(|other| other != tag)) {
            match chosen(&tags, languages) {
                Ok(chosen) => columns = chosen,
                Err(note) => return Ok(Glossary { notes: vec![note], ..glossary }),
            }
            continue;
        }
        if record.len() < 2 {
            return Err(malformed(line, "there is one column only; write a term and its translation"));
        }
        if at == 0 && header::languages(&record[0], &record[1]).is_some() {
            continue;
        }
        match term(&record, columns.old).zip(term(&record, columns.new)) {
            Some((old, new)) => glossary.terms.push(Pair::of(old, new)),
            None => lacking.add(record.position().map_or(0, |position| position.byte() as usize)),
        }
    }
    glossary.notes.extend(lacking.said(
        text,
        "line without a term on one side|lines without a term on one side",
        "left out",
    ));
    Ok(glossary)
}

fn term(record: &StringRecord, column: usize) -> Option<String> {
    record.get(column).filter(|term| !term.is_empty()).map(str::to_owned)
}

/// The language that a cell of the first row names: `en`, `en-GB`, `FR`, `French`.
fn tag(cell: &str) -> Option<String> {
    language::named(cell).map(str::to_owned)
}

/// How a note begins that tells which languages a glossary has instead of those that are wanted.
const LACKS: &str = "the glossary has no terms in ";

/// Which of the columns or entries in these languages are the term's and the translation's; where a language is not known, the first
/// other one. The error says what there is.
pub fn chosen(tags: &[Option<String>], languages: Pair<Option<&str>>) -> Result<Pair<usize>, String> {
    let of = |wanted: &str| tags.iter().position(|tag| tag.as_deref() == Some(wanted));
    let other = |than: Option<usize>| (0..tags.len()).find(|at| Some(*at) != than && tags[*at].is_some());
    let lacks = |language: &str| {
        let mut all: Vec<&str> = tags.iter().flatten().map(String::as_str).collect();
        all.sort_unstable();
        all.dedup();
        format!(
            "{LACKS}{language}, only in {}; --old-lang and --new-lang name the languages of the texts",
            all.join(", ")
        )
    };
    let known = |language: Option<&str>| language.map(|wanted| of(wanted).ok_or_else(|| lacks(wanted))).transpose();
    let (old, new) = (known(languages.old)?, known(languages.new)?);
    let old = old.or_else(|| other(new)).unwrap_or(0);
    Ok(Pair::of(old, new.or_else(|| other(Some(old))).unwrap_or(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, text: &str, languages: (Option<&str>, Option<&str>), terms: &[(&str, &str)], notes: &[&str]) {
        let languages = Pair::of(languages.0, languages.1);
        let read = read_glossary(name, text.as_bytes(), None, languages).expect("a glossary");
        let found: Vec<(&str, &str)> = read.terms.iter().map(|pair| (pair.old.as_str(), pair.new.as_str())).collect();
        assert_eq!((found.as_slice(), read.notes), (terms, notes.iter().map(|&note| note.to_owned()).collect()));
    }

    #[track_caller]
    fn check_trouble(name: &str, text: &str, expected: &str) {
        let read = read_glossary(name, text.as_bytes(), None, Pair::of(Some("en"), Some("fr")));
        assert_eq!(read.map_err(|trouble| trouble.of("a")), Err(expected.to_owned()));
    }

    const EN_FR: (Option<&str>, Option<&str>) = (Some("en"), Some("fr"));

    #[test]
    fn tables_have_a_term_and_its_translation() {
        check("a.csv", "harbour,port\n\"fee, due\",taxe\n", EN_FR, &[("harbour", "port"), ("fee, due", "taxe")], &[]);
        check("a.csv", "harbour; port\n", EN_FR, &[("harbour", "port")], &[]);
        check("a.tsv", "the \"Port\"\tle « port »\r\n", EN_FR, &[("the \"Port\"", "le « port »")], &[]);
        check(
            "a.csv",
            "harbour,port\nship,\n",
            EN_FR,
            &[("harbour", "port")],
            &["1 line without a term on one side (line 2:1): left out"],
        );
        let none = "the glossary has no term with a translation: write a term and its translation in each row, as CSV, TSV or TBX";
        for (name, text) in [("a.csv", ""), ("a.tsv", "source\ttarget\n"), ("a.tbx", "<tbx/>")] {
            check(name, text, EN_FR, &[], &[none]);
        }
        let left_out = "1 line without a term on one side (line 1:1): left out";
        check("a.csv", "ship,\n", EN_FR, &[], &[none, left_out]);
        check("a.csv", "Term (en),Translation\nharbour,port\n", EN_FR, &[("harbour", "port")], &[]);
    }

    #[test]
    fn a_first_row_of_languages_tells_the_columns() {
        let text = "fr,note,en-GB,de\nport,naut.,harbour,Hafen\n";
        check("a.csv", text, EN_FR, &[("harbour", "port")], &[]);
        check("a.csv", text, (None, Some("fr")), &[("harbour", "port")], &[]);
        check("a.csv", text, (Some("de"), None), &[("Hafen", "port")], &[]);
        let lacks = "the glossary has no terms in ru, only in de, en, fr; --old-lang and --new-lang name the languages of the texts";
        check("a.csv", text, (Some("en"), Some("ru")), &[], &[lacks]);
        check("a.csv", "French,note,English\nport,naut.,harbour\n", EN_FR, &[("harbour", "port")], &[]);
        check("a.csv", "German,Deutsch\n", EN_FR, &[("German", "Deutsch")], &[]);
    }

    #[test]
    fn what_is_no_glossary_says_where() {
        check_trouble(
            "a.csv",
            "harbour,port\nship\n",
            "a:2:1: there is one column only; write a term and its translation",
        );
        check_trouble(
            "a.csv",
            "harbour,port\nship,\"navire\nfee,taxe\n",
            "a:2:1: a quotation mark of this line is not closed; close or double it",
        );
        check_trouble(
            "a.tbx",
            "<tbx>\n<text></tbx>",
            "a:2:7: expected 'text' tag, not 'tbx'; mend the TBX file there, or export it anew",
        );
        check_trouble(
            "a.tbx",
            "<tmx/>",
            "a is no TBX file: its first element is tmx, not tbx; give it the ending of what it is",
        );
    }

    #[test]
    fn term_bases_of_both_versions() {
        let old = r#"<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="1">
<langSet xml:lang="en"><tig><term>harbour</term></tig><ntig><termGrp><term>port</term></termGrp></ntig></langSet>
<langSet xml:lang="fr-CA"><tig><term>port</term></tig><tig><term>havre</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry><termEntry id="2"><langSet xml:lang="en"><tig><term>fee</term></tig></langSet></termEntry></body></text></martif>"#;
        check(
            "a.tbx",
            old,
            EN_FR,
            &[("harbour", "port"), ("port", "port")],
            &["1 entry without a term on one side (line 5:13): left out"],
        );
        let new = r#"<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="1">
<langSec xml:lang="fr"><termSec><term>navire</term></termSec></langSec><langSec xml:lang="en"><termSec><term>ship</term></termSec></langSec>
</conceptEntry></body></text></tbx>"#;
        check("a.tbx", new, EN_FR, &[("ship", "navire")], &[]);
        check(
            "a.tbx",
            new,
            (Some("en"), Some("ru")),
            &[],
            &[
                "the glossary has no terms in ru, only in en, fr; --old-lang and --new-lang name the languages of the texts",
            ],
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(en|fr|[,;\t\"\n]|<tbx>|</tbx>|<term>|<langSec>|\\PC){0,40}") {
            for name in ["a.csv", "a.tsv", "a.tbx"] {
                let _ = read_glossary(name, text.as_bytes(), None, Pair::of(None, None));
            }
        }
    }
}
