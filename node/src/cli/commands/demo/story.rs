//! The story as it is told: chapters, lines, quotations. Silent with `--json`.

use crate::cli::output::say;

pub(crate) struct Story {
    aloud: bool,
}

impl Story {
    pub(crate) fn new(aloud: bool) -> Self {
        Self { aloud }
    }

    pub(crate) fn chapter(&mut self, title: &str) {
        self.say(&format!("\n{title}\n{}", "-".repeat(title.chars().count())));
    }

    pub(crate) fn say(&mut self, line: &str) {
        if self.aloud {
            say(line.trim_end());
        }
    }

    pub(crate) fn quote(&mut self, text: &str) {
        for line in text.lines() {
            self.say(&format!("  | {line}"));
        }
    }
}

/// A number with commas between thousands.
pub(crate) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
