<?php
/**
 * The plugin's words in other languages: one file for each in `languages/`, by the English words. What the website has
 * itself as a translation comes first.
 *
 * @package SummaryCard
 */

namespace SummaryCard;

defined( 'ABSPATH' ) || exit;

add_filter( 'gettext_summary-card', __NAMESPACE__ . '\in_its_language', 10, 2 );
add_filter( 'gettext_with_context_summary-card', __NAMESPACE__ . '\in_its_language', 10, 2 );

/**
 * The words in the language of the website, or of the one who is signed in.
 *
 * @param string $translation What WordPress has: the English words where it has nothing.
 * @param string $english     The English words.
 * @return string
 */
function in_its_language( $translation, $english ) {
	$words = words();
	return $translation === $english && isset( $words[ $english ] ) ? $words[ $english ] : $translation;
}

/**
 * All words in the language of this request, by the English ones; none where that is English or there is no such file.
 *
 * @return string[]
 */
function words() {
	static $known = array();
	$language     = strtok( determine_locale(), '_-' );
	if ( ! isset( $known[ $language ] ) ) {
		$file               = dirname( FILE ) . "/languages/$language.json";
		$known[ $language ] = is_file( $file ) ? json_decode( read( $file ), true ) : array();
	}
	return $known[ $language ];
}
