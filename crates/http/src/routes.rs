//! The routes: each turns a request into one engine command.

mod backup;
mod trust;

use axum::extract::rejection::QueryRejection;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Path, Query};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use ihala_engine::{Actor, Answer, Command, Direction, Matter, Renew, Reported, Step};
use ihala_protocol::consent::State;
use ihala_protocol::labels::Language;
use ihala_protocol::letter::Change;
use ihala_protocol::referral::{EventKind, TaskStatus};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::sync::oneshot;

use crate::problem::Problem;
use crate::{ACTOR_HEADER, BODY_MAX, Desk, Request};

/// All routes.
pub fn router(desk: Desk) -> Router {
    Router::new()
        .route("/v1/status", get(async |ask: Ask| ask.of(Command::Status).await))
        .route("/v1/card", get(async |ask: Ask| ask.of(Command::CardShow).await))
        .route("/v1/trust", get(async |ask: Ask| ask.of(Command::TrustList).await).post(trust::add))
        .route(
            "/v1/diagnoses",
            get(async |ask: Ask| ask.of(Command::Doctor { agency: None }).await)
                .post(async |ask: Ask| ask.of(Command::Examine { agency: None }).await),
        )
        .route("/v1/diagnoses/{agency}", get(trust::doctor).post(trust::examine))
        .route(
            "/v1/networks",
            get(async |ask: Ask| ask.of(Command::RosterList).await).post(trust::roster_follow),
        )
        .route("/v1/network-files", post(trust::roster_take))
        .route("/v1/networks/{network}", get(trust::roster_show).delete(trust::roster_unfollow))
        .route("/v1/networks/{network}/file", get(trust::roster_export))
        .route("/v1/trust/settlement", post(trust::settle))
        .route("/v1/trust-list", post(trust::apply))
        .route("/v1/trust-list/check", post(trust::check))
        .route("/v1/trust/{agency}", delete(trust::remove).get(trust::show).post(trust::set))
        .route(
            "/v1/receivers",
            get(async |ask: Ask| ask.of(Command::PaperList).await).post(paper_add),
        )
        .route("/v1/isps/{isp}/paper-signature", post(paper_sign))
        .route("/v1/isps", get(async |ask: Ask| ask.of(Command::IspList).await).post(isp_draft))
        .route("/v1/isp-imports", post(isp_import))
        .route("/v1/isps/{isp}", get(isp_show).delete(isp_discard))
        .route("/v1/isps/{isp}/change", post(isp_change))
        .route("/v1/isps/{isp}/file", get(isp_export))
        .route("/v1/isps/{isp}/signature", post(isp_sign))
        .route("/v1/explanations", post(explain))
        .route("/v1/consents", get(consent_list).post(consent_record))
        .route("/v1/consents/{consent}/renewal", post(consent_renew))
        .route("/v1/consents/{consent}/end", post(consent_end))
        .route("/v1/consents/{consent}/receipt", get(consent_receipt))
        .route("/v1/consent-drafts", post(consent_draft))
        .route("/v1/consents/{consent}", get(consent_show))
        .route("/v1/consents/{consent}/withdrawal", post(withdraw))
        .route("/v1/clock/confirmation", post(async |ask: Ask| ask.of(Command::ConfirmClock).await))
        .route("/v1/referrals", get(list).post(refer))
        .route("/v1/referrals/{referral}", get(show))
        .route("/v1/referrals/{referral}/retention", post(retain).delete(retain_end))
        .route("/v1/referrals/{referral}/calls", post(called))
        .route("/v1/referrals/{referral}/report/{step}", post(report))
        .route("/v1/referrals/{referral}/{step}", post(step))
        .route("/v1/trust/{agency}/checkpoint", post(checkpoint))
        .route("/v1/nominations", get(nominations).post(nominate))
        .route("/v1/backups", post(backup::begin))
        .route("/v1/backups/{number}/next", post(backup::next))
        .route("/v1/recovery", get(async |ask: Ask| ask.of(Command::Recovery).await))
        .route("/v1/recovery/{agency}", delete(backup::leave_out))
        .route("/v1/audit/verification", post(async |ask: Ask| ask.of(Command::AuditVerify).await))
        .fallback(async || Problem::no_such_path().into_response())
        .method_not_allowed_fallback(async || Problem::no_such_path().into_response())
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .with_state(desk)
}

type Reply = Result<Json<Answer>, Problem>;

/// Who asks, and the way to the engine.
struct Ask {
    desk: Desk,
    actor: Actor,
    language: Language,
}

impl Ask {
    async fn of(self, command: Command) -> Reply {
        let (answer, answered) = oneshot::channel();
        let language = self.language;
        let request = Request { actor: self.actor, language, command, answer };
        self.desk.send(request).await.map_err(|_| Problem::stopped())?;
        let result = answered.await.map_err(|_| Problem::stopped())?;
        result.map(Json).map_err(|failure| Problem::of(&failure, language))
    }
}

impl FromRequestParts<Desk> for Ask {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Response> {
        let name = parts.headers.get(ACTOR_HEADER).map(|v| v.as_bytes());
        let name = name.and_then(|bytes| std::str::from_utf8(bytes).ok());
        let actor = name.and_then(Actor::new).ok_or_else(|| {
            let title = format!("the header {ACTOR_HEADER} must name who asks");
            Problem::invalid(title).into_response()
        })?;
        let accepts = parts.headers.get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
        let language = accepts.map_or(Language::default(), preferred);
        Ok(Self { desk: desk.clone(), actor, language })
    }
}

/// The first language of a list (RFC 9110 §12.5.4) that people are spoken to in. Who asks puts
/// the one they like best first: weights are not looked at.
fn preferred(accepts: &str) -> Language {
    let mut named = accepts.split(',').filter_map(|tag| Language::by_code(tag.trim().get(..2)?));
    named.next().unwrap_or_default()
}

/// A JSON body. What is wrong with one is told without quoting it.
struct Body<T>(T);

impl<T: DeserializeOwned> axum::extract::FromRequest<Desk> for Body<T> {
    type Rejection = Response;

    async fn from_request(request: axum::extract::Request, desk: &Desk) -> Result<Self, Response> {
        match Json::<T>::from_request(request, desk).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(_) => {
                let title = "the body is not the JSON object that this path takes, or is too long";
                Err(Problem::invalid(title).into_response())
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Toml {
    toml: String,
}

async fn isp_draft(ask: Ask, Body(Toml { toml }): Body<Toml>) -> Reply {
    ask.of(Command::IspDraft { toml }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    file: String,
}

async fn isp_import(ask: Ask, Body(File { file }): Body<File>) -> Reply {
    ask.of(Command::IspImport { file: file.into_bytes() }).await
}

async fn isp_show(ask: Ask, Path(isp): Path<String>) -> Reply {
    ask.of(Command::IspShow { isp }).await
}

async fn isp_export(ask: Ask, Path(isp): Path<String>) -> Reply {
    ask.of(Command::IspExport { isp }).await
}

async fn isp_sign(ask: Ask, Path(isp): Path<String>) -> Reply {
    ask.of(Command::IspSign { isp }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaperAdd {
    name: String,
    phone: String,
}

async fn paper_add(ask: Ask, Body(body): Body<PaperAdd>) -> Reply {
    let PaperAdd { name, phone } = body;
    ask.of(Command::PaperAdd { name, phone }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaperSign {
    party: String,
    paper: String,
}

async fn paper_sign(ask: Ask, Path(isp): Path<String>, Body(body): Body<PaperSign>) -> Reply {
    let PaperSign { party, paper } = body;
    ask.of(Command::PaperSign { isp, party, paper }).await
}

async fn isp_discard(ask: Ask, Path(isp): Path<String>) -> Reply {
    ask.of(Command::IspDiscard { isp }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IspChange {
    change: String,
}

async fn isp_change(ask: Ask, Path(isp): Path<String>, Body(body): Body<IspChange>) -> Reply {
    let change = match body.change.as_str() {
        "suspend" => Change::Suspended,
        "resume" => Change::Resumed,
        "terminate" => Change::Terminated,
        _ => return Err(Problem::invalid("a change is one of: suspend, resume, terminate")),
    };
    ask.of(Command::IspChange { isp, change }).await
}

async fn checkpoint(ask: Ask, Path(agency): Path<String>, Body(_): Body<Nothing>) -> Reply {
    ask.of(Command::Checkpoint { agency }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nominate {
    form: String,
    to: String,
}

async fn nominate(ask: Ask, Body(body): Body<Nominate>) -> Reply {
    ask.of(Command::Nominate { form: body.form, to: body.to }).await
}

async fn nominations(ask: Ask) -> Reply {
    ask.of(Command::Nominations).await
}

/// An empty object.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Explain {
    form: String,
    to: String,
    consent: Option<String>,
}

/// The person's language, if it is named.
fn language(code: Option<&str>) -> Result<Option<Language>, Problem> {
    let known = |code| {
        let language = Language::by_code(code);
        language.ok_or_else(|| Problem::invalid("a language is one of: en, tr, ar, es"))
    };
    code.map(known).transpose()
}

async fn explain(ask: Ask, Body(body): Body<Explain>) -> Reply {
    let Explain { form, to, consent } = body;
    ask.of(Command::Explain { form, to, consent }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentDraft {
    form: String,
    to: Vec<String>,
    language: Option<String>,
}

async fn consent_draft(ask: Ask, Body(body): Body<ConsentDraft>) -> Reply {
    let language = language(body.language.as_deref())?;
    let ConsentDraft { form, to, .. } = body;
    ask.of(Command::ConsentDraft { form, to, language }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    after: Option<String>,
    limit: Option<usize>,
}

async fn consent_list(ask: Ask, query: Result<Query<Page>, QueryRejection>) -> Reply {
    let Query(page) = query.map_err(|_| Problem::invalid("the query is not one of this path"))?;
    let limit = page.limit.unwrap_or(50);
    ask.of(Command::ConsentList { after: page.after, limit }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Renewal {
    until: String,
    method: String,
    language: Option<String>,
    interpreter: Option<String>,
    witness: Option<String>,
    #[serde(default)]
    person_was_asked: bool,
}

async fn consent_renew(ask: Ask, Path(consent): Path<String>, Body(body): Body<Renewal>) -> Reply {
    let Renewal { until, method, language, interpreter, witness, person_was_asked } = body;
    let renew = Renew { consent, until, method, language, interpreter, witness, person_was_asked };
    ask.of(Command::ConsentRenew(renew)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    /// `revoked` or `invalidated`.
    state: String,
    reason: String,
}

async fn consent_end(ask: Ask, Path(consent): Path<String>, Body(body): Body<End>) -> Reply {
    let state = match body.state.as_str() {
        "revoked" => State::Revoked,
        "invalidated" => State::Invalidated,
        _ => return Err(Problem::invalid("a consent ends as one of: revoked, invalidated")),
    };
    ask.of(Command::ConsentEnd { consent, state, reason: body.reason }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReceiptQuery {
    #[serde(default)]
    paper_is_safe: bool,
}

async fn consent_receipt(
    ask: Ask,
    Path(consent): Path<String>,
    query: Result<Query<ReceiptQuery>, QueryRejection>,
) -> Reply {
    let Query(query) = query.map_err(|_| Problem::invalid("the query is not one of this path"))?;
    let paper_is_safe = query.paper_is_safe;
    ask.of(Command::ConsentReceipt { consent, paper_is_safe }).await
}

async fn consent_record(ask: Ask, Body(Toml { toml }): Body<Toml>) -> Reply {
    ask.of(Command::ConsentRecord { toml }).await
}

async fn consent_show(ask: Ask, Path(consent): Path<String>) -> Reply {
    ask.of(Command::ConsentShow { consent }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Withdraw {
    from: Option<String>,
    /// Whether data is destroyed, or only sharing ends.
    erase: bool,
    /// Without it, the answer says what would happen, and nothing does.
    #[serde(default)]
    confirmed: bool,
    /// In which language to read it back; by default that of the consent.
    language: Option<String>,
}

async fn withdraw(ask: Ask, Path(consent): Path<String>, Body(body): Body<Withdraw>) -> Reply {
    let Withdraw { from, erase, confirmed, language } = body;
    let language = self::language(language.as_deref())?;
    ask.of(Command::Withdraw { consent, from, erase, confirmed, language }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Retain {
    basis: String,
    until: String,
}

async fn retain(ask: Ask, Path(referral): Path<String>, Body(body): Body<Retain>) -> Reply {
    let Retain { basis, until } = body;
    ask.of(Command::Retain { referral, basis, until }).await
}

async fn retain_end(ask: Ask, Path(referral): Path<String>) -> Reply {
    ask.of(Command::RetainEnd { referral }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refer {
    /// Empty in an onward referral that tells what came.
    #[serde(default)]
    form: String,
    to: Vec<String>,
    /// Empty for none: the answer is then CON-01, unless the referral goes onward.
    #[serde(default)]
    consent: String,
    #[serde(default)]
    dry_run: bool,
    onward_of: Option<String>,
    again: Option<String>,
    #[serde(default)]
    transfer: bool,
}

async fn refer(ask: Ask, Body(body): Body<Refer>) -> Reply {
    let Refer { form, to, consent, dry_run, onward_of, again, transfer } = body;
    let refer = ihala_engine::Refer { form, to, consent, dry_run, onward_of, again, transfer };
    ask.of(Command::Refer(refer)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListQuery {
    direction: Option<Direction>,
    status: Option<String>,
    matter: Option<String>,
    after: Option<String>,
    limit: Option<usize>,
}

async fn list(ask: Ask, query: Result<Query<ListQuery>, QueryRejection>) -> Reply {
    let Query(query) = query.map_err(|_| Problem::invalid("the query is not one of this path"))?;
    let status = query.status.as_deref().map(|name| {
        TaskStatus::by_name(name).ok_or_else(|| {
            let names: Vec<_> = TaskStatus::ALL.iter().map(|s| s.name()).collect();
            Problem::invalid(format!("a status is one of: {}", names.join(", ")))
        })
    });
    let matter = query.matter.as_deref().map(|name| {
        Matter::by_name(name).ok_or_else(|| {
            let names: Vec<_> = Matter::ALL.iter().map(|m| m.name()).collect();
            Problem::invalid(format!("a matter is one of: {}", names.join(", ")))
        })
    });
    ask.of(Command::List {
        direction: query.direction,
        status: status.transpose()?,
        matter: matter.transpose()?,
        after: query.after,
        limit: query.limit.unwrap_or(50),
    })
    .await
}

async fn show(ask: Ask, Path(referral): Path<String>) -> Reply {
    ask.of(Command::Show { referral }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepBody {
    code: Option<String>,
    note: Option<String>,
    at: Option<String>,
    #[serde(default)]
    safe_contact: bool,
    #[serde(default)]
    fields: Vec<String>,
    agency: Option<String>,
    form: Option<String>,
}

async fn step(
    ask: Ask,
    Path((referral, step)): Path<(String, String)>,
    Body(body): Body<StepBody>,
) -> Reply {
    let kind = EventKind::by_command(&step).filter(|kind| *kind != EventKind::Requested);
    let kind = kind.ok_or_else(|| Problem::invalid("there is no such step"))?;
    ask.of(Command::Step(body.step(referral, kind))).await
}

impl StepBody {
    fn step(self, referral: String, kind: EventKind) -> Step {
        let Self { code, note, at, safe_contact, fields, agency, form } = self;
        let report = None;
        Step { referral, kind, code, note, at, safe_contact, fields, agency, report, form }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Called {
    with: String,
    said: Option<String>,
}

async fn called(ask: Ask, Path(referral): Path<String>, Body(body): Body<Called>) -> Reply {
    let Called { with, said } = body;
    ask.of(Command::Called { referral, with, said }).await
}

#[derive(Deserialize)]
struct ReportBody {
    said_by: String,
    how: String,
    when: Option<String>,
    #[serde(flatten)]
    step: StepBody,
}

/// A step of a receiver without a node.
async fn report(
    ask: Ask,
    Path((referral, step)): Path<(String, String)>,
    Body(body): Body<ReportBody>,
) -> Reply {
    let kind = EventKind::by_command(&step).or_else(|| EventKind::by_name(&step));
    let kind = kind.ok_or_else(|| {
        Problem::invalid("there is no such step: `ihala show ID` names those that can be reported")
    })?;
    let ReportBody { said_by, how, when, step } = body;
    let reported = Reported { said_by, how, at: when };
    let step = Step { report: Some(reported), ..step.step(referral, kind) };
    ask.of(Command::Step(step)).await
}
