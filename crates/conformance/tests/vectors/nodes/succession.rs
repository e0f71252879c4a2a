//! An agency whose card was replaced, and questions about cards.

use ihala_conformance::vector::Script;
use ihala_envelope::{Draft, Personal};
use ihala_protocol::letter::{Outstanding, Succession};
use ihala_protocol::recovery::{Recovery, Upto};
use ihala_protocol::{CardChain, Profile, Question};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;
use crate::world::{next, receive, secret, statement};

/// The centre after it has replaced its card, with what both cards sign.
struct Rotated {
    profile: Profile,
    rng: ChaCha8Rng,
}

impl Rotated {
    fn new() -> Self {
        Self::to(0x77)
    }

    /// The same, with another key after the next one.
    fn to(after: u8) -> Self {
        let centre = centre();
        let after = secret(after).public();
        let cards: CardChain =
            centre.profile.cards().rotate(&secret(next(centre.seed)), &after).unwrap();
        let key = receive(centre.seed, centre.suite());
        let statement = statement(&cards, centre.name, &key);
        let profile = Profile::sign(cards, &statement, &secret(next(centre.seed))).unwrap();
        Self { profile, rng: ChaCha8Rng::from_seed([0x77; 32]) }
    }

    /// A letter of the centre under the card of a number.
    fn letter(&mut self, w: &Writer, card: u16, kind: u16, payload: Vec<u8>) -> SignedMessage {
        let seed = if card == 1 { centre().seed } else { next(centre().seed) };
        let mut body = w.letter(kind);
        body.card = *self.profile.cards().digest_of(card).unwrap();
        body.id.0[15] = u8::try_from(card).unwrap();
        let draft = Draft { body, payload: Personal::new(payload) };
        draft.sign(&secret(seed), &mut self.rng).unwrap()
    }

    /// A node that knows both cards.
    fn writer(&self) -> Writer {
        let mut given = clinic().given(&[], &[]);
        given.trusted = vec![cbor::to_vec(&self.profile).into()];
        Writer::of(given, Writer::new().isp)
    }
}

fn checkpoint() -> Vec<u8> {
    let checkpoint = Checkpoint { size: 1, root: Digest([1; 32]), since: 0, proof: vec![] };
    cbor::to_vec(&checkpoint)
}

pub(super) fn forge(folder: &mut Folder) {
    let mut centre = Rotated::new();
    let mut w = centre.writer();
    let old = centre.letter(&w, 1, kinds::AUDIT_CHECKPOINT, checkpoint());
    w.send("a letter under the first card, which the second has replaced", &old);
    w.finish(folder, "superseded", "whoever has the old key is not the agency", "CARD-09");

    let mut w = centre.writer();
    let new = centre.letter(&w, 2, kinds::AUDIT_CHECKPOINT, checkpoint());
    w.send("a letter under the second card: its sequence begins at 1", &new);
    w.finish(folder, "second-card", "under its present card an agency is heard", "accept");

    let mut w = centre.writer();
    let old = centre.letter(&w, 1, kinds::AUDIT_CHECKPOINT, checkpoint());
    w.send("a letter under the first card", &old);
    let told = Succession {
        card: *centre.profile.cards().digest_of(1).unwrap(),
        last: 1,
        digest: Some(old.digest()),
        outstanding: vec![Outstanding { seq: 1, digest: old.digest() }],
    };
    let letter = centre.letter(&w, 2, kinds::SUCCESSION, cbor::to_vec(&told));
    w.send("the agency names it as its own", &letter);
    w.send("the same letter again", &old);
    w.send("and once more: the answer is the same", &old);
    w.finish(folder, "outstanding", "what was under way when a key was rotated away", "accept");

    let mut w = Writer::new();
    let old = centre.letter(&w, 1, kinds::AUDIT_CHECKPOINT, checkpoint());
    w.send("a letter under the first card, the only one that is known", &old);
    w.hand_over("the agency tells its cards", Question::tell(&centre.profile).to_bytes().into());
    let told = Succession {
        card: *centre.profile.cards().digest_of(1).unwrap(),
        last: 0,
        digest: None,
        outstanding: vec![],
    };
    let letter = centre.letter(&w, 2, kinds::SUCCESSION, cbor::to_vec(&told));
    w.send("the agency has sent nothing under its first card: somebody else has", &letter);
    w.finish(
        folder,
        "excluded",
        "what a thief of the old key had sent: people are warned",
        "accept",
    );

    let mut w = centre.writer();
    let other = Rotated::to(0x78).profile;
    w.hand_over("another history of its cards", Question::tell(&other).to_bytes().into());
    let letter = centre.letter(&w, 2, kinds::AUDIT_CHECKPOINT, checkpoint());
    w.send("a letter under the card that was known first", &letter);
    w.finish(
        folder,
        "disputed",
        "until people have decided which history is the agency's",
        "CARD-11",
    );

    let mut w = centre.writer();
    let told = Succession {
        card: centre.profile.cards().digest(),
        last: 0,
        digest: None,
        outstanding: vec![],
    };
    let letter = centre.letter(&w, 2, kinds::SUCCESSION, cbor::to_vec(&told));
    w.send("a letter of succession about the present card", &letter);
    w.finish(folder, "succession-of-itself", "no card replaces itself", "DEL-09");

    let of = |card: Digest| Recovery { sent: vec![Upto { card, number: 0 }], came: vec![] };
    let told = of(centre.profile.cards().digest());
    let mut w = centre.writer();
    let letter = centre.letter(&w, 2, kinds::RECOVERY, cbor::to_vec(&told));
    w.send("a letter of recovery about the present card", &letter);
    w.finish(folder, "recovery-of-itself", "a backup is of an earlier card", "DEL-09");
    let told = of(*centre.profile.cards().digest_of(1).unwrap());
    let mut w = centre.writer();
    let letter = centre.letter(&w, 2, kinds::RECOVERY, cbor::to_vec(&told));
    w.send("a letter of recovery: the answer follows in letters", &letter);
    w.finish(folder, "recovery", "an agency was restored from a backup", "accept");

    let mut w = Writer::new();
    let letter = centre.letter(&w, 2, kinds::AUDIT_CHECKPOINT, checkpoint());
    w.send("a letter under a card that is not known yet", &letter);
    w.hand_over("the agency tells its cards", Question::tell(&centre.profile).to_bytes().into());
    w.send("the same letter again", &letter);
    w.finish(folder, "told", "who does not know the newest card is told", "accept");
    let mut w = centre.writer();
    let before = super::centre().profile;
    w.hand_over("somebody tells an older card", Question::tell(&before).to_bytes().into());
    let letter = centre.letter(&w, 2, kinds::AUDIT_CHECKPOINT, checkpoint());
    w.send("a letter under the newer one is taken", &letter);
    w.finish(folder, "told-older", "an older card changes nothing", "accept");

    let mut w = Writer::new();
    let about = hospital().id();
    w.hand_over(
        "a question about another agency",
        Question::Profile(about, None, 0).to_bytes().into(),
    );
    w.finish(folder, "question-about-another", "whom a node knows is nobody's business", "accept");
    for (name, comment, bytes) in [
        ("question-empty", "an empty array", vec![0x80]),
        (
            "question-unknown",
            "a question that this version does not know",
            vec![0x82, 0x18, 0x63, 0],
        ),
        (
            "question-longer",
            "a member too many",
            [&[0x85], &Question::Profile(about, None, 0).to_bytes()[1..], &[0]].concat(),
        ),
    ] {
        let mut w = Writer::new();
        w.hand_over(comment, bytes.into());
        assert!(matches!(w.script.last(), Some(Script::Received(_))));
        w.finish(folder, name, comment, "DEL-10");
    }
}
