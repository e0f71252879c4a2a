//! Protocols, consent receipts, replies.

use ihala_conformance::vector::{ConsentReceiptFile, IspFile, ReceivedReply, Vector};
use ihala_envelope::{AgencyId, Class, Digest, MessageId, Timestamp, cbor};
use ihala_protocol::consent::{ConsentId, ConsentReceipt, State};
use ihala_protocol::fields::Sensitivity;
use ihala_protocol::isp::{OwnCode, OwnField, OwnKind};
use ihala_protocol::{FieldId, Isp, Receipt, RefusalNotice, Reply};
use minicbor::bytes::ByteVec;

use crate::Folder;
use crate::world::{
    DAY, NOW, Party, bytes, centre, clinic, hospital, isp_toml, known, own_isp_toml, sign,
    signed_isp,
};

pub(crate) fn forge(folder: &mut Folder) {
    protocols(folder);
    receipts(folder);
    replies(folder);
}

/// Definitions of own fields that say what they cannot mean. No clause names any of them, so
/// that nothing else is wrong.
fn own_fields(refuse: &mut impl FnMut(&str, &str, &dyn Fn(&mut Isp))) {
    type Spoil<'s> = &'s dyn Fn(&mut Vec<OwnField>);
    let defined = Isp::from_toml(&own_isp_toml(&centre(), &clinic(), false)).unwrap();
    let of_kind = |own: &[OwnField], kind: OwnKind| -> usize {
        own.iter().position(|field| field.kind == kind).unwrap()
    };
    let cases: &[(&str, &str, Spoil<'_>)] = &[
        ("own-none", "a list of own fields has one", &|own| own.clear()),
        ("own-too-many", "at most 32", &|own| {
            let more = (0..33).map(|n| OwnField { name: format!("f{n:02}"), ..own[0].clone() });
            *own = more.collect();
        }),
        ("own-names-fall", "their names rise", &|own| own.reverse()),
        ("own-name-twice", "names are unique", &|own| own[1].name = own[0].name.clone()),
        ("own-name-capital", "names have no capitals", &|own| own[0].name = "Arrived".into()),
        ("own-name-empty", "a field has a name", &|own| own[0].name = String::new()),
        ("own-no-max", "a number says how great it may be", &|own| {
            let at = of_kind(own, OwnKind::Number);
            own[at].max = None;
        }),
        ("own-max-of-line", "a line has no greatest number", &|own| {
            let at = of_kind(own, OwnKind::Line);
            own[at].max = Some(1);
        }),
        ("own-no-codes", "a code is one of a list", &|own| {
            let at = of_kind(own, OwnKind::Code);
            own[at].codes = None;
        }),
        ("own-codes-of-flag", "yes or no is no list", &|own| {
            let at = of_kind(own, OwnKind::Flag);
            let codes = own[of_kind(own, OwnKind::Code)].codes.clone();
            own[at].codes = codes;
        }),
        ("own-codes-fall", "ids of codes rise", &|own| {
            let at = of_kind(own, OwnKind::Code);
            own[at].codes.as_mut().unwrap().reverse();
        }),
        ("own-code-0", "ids of codes begin with 1", &|own| {
            let at = of_kind(own, OwnKind::Code);
            own[at].codes.as_mut().unwrap()[0].id = 0;
        }),
        ("own-code-twice", "names of codes are unique", &|own| {
            let at = of_kind(own, OwnKind::Code);
            let codes = own[at].codes.as_mut().unwrap();
            codes[1].name = codes[0].name.clone();
        }),
        ("own-coded-line", "a line is never coded: it can single somebody out", &|own| {
            let at = of_kind(own, OwnKind::Line);
            own[at].sensitivity = Sensitivity::Coded;
        }),
        ("own-coded-number", "nor is a number", &|own| {
            let at = of_kind(own, OwnKind::Number);
            own[at].sensitivity = Sensitivity::Coded;
        }),
        ("own-label-empty", "it is called something in every language", &|own| {
            own[0].labels[2] = String::new();
        }),
        ("own-coded-many", "at most 8 are coded: many together single people out", &|own| {
            let coded = own[of_kind(own, OwnKind::Flag)].clone();
            let of = |n| OwnField { name: format!("f{n}"), ..coded.clone() };
            *own = (0..9).map(of).collect();
        }),
        ("own-coded-codes", "and such a list has at most 16 codes", &|own| {
            let at = of_kind(own, OwnKind::Code);
            let one = own[at].codes.as_ref().unwrap()[0].clone();
            let of = |n| OwnCode { id: n, name: format!("c{n}"), ..one.clone() };
            own[at].codes = Some((1..=17).map(of).collect());
        }),
        ("own-label-unseen", "a label can be seen", &|own| own[0].labels[1] = "\u{3164}".into()),
        ("own-label-joined", "nor hides anything", &|own| own[0].labels[0] = "a\u{2060}b".into()),
        ("own-label-figures", "a label has a letter", &|own| own[0].labels[3] = "12 - 3".into()),
        ("own-label-turned", "a label is a line", &|own| own[0].labels[0] = "a\u{202e}b".into()),
    ];
    for (name, comment, spoil) in cases {
        refuse(name, comment, &|isp| {
            isp.own = defined.own.clone();
            spoil(isp.own.as_mut().unwrap());
        });
    }
    refuse("own-elsewhere", "a clause names an own field that is not defined here", &|isp| {
        isp.clauses[0].fields.push(FieldId::Own(Digest([7; 32])));
    });
}

fn protocols(folder: &mut Folder) {
    let (sender, receiver) = (centre(), clinic());
    let toml = isp_toml(&sender, &receiver);
    let signed = signed_isp(&toml, &[&sender, &receiver]);
    let mut put = |name: &str, comment: &str, expect: &str, reader: &Party, file: Vec<u8>| {
        let accepted = expect == "accept";
        let (isp, _): (ByteVec, Vec<ByteVec>) = cbor::from_slice(&file).unwrap();
        let signers = match name {
            "accept" | "accept-own" => vec![sender.id(), receiver.id()],
            "accept-one-signature" => vec![sender.id()],
            _ => vec![],
        };
        let mut signers: Vec<_> = signers.into_iter().collect();
        signers.sort();
        let vector = IspFile {
            vector: "isp-file".into(),
            comment: comment.into(),
            expect: expect.into(),
            reader: reader.id().0.into(),
            cards: vec![sender.file().into(), receiver.file().into()],
            file: file.into(),
            digest: accepted.then(|| Digest::of(&isp).0.into()),
            signers: signers.into_iter().map(|s| s.0.into()).collect(),
        };
        folder.put("isp-file", name, Vector::IspFile(vector));
    };
    put("accept", "signed by both parties", "accept", &receiver, signed.to_stored());
    let own = signed_isp(&own_isp_toml(&sender, &receiver, true), &[&sender, &receiver]);
    put("accept-own", "with own fields of every kind", "accept", &receiver, own.to_stored());
    let one = signed_isp(&toml, &[&sender]);
    put(
        "accept-one-signature",
        "the receiver is still to sign",
        "accept",
        &receiver,
        one.to_stored(),
    );
    put(
        "isp-03-stranger",
        "taken in by an agency that is no party",
        "ISP-03",
        &hospital(),
        signed.to_stored(),
    );
    let of = |isp: &[u8], signatures: &[Vec<u8>]| {
        let signatures: Vec<ByteVec> = signatures.iter().map(|s| bytes(s)).collect();
        cbor::to_vec(&(bytes(isp), signatures))
    };
    let good = signed.isp().clone();
    let spoiled = |spoil: &dyn Fn(&mut Isp)| {
        let mut isp = good.clone();
        spoil(&mut isp);
        of(&isp.to_bytes(), &[])
    };
    let mut refuse = |name: &str, comment: &str, spoil: &dyn Fn(&mut Isp)| {
        put(&format!("isp-01-{name}"), comment, "ISP-01", &receiver, spoiled(spoil));
    };
    own_fields(&mut refuse);
    refuse("version-0", "versions are numbered from 1", &|isp| isp.version = 0);
    refuse("previous", "version 1 follows no other", &|isp| isp.previous = Some(Digest([1; 32])));
    refuse("no-previous", "version 2 names the one before", &|isp| isp.version = 2);
    refuse("parties-fall", "parties rise by id", &|isp| isp.parties.reverse());
    refuse("one-party", "at least two", &|isp| drop(isp.parties.pop()));
    refuse("no-purpose", "at least one", &|isp| isp.purposes.clear());
    refuse("no-clause", "at least one", &|isp| isp.clauses.clear());
    refuse("fields-fall", "fields rise", &|isp| isp.clauses[0].fields.reverse());
    refuse("repeated-label", "labels are unique", &|isp| {
        isp.clauses[1].label = isp.clauses[0].label.clone();
    });
    refuse("stranger", "a clause of an agency that is no party", &|isp| {
        isp.clauses[0].from = Some(AgencyId([7; 32]));
    });
    refuse("to-itself", "a clause from an agency to itself", &|isp| {
        isp.clauses[0].from = isp.clauses[0].to;
    });
    refuse(
        "contradiction",
        "two clauses that cover the same, and differ about the stages",
        &|isp| {
            isp.clauses[1].case_types = vec![2, 4];
        },
    );
    refuse("ends-first", "it ends before it begins", &|isp| isp.valid_until = isp.valid_from);
    refuse("late-review", "the review is after the end", &|isp| {
        isp.review = isp.valid_until.plus(1);
    });
    refuse("deadlines-fall", "the four times of an urgency rise", &|isp| {
        isp.deadlines = Some([[1, 4, 24, 72], [24, 48, 72, 71], [72, 168, 336, 720]]);
    });
    refuse("phone-of-stranger", "the phone of an agency that is no party", &|isp| {
        isp.phones =
            vec![ihala_protocol::isp::Phone { agency: AgencyId([7; 32]), number: "1".into() }];
    });
    refuse("two-lines", "a title of two lines", &|isp| isp.title = "a\nb".into());
    let body = |digest: Digest, party: &Party| {
        let mut e = minicbor::Encoder::new(Vec::new());
        e.map(4).unwrap().u8(1).unwrap().bytes(&digest.0).unwrap();
        e.u8(2).unwrap().bytes(&party.id().0).unwrap();
        e.u8(3).unwrap().bytes(&party.profile.cards().digest().0).unwrap();
        e.u8(4).unwrap().u64(NOW.0).unwrap();
        e.into_writer()
    };
    let isp = good.to_bytes();
    let class = Class::IspSignature;
    let forged = sign(9, class, &body(signed.digest(), &sender));
    put("isp-02-forged", "not signed by the party's key", "ISP-02", &receiver, of(&isp, &[forged]));
    let other = sign(1, class, &body(Digest([3; 32]), &sender));
    put(
        "isp-02-other-protocol",
        "the signature under another protocol",
        "ISP-02",
        &receiver,
        of(&isp, &[other]),
    );
    let stranger = sign(3, class, &body(signed.digest(), &hospital()));
    put(
        "isp-03-signed-by-stranger",
        "a signature of an agency that is no party",
        "ISP-03",
        &receiver,
        of(&isp, &[stranger]),
    );
    let wrong = sign(1, Class::Card, &body(signed.digest(), &sender));
    put("isp-02-other-class", "signed as a card", "ISP-02", &receiver, of(&isp, &[wrong]));
}

fn receipts(folder: &mut Folder) {
    let party = centre();
    let good = ConsentReceipt {
        agency: party.id(),
        card: party.profile.cards().digest(),
        consent: ConsentId([0xc0; 16]),
        state: State::Given,
        made: NOW,
        valid_from: Timestamp(NOW.0 - DAY),
        valid_until: Timestamp(NOW.0 + 30 * DAY),
        language: "ar".into(),
        purposes: vec![1],
        onward: false,
        recipients: vec![("Legal Clinic".into(), known(&[1, 2, 3, 6, 20]))],
        basis: 1,
        own: None,
    };
    let file = |seed: u8, class: Class, receipt: &ConsentReceipt| {
        let sign1 = sign(seed, class, &cbor::to_vec(receipt));
        cbor::to_vec(&(bytes(&party.file()), bytes(&sign1)))
    };
    let mut put = |name: &str, comment: &str, expect: &str, file: Vec<u8>| {
        let accepted = expect == "accept";
        let vector = ConsentReceiptFile {
            vector: "consent-receipt-file".into(),
            comment: comment.into(),
            expect: expect.into(),
            file: file.into(),
            agency: accepted.then(|| good.agency.0.into()),
            reference: accepted.then(|| good.consent.0.into()),
        };
        folder.put("consent-receipt-file", name, Vector::ConsentReceiptFile(vector));
    };
    let class = Class::ConsentReceipt;
    put("accept", "what the person agreed to", "accept", file(1, class, &good));
    put("con-07-forged", "not signed by the agency's key", "CON-07", file(9, class, &good));
    put("con-07-other-class", "signed as a message", "CON-07", file(1, Class::Message, &good));
    let isp = Isp::from_toml(&own_isp_toml(&centre(), &clinic(), true)).unwrap();
    let defined = isp.own()[..1].to_vec();
    let mut with_own = ConsentReceipt { own: Some(defined.clone()), ..good.clone() };
    with_own.recipients[0].1.push(defined[0].id());
    put("accept-own", "with the definition of an own field", "accept", file(1, class, &with_own));
    let unnamed = ConsentReceipt { own: Some(defined), ..good.clone() };
    let comment = "it defines a field that nobody may receive";
    put("con-07-own-unnamed", comment, "CON-07", file(1, class, &unnamed));
    let other = ConsentReceipt { agency: clinic().id(), ..good.clone() };
    put("con-07-other-agency", "in the name of another agency", "CON-07", file(1, class, &other));
    let other = ConsentReceipt { card: Digest([4; 32]), ..good.clone() };
    put(
        "con-07-other-card",
        "under a card that is not in the file",
        "CON-07",
        file(1, class, &other),
    );
}

fn replies(folder: &mut Folder) {
    let (me, by) = (centre(), clinic());
    let (message, digest) = (MessageId([5; 16]), Digest([6; 32]));
    let receipt = Receipt {
        message,
        digest,
        by: by.id(),
        card: by.profile.cards().digest(),
        to: me.id(),
        at: NOW,
        contiguous: 1,
        highest: 1,
        reduced: None,
    };
    let notice = RefusalNotice {
        message,
        digest,
        by: by.id(),
        card: by.profile.cards().digest(),
        to: me.id(),
        at: NOW,
        rule: "POL-04".into(),
    };
    let mut put = |name: &str, comment: &str, expect: &str, rule: Option<&str>, reply: Vec<u8>| {
        let vector = ReceivedReply {
            vector: "reply".into(),
            comment: comment.into(),
            expect: expect.into(),
            message: message.0.into(),
            digest: digest.0.into(),
            sender: me.id().0.into(),
            recipient: by.id().0.into(),
            card: by.profile.cards().digest().0.into(),
            identity_key: by.profile.cards().identity_key().as_bytes().into(),
            reply: reply.into(),
            rule: rule.map(str::to_owned),
        };
        folder.put("reply", name, Vector::Reply(vector));
    };
    let stored = |r: &Receipt, seed: u8, class: Class| {
        cbor::to_vec(&Reply::Receipt(sign(seed, class, &cbor::to_vec(r)).into()))
    };
    let refused = |n: &RefusalNotice, seed: u8| {
        cbor::to_vec(&Reply::Refusal(sign(seed, Class::Refusal, &cbor::to_vec(n)).into()))
    };
    let class = Class::Receipt;
    put("accept-receipt", "it is stored", "accept", None, stored(&receipt, 2, class));
    let reduced = Receipt { reduced: Some("POL-04".into()), ..receipt };
    put(
        "accept-reduced",
        "it is stored, without its content",
        "accept",
        Some("POL-04"),
        stored(&reduced, 2, class),
    );
    put("accept-refusal", "it will never be", "accept", Some("POL-04"), refused(&notice, 2));
    let mut refuse = |name: &str, comment: &str, reply: Vec<u8>| {
        put(&format!("del-08-{name}"), comment, "DEL-08", None, reply);
    };
    refuse("forged", "a receipt signed by somebody else", stored(&receipt, 9, class));
    refuse("other-class", "a receipt signed as a refusal", stored(&receipt, 2, Class::Refusal));
    let other = Receipt { message: MessageId([1; 16]), ..receipt.clone() };
    refuse("other-message", "about another message", stored(&other, 2, class));
    let other = Receipt { digest: Digest([1; 32]), ..receipt.clone() };
    refuse("other-digest", "about other bytes under the same id", stored(&other, 2, class));
    let other = Receipt { to: hospital().id(), ..receipt.clone() };
    refuse("other-sender", "to another agency", stored(&other, 2, class));
    let other = Receipt { by: hospital().id(), ..receipt.clone() };
    refuse("other-recipient", "in the name of another agency", stored(&other, 2, class));
    let other = Receipt { card: Digest([1; 32]), ..receipt.clone() };
    refuse("other-card", "under another card", stored(&other, 2, class));
    let other = Receipt { reduced: Some("a lie".into()), ..receipt };
    refuse("not-a-rule", "key 9 is no rule ID", stored(&other, 2, class));
    refuse("forged-refusal", "a refusal signed by somebody else", refused(&notice, 9));
    let other = RefusalNotice { rule: "because".into(), ..notice };
    refuse("refusal-not-a-rule", "key 7 is no rule ID", refused(&other, 2));
    let unsigned = cbor::to_vec(&Reply::NotStored("DEL-04".into()));
    refuse("unsigned", "a rule ID alone settles nothing: the message is sent again", unsigned);
    let statement = by.profile.signed_statement().to_vec();
    let statement = cbor::to_vec(&Reply::Statement(statement.into()));
    refuse("statement", "a key statement settles nothing: it is sealed anew", statement);
    refuse("no-reply", "bytes that are no reply", vec![0xff]);
    refuse("too-long", "longer than a reply may be", vec![0; 16_385]);
}
