//! What the program asks of the world outside it.

/// What is to be done outside of the program's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing but drawing.
    None,
    /// Something was decided: it is to be saved now.
    Save,
    /// Beads were fixed or freed: [`super::App::align`] is to be called, and that may take a while; then it is to be saved.
    Align,
    /// The end.
    Quit,
    /// Both wordings are to be read again; what they are now, to [`super::App::reloaded`].
    Reload,
    /// Off to the shell.
    Suspend,
    /// The whole screen anew.
    Redraw,
    /// The mouse is listened to, or no longer.
    Mouse(bool),
    /// These words go to the clipboard.
    Copy(String),
    /// These words go to an editor; what comes back, to [`super::App::edited`].
    Edit(String),
}
