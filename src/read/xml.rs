//! What the XML formats share: a tree, the languages of elements, text with its inline codes.

use roxmltree::{Document as Tree, Node, ParsingOptions};

use super::Trouble;

/// More nodes than this are no text that anybody translates.
const NODES: u32 = 20_000_000;

/// The tree of an XML text whose first element has this name; `format` is what the file should be.
pub fn tree<'a>(text: &'a str, format: &'static str, root: &str) -> Result<Tree<'a>, Trouble> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: NODES, ..ParsingOptions::default() };
    let tree =
        Tree::parse_with_options(text, options).map_err(|why| Trouble::Malformed(format, at_end(&why.to_string())))?;
    let name = tree.root_element().tag_name().name();
    if name == root { Ok(tree) } else { Err(Trouble::Malformed(format, format!("its first element is {name}"))) }
}

/// The elements below a node that have this name, in order; those below such an element are not looked at.
pub fn below<'a, 'b>(node: Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = Node<'a, 'b>> {
    node.descendants().filter(move |node| node.tag_name().name() == name && node.is_element())
}

/// The first element right below a node that has this name.
pub fn child<'a, 'b>(node: Node<'a, 'b>, name: &str) -> Option<Node<'a, 'b>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// The words of an element; its inline codes stand among them as they are written in the file.
pub fn words(node: Node<'_, '_>) -> String {
    let text = node.document().input_text();
    let part = |child: Node<'_, '_>| match child.text().filter(|_| child.is_text()) {
        Some(words) => words.to_owned(),
        None if child.is_element() => text.get(child.range()).unwrap_or("").to_owned(),
        None => String::new(),
    };
    node.children().map(part).collect()
}

/// The line on which an element begins, from 1.
pub fn line(node: Node<'_, '_>) -> usize {
    node.document().text_pos_at(node.range().start).row as usize
}

/// The parser's complaint with its place behind it in words.
fn at_end(why: &str) -> String {
    let Some((what, place)) = why.rsplit_once(" at ") else { return why.to_owned() };
    match place.split_once(':') {
        Some((line, column)) => format!("{what} at line {line}, column {column}"),
        None => why.to_owned(),
    }
}
