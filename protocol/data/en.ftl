### What Ihala says to people: fields, services, what is read aloud, why something does not go.
### One file for each language, with the same keys; a test compares them.

## What the fields of the forms are called

field-request-urgency = Urgency
field-request-case_type = Case type
field-request-services = Services requested
field-request-marks = Marks
field-request-date = Date of the referral
field-request-case_code = Case code
field-request-area = Area (P-code)
field-request-purpose = Purpose
field-request-province = Province (P-code)
field-referrer-name = Referring caseworker
field-referrer-phone = Caseworker's phone
field-referrer-email = Caseworker's e-mail
field-referrer-location = Caseworker's office
field-request-incident = Time of the incident
field-person-name = Name
field-person-phone = Phone
field-person-address = Address
field-person-birth_date = Date of birth
field-person-age = Age
field-person-age_band = Age band
field-person-gender = Sex or gender
field-person-nationality = Nationality
field-person-language = Language
field-person-national_id = National ID number
field-person-unhcr_id = UNHCR number
field-person-protection_id = Temporary protection number
field-person-disability = Disability
field-person-household_size = Household size
field-caregiver-name = Caregiver's name
field-caregiver-relationship = Relationship to the child
field-caregiver-contact = Caregiver's contact
field-caregiver-child_status = Child's situation
field-caregiver-informed = Caregiver informed
field-caregiver-not_informed = Why not informed
field-background-reason = Background and reason
field-background-services_provided = Services already provided
field-background-informed = Person informed of the referral
field-background-referred_elsewhere = Referred to other organisations
field-safety-restrictions = Contact restrictions
field-safety-phone_owner = Who owns the phone
field-safety-safe_hours = Safe hours to call
field-safety-preferred_method = Preferred contact
field-safety-interpreter_gender = Interpreter's sex
field-safety-contact_prohibited = Do not contact the person
field-follow_up-expected_by = Follow-up expected by
field-follow_up-method = How to follow up
field-follow_up-information = Information to exchange
field-feedback-note = Notes beside answers
field-feedback-appointment = Times of appointments

## Services

code-service-mental-health = Mental health services
code-service-psychological-interventions = Psychological interventions
code-service-physical-health = Physical health care
code-service-physical-rehabilitation = Physical rehabilitation
code-service-psychosocial-activities = Psychosocial activities
code-service-protection-services = Protection services
code-service-community-centre = Community centre services
code-service-family-tracing = Family tracing services
code-service-legal-assistance = Legal assistance
code-service-education = Education
code-service-shelter = Shelter
code-service-material-assistance = Material assistance
code-service-nutrition = Nutrition
code-service-financial-assistance = Financial assistance

## Purposes

code-purpose-service-provision = To provide the service requested
code-purpose-follow-up = To follow up on a service given

## Sentences

text-greeting = We are { $us }. To help you with this: { $services }, we would like to pass on information about you.
text-to = To { $agency }, we would tell:
text-at_first = At first only:
text-after_accept = Only after they have promised to help, and to contact you safely:
text-notes = They and we may write each other short notes about it.
text-appointments = They may tell us when you have an appointment.
text-use = They may use it only for this: { $purpose }.
text-keep = They keep it for at most { $days } days after your case is closed.
text-onward = If another agency could help you better, they may pass it on to that one - but only if you say so.
text-nothing_else = They are told nothing else. You may say no, to all of them or to one: we go on helping you as before.
text-change = You may change your mind later: tell us, and we stop sharing; if you want, we tell every agency to destroy what was sent, and each must answer.
text-agree = Do you agree?
text-may_go = This form may go to { $agency }, by "{ $isp }" ({ $clauses }).
text-may_not_go = This form may not go to { $agency }.
text-in_two_stages = It goes in two stages: who the person is only after { $agency } has accepted.
text-sent = sent
text-later = after the accept
text-withheld = withheld
text-withdraw_stop = From now on nothing more about you is shared. What was sent stays where it is.
text-withdraw_erase = What was sent about you is destroyed. This cannot be undone.
text-withdraw_erase_here = What we received about you is destroyed here. This cannot be undone.
text-withdraw_further = { $agency } has it from them, and is told the same by them.
text-withdraw_further_unknown = Another agency has it from them, and is told the same by them.
text-withdraw_upward = The agency that asked for your consent hears of this. It will ask you before anything is destroyed there or elsewhere. Tell us now if it is not safe to contact you.
text-withdraw_to_erase = We tell { $agency } to destroy what it received, and to have it destroyed wherever it sent it.
text-withdraw_to_stop = We tell { $agency } to share nothing more about you.
text-withdraw_here = We destroy our copies of it too.
text-withdraw_kept = We keep what we received about you, on a legal ground, until { $day }. Then it is destroyed.
text-withdraw_elsewhere = { $agency } also sent something on with a consent that you gave to it. To end that one too, tell { $agency }.
text-withdraw_ours = What we sent on with a consent that you gave to us is not ended by this. Tell us if that is to end too.
text-withdraw_may_keep = An agency may have to keep something because the law demands it. It then tells us why, and until when, and we can tell you.
text-withdraw_own = What an agency has written in its own files about the help it gave you stays there.
text-withdraw_sure = Is this what you want?
text-receipt_head = Consent receipt of { $us }, { $day }. Reference: { $reference }.
text-receipt_until = This holds until { $day }.
text-receipt_ended = This has ended: nothing more is shared by it.
text-receipt_basis = This is shared on another legal ground than your consent; ask us which one, and who decided it.
text-receipt_below = Below is the same, signed, so that anyone can check it: ihala consent verify. Only what that prints is proven.
text-slip_reference = Reference
text-slip_phone = Phone
text-slip_questions = Questions or complaints

## Rules, in plain words

rule-ISP-05 = the sender or the receiver has not signed the protocol here yet
rule-ISP-06 = the protocol is not in force at this time
rule-ISP-07 = the protocol has been replaced by a newer version
rule-ISP-08 = a party has suspended or terminated the protocol
rule-CON-01 = no consent covers this referral
rule-CON-02 = the consent does not name this recipient
rule-CON-03 = the consent is not valid at this time
rule-CON-04 = the consent does not cover this purpose
rule-CON-05 = this consent was not given, or has ended
rule-CON-06 = the consent was recorded for another case code
rule-POL-01 = no information-sharing protocol is in force with this agency
rule-POL-02 = no clause of a protocol in force lets this case type go to this agency
rule-POL-03 = the protocol does not cover this purpose
rule-POL-04 = the protocol does not let this field go to this agency
rule-POL-05 = the consent does not cover this field
rule-POL-06 = a field that every referral needs would be withheld
rule-POL-07 = nothing of this form may be sent to this agency
rule-POL-10 = the form does not say enough to be a referral
rule-POL-11 = a text tells what is withheld from this agency

## What a field is called when a person is told of it, where its label does not say it

spoken-request-urgency = How urgent it is
spoken-request-case_type = What kind of help it is
spoken-request-marks = That it is about violence or exploitation
spoken-request-case_code = The number of your case with us
spoken-request-area = The area where you live
spoken-request-province = The province where you live

## Codes

code-urgency-emergency = Emergency (within 24 hours)
code-urgency-urgent = Urgent (within 72 hours)
code-urgency-routine = Routine (within two weeks)

code-case_type-medical = Medical assistance
code-case_type-legal = Legal assistance
code-case_type-material = Material assistance, cash included
code-case_type-protection = Protection

code-mark-gbv = Gender-based violence
code-mark-trafficking = Trafficking in persons

code-gender-female = Female
code-gender-male = Male
code-gender-other = Other
code-gender-undisclosed = Prefers not to say

code-age_band-0-4 = 0 to 4 years
code-age_band-5-11 = 5 to 11 years
code-age_band-12-17 = 12 to 17 years
code-age_band-18-24 = 18 to 24 years
code-age_band-25-49 = 25 to 49 years
code-age_band-50-59 = 50 to 59 years
code-age_band-60-plus = 60 years or older

code-disability-none = None
code-disability-seeing = Seeing
code-disability-hearing = Hearing
code-disability-walking = Walking or climbing steps
code-disability-remembering = Remembering or concentrating
code-disability-self-care = Self-care
code-disability-communicating = Communicating

code-child_status-with-caregiver = With a caregiver
code-child_status-separated = Separated
code-child_status-unaccompanied = Unaccompanied

code-reason_caregiver_not_informed-alleged-perpetrator = The caregiver is the alleged perpetrator
code-reason_caregiver_not_informed-child-asked = The child asked not to
code-reason_caregiver_not_informed-not-reachable = The caregiver could not be reached
code-reason_caregiver_not_informed-no-caregiver = There is no caregiver
code-reason_caregiver_not_informed-other = Another reason

code-contact_method-phone-call = Phone call
code-contact_method-text-message = Text message
code-contact_method-e-mail = E-mail
code-contact_method-in-person = In person
code-contact_method-through-caseworker = Through the referring caseworker only

code-reason-no-capacity = No capacity
code-reason-not-eligible = Not eligible for this service
code-reason-wrong-service = This service is not offered here
code-reason-outside-area = Outside the area served
code-reason-already-served = Already served by another agency
code-reason-incomplete = Not enough information
code-reason-already-started = The service has already started
code-reason-person-declined = The person no longer wants it
code-reason-duplicate = Referred twice
code-reason-sent-by-mistake = Sent by mistake
code-reason-situation-changed = The situation has changed
code-reason-other = Another reason

code-reason_not_told-after-accept = It is told after you accept
code-reason_not_told-may-not-be-told = Consent or protocol does not let it be told
code-reason_not_told-not-known = It is not known
code-reason_not_told-person-declined = The person does not want it told

code-outcome-got-help = Got help
code-outcome-could-not-get-help = Could not get help
code-outcome-could-not-contact = Could not contact the person
code-outcome-not-eligible = Not eligible
code-outcome-no-capacity = No capacity
code-outcome-referred-elsewhere = Referred elsewhere
code-outcome-already-served = Already served by another agency
code-outcome-no-longer-interested = No longer interested
code-outcome-declined-by-person = Declined by the person

code-retention_basis-legal-obligation = The law demands that it is kept
code-retention_basis-legal-claim = It is needed for a legal claim
code-retention_basis-medical-record = It is part of a medical record
code-retention_basis-vital-interests = A life depends on it
code-retention_basis-best-interests-of-child = The best interests of a child

code-erasure-erased = Destroyed
code-erasure-retained = Kept on a legal basis

code-given_by-person = The person
code-given_by-caregiver = The caregiver
code-given_by-guardian = The legal guardian

code-legal_basis-consent = Consent
code-legal_basis-best-interests-of-child = The best interests of a child
code-legal_basis-vital-interests = A life depends on it
code-legal_basis-legal-obligation = The law demands it

code-assent-given = The child agrees
code-assent-refused = The child does not agree
code-assent-too-young = The child is too young to be asked

code-consent_method-signature = Signature
code-consent_method-thumb-print = Thumb print
code-consent_method-verbal-with-witness = Verbal, with a witness
