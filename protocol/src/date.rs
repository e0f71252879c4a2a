//! Calendar dates and times for people. UTC throughout; no clock is read.

use ihala_envelope::Timestamp;
use jiff::civil::Date;

const DAY: u64 = 86_400;

/// First second of a date in UTC; years before 1970 give 1970.
pub fn start_of(date: Date) -> Timestamp {
    let days = date.duration_since(jiff::civil::date(1970, 1, 1)).as_secs() / 86_400;
    Timestamp(u64::try_from(days).unwrap_or(0) * DAY)
}

/// Last second of a date in UTC.
pub fn end_of(date: Date) -> Timestamp {
    start_of(date).plus(DAY - 1)
}

/// A date as in ISO 8601.
pub fn parse_day(text: &str) -> Option<Date> {
    crate::text::parse_date(text.trim())
}

/// A time with its offset from UTC, as in RFC 3339; before 1970 or after 9999 there is none.
pub fn parse(text: &str) -> Option<Timestamp> {
    let time: jiff::Timestamp = text.trim().parse().ok()?;
    u64::try_from(time.as_second()).ok().map(Timestamp).filter(|t| *t <= Timestamp::MAX)
}

/// `2026-01-31 14:05:09Z`.
pub fn show(time: Timestamp) -> String {
    let second = time.0.min(Timestamp::MAX.0) % DAY;
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{} {hour:02}:{minute:02}:{second:02}Z", show_day(time))
}

/// `2026-01-31 14:05 UTC`, as people read it.
pub fn show_minute(time: Timestamp) -> String {
    format!("{} UTC", &show(time)[..16])
}

/// The day of a time in UTC.
pub fn day_of(time: Timestamp) -> Date {
    // A civil date, not jiff's timestamp: that one ends some hours before year 9999 does.
    let days = i64::try_from(time.0.min(Timestamp::MAX.0) / DAY).expect("days of 8,030 years");
    jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(days)
}

/// `2026-01-31`.
pub fn show_day(time: Timestamp) -> String {
    day_of(time).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_starts_and_ends() {
        let date = jiff::civil::date(2026, 1, 31);
        assert_eq!(show(start_of(date)), "2026-01-31 00:00:00Z");
        assert_eq!(show(end_of(date)), "2026-01-31 23:59:59Z");
        assert_eq!(show_day(Timestamp::MAX), "9999-12-31");
        assert_eq!(parse("2026-01-31T02:00:00+02:00"), Some(start_of(date)));
        assert_eq!(parse("2026-01-31 14:00"), None, "without an offset it could be any time");
    }
}
