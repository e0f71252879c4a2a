//! A value with the names that the grammar gives to its parts, and its print in CBOR
//! diagnostic notation (RFC 8949 §8): names as comments, embedded documents as `<<…>>`.

use std::fmt::{self, Write as _};

use ihala_protocol::{FieldId, fields};

use crate::grammar::{Grammar, Member, Plain, Type};
use crate::item::Item;

/// A value and what the grammar calls its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree(Node);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Leaf(Item),
    Array(Vec<(Option<String>, Node)>),
    Map(Vec<(Option<String>, Item, Node)>),
    Tagged(u64, Box<Node>),
    /// A document in a byte string.
    Embedded(Box<Node>),
}

impl Tree {
    /// Reads `bytes` as the document that the grammar calls `rule`; `None` if they are not
    /// of its form.
    pub fn read(rule: &str, bytes: &[u8]) -> Option<Self> {
        let item = Item::read(bytes).ok()?;
        fit(&item, &Type::Named(rule.to_owned(), None)).map(Self)
    }

    /// Reads `bytes` as a `COSE_Sign1` over that document. The signature is not verified.
    pub fn read_signed(rule: &str, bytes: &[u8]) -> Option<Self> {
        let item = Item::read(bytes).ok()?;
        let document = Type::Named(rule.to_owned(), None);
        fit(&item, &Grammar::get().rule("signed", Some(&document))?).map(Self)
    }

    /// The same value without names, for what no rule describes.
    pub fn plain(bytes: &[u8]) -> Option<Self> {
        Item::read(bytes).ok().map(|item| Self(nameless(&item)))
    }
}

/// The value with names, if it is of the type.
fn fit(item: &Item, expected: &Type) -> Option<Node> {
    let grammar = Grammar::get();
    let leaf = |fits: bool| fits.then(|| Node::Leaf(item.clone()));
    match expected {
        Type::Named(name, argument) => {
            let node = fit(item, &grammar.rule(name, argument.as_deref())?)?;
            Some(if name == "form" { with_fields(node) } else { node })
        }
        Type::Plain(plain) => leaf(matches!(
            (plain, item),
            (Plain::Bool, Item::Bool(_))
                | (Plain::Bytes, Item::Bytes(_))
                | (Plain::Null, Item::Null)
                | (Plain::Text, Item::Text(_))
                | (Plain::Uint, Item::Uint(_))
        )),
        Type::Number(number) => leaf(match item {
            Item::Uint(n) => i64::try_from(*n) == Ok(*number),
            Item::Nint(n) => n == number,
            _ => false,
        }),
        Type::Text(text) => leaf(matches!(item, Item::Text(t) if t == text)),
        Type::Range(least, most) => {
            leaf(matches!(item, Item::Uint(n) if (least..=most).contains(&n)))
        }
        Type::Size(base, least, most) => {
            let size = match item {
                Item::Bytes(bytes) => bytes.len(),
                Item::Text(text) => text.len(),
                _ => return None,
            };
            let fits = u64::try_from(size).is_ok_and(|n| (least..=most).contains(&&n));
            fit(item, base).filter(|_| fits)
        }
        Type::Cbor(inner) => match item {
            Item::Bytes(bytes) => {
                fit(&Item::read(bytes).ok()?, inner).map(|n| Node::Embedded(Box::new(n)))
            }
            _ => None,
        },
        Type::Tagged(tag, inner) => match item {
            Item::Tagged(t, item) if t == tag => {
                fit(item, inner).map(|n| Node::Tagged(*tag, Box::new(n)))
            }
            _ => None,
        },
        Type::Array(members) => match item {
            Item::Array(items) => array(items, members).map(Node::Array),
            _ => None,
        },
        Type::Map(members) => match item {
            Item::Map(pairs) => map(pairs, members),
            _ => None,
        },
        Type::Choice(all) => all.iter().find_map(|t| fit(item, t)),
    }
}

/// Each member takes as many elements as fit it: nothing in the grammar needs more.
fn array(items: &[Item], members: &[Member]) -> Option<Vec<(Option<String>, Node)>> {
    let mut rest = items;
    let mut nodes = Vec::with_capacity(items.len());
    for member in members {
        let mut taken = 0;
        while taken < member.most {
            let Some((first, others)) = rest.split_first() else { break };
            let Some(node) = fit(first, &member.value) else { break };
            let name = match &member.value {
                Type::Named(name, None) if name == "field-id" => path(first),
                _ => member.name.clone().filter(|_| member.most == 1),
            };
            nodes.push((name, node));
            rest = others;
            taken += 1;
        }
        if taken < member.least {
            return None;
        }
    }
    rest.is_empty().then_some(nodes)
}

/// A form whose fields have their paths: the grammar knows only that they are numbers.
fn with_fields(form: Node) -> Node {
    match form {
        Node::Map(fields) => {
            let named = |(name, key, value): (Option<String>, Item, Node)| {
                (name.or_else(|| path(&key)), key, value)
            };
            Node::Map(fields.into_iter().map(named).collect())
        }
        other => other,
    }
}

/// The path of a field, or that the number is the form's own.
fn path(id: &Item) -> Option<String> {
    match id {
        Item::Uint(0) => Some("form id".to_owned()),
        Item::Uint(number) => {
            let id = FieldId::Known(u16::try_from(*number).ok()?);
            fields::by_id(id).map(|field| field.path.to_owned())
        }
        _ => None,
    }
}

fn map(pairs: &[(Item, Item)], members: &[Member]) -> Option<Node> {
    let mut nodes = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let of_key = |m: &&Member| m.key.as_ref().is_some_and(|k| fit(key, k).is_some());
        let member = members.iter().find(of_key)?;
        nodes.push((member.name.clone(), key.clone(), fit(value, &member.value)?));
    }
    let present = |m: &Member| {
        let has = |key: &Item| m.key.as_ref().is_some_and(|k| fit(key, k).is_some());
        pairs.iter().filter(|(key, _)| has(key)).count() as u64
    };
    members.iter().all(|m| (m.least..=m.most).contains(&present(m))).then_some(Node::Map(nodes))
}

fn nameless(item: &Item) -> Node {
    match item {
        Item::Array(items) => Node::Array(items.iter().map(|i| (None, nameless(i))).collect()),
        Item::Map(pairs) => {
            Node::Map(pairs.iter().map(|(k, v)| (None, k.clone(), nameless(v))).collect())
        }
        Item::Tagged(tag, item) => Node::Tagged(*tag, Box::new(nameless(item))),
        other => Node::Leaf(other.clone()),
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, 0)
    }
}

/// Longest value that is put on one line with its brackets.
const LINE: usize = 72;

impl Node {
    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Self::Leaf(item) => write!(f, "{}", Leaf(item)),
            Self::Tagged(tag, inner) => {
                write!(f, "{tag}(")?;
                inner.write(f, depth)?;
                f.write_char(')')
            }
            Self::Embedded(inner) => {
                f.write_str("<<")?;
                inner.write(f, depth)?;
                f.write_str(">>")
            }
            Self::Array(items) => {
                let parts = items.iter().map(|(name, node)| (named(name.as_deref()), node));
                Self::block(f, depth, ('[', ']'), parts.collect())
            }
            Self::Map(items) => {
                let parts = items
                    .iter()
                    .map(|(name, key, node)| {
                        (format!("{}{}: ", named(name.as_deref()), Leaf(key)), node)
                    })
                    .collect();
                Self::block(f, depth, ('{', '}'), parts)
            }
        }
    }

    fn block(
        f: &mut fmt::Formatter<'_>,
        depth: usize,
        (open, close): (char, char),
        parts: Vec<(String, &Self)>,
    ) -> fmt::Result {
        let is_short = |node: &Self| matches!(node, Self::Leaf(_));
        if parts.iter().all(|(_, node)| is_short(node)) {
            let all: Vec<String> = parts
                .iter()
                .map(|(before, node)| format!("{before}{}", Tree((*node).clone())))
                .collect();
            let line = all.join(", ");
            if line.len() <= LINE {
                return write!(f, "{open}{line}{close}");
            }
        }
        writeln!(f, "{open}")?;
        let last = parts.len().saturating_sub(1);
        for (i, (before, node)) in parts.into_iter().enumerate() {
            write!(f, "{:indent$}{before}", "", indent = (depth + 1) * 2)?;
            node.write(f, depth + 1)?;
            writeln!(f, "{}", if i == last { "" } else { "," })?;
        }
        write!(f, "{:indent$}{close}", "", indent = depth * 2)
    }
}

fn named(name: Option<&str>) -> String {
    name.map_or(String::new(), |name| format!("/ {name} / "))
}

struct Leaf<'a>(&'a Item);

impl fmt::Display for Leaf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Item::Uint(n) => write!(f, "{n}"),
            Item::Nint(n) => write!(f, "{n}"),
            Item::Bytes(bytes) => write!(f, "h'{}'", data_encoding::HEXLOWER.encode(bytes)),
            // JSON's escapes are those of the notation.
            Item::Text(text) => f.write_str(&serde_json::Value::from(text.as_str()).to_string()),
            Item::Bool(value) => write!(f, "{value}"),
            Item::Null => f.write_str("null"),
            other => write!(f, "{}", Tree(nameless(other))),
        }
    }
}
