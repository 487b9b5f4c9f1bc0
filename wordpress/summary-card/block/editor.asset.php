<?php
/**
 * The parts of WordPress that the block's script needs. WordPress reads this file beside the script.
 *
 * @package SummaryCard
 */

return array(
	'dependencies' => array( 'wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '0.1.0',
);
