//! A filled-in form: which fields hold what.

mod author;

use std::collections::BTreeMap;

use ihala_envelope::{Digest, Personal, Timestamp};
use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::codes::AGE_BAND;
use crate::date;
use crate::definition::{self, About, Definition};
use crate::field_id::FieldId;
use crate::fields::{self, Field, Kind};
use crate::isp::Isp;
use crate::labels::{self, Language};
use crate::limits::{LINE_MAX, OWN_CODES_MAX, OWN_MAX, TEXT_MAX};
use crate::text::{is_language, is_place, is_province, is_text, parse_date};
use crate::toml_read::Mistakes;

/// Id of the inter-agency referral form, which a form is unless it says otherwise.
const INTER_AGENCY: u16 = 1;

/// Key of the form's id on the wire, where that is not [`INTER_AGENCY`].
const KIND_KEY: u16 = 0;

/// Key of the map of own fields.
const OWN_KEY: u16 = 30_000;

/// The value of a field. All of them are personal, codes and numbers too.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// A line, free text, date or place.
    Text(Personal<String>),
    /// A number or a single code.
    Number(u32),
    /// Yes or no.
    Flag(bool),
    /// Codes in rising order, without repetition.
    Codes(Vec<u16>),
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Value {
    /// What to show to a caseworker: labels for codes.
    pub fn show(&self, field: &Field, language: Language) -> Personal<String> {
        let label = |list: &crate::codes::CodeList, id: u32| {
            let code = u16::try_from(id).ok().and_then(|id| list.by_id(id));
            code.map_or("?".to_owned(), |c| labels::code(list.name, c.name, language))
        };
        Personal::new(match (self, &field.kind) {
            (Self::Text(text), Kind::Moment) => {
                let time = date::parse(text.expose());
                time.map_or_else(|| text.expose().clone(), date::show_minute)
            }
            (Self::Text(text), _) => text.expose().clone(),
            (Self::Number(id), Kind::Code(list)) => label(list, *id),
            (Self::Number(number), _) => number.to_string(),
            (Self::Flag(flag), _) => labels::text(if *flag { "yes" } else { "no" }, language, &[]),
            (Self::Codes(ids), Kind::Codes(list)) => {
                let labels: Vec<_> = ids.iter().map(|id| label(list, u32::from(*id))).collect();
                labels.join(language.comma())
            }
            (Self::Codes(_), _) => String::new(),
        })
    }

    /// Whether it is a value at all, whatever field it stands in.
    fn is_bounded(&self) -> bool {
        match self {
            Self::Text(text) => is_text(text.expose(), TEXT_MAX, true),
            Self::Number(_) | Self::Flag(_) => true,
            Self::Codes(ids) => {
                (1..=OWN_CODES_MAX).contains(&ids.len())
                    && ids.windows(2).all(|pair| pair[0] < pair[1])
            }
        }
    }

    /// Whether the value may stand in the field.
    fn fits(&self, field: &Field) -> bool {
        match (self, &field.kind) {
            (Self::Text(t), Kind::Line) => is_text(t.expose(), LINE_MAX, false),
            (Self::Text(t), Kind::Text) => is_text(t.expose(), TEXT_MAX, true),
            (Self::Text(t), Kind::Date) => parse_date(t.expose()).is_some(),
            (Self::Text(t), Kind::Place) => is_place(t.expose()),
            (Self::Text(t), Kind::Province) => is_province(t.expose()),
            (Self::Text(t), Kind::Language) => is_language(t.expose()),
            (Self::Text(t), Kind::Moment) => {
                date::parse(t.expose()).is_some_and(|time| show(time) == *t.expose())
            }
            (Self::Number(n), Kind::Number(max)) => n <= max,
            (Self::Number(n), Kind::Code(list)) => {
                u16::try_from(*n).is_ok_and(|id| list.by_id(id).is_some())
            }
            (Self::Flag(_), Kind::Flag) => true,
            (Self::Codes(ids), Kind::Codes(list)) => {
                !ids.is_empty()
                    && ids.windows(2).all(|pair| pair[0] < pair[1])
                    && ids.iter().all(|id| list.by_id(*id).is_some())
            }
            _ => false,
        }
    }
}

/// The fields that a caseworker filled in, or that a receiver was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Id of its definition.
    kind: u16,
    values: BTreeMap<FieldId, Value>,
    /// What a file says in `[own]`, until it is known of which protocol: never sent or stored.
    drafts: BTreeMap<String, Draft>,
}

/// What a file gives an own field, before it is known what that may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Draft {
    Text(Personal<String>),
    Number(u32),
    Flag(bool),
    List(Personal<Vec<String>>),
}

impl Default for Form {
    /// An inter-agency referral with nothing filled in.
    fn default() -> Self {
        Self { kind: INTER_AGENCY, values: BTreeMap::new(), drafts: BTreeMap::new() }
    }
}

impl Form {
    /// A form of a kind, with nothing filled in.
    pub const fn empty(definition: &Definition) -> Self {
        Self { kind: definition.id, values: BTreeMap::new(), drafts: BTreeMap::new() }
    }

    /// Which form it is.
    pub fn definition(&self) -> &'static Definition {
        definition::by_id(self.kind).expect("checked where a form is read")
    }

    /// Reads a form file. Every mistake is reported, with its line.
    pub fn from_toml(text: &str) -> Result<Self, Mistakes> {
        author::read(text)
    }

    /// What a form file that is still being written holds, without its mistakes.
    pub fn from_toml_so_far(text: &str) -> Self {
        author::so_far(text)
    }

    /// Reads a form file as [`Self::from_toml`] does, and looks for answers that do not go with
    /// each other, for what is missing because of them, and for days that cannot be; under a
    /// protocol also for own fields that it does not define, or not so.
    pub fn checked(text: &str, now: Timestamp, isp: Option<&Isp>) -> Result<Self, Mistakes> {
        author::checked(text, now, isp)
    }

    /// Whether it says that the person is under 18 at `now`.
    pub fn is_about_child(&self, now: Timestamp) -> bool {
        self.ages(now).into_iter().flatten().any(|(youngest, _)| youngest < 18)
    }

    /// The youngest and the oldest that the person can be, in years: by the age, by the band
    /// of ages, by the day of birth.
    fn ages(&self, now: Timestamp) -> [Option<(i16, i16)>; 3] {
        let age = match self.get(fields::AGE_ID) {
            Some(Value::Number(years)) => i16::try_from(*years).ok(),
            _ => None,
        };
        let band = self.code(fields::AGE_BAND_ID).and_then(|id| AGE_BAND.by_id(id));
        let band = band.map(|band| match band.name.split_once('-') {
            Some((from, to)) => (from.parse().unwrap_or(0), to.parse().unwrap_or(i16::MAX)),
            None => (0, i16::MAX),
        });
        let born = self.text(fields::BIRTH_DATE_ID).and_then(|text| parse_date(text.expose()));
        let born = born.map(|born| {
            let today = date::day_of(now);
            let years = today.year() - born.year();
            let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
            if had_birthday { years } else { years - 1 }
        });
        [age.map(|years| (years, years)), band, born.map(|years| (years, years))]
    }

    /// The value of a field.
    pub fn get(&self, id: FieldId) -> Option<&Value> {
        self.values.get(&id)
    }

    /// Ids of the fields that hold a value, rising.
    pub fn ids(&self) -> impl Iterator<Item = FieldId> {
        self.values.keys().copied()
    }

    /// The fields of the specification with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Field, &Value)> {
        self.values.iter().filter_map(|(id, value)| fields::by_id(*id).map(|f| (f, value)))
    }

    /// The own fields of a protocol's parties, with their values.
    pub fn own(&self) -> impl Iterator<Item = (FieldId, &Value)> {
        let own = self.values.iter().filter(|(id, _)| matches!(id, FieldId::Own(_)));
        own.map(|(id, value)| (*id, value))
    }

    /// A copy with only the fields named.
    #[must_use]
    pub fn only(&self, ids: &[FieldId]) -> Self {
        let mut only = self.clone();
        only.values.retain(|id, _| ids.contains(id));
        only.drafts.clear();
        only
    }

    /// A copy in which the own fields that a file names are those of a protocol. What that has
    /// not, or not with this value, stays as it was: see [`Self::unknown_own`].
    #[must_use]
    pub fn under(&self, isp: &Isp) -> Self {
        let mut form = self.clone();
        form.drafts.retain(|name, draft| {
            let field = isp.own().iter().find(|field| field.name == *name);
            match field.and_then(|field| Some((field.id(), field.value(draft)?))) {
                Some((id, value)) => {
                    form.values.insert(id, value);
                    false
                }
                None => true,
            }
        });
        form
    }

    /// Names of own fields that no protocol has explained yet.
    pub fn unknown_own(&self) -> impl Iterator<Item = &str> {
        self.drafts.keys().map(String::as_str)
    }

    /// Fills a field in.
    pub fn put(&mut self, id: FieldId, value: Value) {
        self.values.insert(id, value);
    }

    /// Both forms in one; where both have a field, the other's value stands. It is a form of
    /// the other's kind, if that says anything.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut all = self.clone();
        if !other.is_empty() {
            all.kind = other.kind;
        }
        all.values.extend(other.values.iter().map(|(id, value)| (*id, value.clone())));
        all.drafts.extend(other.drafts.iter().map(|(name, draft)| (name.clone(), draft.clone())));
        all
    }

    /// Whether no field is filled in.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.drafts.is_empty()
    }

    /// The single code of a field.
    pub fn code(&self, id: FieldId) -> Option<u16> {
        match self.values.get(&id)? {
            Value::Number(code) => u16::try_from(*code).ok(),
            _ => None,
        }
    }

    /// The time of a field.
    pub fn moment(&self, id: FieldId) -> Option<Timestamp> {
        self.text(id).and_then(|text| date::parse(text.expose()))
    }

    /// The text of a field.
    pub fn text(&self, id: FieldId) -> Option<&Personal<String>> {
        match self.values.get(&id)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A moment as it stands in a form.
fn show(time: Timestamp) -> String {
    date::show(time).replace(' ', "T")
}

impl<C> Encode<C> for Form {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        let says_kind = self.kind != INTER_AGENCY;
        let own = self.own().count();
        let known = self.values.len() - own;
        e.map((known + usize::from(says_kind) + usize::from(own > 0)) as u64)?;
        if says_kind {
            e.u16(KIND_KEY)?.u16(self.kind)?;
        }
        for (id, value) in self.values.iter().take(known) {
            id.encode(e, ctx)?;
            value.encode(e, ctx)?;
        }
        if own > 0 {
            e.u16(OWN_KEY)?.map(own as u64)?;
            for (id, value) in self.own() {
                id.encode(e, ctx)?;
                value.encode(e, ctx)?;
            }
        }
        Ok(())
    }
}

impl<C> Encode<C> for Value {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match self {
            Self::Text(text) => e.str(text.expose())?.ok(),
            Self::Number(number) => e.u32(*number)?.ok(),
            Self::Flag(flag) => e.bool(*flag)?.ok(),
            Self::Codes(ids) => ids.encode(e, ctx),
        }
    }
}

impl<'b, C> Decode<'b, C> for Value {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Ok(match d.datatype()? {
            Type::String => Self::Text(Personal::new(d.str()?.to_owned())),
            Type::Bool => Self::Flag(d.bool()?),
            Type::Array => {
                let ids: Result<_, _> = d.array_iter::<u16>()?.collect();
                Self::Codes(ids?)
            }
            _ => Self::Number(d.u32()?),
        })
    }
}

impl Form {
    /// Reads the own fields. What they may hold is for the protocol to say (POL-04).
    fn decode_own<C>(
        &mut self,
        d: &mut Decoder<'_>,
        ctx: &mut C,
    ) -> Result<(), minicbor::decode::Error> {
        let wrong = minicbor::decode::Error::message;
        let count = d.map()?.ok_or_else(|| wrong("indefinite length"))?;
        if !(1..=OWN_MAX as u64).contains(&count) || self.definition().about == About::Service {
            return Err(wrong("own fields that this form does not have"));
        }
        for _ in 0..count {
            let (id, value) = (Digest::decode(d, ctx)?, Value::decode(d, ctx)?);
            if !value.is_bounded() {
                return Err(wrong("a value that no own field can hold"));
            }
            self.values.insert(FieldId::Own(id), value);
        }
        Ok(())
    }
}

impl<'b, C> Decode<'b, C> for Form {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        let wrong = minicbor::decode::Error::message;
        let mut form = Self::default();
        for _ in 0..d.map()?.ok_or_else(|| wrong("indefinite length"))? {
            let key = d.u16()?;
            if key == KIND_KEY {
                // Keys rise, so that nothing was read by another definition before.
                form.kind = d.u16()?;
                definition::by_id(form.kind).ok_or_else(|| wrong("unknown form"))?;
                continue;
            }
            if key == OWN_KEY {
                form.decode_own(d, ctx)?;
                continue;
            }
            let id = FieldId::Known(key);
            let value = Value::decode(d, ctx)?;
            // What lets notes go stands in protocols and scopes alone, and in no definition.
            let field = fields::by_id(id).filter(|f| form.definition().has(f.id));
            let field = field.ok_or_else(|| wrong("a field that is not of this form"))?;
            if !value.fits(field) {
                return Err(wrong("a value that does not fit its field"));
            }
            form.values.insert(id, value);
        }
        Ok(form)
    }
}

#[cfg(test)]
mod tests {
    use ihala_envelope::cbor;

    use super::*;

    const GOOD: &str = r#"
form = "inter-agency-referral/1"
[request]
urgency = "urgent"
case_type = "legal"
services = ["legal-assistance", "education"]
case_code = "K-1"
[person]
name = "Leyla Example"
birth_date = 1990-04-23
age = 36
"#;

    #[test]
    fn a_form_survives_the_wire() {
        let form = Form::from_toml(GOOD).unwrap();
        let known = [1, 2, 3, 6, 20, 23, 24].map(FieldId::Known);
        assert_eq!(form.ids().collect::<Vec<_>>(), known);
        assert_eq!(cbor::from_slice::<Form>(&cbor::to_vec(&form)), Ok(form));
    }

    fn mistake(from: &str, to: &str) -> String {
        assert!(GOOD.contains(from));
        Form::from_toml(&GOOD.replace(from, to)).unwrap_err().to_string()
    }

    #[test]
    fn mistakes_name_the_line_and_the_way_out_but_no_value() {
        let said = mistake("name = \"Leyla", "nmae = \"Leyla");
        assert_eq!(said, "line 9: unknown field `person.nmae`; did you mean `person.name`?");
        let said = mistake("1990-04-23", "\"23/04/1990\"");
        assert!(said.starts_with("line 10: `person.birth_date` must be a date"), "{said}");
        assert!(!said.contains("23/04"), "{said}");
        assert!(mistake("1990-04-23", "1990-02-30").contains("line 10"));
        assert!(mistake("\"urgent\"", "\"soon\"").contains("emergency, urgent, routine"));
        assert!(mistake("age = 36", "age = 360").contains("from 0 to 130"));
        assert!(mistake("Leyla Example", &"x".repeat(201)).contains("201 characters; at most 200"));
        assert!(mistake("Leyla", "Ley\\u0007la").contains("control characters"));
        assert!(mistake("urgency =", "# urgency =").contains("`request.urgency` is missing"));
        assert!(mistake("age = 36", "age = ").starts_with("line 11: not valid TOML"));
        let reason = format!("{GOOD}[background]\nreason = \"\"\"one\ntwo\"\"\"\n");
        let windows = Form::from_toml(&reason.replace('\n', "\r\n")).unwrap();
        assert_eq!(windows, Form::from_toml(&reason).unwrap());
    }

    #[test]
    fn a_field_that_does_not_fit_is_not_a_form() {
        // {1: 9}: no urgency has the id 9; {15: 1}: no field has the id 15.
        for bytes in [[0xa1, 0x01, 0x09], [0xa1, 0x0f, 0x01]] {
            assert!(cbor::from_slice::<Form>(&bytes).is_err());
        }
    }
}
