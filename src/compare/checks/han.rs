//! Chinese numerals, also with digits among them: `三十五`, `1万2千`, `3.5亿`.

use crate::document::Span;

/// Longer runs of numerals (in letters) are no number.
const LONGEST: usize = 32;

/// The years before the first of an era, by its name: `令和5年` is 2023.
const ERAS: [(&str, f64); 7] = [
    ("明治", 1867.0),
    ("大正", 1911.0),
    ("昭和", 1925.0),
    ("平成", 1988.0),
    ("令和", 2018.0),
    ("民国", 1911.0),
    ("民國", 1911.0),
];

/// The values of all runs of numerals in a text.
pub fn all(text: &str) -> Vec<f64> {
    let mut values: Vec<f64> = parted(text).collect();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_part).map(|start| at + start) {
        at = text[start..].find(|letter| !is_part(letter)).map_or(text.len(), |end| start + end);
        let run = &text[start..at];
        let Some(value) = value(run) else { continue };
        values.push(value);
        values.extend(signed(value, run, &text[at..]));
        values.extend(era(&text[..start]).map(|before| before + value));
    }
    values
}

/// The years before the first of the era whose name ends a text.
pub fn era(before: &str) -> Option<f64> {
    ERAS.iter().find(|(name, _)| before.ends_with(name)).map(|(_, years)| *years)
}

/// What the signs around digits may make of them.
pub fn around_digits(text: &str, span: Span) -> Vec<f64> {
    let digits = span.of(text);
    let Ok(value) = digits.parse::<f64>() else { return Vec::new() };
    let (before, behind) = (&text[..span.start], &text[span.end..]);
    let year = era(before).map(|before| before + value);
    signed(value, digits, behind).into_iter().chain(year).chain(metres(before, digits, behind)).collect()
}

/// A length of which digits are the metres or the centimetres: `1メートル70`.
fn metres(before: &str, digits: &str, behind: &str) -> Option<f64> {
    const METRES: &str = "メートル";
    let is_digit = |letter: char| letter.is_ascii_digit();
    let (whole, centimetres) = match behind.strip_prefix(METRES) {
        Some(behind) => (digits, &behind[..behind.find(|letter| !is_digit(letter)).unwrap_or(behind.len())]),
        None => {
            let before = before.strip_suffix(METRES)?;
            (
                &before[before.rfind(|letter| !is_digit(letter)).map_or(0, |at| before.ceil_char_boundary(at + 1))..],
                digits,
            )
        }
    };
    let is_length = centimetres.len() == 2;
    is_length.then(|| Some(whole.parse::<f64>().ok()? + centimetres.parse::<f64>().ok()? / 100.0)).flatten()
}

/// What the sign behind a number may make of it: `三成` is 30 per cent, `八折` and `八五折` are 20 and 15 per cent off, and what grows
/// by `1.5倍` grows by 150 per cent, or by 50, and is 2.5 times as much.
fn signed(value: f64, number: &str, behind: &str) -> Vec<f64> {
    let is_single = number.chars().nth(1).is_none() || number.contains('.');
    match behind.chars().next() {
        Some('成' | '割') => vec![value * 10.0],
        Some('折') => {
            let share = if is_single { value * 10.0 } else { value };
            vec![share, 100.0 - share]
        }
        Some('倍') => vec![value * 100.0, (value - 1.0) * 100.0, value + 1.0],
        _ => Vec::new(),
    }
}

/// Values whose unit stands between the whole and the decimals: `一米七五` is 1.75.
fn parted(text: &str) -> impl Iterator<Item = f64> {
    const BETWEEN: [char; 3] = ['米', '元', '块'];
    text.match_indices(BETWEEN).filter_map(|(at, sign)| {
        let behind = &text[at + sign.len()..];
        let length = |text: &mut dyn Iterator<Item = char>| -> usize {
            text.take(LONGEST).take_while(|letter| is_part(*letter)).map(char::len_utf8).sum()
        };
        let decimals = &behind[..length(&mut behind.chars())];
        let digits = decimals.chars().filter_map(digit).count();
        let are_digits = (1..=2).contains(&digits) && digits == decimals.chars().count();
        let whole = value(&text[at - length(&mut text[..at].chars().rev())..at])?;
        are_digits.then(|| Some(whole + value(decimals)? / 10_f64.powi(digits as i32))).flatten()
    })
}

/// The end and the value of the run around digits, and whether it goes on with other digits; nothing where there are digits alone.
pub fn around(text: &str, span: Span) -> Option<(usize, f64, bool)> {
    let length = |letters: &mut dyn Iterator<Item = char>| -> usize {
        letters.take(LONGEST).take_while(|letter| is_part(*letter)).map(char::len_utf8).sum()
    };
    let start = span.start - length(&mut text[..span.start].chars().rev());
    let end = span.end + length(&mut text[span.end..].chars());
    let run = text.get(start..end)?;
    let groups = run.split(|letter: char| scale(letter).is_some()).filter(|group| !group.is_empty());
    Some((end, value(run)?, groups.count() > 1))
}

fn is_part(letter: char) -> bool {
    letter.is_ascii_digit() || letter == '.' || digit(letter).is_some() || scale(letter).is_some()
}

fn digit(letter: char) -> Option<f64> {
    let at = "零一二三四五六七八九".chars().position(|digit| digit == letter);
    match letter {
        '〇' => Some(0.0),
        '两' => Some(2.0),
        _ => at.map(|digit| digit as f64),
    }
}

fn scale(letter: char) -> Option<f64> {
    Some(match letter {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' | '萬' => 1e4,
        '亿' | '億' => 1e8,
        '兆' => 1e12,
        _ => return None,
    })
}

fn value(run: &str) -> Option<f64> {
    let has_scale = run.chars().any(|letter| scale(letter).is_some());
    let is_long = run.chars().nth(LONGEST).is_some();
    if is_long || !run.chars().any(|letter| digit(letter).is_some()) && !has_scale {
        return None;
    }
    if !has_scale {
        // `一九八八` is written digit by digit.
        let digits: String = run.chars().filter_map(digit).map(|digit| digit.to_string()).collect();
        return digits.parse().ok();
    }
    let (mut total, mut section, mut current, mut latin) = (0.0, 0.0, None, String::new());
    let mut last = 1.0;
    for letter in run.chars() {
        if letter.is_ascii_digit() || letter == '.' {
            latin.push(letter);
            current = latin.parse().ok();
            continue;
        }
        latin.clear();
        match (digit(letter), scale(letter)) {
            (Some(digit), _) => current = Some(digit),
            (_, Some(scale)) if scale >= 1e4 => {
                let more = section + current.take().unwrap_or(0.0);
                // `8亿5000万` is a sum, `1万亿` a product.
                total = if scale < last { total + more.max(1.0) * scale } else { (total + more).max(1.0) * scale };
                (section, last) = (0.0, scale);
            }
            (_, Some(scale)) => section += current.take().unwrap_or(1.0) * scale,
            _ => {}
        }
    }
    Some(total + section + current.unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_add_up_or_multiply() {
        let values = ["8亿5000万", "1亿2千万", "三亿五千万", "1万亿", "1兆2000億", "十万三千", "3.5亿", "百万"];
        let expected = [8.5e8, 1.2e8, 3.5e8, 1e12, 1.2e12, 103_000.0, 3.5e8, 1e6];
        assert_eq!(values.map(value), expected.map(Some));
    }

    #[test]
    fn a_sign_behind_a_number_makes_another_of_it() {
        assert_eq!(all("三成"), [3.0, 30.0]);
        assert_eq!(all("全场八五折"), [85.0, 85.0, 15.0]);
        assert_eq!(all("两倍"), [2.0, 200.0, 100.0, 3.0]);
        assert_eq!(all("令和五年"), [5.0, 2023.0]);
        assert_eq!(around_digits("約3割", Span::new(3, 4)), [30.0]);
        let length = "身長は1メートル70センチ";
        let places = [length.find('1'), length.find("70")].map(|at| at.expect("a number"));
        assert_eq!(around_digits(length, Span::new(places[0], places[0] + 1)), [1.7]);
        assert_eq!(around_digits(length, Span::new(places[1], places[1] + 2)), [1.7]);
    }

    #[test]
    fn a_unit_stands_before_the_decimals() {
        assert_eq!(all("身高一米七五"), [1.75, 1.0, 75.0]);
        assert_eq!(all("三块五"), [3.5, 3.0, 5.0]);
        assert_eq!(all("三米五十人"), [3.0, 50.0]);
    }
}
