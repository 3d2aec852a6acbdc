//! redraft: two wordings of a draft side by side; every edit found, explained and decided from the keyboard.

pub mod app;
pub mod cli;
pub mod compare;
pub mod document;
pub mod read;
pub mod review;
pub mod run;
pub mod store;
pub mod terminal;
pub mod ui;
pub mod write;
