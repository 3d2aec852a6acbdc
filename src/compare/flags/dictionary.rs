//! English words, to tell a slip of the pen from another word: `minerral` is none, while `causal` is not `casual` misspelt.
//! Both lists are sorted, a word of six letters or more on each line.

/// Common words, of which one may have been meant.
const COMMON: &str = include_str!("words/english.txt");
/// All rarer words that are a letter away from a common one.
const RARE: &str = include_str!("words/english-rare.txt");

/// Letters that a word has at least: shorter ones are a letter away from too many.
const LONG: usize = 6;

/// Whether one of two words in lower case is no word and a letter away from the other, which is the only common one so near.
pub fn is_slip(one: &str, other: &str) -> bool {
    let is_plain = |word: &str| word.len() >= LONG && word.bytes().all(|letter| letter.is_ascii_lowercase());
    is_plain(one) && is_plain(other) && is_near(one, other) && (is_meant(one, other) || is_meant(other, one))
}

fn is_meant(slip: &str, word: &str) -> bool {
    has(COMMON, word) && !has(COMMON, slip) && !has(RARE, slip) && !may_be_other(slip, word)
}

/// Whether another common word may have been meant: `contrat` may be `contract` or `contrast`.
fn may_be_other(slip: &str, word: &str) -> bool {
    let begin = &slip[..2];
    let alike = COMMON[place(COMMON, begin)..].lines().take_while(|other| other.starts_with(begin));
    alike.filter(|other| *other != word).any(|other| is_near(slip, other))
}

/// Whether two words are the same but for a letter more, less, or another one, or two letters that changed places: neither among
/// the first two nor the last, which may tell another form.
fn is_near(one: &str, other: &str) -> bool {
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let before = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let behind = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let long = one.len().max(other.len());
    // Of `occuring` and `occurring` both ends hold the doubled letter.
    let differing = long.saturating_sub(before + behind);
    let is_turned = || {
        one.len() == other.len()
            && differing == 2
            && one[before] == other[before + 1]
            && one[before + 1] == other[before]
    };
    before >= 2 && behind >= 1 && one != other && (differing <= 1 || is_turned())
}

/// Whether a sorted list has a word.
fn has(list: &str, word: &str) -> bool {
    list[place(list, word)..].strip_prefix(word).is_some_and(|rest| rest.starts_with('\n'))
}

/// Where a word stands in a sorted list, or would stand.
fn place(list: &str, word: &str) -> usize {
    let (mut start, mut end) = (0, list.len());
    while start < end {
        let middle = usize::midpoint(start, end);
        let line = list[..middle].rfind('\n').map_or(0, |at| at + 1);
        let next = list[middle..].find('\n').map_or(list.len(), |at| middle + at + 1);
        if list[line..next].trim_end() < word { start = next } else { end = line }
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_no_word() {
        for (slip, word) in [
            ("minerral", "mineral"),
            ("deliverng", "delivering"),
            ("goverment", "government"),
            ("agreememt", "agreement"),
            ("obligaiton", "obligation"),
            ("comitted", "committed"),
        ] {
            assert!(is_slip(slip, word) && is_slip(word, slip), "{slip} {word}");
        }
    }

    #[test]
    fn another_word_is_no_slip() {
        for (one, other) in [
            ("causal", "casual"),
            ("contact", "contract"),
            ("country", "county"),
            ("adverse", "averse"),
            ("statue", "statute"),
            ("nitrate", "nitrite"),
            ("proscribe", "prescribe"),
            ("ordinance", "ordnance"),
            ("depositary", "depository"),
            ("principal", "principle"),
            ("insured", "insurer"),
            ("interstate", "intrastate"),
            ("continuous", "contiguous"),
            ("complement", "compliment"),
            ("councillor", "counsellor"),
            ("mandator", "mandatory"),
            ("obligor", "obligee"),
            ("prosecute", "persecute"),
            ("deprecation", "depreciation"),
            ("perpetuate", "perpetrate"),
            ("stationary", "stationery"),
            ("unilateral", "multilateral"),
            ("territory", "territories"),
            ("notify", "notified"),
            ("member's", "members'"),
            ("contrat", "contract"),
            ("zzzzzzz", "zzzzzz"),
        ] {
            assert!(!is_slip(one, other) && !is_slip(other, one), "{one} {other}");
        }
    }

    #[test]
    fn the_lists_are_sorted() {
        for list in [COMMON, RARE] {
            let words: Vec<&str> = list.lines().skip_while(|line| line.starts_with('#')).collect();
            assert!(words.is_sorted() && words.len() > 10_000);
            assert!(words.iter().all(|word| word.len() >= LONG && has(list, word)));
        }
    }
}
