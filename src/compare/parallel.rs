//! Work on all cores. What comes out never hangs on how many there are.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

/// Two things at once.
pub fn both<A, B: Send>(one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        (one, other.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// The same done to everything, in order.
pub fn each<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let size = things.len().div_ceil(cores).max(1);
    let work = &work;
    thread::scope(|scope| {
        let chunks = things.chunks(size).map(|chunk| scope.spawn(move || chunk.iter().map(work).collect::<Vec<R>>()));
        let running: Vec<_> = chunks.collect();
        running.into_iter().flat_map(|chunk| chunk.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}
