//! Kinds of message: what a payload is (`spec/delivery.md`, Message types).

/// A referral event.
pub const REFERRAL: u16 = 1;
/// A proposal, signature, amendment or end of an information-sharing protocol.
pub const ISP: u16 = 2;
/// A withdrawal of consent, or the answer to one.
pub const CONSENT: u16 = 3;
/// What was sent under a card that another one has replaced.
pub const SUCCESSION: u16 = 4;
/// An audit checkpoint, with its consistency proof. Never a receipt field: the
/// tree's size tells the total volume.
pub const AUDIT_CHECKPOINT: u16 = 5;
/// Something that stays overdue, told to a focal point.
pub const ESCALATION: u16 = 7;
/// A service that does not reach refugees, told to a coordination body.
pub const NOMINATION: u16 = 8;
/// What is asked of a peer after a restore: what came after the backup.
pub const RECOVERY: u16 = 9;
/// The answer: an account of it.
pub const ACCOUNT: u16 = 10;
/// A charter or roster.
pub const ROSTER: u16 = 6;
