//! Other keyboard layouts: a letter typed on one of them stands for the Latin letter on the same key.

/// The characters of a layout beside the Latin ones on the same keys.
const LAYOUTS: &[(&str, &str)] = &[
    // Russian, with the Ukrainian and Belarusian letters that differ.
    ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
    ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ", "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"),
    ("іїєўІЇЄЎ№", "s]'oS}\"O#"),
    // Greek.
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
    // Hebrew.
    ("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),
    // Arabic.
    ("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ", "qwertyuiop[]asdfghjkl;'zxcvnm,./"),
];

/// The Latin character on the key that typed this one.
pub fn latin(typed: char) -> Option<char> {
    LAYOUTS.iter().find_map(|(theirs, ours)| {
        let at = theirs.chars().position(|letter| letter == typed)?;
        ours.chars().nth(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_map_to_the_same_key() {
        assert_eq!(latin('ф'), Some('a'));
        assert_eq!(latin('т'), Some('n'));
        assert_eq!(latin('Т'), Some('N'));
        assert_eq!(latin('ъ'), Some(']'));
        assert_eq!(latin('ν'), Some('n'));
        assert_eq!(latin('a'), None);
    }

    #[test]
    fn both_rows_of_every_layout_are_equally_long() {
        for (theirs, ours) in LAYOUTS {
            assert_eq!(theirs.chars().count(), ours.chars().count(), "{theirs}");
        }
    }
}
