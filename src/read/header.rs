//! The first row of a table where it names the columns.

use super::language::named;
use crate::document::{Pair, Side};

/// Words by which columns are called, of the source and of the translation.
const ROLES: Pair<&[&str]> = Pair::of(
    &["source", "original", "old", "ausgangstext", "quelle", "origen", "исходник", "оригинал"],
    &["target", "translation", "new", "übersetzung", "ziel", "traduction", "cible", "traducción", "destino", "перевод"],
);

/// Words that may stand beside these.
const BESIDE: &[&str] = &["language", "text", "segment", "string", "sentence", "term", "wording"];

/// The languages of two columns, as they are named, if their first cells are no words of the text but names of columns: what each of them is
/// or in which language, `source` and `target`, `en` and `pt-BR`, `English` and `Target (German)`.
pub fn languages(source: &str, target: &str) -> Option<Pair<Option<String>>> {
    let pair = Pair::of(column(source, Side::Old)?, column(target, Side::New)?);
    let codes = pair.as_ref().map(|tag| tag.as_deref().and_then(named));
    // Nobody translates from a language into the same; and a language's name is translated by its other name.
    (codes.old.is_none() || codes.old != codes.new).then_some(pair)
}

/// The language that a cell names, if it names a column of this side at all. A region is kept.
fn column(cell: &str, side: Side) -> Option<Option<String>> {
    let (mut is_column, mut language) = (false, None);
    let words = cell.split(|letter: char| !letter.is_alphanumeric() && !"-_".contains(letter));
    for word in words.filter(|word| !word.is_empty()) {
        let lowered = word.to_lowercase();
        if ROLES[side].contains(&lowered.as_str()) {
            is_column = true;
        } else if let Some(code) = named(word) {
            let tag = if word.len() <= code.len() || word.contains(['-', '_']) { word } else { code };
            is_column = true;
            language = language.or(Some(tag.to_owned()));
        } else if !BESIDE.contains(&lowered.as_str()) {
            return None;
        }
    }
    is_column.then_some(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, target: &str, expected: Option<(Option<&str>, Option<&str>)>) {
        let found = languages(source, target);
        let found = found.as_ref().map(|pair| (pair.old.as_deref(), pair.new.as_deref()));
        assert_eq!(found, expected, "{source} | {target}");
    }

    #[test]
    fn columns_are_named_by_what_they_are_or_by_their_language() {
        check("source", "target", Some((None, None)));
        check("Source text", "Translation", Some((None, None)));
        check("en", "de", Some((Some("en"), Some("de"))));
        check("en-GB", "pt_BR", Some((Some("en-GB"), Some("pt_BR"))));
        check("English", "Deutsch", Some((Some("en"), Some("de"))));
        check("\"Source (en)\"", "Target [fr-CA]", Some((Some("en"), Some("fr-CA"))));
        check("Оригинал", "Перевод", Some((None, None)));
    }

    #[test]
    fn words_of_the_text_name_no_column() {
        check("Source", "Quelle", None);
        check("German", "Deutsch", None);
        check("target", "source", None);
        check("Text", "Texte", None);
        check("Open the source.", "Öffnen Sie die Quelle.", None);
        check("en", "en", None);
        check("source", "", None);
        check("", "", None);
    }
}
