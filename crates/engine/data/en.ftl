# What the engine tells whoever asked, beside rules and labels. One key on a line; KEY-advice
# says what to do about KEY. Words between ` and ` are typed as they are.

## Who and what is meant

unknown-rule = a rule that this version does not know
unknown-rule-advice = both agencies should run a current version
referral-no-id = this is not the id of a referral
referral-no-id-advice = write the id, or at least its first four digits (`ihala list`)
referral-several = more than one referral starts like this
referral-several-advice = write more digits (`ihala list`)
referral-unknown = no referral has this id
referral-unknown-advice = see `ihala list`
consent-no-id = this is not the id of a consent
consent-no-id-advice = write the id, or at least its first four digits (`ihala consent list`)
consent-several = more than one consent starts like this
consent-several-advice = write more digits (`ihala consent list`)
consent-unknown = no consent has this id
consent-unknown-advice = `ihala consent record` prints the id, and `ihala consent list` lists all
agency-several = more than one agency fits this name
agency-several-advice = write more digits of the id (`ihala trust list`)
agency-unknown = no trusted agency has this name or id
agency-unknown-advice = see `ihala trust list`; add one with `ihala trust add CARD`
isp-several = more than one protocol fits
isp-several-advice = write more digits of the id (`ihala isp list`)
isp-unknown = no protocol has this id
isp-unknown-advice = see `ihala isp list`; take one in with `ihala isp draft` or `ihala isp import`
no-page = `after` names no page
no-page-advice = use the `next` of the page before
any-agency = any agency for this: { $class }
any-party = any party
it-is = it is { $state }

## Forms

form-mistakes = the form has mistakes
form-mistakes-advice = correct them and try again; `ihala form check FILE` looks again
nominate-on-paper = this receiver has no node: nothing can be sent to it
nominate-on-paper-advice = tell it by phone or letter; a coordination body with a node can be told with `ihala nominate`
form-about-service = this form is about a service, and no referral
form-about-service-advice = `ihala nominate FORM --to AGENCY`
form-about-person = this form is about a person, and goes as a referral
form-about-person-advice = `ihala refer FORM --to AGENCY`
isp-mistakes = the protocol has mistakes
isp-mistakes-advice = correct them and try again
consent-mistakes = the consent record has mistakes
consent-mistakes-advice = correct them and try again

## Referring

refer-to-whom = a referral goes to one or more agencies
refer-to-whom-advice = name 1 to { $max } with `--to`
refer-twice = an agency is named twice
refer-twice-advice = name each agency once
onward-not-ours = only what came to us goes onward
onward-accept-first = it is { $status }; accept it before you refer it onward
onward-too-often = it has been handed on too often
no-reason = this is no reason of the list
no-reason-advice = one of: { $names }
handed-on-again = this is hand-over number { $count }: the person is being passed on again and again; phone before you go on
been-there-before = it has been with the receiver before; the reason given: { $reason }
care-window = some care helps only within 72 hours of the incident, until { $time }, and the receiver may learn that time only after it accepts: phone it, or refer as an emergency
waits-for-account = it waits until this agency has told what came after the backup that the node was restored from: `ihala recovery`
emergency-way = this is an emergency: phone the agency now; say the urgency, what is needed, the area and the age band, and no name
emergency-way-to = this is an emergency: phone { $whom } now; say the urgency, what is needed, the area and the age band, and no name
emergency-phone = emergency: phone { $agency } now ({ $number }), and say urgency, case type and area, but no name; then `ihala called`
emergency-phone-unknown = emergency: phone { $agency } now (the number is not in the protocol), and say urgency, case type and area, but no name; then `ihala called`
emergency-not-taken = this emergency was not taken: phone another receiver now; say urgency, what is needed, the area and the age band, and no name
emergency-not-taken-others = this emergency was not taken: phone one of these now: { $others }; say urgency, what is needed, the area and the age band, and no name

## What to know before acting on a referral

do-not-contact = DO NOT contact the person: go through the referring caseworker
first-stage-alone = only what had gone of this request is known here: the rest was lost with the disk before the restore, and will not follow. Ask the person again, refer anew, and cancel this one with a word to the agency
safe-contact = you contact the person only by the way and in the hours they name, never through a relative, never say on whose behalf you call unless you know who listens, and use an interpreter of the sex they ask for
identity-after-accept = who the person is comes after you accept, and accepting means: { $safe_contact }
identity-not-yet = who the person is has not come yet: it does as soon as the sender's node can be reached, and consent and protocol still allow it; you have taken on: { $safe_contact }
identity-came = you have taken on: { $safe_contact }
in-error-still-there = { $agency } still has what it was sent: `ihala consent withdraw { $referral } --from { $id } --erase` has it destroyed
ask-the-person = somebody who has the data was told that consent is withdrawn: ask the person; then `ihala consent withdraw { $referral } --stop` or `--erase`, or, if they still agree, `ihala consent renew { $consent } --until DATE --method HOW --person-was-asked`; this referral stays stopped, and where they withdrew it nothing more is taken under this consent: record a new one for that agency
never-left = it never left: the other agency knows nothing of it, and nothing is left to do
nothing-more-shared = consent was withdrawn: nothing more is shared, in either direction
knows-destroyed = destroyed here
knows-stored = stored here
knows-reported-destroyed = reported: it destroyed what it was told
knows-paper-to-destroy = to destroy what it was told: phone it, and report its answer
knows-says-destroyed = it says that it destroyed them
knows-keeps = it keeps them, on a legal basis
knows-ordered = ordered to destroy them, and has not answered yet
knows-confirmed = its node confirmed
knows-refused = its node refused it, and keeps nothing
knows-paper = it has no node: this is what may be told
knows-waits = not yet: it waits here
knows-sent = it sent them
knows-further-destroyed = had it by way of them, and destroyed it, as they tell
knows-further-keeps = has it by way of them, and keeps it on a legal basis, as they tell
knows-further = has it by way of them

## Steps of a referral

step-refused-there = the other node refused the referral, so there is nothing to do together
step-reported = only a step of a receiver without a node is reported, and every one of them is
step-reported-advice = `ihala report ID STEP --said-by NAME --how WAY`
step-by-node = this step is taken by the node itself
step-by-node-advice = `ihala show ID` tells what you can do
step-accept-note = an accept that takes on the safe-contact obligations carries no note
step-accept-note-advice = accept first; a note goes with a later step
step-asks-nothing = a question asks for something
step-asks-nothing-advice = name fields with `--field`, or write what you need with `--note`
step-note = the note is too long, or holds control characters
step-note-advice = write at most { $max } characters
step-appointment = the appointment is { $time }
step-appointment-when = an appointment is today or later, and within five years
step-appointment-when-advice = write it with its offset from UTC, like `--at 2026-01-31T14:00:00+03:00`
step-until-when = this needs the time until which it holds
step-until-when-advice = write it with its offset from UTC, like `--at 2026-01-31T14:00:00+03:00`
step-nothing-waits = nothing waits for the accept, or it was not accepted with its obligations
step-no-time = this step takes no time
step-no-time-advice = leave it out
step-no-fields = this step takes no fields
step-no-fields-advice = leave them out
step-no-agency = this step takes no agency
step-no-agency-advice = leave it out
step-no-form = this step takes no form
step-no-form-advice = leave it out
step-no-safe-contact = this step takes no acknowledgement
step-no-safe-contact-advice = leave it out
step-nothing-more = it is { $status }, and nothing more can be done
step-possible = it is { $status }; possible now: { $steps }
step-no-such-code = this is no { $list } of the list
step-no-such-code-advice = one of: { $names }
step-needs-code = this step needs a code of the list `{ $list }`
step-needs-code-advice = one of: { $names }
step-takes-no-code = this step takes none
answer-may-not = `{ $path }` may not be told: { $why } ({ $rule })
answer-may-not-advice = give a form that has it (`--form`), or say why it is not told: `--cannot` { $names }
answer-nothing = the form holds nothing more of what was asked for
answer-nothing-advice = give a form that has it (`--form`), or say why it is not told: `--cannot` { $names }
answer-other-form = this is another form than that of the referral
answer-other-form-advice = begin it with `form = "{ $form }"`
step-takes-no-code-advice = leave it out
step-time-not-told = so nothing was recorded: protocol or consent do not let times of appointments be told
step-time-not-told-advice = agree on the time by phone; the other agency needs `feedback.appointment` in the protocol and in the consent
step-note-not-told = so nothing was recorded: protocol or consent do not let notes be told
step-note-not-told-advice = take the step without `--note`, and say it by phone
leak = `{ $path }`, at character { $at }, tells `{ $tells }`
ask-no-field = there is no such field or group: { $field }
ask-no-field-advice = fields are those of the form, like `person.phone` or `safety`
called-with = say with whom you spoke, and in one line what was said
called-with-advice = at most { $with } and { $said } characters
called-too-often = no more calls can be recorded in this referral

## Receivers without a node

paper-name = a receiver has a name and a phone number, one line each
paper-name-advice = a name has at most { $max } printable characters
paper-name-taken = another agency has this name already
paper-name-taken-advice = choose a name that tells them apart
paper-has-node = this party has a node: it signs by itself
paper-has-node-advice = send it the protocol: `ihala isp sign`
paper-say-who = say who signed, when, and where the paper is kept, in one line
paper-say-who-advice = for example: `--paper "Dr Aydin, 2026-11-02, cabinet 3"`
report-how = this is no way of telling of the list
report-how-advice = one of: { $names }
report-when = when it was said needs a time with its offset from UTC
report-when-advice = write it like `2026-01-31T14:00:00+03:00`
report-when-impossible = it cannot have been said before the referral was made, nor in time to come
report-when-impossible-advice = correct `--when`; without it, the time of this report is taken
report-said-by = say who told us, in one line
report-said-by-advice = name the person

## Trust and protocols

petname = a name for an agency has 1 to { $max } printable characters
petname-advice = choose one with `--name`
petname-taken = another trusted agency has this name already
petname-taken-advice = choose one with `--name`
trust-undisputed = there is nothing to settle about this agency's cards
trust-undisputed-advice = `ihala status` names the agencies whose cards have two histories
trust-mistakes = the trust list has mistakes
trust-mistakes-advice = correct the lines named
trust-file-differs = `trust.toml` was edited and is not in force as it reads now
trust-file-differs-advice = look at it first: `ihala trust check`, then `ihala trust reload`
trust-by-hand = the trust list is written in a way that a command cannot edit
trust-by-hand-advice = edit `trust.toml`, then `ihala trust reload`
trust-case-type = there is no such case type
trust-case-type-advice = case types are: { $names }
network-not-followed = no network that is followed goes by this name or id
network-not-followed-advice = see `ihala roster list`; follow one with `ihala roster follow FILE`
network-not-known = nothing of this network has come yet
network-not-known-advice = take a file in with `ihala roster take FILE`, or wait for a peer that follows it
doctor-unknown = this agency is not on the trust list
doctor-unknown-advice = exchange cards and compare fingerprints by phone: `ihala trust add CARD`
doctor-no-card = the agency is on the trust list, but its card has not come
doctor-no-card-advice = ask it for its card file: `ihala trust add CARD`. A peer that follows the same network brings it too
doctor-disputed = there are two histories of this agency's cards: somebody may be posing as it
doctor-disputed-advice = meet its people; then `ihala trust settle CARD`
doctor-disputed-there = it has been shown two histories of our cards, and takes nothing from us until its people have decided: somebody has or had our recovery file
doctor-disputed-there-advice = take our card file to its people (`ihala card export FILE`): they decide with `ihala trust settle FILE`
doctor-disputed-own = somebody has made another next card of this agency, with our recovery file, and shows it to others
doctor-disputed-own-advice = take our card file to the people of each partner (`ihala card export FILE`): they decide with `ihala trust settle FILE`. Then replace the card (`ihala card rotate`), and end this warning with the same command here
doctor-suspended = the network { $network } has suspended this agency, or it has left
doctor-suspended-advice = phone the core group of the network; what is open can be ended
doctor-roster-ended = the roster of { $network } ended more than two weeks ago, so no new request goes
doctor-roster-ended-advice = ask the core group for a new one: `ihala roster take FILE`
doctor-no-address = it names no address, and it has not connected to us
doctor-no-address-advice = ask its administrator to start the node, or to announce an address: `ihala serve --announce`
doctor-unreachable = nothing answers at { $addresses }
doctor-unreachable-advice = phone its administrator: does the node run, is the port open, is the address right? Ours retries by itself
doctor-wrong-node = at { $addresses } another node answers, with another key: possibly somebody is posing as the agency
doctor-wrong-node-advice = send nothing by another way; phone its administrator. If its node was made anew, take its new card file: `ihala trust add CARD`
doctor-turned-away = its node answers and ends the connection: it does not let us in
doctor-turned-away-advice = phone its administrator: are we on its trust list, with our present card? Send it our card file: `ihala card export FILE`
doctor-version = its node does not speak our version of the protocol
doctor-version-advice = phone its administrator: both should run a current version
doctor-we-are-replaced = it says that another card has taken the place of ours
doctor-we-are-replaced-advice = if this agency was restored elsewhere, stop this node for good; if not, somebody has our recovery key: phone your partners at once
doctor-behind = this agency was restored from a backup, and it has not told yet what came after it
doctor-behind-advice = nothing to do: it tells as soon as it can be reached. If it never comes back: `ihala recovery leave-out`
doctor-recovering-there = it was restored from a backup, and does not know yet what went between us after it
doctor-recovering-there-advice = nothing to do: our node tells it, and what is to go goes then
doctor-suspended-there = its network has suspended us, or counts us as having left
doctor-suspended-there-advice = phone the core group of the network
doctor-not-trusted-there = we are not on its trust list
doctor-not-trusted-there-advice = phone its administrator, and send it our card file: `ihala card export FILE`
doctor-unknown-there = it does not know our present card
doctor-unknown-there-advice = our node tells it. If this stays, send it our card file: `ihala card export FILE`. If this agency was restored twice, or got a card elsewhere too, only one of the two can go on
doctor-own-list = our own trust list lets no request go to it
doctor-own-list-advice = if that is not meant any more: `ihala trust set AGENCY --send true`
doctor-we-are-ahead = it says that our messages come from the future: one of the two clocks is wrong
doctor-we-are-ahead-advice = compare the time by phone, and put the clock right that is wrong
doctor-they-are-ahead = its messages come from the future: one of the two clocks is wrong (ours: { $time })
doctor-they-are-ahead-advice = compare the time by phone, and put the clock right that is wrong
doctor-no-reply = what comes back is not signed with its key: possibly somebody is posing as the agency
doctor-no-reply-advice = phone its administrator; if its key was changed, take its new card file: `ihala trust add CARD`
doctor-refused = it does not take what we send: { $rule }, { $sentence }
doctor-refused-advice = `ihala show ID` of a referral with it tells more
doctor-old-card = messages come under a card that it has replaced: from somebody who has its old key, or from a copy of its node
doctor-old-card-advice = phone its administrator; they are not taken
doctor-skew-ahead = its clock is { $minutes } minutes ahead of ours (ours: { $time })
doctor-skew-ahead-advice = compare the time by phone, and put the clock right that is wrong
doctor-skew-behind = its clock is { $minutes } minutes behind ours (ours: { $time })
doctor-skew-behind-advice = compare the time by phone, and put the clock right that is wrong
doctor-keys-ended = its receive keys ended on { $day }: what is to go waits until it has been in contact
doctor-keys-ended-advice = nothing to do, if its node comes back; else ask for a new card file: `ihala trust add CARD`
doctor-keys-early = its receive keys are for a time to come: one of the two clocks is wrong (ours: { $time })
doctor-keys-early-advice = compare the time by phone, and put the clock right that is wrong
doctor-no-isp = no information-sharing protocol is signed by both
doctor-no-isp-advice = agree on one: `ihala isp new FILE --with NAME`
doctor-isp-ended = no protocol is in force: those that both have signed have lapsed, or a party has ended them
doctor-isp-ended-advice = `ihala isp list`; agree on a new version
doctor-consent = consent does not hold any more for open referrals: { $ids }
doctor-consent-advice = talk with the person: `ihala consent draft FORM --to AGENCY`
doctor-queued = messages that wait for it: { $count }
doctor-queued-advice = they go by themselves when what stands above is mended
doctor-under-way = all is well; messages under way to it: { $count }
doctor-under-way-advice = nothing to do
doctor-fine = all is well
doctor-fine-advice = nothing to do
doctor-keys-kept = receive secrets that should be destroyed by now, and are kept because no two peers have confirmed the time: { $count }
doctor-keys-kept-advice = is this node's clock right? Then: `ihala clock confirm`
doctor-unprotected = the keys of this node are not sealed with a passphrase: whoever takes its disk has everything
doctor-unprotected-advice = seal them: `ihala passphrase`
doctor-copies-on-write = the disk of this node writes what is overwritten to another place: what was erased may be found on it
doctor-copies-on-write-advice = move the home to ext4 or XFS, without snapshots, on an encrypted disk
isp-not-we = this agency
isp-signed = we have signed this protocol
isp-signed-advice = suspend or terminate it: `ihala isp suspend`, `ihala isp terminate`
isp-later-version = a later version builds on this one
isp-later-version-advice = discard that one first, or keep both
clause-in-one-stage = { $label }: { $from } may send { $case_types } to { $to } in one stage: { $fields }
clause-in-two-stages = { $label }: { $from } may send { $case_types } to { $to } in two stages: { $fields }

## Consent

given-how = { $who }; { $how }
consent-own = `{ $field }` is not the own field of that digest
consent-own-advice = take the names and digests that `ihala consent draft` writes
consent-date = `date` lies in the future
consent-date-advice = write the day on which the person answered
consent-until = the last day must be a date to come, within ten years
consent-until-advice = write it like `2027-01-31`
consent-ask-person = another agency was told that this consent is withdrawn
consent-ask-person-advice = ask the person; if they still agree, add `--person-was-asked`
consent-say-why = say why, in one line
consent-say-why-advice = it is kept with the record
consent-destroyed = its record was destroyed
paper-can-harm = a paper about this case can harm the person
paper-can-harm-advice = give the slip (`ihala consent slip`); if they want the receipt and it is safe, `--paper-is-safe`
renew-how = say how the person said yes again
renew-how-advice = one of: { $names }
renew-name = a name is one line
renew-name-advice = at most { $max } characters
renew-witness = verbal consent needs a witness
renew-witness-advice = name them with `--witness`
renew-language = name the language that was read
renew-language-advice = like `--language ar`
draft-head = Fill in what is empty, after reading the text to the person.
draft-answer = `given`, or `refused` (or `requested`, `deferred`, `unknown`)
draft-basis = { $names }: all but `consent` need `reason =` and `authorised_by =`
draft-given-by = { $names }: the others need `guardian =`, `guardian_relationship =`, `assent =`
draft-not-asked = for a child who answers alone: { $names }
draft-method = how the person answered: { $names }
draft-language = the language in which the text was read
draft-interpreter = name, if there was one
draft-witness = name; needed if consent was given verbally
draft-onward = `true`: they may refer the person on, with what they were told
draft-paper = `true`: the person gets the slip, not the receipt
draft-recipient = A recipient is one agency, or a class: any agency to which a protocol lets such a case go, with `class = "legal"` (medical, legal, material, protection) in place of `agency =`.

## Withdrawing, and keeping on a legal basis

withdraw-nothing = nothing here stands under this consent
withdraw-nothing-advice = see `ihala consent list` and `ihala list`
withdraw-not-there = nothing went to { $agency } from here under this consent
withdraw-not-there-advice = name the agency that it was sent to; that one tells those further on
withdraw-before = it was withdrawn before, and nothing is left to stop or to erase
withdraw-unknown = no consent and no referral has this id
withdraw-unknown-advice = see `ihala list`; `ihala show ID` names the consent
retain-basis = this is no legal basis of the list
retain-basis-advice = one of: { $names }
retain-until = the last day must be a date to come, within a hundred years
retain-until-advice = write it like `2027-01-31`
retain-too-late = a legal basis is set where data was received, before an order to erase it
retain-none = it is not kept on a legal basis
here-stopped = the consent is marked as withdrawn, and kept as proof that it was given
here-erased = the consent is withdrawn, and its record destroyed
here-not-named = the consent no longer names this agency
here-kept = what was received here is kept where a legal basis was set, until it ends
here-received = what was received here is destroyed
here-copies = the copies here of what was sent are destroyed
here-own-consent = what was sent on under a consent that we asked for ourselves is not concerned: withdraw that consent too, if that is what the person wants (`ihala consent list`)
here-own-files = what an agency wrote in its own files about its own service stays its own
here-backups = backups of this node may hold it until { $day }: they are sealed, and nothing is taken from them
order-not-left = it has not left yet, and will not
order-phone = it has no node: phone it
order-phone-report = it has no node: phone it, and report its answer (`ihala report ID erased`)
order-untrusted = it is not on the trust list: the order waits until it is
order-upward = it sent the data, and passes the order on: the agency that holds the consent asks the person, and then orders the erasure
order-elsewhere = it also sent something on under a consent of its own, which stands until it is withdrawn there

recovery-none = this agency was not restored from a backup
recovery-not-awaited = { $agency } is not waited for: it has told what came after the backup, or has nothing to tell

backup-days = a backup is kept for 1 to { $max } days: after that it is not restored any more
backup-no-key = this home does not know yet what its backups are to be sealed to: rotate the card once (`ihala card rotate`), then make the backup
backup-given-up = this backup is made no further: another one was begun, or nobody asked for its next piece for a minute; begin again

node-superseded = this node was replaced: the agency was restored elsewhere, or its card rotated; nothing leaves it any more, so nothing is taken down here: work at the other one
