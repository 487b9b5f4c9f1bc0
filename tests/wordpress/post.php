<?php
/**
 * `php post.php SITE < ORDER`: publishes a post and prints its address. The order is JSON: `user`, `content`, and what
 * stands for `{block}` in the content: `block`, the attributes of a block, and `html`, what was saved of it; where `card`
 * is given, these two are of that card, as the editor would have it.
 */

list( , $site ) = $argv;
$order = json_decode( stream_get_contents( STDIN ), true );

$_SERVER['HTTP_HOST'] = preg_replace( '#^https?://#', '', getenv( 'SITE_ADDRESS' ) );
require $site . '/wp-load.php';

$attributes = isset( $order['block'] ) ? $order['block'] : array();
$html       = isset( $order['html'] ) ? $order['html'] : '';
if ( isset( $order['card'] ) ) {
	$card                = SummaryCard\parse( $order['card'] );
	$attributes['card'] = SummaryCard\encode( $card );
	$html                = SummaryCard\plain( $card );
}
$saved = sprintf( '<div class="wp-block-summary-card-card">%s</div>', $html );
$block = get_comment_delimited_block_content( 'summary-card/card', $attributes, $saved );

// From here on WordPress takes out of the text what this user may not post.
wp_set_current_user( get_user_by( 'login', $order['user'] )->ID );
$id = wp_insert_post(
	wp_slash(
		array(
			'post_title'   => 'Bridge to close',
			// Of two posts that are made at once WordPress gives both the same address.
			'post_name'    => 'bridge-' . bin2hex( random_bytes( 6 ) ),
			'post_status'  => 'publish',
			'post_content' => str_replace( '{block}', $block, $order['content'] ),
		)
	),
	true
);
if ( is_wp_error( $id ) ) {
	fwrite( STDERR, $id->get_error_message() );
	exit( 1 );
}
echo get_permalink( $id );
