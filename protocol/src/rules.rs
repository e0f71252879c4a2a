//! The rules of the documents, with their IDs and plain sentences.
//!
//! Prefixes: `CARD`, `TRU` (trust), `ISP`, `CON` (consent), `POL` (what may be
//! shared), `REF` (lifecycle), `DEL` (delivery), `BAK` (backup file). `ENV` stands in the
//! envelope crate.

ihala_envelope::rules! {
    CARD_FORM = "CARD-01", Final, "this is not a complete agency card",
        "the file was damaged or cut off: ask the agency to send it again";
    CARD_CHAIN = "CARD-02", Final, "the cards in this file do not continue one another",
        "do not trust this file; ask the agency by phone";
    CARD_SIGNATURE = "CARD-03", Final, "a signature in this card does not verify",
        "do not trust this file; ask the agency by phone";
    STATEMENT_FORM = "CARD-04", Final, "the key statement does not have the one form allowed",
        "ask the agency for a new card file";
    STATEMENT_CARD = "CARD-05", Final, "the key statement belongs to another card",
        "ask the agency for a new card file";
    STATEMENT_OLDER = "CARD-06", Final, "this card file is older than the one known here",
        "nothing to do: the newer one stays in use";
    STATEMENT_DOWNGRADE = "CARD-07", Final, "the agency offered post-quantum encryption before and now does not",
        "ask the agency by phone whether they changed this on purpose";
    NO_RECEIVE_KEY = "CARD-08", Transient, "the agency has published no receive key that is in date",
        "ask the agency for a new card file";

    CARD_SUPERSEDED = "CARD-09", Transient, "the message was signed under a card that another one has replaced",
        "ask the agency by phone: its key was changed, and this may come from whoever has the old one";
    CARD_DISOWNED = "CARD-10", Transient, "messages came under a card that their agency did not send",
        "this is an alarm: somebody had the agency's key; phone its administrator, and look at what came from it";
    CARD_FORK = "CARD-11", Transient, "there are two histories of this agency's cards, so it cannot be known which is the agency's",
        "meet the agency's people; then take the card file that they give you: ihala trust settle CARD";

    RECOVERING = "BAK-05", Transient, "one of the two agencies was restored from a backup, and does not know yet what went between them after it",
        "nothing to do: the other agency tells as soon as it can be reached; `ihala recovery` shows who has not";
    BACKUP_OVER = "BAK-06", Final, "the last day of this backup has passed",
        "use a newer one: what was erased since must not come back";

    UNKNOWN_AGENCY = "TRU-01", Transient, "this agency is not known here",
        "exchange agency cards and compare the fingerprint by phone: ihala trust add CARD";
    NOT_TRUSTED = "TRU-02", Transient, "this agency is not on the trust list",
        "decide whether to trust it: ihala trust add CARD";
    FINGERPRINT = "TRU-03", Final, "the fingerprint is not the one of this card or network",
        "compare again by phone, reading all groups; do not add it until they agree";
    OURSELVES = "TRU-04", Final, "this is our own agency",
        "name another agency";

    TRUST_SCOPE = "TRU-05", Final, "the trust list does not let requests of this case type go this way between the two agencies",
        "phone the agency: one of the two does not take or send this; the list is changed with ihala trust set";

    ROSTER_FORM = "ROS-01", Final, "this is not a charter or roster in the one form allowed",
        "the file was damaged, or is too long: ask for it again";
    ROSTER_CHAIN = "ROS-02", Final, "the charter does not continue the one that is known",
        "ask the core group for all charters: ihala roster export";
    ROSTER_SIGNED = "ROS-03", Final, "too few seats of the core group have signed, or a signature does not verify",
        "collect the signatures: ihala roster sign, merge";
    ROSTER_SEATS = "ROS-04", Final, "so few seats must sign, or so many change at once, that the core group could split",
        "more than half of the seats must sign, and fewer seats than must sign change in one step";
    ROSTER_OTHER_CHARTER = "ROS-05", Final, "the roster was signed under another charter than the one in force",
        "ask the core group for a roster under its present charter";
    ROSTER_OLDER = "ROS-06", Final, "the roster is older than the one that is known",
        "nothing to do: the newer one stays in use";
    ROSTER_FORK = "ROS-07", Final, "another charter or roster has been signed in the place of this one",
        "this is an alarm: ask the core group which one it has signed; the next version of a roster settles it";
    ROSTER_LOST = "ROS-08", Final, "the roster has lost a member",
        "members are suspended or withdrawn, never taken out: ask the core group for a new one";
    ROSTER_EXPIRED = "ROS-09", Transient, "the roster of the network ended some time ago, so nothing new goes by it",
        "ask the core group for a new one: ihala roster list";
    NOT_MEMBER = "ROS-10", Transient, "the network has suspended this agency, or it has left",
        "phone the core group of the network; what is open can be ended";

    ISP_FORM = "ISP-01", Final, "this is not an information-sharing protocol in the one form allowed",
        "the file was damaged or is of another kind: ask for it again";
    ISP_SIGNATURE = "ISP-02", Final, "a signature under the protocol does not verify",
        "ask that party to sign it again and to send the file";
    ISP_NOT_PARTY = "ISP-03", Final, "this agency is not a party of the protocol",
        "only parties sign; check the ids under [parties]";
    ISP_UNKNOWN = "ISP-04", Transient, "the protocol named by the message is not known here",
        "import it: ihala isp import FILE";
    ISP_UNSIGNED = "ISP-05", Transient, "the sender or the receiver has not signed the protocol here yet",
        "collect the signatures: ihala isp export, sign, import";
    ISP_LAPSED = "ISP-06", Final, "the protocol is not in force at this time",
        "agree on a new version with the parties";

    ISP_REPLACED = "ISP-07", Final, "the protocol has been replaced by a newer version",
        "use the newer version: ihala isp list";

    ISP_ENDED = "ISP-08", Final, "a party has suspended or terminated the protocol",
        "phone that party; `ihala isp show ID` says which one it is";
    ISP_TOO_MANY = "ISP-09", Final, "too many proposals of this agency wait for an answer",
        "sign them, or discard them: ihala isp list, isp discard";

    ISP_NOT_NOW = "ISP-10", Final, "this cannot be done with the protocol as it stands",
        "ihala isp show ID tells who has done what: only a protocol in force is suspended or terminated, \
         only your own suspension is taken back, and a termination never";

    CONSENT_MISSING = "CON-01", Final, "no consent covers this referral",
        "read the text of `ihala consent draft` to the person and record the answer";
    CONSENT_RECIPIENT = "CON-02", Final, "the consent does not name this recipient",
        "ask the person again, naming this agency: ihala consent draft FORM --to AGENCY";
    CONSENT_EXPIRED = "CON-03", Final, "the consent is not valid at this time",
        "ask the person again: ihala consent draft FORM --to AGENCY";
    CONSENT_PURPOSE = "CON-04", Final, "the consent does not cover this purpose",
        "ask the person again, naming the purpose";
    CONSENT_STATE = "CON-05", Final, "this consent was not given, or has ended",
        "do not send; talk with the person";
    CONSENT_CASE = "CON-06", Final, "the consent was recorded for another case code",
        "use the consent of this person's case, or correct request.case_code";
    RECEIPT = "CON-07", Final, "this is not a consent receipt that its agency has signed",
        "do not rely on it; ask the agency for a new one";

    CHILD = "CON-08", Final, "the person is a child, and the consent names no caregiver and no reason not to ask one",
        "record it again, with given_by = \"caregiver\" or \"guardian\", or with caregiver_not_asked =";

    NO_ISP = "POL-01", Final, "no information-sharing protocol is in force with this agency",
        "agree on one: ihala isp draft, sign, export, import";
    NO_CLAUSE = "POL-02", Final, "no clause of a protocol in force lets this case type go to this agency",
        "ihala isp explain FORM --to AGENCY shows what is covered";
    PURPOSE = "POL-03", Final, "the protocol does not cover this purpose",
        "choose a purpose of the protocol, or amend it with the parties";
    FIELD_BY_ISP = "POL-04", Final, "the protocol does not let this field go to this agency",
        "nothing to do: the field is withheld";
    FIELD_BY_CONSENT = "POL-05", Final, "the consent does not cover this field",
        "ask the person again if the field is needed";
    REQUIRED_WITHHELD = "POL-06", Final, "a field that every referral needs would be withheld",
        "amend the protocol or the consent; without this field the referral makes no sense";
    NOTHING_REMAINS = "POL-07", Final, "nothing of this form may be sent to this agency",
        "ihala isp explain FORM --to AGENCY tells why, field by field";
    TWO_STAGES = "POL-08", Final, "this case type must go in two stages",
        "the sender's software is faulty: tell its administrator";
    MARKED = "POL-09", Final, "a referral marked gbv or trafficking never goes in one stage",
        "the sender's software is faulty: tell its administrator";
    NOT_ABOUT_PERSON = "POL-10", Final, "the form does not say enough to be a referral",
        "fill in the required fields: ihala names them";
    LEAK = "POL-11", Final, "a text tells what is withheld from this agency",
        "take it out of the text, or ask the person whether this agency may know it";
    FIELD_BY_STAGE = "POL-12", Final, "this field goes only after the receiver has accepted",
        "who asks for it can accept first; it follows then by itself";
    ONWARD_BY_ISP = "POL-13", Final, "the protocol under which it came does not let it be referred onward",
        "refer back to the sender, or agree on a protocol with onward = true";
    ONWARD_BY_CONSENT = "POL-14", Final, "the consent under which it came does not cover an onward referral",
        "ask the person yourself and record the answer: ihala consent draft FORM --to AGENCY";
    LOOP = "POL-15", Final, "this agency has held the same request before",
        "phone it; if it must go there again, say why with --again REASON";

    REF_FORM = "REF-01", Final, "this is not a referral event in the one form allowed",
        "the sender's software is faulty: tell its administrator";
    REF_UNKNOWN = "REF-02", Final, "the referral is not known here",
        "check the id with `ihala list`";
    REF_NOT_PARTY = "REF-03", Final, "this agency has no part in the referral",
        "nothing to do";
    REF_WRONG_SIDE = "REF-04", Final, "this step is for the other agency to take",
        "`ihala show ID` tells what you can do";
    REF_NOT_NOW = "REF-05", Final, "this step is not possible in the present state of the referral",
        "`ihala show ID` tells what you can do";
    REF_FORK = "REF-06", Final, "another event already stands at this place of the chain",
        "this is an alarm: phone the other agency's administrator";
    REF_CHAIN = "REF-07", Final, "the event does not continue its author's chain",
        "this is an alarm: phone the other agency's administrator";
    REF_HEAD_BACK = "REF-08", Final, "the event names an older head than the one before it did",
        "the sender's software is faulty: tell its administrator";
    REF_TOO_MANY = "REF-09", Final, "the referral has too many events",
        "close it and start a new one";
    REF_REASON = "REF-10", Final, "this step needs a reason or an outcome from the list",
        "add --reason or --outcome with a code of the list";
    REF_EARLY = "REF-11", Transient, "the referral that this step belongs to has not arrived yet",
        "nothing to do: the step is sent again";
    REF_STOPPED = "REF-12", Final, "consent was withdrawn, so nothing more is shared in this referral",
        "talk with the person; a new consent is a new referral";
    REF_SAFE_CONTACT = "REF-13", Final, "this referral is accepted only with the safe-contact obligations",
        "read them (`ihala show ID`) and accept with --safe-contact";
    REF_HANDOVER = "REF-14", Final, "the list of hand-overs does not end with the sender",
        "the sender's software is faulty: tell its administrator";
    REF_TOO_LATE = "REF-15", Final, "it came too late: the referral had ended, so its content was destroyed unread",
        "talk with the other agency if the person still needs the service";

    DEL_EQUIVOCATION = "DEL-01", Final, "two different messages carry one message id",
        "this is an alarm: phone the other agency's administrator";
    DEL_FORK = "DEL-02", Final, "another message already stands at this place of the sequence",
        "this is an alarm: phone the other agency's administrator";
    DEL_LINK = "DEL-03", Final, "the message does not continue the sequence",
        "this is an alarm: phone the other agency's administrator";
    DEL_FUTURE = "DEL-04", Transient, "the message comes from the future",
        "one of the two clocks is wrong: compare the time by phone";
    DEL_EXPIRED = "DEL-05", Final, "the message has expired",
        "ask the sender to send it again";
    DEL_KIND = "DEL-06", Final, "this version does not know this kind of message",
        "both agencies should run a current version";
    DEL_REPLY = "DEL-08", Transient, "the reply to a message is not a receipt or refusal of that agency",
        "both agencies should run a current version; if it stays, phone the other administrator";
    QUESTION_FORM = "DEL-10", Transient, "this is not a question in one of the forms allowed",
        "both agencies should run a current version";
    LETTER_FORM = "DEL-09", Final, "the message does not have the form of its kind",
        "the sender's software is faulty: tell its administrator";
    DEL_WITHHELD = "DEL-07", Final, "the content was withheld by the sender",
        "nothing to do: consent or protocol no longer allowed it";

    AUDIT_REWRITTEN = "AUD-01", Final, "the agency's audit tree is not a continuation of what it told before",
        "this is an alarm: its history was rewritten, or restored from a backup; phone its administrator";
    AUDIT_EARLY = "AUD-02", Transient, "an earlier checkpoint of this agency has not arrived yet",
        "nothing to do: it is sent again";

    BACKUP_FORM = "BAK-01", Final, "this is not a whole backup file in the one form allowed",
        "the file was damaged or cut off: use another copy, or an older backup";
    BACKUP_ALTERED = "BAK-02", Final, "the backup was altered, or is not signed by the agency that it names",
        "do not restore from this file: use another copy, or an older backup";
    BACKUP_KEY = "BAK-03", Final, "the backup is not sealed to this recovery file",
        "use the recovery file that was in force when the backup was made";
    BACKUP_ENTRIES = "BAK-04", Final, "the content of the backup does not open, or is not what its head says",
        "use another copy, or an older backup";
}

/// The rule of an ID, for IDs that come back from a peer or from the store.
pub fn find(id: &str) -> Option<&'static ihala_envelope::Rule> {
    ALL.iter().chain(ihala_envelope::rule::ALL).copied().find(|rule| rule.id == id)
}

/// Rules whose breach means that two documents stand where one may: someone forks
/// a history. People should look, not only the software.
pub fn is_alarm(rule: &ihala_envelope::Rule) -> bool {
    let alarms = [
        &DEL_EQUIVOCATION,
        &DEL_FORK,
        &DEL_LINK,
        &REF_FORK,
        &REF_CHAIN,
        &AUDIT_REWRITTEN,
        &CARD_DISOWNED,
        &CARD_FORK,
        &ROSTER_FORK,
    ];
    alarms.iter().any(|r| r.id == rule.id)
}
