//! Planted bugs: values that a run is given. The node is not built with them.

use ihala_engine::{Conduct, End, Honest};
use ihala_envelope::{Digest, Refusal, Timestamp};
use ihala_protocol::policy::{self, Disclosure, Permit, Question};
use ihala_protocol::referral::Progress;

macro_rules! bugs {
    ($($(#[$doc:meta])* $bug:ident = $name:literal breaks $($invariant:literal)|+,)*) => {
        /// One mistake.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Bug { $($(#[$doc])* $bug,)* }

        impl Bug {
            /// Every bug.
            pub const ALL: &'static [Self] = &[$(Self::$bug),*];

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$bug => $name),* }
            }

            /// The invariants that may notice it: any other noticed something else.
            pub const fn breaks(self) -> &'static [&'static str] {
                match self { $(Self::$bug => &[$($invariant),+]),* }
            }
        }
    };
}

bugs! {
    /// The receiver takes whatever it is sent.
    ReceiverSkipsPolicy = "receiver-skips-policy"
        breaks "what must be refused is refused"
            | "no agency holds what the table does not give it",
    /// A receipt leaves before what it speaks of is durable.
    ReceiptBeforeBarrier = "receipt-before-barrier"
        breaks "persist before send",
    /// A message leaves the queue when it is sent, not when it is receipted.
    OutboxClearedEarly = "outbox-cleared-before-receipt"
        breaks "no message is lost or doubled"
            | "no message is lost",
    /// A message that comes again is taken for new.
    ReplayAccepted = "replay-accepted"
        breaks "a message gets the same answer whenever it comes",
    /// Another message under a known id gets the receipt of the first.
    SameIdAccepted = "same-id-with-another-digest-accepted"
        breaks "what must be refused is refused",
    /// An order ends at the first agency.
    OrderNotPassedOn = "withdrawal-not-forwarded"
        breaks "what was erased cannot be read"
            | "a withdrawal reaches everyone"
            | "every agency answers an order to erase",
    /// What was promised is kept although consent was withdrawn.
    AcceptBeatsWithdrawal = "late-accept-beats-withdrawal"
        breaks "every agency answers an order to erase"
            | "what was erased cannot be read",
    /// Everything goes in the first stage.
    IdentityInStageOne = "identity-in-stage-one"
        breaks "no agency holds what the table does not give it",
    /// Deadlines count from what the sender says of the time.
    PeersClockTrusted = "peers-clock-trusted"
        breaks "deadlines are counted by one's own clock",
    /// An overwritten slot is there again after a crash.
    ErasedSlotComesBack = "erased-slot-comes-back"
        breaks "what was erased cannot be read",
    /// What is queued goes whatever happened since.
    QueuedPayloadLeaves = "queued-payload-leaves-after-withdrawal"
        breaks "no payload leaves after a withdrawal",
    /// What is destroyed by time is destroyed by one's own clock alone.
    OwnClockDestroys = "own-clock-destroys"
        breaks "a clock that jumps destroys nothing",
}

/// The conduct of an agency with this bug; of an honest one without.
pub(crate) struct Planted(pub(crate) Option<Bug>);

impl Planted {
    fn is(&self, bug: Bug) -> bool {
        self.0 == Some(bug)
    }
}

impl Conduct for Planted {
    fn judge(&self, end: End, question: &Question<'_>) -> Result<Permit, Refusal> {
        let blind = self.is(Bug::ReceiverSkipsPolicy) && end == End::Receiver;
        let eager = self.is(Bug::IdentityInStageOne);
        let mut permit = match question.disclosure {
            Disclosure::First if eager => {
                policy::decide(&Question { disclosure: Disclosure::Second, ..*question })
            }
            _ => policy::decide(question),
        };
        if blind {
            let all = Permit {
                fields: question.form.ids().collect(),
                later: Vec::new(),
                two_stages: false,
                withheld: Vec::new(),
                clauses: Vec::new(),
                notes: true,
                appointments: true,
            };
            return Ok(permit.map_or(all, |mut permit| {
                permit.withheld.clear();
                permit
            }));
        }
        if let Ok(permit) = &mut permit
            && eager
        {
            permit.fields = permit.all_fields();
            permit.later.clear();
        }
        permit
    }

    fn is_same(&self, known: &Digest, arrived: &Digest) -> bool {
        known == arrived || self.is(Bug::SameIdAccepted)
    }

    fn passes_on_orders(&self) -> bool {
        !self.is(Bug::OrderNotPassedOn)
    }

    fn obeys(&self, promised: Progress) -> bool {
        let kept = matches!(promised, Progress::Accepted | Progress::InProgress);
        !(kept && self.is(Bug::AcceptBeatsWithdrawal))
    }

    fn asks_before_sealing(&self) -> bool {
        !self.is(Bug::QueuedPayloadLeaves)
    }

    fn believes_the_time(&self, witnesses: usize) -> bool {
        self.is(Bug::OwnClockDestroys) || Honest.believes_the_time(witnesses)
    }

    fn starts_clocks(&self, ours: Timestamp, theirs: Timestamp) -> Timestamp {
        if self.is(Bug::PeersClockTrusted) { theirs } else { ours }
    }
}
