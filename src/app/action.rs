//! What can be done: one list that feeds the keymap, the help and the footer.

macro_rules! actions {
    ($($group:literal { $($action:ident $name:literal $short:literal $doc:literal)+ })+) => {
        /// A thing that can be done with a key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[doc = $doc] $action,)+)+
        }

        /// Every action, in the order of the help.
        pub const ACTIONS: &[Action] = &[$($(Action::$action,)+)+];

        impl Action {
            /// Its name in keys.toml.
            pub const fn name(self) -> &'static str {
                match self { $($(Self::$action => $name,)+)+ }
            }

            /// One or two words for the footer.
            pub const fn short(self) -> &'static str {
                match self { $($(Self::$action => $short,)+)+ }
            }

            /// One sentence for the help.
            pub const fn doc(self) -> &'static str {
                match self { $($(Self::$action => $doc,)+)+ }
            }

            /// The heading of the help it stands under.
            pub const fn group(self) -> &'static str {
                match self { $($(Self::$action => $group,)+)+ }
            }
        }
    };
}

actions! {
    "From edit to edit" {
        NextEdit "next-edit" "next" "Go to the next edit, or to the next hit while a search is on."
        PreviousEdit "previous-edit" "previous" "Go to the previous edit, or to the previous hit while a search is on."
        NextOpen "next-open" "next open" "Go to the next edit that is still open."
        PreviousOpen "previous-open" "previous open" "Go to the previous edit that is still open."
        NextSubstantive "next-substantive" "next substantive" "Go to the next edit that may change what is said."
        PreviousSubstantive "previous-substantive" "previous substantive" "Go to the previous edit that may change what is said."
        NextUntranslated "next-untranslated" "next untranslated" "Go to the next passage of the source that nobody has translated."
        PreviousUntranslated "previous-untranslated" "previous untranslated" "Go to the previous passage that nobody has translated."
        NextMove "next-move" "next move" "Go to the next move."
        PreviousMove "previous-move" "previous move" "Go to the previous move."
        OtherEnd "other-end" "other end" "Go to the other end of the current move, and back."
        NextIdentical "next-identical" "next identical" "Go to the next edit identical to the current one, or of its renumbering, around the ends."
        NextStray "next-stray" "next stray" "Go to the next stray: a reference that follows no renumbering, or words that were replaced elsewhere; unchanged, so no edit."
        PreviousStray "previous-stray" "previous stray" "Go to the previous stray."
        NextComment "next-comment" "next comment" "Go to the next edit with a comment."
        PreviousComment "previous-comment" "previous comment" "Go to the previous edit with a comment."
    }
    "Decide" {
        Accept "accept" "accept" "Accept the current edit: the new words stand."
        Reject "reject" "reject" "Reject the current edit: the old words stand; a translation is to be mended there."
        SendBack "send-back" "send back" "Send the current edit, or the sentence at the cursor, back; the reason is asked for and must be given."
        AcceptAndGo "accept-and-go" "accept and go on" "Accept the current edit and go to the next open one."
        AcceptParagraph "accept-paragraph" "accept paragraph" "Accept every open edit of the paragraph."
        RejectParagraph "reject-paragraph" "reject paragraph" "Reject every open edit of the paragraph."
        AcceptArticle "accept-article" "accept article" "Accept the whole article that came or went here."
        RejectArticle "reject-article" "reject article" "Reject the whole article that came or went here."
        AcceptFiltered "accept-filtered" "accept filtered" "Accept every open edit that fits the filter."
        RejectFiltered "reject-filtered" "reject filtered" "Reject every open edit that fits the filter."
        Repeat "repeat" "repeat" "Decide the current edit as the last one was decided; a rewording is repeated only for the same words."
        Identical "decide-identical" "decide identical" "Decide all edits identical to the current one, or of its renumbering, as it or the last one was decided."
        Reopen "reopen" "reopen" "Take the decision on the current edit back: it is open again."
        Reword "reword" "reword" "Reword the current edit, or the sentence at the cursor: a third wording takes the place of both."
        RewordInEditor "reword-in-editor" "reword in editor" "Reword the current edit in the editor that $VISUAL or $EDITOR names."
        Comment "comment" "comment" "Comment on the current edit, or the sentence at the cursor; an empty comment takes it away."
        Undo "undo" "undo" "Undo the last decision, comment or alignment by hand, back to the start of the sitting."
        Redo "redo" "redo" "Redo what was undone."
    }
    "Align by hand" {
        Align "align" "align" "Mark this sentence; then, on the other side, join it with the one that is marked."
        Split "split" "split" "Free what was fixed by hand; else split the sentence off from its bead, or its sides from each other."
        Merge "merge" "merge" "Make one bead of this one and the next."
    }
    "Move in the text" {
        Down "down" "down" "Scroll down a row."
        Up "up" "up" "Scroll up a row."
        PageDown "page-down" "page down" "Scroll down a page."
        PageUp "page-up" "page up" "Scroll up a page."
        HalfDown "half-page-down" "half down" "Scroll down half a page."
        HalfUp "half-page-up" "half up" "Scroll up half a page."
        Start "start" "start" "Go to the start of the text; with a count, to that edit."
        End "end" "end" "Go to the end of the text; with a count, to that edit."
        NextParagraph "next-paragraph" "next paragraph" "Go to the next paragraph."
        PreviousParagraph "previous-paragraph" "previous paragraph" "Go to the previous paragraph."
        NextSentence "next-sentence" "next sentence" "Go to the next sentence; it is lit together with what it belongs to."
        PreviousSentence "previous-sentence" "previous sentence" "Go to the previous sentence."
        OldSide "old-side" "old side" "Go to the sentence of the old wording, or of the source, that belongs to this one."
        NewSide "new-side" "new side" "Go to the sentence of the new wording, or of the translation, that belongs to this one."
        Search "search" "search" "Search both wordings; capitals count only when the words searched for have some."
        Filter "filter" "filter" "Choose which edits are walked: by class, decision, kind, flag. Twice: all of them again."
    }
    "See" {
        Overview "overview" "overview" "List the edits, a line each; they can be decided there."
        View "view" "view" "Show the wordings side by side, inline, stacked, or the clean text."
        Wrap "wrap" "wrap" "Wrap the lines, or show a line a paragraph, cut where the column ends."
        Left "left" "left" "Move lines that are cut to the left."
        Right "right" "right" "Move lines that are cut to the right."
        Fold "fold" "fold" "Fold or unfold the first unchanged part on the screen; a click on a fold opens it."
        OpenFolds "open-folds" "unfold all" "Unfold everything."
        CloseFolds "close-folds" "fold all" "Fold everything that is unchanged."
        Coarser "coarser" "coarser" "Cut the edits coarser: as people mark them, by phrases, by sentences; what is decided keeps its cut. In a translation: make one edit of the whole sentence."
        Finer "finer" "finer" "Cut the edits finer: by phrases, as people mark them, by bare words; what is decided keeps its cut. In a translation: part a sentence into what was found."
        Lens "lens" "lens" "Show the current edit at the bottom, or leave the room to the text."
        Theme "theme" "theme" "Change how edits are marked: in colours, in colours and brackets, in brackets alone."
        Orphans "orphans" "orphans" "List the decisions whose edits are gone, and what was aligned by hand and fits no more."
        Palette "palette" "commands" "Do something by its name: type a part of it."
        Help "help" "help" "Show what every key does."
        Redraw "redraw" "redraw" "Draw the screen anew."
        Mouse "mouse" "mouse" "Listen to the mouse, or leave it to the terminal, which can then mark and copy."
    }
    "Copy" {
        CopyNew "copy" "copy" "Copy the paragraph of the current edit as it is in the new wording."
        CopyRedline "copy-redline" "copy redline" "Copy the paragraph of the current edit with its edits marked by brackets."
    }
    "Leave" {
        Reload "reload" "reload" "Read both wordings from the disk again; decisions find their edits, and what changed is said."
        Back "back" "back" "Go one level back: out of a list, end a search, a filter; never quits."
        Quit "quit" "quit" "Quit; every decision is already saved."
        Suspend "suspend" "suspend" "Leave the program for the shell; `fg` comes back."
    }
}

impl Action {
    /// The action of a name.
    pub fn of(name: &str) -> Option<Self> {
        ACTIONS.iter().copied().find(|action| action.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_one_documented_sentence_under_its_own_name() {
        for (at, action) in ACTIONS.iter().enumerate() {
            assert!(action.doc().ends_with('.'), "{action:?}");
            assert!(!action.short().is_empty(), "{action:?}");
            assert_eq!(ACTIONS.iter().position(|other| other.name() == action.name()), Some(at));
            assert_eq!(Action::of(action.name()), Some(*action));
        }
    }
}
