//! Every limit of the documents, in one place.

/// Longest single line of text in a form, in characters.
pub const LINE_MAX: usize = 200;
/// Longest free text in a form, in characters.
pub const TEXT_MAX: usize = 4_000;
/// Longest note beside an answer, in characters.
pub const NOTE_MAX: usize = 1_000;
/// Longest input file that a person hands in (a form, a protocol), in bytes.
pub const TOML_MAX: usize = 262_144;
/// Most parties of one information-sharing protocol.
pub const PARTIES_MAX: usize = 64;
/// Most clauses of one information-sharing protocol.
pub const CLAUSES_MAX: usize = 256;
/// Longest canonical information-sharing protocol, in bytes.
pub const ISP_MAX: usize = 49_152;
/// Most own fields of a protocol, and of a form.
pub const OWN_MAX: usize = 32;
/// Most codes of an own field.
pub const OWN_CODES_MAX: usize = 64;
/// Most own fields of a protocol that are coded: many short lists together single people out.
pub const OWN_CODED_MAX: usize = 8;
/// Most codes of an own field that is coded.
pub const OWN_CODED_CODES_MAX: usize = 16;
/// Most purposes or fields of a consent's scope.
pub const SCOPE_ITEMS_MAX: usize = 256;
/// Most recipients of one consent.
pub const RECIPIENTS_MAX: usize = 32;
/// Most names, addresses, peer ids or receive keys in a key statement.
pub const STATEMENT_ITEMS_MAX: usize = 16;
/// Longest name or address in a key statement, in bytes.
pub const STATEMENT_TEXT_MAX: usize = 256;
/// Most additions to the protocol that a key statement lists.
pub const FEATURES_MAX: usize = 64;
/// Most fields that one question asks for.
pub const ASK_MAX: usize = 64;
/// Most agencies that can have handed a request on.
pub const HOPS_MAX: usize = 16;
/// Most events in one referral's chain by one author.
pub const CHAIN_MAX: u32 = 256;
/// Places of a chain that are kept for orders to stop and erase, and their answers.
pub const CHAIN_RESERVED: u32 = 16;
/// Longest armored file (card, protocol), in bytes.
pub const ARMOR_MAX: usize = 262_144;
/// Longest part of an account of what two agencies exchanged, in bytes.
pub const ACCOUNT_PART_MAX: usize = 49_152;
/// Most parts of one account: what is more is asked for again.
pub const ACCOUNT_PARTS_MAX: u32 = 512;
/// Longest reply to an envelope, in bytes.
pub const REPLY_MAX: usize = 98_304;
/// A message from further in the future than this is refused, in seconds.
pub const CLOCK_SKEW: u64 = 3_600;
/// Seconds for which a consent or a protocol holds at most: longer is a slip of the pen.
pub const VALID_MAX: u64 = 10 * 366 * 86_400;
