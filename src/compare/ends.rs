//! What two texts share at both ends.

/// How many bytes two texts share at the beginning, and how many of the rest at the end.
pub fn ends(old: &[u8], new: &[u8]) -> (usize, usize) {
    let first = beginning(old, new);
    let (old, new) = (&old[first..], &new[first..]);
    let last = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    (first, last)
}

/// How many bytes two texts share at the beginning: eight at a time, then one by one.
pub fn beginning(old: &[u8], new: &[u8]) -> usize {
    let same = old.chunks_exact(8).zip(new.chunks_exact(8)).take_while(|(a, b)| a == b).count() * 8;
    same + old[same..].iter().zip(&new[same..]).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_measured() {
        for (old, new, expected) in [
            ("the Parties shall meet", "the Parties should meet", (14, 5)),
            ("aaa", "aa", (2, 0)),
            ("", "x", (0, 0)),
            ("0123456789abcdef", "0123456789abcdef", (16, 0)),
        ] {
            assert_eq!(ends(old.as_bytes(), new.as_bytes()), expected, "{old} {new}");
        }
    }
}
