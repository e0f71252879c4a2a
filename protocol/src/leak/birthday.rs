//! Dates in a text: in figures or with the month's name in four languages, in any order
//! that people use.

use jiff::civil::Date;

use super::{Word, digit};

/// Names of the months as folded, from January on; in Arabic those of the Levant and those
/// of Egypt and the Maghreb.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "ocak", "enero", "كانون2", "يناير", "جانفي"],
    &["february", "feb", "subat", "febrero", "شباط", "فبراير", "فيفري"],
    &["march", "mar", "mart", "marzo", "اذار", "مارس"],
    &["april", "apr", "nisan", "abril", "نيسان", "ابريل", "افريل"],
    &["may", "mayis", "mayo", "ايار", "مايو", "ماي"],
    &["june", "jun", "haziran", "junio", "حزيران", "يونيو", "جوان"],
    &["july", "jul", "temmuz", "julio", "تموز", "يوليو", "جويليه"],
    &["august", "aug", "agustos", "agosto", "اب", "اغسطس", "اوت"],
    &["september", "sep", "sept", "eylul", "septiembre", "setiembre", "ايلول", "سبتمبر"],
    &["october", "oct", "ekim", "octubre", "تشرين1", "اكتوبر"],
    &["november", "nov", "kasim", "noviembre", "تشرين2", "نوفمبر"],
    &["december", "dec", "aralik", "diciembre", "كانون1", "ديسمبر"],
];
/// Words that stand between the parts of a date and say nothing.
const BETWEEN: [&str; 5] = ["of", "the", "de", "del", "من"];

/// What a word of a date says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Number(i64),
    Month(i64),
}

/// Where a date stands.
pub(super) fn place(words: &[Word], date: Date) -> Option<usize> {
    let said: Vec<_> = words.iter().filter(|w| !BETWEEN.contains(&w.folded.as_str())).collect();
    let parts = parts(&said);
    let (y, m, d) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    let year = |part| part == Part::Number(y) || part == Part::Number(y % 100);
    let day = |part| part == Part::Number(d);
    let month = |part| part == Part::Number(m) || part == Part::Month(m);
    let is_it = |[a, b, c]: [Part; 3]| {
        (day(a) && month(b) && year(c))
            || (month(a) && day(b) && year(c))
            || (a == Part::Number(y) && month(b) && day(c))
    };
    let found = parts.windows(3).find(|w| match w {
        [(_, a), (_, b), (_, c)] => {
            matches!((a, b, c), (Some(a), Some(b), Some(c)) if is_it([*a, *b, *c]))
        }
        _ => false,
    });
    found.and_then(|window| window.first()).map(|(at, _)| *at)
}

fn parts(words: &[&Word]) -> Vec<(usize, Option<Part>)> {
    let mut parts = Vec::new();
    let mut rest = words;
    while let [word, more @ ..] = rest {
        // Four Arabic names are of two words: "Kanun the first".
        let ordinal = more.first().and_then(|next| match next.folded.as_str() {
            "الاول" | "اول" => Some("1"),
            "الثاني" | "ثاني" => Some("2"),
            _ => None,
        });
        let two = ordinal.and_then(|n| month(&format!("{}{n}", word.folded)));
        let part = two.or_else(|| month(&word.folded)).map(Part::Month);
        parts.push((word.at, part.or_else(|| number(&word.folded).map(Part::Number))));
        rest = if two.is_some() { &more[1..] } else { more };
    }
    parts
}

fn month(word: &str) -> Option<i64> {
    // Turkish writes the case at the end: "Mart'ta" is split, "Martta" is not.
    let stem = ["ta", "te", "da", "de"].iter().find_map(|end| word.strip_suffix(end));
    let find = |name: &str| MONTHS.iter().position(|names| names.contains(&name));
    let found = find(word).or_else(|| stem.and_then(find))?;
    i64::try_from(found + 1).ok()
}

fn number(word: &str) -> Option<i64> {
    let ends = ["st", "nd", "rd", "th"];
    let figures = ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let digits: String = figures.chars().map(digit).collect::<Option<_>>()?;
    digits.parse().ok()
}
