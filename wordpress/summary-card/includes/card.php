<?php
/**
 * A card file: read, and written as plain HTML.
 *
 * @package SummaryCard
 */

namespace SummaryCard;

defined( 'ABSPATH' ) || exit;

/** The most that the interactive card takes, too. */
const MAX_BYTES = 512 * KB_IN_BYTES;

/**
 * A card file's text as data, or what is wrong with it, in words for an editor. The whole check is that of
 * `summary-card check`; here is found out what could not be shown at all.
 *
 * @param string $text The card file.
 * @return \stdClass|\WP_Error
 */
function parse( $text ) {
	// A byte order mark is no part of the text.
	$text = preg_replace( '/^\xEF\xBB\xBF/', '', $text );
	if ( strlen( $text ) > MAX_BYTES ) {
		/* translators: %s: a size such as "512 KB". */
		return problem( sprintf( __( 'The card file is larger than %s.', 'summary-card' ), size_format( MAX_BYTES ) ) );
	}
	$card = json_decode( $text );
	if ( JSON_ERROR_NONE !== json_last_error() ) {
		/* translators: %s: what PHP says of it, in English. */
		return problem( sprintf( __( 'The card file is not JSON: %s.', 'summary-card' ), json_last_error_msg() ) );
	}
	if ( ! is_object( $card ) || ! isset( $card->version ) ) {
		return problem( __( 'This is JSON, but not a card file: it has no "version".', 'summary-card' ) );
	}
	if ( 1 !== $card->version ) {
		return problem( __( 'This card file is of another version than 1. A newer plugin may know it.', 'summary-card' ) );
	}
	foreach ( array( 'id', 'headline' ) as $name ) {
		if ( '' === text( $card, $name ) ) {
			/* translators: %s: the name of a field. */
			return problem( sprintf( __( 'The card file has no "%s".', 'summary-card' ), $name ) );
		}
	}
	if ( ! items( $card, 'abstract' ) ) {
		return problem( __( 'The card file has no summary ("abstract").', 'summary-card' ) );
	}
	return $card;
}

/**
 * An error with a message for an editor.
 *
 * @param string $message A sentence.
 * @return \WP_Error
 */
function problem( $message ) {
	// The status is that of the answer, where the post editor has asked.
	return new \WP_Error( 'summary_card_file', $message, array( 'status' => 400 ) );
}

/**
 * A card as JSON that can stand in a script element and in a block's comment: WordPress takes `<`, `>` and `&` for HTML
 * in both, and rewrites them where the author may not post any HTML; in a page it takes words in brackets for
 * shortcodes.
 *
 * @param \stdClass $card The card.
 * @return string
 */
function encode( $card ) {
	$json = wp_json_encode( $card, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	return preg_replace_callback(
		'/"(?:[^"\\\\]|\\\\.)*+"/',
		function ( $found ) {
			return str_replace( '[', '\\u005b', $found[0] );
		},
		$json
	);
}

/**
 * The text of a card file in the uploads folder of this website; null where the address leads anywhere else, or to
 * nothing. No request is made: what an author writes must not make the server fetch things.
 *
 * @param string $address As in `src`.
 * @return string|null
 */
function uploaded( $address ) {
	$folder = wp_get_upload_dir();
	$home   = wp_parse_url( $folder['baseurl'] );
	$wanted = wp_parse_url( $address );
	$prefix = trailingslashit( isset( $home['path'] ) ? $home['path'] : '' );
	if ( ! $wanted || ! isset( $wanted['path'] ) || ! str_starts_with( $wanted['path'], $prefix ) ) {
		return null;
	}
	// An address that begins with a slash has no host, and means this one.
	if ( isset( $wanted['host'] ) && host( $wanted ) !== host( $home ) ) {
		return null;
	}
	$name = rawurldecode( substr( $wanted['path'], strlen( $prefix ) ) );
	// Without this check, `..` in the address would lead out of the folder.
	if ( 0 !== validate_file( $name ) || ! str_ends_with( $name, '.json' ) ) {
		return null;
	}
	$file = $folder['basedir'] . '/' . $name;
	return is_file( $file ) ? read( $file ) : null;
}

/**
 * The host of an address, with its port.
 *
 * @param array $parts As `wp_parse_url` gives them.
 * @return string
 */
function host( $parts ) {
	return $parts['host'] . ':' . ( isset( $parts['port'] ) ? $parts['port'] : '' );
}

/**
 * A file's text; of one that is too large only as much as shows that.
 *
 * @param string $file Its path.
 * @return string
 */
function read( $file ) {
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- a file of this server.
	return (string) file_get_contents( $file, false, null, 0, MAX_BYTES + 4 );
}

/**
 * The card as HTML that reads without a script: the points, and the claims with who makes them and their quotes. Only
 * elements and attributes that every author may post, so that it can be saved in a post. In one line: WordPress makes
 * paragraphs of lines. By `data-card` and `data-claim` the interactive card finds what the reader has opened.
 *
 * @param \stdClass $card     The card.
 * @param string    $sections The parts to show, as in the attribute of that name.
 * @return string
 */
function plain( $card, $sections = '' ) {
	$names = array();
	foreach ( items( $card, 'actors' ) as $actor ) {
		$names[ text( $actor, 'id' ) ] = text( $actor, 'name' );
	}
	$html = sprintf( '<h2>%s</h2>', esc( text( $card, 'headline' ) ) );
	if ( shows( $sections, 'summary' ) ) {
		$points = '';
		foreach ( items( $card, 'abstract' ) as $point ) {
			$points .= sprintf( '<li>%s</li>', esc( is_string( $point ) ? $point : text( $point, 'text' ) ) );
		}
		$html .= sprintf( '<ul>%s</ul>', $points );
	}
	$claims = items( $card, 'claims' );
	if ( $claims && shows( $sections, 'claims' ) ) {
		$list = '';
		foreach ( $claims as $at => $claim ) {
			$list .= sprintf( '<li><details data-claim="%d">%s</details></li>', $at + 1, plain_claim( $claim, $names ) );
		}
		$html .= sprintf( '<ol>%s</ol>', $list );
	}
	$language = text( $card, 'inLanguage' );
	$lang     = '' === $language ? '' : sprintf( ' lang="%s"', esc_attr( $language ) );
	return sprintf( '<div data-card="%s"%s dir="auto">%s</div>', esc_attr( text( $card, 'id' ) ), $lang, $html );
}

/**
 * What is in a claim's element: the line that opens it, and its quotes.
 *
 * @param mixed    $claim The claim.
 * @param string[] $names Those of the actors, by their ids.
 * @return string
 */
function plain_claim( $claim, $names ) {
	$html    = esc( text( $claim, 'text' ) );
	$authors = array();
	foreach ( items( $claim, 'author' ) as $id ) {
		if ( is_string( $id ) && isset( $names[ $id ] ) ) {
			$authors[] = $names[ $id ];
		}
	}
	if ( $authors ) {
		$html .= sprintf( ' <small>%s</small>', esc( implode( ', ', $authors ) ) );
	}
	$html = sprintf( '<summary>%s</summary>', $html );
	foreach ( items( $claim, 'evidence' ) as $quote ) {
		$html .= sprintf( '<blockquote>%s</blockquote>', esc( text( $quote, 'exact' ) ) );
	}
	return $html;
}

/**
 * Whether a part of the card is to be shown: where none is named that is known, all are.
 *
 * @param string $sections The parts named.
 * @param string $name     The part.
 * @return bool
 */
function shows( $sections, $name ) {
	$named = array_intersect( explode( ' ', $sections ), array( 'summary', 'claims', 'stances', 'comments' ) );
	return ! $named || in_array( $name, $named, true );
}

/**
 * Text as HTML, in one line. Unlike `esc_html` it leaves no entity in the text as one: a card's text is shown as it is.
 * A bracket would begin a shortcode.
 *
 * @param string $text Any text.
 * @return string
 */
function esc( $text ) {
	$html = htmlspecialchars( trim( preg_replace( '/[ \t\r\n]+/', ' ', $text ) ), ENT_QUOTES, 'UTF-8' );
	return str_replace( '[', '&#91;', $html );
}

/**
 * A field that should be text; empty where it is anything else. A card file may hold any JSON.
 *
 * @param mixed  $value What should have the field.
 * @param string $name  The field's name.
 * @return string
 */
function text( $value, $name ) {
	return is_object( $value ) && isset( $value->$name ) && is_string( $value->$name ) ? $value->$name : '';
}

/**
 * A field that should be a list, likewise.
 *
 * @param mixed  $value What should have the field.
 * @param string $name  The field's name.
 * @return array
 */
function items( $value, $name ) {
	return is_object( $value ) && isset( $value->$name ) && is_array( $value->$name ) ? $value->$name : array();
}
