//! Changing the trust list by command: the file keeps its comments and its order.

use ihala_envelope::{AgencyId, NetworkId};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use super::{Follow, TrustList, Trusted, network_fingerprint, network_of};
use crate::fingerprint;

/// What an edit of the list changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An agency comes onto it.
    Added(Trusted),
    /// What is said of an agency, before and after.
    Changed(Trusted, Trusted),
    /// An agency is taken off it.
    Removed(Trusted),
    /// A network's roster is followed, or goes by another name.
    Followed(Follow),
    /// A network's roster is followed no more.
    Unfollowed(Follow),
}

/// The text of the list after a change; `None` if the text that there was is no trust list,
/// or not one that a command can edit.
pub type NewText = Option<String>;

/// Puts an agency at the end.
pub fn added(text: &str, agency: &Trusted) -> NewText {
    edit(text, |agencies| {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        table["id"] = value(fingerprint::of(&agency.id));
        fill(&mut table, agency);
        agencies.push(table);
        Some(())
    })
}

/// Takes an agency off.
pub fn removed(text: &str, id: &AgencyId) -> NewText {
    edit(text, |agencies| {
        let place = place_of(agencies, id)?;
        agencies.remove(place);
        Some(())
    })
}

/// Says something else of an agency.
pub fn updated(text: &str, agency: &Trusted) -> NewText {
    edit(text, |agencies| {
        let place = place_of(agencies, &agency.id)?;
        fill(agencies.get_mut(place)?, agency);
        Some(())
    })
}

/// Follows a network's roster, or calls one that is followed by another name.
pub fn followed(text: &str, follow: &Follow) -> NewText {
    edit_tables(text, "network", |networks| {
        if let Some(place) = place_of_network(networks, &follow.id) {
            networks.get_mut(place)?["name"] = value(&follow.name);
            return Some(());
        }
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        table["id"] = value(network_fingerprint(&follow.id));
        table["name"] = value(&follow.name);
        networks.push(table);
        Some(())
    })
}

/// Follows it no more.
pub fn unfollowed(text: &str, id: &NetworkId) -> NewText {
    edit_tables(text, "network", |networks| {
        let place = place_of_network(networks, id)?;
        networks.remove(place);
        Some(())
    })
}

fn place_of_network(networks: &ArrayOfTables, id: &NetworkId) -> Option<usize> {
    let id_of = |table: &Table| table.get("id").and_then(Item::as_str).and_then(network_of);
    networks.iter().position(|table| id_of(table) == Some(*id))
}

fn edit(text: &str, change: impl FnOnce(&mut ArrayOfTables) -> Option<()>) -> NewText {
    edit_tables(text, "agency", change)
}

fn edit_tables(
    text: &str,
    key: &str,
    change: impl FnOnce(&mut ArrayOfTables) -> Option<()>,
) -> NewText {
    let mut document: DocumentMut = text.parse().ok()?;
    let tables = document.entry(key).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    change(tables.as_array_of_tables_mut()?)?;
    let text = document.to_string();
    TrustList::from_toml(&text).is_ok().then_some(text)
}

fn place_of(agencies: &ArrayOfTables, id: &AgencyId) -> Option<usize> {
    let is = |table: &Table| {
        let found = table.get("id").and_then(Item::as_str);
        found.and_then(fingerprint::read) == Some(*id)
    };
    agencies.iter().position(is)
}

/// Writes what differs from the usual; what is as usual is left out.
fn fill(table: &mut Table, agency: &Trusted) {
    let mut put = |key: &str, item: Option<Item>| match item {
        // What stands there already with its comment stays.
        Some(item) if same(table.get(key), &item) => {}
        Some(Item::Value(mut value)) => {
            // The comment at the end of the line stays.
            if let Some(before) = table.get(key).and_then(Item::as_value) {
                *value.decor_mut() = before.decor().clone();
            }
            table[key] = Item::Value(value);
        }
        Some(item) => table[key] = item,
        None => drop(table.remove(key)),
    };
    let list = |texts: Vec<&str>| value(texts.into_iter().collect::<Array>());
    put("name", Some(value(&agency.name)));
    put("send", (!agency.send).then(|| value(false)));
    put("receive", (!agency.receive).then(|| value(false)));
    put("case_types", agency.case_type_names().map(list));
    let addresses: Vec<&str> = agency.addresses.iter().map(String::as_str).collect();
    put("addresses", (!addresses.is_empty()).then(|| list(addresses)));
    put("thin", agency.thin.then(|| value(true)));
    put("notes", agency.notes.as_deref().map(value));
}

fn same(before: Option<&Item>, after: &Item) -> bool {
    let bare = |item: &Item| {
        let mut value = item.as_value()?.clone();
        value.decor_mut().clear();
        Some(value.to_string())
    };
    before.and_then(bare) == bare(after)
}
