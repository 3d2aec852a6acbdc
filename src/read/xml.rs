//! What the XML formats share: a tree, the languages of elements, text with its inline codes, and where it stands in the file.

use roxmltree::{Document as Tree, Error, Node, ParsingOptions};

use super::Trouble;
use super::places::line_and_column;
use super::slot::Slot;
use crate::document::Span;

/// More nodes than this are no text that anybody translates.
const NODES: u32 = 20_000_000;

/// The tree of an XML text whose first element has this name; `format` is what the file should be.
pub fn tree<'a>(text: &'a str, format: &'static str, root: &str) -> Result<Tree<'a>, Trouble> {
    if !text.trim_start().starts_with('<') {
        let remedy = "give it the ending of what it is, or export it anew";
        return Err(Trouble::Malformed(format, format!("it is no XML; {remedy}")));
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: NODES, ..ParsingOptions::default() };
    let tree = Tree::parse_with_options(text, options).map_err(|why| malformed(text, format, &why))?;
    let name = tree.root_element().tag_name().name();
    let other = || format!("its first element is {name}, not {root}; give it the ending of what it is");
    if name == root { Ok(tree) } else { Err(Trouble::Malformed(format, other())) }
}

/// The elements below a node that have this name, in order; those below such an element are not looked at.
pub fn below<'a, 'b>(node: Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = Node<'a, 'b>> {
    outermost(node, move |node| node.tag_name().name() == name)
}

/// The elements below a node that are what is looked for, in order; those below such an element are not looked at.
pub fn outermost<'a, 'b>(
    root: Node<'a, 'b>,
    is_one: impl Fn(Node<'a, 'b>) -> bool,
) -> impl Iterator<Item = Node<'a, 'b>> {
    // What follows a node and all that is below it.
    let behind = move |node: Node<'a, 'b>| {
        let above = std::iter::successors(Some(node), Node::parent).take_while(|above| *above != root);
        above.into_iter().find_map(|above| above.next_sibling())
    };
    let mut next = root.first_child();
    std::iter::from_fn(move || {
        while let Some(node) = next {
            let is_found = node.is_element() && is_one(node);
            next = node.first_child().filter(|_| !is_found).or_else(|| behind(node));
            if is_found {
                return Some(node);
            }
        }
        None
    })
}

/// The first element right below a node that has this name.
pub fn child<'a, 'b>(node: Node<'a, 'b>, name: &'static str) -> Option<Node<'a, 'b>> {
    children(node, name).next()
}

/// The elements right below a node that have this name.
pub fn children<'a, 'b>(node: Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = Node<'a, 'b>> {
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}

/// The words of an element; the tags of its inline codes stand among them as they are written in the file.
pub fn words(node: Node<'_, '_>) -> String {
    let mut words = String::new();
    // The elements that are open, by their ends, and the tags that close them.
    let mut open: Vec<(usize, &str)> = Vec::new();
    for part in node.descendants().skip(1) {
        let start = part.range().start;
        while let Some((_, tag)) = open.pop_if(|(end, _)| *end <= start) {
            words.push_str(tag);
        }
        if part.is_element() {
            let (first, last) = own_tags(part);
            words.push_str(first);
            open.extend(last.map(|tag| (part.range().end, tag)));
        } else if part.is_text() {
            words.push_str(part.text().unwrap_or(""));
        }
    }
    open.iter().rev().for_each(|(_, tag)| words.push_str(tag));
    words
}

/// Where the words of an element stand in the file.
pub fn slot(node: Node<'_, '_>) -> Slot {
    let range = node.range();
    let (first, last) = own_tags(node);
    match last {
        Some(last) => Slot::at(Span::new(range.start + first.len(), range.end.saturating_sub(last.len()))),
        None => {
            // An empty element of one tag becomes one of two.
            let slot = Span::new(range.end.saturating_sub(2), range.end);
            Slot { around: Some((">".to_owned(), format!("</{}>", full_name(node)))), ..Slot::at(slot) }
        }
    }
}

/// Where an element ends but for its last tag; nothing where it has only one.
pub fn end_inside(node: Node<'_, '_>) -> Option<usize> {
    own_tags(node).1.map(|tag| node.range().end.saturating_sub(tag.len()))
}

/// The name of an element with its prefix, as it is written.
pub fn full_name<'a>(node: Node<'a, '_>) -> &'a str {
    let tag = own_tags(node).0;
    let name = tag.trim_start_matches('<').trim_end_matches(['/', '>']);
    name.split(char::is_whitespace).next().unwrap_or(name)
}

/// The white space before an element, for another to be put beside it.
pub fn indent<'a>(node: Node<'a, '_>) -> &'a str {
    let before = node.document().input_text().get(..node.range().start).unwrap_or("");
    &before[before.trim_end().len()..]
}

/// The tags of an element as they are written: the first, and the last if it has two.
fn own_tags<'a>(node: Node<'a, '_>) -> (&'a str, Option<&'a str>) {
    let written = node.document().input_text().get(node.range()).unwrap_or("");
    let first = tags(written).next().unwrap_or("");
    let last = (!first.ends_with("/>")).then(|| written.rfind("</").map_or("", |at| &written[at..]));
    (first, last)
}

/// The tags in a stretch of XML; comments, character data and instructions are none.
pub fn tags(written: &str) -> impl Iterator<Item = &str> {
    let mut rest = written;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')?..];
            let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
            let skipped = skipped.iter().find(|(start, _)| rest.starts_with(start));
            let end = match skipped {
                Some((start, end)) => start.len() + rest[start.len()..].find(end)? + end.len(),
                None => tag_end(rest)?,
            };
            let (tag, behind) = rest.split_at(end);
            rest = behind;
            if skipped.is_none() {
                return Some(tag);
            }
        }
    })
}

/// The length of the tag that a text begins with: up to the first `>` that is not in quotes.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Whether the text ends within a tag, and the complaint is about nothing before that.
fn is_within_last_tag(text: &str, why: &Error) -> bool {
    let Some(open) = text.rfind('<').filter(|open| !text[*open..].contains('>')) else { return false };
    let before = &text[..open];
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let place = (before.matches('\n').count() + 1, before[line..].chars().count() + 1);
    (why.pos().row as usize, why.pos().col as usize) >= place
}

/// The parser's complaint and its place. A text that ends too early is wrong at its end.
fn malformed(text: &str, format: &'static str, why: &Error) -> Trouble {
    let place = why.pos().to_string();
    let said = why.to_string();
    let is_cut_off = matches!(why, Error::NoRootNode | Error::UnclosedRootNode | Error::UnexpectedEndOfStream)
        || is_within_last_tag(text, why);
    let (place, what) = match why {
        _ if is_cut_off => (
            line_and_column(text, text.trim_end().len()),
            "it ends here, before its first element is closed".to_owned(),
        ),
        Error::MalformedEntityReference(_) => (place, "this “&” begins no entity; it is written “&amp;”".to_owned()),
        Error::DtdDetected
        | Error::NodesLimitReached
        | Error::AttributesLimitReached
        | Error::NamespacesLimitReached => return Trouble::Malformed(format, format!("{said}; export it in parts")),
        _ => (place.clone(), said.replacen(&format!(" at {place}"), "", 1)),
    };
    Trouble::MalformedAt(place, format!("{what}; mend the {format} file there, or export it anew"))
}
