<?php
/**
 * What the post editor asks for: whether a text is a card file, and the card as plain HTML, which is saved in the post.
 *
 * @package SummaryCard
 */

namespace SummaryCard;

defined( 'ABSPATH' ) || exit;

add_action( 'rest_api_init', __NAMESPACE__ . '\register_route' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\tell_script' );

/**
 * `POST /wp-json/summary-card/v1/plain` with a card file's text. WordPress looks at the nonce that the editor sends.
 */
function register_route() {
	register_rest_route(
		'summary-card/v1',
		'/plain',
		array(
			'methods'             => 'POST',
			'callback'            => __NAMESPACE__ . '\answer',
			'permission_callback' => function () {
				return current_user_can( 'edit_posts' );
			},
			'args'                => array(
				'card' => array(
					'type'     => 'string',
					'required' => true,
				),
			),
		)
	);
}

/**
 * The card as it is to be saved, or what is wrong with it.
 *
 * @param \WP_REST_Request $request The editor's.
 * @return array|\WP_Error
 */
function answer( $request ) {
	$card = parse( $request['card'] );
	return is_wp_error( $card ) ? $card : array(
		'card' => encode( $card ),
		'html' => plain( $card ),
	);
}

/**
 * Tells the block's script where `embed.js` is, which its preview shows the card by, and its words.
 */
function tell_script() {
	$handle = generate_block_asset_handle( 'summary-card/card', 'editorScript' );
	wp_add_inline_script( $handle, sprintf( 'var summaryCard = { embed: %s };', wp_json_encode( embed_url() ) ), 'before' );
	$words = array();
	foreach ( array_keys( words() ) as $english ) {
		$words[ $english ] = array( translate( $english, 'summary-card' ) );
	}
	if ( $words ) {
		$told = sprintf( 'wp.i18n.setLocaleData( %s, "summary-card" );', wp_json_encode( $words ) );
		wp_add_inline_script( $handle, $told, 'before' );
	}
}
