//! Roman numerals.

/// What may stand behind a single letter.
const ORDINAL: [&str; 11] = ["", "e", "er", "re", "th", "st", "nd", "rd", "º", "ª", "°"];

/// What a Roman numeral, with an ending or without, is worth: `XIX`, `XIXe`, `XIV`.
pub fn roman(word: &str) -> Option<f64> {
    let end = word.find(|letter: char| !"IVXLCМХ".contains(letter)).unwrap_or(word.len());
    // `Lake` and `Mr` are words; of single letters the low ones count, behind which an ordinal may end.
    let is_single = word[..end].chars().nth(1).is_none();
    let is_low = || word.starts_with(['I', 'V', 'X', 'Х']) && ORDINAL.contains(&&word[end..]);
    if end == 0 || word.len() - end > 3 || is_single && !is_low() {
        return None;
    }
    let value = |letter: char| match letter {
        'I' => 1.0,
        'V' => 5.0,
        'X' | 'Х' => 10.0,
        'L' => 50.0,
        'C' => 100.0,
        _ => 1000.0,
    };
    let values: Vec<f64> = word[..end].chars().map(value).collect();
    let signed = |at: usize| if values.get(at + 1).is_some_and(|next| *next > values[at]) { -1.0 } else { 1.0 };
    Some((0..values.len()).map(|at| signed(at) * values[at]).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_no_words() {
        assert_eq!(["XIX", "XIXe", "Ier", "IV", "V"].map(roman), [19.0, 19.0, 1.0, 4.0, 5.0].map(Some));
        assert_eq!(["Lake", "Mr", "M", "In", "Vow", "Le", "Port"].map(roman), [None; 7]);
    }
}
