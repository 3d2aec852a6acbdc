//! A comparison and its review to bytes, a file for each format.

pub mod json;
