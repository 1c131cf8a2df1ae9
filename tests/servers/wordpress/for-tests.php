<?php
// Loaded by WordPress as a must-use plugin.
// Tests comment as fast as they can, and their pages ask no other machine for emoji pictures.
add_filter('comment_flood_filter', '__return_false', 99);
remove_action('wp_head', 'print_emoji_detection_script', 7);
add_filter('emoji_svg_url', '__return_false');
