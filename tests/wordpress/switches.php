<?php
/**
 * Lets a test see one page as a WordPress that is set up otherwise would send it. A switch holds for one request, so
 * that tests run side by side.
 */

// `?without-plugin`: as if the plugin were not active.
if ( isset( $_GET['without-plugin'] ) ) {
	add_filter( 'option_active_plugins', '__return_empty_array' );
}

// `?theme=twentytwentythree`: in another theme.
if ( isset( $_GET['theme'] ) ) {
	$theme = function () {
		return sanitize_key( $_GET['theme'] );
	};
	add_filter( 'pre_option_template', $theme );
	add_filter( 'pre_option_stylesheet', $theme );
}

// `?late-paragraphs`: in a theme that makes paragraphs of a post when all else is done.
if ( isset( $_GET['late-paragraphs'] ) ) {
	add_filter( 'the_content', 'wpautop', 99 );
}

// `?elsewhere`: on a website that takes the script from another address.
if ( isset( $_GET['elsewhere'] ) ) {
	add_filter(
		'summary_card_embed_url',
		function () {
			return 'https://cdn.example/card/embed.js';
		}
	);
}

// There is nobody to write to.
add_filter( 'pre_wp_mail', '__return_true' );
