//! What may go, or be kept, in a referral that stands: by the protocol version under which
//! it was made, and by the newest one that both have signed (ISP-07).

use ihala_envelope::{AgencyId, Refusal};
use ihala_protocol::SignedIsp;
use ihala_protocol::policy::{Permit, Question};

use crate::conduct::End;
use crate::engine::Work;

impl Work<'_> {
    /// Whether all of it may, by both versions.
    pub(crate) fn judge_whole(
        &self,
        end: End,
        isp: &SignedIsp,
        with: &AgencyId,
        question: &Question<'_>,
    ) -> Result<(), Refusal> {
        self.conduct.judge(end, question)?.whole()?;
        match self.directory.newest(isp, with, self.now) {
            Some(newer) => {
                let under_it = Question { isp: newer.isp(), ..*question };
                self.conduct.judge(end, &under_it)?.whole()
            }
            None => Ok(()),
        }
    }

    /// What of it may go, by both versions: what the newer one forbids would only be
    /// destroyed at the other end.
    pub(crate) fn permit_now(
        &self,
        isp: &SignedIsp,
        with: &AgencyId,
        question: &Question<'_>,
    ) -> Result<Permit, Refusal> {
        let mut permit = self.conduct.judge(End::Sender, question)?;
        if let Some(newer) = self.directory.newest(isp, with, self.now) {
            let under_it = Question { isp: newer.isp(), ..*question };
            let newer = self.conduct.judge(End::Sender, &under_it)?;
            permit.fields.retain(|id| newer.fields.contains(id));
        }
        Ok(permit)
    }
}
