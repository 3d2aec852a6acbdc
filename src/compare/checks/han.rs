//! Chinese numerals, also with digits among them: `三十五`, `1万2千`, `3.5亿`.

use crate::document::Span;

/// Longer runs of numerals (in letters) are no number.
const LONGEST: usize = 32;

/// The values of all runs of numerals in a text.
pub fn all(text: &str) -> Vec<f64> {
    text.split(|letter| !is_part(letter)).filter_map(value).chain(parted(text)).collect()
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

/// The end and the value of the run around digits; nothing where there are digits alone.
pub fn around(text: &str, span: Span) -> Option<(usize, f64)> {
    let length = |letters: &mut dyn Iterator<Item = char>| -> usize {
        letters.take(LONGEST).take_while(|letter| is_part(*letter)).map(char::len_utf8).sum()
    };
    let start = span.start - length(&mut text[..span.start].chars().rev());
    let end = span.end + length(&mut text[span.end..].chars());
    Some((end, value(text.get(start..end)?)?))
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
        '万' => 1e4,
        '亿' => 1e8,
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
                total = (total + section + current.take().unwrap_or(0.0)).max(1.0) * scale;
                section = 0.0;
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
    fn a_unit_stands_before_the_decimals() {
        assert_eq!(all("身高一米七五"), [1.0, 75.0, 1.75]);
        assert_eq!(all("三块五"), [3.0, 5.0, 3.5]);
        assert_eq!(all("三米五十人"), [3.0, 50.0]);
    }
}
