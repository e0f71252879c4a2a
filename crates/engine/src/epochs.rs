//! Receive keys in epochs: made ahead of time, published, destroyed when nothing that is
//! sealed to them can still come (`spec/identity.md`, Receive keys).

use ihala_envelope::{Kid, ReceiveSecret, Suite, Timestamp};
use ihala_protocol::CardChain;
use ihala_protocol::limits::CLOCK_SKEW;
use ihala_protocol::statement::{PublishedKey, Statement};
use ihala_store::StoreError;
use ihala_store::keystore::{ReceiveEpoch, Ring};
use rand_core::CryptoRng;

use crate::engine::{Trouble, Work};

const DAY: u64 = 86_400;
/// For how long a key of an epoch is used, in seconds.
pub(crate) const EPOCH: u64 = 7 * DAY;
/// Keys of epochs that are published: the present one and two ahead.
const AHEAD: usize = 3;
/// For how long a fallback key is used.
pub(crate) const FALLBACK: u64 = 90 * DAY;
/// A fallback key is replaced by the next one after this, so that whoever has not heard of us
/// for two months still has one that is in date.
pub(crate) const FALLBACK_RENEWED: u64 = 28 * DAY;
/// For how long an envelope may be under way, beyond the last second in which it may be sealed.
pub(crate) const UNDER_WAY: u64 = 14 * DAY;
/// What the clock rule forbids to destroy is tried again after this.
const TRY_AGAIN: u64 = DAY;

/// When a secret may be destroyed: nothing that was sealed to it can still come.
pub(crate) fn ends(epoch: &ReceiveEpoch) -> Timestamp {
    epoch.not_after.plus(UNDER_WAY + CLOCK_SKEW)
}

/// The keys that are to be published at `now`, and those that have to be made for that.
pub(crate) struct Plan {
    pub(crate) publish: Vec<PublishedKey>,
    pub(crate) make: Vec<ReceiveEpoch>,
    /// When there is something to do again.
    pub(crate) next: Timestamp,
}

impl Plan {
    /// Looks at the keys that may be published.
    pub(crate) fn of(
        ring: &[ReceiveEpoch],
        suite: Suite,
        now: Timestamp,
        rng: &mut dyn CryptoRng,
    ) -> Self {
        let mut plan = Self { publish: Vec::new(), make: Vec::new(), next: Timestamp::MAX };
        let mut at = now;
        for place in 0..AHEAD {
            let in_date =
                |e: &&ReceiveEpoch| !e.fallback && e.not_before <= at && at <= e.not_after;
            let known = ring.iter().filter(in_date).max_by_key(|e| e.not_after);
            let epoch = known.cloned().unwrap_or_else(|| {
                // A sender's clock may be behind.
                let from = if place == 0 { at.0.saturating_sub(CLOCK_SKEW) } else { at.0 };
                plan.make_epoch(Timestamp(from), at.plus(EPOCH - 1), false, suite, rng)
            });
            if place == 0 {
                plan.next = epoch.not_after.plus(1);
            }
            at = epoch.not_after.plus(1);
            plan.publish.push(published(&epoch));
        }
        let fresh = |e: &&ReceiveEpoch| {
            e.fallback && e.not_before <= now && now < e.not_before.plus(FALLBACK_RENEWED)
        };
        let known = ring.iter().filter(fresh).max_by_key(|e| e.not_after).cloned();
        let fallback = known.unwrap_or_else(|| {
            let from = Timestamp(now.0.saturating_sub(CLOCK_SKEW));
            plan.make_epoch(from, now.plus(FALLBACK - 1), true, suite, rng)
        });
        plan.next = plan.next.min(fallback.not_before.plus(FALLBACK_RENEWED));
        plan.publish.push(published(&fallback));
        plan
    }

    fn make_epoch(
        &mut self,
        not_before: Timestamp,
        not_after: Timestamp,
        fallback: bool,
        suite: Suite,
        rng: &mut dyn CryptoRng,
    ) -> ReceiveEpoch {
        let secret = ReceiveSecret::generate(suite, rng);
        let epoch = ReceiveEpoch { secret, not_before, not_after, fallback };
        self.make.push(epoch.clone());
        epoch
    }
}

/// What is told of a key.
pub(crate) fn published(epoch: &ReceiveEpoch) -> PublishedKey {
    PublishedKey {
        key: epoch.secret.public(),
        not_before: epoch.not_before,
        not_after: epoch.not_after,
        fallback: epoch.fallback,
    }
}

/// What there is to do about receive keys, and when.
#[derive(Default)]
pub(crate) struct Schedule {
    /// When the keys are looked at again.
    next: Option<Timestamp>,
    /// Not before this is destruction tried again.
    not_before: Option<Timestamp>,
    /// Secrets that are destroyed when this batch is durable.
    pub(crate) destroy: Vec<Kid>,
}

impl Schedule {
    /// What the keys that are published ask for.
    pub(crate) fn of(published: &[PublishedKey]) -> Self {
        let next = published.iter().map(|key| match key.fallback {
            false => key.not_after.plus(1),
            true => key.not_before.plus(FALLBACK_RENEWED),
        });
        Self { next: next.min(), ..Self::default() }
    }

    /// What could not be agreed on may be now.
    pub(crate) fn try_again(&mut self) {
        self.not_before = None;
    }

    /// When there is something to do.
    pub(crate) fn due(&self, ring: &dyn Ring) -> Option<Timestamp> {
        let destroy = ring.all().iter().map(ends).min();
        let destroy = destroy.map(|at| self.not_before.map_or(at, |not_before| not_before.max(at)));
        [self.next, destroy].into_iter().flatten().min()
    }
}

impl Work<'_> {
    /// Makes and publishes keys that are due, and notes those that may be destroyed.
    pub(crate) fn keys_if_due(&mut self) -> Result<(), Trouble> {
        // None is in date, too, when a clock that was ahead has been put right.
        let in_date =
            |k: &PublishedKey| !k.fallback && k.not_before <= self.now && self.now <= k.not_after;
        let none = !self.directory.me.statement().keys.iter().any(in_date);
        if none || self.schedule.next.is_none_or(|next| next <= self.now) {
            self.renew_keys(None)?;
        }
        if self
            .schedule
            .not_before
            .is_some_and(|at| self.now < at && at <= self.now.plus(TRY_AGAIN))
        {
            return Ok(());
        }
        self.schedule.not_before = None;
        let over = |e: &&ReceiveEpoch| ends(e) <= self.now;
        let over: Vec<(Kid, Timestamp)> =
            self.ring.all().iter().filter(over).map(|e| (e.secret.kid(), ends(e))).collect();
        for (kid, end) in over {
            if self.clock_agrees(end)? {
                self.schedule.destroy.push(kid);
            } else {
                self.schedule.not_before = Some(self.now.plus(TRY_AGAIN));
            }
        }
        Ok(())
    }

    /// When the last receive secret is destroyed that opens what was captured until now.
    pub(crate) fn captured_until(&self) -> Option<Timestamp> {
        let used = self.ring.all().iter().filter(|epoch| epoch.not_before <= self.now);
        used.map(ends).max().map(|end| end.min(Timestamp::MAX))
    }

    /// Publishes the keys of this time. Under a new card they are all made anew.
    pub(crate) fn renew_keys(&mut self, successor: Option<CardChain>) -> Result<(), Trouble> {
        let old = self.directory.me.statement().clone();
        let suite = old.keys.first().map_or(Suite::Hpke9, |key| key.key.suite());
        // A key that was published no more never is again.
        let is_public = |e: &&ReceiveEpoch| old.keys.iter().any(|k| k.key.kid() == e.secret.kid());
        let ring: Vec<ReceiveEpoch> = match successor {
            Some(_) => Vec::new(),
            None => self.ring.all().iter().filter(is_public).cloned().collect(),
        };
        let plan = Plan::of(&ring, suite, self.now, self.rng);
        // The secret is there before anybody is told of the key.
        for epoch in plan.make {
            self.ring.add(epoch, self.rng)?;
        }
        self.schedule.next = Some(plan.next);
        if successor.is_none() && old.keys == plan.publish {
            return Ok(());
        }
        let (cards, seq) = match successor {
            Some(cards) => (cards, 1),
            None => (self.directory.me.cards().clone(), old.seq + 1),
        };
        let (card, keys) = (cards.digest(), plan.publish);
        let statement = Statement { card, seq, issued: self.now, keys, ..old };
        self.publish(cards, &statement)
    }
}

impl From<Trouble> for StoreError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Stop(error) => error,
            Trouble::Failure(_) => Self::Damaged("what our own node signs"),
        }
    }
}
