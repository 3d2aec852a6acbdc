//! The language of a whole text, where it can be told.

use whatlang::{Detector, Info, Lang};

/// How many bytes of the text are asked.
const SAMPLE: usize = 4_096;
/// Shorter texts tell no language by their letters' habits.
const LEAST: usize = 60;

/// Languages that are told apart, with their ISO 639-1 codes.
const KNOWN: [(Lang, &str); 26] = [
    (Lang::Eng, "en"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Spa, "es"),
    (Lang::Rus, "ru"),
    (Lang::Ukr, "uk"),
    (Lang::Hye, "hy"),
    (Lang::Ell, "el"),
    (Lang::Ara, "ar"),
    (Lang::Hin, "hi"),
    (Lang::Cmn, "zh"),
    (Lang::Jpn, "ja"),
    (Lang::Ita, "it"),
    (Lang::Por, "pt"),
    (Lang::Nld, "nl"),
    (Lang::Pol, "pl"),
    (Lang::Hun, "hu"),
    (Lang::Ron, "ro"),
    (Lang::Kat, "ka"),
    (Lang::Heb, "he"),
    (Lang::Pes, "fa"),
    (Lang::Kor, "ko"),
    (Lang::Tha, "th"),
    (Lang::Tur, "tr"),
    (Lang::Bel, "be"),
    (Lang::Bul, "bg"),
];

/// Shorter texts contradict nobody who names their language.
const PLAIN: usize = 200;

/// The ISO 639-1 code of the language of a text; nothing where the text is too short or the answer unsure.
pub fn detect(text: &str) -> Option<&'static str> {
    found(text).filter(|found| found.is_reliable() || found.confidence() > 0.5).and_then(|found| code(found.lang()))
}

/// The same where no doubt is left.
pub fn detect_plainly(text: &str) -> Option<&'static str> {
    found(text).filter(|found| text.len() >= PLAIN && found.is_reliable()).and_then(|found| code(found.lang()))
}

fn code(language: Lang) -> Option<&'static str> {
    KNOWN.iter().find(|(known, _)| *known == language).map(|(_, code)| *code)
}

/// What a text's letters tell.
fn found(text: &str) -> Option<Info> {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    if sample.len() < LEAST {
        return None;
    }
    // Short Russian is easily taken for Bulgarian, which lacks these letters.
    let is_possible = |language: &Lang| *language != Lang::Bul || !sample.contains(['ы', 'э', 'ё']);
    let allowed = KNOWN.iter().map(|(language, _)| *language).filter(is_possible).collect();
    Detector::with_allowlist(allowed).detect(sample)
}

/// A code as we keep it, if the language is known.
pub fn known(code: &str) -> Option<&'static str> {
    KNOWN.iter().map(|(_, known)| *known).find(|known| known.eq_ignore_ascii_case(code))
}

/// The code of a language that is named by its code, with its script and region or without (`en`, `pt-BR`, `zh_Hant_TW`), or by its name in
/// English or its own (`German`, `Deutsch`).
pub fn named(words: &str) -> Option<&'static str> {
    let mut tags = words.split(['-', '_']);
    let primary = tags.next().and_then(known);
    const SCRIPTS: [&str; 5] = ["hans", "hant", "latn", "cyrl", "arab"];
    let is_subtag = |tag: &str| match tag.len() {
        2 => tag.bytes().all(|byte| byte.is_ascii_alphabetic()),
        3 => tag.bytes().all(|byte| byte.is_ascii_digit()),
        _ => SCRIPTS.contains(&tag.to_ascii_lowercase().as_str()),
    };
    let lowered = words.to_lowercase();
    let is_name =
        |language: Lang| [language.eng_name(), language.name()].iter().any(|name| name.to_lowercase() == lowered);
    let by_name = || KNOWN.iter().find(|(language, _)| is_name(*language)).map(|(_, code)| *code);
    primary.filter(|_| tags.all(is_subtag)).or_else(by_name).or_else(|| (lowered == "chinese").then_some("zh"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told() {
        assert_eq!(
            detect("The Parties shall consult without delay whenever one of them asks for it in writing."),
            Some("en")
        );
        assert_eq!(
            detect("Стороны проводят консультации незамедлительно по письменной просьбе любой из них."),
            Some("ru")
        );
        assert_eq!(detect("Поезд пришёл вовремя. Мы взяли вещи и пошли домой. Было холодно."), Some("ru"));
        assert_eq!(detect("Hm."), None);
        assert_eq!(known("RU"), Some("ru"));
        assert_eq!(known("xx"), None);
    }

    #[test]
    fn languages_are_named_by_code_or_name() {
        for (words, expected) in [
            ("de", Some("de")),
            ("pt-BR", Some("pt")),
            ("ZH_Hant_TW", Some("zh")),
            ("German", Some("de")),
            ("deutsch", Some("de")),
            ("Русский", Some("ru")),
            ("Chinese", Some("zh")),
            ("de-facto", None),
            ("Germany", None),
            ("", None),
        ] {
            assert_eq!(named(words), expected, "{words}");
        }
    }

    #[test]
    fn only_long_texts_contradict() {
        let short = "The Parties shall consult without delay whenever one of them asks for it in writing.";
        assert_eq!((detect_plainly(short), detect_plainly(&short.repeat(3))), (None, Some("en")));
    }
}
