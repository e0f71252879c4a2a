//! Planted bugs: values that a run is given. The node is not built with them.

use ihala_engine::{Conduct, End};
use ihala_envelope::{Digest, Refusal, Timestamp};
use ihala_protocol::policy::{self, Disclosure, Permit, Question};
use ihala_protocol::referral::Progress;

macro_rules! bugs {
    ($($(#[$doc:meta])* $bug:ident = $name:literal,)*) => {
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
        }
    };
}

bugs! {
    /// The receiver takes whatever it is sent.
    ReceiverSkipsPolicy = "receiver-skips-policy",
    /// A receipt leaves before what it speaks of is durable.
    ReceiptBeforeBarrier = "receipt-before-barrier",
    /// A message leaves the queue when it is sent, not when it is receipted.
    OutboxClearedEarly = "outbox-cleared-before-receipt",
    /// A message that comes again is taken for new.
    ReplayAccepted = "replay-accepted",
    /// Another message under a known id gets the receipt of the first.
    SameIdAccepted = "same-id-with-another-digest-accepted",
    /// An order ends at the first agency.
    OrderNotPassedOn = "withdrawal-not-forwarded",
    /// What was promised is kept although consent was withdrawn.
    AcceptBeatsWithdrawal = "late-accept-beats-withdrawal",
    /// Everything goes in the first stage.
    IdentityInStageOne = "identity-in-stage-one",
    /// Deadlines count from what the sender says of the time.
    PeersClockTrusted = "peers-clock-trusted",
    /// An overwritten slot is there again after a crash.
    ErasedSlotComesBack = "erased-slot-comes-back",
    /// What is queued goes whatever happened since.
    QueuedPayloadLeaves = "queued-payload-leaves-after-withdrawal",
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

    fn starts_clocks(&self, ours: Timestamp, theirs: Timestamp) -> Timestamp {
        if self.is(Bug::PeersClockTrusted) { theirs } else { ours }
    }
}
