//! Sentences of running prose: a scan for what can end one, then the reasons why it does not.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Span;
use super::final_word::{begins_sentence, ends_with_time, is_clock, is_label};

/// Adds the sentences of a stretch of prose, in order, without the white space around them.
pub fn sentences(text: &str, span: Span, found: &mut Vec<Span>) {
    let words = span.of(text);
    let mut add = |start: usize, end: usize| {
        let sentence = Span::new(span.start + start, span.start + end).trimmed(text);
        if !sentence.is_empty() {
            found.push(sentence);
        }
    };
    let mut start = 0;
    let mut at = 0;
    let is_ascii = words.is_ascii();
    while let Some(stop) = if is_ascii { next_ascii_stop(words, at) } else { next_stop(words, at) } {
        let mark = words[stop..].chars().next().unwrap_or('.');
        let after = behind(words, stop + mark.len_utf8());
        if ends(words, start, stop, after) {
            add(start, after);
            // Nearly always a space parts two sentences.
            start = after + usize::from(words.as_bytes().get(after) == Some(&b' '));
        }
        at = after;
    }
    add(start, words.len());
}

/// The same in a text of nothing but ASCII.
fn next_ascii_stop(words: &str, from: usize) -> Option<usize> {
    memchr::memchr3(b'.', b'!', b'?', &words.as_bytes()[from..]).map(|at| from + at)
}

/// Bytes with which a mark can begin that ends a sentence.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let all = *b".!?;\xd5\xd6\xd8\xe0\xe2\xe3\xef\xcd";
    let mut at = 0;
    while at < all.len() {
        stops[all[at] as usize] = true;
        at += 1;
    }
    stops
};

/// The next byte at which a mark stands that can end a sentence.
fn next_stop(words: &str, from: usize) -> Option<usize> {
    let bytes = words.as_bytes();
    let mut at = from;
    // Nothing inside a character looks like the beginning of one.
    while let Some(found) = bytes[at..].iter().position(|byte| STOPS[*byte as usize]) {
        at += found;
        let is_stop = match bytes[at] {
            b'.' | b'!' | b'?' => true,
            b';' => follows_greek(words, at),
            _ => matches!(
                words[at..].chars().next(),
                Some('։' | '؟' | '।' | '॥' | '…' | '。' | '！' | '？' | '．' | '\u{37e}')
            ),
        };
        if is_stop {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn follows_greek(words: &str, at: usize) -> bool {
    words[..at]
        .chars()
        .next_back()
        .is_some_and(|letter| matches!(letter, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'))
}

/// Behind further stops and whatever closes after them.
fn behind(words: &str, from: usize) -> usize {
    let mut end = from;
    for (at, letter) in words[from..].char_indices() {
        if let Some(space) = space_before_guillemet(&words[from + at..]) {
            end += space;
            continue;
        }
        if !matches!(
            letter,
            '.' | '!'
                | '?'
                | '…'
                | '。'
                | '！'
                | '？'
                | '"'
                | '\''
                | '”'
                | '’'
                | '»'
                | ')'
                | ']'
                | '」'
                | '』'
                | '）'
                | '］'
                | '】'
                | '›'
                | '*'
                | '_'
        ) {
            break;
        }
        end += letter.len_utf8();
    }
    end
}

/// The bytes of a space before a French guillemet that closes: nothing that could be quoted touches it on its other side.
fn space_before_guillemet(words: &str) -> Option<usize> {
    let space = words.chars().next().filter(|space| matches!(space, ' ' | '\u{a0}' | '\u{202f}'))?;
    let behind = words[space.len_utf8()..].strip_prefix('»')?;
    let closes =
        !behind.starts_with(|next: char| next.is_alphanumeric() || matches!(next, '…' | '(' | '›' | '„' | '“'));
    closes.then_some(space.len_utf8())
}

/// Whether the stop at this byte ends the sentence that began at `start`.
fn ends(words: &str, start: usize, stop: usize, after: usize) -> bool {
    let mark = words[stop..].chars().next().unwrap_or('.');
    if matches!(mark, '。' | '！' | '？') {
        return !words[after..].starts_with(['、', '，', 'と', 'の', '—', '…']);
    }
    let next = match words.as_bytes()[after..] {
        // Nearly always a space and a letter follow.
        [b' ', letter, ..] if letter.is_ascii_alphanumeric() => &words[after + 1..],
        [letter, ..] if letter.is_ascii_alphanumeric() => return false,
        _ => {
            let rest = words[after..].trim_start();
            if rest.is_empty() || rest.len() == words[after..].len() {
                return rest.is_empty();
            }
            rest.trim_start_matches([
                '"', '\'', '“', '„', '«', '‹', '‘', '(', '[', '¿', '¡', '—', '–', '-', '*', '_', ' ', '「', '『',
            ])
        }
    };
    if next.chars().next().is_some_and(char::is_lowercase) {
        return false;
    }
    mark != '.' || after_stop(words, stop) != stop + 1 || !is_abbreviated(words, start, stop, next)
}

/// The byte behind a row of full stops.
fn after_stop(words: &str, stop: usize) -> usize {
    stop + words[stop..].bytes().take_while(|byte| *byte == b'.').count()
}

/// No abbreviation ends in so many Latin letters.
const UNABBREVIATED: usize = 7;

/// Initials that are two letters in Latin script and one in another.
const DIGRAPHS: [&str; 10] = ["Yu", "Ya", "Ye", "Yo", "Zh", "Kh", "Ts", "Ch", "Sh", "Th"];

/// What German names of streets end in, before the number of a house: `Bahnhofstr. 4`.
const STREET: &str = "str";

/// Whether the full stop at this byte belongs to an abbreviation, an initial, a number or a marker, and the sentence goes on.
fn is_abbreviated(words: &str, start: usize, stop: usize, next: &str) -> bool {
    let before = words.as_bytes()[start..stop].iter().rev();
    if before.take(UNABBREVIATED).filter(|byte| byte.is_ascii_lowercase()).count() == UNABBREVIATED {
        return words[..stop].ends_with(STREET) && next.starts_with(|letter: char| letter.is_ascii_digit());
    }
    let from = words[start..stop]
        .rfind(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '[' | '“' | '"' | '«' | '—' | '/'))
        .map_or(start, |at| start + at + words[start + at..].chars().next().map_or(1, char::len_utf8));
    let word = behind_elision(&words[from..stop]);
    let is_first = words[start..from].trim().is_empty();
    let digit_next = next.starts_with(|letter: char| letter.is_ascii_digit());
    if is_first && is_marker(word) {
        return true;
    }
    if word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty() {
        return begins_with_month(next);
    }
    let mut letters = word.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && letter.is_uppercase()
        && letter != 'I'
    {
        return !is_label(&words[start..from]);
    }
    if is_clock(word) {
        return !ends_with_time(&words[start..from], next);
    }
    if DIGRAPHS.contains(&word) && next.starts_with(char::is_uppercase) {
        return !begins_sentence(next);
    }
    match abbreviations().get(word.to_lowercase().as_str()) {
        Some(Ending::Never) => true,
        Some(Ending::Number) => {
            digit_next
                || is_placeholder(&words[stop + 1..])
                || next.starts_with(is_roman)
                    && next
                        .split_whitespace()
                        .next()
                        .is_some_and(|word| word.trim_end_matches(['.', ',', ')']).chars().all(is_roman))
        }
        Some(Ending::Amount) => !begins_with_capital(&words[stop + 1..]),
        Some(Ending::Maybe) => !begins_sentence(next),
        None if word.ends_with(STREET) => digit_next,
        None => is_initials(word) && !begins_sentence(next),
    }
}

/// Whether a word is of short parts between full stops, as `z.B` is; `7.5%` is a number.
fn is_initials(word: &str) -> bool {
    let is_short = |part: &str| part.chars().count() <= 2 && !part.contains(|letter: char| letter.is_ascii_digit());
    word.contains('.') && word.split('.').all(is_short)
}

/// Whether a word, without its full stop, is written so for a longer one in any of the languages; a letter is.
pub fn is_abbreviation(word: &str) -> bool {
    let word = behind_elision(word);
    let is_letter = word.chars().nth(1).is_none() && word.starts_with(char::is_alphabetic);
    is_letter && word != "I" || word.ends_with(STREET) || abbreviations().contains_key(word.to_lowercase().as_str())
}

/// A word without the elided one before it: `art` of `l’art`, `A` of `d’A`. The letter of `Court’s` is no word.
fn behind_elision(word: &str) -> &str {
    let behind = word.rsplit(['’', '\'']).next().unwrap_or(word);
    let is_initial = behind.starts_with(char::is_uppercase) && word.starts_with(char::is_lowercase);
    if is_initial || behind.chars().nth(1).is_some() { behind } else { word }
}

/// Whether a word with one capital follows: `МВт`, `США`, currencies and what stands in brackets go on with an amount.
fn begins_with_capital(rest: &str) -> bool {
    let next = rest.trim_start().split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("").to_lowercase();
    if include_str!("money.txt").split_whitespace().any(|money| money == next) {
        return false;
    }
    let mut letters = rest.trim_start().trim_start_matches(['«', '„', '“', '"', '—', '–', '-', ' ']).chars();
    letters.next().is_some_and(char::is_uppercase) && !letters.next().is_some_and(char::is_uppercase)
}

/// Whether what will be a number stands here in brackets: `[●]`, `[X]`, `([REF])`.
fn is_placeholder(rest: &str) -> bool {
    const LONGEST: usize = 24;
    let inside = rest.trim_start_matches([' ', '(']).strip_prefix('[').and_then(|rest| {
        let end = rest.bytes().take(LONGEST).position(|byte| byte == b']')?;
        Some(&rest[..end])
    });
    inside.is_some_and(|inside| !inside.contains(|letter: char| letter.is_whitespace() || letter.is_lowercase()))
}

fn is_roman(letter: char) -> bool {
    matches!(letter, 'I' | 'V' | 'X' | 'L' | 'C')
}

/// A number, letter or Roman numeral that counts an item at the start of a block.
fn is_marker(word: &str) -> bool {
    let word = word.trim_start_matches(['#', '*', '>', '-', ' ']);
    let parts = || word.split('.').filter(|part| !part.is_empty());
    !word.is_empty() && parts().all(|part| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
        || word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
        || !word.is_empty() && word.len() <= 5 && word.chars().all(is_roman)
}

/// German and other ordinal dates: `am 23. November`.
fn begins_with_month(next: &str) -> bool {
    const MONTHS: [&str; 17] = [
        "Januar",
        "Jänner",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
        "Jh",
        "Jahrhundert",
        "Tag",
        "Sitzung",
    ];
    MONTHS.iter().any(|month| next.starts_with(month))
}

#[derive(Clone, Copy, Debug)]
enum Ending {
    Never,
    Number,
    Amount,
    Maybe,
}

/// The abbreviations of all languages; where two languages part, the one that ends fewer sentences holds.
fn abbreviations() -> &'static FxHashMap<&'static str, Ending> {
    static TABLE: OnceLock<FxHashMap<&'static str, Ending>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = FxHashMap::default();
        for line in include_str!("abbreviations.txt").lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace().skip(1);
            let ending = match words.next() {
                Some("never") => Ending::Never,
                Some("number") => Ending::Number,
                Some("amount") => Ending::Amount,
                _ => Ending::Maybe,
            };
            for word in words {
                table.entry(word).or_insert(ending);
            }
        }
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<Span> {
        let mut found = Vec::new();
        sentences(text, Span::new(0, text.len()), &mut found);
        found
    }

    /// `expected` has ` | ` where a sentence ends.
    fn check(expected: &str) {
        let text = expected.replace(" | ", " ").replace('|', "");
        let found: Vec<&str> = cut(&text).iter().map(|span| span.of(&text)).collect();
        assert_eq!(found.join(" | "), expected.replace("|", " | ").replace("  |  ", " | "));
    }

    #[test]
    fn abbreviations_and_initials_go_on() {
        check("Mr. Ivanov met Dr. J. K. Smith. | They spoke.");
        check("See Art. 5 and No. 7, i.e. the rules. | All hold.");
        check("It is the Court's. | 12 judges sit. | So they'd. | The rest left.");
        check("Under Sec. [●] and Art. ([X]) it is due. | [They agree.]");
        check("He said no. | [The others left.]");
        check("It was a gift of E. Yu. Tsypkin and Mr Ch. Dickens. | He is glad.");
        check("He met Ts. | The rest came later.");
        check("The U.S. Senate voted. | It agreed.");
        check("He lives in the U.S. | The end.");
        check("It cost 6.5 million. | That was too much.");
        check("Debt fell by 7.5%. | Members were glad to pay £7.5m. | Clients were told.");
        check("Das gilt z.B. Herrn Kahl, ab 7.5. | Clara zahlt 3,50 u.a. Karl.");
        check("Pens, paper, etc. | The rest came later.");
        check("The meeting begins at 5 p.m. | Delegates arrive at noon.");
        check("It ends at 9 a.m. Monday, or at 5 p.m. Moscow time, not at 6 p.m. Eastern. | Delegates go home.");
        check("At 5 p.m. Ivanov called. | On Friday at 6 p.m. Petrov came.");
        check("The rules are in Annex A. | Parties keep them as E. Smith does.");
        check("Les règles sont à l’annexe A. | Chaque Partie les applique.");
        check("Annex A. Rules of the house");
        check("He took part, as did A. Smith.");
        check("It was signed by the partner A. Smith in May, and the exhibitor B. Jones as party A. Smith had died.");
        check("Die Partei A. Schmidt siegt. | Sie las Anlage B. | Alle stimmen zu.");
        check("Договор в приложении А. | Стороны хотели разделить И. Петрова.");
    }

    #[test]
    fn a_guillemet_behind_a_space_closes_its_sentence() {
        check("Elle cria : « Au feu ! » | Tous sortirent.");
        check("« Êtes-vous prêts\u{202f}?\u{a0}», demanda Luc. | « Oui. »");
        check("Er rief! | »Komm« heißt das.");
    }

    #[test]
    fn no_abbreviation_is_longer_than_we_think() {
        let is_letter = |letter: &char| letter.is_ascii_lowercase();
        let longest = abbreviations().keys().map(|known| known.chars().rev().take_while(is_letter).count()).max();
        assert!(longest < Some(UNABBREVIATED), "{longest:?}");
    }

    #[test]
    fn addresses_titles_and_firms_go_on() {
        check("Er wohnt in der Lindenstr. 4. | Sie wohnt in der Str. 5, Bahnhofstr. 12 und der Ostr. 3.");
        check("Das Büro liegt in der Bahnhofstr. | Es ist neu.");
        check("Die Fa. Müller und Dr. jur. Weber zahlen max. 5 Mio. Euro. | Das reicht.");
        check("La Sté. Dupont paie env. 50 euros. | Elle part.");
        check("Vive en la Avda. Mayor. | El Sr. Gómez firmó el párr. 5.");
        check("Smith Bros. Ltd. signed Doc. A/RES/60/1. | It is due.");
        check("It is in Smith v. Jones, 12 F. Supp. 5. | He read the doc. | The rest is new.");
        check(
            "Офис: пер. Садовый, корп. 2. | Ген. Петров получил 5 тыс. долл. США. | Сумма 5 тыс. долл. | Стороны подписали.",
        );
    }

    #[test]
    fn quotations_close_after_the_stop() {
        check("“It is ready.” | He left.");
        check("“Why?” he asked. | Nobody knew… | Then silence.");
        check("Well... maybe not. | Yes!");
    }

    #[test]
    fn markers_begin_their_sentence() {
        check("1. The Parties agree. | They sign.");
        check("2.1. Payment is due.");
    }

    #[test]
    fn other_languages() {
        check("В г. Ереване прошла встреча, т. е. саммит. | Это важно.");
        check("См. ст. 5 и п. 7. | Все согласны.");
        check("Это 150 тыс. руб. | Совет принял решение.");
        check("Это 35 млн. | Он ушёл. | Их 12 тыс. | «Мир» закрыт.");
        check("Бюджет составил 150 млн. | Европейский союз выделил 20 млн. Евро.");
        check("Это 150 руб. (Сто пятьдесят) и 12 тыс. МВт, 5 млн. 300 тыс. Рублей, 100 руб. РФ.");
        check("Es kostet 12 Mio. Franken und 3 Mrd. Euro. | Das ist viel.");
        check("Am 23. November tagte der Rat. | Er beschloss Art. 5 Abs. 2.");
        check("Le président M. Dupont a signé l’art. 5. | Il est parti.");
        check("El Sr. Pérez firmó. | ¿Por qué? | Nadie sabe.");
        check("Առաջին նախադասություն։ | Երկրորդը։");
        check("यह पहला वाक्य है। | यह दूसरा है।");
        check("هل وافق المجلس؟ | نعم وافق.");
        check("Τι συμβαίνει; | Τίποτα.");
    }

    #[test]
    fn chinese_and_japanese_need_no_space() {
        let text = "会议结束了。各方同意！还有问题吗？没有。";
        assert_eq!(cut(text).len(), 4);
        let text = "「準備はできた。」彼は去った。";
        assert_eq!(cut(text).len(), 2);
    }
}
