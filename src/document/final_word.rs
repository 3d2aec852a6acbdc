//! What a sentence may end with though it looks as if the sentence went on: a time of day, and the letter of a part.

/// Whether a word without its full stop is the sign of a time of day.
pub fn is_clock(word: &str) -> bool {
    matches!(word, "a.m" | "p.m" | "A.M" | "P.M")
}

/// Whether a sentence may end with the time of day behind these words: it has all that it needs, and what follows can't go on with the time
/// (`5 p.m. Monday`, `5 p.m. Moscow time`).
pub fn ends_with_time(before: &str, next: &str) -> bool {
    /// A sentence that is longer (in words) has not only begun; neither has one with such a word before its time of day.
    const LONG: usize = 6;
    const LEADS: &str = "In On At For From But And If When While As After Before However";
    const GO_ON: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August \
        September October November December Eastern Central Pacific Mountain Atlantic Greenwich Zulu";
    if begins_sentence(next) {
        return true;
    }
    let mut words = next.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let is_word = first.chars().nth(1).is_some_and(char::is_lowercase) && !is_in(GO_ON, first);
    let goes_on = second.eq_ignore_ascii_case("time") || second.starts_with(char::is_uppercase);
    let lead = before.split_whitespace().next().unwrap_or("");
    let is_begun = before.split_whitespace().count() < LONG && !begins_sentence(before) || is_in(LEADS, lead);
    is_word && !goes_on && !is_begun
}

/// Whether a letter behind these words names a part and is no initial: `see Annex A.` At the beginning of a block it does so as the head of it.
pub fn is_label(before: &str) -> bool {
    const LABELLED: &str = "annex annexe annexes appendix appendice appendices schedule schedules exhibit exhibits section sections part parts \
        anhang anhangs anlage anlagen anexo anexos apéndice apéndices приложение приложения приложению приложением приложении приложений \
        раздел раздела разделу разделом разделе разделы разделов";
    let mut words = before.split_whitespace();
    let last = words.next_back().unwrap_or("").to_lowercase();
    let word = last.rsplit(['’', '\'']).next().unwrap_or("");
    words.next().is_some() && is_in(LABELLED, word)
}

/// Whether a word follows that hardly stands capitalised but at the start of a sentence.
pub fn begins_sentence(next: &str) -> bool {
    const STARTERS: &str = "The This That These Those It He She They We You I In On At For From But And If When While As After Before However There His Her Its Their Our Such No All Each Any Le La Les Il Elle Ils Der Die Das Er Sie Es El Los Las En Он Она Оно Они Это Мы В На По И Но А Для При";
    let word = next.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    is_in(STARTERS, word)
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}
