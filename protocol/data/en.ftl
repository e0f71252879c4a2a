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
text-withdraw_stop = From now on nothing more about you is shared. What was sent stays where it is.
text-withdraw_erase = What was sent about you is destroyed. This cannot be undone.
text-withdraw_erase_here = What we received about you is destroyed here. This cannot be undone.
text-withdraw_further = { $agency } has it from them, and is told the same by them.
text-withdraw_further_unknown = Another agency has it from them, and is told the same by them.
text-withdraw_upward = The agency that asked for your consent hears of this. It will ask you before anything is destroyed there or elsewhere. Tell us now if it is not safe to contact you.
text-withdraw_to_erase = We tell { $agency } to destroy what it received, and to have it destroyed wherever it sent it.
text-withdraw_to_stop = We tell { $agency } to share nothing more about you.
text-withdraw_here = We destroy our copies of it too.
text-withdraw_backups = Sealed backup copies of our files may hold it until { $day }. We do not take it from there again.
text-withdraw_kept = We keep what we received about you, on a legal ground, until { $day }. Then it is destroyed.
text-withdraw_elsewhere = { $agency } also sent something on with a consent that you gave to it. To end that one too, tell { $agency }.
text-withdraw_ours = What we sent on with a consent that you gave to us is not ended by this. Tell us if that is to end too.
text-withdraw_may_keep = An agency may have to keep something because the law demands it. It then tells us why, and until when, and we can tell you.
text-withdraw_own = What an agency has written in its own files about the help it gave you stays there.
text-withdraw_sure = Is this what you want?
text-receipt_head = Consent receipt of { $us }, { $day }. Reference: { $reference }.
text-receipt_until = This holds until { $day }.
text-receipt_ended = This has ended: nothing more is shared by it.
text-receipt_basis = This is shared on a legal ground other than your consent; ask us which one, and who decided it.
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

## Forms

form-inter-agency-referral = Inter-agency referral
help-form-inter-agency-referral = Ask another agency for help for a person.
form-protection-assessment = Protection assessment
help-form-protection-assessment = Find out together with the person what threatens them and what they want.
form-heightened-risk = Heightened-risk identification
help-form-heightened-risk = Notice who is at high risk, and why, so that somebody acts in time.
form-nomination-for-support = Nomination for support
help-form-nomination-for-support = Tell the coordination body of a service that does not reach refugees. It is about the service: no person is named.

## Parts of forms

group-own = Questions of the protocol
group-request = The request
group-referrer = Who refers
group-person = The person
group-caregiver = The caregiver of a child
group-background = Background
group-safety = Safe contact
group-follow_up = Follow-up
group-assessment = Assessment
group-risk = Risk
group-nomination = The service
group-feedback = Feedback

## What the fields of the other forms are called

field-assessment-date = Date of the assessment
field-assessment-place = Where you talked
field-assessment-interpreter = Interpreter present
field-assessment-concerns = Protection concerns
field-assessment-concern_details = The concerns in detail
field-assessment-immediate_danger = Immediate danger
field-assessment-danger_source = Where the danger comes from
field-assessment-registration = Registration
field-assessment-housing = Housing
field-assessment-income = Livelihood
field-assessment-children_out_of_school = Children out of school
field-assessment-support = Support around the person
field-assessment-coping = Ways of coping
field-assessment-strengths = Strengths
field-assessment-wishes = What the person wants
field-assessment-risk_level = Risk level
field-assessment-plan = What was agreed
field-assessment-review_by = Review by
field-risk-date = Date of the identification
field-risk-older_person = Older person at risk
field-risk-child = Child or adolescent at risk
field-risk-woman = Woman or girl at risk
field-risk-legal = Legal and physical protection
field-risk-health = Health and disability
field-risk-level = Risk level
field-risk-act_now = Action needed at once
field-risk-household_too = The household is at risk too
field-risk-reason = Why
field-nomination-services = Services concerned
field-nomination-provider = Office or provider
field-nomination-provider_type = Kind of provider
field-nomination-place = Place (P-code)
field-nomination-problems = What goes wrong
field-nomination-people_turned_away = People turned away
field-nomination-since = Since
field-nomination-tried = What was tried
field-nomination-support_asked = Support asked for
field-nomination-contact = Your contact

## What to write into a field, and what not

help-request-urgency = Emergency: a life or safety is at risk today; call as well. Urgent: harm is likely within days. Routine: everything else.
help-request-case_type = What kind of help is asked for. It decides which protocol applies.
help-request-services = All services that this agency is asked for.
help-request-marks = Only if it is so. A mark keeps everything but codes back until the receiver has accepted, and is itself told only then.
help-request-date = The day on which you refer.
help-request-case_code = The number of the case in your own files. Never a name or an ID number.
help-request-area = Where the person lives, as an OCHA P-code such as TUR027001. As coarse as the service allows.
help-request-purpose = Why the information is shared. Leave it out for the usual reason: to provide the service.
help-request-province = The province alone, as an OCHA P-code such as TUR027.
help-request-incident = Only where care depends on it: some help after rape must begin within 72 hours, and other help is possible later.
help-referrer-name = Who can be asked about this referral.
help-referrer-phone = A number at which you can be reached in working hours.
help-referrer-email = Your work address, not a private one.
help-referrer-location = The office in which you work.
help-person-name = As the person writes it. It goes only after the receiver has accepted.
help-person-phone = Only if it is safe to call. Say under safety who else may answer.
help-person-address = Only if somebody must go there.
help-person-birth_date = Only if the exact day is needed; otherwise the age band is enough.
help-person-age = In years.
help-person-age_band = Enough for most services, and safe to send first.
help-person-gender = As the person says.
help-person-nationality = Only if the service depends on it.
help-person-language = The language in which the person wants to be spoken to, as a code such as ar or ku.
help-person-national_id = Only if the service cannot be given without it.
help-person-unhcr_id = Only if the receiver needs it.
help-person-protection_id = Only if the service cannot be given without it.
help-person-disability = What is difficult for the person, so that the service can be reached.
help-person-household_size = How many people live together, the person included.
help-caregiver-name = For a child: who takes care of the child. If the caregiver must not know, leave it out and say why below.
help-caregiver-relationship = Mother, uncle, neighbour.
help-caregiver-contact = Only if it is safe for the child that this person is contacted.
help-caregiver-child_status = With whom the child lives.
help-caregiver-informed = Whether the caregiver knows of this referral.
help-caregiver-not_informed = Why the caregiver was not told. It is a good reason that the child asked you not to.
help-background-reason = What the person needs and why, in a few sentences. No names, no addresses: they have fields of their own.
help-background-services_provided = What was done already, so that nobody does it twice.
help-background-informed = Whether the person knows what is sent, to whom and why.
help-background-referred_elsewhere = Which other organisations were asked for the same.
help-safety-restrictions = What must not be done: numbers not to call, people who must not hear of it.
help-safety-phone_owner = Whose phone it is, and who else can read its messages.
help-safety-safe_hours = When it is safe to call.
help-safety-preferred_method = How the person wants to be contacted.
help-safety-interpreter_gender = With whom the person can speak freely.
help-safety-contact_prohibited = If yes, nobody contacts the person: everything goes through you.
help-follow_up-expected_by = By when you expect to hear from the receiver.
help-follow_up-method = How the receiver tells you.
help-follow_up-information = What you agreed to tell each other.
help-feedback-note = Whether the agencies may write each other short notes about the referral.
help-feedback-appointment = Whether the receiver may tell you the times of appointments.
help-assessment-date = The day on which you talked with the person.
help-assessment-place = Choose a place where the person could speak freely.
help-assessment-interpreter = Whether somebody interpreted. Never a family member where violence may be an issue.
help-assessment-concerns = All that apply, by what the person told you. This never goes in the first stage of a referral.
help-assessment-concern_details = What happened, in the words of the person and no more than is needed to help. Do not ask for details that another agency will ask again.
help-assessment-immediate_danger = Whether somebody is in danger today. If yes, act now: do not wait for this form.
help-assessment-danger_source = Whoever reads this may learn whom the person fears: leave it empty if it is not needed.
help-assessment-registration = Where the person stands with registration for temporary or international protection.
help-assessment-housing = How the household lives now.
help-assessment-income = What the household mainly lives on.
help-assessment-children_out_of_school = How many children of school age in the household do not go to school.
help-assessment-support = Who would help, if the person asked.
help-assessment-coping = What the household does to get by. Ask without judging.
help-assessment-strengths = What the person can do, knows and has: skills, people, plans.
help-assessment-wishes = In the words of the person. The plan follows from this.
help-assessment-risk_level = High: harm is likely within days. Medium: harm is likely unless something changes. Low: no harm is expected soon.
help-assessment-plan = Who does what until when. Only what the person agreed to.
help-assessment-review_by = The day by which you look at this again together.
help-risk-date = The day on which the risk was identified.
help-risk-older_person = All that apply to a person of 60 years or older.
help-risk-child = All that apply to a person under 18.
help-risk-woman = All that apply. Never ask about violence where others can hear.
help-risk-legal = All that apply to the person or to somebody in the household.
help-risk-health = All that apply. A danger to life is an emergency: call before you write.
help-risk-level = High: harm is likely within days. Medium: harm is likely unless something changes. Low: no harm is expected soon.
help-risk-act_now = Whether somebody must act before the next working day.
help-risk-household_too = Whether others in the household need an identification of their own.
help-risk-reason = What you saw or were told that makes the risk high, in a few sentences.
help-nomination-services = Which services people could not get.
help-nomination-provider = The name of the office, hospital or school. Not the name of a person.
help-nomination-provider_type = What kind of office it is.
help-nomination-place = Where the service is, as an OCHA P-code such as TUR027.
help-nomination-problems = All that apply, by what people told you.
help-nomination-people_turned_away = About how many people you know of.
help-nomination-since = Since when it has been so.
help-nomination-tried = Calls, letters, accompanying people. No names of people who were turned away.
help-nomination-support_asked = What the coordination body could do: a letter, a meeting, training, an agreement.
help-nomination-contact = Who in your agency can be asked about this.

## Codes of the other forms

code-assessment_place-office = At our office
code-assessment_place-community-centre = In a community centre
code-assessment_place-home = At the person's home
code-assessment_place-phone = By phone
code-assessment_place-other = Elsewhere

code-protection_concern-no-documents = No documents
code-protection_concern-detention = Risk of detention
code-protection_concern-forced-return = Risk of forced return
code-protection_concern-domestic-violence = Violence in the home
code-protection_concern-sexual-violence = Sexual violence
code-protection_concern-physical-violence = Other physical violence
code-protection_concern-child-labour = Child labour
code-protection_concern-child-marriage = Child marriage
code-protection_concern-family-separation = Separation of the family
code-protection_concern-exploitation = Exploitation
code-protection_concern-trafficking = Trafficking
code-protection_concern-discrimination = Discrimination
code-protection_concern-eviction = Eviction
code-protection_concern-no-access-to-services = No access to services
code-protection_concern-psychological-distress = Psychological distress
code-protection_concern-other = Another concern

code-source_of_danger-household = Somebody in the household
code-source_of_danger-relative = A relative elsewhere
code-source_of_danger-community = Somebody in the community
code-source_of_danger-employer = An employer
code-source_of_danger-landlord = A landlord
code-source_of_danger-authorities = Authorities
code-source_of_danger-armed-actors = Armed actors
code-source_of_danger-unknown = Unknown

code-registration_status-registered = Registered
code-registration_status-registered-elsewhere = Registered in another province
code-registration_status-pending = Appointment pending
code-registration_status-expired = Expired or cancelled
code-registration_status-refused = Refused
code-registration_status-not-registered = Not registered

code-housing-rented = Rented, secure
code-housing-rented-insecure = Rented, insecure
code-housing-shared = Shared with others
code-housing-camp = Camp or collective centre
code-housing-shelter = Shelter
code-housing-informal = Tent or informal settlement
code-housing-none = No home

code-income-regular-work = Regular work
code-income-irregular-work = Irregular work
code-income-assistance = Assistance
code-income-relatives = Help from relatives
code-income-debt = Debt
code-income-none = Nothing

code-support_network-family = Family
code-support_network-friends = Friends or neighbours
code-support_network-community = Community or religious groups
code-support_network-agencies = Agencies only
code-support_network-none = Nobody

code-coping-fewer-meals = Fewer meals
code-coping-debt = Borrowing money
code-coping-sold-belongings = Selling belongings
code-coping-no-health-care = Going without health care
code-coping-child-works = A child works
code-coping-child-marries = A child is to marry
code-coping-begging = Begging
code-coping-sex-for-survival = Sex for survival
code-coping-return = Thinking of returning
code-coping-none = None of these

code-risk_level-low = Low
code-risk_level-medium = Medium
code-risk_level-high = High

code-risk_of_older_people-alone = Lives alone without support
code-risk_of_older_people-cares-for-children = Cares alone for children
code-risk_of_older_people-cannot-care-for-self = Cannot care for themselves
code-risk_of_older_people-neglect-or-abuse = Neglect or abuse

code-risk_of_children-unaccompanied = Unaccompanied
code-risk_of_children-separated = Separated from parents
code-risk_of_children-heads-household = Heads a household
code-risk_of_children-works = Works
code-risk_of_children-married-or-engaged = Married or engaged
code-risk_of_children-abuse-or-neglect = Abuse or neglect
code-risk_of_children-out-of-school = Out of school
code-risk_of_children-armed-groups = Links with armed groups
code-risk_of_children-conflict-with-law = In conflict with the law

code-risk_of_women_and_girls-no-support = Alone, without support
code-risk_of_women_and_girls-heads-household = Heads a household alone
code-risk_of_women_and_girls-survivor = Survivor of violence
code-risk_of_women_and_girls-threatened = Threatened with violence
code-risk_of_women_and_girls-harmful-practice = Harmful traditional practice
code-risk_of_women_and_girls-forced-marriage = Forced marriage
code-risk_of_women_and_girls-pregnant-alone = Pregnant and alone
code-risk_of_women_and_girls-exploitation = Exploitation

code-legal_and_physical_risk-no-documents = No documents
code-legal_and_physical_risk-detention = Detained or at risk of it
code-legal_and_physical_risk-return = At risk of forced return
code-legal_and_physical_risk-torture-survivor = Survivor of torture
code-legal_and_physical_risk-threat-to-life = Threat to life
code-legal_and_physical_risk-homeless = No place to stay
code-legal_and_physical_risk-discrimination = Severe discrimination

code-health_and_disability_risk-life-threatening = Life-threatening condition
code-health_and_disability_risk-untreated = Chronic illness without treatment
code-health_and_disability_risk-mental-health-crisis = Mental health crisis
code-health_and_disability_risk-suicide = Risk of suicide
code-health_and_disability_risk-disability-without-support = Disability without support
code-health_and_disability_risk-pregnancy-at-risk = Pregnancy at risk
code-health_and_disability_risk-carer-missing = No carer for someone who needs one

code-provider_type-ministry = Ministry or provincial directorate
code-provider_type-municipality = Municipality
code-provider_type-hospital = Hospital or health centre
code-provider_type-school = School or university
code-provider_type-court = Court or bar association
code-provider_type-police = Police or gendarmerie
code-provider_type-registration-office = Registration office
code-provider_type-ngo = Organisation
code-provider_type-other = Another

code-service_problem-refuses = Refuses to serve refugees
code-service_problem-no-capacity = Has no capacity
code-service_problem-asks-for-fees = Asks for fees
code-service_problem-asks-for-documents = Asks for documents that people cannot have
code-service_problem-no-interpreter = Has no interpreter
code-service_problem-discrimination = Treats people badly
code-service_problem-too-far = Is too far away
code-service_problem-long-wait = Waiting times are too long
code-service_problem-not-known = People do not know of it
code-service_problem-rules-changed = Rules changed
code-service_problem-other = Another reason

## More rules, and what to do about each

rule-ENV-01 = the envelope is longer than the limit
advice-ENV-01 = shorten the texts of the form or the note
rule-ENV-02 = these bytes are not a sealed envelope in the one form allowed
advice-ENV-02 = the file or message was damaged on the way: ask for it again
rule-ENV-03 = the envelope uses an encryption suite that this version does not know
advice-ENV-03 = both agencies should run a current version
rule-ENV-04 = the envelope is sealed to a key that this agency does not hold
advice-ENV-04 = nothing to do: the sender is told the current key and seals again
rule-ENV-05 = the envelope cannot be opened: it was altered, or sealed for someone else
advice-ENV-05 = ask the sender to send it again
rule-ENV-06 = the content of the envelope does not have the one form allowed
advice-ENV-06 = the sender's software is faulty: tell its administrator
rule-ENV-07 = the signed part of the message does not have the one form allowed
advice-ENV-07 = the sender's software is faulty: tell its administrator
rule-ENV-08 = the message names another recipient
advice-ENV-08 = nothing to do: the message is not for this agency
rule-ENV-09 = the signature does not verify
advice-ENV-09 = do not trust this message; ask the sender by phone whether they sent it
rule-ENV-10 = the message was signed under another card of the sender than the one known here
advice-ENV-10 = exchange current agency cards
rule-ENV-11 = the payload is not the one that the sender signed
advice-ENV-11 = do not trust this message; ask the sender by phone whether they sent it
rule-ENV-12 = salt and payload must both be there, or neither
advice-ENV-12 = the sender's software is faulty: tell its administrator
rule-ENV-13 = the payload uses a codec that this version does not know
advice-ENV-13 = both agencies should run a current version
rule-ENV-14 = the envelope's suite is not the one of the key it names
advice-ENV-14 = the sender's software is faulty: tell its administrator
rule-CARD-01 = this is not a complete agency card
advice-CARD-01 = the file was damaged or cut off: ask the agency to send it again
rule-CARD-02 = the cards in this file do not continue one another
advice-CARD-02 = do not trust this file; ask the agency by phone
rule-CARD-03 = a signature in this card does not verify
advice-CARD-03 = do not trust this file; ask the agency by phone
rule-CARD-04 = the key statement does not have the one form allowed
advice-CARD-04 = ask the agency for a new card file
rule-CARD-05 = the key statement belongs to another card
advice-CARD-05 = ask the agency for a new card file
rule-CARD-06 = this card file is older than the one known here
advice-CARD-06 = nothing to do: the newer one stays in use
rule-CARD-07 = the agency offered post-quantum encryption before and now does not
advice-CARD-07 = ask the agency by phone whether they changed this on purpose
rule-CARD-08 = the agency has published no receive key that is in date
advice-CARD-08 = ask the agency for a new card file
rule-CARD-09 = the message was signed under a card that another one has replaced
advice-CARD-09 = ask the agency by phone: its key was changed, and this may come from whoever has the old one
rule-CARD-10 = messages came under a card that their agency did not send
advice-CARD-10 = this is an alarm: somebody had the agency's key; phone its administrator, and look at what came from it
rule-CARD-11 = there are two histories of this agency's cards, so it cannot be known which is the agency's
advice-CARD-11 = meet the agency's people; then take the card file that they give you: ihala trust settle CARD
rule-TRU-01 = this agency is not known here
advice-TRU-01 = exchange agency cards and compare the fingerprint by phone: ihala trust add CARD
rule-TRU-02 = this agency is not on the trust list
advice-TRU-02 = decide whether to trust it: ihala trust add CARD
rule-TRU-03 = the fingerprint is not the one of this card or network
advice-TRU-03 = compare again by phone, reading all groups; do not add it until they agree
rule-TRU-04 = this is our own agency
advice-TRU-04 = name another agency
rule-TRU-05 = the trust list does not let requests of this case type go this way between the two agencies
advice-TRU-05 = phone the agency: one of the two does not take or send this; the list is changed with ihala trust set
rule-ROS-01 = this is not a charter or roster in the one form allowed
advice-ROS-01 = the file was damaged, or is too long: ask for it again
rule-ROS-02 = the charter does not continue the one that is known
advice-ROS-02 = ask the core group for all charters: ihala roster export
rule-ROS-03 = too few seats of the core group have signed, or a signature does not verify
advice-ROS-03 = collect the signatures: ihala roster sign, merge
rule-ROS-04 = so few seats must sign, or so many change at once, that the core group could split
advice-ROS-04 = more than half of the seats must sign, and fewer seats than must sign change in one step
rule-ROS-05 = the roster was signed under another charter than the one in force
advice-ROS-05 = ask the core group for a roster under its present charter
rule-ROS-06 = the roster is older than the one that is known
advice-ROS-06 = nothing to do: the newer one stays in use
rule-ROS-07 = another charter or roster has been signed in the place of this one
advice-ROS-07 = this is an alarm: ask the core group which one it has signed; the next version of a roster settles it
rule-ROS-08 = the roster has lost a member
advice-ROS-08 = members are suspended or withdrawn, never taken out: ask the core group for a new one
rule-ROS-09 = the roster of the network ended some time ago, so nothing new goes by it
advice-ROS-09 = ask the core group for a new one: ihala roster list
rule-ROS-10 = the network has suspended this agency, or it has left
advice-ROS-10 = phone the core group of the network; what is open can be ended
rule-ISP-01 = this is not an information-sharing protocol in the one form allowed
advice-ISP-01 = the file was damaged or is of another kind: ask for it again
rule-ISP-02 = a signature under the protocol does not verify
advice-ISP-02 = ask that party to sign it again and to send the file
rule-ISP-03 = this agency is not a party of the protocol
advice-ISP-03 = only parties sign; check the ids under [parties]
rule-ISP-04 = the protocol named by the message is not known here
advice-ISP-04 = import it: ihala isp import FILE
advice-ISP-05 = collect the signatures: ihala isp export, sign, import
advice-ISP-06 = agree on a new version with the parties
advice-ISP-07 = use the newer version: ihala isp list
advice-ISP-08 = phone that party; `ihala isp show ID` says which one it is
rule-ISP-09 = too many proposals of this agency wait for an answer
advice-ISP-09 = sign them, or discard them: ihala isp list, isp discard
rule-ISP-10 = this cannot be done with the protocol as it stands
advice-ISP-10 = ihala isp show ID tells who has done what: only a protocol in force is suspended or terminated, only your own suspension is taken back, and a termination never
advice-CON-01 = read the text of `ihala consent draft` to the person and record the answer
advice-CON-02 = ask the person again, naming this agency: ihala consent draft FORM --to AGENCY
advice-CON-03 = ask the person again: ihala consent draft FORM --to AGENCY
advice-CON-04 = ask the person again, naming the purpose
advice-CON-05 = do not send; talk with the person
advice-CON-06 = use the consent of this person's case, or correct request.case_code
rule-CON-07 = this is not a consent receipt that its agency has signed
advice-CON-07 = do not rely on it; ask the agency for a new one
rule-CON-08 = the person is a child, and the consent names no caregiver and no reason not to ask one
advice-CON-08 = record it again, with given_by = "caregiver" or "guardian", or with caregiver_not_asked =
advice-POL-01 = agree on one: ihala isp draft, sign, export, import
advice-POL-02 = ihala isp explain FORM --to AGENCY shows what is covered
advice-POL-03 = choose a purpose of the protocol, or amend it with the parties
advice-POL-04 = nothing to do: the field is withheld
advice-POL-05 = ask the person again if the field is needed
advice-POL-06 = amend the protocol or the consent; without this field the referral makes no sense
advice-POL-07 = ihala isp explain FORM --to AGENCY tells why, field by field
rule-POL-08 = this case type must go in two stages
advice-POL-08 = the sender's software is faulty: tell its administrator
rule-POL-09 = a referral marked gbv or trafficking never goes in one stage
advice-POL-09 = the sender's software is faulty: tell its administrator
advice-POL-10 = fill in the required fields: ihala names them
advice-POL-11 = take it out of the text, or ask the person whether this agency may know it
rule-POL-12 = this field goes only after the receiver has accepted
advice-POL-12 = who asks for it can accept first; it follows then by itself
rule-POL-13 = the protocol under which it came does not let it be referred onward
advice-POL-13 = refer back to the sender, or agree on a protocol with onward = true
rule-POL-14 = the consent under which it came does not cover an onward referral
advice-POL-14 = ask the person yourself and record the answer: ihala consent draft FORM --to AGENCY
rule-POL-15 = this agency has held the same request before
advice-POL-15 = phone it; if it must go there again, say why with --again REASON
rule-REF-01 = this is not a referral event in the one form allowed
advice-REF-01 = the sender's software is faulty: tell its administrator
rule-REF-02 = the referral is not known here
advice-REF-02 = check the id with `ihala list`
rule-REF-03 = this agency has no part in the referral
advice-REF-03 = nothing to do
rule-REF-04 = this step is for the other agency to take
advice-REF-04 = `ihala show ID` tells what you can do
rule-REF-05 = this step is not possible in the present state of the referral
advice-REF-05 = `ihala show ID` tells what you can do
rule-REF-06 = another event already stands at this place of the chain
advice-REF-06 = this is an alarm: phone the other agency's administrator
rule-REF-07 = the event does not continue its author's chain
advice-REF-07 = this is an alarm: phone the other agency's administrator
rule-REF-08 = the event names an older head than the one before it did
advice-REF-08 = the sender's software is faulty: tell its administrator
rule-REF-09 = the referral has too many events
advice-REF-09 = close it and start a new one
rule-REF-10 = this step needs a reason or an outcome from the list
advice-REF-10 = add --reason or --outcome with a code of the list
rule-REF-11 = the referral that this step belongs to has not arrived yet
advice-REF-11 = nothing to do: the step is sent again
rule-REF-12 = consent was withdrawn, so nothing more is shared in this referral
advice-REF-12 = talk with the person; a new consent is a new referral
rule-REF-13 = this referral is accepted only with the safe-contact obligations
advice-REF-13 = read them (`ihala show ID`) and accept with --safe-contact
rule-REF-14 = the list of hand-overs does not end with the sender
advice-REF-14 = the sender's software is faulty: tell its administrator
rule-REF-15 = it came too late: the referral had ended, so its content was destroyed unread
advice-REF-15 = talk with the other agency if the person still needs the service
rule-DEL-01 = two different messages carry one message id
advice-DEL-01 = this is an alarm: phone the other agency's administrator
rule-DEL-02 = another message already stands at this place of the sequence
advice-DEL-02 = this is an alarm: phone the other agency's administrator
rule-DEL-03 = the message does not continue the sequence
advice-DEL-03 = this is an alarm: phone the other agency's administrator
rule-DEL-04 = the message comes from the future
advice-DEL-04 = one of the two clocks is wrong: compare the time by phone
rule-DEL-05 = the message has expired
advice-DEL-05 = ask the sender to send it again
rule-DEL-06 = this version does not know this kind of message
advice-DEL-06 = both agencies should run a current version
rule-DEL-08 = the reply to a message is not a receipt or refusal of that agency
advice-DEL-08 = both agencies should run a current version; if it stays, phone the other administrator
rule-DEL-09 = the message does not have the form of its kind
advice-DEL-09 = the sender's software is faulty: tell its administrator
rule-DEL-10 = this is not a question in one of the forms allowed
advice-DEL-10 = both agencies should run a current version
rule-DEL-07 = the content was withheld by the sender
advice-DEL-07 = nothing to do: consent or protocol no longer allowed it
rule-AUD-01 = the agency's audit tree is not a continuation of what it told before
advice-AUD-01 = this is an alarm: its history was rewritten, or restored from a backup; phone its administrator
rule-AUD-02 = an earlier checkpoint of this agency has not arrived yet
advice-AUD-02 = nothing to do: it is sent again
rule-BAK-01 = this is not a whole backup file in the one form allowed
advice-BAK-01 = the file was damaged or cut off: use another copy, or an older backup
rule-BAK-02 = the backup was altered, or is not signed by the agency that it names
advice-BAK-02 = do not restore from this file: use another copy, or an older backup
rule-BAK-03 = the backup is not sealed to this recovery file
advice-BAK-03 = use the recovery file that was in force when the backup was made
rule-BAK-04 = the content of the backup does not open, or is not what its head says
advice-BAK-04 = use another copy, or an older backup
rule-BAK-05 = one of the two agencies was restored from a backup, and does not know yet what went between them after it
advice-BAK-05 = nothing to do: the other agency tells as soon as it can be reached; `ihala recovery` shows who has not
rule-BAK-06 = the last day of this backup has passed
advice-BAK-06 = use a newer one: what was erased since must not come back

## Forms in files and in the terminal

text-form_leave = What is left empty is not sent. Lines that start with # are help.
text-form_needed = needed
text-form_needed_if = needed, depending on other answers
text-form_one = One of:
text-form_any = Any of these, in a list such as { $example }:
text-form_day = A day: { $example }
text-form_moment = A time with its offset: { $example }
text-form_number = A number from 0 to { $max }
text-form_flag = Yes or no: true or false
text-form_place = A place code (P-code): { $example }
text-form_language = A language code: { $example }
text-yes = yes
text-no = no

## Mistakes in files (the places hold keys and codes of the file; what stands between `…` is typed as it is)

mistake = line { $line }: { $what }
mistake-file-too-long = the file is longer than { $max } bytes
mistake-not-toml = not valid TOML: { $why }
mistake-incomplete = the file is not complete
mistake-not-text = `{ $key }` must be text in quotes
mistake-not-number = `{ $key }` must be a whole number from 0 to { $max }
mistake-not-flag = `{ $key }` must be true or false
mistake-not-date = `{ $key }` must be a date that exists, written like `1990-04-23`
mistake-not-moment = `{ $key }` must be a time with its offset, written like `2026-01-31T14:00:00+03:00`
mistake-not-code = `{ $key }` must be one of: { $names }
mistake-not-codes = `{ $key }` must be of: { $names }
mistake-not-list = `{ $key }` must be a list, like `["a", "b"]`
mistake-not-line = `{ $key }` must be one line of at most { $max } characters
mistake-not-place = `{ $key }` must be an OCHA P-code such as `TUR079`
mistake-not-province = `{ $key }` must be the P-code of a province such as `TUR079`
mistake-not-language = `{ $key }` must be a language code such as `ar`
mistake-too-long = `{ $key }` has { $count } characters; at most { $max } are allowed
mistake-control = `{ $key }` must not contain control characters
mistake-line-break = `{ $key }` must not contain line breaks or control characters
mistake-write = write { $shape }
mistake-missing = `{ $key }` is missing
mistake-missing-always = `{ $path }` is missing; this form always needs it
mistake-missing-by-others = `{ $path }` is missing: other answers make it needed
mistake-empty = `{ $key }` must be filled in
mistake-names-none = `{ $key }` must name at least one
mistake-first-line = the file must start with: { $line }
mistake-no-form = the file must start with `form =` and one of: { $names }
mistake-not-of-form = `{ $path }` is not part of this form
mistake-unknown-field = unknown field `{ $path }`
mistake-unknown-field-near = unknown field `{ $path }`; did you mean `{ $near }`?
mistake-unknown-key = unknown key `{ $key }`
mistake-unknown-key-near = unknown key `{ $key }`; did you mean `{ $near }`?
mistake-unknown-key-known = unknown key `{ $key }`; known are: { $known }
mistake-key-in-group = unknown key `{ $key }`; it belongs under [{ $group }]
mistake-no-such-day = `{ $path }` is no day that this can be: correct the year, the month or the day
mistake-ages-differ = age, age band and day of birth do not go together: correct one of them, or leave it out
mistake-none-and-others = `{ $path }` says "none" and something else: leave one of them out
mistake-agency-id = an agency id has 64 hexadecimal digits: `ihala card show` prints it
mistake-agency-twice = this agency is named twice
mistake-trust-id = `id` must be the fingerprint of an agency, or the 64 digits of its id: `ihala card show` prints both
mistake-trust-name-twice = another agency on the list has this name
mistake-trust-address = an address is written like `/ip4/192.0.2.1/tcp/4717`
mistake-trust-addresses = an agency has at most { $max } addresses here
mistake-network-id = `id` must be the fingerprint of a network, or the 64 digits of its id: `ihala roster show` prints both
mistake-network-twice = this network is named twice, or two go by one name
mistake-seat-twice = two seats have this key: each holder makes one with `ihala roster seat`
mistake-seat-key = `key` must be what `ihala roster seat` has printed
mistake-threshold = of { $seats } seats more than half must sign, and no more than all
trust-file = The trust list of this agency: whom we know, and what may go between us.
    Edit it, then: ihala trust check (what would change), ihala trust reload (let it take force).
    `ihala trust add`, `set` and `remove` change this file too; comments stay.

    { "[[agency]]" }
    id = "..."                       the fingerprint, compared by phone; it never changes
    name = "Legal Clinic"            what we call it
    send = true                      may we refer people to it
    receive = true                   may it refer people to us
    case_types = ["legal"]           only these; leave it out for all
    addresses = ["/ip4/192.0.2.1/tcp/4717"]  where else to try
    thin = false                     true: also without post-quantum encryption
    notes = "met at the June meeting"

    What may be shared stands in information-sharing protocols; this list can only forbid more.
mistake-consent-answer = `answer` must be what the person said after hearing the text: `given` or `refused`; or `requested`, `deferred`, `unknown`
mistake-consent-witness = `witness` must be filled in when consent was given verbally
mistake-consent-assent = the child does not agree: this is no consent (another basis needs a reason and who authorised it)
mistake-consent-valid-until = `valid_until` must not be before `date`, nor ten years later
mistake-consent-date = `date` is the day on which the person answered
mistake-consent-guardian = `{ $key }` contradicts given_by = `person`
mistake-consent-recipients = write `[[recipient]]` up to { $max } times
mistake-isp-previous = `previous` must be the 64 digits of a protocol's digest
mistake-isp-version = `version` starts at 1; a later version names the digest of the one before as `previous`
mistake-isp-valid-until = `valid_until` must be after `valid_from`, and within ten years of it
mistake-isp-too-long = the compiled protocol is longer than { $max } bytes
mistake-isp-parties = write `[parties]`, then one line per agency: `name = "id"`
mistake-isp-party-name = a party's name must be one line of text
mistake-isp-party-count = a protocol has 2 to { $max } parties
mistake-isp-hours = `{ $key }` must be four hours: `[acknowledge, decide, serve, feed back]`
mistake-isp-phones = write `[phones]`, then one line per party: `name = "number"`
mistake-isp-phone = a number must be one line of text
mistake-isp-no-party = this name does not stand under `[parties]`
mistake-isp-clause-party = `{ $key }` must be `any` or a name that stands under `[parties]`
mistake-isp-review = `{ $place }` contradicts the rest: the review is after the end
mistake-isp-deadlines = `{ $place }` contradicts the rest: the four times of an urgency must rise
mistake-isp-to-itself = `{ $place }` contradicts the rest: it goes from an agency to itself
mistake-isp-stages = `{ $place }` contradicts the rest: an earlier clause says otherwise about stages for the same case type and parties
mistake-isp-label-twice = `{ $place }` contradicts the rest: two clauses have this label
mistake-isp-own = this field contradicts itself: names have small letters, digits and `_`; `max` goes with a number, `[[field.code]]` with a code or codes, `coded` with a code, codes or a flag; a coded field has at most 16 codes; ids (from 1) and names of codes stand once each; labels have letters, and nothing that cannot be seen
mistake-isp-own-twice = two fields have this name: { $name }
mistake-own-too-many = a form has at most { $max } own fields
mistake-own-unknown = this own field is defined in no protocol with the receiver: `{ $field }`
mistake-own-unknown-advice = `ihala isp show ID` lists the own fields of a protocol
mistake-own-unfit = `{ $field }` cannot hold this; it may hold: { $holds }
mistake-tables = write `{ $shape }`, 1 to { $max } times

## Names of states and steps: of tasks, business status, steps, clocks, deliveries, consents, protocols

name-task-requested = requested
name-task-received = received
name-task-accepted = accepted
name-task-rejected = rejected
name-task-in-progress = in-progress
name-task-on-hold = on-hold
name-task-completed = completed
name-task-cancelled = cancelled
name-task-failed = failed
name-task-entered-in-error = entered-in-error
name-business-created = created
name-business-accepted = accepted
name-business-declined = declined
name-business-event-scheduled = event scheduled
name-business-event-unattended = event unattended
name-business-event-cancelled = event cancelled
name-business-event-completed = event completed
name-business-cancellation-requested = cancellation requested
name-business-cancellation-refused = cancellation refused
name-business-consent-withdrawn = consent withdrawn
name-business-fulfilment-completed = fulfilment completed
name-business-fulfilment-cancelled = fulfilment cancelled
name-business-entered-in-error = entered in error
name-step-requested = requested
name-step-cancel-requested = cancel-requested
name-step-received = received
name-step-accepted = accepted
name-step-rejected = rejected
name-step-started = started
name-step-completed = completed
name-step-cancel-confirmed = cancel-confirmed
name-step-cancel-refused = cancel-refused
name-step-asked = asked
name-step-answered = answered
name-step-identity-released = identity-released
name-step-nudged = nudged
name-step-entered-in-error = entered-in-error
name-step-scheduled = scheduled
name-step-unattended = unattended
name-step-appointment-cancelled = appointment-cancelled
name-step-attended = attended
name-step-put-on-hold = put-on-hold
name-step-resumed = resumed
name-step-failed = failed
name-step-referred-onward = referred-onward
name-step-onward-outcome = onward-outcome
name-step-stopped = stopped
name-step-erasure-ordered = erasure-ordered
name-step-erased = erased
name-step-retained = retained
name-step-onward-erasure = onward-erasure
name-clock-acknowledge = acknowledge
name-clock-decide = decide
name-clock-serve = serve
name-clock-feed-back = feed back
name-delivery-queued = waiting to be delivered
name-delivery-delivered = delivered
name-delivery-refused = refused
name-isp-waiting-for-signatures = waiting for signatures
name-isp-suspended = suspended
name-isp-terminated = terminated
name-isp-replaced-by-a-newer-version = replaced by a newer version
name-isp-not-yet-in-force = not yet in force
name-isp-lapsed = lapsed
name-isp-in-force = in force
name-change-suspended = suspended
name-change-in-force = in force
name-change-terminated = terminated
name-consent-refused = refused
name-consent-given = given
name-consent-requested = requested
name-consent-deferred = deferred
name-consent-unknown = unknown
name-consent-renewed = renewed
name-consent-expired = expired
name-consent-invalidated = invalidated
name-consent-revoked = revoked
name-consent-withdrawn = withdrawn
