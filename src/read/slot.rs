//! Other translations put into a file that holds both sides. What is not changed keeps its bytes.

use super::bitext::{BitextFormat, File, Head, Segment};
use super::places::place;
use super::xml::tags;
use super::{Trouble, encoding};
use crate::document::quoted::{Fuzzy, Said, quoted};
use crate::document::{Pair, Span, cell};

/// Where the translation of a segment stands in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// Its bytes in the file's text.
    pub span: Span,
    /// What must stand around a translation, where there was no place for one.
    pub around: Option<(String, String)>,
    /// The bytes of the source, for its inline codes.
    pub source: Span,
}

impl Slot {
    /// A translation that stands here.
    pub fn at(span: Span) -> Self {
        Self { span, ..Self::default() }
    }

    /// One that is to stand here, between such marks.
    pub fn new_at(at: usize, before: &str, behind: &str) -> Self {
        Self { around: Some((before.to_owned(), behind.to_owned())), ..Self::at(Span::new(at, at)) }
    }
}

/// The file with other translations, in its own encoding; `translations` has the words of each segment that is to change, `said` what
/// is to be said of each in a catalogue. What the encoding lacks in them is written by its number.
pub fn rewritten(file: &File, translations: &[Option<String>], said: &[Said]) -> Result<Vec<u8>, Trouble> {
    let mut changes = said_of(file, said);
    for (segment, words) in file.segments.iter().zip(translations) {
        let Some(words) = words else { continue };
        changes.push(change(file, segment, words)?);
    }
    if file.format == BitextFormat::Po && file.text.contains("\r\n") {
        changes.iter_mut().for_each(|(_, words)| *words = words.replace('\n', "\r\n"));
    }
    // New translations of one place stay in their order, and what is put before something comes before it.
    changes.sort_by_key(|(span, _)| (span.start, span.end));
    let (mut text, mut at) = (String::with_capacity(file.text.len()), 0);
    for (span, words) in changes {
        text.push_str(file.text.get(at..span.start).unwrap_or(""));
        text.push_str(&words);
        at = span.end;
    }
    text.push_str(file.text.get(at..).unwrap_or(""));
    let origin = &file.origin;
    if file.format.is_xml() {
        return Ok(encoding::encode_xml(&text, origin));
    }
    encoding::encode(&text, origin).map_err(|letter| {
        let has_it = |(_, words): &(_, &Option<String>)| words.as_ref().is_some_and(|words| words.contains(letter));
        let segment = file.segments.iter().zip(translations).find(has_it);
        let place = segment.map(|(segment, _)| format!(" ({})", place(&file.text, segment.at))).unwrap_or_default();
        let name = origin.name();
        Trouble::Unwritable(format!("{name} lacks “{letter}”{place}; reword it, or save the file as UTF-8 before"))
    })
}

/// What is said of the entries of a catalogue, where it is to stand: notes, then what makes them fuzzy, or takes that away. What several
/// forms of one entry have in common is said once.
fn said_of(file: &File, said: &[Said]) -> Vec<(Span, String)> {
    let of = |(segment, said): (&'_ Segment, _)| segment.head.clone().map(|head| (head, said));
    let all: Vec<(Head, &Said)> = file.segments.iter().zip(said).filter_map(of).collect();
    let mut changes = Vec::new();
    for entry in all.chunk_by(|(one, _), (other, _)| one.notes == other.notes) {
        let Some((head, _)) = entry.first() else { continue };
        let mut lines: Vec<&String> = Vec::new();
        for line in entry.iter().flat_map(|(_, said)| &said.comments) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        let note = |line: &String| encoding::with_numbers(line, &file.origin) + "\n";
        changes.extend(lines.into_iter().map(|line| (Span::new(head.notes, head.notes), note(line))));
        let says = |what: Fuzzy| entry.iter().any(|(_, said)| said.fuzzy == what);
        if says(Fuzzy::Made) {
            changes.extend(head.fuzzy.map(|(at, flag)| (Span::new(at, at), flag.to_owned())));
        } else if says(Fuzzy::Gone) && !says(Fuzzy::Stays) {
            changes.extend(head.fuzzy_now.iter().map(|span| (*span, String::new())));
        }
    }
    changes
}

/// What stands instead of what in the file.
fn change(file: &File, segment: &Segment, words: &str) -> Result<(Span, String), Trouble> {
    let unwritable = |what: &str| Trouble::Unwritable(format!("{what} ({})", place(&file.text, segment.at)));
    let slot = segment.slot.as_ref().ok_or_else(|| unwritable("a unit has no place for a translation"))?;
    let words = like(&segment.sides, words);
    let written = match file.format {
        BitextFormat::Tmx | BitextFormat::Xliff => {
            let codes = Pair::of(slot.source.of(&file.text), slot.span.of(&file.text));
            with_codes(&words, codes)
                .ok_or_else(|| unwritable("an inline code of a translation lacks its other half; put codes in pairs"))?
        }
        BitextFormat::Po => quoted(&words),
        BitextFormat::Tsv if cell::unquoted(slot.span.of(&file.text)).is_some() => {
            cell::quoted(&words.replace('\t', " "))
        }
        BitextFormat::Tsv => cell::written(words.replace(['\t', '\r', '\n', '\u{2028}', '\u{2029}'], " ")),
    };
    Ok((
        slot.span,
        match &slot.around {
            Some((before, behind)) => format!("{before}{written}{behind}"),
            None => written,
        },
    ))
}

/// The words between the white space that stood around the translation, or around the source where there was none.
fn like(sides: &Pair<String>, words: &str) -> String {
    let model = if sides.new.trim().is_empty() { &sides.old } else { &sides.new };
    let start = model.len() - model.trim_start().len();
    let end = model.trim_end().len().max(start);
    if words.is_empty() { String::new() } else { format!("{}{words}{}", &model[..start], &model[end..]) }
}

/// The words as XML: the tags that the segment has on either side are inline codes, everything else is text. `None` = a tag lacks its
/// other half.
fn with_codes(words: &str, codes: Pair<&str>) -> Option<String> {
    let known: Vec<&str> = tags(codes.old).chain(tags(codes.new)).collect();
    let (mut written, mut open, mut rest) = (String::with_capacity(words.len()), Vec::new(), words);
    while let Some(letter) = rest.chars().next() {
        let code = known.iter().filter(|_| letter == '<').find(|code| rest.starts_with(**code));
        let taken = code.map_or(letter.len_utf8(), |code| code.len());
        match code {
            Some(code) => {
                let name = |tag: &str| tag.split([' ', '\t', '\r', '\n', '/', '>']).next().unwrap_or("").to_owned();
                match code.strip_prefix("</") {
                    Some(end) => open.pop().filter(|start| *start == name(end)).map(|_| ())?,
                    None if code.ends_with("/>") => {}
                    None => open.push(name(&code[1..])),
                }
                written.push_str(code);
            }
            None => push_escaped(&mut written, letter),
        }
        rest = &rest[taken..];
    }
    open.is_empty().then_some(written)
}

/// A character as XML text. What XML 1.0 can't hold becomes U+FFFD.
fn push_escaped(written: &mut String, letter: char) {
    match letter {
        '<' => written.push_str("&lt;"),
        '>' => written.push_str("&gt;"),
        '&' => written.push_str("&amp;"),
        '\r' => written.push_str("&#13;"),
        '\t' | '\n' => written.push(letter),
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => written.push('\u{fffd}'),
        _ => written.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Options, read_bitext};

    /// The file after the second segment, or the only one, was given this translation.
    #[track_caller]
    fn check(name: &str, text: &str, words: &str, expected: &str) {
        let format = BitextFormat::of(name).expect("a format");
        let read = |text: &str| {
            read_bitext(name, text.as_bytes(), format, &Options::default(), Pair::default()).expect("a bitext")
        };
        let bitext = read(text);
        let last = bitext.file.segments.len() - 1;
        let translations: Vec<Option<String>> = (0..=last).map(|at| (at == last).then(|| words.to_owned())).collect();
        let bytes = rewritten(&bitext.file, &translations, &[]);
        let written = bytes.map(|bytes| String::from_utf8(bytes).expect("UTF-8")).map_err(|why| why.to_string());
        assert_eq!(written.as_deref().unwrap_or_else(|why| why), expected);
        if written.is_ok() {
            let again = &read(expected).file.segments[last].sides;
            assert_eq!((again.old.as_str(), again.new.trim()), (bitext.file.segments[last].sides.old.as_str(), words));
        }
    }

    #[test]
    fn columns() {
        check("a.tsv", "A\tB\r\nC\tD\tx\r\n", "new", "A\tB\r\nC\tnew\tx\r\n");
        check("a.tsv", "A\tB\nC\n", "new", "A\tB\nC\tnew\n");
        check("a.tsv", "A\tB\nC\n", "", "A\tB\nC\t\n");
        check("a.tsv", "A\t\"B \"\"b\"\"\"\tx\n", "say \"c\"", "A\t\"say \"\"c\"\"\"\tx\n");
        check("a.tsv", "A\t\"B\nb\"\n", "C\nc", "A\t\"C\nc\"\n");
        check("a.tsv", "A\tB\n", "\"c\"\"d\"", "A\t\"\"\"c\"\"\"\"d\"\"\"\n");
    }

    #[test]
    fn catalogues() {
        check("a.po", "msgid \"A\"\nmsgstr \"\"\n", "say \"B\"", "msgid \"A\"\nmsgstr \"say \\\"B\\\"\"\n");
        let lines = "msgid \"A\\n\"\nmsgstr \"\"\n\"B\\n\"\n\n# end\n";
        let expected = "msgid \"A\\n\"\nmsgstr \"\"\n\"C\\n\"\n\"D\\n\"\n\n# end\n";
        check("a.po", lines, "C\nD", expected);
        check("a.po", &lines.replace('\n', "\r\n"), "C\nD", &expected.replace('\n', "\r\n"));
    }

    /// A catalogue of one message after it was sent back, with a comment.
    #[track_caller]
    fn check_said(before: &str, expected: &str) {
        const MESSAGE: &str = "msgid \"A\"\nmsgid_plural \"B\"\nmsgstr[0] \"C\"\nmsgstr[1] \"D\"\n";
        let text = format!("{before}{MESSAGE}");
        let bitext =
            read_bitext("a.po", text, BitextFormat::Po, &Options::default(), Pair::default()).expect("a bitext");
        let comments = |notes: &[&str]| notes.iter().map(|note| format!("# {note}")).collect();
        let said = |notes: &[&str]| Said { comments: comments(notes), fuzzy: Fuzzy::Made };
        let bytes = rewritten(&bitext.file, &[None, None], &[said(&["why", "both"]), said(&["both", "more"])]);
        let written = String::from_utf8(bytes.expect("a file")).expect("UTF-8");
        assert_eq!(written, format!("{expected}{MESSAGE}"));
    }

    #[test]
    fn what_is_said_of_a_message_stands_in_the_order_of_gettext() {
        let notes = "# why\n# both\n# more\n";
        check_said("", &format!("{notes}#, fuzzy\n"));
        let comments = "# known\n#. extracted\n#: a.c:1\n";
        check_said(comments, &format!("{notes}{comments}#, fuzzy\n"));
        let former = "#| msgid \"Z\"\nmsgctxt \"x\"\n";
        check_said(&format!("{comments}{former}"), &format!("{notes}{comments}#, fuzzy\n{former}"));
        let flagged = |flags: &str| format!("{comments}#, {flags}\n{former}");
        check_said(&flagged("c-format"), &format!("{notes}{}", flagged("fuzzy, c-format")));
        check_said(&flagged("c-format, fuzzy"), &format!("{notes}{}", flagged("c-format, fuzzy")));
        // An obsolete entry before it keeps what was said of itself.
        let gone = "# gone\n#, fuzzy\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n\n";
        check_said(gone, &format!("{gone}{notes}#, fuzzy\n"));
    }

    /// A catalogue of one message of which its two forms say something.
    #[track_caller]
    fn check_fuzzy(before: &str, said: [Fuzzy; 2], expected: &str) {
        const MESSAGE: &str = "msgid \"A\"\nmsgid_plural \"B\"\nmsgstr[0] \"C\"\nmsgstr[1] \"D\"\n";
        for end in ["\n", "\r\n"] {
            let text = format!("{before}{MESSAGE}").replace('\n', end);
            let bitext =
                read_bitext("a.po", text, BitextFormat::Po, &Options::default(), Pair::default()).expect("a bitext");
            let said = said.map(|fuzzy| Said { comments: vec!["# why".to_owned()], fuzzy });
            let bytes = rewritten(&bitext.file, &[None, None], &said);
            let written = String::from_utf8(bytes.expect("a file")).expect("UTF-8");
            assert_eq!(written, format!("# why\n{expected}{MESSAGE}").replace('\n', end));
        }
    }

    #[test]
    fn an_entry_is_fuzzy_no_more_when_all_of_it_is_decided() {
        use Fuzzy::{Gone, Made, Silent, Stays};
        let former = "#| msgid \"Z\"\n#| msgid_plural \"Y\"\n";
        let fuzzy = format!("# x\n#, fuzzy\n{former}");
        check_fuzzy(&fuzzy, [Gone, Gone], "# x\n");
        check_fuzzy(&fuzzy, [Silent, Gone], "# x\n");
        check_fuzzy(&fuzzy, [Stays, Gone], &fuzzy);
        check_fuzzy(&fuzzy, [Silent, Silent], &fuzzy);
        check_fuzzy(&fuzzy, [Made, Gone], &fuzzy);
        check_fuzzy("#, c-format, fuzzy\n", [Gone, Gone], "#, c-format\n");
        check_fuzzy("#, fuzzy, c-format\n", [Gone, Gone], "#, c-format\n");
        check_fuzzy("#,fuzzy,c-format\n", [Gone, Gone], "#,c-format\n");
        // What is not fuzzy keeps its former message.
        check_fuzzy(former, [Gone, Gone], former);
    }

    #[test]
    fn memories() {
        let file = |target: &str| {
            format!(
                "<tmx><body>\n<tu>\n <tuv xml:lang=\"en\"><seg>A</seg></tuv><tuv xml:lang=\"de\"><seg>B</seg></tuv>\n</tu><tu>\n <tuv xml:lang=\"en\"><seg>C</seg></tuv>{target}\n</tu></body></tmx>\n"
            )
        };
        check("a.tmx", &file(""), "D & E", &file("\n <tuv xml:lang=\"de\"><seg>D &amp; E</seg></tuv>"));
    }

    #[test]
    fn localisation_files() {
        let file = |target: &str| {
            format!(
                "<?xml version='1.0'?>\n<xliff><file><trans-unit id='1'>\n  <source>A <g id=\"1\">b</g> &amp; c</source>{target}\n</trans-unit></file></xliff>\n"
            )
        };
        check("a.xlf", &file("\n  <target>x</target>"), "1 < 2", &file("\n  <target>1 &lt; 2</target>"));
        check("a.xlf", &file(""), "y", &file("\n  <target>y</target>"));
        check("a.xlf", &file("<target state='new'/>"), "y", &file("<target state='new'>y</target>"));
        let coded = "B <g id=\"1\">&</g> <g id=\"2\">";
        let written = file("<target>B <g id=\"1\">&amp;</g> &lt;g id=\"2\"&gt;</target>");
        check("a.xlf", &file("<target> </target>"), coded, &written);
        let marked = |target: &str| {
            format!(
                "<xliff><file><trans-unit><source>A. B.</source><seg-source><mrk mtype=\"seg\" mid=\"1\">A.</mrk><mrk mtype=\"seg\" mid=\"2\">B.</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"1\">C.</mrk>{target}</target></trans-unit></file></xliff>"
            )
        };
        check("a.xlf", &marked(""), "D.", &marked("<mrk mtype=\"seg\" mid=\"2\">D.</mrk>"));
        let half = "can't take the settled translation: an inline code of a translation lacks its other half; put codes in pairs (line 2:14)";
        check("a.xlf", &file("<target/>"), "B <g id=\"1\">", half);
    }
}
