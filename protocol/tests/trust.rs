//! The trust list: what people write is read or the line is named, and a command changes
//! what it is asked to change and nothing else.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_envelope::AgencyId;
use ihala_protocol::fingerprint;
use ihala_protocol::labels::Language;
use ihala_protocol::trust::{Change, TrustList, Trusted, added, removed, template, updated};
use proptest::prelude::*;

fn lines(text: &str) -> Vec<usize> {
    TrustList::from_toml(text).unwrap_err().0.iter().map(|mistake| mistake.line).collect()
}

#[test]
fn mistakes_are_told_with_their_lines() {
    let one = fingerprint::of(&AgencyId([1; 32]));
    let two = AgencyId([2; 32]).to_string();
    let good = format!(
        "trust = \"ihala-trust/1\"\n[[agency]]\nid = \"{one}\"\nname = \"One\"\n\
         [[agency]]\nid = \"{two}\"\nname = \"Two\"\nsend = false\ncase_types = [\"legal\"]\n"
    );
    let list = TrustList::from_toml(&good).unwrap();
    assert_eq!(list.agencies[0], Trusted::new(AgencyId([1; 32]), "One".into()));
    assert!(!list.agencies[1].send && list.agencies[1].receive);
    assert_eq!(list.agencies[1].case_type_names(), Some(vec!["legal"]));
    let spoiled = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        lines(&good.replacen(from, to, 1))
    };
    assert_eq!(spoiled("trust = \"ihala-trust/1\"", "trust = \"2\""), [1]);
    assert_eq!(spoiled(&one, &one[..one.len() - 1]), [3]);
    assert_eq!(spoiled(&one, &fingerprint::of(&AgencyId([2; 32]))), [6]);
    assert_eq!(spoiled("\"Two\"", "\"ONE\""), [7]);
    assert_eq!(spoiled("\"Two\"", "\"T\u{202e}wo\""), [7]);
    assert_eq!(spoiled("send = false", "send = 0"), [8]);
    assert_eq!(spoiled("send = false", "sends = false"), [8]);
    assert_eq!(spoiled("\"legal\"", "\"law\""), [9]);
    assert_eq!(spoiled("[\"legal\"]", "[]"), [9]);
    assert_eq!(spoiled("[\"legal\"]", "[\"legal\""), [9]);
    assert_eq!(spoiled("name = \"One\"\n", ""), [2]);
}

#[test]
fn the_template_is_a_list_in_every_language() {
    for language in [Language::En, Language::Tr, Language::Ar, Language::Es] {
        let text = template(language);
        assert_eq!(TrustList::from_toml(&text), Ok(TrustList::default()), "{text}");
        assert!(text.contains("# [[agency]]\n"), "{text}");
        let added = added(&text, &Trusted::new(AgencyId([3; 32]), "Üç".into())).unwrap();
        assert!(added.starts_with(&text), "{added}");
    }
}

#[test]
fn comments_and_order_stay() {
    let text = format!(
        "# ours\ntrust = \"ihala-trust/1\"\n\n# met in Ankara\n[[agency]]\nid = \"{}\" # by phone\n\
         name = \"One\"\n\n# the clinic\n[[agency]]\nid = \"{}\"\nname = \"Two\" # short\nnotes = \"old\"\n",
        AgencyId([1; 32]),
        fingerprint::of(&AgencyId([2; 32])),
    );
    let mut two = TrustList::from_toml(&text).unwrap().agencies[1].clone();
    two.send = false;
    two.notes = None;
    two.name = "Three".into();
    let changed = updated(&text, &two).unwrap();
    let expected = text.replace("notes = \"old\"\n", "send = false\n").replace("Two", "Three");
    assert_eq!(changed, expected);
    let gone = removed(&changed, &two.id).unwrap();
    assert!(changed.starts_with(&gone), "{gone}");
    assert!(gone.contains("# met in Ankara") && !gone.contains("the clinic"), "{gone}");
    assert_eq!(removed(&gone, &two.id), None);
    assert_eq!(added("no = \"list\"", &two), None);
}

fn agency() -> impl Strategy<Value = Trusted> {
    let types = proptest::option::of(proptest::collection::btree_set(1u16..5, 1..4));
    let notes = proptest::option::of("[a-zğ\"\\\\#' ]{0,12}x");
    (any::<[u8; 2]>(), "[A-Za-zşğ\"' ]{0,8}[a-z]", any::<[bool; 3]>(), types, notes).prop_map(
        |([a, b], name, [send, receive, thin], types, notes)| Trusted {
            id: AgencyId([a % 4; 32]),
            name: format!("{} {}{b}", name.trim(), a % 4),
            send,
            receive,
            case_types: types.map(|types| types.into_iter().collect()),
            addresses: if thin { vec!["/ip4/192.0.2.1/tcp/1".into()] } else { Vec::new() },
            thin,
            notes: notes.map(|notes| notes.trim().to_owned()),
        },
    )
}

proptest! {
    /// Whatever is put on, changed and taken off: the text says the list.
    #[test]
    fn a_text_edited_by_commands_says_what_they_said(
        steps in proptest::collection::vec((agency(), any::<bool>()), 0..12)
    ) {
        let mut text = template(Language::En);
        let mut list = TrustList::default();
        for (agency, takes_off) in steps {
            let before = list.clone();
            let change = match (list.agencies.iter().position(|a| a.id == agency.id), takes_off) {
                (Some(place), true) => {
                    text = removed(&text, &agency.id).unwrap();
                    Some(Change::Removed(list.agencies.remove(place)))
                }
                (Some(place), false) => {
                    text = updated(&text, &agency).unwrap();
                    let old = std::mem::replace(&mut list.agencies[place], agency.clone());
                    (old != agency).then_some(Change::Changed(old, agency))
                }
                (None, true) => None,
                (None, false) => {
                    text = added(&text, &agency).unwrap();
                    list.agencies.push(agency.clone());
                    Some(Change::Added(agency))
                }
            };
            let read = TrustList::from_toml(&text);
            prop_assert_eq!(read.as_ref(), Ok(&list), "{}", text);
            prop_assert_eq!(before.changes(&list), change.into_iter().collect::<Vec<_>>());
        }
    }
}
