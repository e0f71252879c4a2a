//! What the core group does with its network's file: it needs neither node nor home.

use std::path::{Path, PathBuf};

use ihala_envelope::{AgencyId, Timestamp};
use ihala_protocol::roster::{
    Bundle, Document, Draft, Member, Roster, SignedBySeats, Standing, can_hold,
};
use ihala_protocol::rules::ROSTER_FORM;
use ihala_protocol::{date, fingerprint};
use serde_json::json;

use super::seat::Seat;
use super::show::{bundle_value, describe, print_bundle};
use super::{Until, bundle_of, usage, verified};
use crate::cli::context::{read_card, read_text};
use crate::cli::output::{comment, confirmed};
use crate::cli::{CliError, Context, locale};
use crate::clock;

/// Writes a network's file in the place of the one that was there, whole or not at all.
fn write(file: &Path, bundle: &Bundle) -> Result<(), CliError> {
    ihala_store::write_private(file, bundle.to_file().as_bytes()).map_err(CliError::from)
}

/// Days for which a roster holds unless told otherwise.
const ROSTER_DAYS: u64 = 90;
const DAY: u64 = 86_400;

pub(super) fn charter(
    context: &Context,
    toml: Option<&Path>,
    file: Option<&Path>,
) -> Result<(), CliError> {
    let (Some(toml), Some(file)) = (toml, file) else {
        let comment = comment(&locale::say("roster-charter-words", &[]));
        let empty = format!(
            "{comment}\ncharter = \"ihala-charter/1\"\nname = \"\"\nthreshold = 5\nvalid_until = {}\n\n\
             [[seat]]\nname = \"\"\nkey = \"\"\n",
            date::show_day(clock::now().plus(365 * DAY))
        );
        context.out.print_file(&json!({ "toml": empty }), &[&empty], |_| empty.clone());
        return Ok(());
    };
    let draft = Draft::from_toml(&read_text(toml)?).map_err(|m| CliError::mistakes(toml, m))?;
    let mut bundle = match file.exists() {
        true => bundle_of(file)?,
        false => Bundle { charters: Vec::new(), roster: None },
    };
    // One that is not signed yet is replaced, and the roster that would have gone with it.
    let mut waiting = None;
    if let Some(last) = bundle.charters.last()
        && verified(&bundle).is_err()
        && last.count(last.document().seats.iter().map(|s| &s.key)) == 0
    {
        let unsigned = last.digest();
        waiting = bundle.roster.take_if(|r| r.document().charter_digest == unsigned);
        bundle.charters.pop();
    }
    let before = bundle.charters.last().map(|charter| charter.document().clone());
    if !bundle.charters.is_empty() {
        verified(&bundle).map_err(|r| CliError::bad_input(&r).in_file(file))?;
    }
    let known = Some(&bundle).filter(|bundle| !bundle.charters.is_empty());
    let next = draft.after(known, clock::now()).map_err(|refusal| match refusal.rule.id {
        // All else that belongs to the form was looked at when the draft was read.
        id if id == ROSTER_FORM.id => usage("roster-until-range").in_file(toml),
        _ => CliError::bad_input(&refusal).in_file(toml),
    })?;
    if let Some(before) = before {
        let leavers = before.leavers(next.document());
        if leavers >= usize::from(before.threshold) {
            let told = locale::sentence("roster-too-many").with("count", leavers);
            return Err(CliError::usage(told.with("threshold", before.threshold)).in_file(toml));
        }
        // The roster goes on under the new charter: both are signed in one go.
        let roster = match (waiting, &bundle.roster) {
            (Some(waiting), _) => Some(waiting.document().clone()),
            (None, Some(signed)) => Some(after(signed)),
            (None, None) => None,
        };
        if let Some(roster) = roster {
            bundle.roster = Some(new_signed(Roster {
                charter: next.document().version,
                charter_digest: next.digest(),
                issued: clock::now(),
                expires: roster.expires.max(clock::now().plus(ROSTER_DAYS * DAY)),
                ..roster
            })?);
        }
    }
    bundle.charters.push(next);
    write(file, &bundle)?;
    print_bundle(context, &bundle)
}

/// The next version of a roster, with what it says.
fn after(roster: &SignedBySeats<Roster>) -> Roster {
    Roster {
        version: roster.document().version.saturating_add(1),
        previous: Some(roster.digest()),
        ..roster.document().clone()
    }
}

fn new_signed<T: Document>(document: T) -> Result<SignedBySeats<T>, CliError> {
    SignedBySeats::new(document).map_err(|r| CliError::bad_input(&r))
}

pub(super) fn agency_of(text: &str) -> Result<(AgencyId, Option<String>), CliError> {
    if let Some(id) = fingerprint::read(text) {
        return Ok((id, None));
    }
    let profile = read_card(Path::new(text))?;
    Ok((profile.id(), Some(profile.statement().name().to_owned())))
}

pub(super) fn stand(
    roster: &mut Roster,
    member: &str,
    standing: Standing,
    now: Timestamp,
) -> Result<(), CliError> {
    let id = fingerprint::read(member);
    let is = |m: &&mut Member| {
        let hex = member.len() >= 4 && m.agency.to_string().starts_with(&member.to_lowercase());
        Some(m.agency) == id || hex || m.name.eq_ignore_ascii_case(member.trim())
    };
    let mut found: Vec<&mut Member> = roster.members.iter_mut().filter(is).collect();
    match found.as_mut_slice() {
        [] => Err(CliError::not_found(locale::sentence("roster-no-member"))),
        [found] => {
            (found.standing, found.since) = (standing, now);
            Ok(())
        }
        // Whom it concerns is not for us to guess.
        _ => Err(usage("roster-two-members")),
    }
}

/// The next version of the roster; one that nobody has signed yet is changed itself.
pub(super) fn change(
    context: &Context,
    file: &Path,
    until: &Until,
    edit: impl FnOnce(&mut Roster, Timestamp) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let now = clock::now();
    let mut bundle = bundle_of(file)?;
    let expires = match &until.until {
        None => now.plus(ROSTER_DAYS * DAY),
        Some(day) => date::end_of(date::parse_day(day).ok_or_else(|| usage("roster-until"))?),
    };
    if !can_hold(now, expires) {
        return Err(usage("roster-until-range"));
    }
    let charter = bundle.charters.last().ok_or_else(|| usage("roster-no-charter"))?;
    let network = bundle.network().ok_or_else(|| usage("roster-no-charter").in_file(file))?;
    let seats = || charter.document().seats.iter().map(|seat| &seat.key);
    let mut next = match &bundle.roster {
        None => Roster {
            network,
            charter: charter.document().version,
            charter_digest: charter.digest(),
            version: 1,
            previous: None,
            issued: now,
            expires,
            members: Vec::new(),
        },
        Some(draft) if draft.count(seats()) == 0 => draft.document().clone(),
        Some(signed) => after(signed),
    };
    (next.charter, next.charter_digest) = (charter.document().version, charter.digest());
    (next.issued, next.expires) = (now, expires);
    edit(&mut next, now)?;
    next.members.sort_by_key(|member| member.agency);
    bundle.roster = Some(new_signed(next)?);
    write(file, &bundle)?;
    print_bundle(context, &bundle)
}

pub(super) fn sign(
    context: &Context,
    file: &Path,
    seat_file: &Path,
    again: bool,
    yes: bool,
) -> Result<(), CliError> {
    let mut bundle = bundle_of(file)?;
    let network = bundle.network().ok_or_else(|| usage("roster-no-charter").in_file(file))?;
    let question = || -> Result<String, CliError> {
        let told = describe(&bundle_value(&bundle)?);
        Ok(format!("{told}\n\n{}", locale::say("roster-sign-confirm", &[])))
    };
    // Nobody signs what they have not seen.
    if !yes && (context.out.json || !confirmed(&question()?)) {
        return Err(usage("roster-not-signed"));
    }
    let mut seat = Seat::read(seat_file)?;
    let signed = bundle.sign(&seat.secret);
    if signed.is_empty() {
        return Err(usage("roster-not-seated").in_file(seat_file));
    }
    seat.note(network, &signed, again)?;
    write(file, &bundle)?;
    print_bundle(context, &bundle)
}

pub(super) fn merge(context: &Context, file: &Path, others: &[PathBuf]) -> Result<(), CliError> {
    let mut bundle = bundle_of(file)?;
    for other in others {
        if !bundle.merge(&bundle_of(other)?) {
            return Err(usage("roster-other-draft").in_file(other));
        }
    }
    write(file, &bundle)?;
    print_bundle(context, &bundle)
}
