//! A comparison and its review to bytes, a file for each format.

pub mod clean;
pub mod json;
pub mod summary;
pub mod text;
