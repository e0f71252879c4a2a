//! The grammar of all documents, read from `spec/ihala.cddl`.
//!
//! As much of CDDL (RFC 8610) as that file uses. A test holds it against the `cddl`
//! crate, which knows all of it.

use std::collections::HashMap;

/// What a value may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// A rule by its name, with the type that stands for its parameter.
    Named(String, Option<Box<Type>>),
    /// One of `bool`, `bytes`, `null`, `tstr`, `uint`.
    Plain(Plain),
    /// Exactly this number.
    Number(i64),
    /// Exactly this text.
    Text(String),
    /// A number of a range.
    Range(u64, u64),
    /// Bytes or text with that many bytes.
    Size(Box<Type>, u64, u64),
    /// A byte string that holds a document.
    Cbor(Box<Type>),
    /// A tagged value.
    Tagged(u64, Box<Type>),
    /// A map.
    Map(Vec<Member>),
    /// An array.
    Array(Vec<Member>),
    /// One of several.
    Choice(Vec<Type>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    Bool,
    Bytes,
    Null,
    Text,
    Uint,
}

/// A member of a map or an array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) name: Option<String>,
    /// The key, in a map.
    pub(crate) key: Option<Type>,
    pub(crate) value: Type,
    pub(crate) least: u64,
    pub(crate) most: u64,
}

/// A rule: its type, and the name of its parameter if it has one.
struct Rule {
    parameter: Option<String>,
    value: Type,
}

/// All rules of `spec/ihala.cddl`.
pub(crate) struct Grammar {
    rules: HashMap<String, Rule>,
}

/// Where the text is not what this reader knows.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the grammar is not understood at: {0}")]
pub(crate) struct NotUnderstood(String);

impl Grammar {
    /// The grammar that this program was built with.
    pub(crate) fn get() -> &'static Self {
        static GRAMMAR: std::sync::OnceLock<Grammar> = std::sync::OnceLock::new();
        GRAMMAR.get_or_init(|| Self::read(TEXT).expect("a test reads it"))
    }

    fn read(text: &str) -> Result<Self, NotUnderstood> {
        let mut parser = Parser { tokens: tokens(text)?, at: 0 };
        let mut rules = HashMap::new();
        while parser.peek().is_some() {
            let name = parser.identifier()?;
            let parameter = match parser.takes("<") {
                true => Some(parser.identifier()?),
                false => None,
            };
            if parameter.is_some() {
                parser.expect(">")?;
            }
            parser.expect("=")?;
            rules.insert(name, Rule { parameter, value: parser.choice()? });
        }
        Ok(Self { rules })
    }

    /// The type of a rule, with `argument` in the place of its parameter.
    pub(crate) fn rule(&self, name: &str, argument: Option<&Type>) -> Option<Type> {
        let rule = self.rules.get(name)?;
        match (&rule.parameter, argument) {
            (Some(parameter), Some(argument)) => Some(rule.value.with(parameter, argument)),
            (None, None) => Some(rule.value.clone()),
            _ => None,
        }
    }

    /// Whether there is a rule of this name, without a parameter.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.rules.get(name).is_some_and(|rule| rule.parameter.is_none())
    }
}

impl Type {
    /// A copy in which `argument` stands wherever `parameter` is named.
    fn with(&self, parameter: &str, argument: &Self) -> Self {
        let inside = |t: &Self| Box::new(t.with(parameter, argument));
        let members = |all: &[Member]| {
            all.iter()
                .map(|m| Member { value: m.value.with(parameter, argument), ..m.clone() })
                .collect()
        };
        match self {
            Self::Named(name, None) if name == parameter => argument.clone(),
            Self::Cbor(t) => Self::Cbor(inside(t)),
            Self::Tagged(tag, t) => Self::Tagged(*tag, inside(t)),
            Self::Map(all) => Self::Map(members(all)),
            Self::Array(all) => Self::Array(members(all)),
            Self::Choice(all) => {
                Self::Choice(all.iter().map(|t| t.with(parameter, argument)).collect())
            }
            other => other.clone(),
        }
    }
}

/// The file that the specification has.
pub(crate) const TEXT: &str = include_str!("../../../spec/ihala.cddl");

fn tokens(text: &str) -> Result<Vec<String>, NotUnderstood> {
    let mut tokens = Vec::new();
    for line in text.lines() {
        let mut rest = line.trim_start();
        while !rest.is_empty() && !rest.starts_with(';') {
            let len = token_len(rest).ok_or_else(|| NotUnderstood(line.to_owned()))?;
            tokens.push(rest[..len].to_owned());
            rest = rest[len..].trim_start();
        }
    }
    Ok(tokens)
}

fn token_len(text: &str) -> Option<usize> {
    const SYMBOLS: [&str; 20] = [
        "=>", "..", ".cbor", ".size", "#6.", "=", "<", ">", "{", "}", "[", "]", "(", ")", "&", "?",
        "*", "+", "/", ",",
    ];
    let first = text.chars().next()?;
    let run = |fits: fn(char) -> bool| text.find(|c| !fits(c)).unwrap_or(text.len());
    match first {
        '"' => text[1..].find('"').map(|end| end + 2),
        'a'..='z' => Some(run(|c| c.is_ascii_alphanumeric() || c == '-')),
        '0'..='9' => Some(run(|c| c.is_ascii_digit())),
        '-' => Some(1 + text[1..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - 1)),
        ':' => Some(1),
        _ => SYMBOLS.iter().find(|s| text.starts_with(**s)).map(|s| s.len()),
    }
}

struct Parser {
    tokens: Vec<String>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    fn after(&self) -> Option<&str> {
        self.tokens.get(self.at + 1).map(String::as_str)
    }

    fn takes(&mut self, token: &str) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn lost<T>(&self) -> Result<T, NotUnderstood> {
        let near = &self.tokens[self.at.saturating_sub(3)..(self.at + 3).min(self.tokens.len())];
        Err(NotUnderstood(near.join(" ")))
    }

    fn expect(&mut self, token: &str) -> Result<(), NotUnderstood> {
        if self.takes(token) { Ok(()) } else { self.lost() }
    }

    fn identifier(&mut self) -> Result<String, NotUnderstood> {
        match self.peek() {
            Some(t) if t.starts_with(|c: char| c.is_ascii_lowercase()) => {
                let name = t.to_owned();
                self.at += 1;
                Ok(name)
            }
            _ => self.lost(),
        }
    }

    fn number<N: std::str::FromStr>(&mut self) -> Option<N> {
        let number = self.peek()?.parse().ok()?;
        self.at += 1;
        Some(number)
    }

    fn choice(&mut self) -> Result<Type, NotUnderstood> {
        let mut all = vec![self.one()?];
        while self.takes("/") {
            all.push(self.one()?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Type::Choice(all) })
    }

    fn one(&mut self) -> Result<Type, NotUnderstood> {
        let base = self.base()?;
        if self.takes(".cbor") {
            return Ok(Type::Cbor(Box::new(self.one()?)));
        }
        if self.takes(".size") {
            let (least, most) = if self.takes("(") {
                let bounds = self.bounds()?;
                self.expect(")")?;
                bounds
            } else {
                match self.number() {
                    Some(exactly) => (exactly, exactly),
                    None => return self.lost(),
                }
            };
            return Ok(Type::Size(Box::new(base), least, most));
        }
        Ok(base)
    }

    fn bounds(&mut self) -> Result<(u64, u64), NotUnderstood> {
        let Some(least) = self.number() else { return self.lost() };
        self.expect("..")?;
        match self.number() {
            Some(most) => Ok((least, most)),
            None => self.lost(),
        }
    }

    fn base(&mut self) -> Result<Type, NotUnderstood> {
        if self.takes("{") {
            return Ok(Type::Map(self.members("}")?));
        }
        if self.takes("[") {
            return Ok(Type::Array(self.members("]")?));
        }
        if self.takes("#6.") {
            let Some(tag) = self.number() else { return self.lost() };
            self.expect("(")?;
            let inner = self.choice()?;
            self.expect(")")?;
            return Ok(Type::Tagged(tag, Box::new(inner)));
        }
        if self.after() == Some("..") {
            return self.bounds().map(|(least, most)| Type::Range(least, most));
        }
        if let Some(text) = self.peek().and_then(|t| t.strip_prefix('"')) {
            let text = text.trim_end_matches('"').to_owned();
            self.at += 1;
            return Ok(Type::Text(text));
        }
        if let Some(number) = self.number() {
            return Ok(Type::Number(number));
        }
        let name = self.identifier()?;
        let plain = match name.as_str() {
            "bool" => Plain::Bool,
            "bytes" => Plain::Bytes,
            "null" => Plain::Null,
            "tstr" => Plain::Text,
            "uint" => Plain::Uint,
            _ => {
                let argument = match self.takes("<") {
                    true => Some(Box::new(self.choice()?)),
                    false => None,
                };
                if argument.is_some() {
                    self.expect(">")?;
                }
                return Ok(Type::Named(name, argument));
            }
        };
        Ok(Type::Plain(plain))
    }

    fn members(&mut self, end: &str) -> Result<Vec<Member>, NotUnderstood> {
        let mut members = Vec::new();
        while !self.takes(end) {
            members.push(self.member()?);
            self.takes(",");
        }
        Ok(members)
    }

    fn member(&mut self) -> Result<Member, NotUnderstood> {
        let (least, most) = self.occurrence();
        if self.takes("&") {
            // A key with a name: `&(name: 7) => value`.
            self.expect("(")?;
            let name = Some(self.identifier()?);
            self.expect(":")?;
            let Some(key) = self.number().map(Type::Number) else { return self.lost() };
            self.expect(")")?;
            self.expect("=>")?;
            return Ok(Member { name, key: Some(key), value: self.choice()?, least, most });
        }
        let name = match self.after() == Some(":") {
            true => Some(self.identifier()?),
            false => None,
        };
        if name.is_some() {
            self.expect(":")?;
        }
        let value = self.choice()?;
        if self.takes("=>") {
            let key = Some(value);
            return Ok(Member { name, key, value: self.choice()?, least, most });
        }
        Ok(Member { name, key: None, value, least, most })
    }

    fn occurrence(&mut self) -> (u64, u64) {
        if self.takes("?") {
            return (0, 1);
        }
        if self.takes("+") {
            return (1, u64::MAX);
        }
        let is_count = self.after() == Some("*");
        let least = if is_count { self.number().unwrap_or(0) } else { 0 };
        if self.takes("*") {
            return (least, self.number().unwrap_or(u64::MAX));
        }
        (1, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_every_name_in_it_is_a_rule() {
        fn names(t: &Type, into: &mut Vec<(String, bool)>) {
            match t {
                Type::Named(name, argument) => {
                    into.push((name.clone(), argument.is_some()));
                    argument.iter().for_each(|t| names(t, into));
                }
                Type::Size(t, ..) | Type::Cbor(t) | Type::Tagged(_, t) => names(t, into),
                Type::Choice(all) => all.iter().for_each(|t| names(t, into)),
                Type::Map(all) | Type::Array(all) => all.iter().for_each(|m| {
                    m.key.iter().for_each(|t| names(t, into));
                    names(&m.value, into);
                }),
                Type::Plain(_) | Type::Number(_) | Type::Text(_) | Type::Range(..) => {}
            }
        }
        let grammar = Grammar::read(TEXT).unwrap();
        for (name, rule) in &grammar.rules {
            let mut named = Vec::new();
            names(&rule.value, &mut named);
            for (used, with_argument) in named {
                let known = grammar.rules.get(&used);
                let fits = known.is_some_and(|r| r.parameter.is_some() == with_argument);
                assert!(fits || rule.parameter.as_ref() == Some(&used), "{used} in {name}");
            }
        }
        assert!(Grammar::read("a = [ b ~ ]").is_err());
        assert!(Grammar::read("a = [ b ").is_err());
    }
}
