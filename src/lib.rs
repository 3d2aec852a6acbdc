//! redraft: two wordings of a draft side by side; every edit found, explained and decided from the keyboard.

pub mod compare;
pub mod document;
