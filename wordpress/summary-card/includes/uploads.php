<?php
/**
 * Card files in the media library. WordPress takes no JSON there; this lets in what is a card file and nothing else.
 *
 * @package SummaryCard
 */

namespace SummaryCard;

defined( 'ABSPATH' ) || exit;

add_filter( 'wp_check_filetype_and_ext', __NAMESPACE__ . '\know', 10, 3 );
add_filter( 'wp_handle_upload_prefilter', __NAMESPACE__ . '\look' );
add_filter( 'wp_handle_sideload_prefilter', __NAMESPACE__ . '\look' );

/**
 * Whether a name is that of a JSON file which WordPress would refuse: one that a website takes anyway is not looked at.
 *
 * @param string $name The file's name.
 * @return bool
 */
function is_ours( $name ) {
	return 'json' === strtolower( pathinfo( $name, PATHINFO_EXTENSION ) ) && ! array_key_exists( 'json', get_allowed_mime_types() );
}

/**
 * A card file's kind, which WordPress does not find.
 *
 * @param array  $found What WordPress has found: `ext`, `type` and `proper_filename`.
 * @param string $file  Where the file is.
 * @param string $name  What it is called.
 * @return array
 */
function know( $found, $file, $name ) {
	if ( is_ours( $name ) && is_readable( $file ) && ! is_wp_error( parse( read( $file ) ) ) ) {
		$found['ext']  = 'json';
		$found['type'] = 'application/json';
	}
	return $found;
}

/**
 * Says what is wrong with a card file, where WordPress would only say that it takes no such files.
 *
 * @param array $file What is uploaded: `name`, `tmp_name` and, as the answer, `error`.
 * @return array
 */
function look( $file ) {
	if ( is_ours( $file['name'] ) ) {
		$card = parse( read( $file['tmp_name'] ) );
		if ( is_wp_error( $card ) ) {
			$file['error'] = $card->get_error_message();
		}
	}
	return $file;
}
