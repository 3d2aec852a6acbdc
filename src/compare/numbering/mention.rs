//! References to numbers in running text: `Article 5`, `Articles 5, 6 and 8`, `§§ 3–5`, `Section 5(2) of this Agreement`.

use super::head::token;
use super::labels::{Labels, Name};
use super::number::Number;
use crate::compare::flags::lists::JOINS;
use crate::compare::flags::side::before;
use crate::document::Span;

/// A number that is referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What its label says it counts.
    pub name: Name,
    /// The number.
    pub number: Number,
    /// Where the number stands.
    pub place: Span,
    /// Whether it is the text's own number, not that of another: `Article 5 of the Charter`.
    pub is_own: bool,
    /// Its label.
    pub label: Span,
    /// From the label, in a list from the number, to what belongs to the number: `(2)(a)`.
    pub whole: Span,
}

/// All references of a text, in order. `names` are words by which the text may call itself: `Treaty`.
pub fn mentions(text: &str, labels: &Labels, names: &[&str]) -> Vec<Mention> {
    let scan = Scan { text, labels, names };
    let mut found: Vec<Mention> = Vec::new();
    let mut done = 0;
    for start in number_starts(text) {
        if start < done {
            continue;
        }
        let place = Span::new(start, start + token(&text[start..]).len());
        let Some(number) = Number::read(place.of(text)) else { continue };
        let mention = scan.labelled(place, &number).or_else(|| scan.listed(place, &number, found.last()?));
        done = mention.as_ref().map_or(place.end, |mention| mention.whole.end);
        found.extend(mention);
    }
    for at in (0..found.len()).rev() {
        // What another reference follows leads where that leads: `Article 5 and Annex II of the Charter`.
        let next = found.get(at + 1).filter(|next| scan.joins(found[at].whole.end, next.whole.start).is_some());
        let leads_here = next.map_or_else(|| scan.leads_here(found[at].whole.end), |next| next.is_own);
        let is_owned = scan.is_owned(found[at].label.start) && !scan.says_here(found[at].whole.end);
        found[at].is_own = leads_here && !is_owned;
    }
    for at in 1..found.len() {
        // `In the Charter, Article 6, paragraph 2`
        let join = scan.joins(found[at - 1].whole.end, found[at].whole.start);
        found[at].is_own &= found[at - 1].is_own || join != Some(",");
    }
    found
}

/// Where something begins that may be a number: a digit, a Roman numeral or a single capital.
fn number_starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let may_begin =
        |(at, byte): &(usize, &u8)| byte.is_ascii_digit() || byte.is_ascii_uppercase() && !is_lower(bytes, at + 1);
    let begins = |at: &usize| at.checked_sub(1).is_none_or(|before| !bytes[before].is_ascii_alphanumeric());
    bytes.iter().enumerate().filter(may_begin).map(|(at, _)| at).filter(begins)
}

fn is_lower(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_lowercase)
}

/// A text that is searched for references.
pub struct Scan<'a> {
    /// The text.
    pub text: &'a str,
    /// What carries numbers.
    pub labels: &'a Labels,
    /// Words by which the text may call itself.
    pub names: &'a [&'a str],
}

impl Scan<'_> {
    /// A number right behind its label.
    fn labelled(&self, place: Span, number: &Number) -> Option<Mention> {
        let before = &self.text[..place.start];
        let bare = before.trim_end_matches([' ', '\u{a0}', '\u{202f}', '\n', '\r', '\t']);
        let bare = if bare.len() < before.len() { bare.strip_suffix('.').unwrap_or(bare) } else { bare };
        let is_sign = bare.ends_with('§');
        // White space ends every label, so none is walked back over twice.
        if !is_sign && bare.len() == before.len() {
            return None;
        }
        let inner = |letter: char| if is_sign { letter == '§' } else { letter.is_alphabetic() || letter == '-' };
        let word = &bare[bare.trim_end_matches(inner).len()..];
        // `for my part I think`
        let is_word = place.of(self.text) == "I" && word.starts_with(char::is_lowercase);
        if word.is_empty() || is_word {
            return None;
        }
        let label = Span::new(bare.len() - word.len(), bare.len());
        let whole = Span::new(label.start, self.behind_brackets(place.end));
        Some(Mention { name: self.labels.name(word)?, number: number.clone(), place, is_own: true, label, whole })
    }

    /// A number in a list that goes on from the last reference. Behind a label of one thing, only a number that ends its clause is
    /// taken for one of the list (`under Article 5 and 30 days later`), and one before such a number: `clause 3, 4 or 5`.
    fn listed(&self, place: Span, number: &Number, last: &Mention) -> Option<Mention> {
        let join = self.joins(last.whole.end, place.start)?;
        let end = self.behind_brackets(place.end);
        let after = &self.text[end..];
        let next = after.trim_start().split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("").to_lowercase();
        let is_amount = after.starts_with(['%', '‰', '°', '€', '$'])
            || self.labels.lists.entry(&next).is_some_and(|entry| !entry.units.is_empty());
        let ends = after.trim_start().is_empty() || after.starts_with(['.', ',', ';', ':', ')', '–', '-']);
        let is_many = self.labels.is_many(last.label.of(self.text), &last.name);
        let is_row = || join.starts_with(',') && self.ends_list(end);
        let is_listed = !join.is_empty() && (is_many || ends && !join.starts_with(',') || is_row());
        let whole = Span::new(place.start, end);
        (is_listed && !is_amount).then(|| Mention { number: number.clone(), place, whole, ..last.clone() })
    }

    /// Whether a row of numbers goes on at a place and ends as rows do: `, 5 or 6` at the end of its clause.
    fn ends_list(&self, mut at: usize) -> bool {
        /// More numbers are no row.
        const LONG: usize = 20;
        for _ in 0..LONG {
            let rest = &self.text[at..];
            let Some(start) = rest.find(|sign: char| sign.is_ascii_digit() || ".;:()\n".contains(sign)) else {
                return false;
            };
            let length = rest[start..].bytes().take_while(u8::is_ascii_digit).count();
            let Some(join) = self.joins(at, at + start).filter(|join| length > 0 && !join.is_empty()) else {
                return false;
            };
            at += start + length;
            if join != "," {
                let after = self.text[at..].trim_start();
                return after.is_empty() || after.starts_with(['.', ',', ';', ':', ')']);
            }
        }
        false
    }

    /// What stands between two references, without white space, if that only joins them: `, and`.
    pub fn joins(&self, from: usize, to: usize) -> Option<&str> {
        const LONGEST: usize = 20;
        let between = self.text.get(from..to).filter(|between| between.len() <= LONGEST)?.trim();
        let word = between.trim_start_matches(',').trim_start();
        (word.is_empty() || JOINS.contains(&word.to_lowercase().as_str())).then_some(between)
    }

    /// Behind `(2)(a)`.
    fn behind_brackets(&self, mut at: usize) -> usize {
        const LONGEST: usize = 5;
        loop {
            let rest = &self.text[at..];
            let behind = rest.strip_prefix('(').or_else(|| rest.strip_prefix(" ("));
            let inner = behind.and_then(|behind| behind.bytes().take(LONGEST + 1).position(|byte| byte == b')'));
            let Some(inner) = inner else { return at };
            at += rest.len() - rest.trim_start_matches(' ').len() + inner + 2;
        }
    }

    /// Whether what ends at one place is within what the other begins: `of` stands between them, or nothing, unless that is a part itself.
    pub fn is_within(&self, from: usize, to: usize, is_part: bool) -> bool {
        const LONGEST: usize = 20;
        let Some(between) = self.text.get(from..to).filter(|between| between.len() <= LONGEST) else { return false };
        let lower: Vec<String> = words(between).iter().map(|word| word.to_lowercase()).collect();
        let has_marks = between
            .contains(|sign: char| !sign.is_alphabetic() && !sign.is_whitespace() && !matches!(sign, '\'' | '’'));
        let is_of = !lower.is_empty() && self.labels.of_words(&lower) == lower.len();
        !has_marks && (is_of || lower.is_empty() && !is_part)
    }

    /// Whether the word behind a place says that what stands before it is near: `(b) above`.
    pub fn is_pointed_at(&self, at: usize) -> bool {
        self.text[at..].starts_with(' ')
            && words(&self.text[at..]).first().is_some_and(|word| self.labels.is_near(&word.to_lowercase()))
    }

    /// Whether the words before a reference tell that it is one to another text: `the Charter’s Article 5`, `its paragraph 2`,
    /// `the mayor’s letter, paragraph 2`, `the Charter (Article 6)`.
    pub fn is_owned(&self, at: usize) -> bool {
        let is_genitive = |word: &&str| word.ends_with("’s") || word.ends_with("'s");
        let before = before(self.text, at).trim_end();
        let Some(text) = before.strip_suffix([',', '(']) else {
            let last = before.rsplit(char::is_whitespace).next();
            return last.is_some_and(|last| is_genitive(&last) || self.labels.is_possessive(&last.to_lowercase()));
        };
        let mut words = text.split_whitespace().rev();
        let Some(text) = words.next() else { return false };
        words.clone().next().is_some_and(|word| is_genitive(&word)) || self.is_other(text, words)
    }

    /// Whether a word names another text, unless one of those before it says that it is this one.
    fn is_other<'b>(&self, word: &str, before: impl Iterator<Item = &'b str>) -> bool {
        /// Words between `this` and `Agreement`.
        const BETWEEN: usize = 2;
        /// Letters of a number with a stroke that is no range: `2016/679`, `95/46/EC`.
        const LONG: usize = 6;
        let is_number =
            word.len() >= LONG && word.contains('/') && word.starts_with(|first: char| first.is_ascii_digit());
        let is_named =
            || word.starts_with(char::is_uppercase) && self.labels.is_text(word) && !self.names.contains(&word);
        (is_number || is_named()) && !before.take(BETWEEN + 1).any(|word| self.labels.is_own(&word.to_lowercase()))
    }

    /// Whether a reference that ends here leads to this text, by the words behind it. A name there is that of another text,
    /// unless this one bears it too.
    pub fn leads_here(&self, at: usize) -> bool {
        if self.says_here(at) {
            return true;
        }
        let rest = self.text[at..].trim_start_matches(',');
        let has_comma = rest.len() < self.text.len() - at;
        let words = words(rest);
        let (of, lead) = self.leads(&words);
        let is_name = |word: &&&str| word.starts_with(char::is_uppercase);
        if of == lead && of > 0 && !has_comma || lead > 0 && self.is_text(&words[lead..]) {
            let name: Vec<&&str> = words[lead..].iter().skip_while(|word| !is_name(word)).take_while(is_name).collect();
            return matches!(name.as_slice(), [name] if self.names.contains(name));
        }
        self.labels.can_tell()
            && (has_comma || lead > 0 || !words.first().is_some_and(|word| word.starts_with(char::is_uppercase)))
    }

    /// Whether the words behind a reference that ends here say that this text is meant: `of this Treaty`.
    fn says_here(&self, at: usize) -> bool {
        let words = words(self.text[at..].trim_start_matches(','));
        let (_, lead) = self.leads(&words);
        words.iter().take(lead + 2).any(|word| self.labels.is_own(&word.to_lowercase()))
    }

    /// How many of these words lead into another text: for certain, and where its name follows.
    fn leads(&self, words: &[&str]) -> (usize, usize) {
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let of = self.labels.of_words(&lower);
        (of, of.max(self.labels.to_words(&lower)))
    }

    /// Whether words name a text: the first (behind a year) or one of those with a capital behind it says which kind.
    fn is_text(&self, words: &[&str]) -> bool {
        let is_year = |word: &&&str| word.starts_with(|first: char| first.is_ascii_digit());
        let mut named = words.iter().skip_while(is_year);
        let first = named.next().into_iter();
        let rest = named.take_while(|word| word.starts_with(char::is_uppercase));
        first.chain(rest).any(|word| self.labels.is_text(word))
    }
}

/// Up to five words at the beginning of a text, apart by white space or an apostrophe only.
fn words(text: &str) -> Vec<&str> {
    const MOST: usize = 5;
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while words.len() < MOST {
        let length = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-').unwrap_or(rest.len());
        if length == 0 {
            break;
        }
        words.push(&rest[..length]);
        // `de l’Accord`
        rest = rest[length..].trim_start_matches(['\'', '’']).trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every number with its label, and `!` for that of another text.
    #[track_caller]
    fn check(language: &'static str, text: &str, expected: &str) {
        let labels = Labels::of(Some(language));
        let found = mentions(text, &labels, &["Treaty"]);
        let shown = found.iter().map(|mention| {
            assert_eq!(mention.place.of(text), mention.number.to_string());
            format!("{} {}{}", mention.label.of(text), mention.number, if mention.is_own { "" } else { "!" })
        });
        assert_eq!(shown.collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    #[test]
    fn numbers_behind_labels() {
        check("en", "See Article 5, Annex II and section 5.2(a).", "Article 5, Annex II, section 5.2");
        check("en", "Arts. 5, 6 and 8 and §§ 3–5 and §7", "Arts 5, Arts 6, Arts 8, §§ 3, §§ 5, § 7");
        check("en", "For my part I think 5 articles, the Article, articles of 30.", "");
        check(
            "de",
            "nach Artikel 5 Absatz 2 und Abschnitten 3 bis 5",
            "Artikel 5, Absatz 2, Abschnitten 3, Abschnitten 5",
        );
        check("fr", "aux articles 5, 6 et 8, à l’annexe II", "articles 5, articles 6, articles 8, annexe II");
        check("es", "los artículos 5 y 6 y el anexo II", "artículos 5, artículos 6, anexo II");
        check("ru", "согласно статьям 5 и 7, пункту 3, ст. 9", "статьям 5, статьям 7, пункту 3, ст 9");
    }

    #[test]
    fn one_label_of_one_thing_has_one_number() {
        check("en", "under Article 5, 30 days later", "Article 5");
        check("en", "under Article 5 and 30 days later", "Article 5");
        check("en", "under Articles 5 and 30 days later", "Articles 5");
        check("en", "under Article 5 or 6.", "Article 5, Article 6");
        check("en", "under Articles 5 and 6 of this Treaty", "Articles 5, Articles 6");
        check("en", "under Article 3, 4 or 5, it ends", "Article 3, Article 4, Article 5");
        check("en", "under Article 3, 4, 5 or 6.", "Article 3, Article 4, Article 5, Article 6");
        check("en", "under Article 3, 4 or 5 days later", "Article 3");
        check("en", "under Article 3, 40 ships, 4 boats and 5.", "Article 3");
    }

    #[test]
    fn whose_a_number_is() {
        check(
            "en",
            "Article 5 of the Charter, Article 6 of this Charter, Article 7 hereof",
            "Article 5!, Article 6, Article 7",
        );
        check("en", "Article 5(2), paragraph 3, of the Charter", "Article 5!, paragraph 3!");
        check("en", "Article 5 and Article 6 of the Charter", "Article 5!, Article 6!");
        check("en", "Article 5 of the Treaty", "Article 5");
        check("en", "Article 5 of the Treaty Organisation", "Article 5!");
        check("en", "the Charter’s Article 5; Article 6 TEU; Article 7 applies", "Article 5!, Article 6!, Article 7");
        check(
            "en",
            "Under the GDPR, Article 6(2), Regulation (EU) 2016/679, Article 5; Article 4 binds and its paragraph 2.",
            "Article 6!, Article 5!, Article 4, paragraph 2!",
        );
        check(
            "en",
            "the Charter (Article 6(2)); in the Charter, Article 6, paragraph 2; the mayor’s letter, paragraph 2",
            "Article 6!, Article 6!, paragraph 2!, paragraph 2!",
        );
        check(
            "en",
            "Under this Framework Agreement, Article 6; the Treaty (Article 5); in Articles 6/7, paragraph 2; in war, Article 8",
            "Article 6, Article 5, Articles 6, Articles 7, paragraph 2, Article 8",
        );
        check("en", "Annex II to the Charter and Annex III to this Treaty", "Annex II!, Annex III");
        check("en", "Under Article 5, the Parties meet. In Article 6 the Parties agree.", "Article 5, Article 6");
        check("de", "Artikel 5 der Satzung, § 6 BGB, Artikel 7 dieses Vertrags", "Artikel 5!, § 6!, Artikel 7");
        check("fr", "l’article 5 de l’Accord, l’article 6 de la présente Convention", "article 5!, article 6");
        check("es", "artículo 5 de la Carta, artículo 6 del presente Acuerdo", "artículo 5!, artículo 6");
        check("ru", "статьи 5 Устава, статьи 6 настоящего Устава, статьи 7 закона", "статьи 5!, статьи 6, статьи 7!");
    }

    #[test]
    fn only_the_name_of_a_text_is_led_to() {
        for behind in [
            " to protect the river",
            " to act on it",
            ", to protect the Charter",
            " in good faith",
            " in the case of floods",
            " to the extent possible",
            " to the Council",
            " under the eyes of the Parties",
            " in this Charter",
            " to the Treaty",
        ] {
            check("en", &format!("under Articles 5 and 7{behind}."), "Articles 5, Articles 7");
        }
        for behind in [
            " in the Charter",
            " to the 1994 Protocol",
            " to the United Nations Convention",
            ", of the Charter",
            " under UNCLOS",
        ] {
            check("en", &format!("under Articles 5 and 7{behind}."), "Articles 5!, Articles 7!");
        }
        check(
            "de",
            "nach Artikel 7 zum Schutz, Artikel 8, der gilt, Artikel 9 im Sinne",
            "Artikel 7, Artikel 8, Artikel 9",
        );
        check("de", "Anhang II zum Grundlagenvertrag, Artikel 7 der Ordnung", "Anhang II!, Artikel 7!");
        check("fr", "l’article 7 de bonne foi, l’article 8 à la demande d’un État", "article 7, article 8");
        check("fr", "l’annexe II à la convention, l’article 7 de l’Acte", "annexe II!, article 7!");
        check("es", "artículo 7 de conformidad con ello, artículo 8 al menos", "artículo 7, artículo 8");
        check("es", "anexo II al Protocolo, artículo 7 de la Carta", "anexo II!, artículo 7!");
        check("ru", "статьи 7 в целях охраны, приложение II к Протоколу", "статьи 7, приложение II!");
    }
}
