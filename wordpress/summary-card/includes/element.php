<?php
/**
 * What readers get: the element `<summary-card>` with the card in it as plain HTML, by block or by shortcode, and the
 * script that makes it interactive on pages that have one.
 *
 * @package SummaryCard
 */

namespace SummaryCard;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 3 );

/** What a block or a shortcode can say, and what holds where it says nothing. */
const ATTRIBUTES = array(
	'src'      => '',
	'card'     => '',
	'theme'    => '',
	'sections' => '',
	'lang'     => '',
	'comments' => '',
	'loading'  => '',
);

/**
 * Tells WordPress of the block and the shortcode.
 */
function register() {
	add_shortcode( 'summary-card', __NAMESPACE__ . '\shortcode' );
	register_block_type( dirname( __DIR__ ) . '/block', array( 'render_callback' => __NAMESPACE__ . '\block' ) );
}

/**
 * `[summary-card src="…"]What is shown where the card cannot be.[/summary-card]`
 *
 * @param array|string $attributes As written; text where there are none.
 * @param string|null  $fallback   What is enclosed.
 * @return string
 */
function shortcode( $attributes, $fallback = null ) {
	$attributes = shortcode_atts( ATTRIBUTES, $attributes, 'summary-card' );
	// No room for JSON there: WordPress makes typographic quotes and paragraphs of it.
	$attributes['card'] = '';
	// WordPress has made paragraphs of what is enclosed, and ends one where it begins.
	$fallback = preg_replace( '#^\s*</p>|<p>\s*$#', '', (string) $fallback );
	return sprintf( '<div>%s</div>', element( $attributes, do_shortcode( $fallback ) ) );
}

/**
 * The block as it is on the page.
 *
 * @param array  $attributes Those of the block.
 * @param string $content    What was saved of it.
 * @return string
 */
function block( $attributes, $content ) {
	// Within the element it stands without the element that the editor puts around a block.
	$fallback = preg_replace( '#^\s*<div(?:\s+[a-z-]+="[^"<>]*")*>(.*)</div>\s*$#s', '$1', $content );
	// Anybody can write a block with attributes of any kind.
	$attributes = array_filter( $attributes, 'is_string' ) + ATTRIBUTES;
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), element( $attributes, $fallback ) );
}

/**
 * The element with the card in it as plain HTML; what was to be shown instead, where there is no card.
 *
 * The order of what is in it and that it is in one line matter: some themes make paragraphs of a post again when the card
 * is already there, and a `<p>` around the card's data would hide it from the script.
 *
 * @param string[] $attributes All of {@see ATTRIBUTES}.
 * @param string   $fallback   HTML of the post's author.
 * @return string
 */
function element( $attributes, $fallback ) {
	$src  = esc_url( $attributes['src'] );
	$text = '' === $attributes['card'] ? uploaded( $attributes['src'] ) : $attributes['card'];
	$card = null === $text ? null : parse( $text );
	if ( null === $card && '' === $src ) {
		$card = problem( __( 'No card file is named.', 'summary-card' ) );
	}
	if ( is_wp_error( $card ) ) {
		return $fallback . note( $card->get_error_message() );
	}
	$inside = null === $card ? $fallback : plain( $card, $attributes['sections'] );
	if ( is_feed() ) {
		return $inside;
	}
	enqueue();
	$html = '<summary-card';
	foreach ( array( 'theme', 'sections', 'lang', 'comments', 'loading' ) as $name ) {
		if ( '' !== $attributes[ $name ] ) {
			$html .= sprintf( ' %s="%s"', $name, esc_attr( $attributes[ $name ] ) );
		}
	}
	if ( '' === $attributes['card'] ) {
		$html .= sprintf( ' src="%s">', $src );
	} else {
		$html .= sprintf( '><script type="application/json">%s</script>', encode( $card ) );
	}
	return $html . $inside . '</summary-card>';
}

/**
 * A word on what is wrong, for those who can mend it; nothing for readers.
 *
 * @param string $message A sentence.
 * @return string
 */
function note( $message ) {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	/* translators: %s: a sentence that says what is wrong. */
	$words = __( 'Summary card: %s Only those who write here see this line.', 'summary-card' );
	return sprintf( '<p role="note"><strong>%s</strong></p>', esc( sprintf( $words, $message ) ) );
}

/**
 * The address of `embed.js`: the plugin's own, or what the filter `summary_card_embed_url` makes of it, such as that of
 * a CDN. `card.css` and the folder `parts-…` have to be beside it.
 *
 * @return string
 */
function embed_url() {
	return apply_filters( 'summary_card_embed_url', plugins_url( 'assets/embed.js', FILE ) );
}

/**
 * Puts the script on the page, once.
 */
function enqueue() {
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'summary-card', embed_url(), array(), VERSION );
	} else {
		wp_enqueue_script( 'summary-card', embed_url(), array(), VERSION, true );
	}
}

/**
 * The script's element as that of a module, which WordPress before 6.5 has no word for.
 *
 * @param string $tag    What WordPress would write.
 * @param string $handle The script's name.
 * @param string $src    Its address.
 * @return string
 */
function as_module( $tag, $handle, $src ) {
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- it is enqueued.
	return 'summary-card' === $handle ? sprintf( '<script type="module" src="%s"></script>' . "\n", esc_url( $src ) ) : $tag;
}
