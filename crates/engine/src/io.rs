//! Everything that goes into the engine, and everything that comes out.

use ihala_envelope::{AgencyId, MessageId, Refusal, Rule, TransportId};
use ihala_protocol::Mistake;
use ihala_protocol::consent::State;
use ihala_protocol::labels::{Language, Sentence};
use ihala_protocol::leak::Leak;
use ihala_protocol::letter::Change;
use ihala_protocol::referral::{EventKind, TaskStatus};
use ihala_protocol::rules::LEAK;
use ihala_store::StoreError;

use crate::agenda::Matter;
use crate::contacts::{HomeState, LinkTrouble};
use crate::views::{self, Direction};
use crate::words::say;

/// Ties an answer to its question. Chosen by the caller.
pub type Token = u64;

/// The staff member who gives a command. Kept in the audit, never sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor(String);

impl Actor {
    /// Longest name of an actor, in characters.
    pub const MAX: usize = 64;

    /// A name of 1 to [`Self::MAX`] printable characters.
    pub fn new(name: &str) -> Option<Self> {
        let name = name.trim();
        let fits = (1..=Self::MAX).contains(&name.chars().count());
        (fits && !name.chars().any(char::is_control)).then(|| Self(name.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What reaches the engine.
pub enum Input {
    /// A person asks for something.
    Command {
        /// Where the answer goes.
        token: Token,
        /// Who asks.
        actor: Actor,
        /// In which language they are answered.
        language: Language,
        /// What for.
        command: Box<Command>,
    },
    /// An envelope or a question arrived.
    Received {
        /// Where the reply goes.
        token: Token,
        /// The envelope or question.
        bytes: Vec<u8>,
    },
    /// A reply to an envelope that we sent.
    Replied {
        /// The agency it was sent to.
        to: AgencyId,
        /// The message in it.
        message: MessageId,
        /// The reply.
        bytes: Vec<u8>,
    },
    /// An envelope could not be handed over.
    SendFailed {
        /// The agency it was for.
        to: AgencyId,
        /// The message in it.
        message: MessageId,
    },
    /// The answer to a question of ours.
    Answered {
        /// The agency that was asked.
        of: AgencyId,
        /// The question's number.
        number: u64,
        /// What it answered.
        bytes: Vec<u8>,
    },
    /// A question was not answered.
    NotAnswered {
        /// The agency that was asked.
        of: AgencyId,
        /// The question's number.
        number: u64,
    },
    /// A peer can be reached.
    PeerUp(TransportId),
    /// A peer can no longer be reached.
    PeerDown(TransportId),
    /// There is no usable connection to a peer.
    Trouble(TransportId, LinkTrouble),
    /// Our own node can be reached at these addresses.
    Listening(Vec<String>),
    /// How the file of the trust list reads now. What is not in force in it must not be
    /// overwritten.
    TrustFile(String),
    /// How the home is kept.
    Home(HomeState),
    /// The time that an [`Output::WakeAt`] named has come.
    Tick,
}

/// What people can ask for. Forms and notes are personal, so it does not print.
#[expect(missing_docs, reason = "the fields are those of the CLI, documented there")]
pub enum Command {
    /// State of the node.
    Status,
    /// Our own card file.
    CardShow,
    /// Trust the agency of a card file.
    TrustAdd { card: Vec<u8>, fingerprint: String, petname: Option<String> },
    /// Why agencies cannot be reached: one, or all on the trust list.
    Doctor { agency: Option<String> },
    /// The same, and what can be found out by sending is: what waits goes again, a checkpoint
    /// where nothing does. What comes of it, the next [`Self::Doctor`] tells.
    Examine { agency: Option<String> },
    /// The trust list.
    TrustList,
    /// One trusted agency, by any name it goes by.
    TrustShow { agency: String },
    /// Say something else of an agency on the trust list.
    TrustSet(TrustSet),
    /// What another text of the trust list would change; with `apply`, it takes force.
    TrustFile { toml: String, apply: bool },
    /// Follow a network, by its charters.
    RosterFollow { file: Vec<u8>, fingerprint: String, name: Option<String> },
    /// Take in charters and a roster of a network that is followed.
    RosterTake { file: Vec<u8> },
    /// Follow a network no more.
    RosterUnfollow { network: String },
    /// The networks that are followed.
    RosterList,
    /// One of them: who belongs to it, and what has changed.
    RosterShow { network: String },
    /// The file of charters and roster of a network.
    RosterExport { network: String },
    /// Of two histories of an agency's cards, the one of this file is the agency's.
    TrustSettle { card: Vec<u8> },
    /// Stop trusting an agency.
    TrustRemove { agency: String },
    /// Take down a receiver without a node.
    PaperAdd { name: String, phone: String },
    /// All receivers without a node.
    PaperList,
    /// Record that a party without a node has signed a protocol on paper.
    PaperSign { isp: String, party: String, paper: String },
    /// Take a protocol in, unsigned.
    IspDraft { toml: String },
    /// Sign a protocol.
    IspSign { isp: String },
    /// Suspend, resume or terminate a protocol, and tell the other parties.
    IspChange { isp: String, change: Change },
    /// Forget a proposal that we have not signed.
    IspDiscard { isp: String },
    /// Tell an agency now how far our audit tree has come.
    Checkpoint { agency: String },
    /// The file of a protocol.
    IspExport { isp: String },
    /// Take in a protocol with its signatures.
    IspImport { file: Vec<u8> },
    /// All protocols.
    IspList,
    /// One protocol.
    IspShow { isp: String },
    /// What of a form a protocol lets go to an agency.
    Explain { form: String, to: String, consent: Option<String> },
    /// The text to read to a person.
    ConsentDraft { form: String, to: Vec<String>, language: Option<Language> },
    /// Record what the person answered.
    ConsentRecord { toml: String },
    /// One consent record.
    ConsentShow { consent: String },
    /// All consents held here.
    ConsentList { after: Option<String>, limit: usize },
    /// The person says yes again.
    ConsentRenew(Renew),
    /// Somebody else ends a consent (`Revoked`), or finds that it was never one (`Invalidated`).
    ConsentEnd { consent: String, state: State, reason: String },
    /// A signed receipt of a consent.
    ConsentReceipt { consent: String, paper_is_safe: bool },
    /// End a consent: what would happen, or, confirmed, do it.
    Withdraw {
        consent: String,
        from: Option<String>,
        erase: bool,
        confirmed: bool,
        language: Option<Language>,
    },
    /// Keep what a referral brought in spite of an order to erase.
    Retain { referral: String, basis: String, until: String },
    /// Keep it no longer on that basis.
    RetainEnd { referral: String },
    /// Confirm that this node's clock is right, so that time may destroy data.
    ConfirmClock,
    /// Refer a person.
    Refer(Refer),
    /// The worklist.
    List {
        direction: Option<Direction>,
        status: Option<TaskStatus>,
        matter: Option<Matter>,
        after: Option<String>,
        limit: usize,
    },
    /// One referral.
    Show { referral: String },
    /// A step in a referral.
    Step(Step),
    /// Record a call about a referral.
    Called { referral: String, with: String, said: Option<String> },
    /// Tell an agency of a service that does not reach refugees.
    Nominate { form: String, to: String },
    /// What was nominated, here or to us.
    Nominations,
    /// Recompute the audit tree and the chains.
    AuditVerify,
    /// Begin a backup, whose last day is so many days away.
    BackupBegin { days: u32 },
    /// The next piece of the file.
    BackupNext { number: u64 },
    /// What is still to be told after a restore.
    Recovery,
    /// Wait no longer for an agency that has not told.
    RecoveryLeaveOut { agency: String },
}

/// What is said of an agency on the trust list; what is left out stays.
#[derive(Clone, Debug, Default)]
pub struct TrustSet {
    /// The agency, by any name it goes by.
    pub agency: String,
    /// What to call it.
    pub name: Option<String>,
    /// Whether people may be referred to it.
    pub send: Option<bool>,
    /// Whether it may refer people to us.
    pub receive: Option<bool>,
    /// Names of case types; `all` for all.
    pub case_types: Option<Vec<String>>,
    /// Whether it may do without post-quantum encryption.
    pub thin: Option<bool>,
    /// For people; empty for none.
    pub notes: Option<String>,
}

/// A person says yes again.
#[derive(Default)]
pub struct Renew {
    /// The consent.
    pub consent: String,
    /// The last day.
    pub until: String,
    /// Name of a consent method.
    pub method: String,
    /// The language in which the text was read; that of the first time, if left out.
    pub language: Option<String>,
    /// The interpreter's name.
    pub interpreter: Option<String>,
    /// The witness's name.
    pub witness: Option<String>,
    /// Another agency was told that it is withdrawn, and the person was asked.
    pub person_was_asked: bool,
}

/// A new referral.
#[derive(Default)]
pub struct Refer {
    /// The form.
    pub form: String,
    /// The receivers.
    pub to: Vec<String>,
    /// The consent; for an onward referral, empty means the one it came under.
    pub consent: String,
    /// Only tell what would go.
    pub dry_run: bool,
    /// The referral that came in and goes onward with this one.
    pub onward_of: Option<String>,
    /// Why it goes to an agency that has held the request before: name of a reason.
    pub again: Option<String>,
    /// Whether responsibility for the case moves with the accept.
    pub transfer: bool,
}

/// A step in a referral.
#[derive(Clone)]
pub struct Step {
    /// The referral: its id or the start of it.
    pub referral: String,
    /// Which step.
    pub kind: EventKind,
    /// Name of a code of the step's list.
    pub code: Option<String>,
    /// Text beside the answer.
    pub note: Option<String>,
    /// The time of an appointment, RFC 3339 with its offset.
    pub at: Option<String>,
    /// The safe-contact obligations are acknowledged.
    pub safe_contact: bool,
    /// Fields that are asked for: paths or groups.
    pub fields: Vec<String>,
    /// Where to try instead.
    pub agency: Option<String>,
    /// A step of a receiver without a node, as reported.
    pub report: Option<Reported>,
    /// An answer's form; without one, what the sender's own form holds.
    pub form: Option<String>,
}

/// Who told us of a step, and how.
#[derive(Clone)]
pub struct Reported {
    /// Who said it.
    pub said_by: String,
    /// Name of a contact method.
    pub how: String,
    /// When, RFC 3339 with its offset; now, if it is left out.
    pub at: Option<String>,
}

impl Step {
    /// A step with nothing beside it.
    pub fn plain(referral: impl Into<String>, kind: EventKind) -> Self {
        Self {
            referral: referral.into(),
            kind,
            code: None,
            note: None,
            at: None,
            safe_contact: false,
            fields: Vec::new(),
            agency: None,
            report: None,
            form: None,
        }
    }
}

/// Why a command was not carried out. Nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The input does not make sense.
    Invalid {
        /// What is wrong, and what to do.
        what: Sentence,
        /// The mistakes in a file, if it was a file.
        mistakes: Vec<Mistake>,
    },
    /// A document that was handed in does not validate.
    Malformed(Refusal),
    /// A rule forbids it.
    Refused {
        /// The rule.
        refusal: Refusal,
        /// How that came about, where the rule alone does not tell.
        because: Option<Box<Sentence>>,
        /// What else can be done: of an emergency, whom to phone, and what may be said
        /// without a name.
        way: Option<Box<Sentence>>,
    },
    /// There is no such thing.
    NotFound(Sentence),
}

impl Failure {
    pub(crate) const fn invalid(what: Sentence) -> Self {
        Self::Invalid { what, mistakes: Vec::new() }
    }

    pub(crate) fn refused(rule: &'static Rule, because: Sentence) -> Self {
        Self::Refused { refusal: rule.refuse(), because: Some(Box::new(because)), way: None }
    }
}

impl From<Leak> for Failure {
    fn from(leak: Leak) -> Self {
        let Leak { path, at, tells } = leak;
        let told = say("leak").with("path", path).with("at", at).with("tells", tells);
        Self::refused(&LEAK, told)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { refusal, because: None, way: None }
    }
}

/// What a command gives back.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant is the view of the command of its name")]
pub enum Answer {
    Status(views::Status),
    Card(views::Card),
    Agency(views::Agency),
    Agencies(views::Agencies),
    TrustChanges(views::TrustChanges),
    Doctor(views::Doctor),
    Networks(views::Networks),
    Roster(Box<views::RosterView>),
    PaperReceivers(views::PaperReceivers),
    Isp(views::Isp),
    Isps(views::Isps),
    File(views::File),
    Explanation(views::Explanation),
    ConsentDraft(views::ConsentDraft),
    Consent(Box<views::Consent>),
    Consents(views::Consents),
    Withdrawal(views::Withdrawal),
    Referred(views::Referred),
    List(views::List),
    Nominations(views::Nominations),
    Referral(Box<views::Referral>),
    Audit(views::AuditReport),
    Recovery(views::Recovery),
    Backup(views::Backup),
    BackupPart(views::BackupPart),
}

/// A node that may connect, and where it can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The node.
    pub transport: TransportId,
    /// Its addresses (multiaddr).
    pub addresses: Vec<String>,
}

/// What the engine wants done.
#[derive(Debug)]
pub enum Output {
    /// The answer to a command.
    Answer {
        /// The command's token.
        token: Token,
        /// What it gave.
        result: Box<Result<Answer, Failure>>,
    },
    /// The reply to an envelope or question.
    Reply {
        /// Its token.
        token: Token,
        /// The reply.
        bytes: Vec<u8>,
    },
    /// Hand an envelope to a node.
    Send {
        /// The agency it is for.
        to: AgencyId,
        /// The message in it.
        message: MessageId,
        /// The node to hand it to.
        via: TransportId,
        /// The envelope.
        bytes: Vec<u8>,
    },
    /// Hand a question to a node.
    Ask {
        /// The agency that is asked.
        of: AgencyId,
        /// The question's number: comes back with the answer.
        number: u64,
        /// The node to hand it to.
        via: TransportId,
        /// The question.
        bytes: Vec<u8>,
    },
    /// The trust list has this text now: its file is to have it too, before any answer goes.
    TrustList(String),
    /// These nodes, and no others, may connect.
    Peers(Vec<Peer>),
    /// Send a [`Input::Tick`] at this time.
    WakeAt(ihala_envelope::Timestamp),
}

impl Output {
    /// Where nobody is there to answer a question, what to tell the engine, so that what waits
    /// for the answer goes on.
    pub fn unanswered(&self) -> Option<Input> {
        match self {
            Self::Ask { of, number, .. } => Some(Input::NotAnswered { of: *of, number: *number }),
            _ => None,
        }
    }
}

/// The store failed: the process must end.
#[derive(Debug, thiserror::Error)]
#[error("the store failed, so the node stops: {0}")]
pub struct Stop(#[from] pub StoreError);
