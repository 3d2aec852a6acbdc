//! The language of a whole text, where it can be told.

use whatlang::{Detector, Lang};

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

/// The ISO 639-1 code of the language of a text; nothing where the text is too short or the answer unsure.
pub fn detect(text: &str) -> Option<&'static str> {
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
    let found = Detector::with_allowlist(allowed).detect(sample)?;
    let code = KNOWN.iter().find(|(language, _)| *language == found.lang()).map(|(_, code)| *code);
    code.filter(|_| found.is_reliable() || found.confidence() > 0.5)
}

/// A code as we keep it, if the language is known.
pub fn known(code: &str) -> Option<&'static str> {
    KNOWN.iter().map(|(_, known)| *known).find(|known| known.eq_ignore_ascii_case(code))
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
}
