//! Free text that tells what the form withholds (POL-11).
//!
//! Caseworkers type names into "Background". Text is compared word by word, without
//! regard to case, accents, Arabic vowel marks or the dots of Turkish; numbers by
//! their digits alone.

mod birthday;

use ihala_envelope::Refusal;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::field_id::FieldId;
use crate::fields::{Field, Kind, Sensitivity};
use crate::form::{Form, Value};
use crate::isp::Isp;
use crate::limits::LINE_MAX;
use crate::rules::LEAK;

/// Words of a name that are shorter than this are too common to look for alone, in characters.
const NAME_WORD_MIN: usize = 3;
/// Numbers shorter than this are too common to look for, in digits.
const NUMBER_MIN: usize = 6;
/// Last digits of a number that are enough to know it by.
const NUMBER_LOCAL: usize = 7;
/// A single word of the case that is shorter than this says nothing, in characters.
const CASE_WORD_MIN: usize = 5;

/// Of two words of an address, one has at least so many characters.
const ADDRESS_WORD_MIN: usize = 4;
/// What Turkish writes behind a name, as folded.
const TURKISH_CASES: [&str; 24] = [
    "a", "e", "i", "u", "ya", "ye", "yi", "yu", "in", "un", "nin", "nun", "da", "de", "ta", "te",
    "dan", "den", "tan", "ten", "la", "le", "yla", "yle",
];

/// A word as compared, and where it stands in the text, in characters from 1.
struct Word {
    folded: String,
    at: usize,
}

/// Text that tells what is withheld. It names both fields and the place, never the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Path of the text.
    pub path: String,
    /// Where it tells, in characters from 1.
    pub at: usize,
    /// Path of the field that it tells.
    pub tells: String,
}

impl From<Leak> for Refusal {
    fn from(leak: Leak) -> Self {
        LEAK.refuse_about(format!("{}, at character {}, tells {}", leak.path, leak.at, leak.tells))
    }
}

/// Refuses text of `whole` that goes (`sent`) and tells a value that does not. The
/// refusal names both fields and the place, never the value. Own fields are those of `isp`.
pub fn check(whole: &Form, sent: &[FieldId], isp: &Isp) -> Result<(), Leak> {
    check_against(whole, whole, sent, isp)
}

/// The same against what is known from elsewhere: a value that goes is told anyhow, any
/// other value of that field is not.
pub fn check_against(form: &Form, known: &Form, sent: &[FieldId], isp: &Isp) -> Result<(), Leak> {
    let same = |id: &&FieldId| known.get(**id) == form.get(**id);
    let told: Vec<FieldId> = sent.iter().filter(same).copied().collect();
    for (field, value) in form.iter().filter(|(f, _)| sent.contains(&f.id)) {
        if let (Kind::Text | Kind::Line, Value::Text(text)) = (&field.kind, value) {
            check_text(field.path, text.expose(), known, &told, isp)?;
        }
    }
    for (id, value) in form.own().filter(|(id, _)| sent.contains(id)) {
        if let Value::Text(text) = value {
            check_text(&isp.path(id), text.expose(), known, &told, isp)?;
        }
    }
    Ok(())
}

/// The same for a text beside the form: a note.
pub fn check_text(
    path: &str,
    text: &str,
    whole: &Form,
    sent: &[FieldId],
    isp: &Isp,
) -> Result<(), Leak> {
    let words = words(text);
    let leak = |at, tells| Leak { path: path.to_owned(), at, tells };
    for (field, value) in whole.iter().filter(|(f, _)| !sent.contains(&f.id)) {
        if let Some(at) = place(&words, field, value) {
            return Err(leak(at, field.path.to_owned()));
        }
    }
    for (id, value) in whole.own().filter(|(id, _)| !sent.contains(id)) {
        // One that is not known here is taken for the worst.
        let sensitivity = isp.own_field(id).map(|field| field.sensitivity);
        let of_case = sensitivity == Some(Sensitivity::Case);
        if let Some(at) = place_of_own(&words, value, of_case) {
            return Err(leak(at, isp.path(id)));
        }
    }
    Ok(())
}

/// Where the value of an own field stands. Free text is no value to look for.
fn place_of_own(words: &[Word], value: &Value, of_case: bool) -> Option<usize> {
    match value {
        Value::Text(text) => {
            let text = text.expose();
            let line = text.chars().count() <= LINE_MAX && !text.contains('\n');
            let short = text.chars().filter(|c| c.is_alphanumeric()).count() < NAME_WORD_MIN;
            place_of_value(words, text, of_case).filter(|_| line && !short)
        }
        Value::Number(number) => {
            let digits = number.to_string();
            place_of_number(words, &digits).filter(|_| digits.len() >= NUMBER_MIN)
        }
        Value::Flag(_) | Value::Codes(_) => None,
    }
}

fn place(words: &[Word], field: &Field, value: &Value) -> Option<usize> {
    let Value::Text(value) = value else { return None };
    if field.sensitivity < Sensitivity::Case || matches!(field.kind, Kind::Text) {
        return None;
    }
    let sought: Vec<String> = self::words(value.expose()).into_iter().map(|w| w.folded).collect();
    let part = || match field.path {
        path if path.ends_with(".name") && field.sensitivity == Sensitivity::Identifying => {
            place_of_name(words, &sought)
        }
        "person.address" | "caregiver.contact" => place_of_part(words, &sought),
        _ => None,
    };
    let of_case = field.sensitivity == Sensitivity::Case;
    place_of_value(words, value.expose(), of_case).or_else(part)
}

/// Where a value stands as a whole: a day, a number, words.
fn place_of_value(words: &[Word], value: &str, of_case: bool) -> Option<usize> {
    if let Some(date) = crate::text::parse_date(value) {
        return birthday::place(words, date);
    }
    let digits: String = value.chars().filter_map(digit).collect();
    if digits.len() >= NUMBER_MIN
        && let Some(at) = place_of_number(words, &digits)
    {
        return Some(at);
    }
    let sought: Vec<String> = self::words(value).into_iter().map(|w| w.folded).collect();
    // A short word of the case ("no", "none", "ill") stands in any text.
    let common =
        of_case && matches!(sought.as_slice(), [one] if one.chars().count() < CASE_WORD_MIN);
    if sought.is_empty() || common {
        return None;
    }
    let whole = words
        .windows(sought.len())
        .find(|window| window.iter().zip(&sought).all(|(word, s)| word.folded == *s));
    whole.and_then(|w| w.first()).map(|word| word.at)
}

/// Where a name stands, or one of its words: also joined or parted as Arabic names are.
fn place_of_name(words: &[Word], name: &[String]) -> Option<usize> {
    let long = |s: &&String| s.chars().count() >= NAME_WORD_MIN;
    let joined: Vec<String> = name.windows(2).map(|pair| pair.concat()).collect();
    let sought: Vec<&String> = name.iter().filter(long).chain(&joined).collect();
    let alone = words.iter().find(|word| sought.iter().any(|s| is_word(&word.folded, s)));
    let parted = || {
        words.windows(2).find_map(|pair| {
            let both = format!("{}{}", pair[0].folded, pair[1].folded);
            sought.iter().any(|s| is_word(&both, s)).then_some(&pair[0])
        })
    };
    alone.or_else(parted).map(|word| word.at)
}

/// Where two neighbouring words of an address stand side by side.
fn place_of_part(words: &[Word], address: &[String]) -> Option<usize> {
    let tells = |pair: &&[Word]| {
        let long = pair.iter().any(|w| w.folded.chars().count() >= ADDRESS_WORD_MIN);
        long && address.windows(2).any(|a| pair[0].folded == a[0] && pair[1].folded == a[1])
    };
    words.windows(2).find(tells).and_then(|pair| pair.first()).map(|word| word.at)
}

/// Where a number starts, however it is broken up.
fn place_of_number(words: &[Word], digits: &str) -> Option<usize> {
    let mut text = String::new();
    let mut starts = Vec::new();
    for word in words {
        let own: String = word.folded.chars().filter_map(digit).collect();
        starts.extend(std::iter::repeat_n(word.at, own.len()));
        text.push_str(&own);
    }
    // With and without the prefix of the country or the trunk.
    let local = digits.get(digits.len().saturating_sub(NUMBER_LOCAL)..).unwrap_or(digits);
    let found = text.find(digits).or_else(|| text.find(local))?;
    starts.get(found).copied()
}

/// Whether a word is a name, also with what Arabic writes in front of it, or Turkish behind.
fn is_word(word: &str, name: &str) -> bool {
    let before = word.strip_suffix(name);
    let arabic = before.is_some_and(|before| {
        before.chars().count() <= 3 && before.chars().all(|c| "وفبكلا".contains(c))
    });
    let long = name.chars().count() > NAME_WORD_MIN;
    let turkish = || word.strip_prefix(name).is_some_and(|end| TURKISH_CASES.contains(&end));
    arabic || (long && turkish())
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        // Arabic-Indic and Eastern Arabic-Indic digits.
        '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(c as u32 - 0x6f0, 10),
        _ => None,
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut inside = false;
    for (index, c) in text.chars().enumerate() {
        if c.is_alphanumeric() {
            if !inside {
                words.push(Word { folded: String::new(), at: index + 1 });
            }
            if let Some(word) = words.last_mut() {
                word.folded.extend(fold(c));
            }
            inside = true;
        } else if !is_combining_mark(c)
            && !matches!(c, '\u{640}' | '\u{ad}' | '\u{200b}'..='\u{200f}')
        {
            // Marks, the Arabic stretching line and what nobody sees stand inside words.
            inside = false;
        }
    }
    words.retain(|w| !w.folded.is_empty());
    words
}

/// Text as it is compared: without regard to case, accents or the dots of Turkish.
pub fn folded(text: &str) -> String {
    text.trim().chars().flat_map(fold).collect()
}

fn fold(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(
        |c| match c {
            'ı' => 'i',
            'ة' => 'ه',
            'ى' | 'ی' => 'ي',
            'ک' => 'ك',
            'ٱ' => 'ا',
            'ہ' | 'ھ' => 'ه',
            'ø' => 'o',
            'ł' => 'l',
            'đ' => 'd',
            c => c,
        },
    )
}

#[cfg(test)]
mod tests {
    use ihala_envelope::Personal;

    use super::*;

    /// A protocol without own fields.
    fn isp() -> Isp {
        let (one, other) = ("1".repeat(64), "2".repeat(64));
        Isp::from_toml(&format!(
            "isp = \"ihala-isp/1\"\ntitle = \"t\"\nversion = 1\npurposes = [\"service-provision\"]\n\
             valid_from = 2026-01-01\nvalid_until = 2026-12-31\nreview = 2026-06-30\noverlap_days = 0\n\
             retention_days = 1\nonward = false\n[parties]\na = \"{one}\"\nb = \"{other}\"\n[[clause]]\n\
             label = \"c\"\nfrom = \"any\"\nto = \"any\"\ncase_types = [\"legal\"]\nfields = [\"request\"]\n"
        ))
        .unwrap()
    }
    use crate::fields::by_path;

    fn form(name: &str, phone: &str) -> Form {
        let value = |text: &str| Value::Text(Personal::new(text.to_owned()));
        let id = |path: &str| by_path(path).unwrap().id;
        let mut form = Form::default();
        form.put(id("person.name"), value(name));
        form.put(id("person.phone"), value(phone));
        form.put(id("person.birth_date"), value("1991-03-08"));
        form
    }

    fn told(name: &str, phone: &str, text: &str) -> Option<String> {
        let refused = check_text("background.reason", text, &form(name, phone), &[], &isp());
        refused.err().map(|leak| Refusal::from(leak).subject.unwrap_or_default())
    }

    #[test]
    fn a_name_or_number_is_found_however_it_is_written() {
        let text = |what: &str| format!("background.reason, at character {what}");
        for (name, written, at) in [
            ("Leyla Haddadin", "Her name is LEYLA.", 13),
            ("Ömer Işık", "omer isik needs help", 1),
            ("ليلى حداد", "السيدة لَيْلَى وصلت", 8),
            ("José Peña", "ask for jose", 9),
            ("Fatma", "for Fat\u{301}ma", 5),
            ("Al Noor", "al noor came", 1),
        ] {
            let found = told(name, "+90 555 010 4417", written);
            let start = format!("{} tells person.name", text(&format!("{at},")));
            assert_eq!(found, Some(start), "{name}: {written}");
        }
        for written in [
            "born 08.03.1991",
            "born 8/3/1991",
            "born 1991-03-08",
            "born 8.3.91",
            "born on the 8th of March 1991",
            "March 8, 1991",
            "8 Mart 1991'de doğdu",
            "nacida el 8 de marzo de 1991",
            "ولدت في ٨ آذار ١٩٩١",
            "مواليد 8 مارس 1991",
        ] {
            assert!(told("X", "1", written).unwrap().ends_with("person.birth_date"), "{written}");
        }
        for (name, written) in [
            ("ليلى", "لیلی"),
            ("كريم", "کریم"),
            ("ليلى", "قالت لليلى"),
            ("Leyla", "Ley\u{ad}la"),
            ("عبد الله", "جاء عبدالله"),
            ("عبدالرحمن", "جاء عبد الرحمن"),
            ("Leyla", "Leyla'nın evi"),
            ("Leyla", "Leylanın evi"),
            ("Ahmet", "Ahmetle geldi"),
        ] {
            assert!(told(name, "1", written).is_some(), "{name}: {written}");
        }
        assert!(told("X", "+961 3 123 456", "call 03 123 456").is_some());
        for written in ["call 0090-555-0104417", "call 555 010 44 17", "رقم ٥٥٥٠١٠٤٤١٧"]
        {
            let found = told("X", "+90 555 010 4417", written).unwrap();
            assert!(found.ends_with("tells person.phone"), "{found}");
        }
        assert!(told("X", "1", "born 1991-03-08").unwrap().ends_with("person.birth_date"));
    }

    #[test]
    fn part_of_an_address_tells_it() {
        let mut form = form("X", "1");
        let address = "Cumhuriyet Cad. No 12, Şahinbey";
        let id = by_path("person.address").unwrap().id;
        form.put(id, Value::Text(Personal::new(address.to_owned())));
        let told = |text: &str| check_text("background.reason", text, &form, &[], &isp()).is_err();
        assert!(told("she stays in cumhuriyet cad., at number 12"));
        assert!(!told("she stays at no 12") && !told("the Şahinbey municipality helps"));
    }

    #[test]
    fn other_words_are_not_taken_for_it() {
        for written in ["Haddadinson came", "555 010", "al came", "in March 1991", "8 March"] {
            assert_eq!(told("Leyla Haddadin", "+90 555 010 4417", written), None, "{written}");
        }
    }
}
