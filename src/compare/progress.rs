//! How far a long comparison has come, for another thread to look at. Nothing hangs on it.

use std::sync::atomic::{AtomicUsize, Ordering};

/// A share of the work that is done. It never shrinks.
#[derive(Debug, Default)]
pub struct Progress(AtomicUsize);

impl Progress {
    /// So much of all is done now.
    pub fn tell(&self, done: usize, all: usize) {
        self.0.fetch_max(done.saturating_mul(100) / all.max(1), Ordering::Relaxed);
    }

    /// How many per cent are done.
    pub fn percent(&self) -> usize {
        self.0.load(Ordering::Relaxed).min(100)
    }
}
