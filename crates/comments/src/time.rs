//! A moment, as milliseconds since 1970 inside and ISO 8601 outside.

const DAY: i64 = 86_400_000;
/// 0000-01-01T00:00:00Z and 9999-12-31T23:59:59.999Z: what ISO 8601 can write in four digits.
const RANGE: (i64, i64) = (-62_167_219_200_000, 253_402_300_799_999);

/// A moment: milliseconds since 1970-01-01T00:00:00Z. Written and read as ISO 8601.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(i64);

impl Time {
    /// The moment so many milliseconds after 1970; held within the years 0 to 9999.
    pub fn from_ms(ms: i64) -> Self {
        Self(ms.clamp(RANGE.0, RANGE.1))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn ms(self) -> i64 {
        self.0
    }

    /// Reads `2025-08-14`, `2025-08-14T09:30Z`, `2025-08-14T09:30:00.123+02:00`. A time without a zone is
    /// UTC. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let date = date.as_bytes();
        if date[4] != b'-' || date[7] != b'-' {
            return None;
        }
        let (year, month, day) = (digits(&date[..4])?, digits(&date[5..7])?, digits(&date[8..])?);
        if !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
            return None;
        }
        let midnight = days_from_civil(year, month, day) * DAY;
        if rest.is_empty() {
            return Some(Self::from_ms(midnight));
        }
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let zone_at = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
        let (clock, zone) = rest.split_at(zone_at);
        Some(Self::from_ms(midnight + clock_ms(clock)? - zone_ms(zone)?))
    }

    /// `2025-08-14T09:30:00.123Z`.
    pub fn iso(self) -> String {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        let ms = self.0.rem_euclid(DAY);
        let (hour, minute, second) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", ms % 1000)
    }
}

/// `09:30`, `09:30:00` or `09:30:00.123` in milliseconds.
fn clock_ms(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut parts = whole.split(':');
    let hour = two(parts.next()?)?;
    let minute = two(parts.next()?)?;
    let second = parts.next().map_or(Some(0), two)?;
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    // Milliseconds are enough: further digits are read over, but must be digits.
    let mut ms = 0;
    for (place, digit) in [100, 10, 1].into_iter().zip(fraction.bytes()) {
        ms += place * digits(&[digit])?;
    }
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(((hour * 60 + minute) * 60 + second) * 1000 + ms)
}

/// `Z`, nothing, `+02:00` or `-0530` in milliseconds east of UTC.
fn zone_ms(text: &str) -> Option<i64> {
    if text.is_empty() || text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let hours = two(text.get(1..3)?)?;
    let minutes = text.get(3..)?;
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let minutes = if minutes.is_empty() { 0 } else { two(minutes)? };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60_000)
}

fn two(text: &str) -> Option<i64> {
    if text.len() == 2 { digits(text.as_bytes()) } else { None }
}

fn digits(bytes: &[u8]) -> Option<i64> {
    bytes.iter().try_fold(0, |sum, b| b.is_ascii_digit().then(|| sum * 10 + i64::from(b - b'0')))
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970 of a date in the Gregorian calendar: years are counted from March, so that the day
/// that comes and goes is the last one.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The other way round.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::Time;

    #[test]
    fn known_moments() {
        assert_eq!(Time::parse("1970-01-01"), Some(Time(0)));
        assert_eq!(Time::parse("2000-03-01T00:00:00Z"), Some(Time(951_868_800_000)));
        assert_eq!(Time::parse("2025-08-14T09:30:00.5+02:00"), Time::parse("2025-08-14T07:30:00.500Z"));
        assert_eq!(Time::parse("2025-08-14T09:30-0530"), Time::parse("2025-08-14T15:00:00Z"));
        assert_eq!(Time(1_755_156_600_123).iso(), "2025-08-14T07:30:00.123Z");
        assert_eq!(Time(-1).iso(), "1969-12-31T23:59:59.999Z");
    }

    #[test]
    fn every_day_of_800_years_comes_back() {
        for day in -200_000..100_000 {
            let time = Time(day * super::DAY + 1);
            assert_eq!(Time::parse(&time.iso()), Some(time));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "2025",
            "2025-8-14",
            "2025-02-29",
            "2025-13-01",
            "2025-00-10",
            "2025-08-14T",
            "2025-08-14T9:30",
            "2025-08-14T24:00Z",
            "2025-08-14T09:30:00.x",
            "2025-08-14T09:30+aa",
            "14/08/2025",
            "日本語日本語",
            "2025-08-14T09:30:00+99:00",
            "2025-08-14T09:30:00Zjunk",
        ] {
            assert_eq!(Time::parse(text), None, "{text}");
        }
    }

    #[test]
    fn out_of_range_is_held_to_four_digits() {
        assert_eq!(Time::from_ms(i64::MAX).iso(), "9999-12-31T23:59:59.999Z");
        assert_eq!(Time::from_ms(i64::MIN).iso(), "0000-01-01T00:00:00.000Z");
    }
}
