<?php
/**
 * Plugin Name:       Summary Card
 * Description:       An interactive summary card for a news article: its points, its claims with the quotes behind them, and who stands where. As a block and as a shortcode.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The summary-card authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       summary-card
 *
 * The map: `card.php` reads a card file and writes it as plain HTML, `element.php` makes of it what readers get, by
 * block or shortcode, `editor.php` is what only the post editor asks for, `uploads.php` lets card files into the media
 * library, and `words.php` has all of this say its words in other languages. `assets/` has the files of the interactive
 * card, which are the same on every website.
 *
 * The plugin keeps nothing in the database: when it is deleted, nothing of it is left but the posts' own text.
 *
 * @package SummaryCard
 */

namespace SummaryCard;

defined( 'ABSPATH' ) || exit;

/** This file, from which WordPress works out where the plugin's others are. */
const FILE = __FILE__;

/** The plugin's version: browsers ask for its files anew when it changes. */
const VERSION = '0.1.0';

require __DIR__ . '/includes/card.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/editor.php';
require __DIR__ . '/includes/uploads.php';
require __DIR__ . '/includes/words.php';
