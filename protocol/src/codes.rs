//! Code lists: closed sets of answers with stable ids (`spec/forms.md`).
//!
//! An id is never given to another meaning. Lists and words follow the IASC and
//! UNHCR referral forms, FHIR R4 `Task`, and findhelp's outcomes.

/// One entry of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Id on the wire.
    pub id: u16,
    /// Name in forms, commands and the API.
    pub name: &'static str,
    /// English label.
    pub label: &'static str,
}

/// A closed list of codes.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeList {
    /// Name of the list.
    pub name: &'static str,
    /// Its entries, by id.
    pub codes: &'static [Code],
}

impl CodeList {
    /// The code of an id.
    pub fn by_id(&self, id: u16) -> Option<&'static Code> {
        self.codes.iter().find(|c| c.id == id)
    }

    /// The code of a name.
    pub fn by_name(&self, name: &str) -> Option<&'static Code> {
        self.codes.iter().find(|c| c.name == name)
    }

    /// All names, for messages to people.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.codes.iter().map(|c| c.name).collect();
        names.join(", ")
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident = $name:literal { $($id:literal $code:literal $label:literal,)* })*) => {
        $(
            $(#[$doc])*
            pub static $list: CodeList = CodeList {
                name: $name,
                codes: &[$(Code { id: $id, name: $code, label: $label }),*],
            };
        )*
        /// Every list.
        pub static LISTS: &[&CodeList] = &[$(&$list),*];
    };
}

lists! {
    /// How soon help is needed.
    URGENCY = "urgency" {
        1 "emergency" "Emergency (within 24 hours)",
        2 "urgent" "Urgent (within 72 hours)",
        3 "routine" "Routine (within two weeks)",
    }
    /// The four case types of the first network.
    CASE_TYPE = "case type" {
        1 "medical" "Medical assistance",
        2 "legal" "Legal assistance",
        3 "material" "Material assistance, cash included",
        4 "protection" "Protection",
    }
    /// Marks that bring stricter rules.
    MARK = "mark" {
        1 "gbv" "Gender-based violence",
        2 "trafficking" "Trafficking in persons",
    }
    /// Service categories of the IASC referral form.
    SERVICE = "service" {
        1 "mental-health" "Mental health services",
        2 "psychological-interventions" "Psychological interventions",
        3 "physical-health" "Physical health care",
        4 "physical-rehabilitation" "Physical rehabilitation",
        5 "psychosocial-activities" "Psychosocial activities",
        6 "protection-services" "Protection services",
        7 "community-centre" "Community centre services",
        8 "family-tracing" "Family tracing services",
        9 "legal-assistance" "Legal assistance",
        10 "education" "Education",
        11 "shelter" "Shelter",
        12 "material-assistance" "Material assistance",
        13 "nutrition" "Nutrition",
        14 "financial-assistance" "Financial assistance",
    }
    /// Why data is shared.
    PURPOSE = "purpose" {
        1 "service-provision" "To provide the service requested",
        2 "follow-up" "To follow up on a service given",
    }
    /// Sex or gender as recorded by the agency.
    GENDER = "gender" {
        1 "female" "Female",
        2 "male" "Male",
        3 "other" "Other",
        4 "undisclosed" "Prefers not to say",
    }
    /// Age in bands, for where the date of birth may not go.
    AGE_BAND = "age band" {
        1 "0-4" "0 to 4 years",
        2 "5-11" "5 to 11 years",
        3 "12-17" "12 to 17 years",
        4 "18-24" "18 to 24 years",
        5 "25-49" "25 to 49 years",
        6 "50-59" "50 to 59 years",
        7 "60-plus" "60 years or older",
    }
    /// Disability, by the domains of the Washington Group.
    DISABILITY = "disability" {
        1 "none" "None",
        2 "seeing" "Seeing",
        3 "hearing" "Hearing",
        4 "walking" "Walking or climbing steps",
        5 "remembering" "Remembering or concentrating",
        6 "self-care" "Self-care",
        7 "communicating" "Communicating",
    }
    /// A child's situation.
    CHILD_STATUS = "child status" {
        1 "with-caregiver" "With a caregiver",
        2 "separated" "Separated",
        3 "unaccompanied" "Unaccompanied",
    }
    /// Why a caregiver was not informed.
    NOT_INFORMED = "reason caregiver not informed" {
        1 "alleged-perpetrator" "The caregiver is the alleged perpetrator",
        2 "child-asked" "The child asked not to",
        3 "not-reachable" "The caregiver could not be reached",
        4 "no-caregiver" "There is no caregiver",
        5 "other" "Another reason",
    }
    /// How to contact the person, or how to follow up.
    CONTACT_METHOD = "contact method" {
        1 "phone-call" "Phone call",
        2 "text-message" "Text message",
        3 "e-mail" "E-mail",
        4 "in-person" "In person",
        5 "through-caseworker" "Through the referring caseworker only",
    }
    /// Why a referral is declined, or a cancellation refused.
    REASON = "reason" {
        1 "no-capacity" "No capacity",
        2 "not-eligible" "Not eligible for this service",
        3 "wrong-service" "This service is not offered here",
        4 "outside-area" "Outside the area served",
        5 "already-served" "Already served by another agency",
        6 "incomplete" "Not enough information",
        7 "already-started" "The service has already started",
        8 "person-declined" "The person no longer wants it",
        9 "duplicate" "Referred twice",
        10 "sent-by-mistake" "Sent by mistake",
        11 "situation-changed" "The situation has changed",
        12 "other" "Another reason",
    }
    /// Why something that was asked for is not told.
    NOT_TOLD = "reason not told" {
        1 "after-accept" "It is told after you accept",
        2 "may-not-be-told" "Consent or protocol does not let it be told",
        3 "not-known" "It is not known",
        4 "person-declined" "The person does not want it told",
    }
    /// What became of it, after findhelp's list.
    OUTCOME = "outcome" {
        1 "got-help" "Got help",
        2 "could-not-get-help" "Could not get help",
        3 "could-not-contact" "Could not contact the person",
        4 "not-eligible" "Not eligible",
        5 "no-capacity" "No capacity",
        6 "referred-elsewhere" "Referred elsewhere",
        7 "already-served" "Already served by another agency",
        8 "no-longer-interested" "No longer interested",
        9 "declined-by-person" "Declined by the person",
    }
    /// On which basis data is kept in spite of an order to erase.
    RETENTION_BASIS = "retention basis" {
        1 "legal-obligation" "The law demands that it is kept",
        2 "legal-claim" "It is needed for a legal claim",
        3 "medical-record" "It is part of a medical record",
        4 "vital-interests" "A life depends on it",
        5 "best-interests-of-child" "The best interests of a child",
    }
    /// What became of an order to erase.
    ERASURE = "erasure" {
        1 "erased" "Destroyed",
        2 "retained" "Kept on a legal basis",
    }
    /// Who gave consent.
    GIVEN_BY = "given by" {
        1 "person" "The person",
        2 "caregiver" "The caregiver",
        3 "guardian" "The legal guardian",
    }
    /// On which basis data is shared.
    LEGAL_BASIS = "legal basis" {
        1 "consent" "Consent",
        2 "best-interests-of-child" "The best interests of a child",
        3 "vital-interests" "A life depends on it",
        4 "legal-obligation" "The law demands it",
    }
    /// What a child said where somebody else gives consent.
    ASSENT = "assent" {
        1 "given" "The child agrees",
        2 "refused" "The child does not agree",
        3 "too-young" "The child is too young to be asked",
    }
    /// How consent was given.
    CONSENT_METHOD = "consent method" {
        1 "signature" "Signature",
        2 "thumb-print" "Thumb print",
        3 "verbal-with-witness" "Verbal, with a witness",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_and_names_are_unique_within_a_list() {
        for list in LISTS {
            let ids: BTreeSet<_> = list.codes.iter().map(|c| c.id).collect();
            let names: BTreeSet<_> = list.codes.iter().map(|c| c.name).collect();
            assert_eq!((ids.len(), names.len()), (list.codes.len(), list.codes.len()));
        }
    }
}
