//! `card::parse`: what is read, and how what cannot be read is reported.

use summary_card_card::{ErrorCode, LineColumn, ParseError, limits, parse};

fn error(text: &str) -> ParseError {
    parse(text).unwrap_err()
}

fn at(line: usize, column: usize) -> LineColumn {
    LineColumn { line, column }
}

const LEAST: &str = r#"{ "version": 1, "id": "a", "headline": "A", "abstract": ["A."] }"#;

#[test]
fn a_card_is_read() {
    let card = parse(include_str!("../fixtures/bridge.json")).unwrap();
    assert_eq!(card.claims[1].evidence[0].prefix.as_deref(), Some("“"));
    assert_eq!(card.stances[2].parts.len(), 2);
    // Written and read again it is the same.
    assert_eq!(parse(&serde_json::to_string(&card).unwrap()).unwrap(), card);
}

#[test]
fn a_byte_order_mark_and_unknown_fields_are_passed_over() {
    assert!(parse(&format!("\u{feff}{LEAST}")).is_ok());
    assert!(parse(&LEAST.replace("\"id\"", "\"new\": {}, \"id\"")).is_ok());
}

#[test]
fn the_last_of_two_fields_with_one_name_counts_as_in_a_browser() {
    let card = parse(&LEAST.replace("\"A\"", "\"A\", \"headline\": \"B\"")).unwrap();
    assert_eq!(card.headline, "B");
}

#[test]
fn not_json() {
    for text in
        ["", "  ", "<!doctype html>", "{", "[1, 2", "{ 'version': 1 }", "{}{}", "{ \"a\": 1 // note\n }"]
    {
        assert_eq!(error(text).code, ErrorCode::NotJson, "{text}");
    }
    let error = error("{\n  \"id\": \"ñandú\" x\n}");
    assert_eq!((error.code, error.position), (ErrorCode::NotJson, Some(at(2, 17))));
    assert_eq!(error.to_string(), "expected `,` or `}`, line 2 column 17");
    // However deep, it ends in an error and not in an overflow of the stack.
    assert_eq!(parse(&"[".repeat(100_000)).unwrap_err().code, ErrorCode::NotJson);
}

#[test]
fn wrong_shape_says_where() {
    let text = "{ \"version\": 1, \"id\": \"a\", \"headline\": \"A\", \"abstract\": [\"A.\"],\n\"claims\": [\n\
                {\"id\": \"ñ\", \"text\": \"b\", \"evidence\": [{\"exact\": 5}]}] }";
    let error_ = error(text);
    assert_eq!((error_.code, error_.path.as_str()), (ErrorCode::WrongShape, "claims[0].evidence[0].exact"));
    assert_eq!(error_.position, Some(at(3, 49)));
    let missing = error(r#"{ "version": 1 }"#);
    assert_eq!((missing.code, missing.path.as_str()), (ErrorCode::WrongShape, "id"));
    assert_eq!(missing.to_string(), "missing, at `id`, line 1 column 1");
    assert_eq!(error("[]").code, ErrorCode::WrongShape);
    assert_eq!(error("null").code, ErrorCode::WrongShape);
}

#[test]
fn another_version_comes_before_any_other_shape() {
    let error = error(r#"{ "version": 2, "everything": "else" }"#);
    assert_eq!(
        (error.code, error.path.as_str(), error.position),
        (ErrorCode::WrongVersion, "version", Some(at(1, 14)))
    );
    assert_eq!(error.code.name(), "wrong-version");
}

#[test]
fn no_version_or_one_that_is_no_number_is_no_version_1() {
    for text in ["{}", r#"{ "version": "1" }"#, r#"{ "version": null }"#] {
        let error = error(text);
        assert_eq!((error.code, error.path.as_str()), (ErrorCode::WrongVersion, "version"), "{text}");
    }
}

#[test]
fn half_a_character_reads_as_u_fffd() {
    let card = parse(&LEAST.replace("\"A\"", r#""\ud83d, \ude00\ud83d and \ud83d\ude00""#)).unwrap();
    assert_eq!(card.headline, "\u{fffd}, \u{fffd}\u{fffd} and 😀");
}

#[test]
fn a_number_beyond_64_bits_is_as_good_as_any_other() {
    assert!(parse(&LEAST.replace("\"id\"", "\"new\": 1e999, \"id\"")).is_ok());
    assert_eq!(error(&LEAST.replace("\"A\"", "-1e999")).code, ErrorCode::WrongShape);
    assert_eq!(error(&LEAST.replace(": 1", ": 1e999")).code, ErrorCode::WrongVersion);
    assert!(parse(&LEAST.replace(": 1", ": 1.0e0")).is_ok());
}

#[test]
fn how_deep_values_may_be() {
    let nested = |levels: usize| {
        LEAST.replace("\"id\"", &format!("\"new\": {}{}, \"id\"", "[".repeat(levels), "]".repeat(levels)))
    };
    // The card itself is a level.
    assert!(parse(&nested(limits::MAX_DEPTH - 1)).is_ok());
    for levels in [limits::MAX_DEPTH, 5_000, 200_000] {
        let error = error(&nested(levels));
        assert_eq!((error.code, error.position), (ErrorCode::TooLarge, Some(at(1, 23 + limits::MAX_DEPTH))));
    }
}

#[test]
fn the_size_of_the_file() {
    let padded = |size: usize| format!("{LEAST}{}", " ".repeat(size - LEAST.len()));
    assert!(parse(&padded(limits::MAX_FILE_BYTES)).is_ok());
    assert_eq!(error(&padded(limits::MAX_FILE_BYTES + 1)).code, ErrorCode::TooLarge);
}
