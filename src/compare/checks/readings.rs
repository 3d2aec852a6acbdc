//! What a number in digits may mean: an amount with its scale, a fraction, a date, a time of day.

use crate::compare::flags::lists::Lists;
use crate::compare::flags::money::by_letters;
use crate::compare::flags::numeral::digits;

/// All that the digits of a number may mean.
pub fn readings(text: &str, lists: &Lists) -> Vec<Vec<f64>> {
    let value = |part: &str| digits(part, lists.decimal_comma);
    let groups = |text: &str| -> Vec<f64> {
        let groups = text.split(|letter: char| !letter.is_ascii_digit());
        groups.filter_map(|group| group.parse().ok()).collect()
    };
    let bare = text.trim_end_matches(['%', '‰', '°', '€', '$', '£']);
    if let Some((whole, fraction)) = fraction(bare) {
        return vec![vec![value(whole).unwrap_or(0.0) + fraction]];
    }
    if let Some(value) = value(bare) {
        let mut readings = vec![vec![value]];
        // `17.30` is a time, too.
        let parts = groups(bare);
        if bare.len() <= 5 && bare.as_bytes().get(bare.len().wrapping_sub(3)) == Some(&b'.') {
            readings.extend(times(&parts));
        }
        return readings;
    }
    let number = bare.trim_end_matches(char::is_alphabetic);
    if let (Some(value), true) = (value(number), number.len() < bare.len()) {
        let scale = by_letters(&bare[number.len()..]).unwrap_or(1.0);
        return vec![vec![value * scale], vec![value]];
    }
    let parts: Vec<f64> = text.split(['/', ':', '-', '–']).filter_map(value).collect();
    let mut readings = vec![parts.clone(), groups(text)];
    readings.extend(times(&parts));
    readings
}

/// The whole and the fraction of `1½`.
pub fn fraction(text: &str) -> Option<(&str, f64)> {
    let sign = text.chars().next_back()?;
    let fraction = match sign {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        _ => return None,
    };
    Some((&text[..text.len() - sign.len_utf8()], fraction))
}

/// Other ways to say a time of day: with twelve hours, and without minutes on the full hour.
fn times(parts: &[f64]) -> Vec<Vec<f64>> {
    let [hour, minute] = parts else { return Vec::new() };
    if *hour > 24.0 || *minute >= 60.0 {
        return Vec::new();
    }
    let mut times = vec![vec![*hour, *minute]];
    if (13.0..=24.0).contains(hour) {
        times.push(vec![hour - 12.0, *minute]);
    }
    if *hour == 0.0 {
        times.push(vec![12.0, *minute]);
    }
    if *minute == 0.0 {
        let full: Vec<Vec<f64>> = times.iter().map(|time| vec![time[0]]).collect();
        times.extend(full);
    }
    times
}
