<?php
/**
 * `php install.php SITE ZIP`: fills the empty database, lets WordPress unpack the plugin as it does when somebody uploads
 * it, and makes three users: "administrator", who may post any HTML, "author", who may not, and "redaktion", who may not
 * either and reads German.
 */

list( , $site, $zip ) = $argv;
$_SERVER['HTTP_HOST'] = preg_replace( '#^https?://#', '', getenv( 'SITE_ADDRESS' ) );

$database = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'SITE_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
$database->close();

define( 'WP_INSTALLING', true );
require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'The Valley Post', 'administrator', 'editor@post.example', false, '', 'password' );
foreach ( array( 'author' => '', 'redaktion' => 'de_DE' ) as $name => $locale ) {
	wp_insert_user(
		array(
			'user_login' => $name,
			'user_pass'  => 'password',
			'user_email' => "$name@post.example",
			'role'       => 'author',
			'locale'     => $locale,
		)
	);
}
foreach ( get_users() as $user ) {
	// The editor greets everybody once, in front of all else.
	$seen = array( 'core/edit-post' => array( 'welcomeGuide' => false ) );
	update_user_meta( $user->ID, 'wp_persisted_preferences', $seen );
}

// A theme of the old kind, without blocks, where there is one: Debian 13 has none.
$classic = 'twentytwentyone';
switch_theme( wp_get_theme( $classic )->exists() ? $classic : 'twentytwentythree' );
update_option( 'permalink_structure', '/%postname%/' );
// They would be fetched from another server.
update_option( 'show_avatars', 0 );
global $wp_rewrite;
$wp_rewrite->init();
flush_rewrite_rules();

WP_Filesystem();
$unpacked = unzip_file( $zip, WP_PLUGIN_DIR );
$problem  = is_wp_error( $unpacked ) ? $unpacked : activate_plugin( 'summary-card/summary-card.php' );
if ( is_wp_error( $problem ) ) {
	fwrite( STDERR, $problem->get_error_message() . "\n" );
	exit( 1 );
}
