//! A form as JSON Schema (2020-12), for software that makes or reads forms.

use serde_json::{Map, Value, json};

use crate::definition::{About, Definition, When};
use crate::fields::{Field, Kind};
use crate::labels::{self, Language};
use crate::limits::{LINE_MAX, OWN_MAX, TEXT_MAX};

/// The schema of a form file as JSON: groups are objects, their fields members.
pub fn schema(definition: &Definition, language: Language) -> Value {
    let (title, purpose) = labels::form(definition.name, language);
    let title_line = definition.title();
    let mut groups = Map::new();
    groups.insert("form".into(), json!({ "const": title_line }));
    for field in &definition.fields {
        let group = groups.entry(field.group()).or_insert_with(|| {
            json!({
                "type": "object",
                "title": labels::group(field.group(), language),
                "properties": {},
                "additionalProperties": false,
            })
        });
        group["properties"][name(field)] = value(field, language);
    }
    if definition.about == About::Person {
        // What these are stands in the protocol under which the form goes.
        let own = json!({
            "type": "object",
            "title": labels::group("own", language),
            "maxProperties": OWN_MAX,
        });
        groups.insert("own".into(), own);
    }
    let mut needed = vec![json!("form")];
    for field in definition.fields.iter().filter(|f| definition.required.contains(&f.id)) {
        let group = &mut groups[field.group()];
        if group.get("required").is_none() {
            needed.push(json!(field.group()));
            group["required"] = json!([]);
        }
        if let Some(list) = group["required"].as_array_mut() {
            list.push(json!(name(field)));
        }
    }
    let conditions: Vec<Value> = definition
        .conditions
        .iter()
        .map(|c| json!({ "if": when(c.when), "then": present(c.needs, &json!(true)) }))
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!(
            "urn:ihala:form:{}:{}:{}",
            definition.name,
            definition.version,
            language.code()
        ),
        "title": title,
        "description": purpose,
        "type": "object",
        "properties": groups,
        "required": needed,
        "additionalProperties": false,
        "allOf": conditions,
    })
}

fn name(field: &Field) -> &'static str {
    field.path.split_once('.').map_or(field.path, |(_, name)| name)
}

/// That a field is there, and of this schema.
fn present(field: &Field, schema: &Value) -> Value {
    let (group, name) = (field.group(), name(field));
    json!({
        "properties": { group: { "properties": { name: schema }, "required": [name] } },
        "required": [group],
    })
}

fn when(when: When) -> Value {
    match when {
        // As far as a schema can tell: the date of birth needs a clock.
        When::Minor => {
            let field = |path| crate::fields::by_path(path).expect("a field of our own file");
            let bands = ["0-4", "5-11", "12-17"];
            json!({ "anyOf": [
                present(field("person.age"), &json!({ "exclusiveMaximum": 18 })),
                present(field("person.age_band"), &json!({ "enum": bands })),
            ] })
        }
        When::Flag(field, wanted) => present(field, &json!({ "const": wanted })),
        When::Code(field, code) => {
            let (Kind::Code(list) | Kind::Codes(list)) = &field.kind else { return json!(false) };
            let name = list.by_id(code).map_or("", |c| c.name);
            match &field.kind {
                Kind::Codes(_) => present(field, &json!({ "contains": { "const": name } })),
                _ => present(field, &json!({ "const": name })),
            }
        }
    }
}

fn value(field: &Field, language: Language) -> Value {
    let codes = |list: &crate::codes::CodeList| -> Vec<Value> {
        let one = |c: &crate::codes::Code| json!({ "const": c.name, "title": labels::code(list.name, c.name, language) });
        list.codes.iter().map(one).collect()
    };
    let mut schema = match &field.kind {
        Kind::Line => json!({ "type": "string", "minLength": 1, "maxLength": LINE_MAX }),
        Kind::Text => json!({ "type": "string", "minLength": 1, "maxLength": TEXT_MAX }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Moment => json!({ "type": "string", "format": "date-time" }),
        Kind::Number(max) => json!({ "type": "integer", "minimum": 0, "maximum": max }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Code(list) => json!({ "oneOf": codes(list) }),
        Kind::Codes(list) => json!({
            "type": "array", "items": { "oneOf": codes(list) }, "minItems": 1, "uniqueItems": true,
        }),
        Kind::Place => json!({ "type": "string", "pattern": "^[A-Z]{2,3}[0-9]{0,12}$" }),
        Kind::Province => json!({ "type": "string", "pattern": "^[A-Z]{2,3}[0-9]{0,3}$" }),
        Kind::Language => json!({ "type": "string", "pattern": "^[a-z]{2,3}$" }),
    };
    schema["title"] = labels::field(field.path, language).into();
    schema["description"] = labels::help(field.path, language).into();
    schema
}
