//! The disk fails: nothing leaves, and what was durable is whole.

use ihala_engine::{Command, Input, Output};

use crate::world::{Agency, CENTRE, CLINIC, FORM, World, refer_command};

/// Whether an output tells anyone outside that something was stored.
fn promises(outputs: &[Output]) -> bool {
    outputs
        .iter()
        .any(|o| matches!(o, Output::Answer { .. } | Output::Reply { .. } | Output::Send { .. }))
}

#[test]
fn no_receipt_leaves_when_the_write_or_the_barrier_fails() {
    for fail_after in [0, 1] {
        let mut world = World::new();
        world.refer();
        let envelope = world.wire.remove(0);
        let before = world.agencies[CLINIC].store.durable();
        world.agencies[CLINIC].store.with(|w| w.fail_after = Some(fail_after));
        let input = Input::Received { token: 7, bytes: envelope.bytes.clone() };
        let stopped = world.agencies[CLINIC].handle(vec![input], world.now);
        assert!(stopped.is_err());
        world.agencies[CLINIC].store.with(|w| w.fail_after = None);
        assert_eq!(world.agencies[CLINIC].store.durable(), before);
    }
}

#[test]
fn a_failure_at_any_operation_loses_nothing_that_was_promised() {
    for fail_after in 0..6 {
        let mut world = World::new();
        let consent = world.consent("\"request\"", "2026-07-01");
        world.agencies[CENTRE].store.with(|w| w.fail_after = Some(fail_after));
        let mut promised = 0;
        for _ in 0..4 {
            let command = refer_command(FORM, &consent);
            let input = Agency::command(command);
            match world.agencies[CENTRE].handle(vec![input], world.now) {
                Ok(outputs) => promised += usize::from(promises(&outputs)),
                Err(_) => break,
            }
        }
        let durable = world.agencies[CENTRE].store.durable();
        let referrals = durable.iter().filter(|(key, _)| key[0] == b'R').count();
        assert_eq!(referrals, promised, "with a failure after {fail_after} operations");
    }
}

#[test]
fn a_removed_audit_leaf_or_event_is_noticed() {
    for letter in *b"UE" {
        let mut world = World::new();
        world.refer();
        world.deliver_all();
        let clinic = &mut world.agencies[CLINIC];
        let key = clinic.store.durable().into_iter().map(|(k, _)| k).find(|k| k[0] == letter);
        let mut store = clinic.store.clone();
        ihala_store::Store::apply(&mut store, &[(key.unwrap(), None)].into()).unwrap();
        let report = clinic.engine.audit().unwrap();
        assert!(!report.ok && report.findings[0].contains("missing"), "{:?}", report.findings);
        let answer = clinic.json(Command::AuditVerify);
        assert_eq!(answer["ok"], false);
    }
}
