# What the command line says. One key on a line; KEY-advice says what to do about KEY.

fill-start = Press Enter to leave a question out or keep its answer, - to take it out, ? for help, < to go back, and type . to stop. A longer text ends with an empty line.
fill-needed = This form needs an answer here.
fill-yes-or-no = Yes or no
fill-not-fit = That does not fit here: { $why }
fill-written = Written to { $file }. Check it: { $command }
check-good = Nothing is missing.
check-good-own = Nothing is missing. What stands under { $group } is looked at when it is known to whom it goes.
error = error
what-to-do = what to do

# Shared by list, show, refer and status
waiting-for-sender = waiting for sender
overdue = OVERDUE to { $clock } since { $since }
overdue-phone = phone { $phone }
overdue-supervisor = tell a supervisor
problem = { $rule }: { $sentence }; { $advice }
agency-phone = { $agency } (phone { $phone })
orders-owing = ORDERED TO ERASE, no answer from: { $agencies }
orders-ask-person = ASK THE PERSON: word came by way of { $agency } { $at } that consent is withdrawn
orders-both = { $owing }; { $ask }

# LIST
list-from = from { $agency }
list-to = to { $agency }
list-held-back = who the person is waits: { $rule } { $sentence }
list-refused = refused: { $rule } { $sentence }
list-none = no referral fits
list-more = more: { $option }

# SHOW
show-from = referral { $id } from { $agency }
show-to = referral { $id } to { $agency }
show-status = { $case }, { $urgency }: { $task } ({ $business })
show-status-waiting = { $case }, { $urgency }: { $task } ({ $business }), waiting for sender
show-status-plain = { $case }, { $urgency }: { $task }
show-held-back = accepted, but who the person is waits, and goes by itself when that ends: { $problem }
show-on-paper = it has no node: phone { $phone }, and report what it says
show-on-paper-no-number = it has no node: phone it, and report what it says
show-transfer = a transfer: responsibility moves with the accept; responsible now: { $agency }
show-hold = kept until { $until }, also against an order to erase: { $basis }
show-continues = continues referral { $id }
show-continued-by = referred onward as { $id }
show-then = { $first }, then { $next }
show-handovers = handed on by: { $agencies }
show-erased = its content was destroyed here { $at }
show-call = call { $at } with { $whom }
show-call-said = call { $at } with { $whom }: { $said }
show-due = to { $clock } by { $by }
show-withheld = withheld: { $field } ({ $rule })
show-history = history
show-note = "{ $note }"
show-keys-until = what was captured on its way can be opened until { $time }
show-backups-until = backups that may hold it end on { $time }
show-unsigned = reported, not signed
show-too-late = came too late: the other side had moved already
show-problem = { $rule }: { $sentence }
show-reported = reported by { $by }, { $how }, { $at }
show-settled = { $delivery } { $at }
show-orders = orders
show-order-stop = ordered to stop sharing
show-order-unanswered = ordered to erase: NOT ANSWERED YET
show-order-answered = ordered to erase: { $answer }
show-order-reported = ordered to erase: { $answer } (reported, not signed)
show-order-told = ordered to erase: { $answer }, as { $agency } tells
show-order-reported-told = ordered to erase: { $answer } (reported, not signed), as { $agency } tells
show-order-kept = { $told } ({ $basis }) until { $until }
show-none-set = not said
show-order-copies = { $told }; captured copies die: { $copies }; backups expire: { $backups }
show-who-knows = who knows what
show-knows-fields = { $basis } (fields: { $count })
show-report-steps = when it answers, `{ $command }`: { $steps }
show-next-steps = you can now:

# REFER
refer-goes = goes: { $fields }
refer-later = goes only after { $agency } has accepted: { $fields }
refer-warning = WARNING: { $warning }
refer-trial = to { $agency }: this would go (nothing was sent)
refer-delivered = referral { $id } to { $agency } is delivered: its node has stored it
refer-refused = referral { $id } to { $agency } was refused by its node
refer-not-taken = referral { $id } to { $agency } is signed and queued; its node does not take it yet
refer-queued = referral { $id } to { $agency } is signed and queued; it goes out as soon as the agency can be reached
refer-on-paper = referral { $id } to { $agency } is recorded; it has no node: phone { $phone }, tell it what goes, and report what it says ({ $command })
refer-on-paper-no-number = referral { $id } to { $agency } is recorded; it has no node: phone it, tell it what goes, and report what it says ({ $command })
refer-withheld = withheld: { $field } ({ $rule }: { $sentence })

# Steps (and refer --wait)
wait-identity = who the person is has not come yet: it does as soon as the sender's node can be reached, and consent and protocol still allow it
wait-no-node = the node can no longer be asked; { $id } is queued and goes out when it runs
wait-not-confirmed = not confirmed within { $seconds } s: it stays queued and goes out when the agency can be reached

# RECEIVER
receiver-none = no receiver without a node is known

# STATUS
status-agency-id = agency id
status-fingerprint = fingerprint
status-address = address
status-no-barrier = nothing written since the start
status-leaves = leaves: { $count }
status-barrier = last barrier
status-audit = audit
status-connected = connected
status-not-connected = not connected
status-queued = queued: { $count }
status-witnessed = audit leaves: { $count }, head { $head }, { $at }
status-overdue = referrals overdue: { $count } ({ $command })
status-unanswered = referrals ordered to be erased, and not answered yet: { $count } ({ $command })
status-held-back = referrals accepted, but who the person is waits for consent or protocol: { $count } ({ $command })
status-ask-person = referrals with another agency telling that consent is withdrawn: { $count }; ASK THE PERSON ({ $command })
status-dropped = referrals that { $agency } accepted and then dropped: { $count }
status-escalation = OVERDUE, told by { $by }: { $late } has not done this: { $clock }; noticed { $since }; { $case }, { $urgency }
status-not-taken = not taken, times: { $count }, last { $last }, { $problem }
status-alarm = ALARM { $agency }, times: { $count }, last { $last }, { $problem }

# NOMINATE
nominate-queued = queued for { $agency }
nominate-none = no service has been nominated yet
nominate-way = { $by } to { $to }

# the home folder and what every command starts from
home-unknown = there is no home folder for data
home-unknown-advice = name one with { $option }
actor-name = { $option } takes a name of 1 to { $max } printable characters
actor-name-advice = write the name that your colleagues know you by
cannot-start = cannot start: { $error }
input-too-long = { $file } is longer than { $max } bytes
input-too-long-advice = no form, card or protocol is as long: is it the right file?
output-failed = cannot write to standard output: { $error }; it was done all the same:
home-path-too-long = the path of { $home } is too long for a socket
home-path-too-long-advice = choose a folder whose path has at most { $max } bytes
home-without-agency = there is no agency in { $home }
home-without-agency-advice = make one with `{ $command }`, or name its folder with { $option }
home-cannot-look-at = cannot look at { $home }: { $error }
home-cannot-look-at-advice = check the path, the permissions and the free space of the disk
home-of-another = { $home } belongs to another user
home-of-another-advice = run ihala as the user who owns the folder, or name your own with { $option }
home-open-to-others = { $home } can be entered by other users
home-open-to-others-advice = close it first: { $command }
home-taken = an agency lives in { $home } already
home-taken-advice = use it as it is, or name another folder with { $option }
home-not-empty = { $home } is not an empty folder
home-not-empty-advice = name another folder with { $option }
home-cannot-create = cannot create { $home }: { $error }
home-cannot-create-advice = check the path, the permissions and the free space of the disk
home-cannot-sync = cannot sync { $home }: { $error }
home-cannot-sync-advice = check the path, the permissions and the free space of the disk
home-cannot-write = cannot write { $home }: { $error }
home-cannot-write-advice = check the path, the permissions and the free space of the disk
recovery-exists = the recovery file { $file } exists already
recovery-exists-advice = move it away, or name another with { $option }: it may be an agency's only copy

# init
init-name = a name has 1 to { $max } printable characters
init-name-advice = correct { $option }
init-not-an-address = `{ $address }` is not an address like { $example }
init-not-an-address-advice = correct { $option }
init-done = { $agency } has a home: { $home }
init-recovery = Move { $file } to another place now, such as a USB stick in a safe. It holds the next identity key: with it you can take your agency back if this machine is lost or robbed.
init-protected = The keys in this home are sealed with the passphrase: without it nobody can read anything here, you neither. Keep it where you keep other passwords, and away from this machine.
init-unprotected = The keys in this home have no passphrase. Whoever can read the disk can read everything: this is for tests and demonstrations. `ihala passphrase` gives them one.
recovery-words = Recovery file of { $agency } (Ihala).
    With this key the agency gets card number { $card }, when its machine is lost or robbed,
    or its data is restored from a backup. Whoever has it can take the agency over.
    Keep it away from the node, on paper or a USB stick in a safe; never in e-mail.
recovery-not-one = this is not a recovery file, or a symbol in it is wrong
recovery-not-one-advice = name the file that `ihala init` or the last `ihala card rotate` has written; if you typed it from paper, compare it group by group
recovery-of-another = this recovery file belongs to another agency
recovery-of-another-advice = name the one of this agency
recovery-used = this recovery file has been used: the card that it makes has been made
recovery-used-advice = name the file that the last `ihala card rotate` has written
recovery-not-next = this recovery file does not hold the key that the present card names
recovery-not-next-advice = name the file that `ihala init` or the last `ihala card rotate` has written
passphrase-ask = Passphrase:
passphrase-choose = Passphrase for the keys of this agency (at least { $min } characters; four or five words are good):
passphrase-again = The same again:
passphrase-differs = the two are not the same
passphrase-differs-advice = try again: nothing was changed
passphrase-one-fd = the old and the new passphrase cannot come from one file descriptor
passphrase-one-fd-advice = give two: `--passphrase-fd` and `--new-passphrase-fd`
passphrase-short = a passphrase has at least { $min } characters
passphrase-short-advice = take four or five words that do not belong together
passphrase-long = a passphrase has at most { $max } bytes
passphrase-long-advice = take a shorter one
passphrase-nobody = a passphrase is needed, and there is nobody to ask
passphrase-nobody-advice = give it with { $option }, or as the systemd credential `{ $credential }`
passphrase-needed = the keys of this home are protected by a passphrase
passphrase-needed-advice = give it at the prompt or with `--passphrase-fd`
passphrase-wrong = this is not the passphrase
passphrase-wrong-advice = try again; if nobody knows it any more, restore a backup with the recovery file
passphrase-changed = The keys have the new passphrase. A copy of the disk from before still opens with the old one.
passphrase-none = The keys have no passphrase any more: whoever can read the disk can read everything.
init-serve = Start the node: { $command }

# serve
serve-cannot-watch-parent = cannot watch the parent: { $error }
serve-cannot-watch-signals = cannot watch for signals: { $error }
serve-not-announced = `{ $address }` is not an address like { $example }
serve-not-announced-advice = correct { $option }
serve-not-an-address = `{ $address }` is not an address like { $example }
serve-not-an-address-advice = correct { $option }, or the file `listen` in the home
serve-cannot-listen = cannot listen on { $address }: { $error }
serve-cannot-listen-advice = stop the program that uses the port, or choose another with { $option }
serve-cannot-open = cannot open { $file }: { $error }
serve-cannot-open-advice = check the permissions; a path of more than { $max } bytes is too long for a socket
serve-ready = the node is ready; it listens on { $address }. Stop it with Ctrl-C.
serve-engine-ended = the engine ended unexpectedly: this is a bug
serve-engine-ended-advice = report the lines above to the makers of ihala, and start the node again
serve-network-ended = the network can no longer be used
serve-network-ended-advice = look at the lines above, then start the node again
serve-interface-ended = the local interface ended unexpectedly: this is a bug
serve-interface-ended-advice = report the lines above to the makers of ihala, and start the node again

# card
card-agency = agency id
card-fingerprint = fingerprint
card-card = card
card-statement = number { $number }, key statement of { $issued }
card-address = address
card-receive-key = receive key
card-key-until = { $suite } until { $day }
card-no-qr = cannot draw the QR code: { $error }
card-rotated = The agency has card number { $number }. Its fingerprint is the same; the old key is worth nothing to whoever has it.
card-recovery = Move { $file } to another place now: it holds the key after this one. { $old } has been used: destroy it.
card-peers = Start the node. Other agencies learn of the new card when they come into contact; nobody has to do anything there.
card-backup = Make a new backup now: those made before this card are not restored any more, and are to be deleted.
card-written = written to { $file }. Hand it to the other agency, then read the fingerprint to one another by phone.

# trust
trust-cannot-ask = { $json } cannot ask: the fingerprint is missing
trust-cannot-ask-advice = compare it by phone, then add { $option }
trust-compare = Call the agency on a number that you knew before, and have them read their fingerprint (`{ $command }`).
trust-confirm = Only if all fourteen groups agree, type yes:
trust-settled = { $agency } goes by this card from now on. What waited for that goes on.
trust-no-change = The trust list says what is in force already.
trust-in-force = These changes are in force.
trust-would = Nothing has changed yet. To let it take force: { $command }
trust-no-card = its card has not come yet: `ihala trust add CARD`
trust-open = open referrals with it: { $ids }
roster-name = a member needs a name
roster-name-advice = give one with --name
roster-no-seat = this is not the secret of a seat, or a symbol in it is wrong
roster-no-seat-advice = name the file that `ihala roster seat` has written
roster-not-seated = this seat has nothing to sign here
roster-not-seated-advice = `ihala roster show FILE` tells whose signatures are missing
roster-no-member = there is no such member on the roster
roster-no-member-advice = `ihala roster show FILE` lists them
roster-two-members = several members of the roster fit
roster-two-members-advice = give the whole name or the fingerprint: `ihala roster show FILE` lists them
roster-sign-confirm = Is this what was decided? Only then type yes:
roster-not-signed = this was not confirmed, so nothing was signed
roster-not-signed-advice = compare it with what the core group decided and try again; a script adds `--yes`
roster-signed-another-charter = this seat has signed another charter of version { $number }: two of them would split the network for good
roster-signed-another-charter-advice = let whoever keeps the file take in your first signature (`ihala roster merge`), and put the change into the next charter. Only if nobody else has the first one: `--again`
roster-signed-another-roster = this seat has signed another roster of version { $number }: two of them would alarm every member
roster-signed-another-roster-advice = let whoever keeps the file take in your first signature (`ihala roster merge`), and put the change into the next roster. Only if nobody else has the first one: `--again`
roster-other-draft = this copy holds other documents: its signatures are not for this file
roster-other-draft-advice = have its holder sign a copy of this file
roster-no-charter = the file holds no charter from the first one on
roster-no-charter-advice = begin with `ihala roster charter TOML --file FILE`
roster-until = a day is written like 2026-12-31
roster-until-advice = correct --until
roster-until-range = a charter or roster ends after today, and at most three years from now
roster-until-range-advice = correct its last day
roster-too-many = { $count } seats would change at once, and { $threshold } must sign: those who leave could go on as a network of their own
roster-too-many-advice = change fewer seats in one step, then the others
roster-seat-words = Secret of a seat in a core group (Ihala), held by { $name }.
    With it one signature is made of those that a charter or roster needs.
    Keep it off any node: on a USB stick in a safe, or on paper.
roster-seat-made = The secret of the seat stands in { $file }. This belongs into the charter:
roster-charter-words = The charter of a network: who decides about its roster.
    Each holder of a seat makes a key: ihala roster seat FILE --name NAME
    threshold: how many must sign; more than half, and more than change at once
    (seven seats of which four change every half year: five).
    Then: ihala roster charter THIS --file NETWORK, and ihala roster sign NETWORK --seat FILE
roster-charter = charter
roster-roster = roster
roster-version = version { $number }, until { $until }
roster-own-seats = signed by
roster-old-seats = by the seats before
roster-signed-by = { $count } of { $threshold } that must; missing: { $missing }
roster-signed = { $count } of { $threshold } that must
roster-complete = Everything is signed: it can be taken in.
roster-incomplete = Signatures are missing: it cannot be taken in yet.
roster-active = active
roster-suspended = suspended
roster-withdrawn = withdrawn
roster-members = active members
roster-not-yet = not yet
roster-ended = The roster or its charter ended more than two weeks ago: nothing new goes by it. Ask the core group for a new one.
roster-none = No network is followed.
roster-unfollowed = { $network } is not followed any more.
roster-let-go = It had suspended these, which are on our trust list: { $names }. Nothing stops them here now but that list: `ihala trust remove AGENCY`
roster-written = Written to { $file }.
roster-compare = Compare this fingerprint with the core group by phone, group by group. Is it the same?
roster-ours = this agency
roster-trusted = on our trust list
roster-not-trusted = not on our trust list
doctor-node = This node
status-trust-file = `trust.toml` was edited and is not in force as it reads now: `ihala trust check`
trust-not-confirmed = the fingerprint was not confirmed, so nothing was changed
trust-not-confirmed-advice = compare it by phone and try again
trust-added = { $agency } is trusted. What may be shared with it is for an information-sharing protocol to say.
trust-since = since { $time }
trust-nobody = nobody is trusted yet
trust-removed = { $agency } is no longer trusted: nothing more is taken from it or sent to it. What was exchanged stays.
trust-held = Messages that wait here for it: { $count }. They go out if you trust it again.

# isp
isp-as-it-travels = this is a protocol as it travels, not the text that people write
isp-as-it-travels-advice = see what it says with `{ $see }`; take it in with `{ $take_in }`
isp-good = the file is a protocol: { $title }
isp-id = id { $id }
isp-exported = written to { $file }: hand it to the other parties
isp-version = version { $version }
isp-until = until { $day }
isp-none = no protocol is known here yet
isp-confirm = "{ $title }" ends for ever between { $parties }; `{ $command }` can be taken back. Type yes to end it:
isp-not-confirmed = it was not confirmed, so nothing was changed
isp-not-confirmed-advice = type yes, or add { $option }
isp-waits = something still waits for a party's node: it goes out when that can be reached (`{ $command }`)
isp-written = written to { $file }: edit it together with the other agency, then
isp-head = { $title } (version { $version }): { $state }
isp-dates = in force from { $from } to { $until }
isp-terms-onward = for: { $purposes }; days kept after closing: { $days }; may be referred onward; to be reviewed { $review }
isp-terms = for: { $purposes }; days kept after closing: { $days }; may not be referred onward; to be reviewed { $review }
isp-emergency = emergency: to acknowledge within { $acknowledge } h, decide { $decide } h, serve { $serve } h, feed back { $feed_back } h
isp-urgent = urgent: to acknowledge within { $acknowledge } h, decide { $decide } h, serve { $serve } h, feed back { $feed_back } h
isp-routine = routine: to acknowledge within { $acknowledge } h, decide { $decide } h, serve { $serve } h, feed back { $feed_back } h
isp-focal-point = { $value } is told of what stays overdue (no case, no person)
isp-previous = takes the place of { $value }
isp-own-coded = own field { $path } ({ $kind }), coded: goes before anybody has accepted
isp-own-case = own field { $path } ({ $kind }), of the case
isp-own-identifying = own field { $path } ({ $kind }), identifying
isp-clause = clause { $clause }
isp-known-as = { $name } (known here as { $known })
isp-signed-on-paper = { $party }, { $id } has signed on paper: { $paper }
isp-signed = { $party }, { $id } has signed
isp-unsigned = { $party }, { $id } has not signed yet
isp-party-says = { $party }; and says: { $change }
isp-party-phone = { $party }; phone { $phone }
# isp explain
explain-may-go = This form may go to { $agency }, under { $isp } ({ $clauses }).
explain-in-two-stages = It goes in two stages: who the person is only after { $agency } has accepted.
explain-may-not-go = This form may not go to { $agency }.
explain-later = after the accept
explain-sent = sent
explain-withheld = withheld

# consent
consent-read-aloud = Read this aloud. Then write the answer into { $file } and record it:
consent-until = until { $day }
consent-none = no consent is recorded yet
consent-more = more: { $option }
consent-forgotten = consent { $id }: { $state }
consent-id = consent { $id }
consent-case-valid = case { $code }: { $state } (valid now)
consent-case-not-valid = case { $code }: { $state } (not valid now)
consent-read = { $given }, read in { $language }, from { $from } to { $until }
consent-interpreter = interpreter: { $value }
consent-witness = witness: { $value }
consent-because = because: { $value }
consent-authorised-by = authorised by: { $value }
consent-guardian = guardian: { $value }
consent-child = the child: { $value }
consent-caregiver-not-asked = caregiver not asked: { $value }
consent-basis = legal basis: { $value }
consent-purposes = for: { $purposes }
consent-onward = may be referred onward
consent-to = to { $agency }: { $fields }
consent-changed-again = { $at } { $state }: { $method }, read in { $language }
consent-changed-because = { $at } { $state }: { $why }
consent-changed = { $at } { $state }
# consent receipt, consent verify
receipt-written = written to { $file }: give it only where paper is safe
receipt-good = The signature is good. Signed by { $agency }, fingerprint { $fingerprint }: compare it by phone.
receipt-consent = consent { $consent }: { $state } when this was made, { $made }; legal basis: { $basis }
receipt-dates = from { $from } to { $until }
receipt-purposes = for: { $purposes }; read in { $language }
receipt-onward = they may refer the person on
receipt-recipient = to { $agency }: { $fields }
# consent slip
slip-phone = this is no telephone number
slip-phone-advice = { $option } takes one that gives nothing away when it is answered
slip-names-agency = a slip that names an agency tells where the person was, and an agency cannot hear complaints about itself
slip-names-agency-advice = { $option } takes somebody else: a hotline, an ombudsperson
# consent withdraw
withdraw-read = Read this to the person:
withdraw-confirm = If this is what they want, type yes:
withdraw-not-confirmed = it was not confirmed, so nothing was changed
withdraw-not-confirmed-advice = talk with the person, and try again
withdraw-would-stop = Sharing would end; nothing would be destroyed.
withdraw-stopped = Sharing has ended; nothing is destroyed.
withdraw-would-erase = This destroys, and cannot be undone:
withdraw-erasing = What was sent is being destroyed; each agency that has a node answers with a signed receipt.
withdraw-erased-here = What was received here is destroyed.
withdraw-told-to-erase = { $agency } is told to destroy what it got (referral { $referral })
withdraw-told-to-stop = { $agency } is told to stop sharing (referral { $referral })
withdraw-further = by way of it, the same to: { $agencies }
withdraw-here = here: { $what }
withdraw-answers = Who has answered: { $command }

# form
fill-cannot-ask = cannot ask: { $error }
fill-cannot-ask-advice = what was answered is in the file
fill-cannot-read = cannot read the answer: { $error }
fill-cannot-read-advice = what was answered is in the file; go on with it in an editor
form-no-own = this form is about a service: it goes under no protocol, and has no own fields
form-no-own-advice = leave { $option } out
form-unknown = there is no form of this name
form-unknown-advice = the forms are: { $forms }

# clock
clock-confirmed = confirmed: what is past its retention by now is destroyed

# audit
audit-head = leaves: { $leaves }, head { $head }
audit-verified = referrals folded again: { $referrals }, signatures verified: { $signatures }
audit-found = FOUND: { $what }
audit-fits = everything fits
audit-does-not-fit = something does not fit

# decode
decode-no-document = this is JSON, and no document of Ihala stands in it
decode-no-document-advice = name a vector: { $folder } has them
decode-not-cbor = this is no CBOR, no hexadecimal digits, and no file of Ihala
decode-not-cbor-advice = name a card, a protocol, a consent receipt or a vector
decode-unknown-document = the grammar has no document of this name
decode-unknown-document-advice = the names are those in { $file }: { $names }, ...
decode-not-this = the bytes are CBOR, but do not have the form of this document
decode-not-this-advice = leave { $option } out to see what the bytes hold

# vectors
vectors-none = no vector was found
vectors-none-advice = name { $folder }
vectors-fail = vectors that fail: { $failed } of { $checked }
vectors-fail-advice = the file was changed, or is of another version of the specification

# Errors (KEY-advice says what to do)
mistake = line { $line }: { $what }
file-mistakes = the file has mistakes
file-mistakes-advice = correct them and try again
file-missing = there is no file { $file }
file-missing-advice = check the path and the permissions
file-not-text = { $file } is not a text file in UTF-8
file-not-text-advice = save it as UTF-8, or name another file
file-unreadable = cannot read { $file }: { $error }
file-unreadable-advice = check the path and the permissions
file-exists = { $file } exists already
file-exists-advice = move it away, or name another file
file-unwritable = cannot write { $file }: { $error }
file-unwritable-advice = check the path, the permissions and the free space of the disk
not-running = the node is not running
not-running-advice = start it: { $command }
client-socket = cannot talk to the node: { $error }
client-socket-advice = look at the node's own output; before you repeat the command, check `ihala list`
client-stopped = the node stopped before it could answer, so this may not have been done
client-stopped-advice = look at the node's own output; before you repeat the command, check `ihala list`
client-not-an-answer = the answer is not one of this version: are node and command of the same version?
client-not-an-answer-advice = look at the node's own output; before you repeat the command, check `ihala list`
refused-by-peer = { $agency } refused it: { $rule }: { $sentence }
refused-by-peer-advice = { $advice }
audit-damaged = the audit found something that does not fit
audit-damaged-advice = keep the folder as it is for the investigation, and restore a backup elsewhere
store-in-use = another process uses the store of this home
store-in-use-advice = the node of this home is running already: stop it first
store-unsafe = { $error }
store-unsafe-advice = only the user who runs ihala may be able to read it
store-damaged = { $error }
store-damaged-advice = restore the folder from a backup; keep this one for the investigation
store-disk = { $error }
store-disk-advice = check the permissions and the free space of the disk
bug = this is a bug in ihala, or the store is damaged beyond what it can tell
bug-advice = report the lines above to the makers of ihala; keep the folder as it is
bad-command = { $told }
bad-command-advice = see `ihala --help`

# demo (its story is in English)
demo-cannot = the demo cannot { $what }: { $error }
demo-cannot-advice = check the ports and the permissions
demo-another-way = the demo went another way than it must: { $what }
demo-another-way-advice = this is a bug: report what stands above
demo-stopped = stopped before the end
demo-stopped-advice = run it again

# Help, and commands that make no sense
help-usage = Usage
help-arguments = Arguments
help-options = Options
help-commands = Commands
help-help = Print this help
help-version = Print the version
unknown-language = { $name }: the languages are en, tr, ar and es
help-possible-values = Possible values
help-default = default
help-aliases = also
exit-codes = Exit codes
exit-0 = done (queued for an agency that cannot be reached is done)
exit-1 = internal error: disk, port, permission
exit-2 = usage, or an input file with mistakes
exit-3 = refused by policy, consent or trust
exit-4 = not found
exit-5 = the node is not running
usage-missing = this is missing: { $arguments }
usage-unknown = there is no option or argument { $argument } here
usage-unknown-near = there is no option or argument { $argument } here; did you mean { $near }?
usage-no-command = a command is missing
usage-command = there is no command { $command }
usage-command-near = there is no command { $command }; did you mean { $near }?
usage-no-value = { $argument } needs a value
usage-value = { $argument } does not take { $value }
usage-value-of = { $argument } does not take { $value }, but one of: { $valid }
usage-conflict = { $argument } does not go with { $other }

backup-made = Backup written to { $file }: { $entries } entries, { $bytes } bytes.
backup-keep = Keep it on another machine. The recovery file alone opens it: keep that elsewhere again. Its last day is { $day }: delete it then, and make a new one long before.
backup-check = To see that a copy is whole: { $command }
backup-of = Backup of { $agency }, made at { $made }. Last day: { $day }.
    Fingerprint: { $fingerprint }
    Entries: { $entries }. It is opened by the recovery file of card { $card }.
backup-whole = It is whole and signed by this agency. To read everything in it too, give the recovery file: `--recovery`
backup-opened = It is whole, signed by this agency, and everything in it can be read.
backup-over = Its last day is over: it is not restored any more. Delete it.
restore-done = { $agency } is restored, in { $home }.
restore-original = If the node that the backup was made from can still run, stop it for good: all peers refuse it from now on. Never restore this backup a second time.
restore-check = Before you start it, look at `trust.toml`: it says what it said when the backup was made. Enter again what no other agency had received: a withdrawal above all.
restore-recovering = What came after the backup is told by the other agencies, as soon as they can be reached. Until then, what you share with one of them cannot be opened, and nothing is added to it. How far that is: { $command }
recovery-restored = This agency was restored at { $time }, from a backup of { $made }.
recovery-waits = These agencies have not told yet what came after it:
recovery-left-out = For these nobody waits any longer:
recovery-complete = Nothing is waited for.
status-superseded = This node was replaced: the agency was restored elsewhere, or its card rotated. Nothing leaves it any more; stop it for good.
recovery-leave-out-confirm = { $agency } alone may know of a withdrawal, or of an erasure. Leave it out? Type yes:
recovery-not-left-out = not left out: nothing has changed
recovery-not-left-out-advice = say it with `--yes`, or type yes when you are asked
recovery-other-card = this backup is opened by the recovery file of card { $card }; this one is of card { $has }
recovery-other-card-advice = name that one, or take a backup that was made later
