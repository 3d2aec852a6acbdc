//! A comparison and its review to bytes, a file for each format.

pub mod clean;
pub mod json;
pub mod po;
mod renumbered;
pub mod summary;
pub mod text;
pub mod tmx;
pub mod tsv;
pub mod units;
pub mod xliff;
pub mod xml;
