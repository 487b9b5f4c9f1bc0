//! Dates and moments in ISO 8601: the one parser, for card files and comments, and the one writer.

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

    /// Reads a day of the calendar (`2025-08-14`, its midnight in UTC), or a day and a time with its offset from UTC
    /// (`2025-08-14T09:30Z`, `2025-08-14T09:30:00.5+02:00`). `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (day, time) = bytes.split_at_checked(10)?;
        let midnight = day_ms(day)?;
        let Some((b'T', time)) = time.split_first() else {
            return time.is_empty().then(|| Self::from_ms(midnight));
        };
        let (clock, offset) = match time {
            [clock @ .., b'Z'] => (clock, 0),
            [clock @ .., b'+', _, _, b':', _, _] => (clock, minutes(&time[clock.len() + 1..])?),
            [clock @ .., b'-', _, _, b':', _, _] => (clock, -minutes(&time[clock.len() + 1..])?),
            _ => return None,
        };
        Some(Self::from_ms(midnight + clock_ms(clock)? - offset * 60_000))
    }

    /// `2025-08-14T09:30:00.123Z`
    pub fn iso(self) -> String {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        let ms = self.0.rem_euclid(DAY);
        let mut out = String::with_capacity(24);
        for (number, width, after) in [
            (year, 4, '-'),
            (month, 2, '-'),
            (day, 2, 'T'),
            (ms / 3_600_000, 2, ':'),
            (ms / 60_000 % 60, 2, ':'),
            (ms / 1000 % 60, 2, '.'),
            (ms % 1000, 3, 'Z'),
        ] {
            let digits = number.to_string();
            (digits.len()..width).for_each(|_| out.push('0'));
            out.push_str(&digits);
            out.push(after);
        }
        out
    }
}

/// The milliseconds from 1970 to the midnight at which a day begins: `2025-08-14`.
fn day_ms(day: &[u8]) -> Option<i64> {
    if day[4] != b'-' || day[7] != b'-' {
        return None;
    }
    let (year, month, day) = (digits(&day[..4])?, digits(&day[5..7])?, digits(&day[8..])?);
    let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    exists.then(|| days_from_civil(year, month, day) * DAY)
}

/// `09:30`, `09:30:00` or `09:30:00.123` in milliseconds.
fn clock_ms(clock: &[u8]) -> Option<i64> {
    let (minute, rest) = clock.split_at_checked(5)?;
    let mut ms = minutes(minute)? * 60_000;
    let Some((b':', rest)) = rest.split_first() else { return rest.is_empty().then_some(ms) };
    let (second, fraction) = rest.split_at_checked(2)?;
    ms += digits(second).filter(|second| *second < 60)? * 1000;
    let Some((b'.', fraction)) = fraction.split_first() else { return fraction.is_empty().then_some(ms) };
    // Milliseconds are enough: further digits are read over, but must be digits.
    if !(1..=9).contains(&fraction.len()) {
        return None;
    }
    digits(fraction)?;
    for (unit, digit) in [100, 10, 1].into_iter().zip(fraction) {
        ms += unit * i64::from(digit - b'0');
    }
    Some(ms)
}

/// `09:30` in minutes.
fn minutes(text: &[u8]) -> Option<i64> {
    let (hour, minute) = (digits(text.get(..2)?)?, digits(text.get(3..)?)?);
    (text.len() == 5 && text[2] == b':' && hour < 24 && minute < 60).then_some(hour * 60 + minute)
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
        assert_eq!(Time::parse("2025-08-14T09:30-05:30"), Time::parse("2025-08-14T15:00:00Z"));
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
    fn dates_that_are_in_the_calendar() {
        for good in [
            "2025-08-14",
            "2024-02-29",
            "2000-02-29",
            "2025-08-14T09:30Z",
            "2025-08-14T09:30:00Z",
            "2025-08-14T23:59:59.123+02:00",
            "2025-08-14T23:59:59.123456789+02:00",
            "2025-08-14T00:00:00-05:30",
        ] {
            assert!(Time::parse(good).is_some(), "{good}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for bad in [
            "",
            "2025",
            "2025-08",
            "14-08-2025",
            "2025-8-14",
            "2025-13-01",
            "2025-00-01",
            "2025-02-29",
            "1900-02-29",
            "2025-04-31",
            "2025-08-00",
            "2025-08-14T",
            "2025-08-14TZ",
            "2025-08-14T09:30",
            "2025-08-14T24:00Z",
            "2025-08-14T09:60Z",
            "2025-08-14T09:30:60Z",
            "2025-08-14T09:30:00.Z",
            "2025-08-14 09:30Z",
            "2025-08-14t09:30z",
            "2025-08-14T09:30+2",
            "2025-08-14T09:30-0530",
            "2025-08-14T09:30+99:00",
            "２０２５-08-14",
            "2025-08-1é",
            "2025-08-14T09:3éZ",
            "2025-08-14T09é3:00Z",
            "2025-08-14T09:30:00.1234567890Z",
            "+025-08-14",
            "2025-00-10",
            "2025-08-14T9:30",
            "2025-08-14T9:30Z",
            "2025-08-14T09:30:00.x",
            "2025-08-14T09:30:00.xZ",
            "2025-08-14T09:30+aa",
            "14/08/2025",
            "日本語日本語",
            "2025-08-14T09:30:00+99:00",
            "2025-08-14T09:30:00Zjunk",
            "2025-08-14Z",
            "2025-08-14+02:00",
            "2025-08-14T09:30:00:00Z",
            "2025-08-14T09:30:00+02:00Z",
        ] {
            assert_eq!(Time::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn out_of_range_is_held_to_four_digits() {
        assert_eq!(Time::from_ms(i64::MAX).iso(), "9999-12-31T23:59:59.999Z");
        assert_eq!(Time::from_ms(i64::MIN).iso(), "0000-01-01T00:00:00.000Z");
    }
}
