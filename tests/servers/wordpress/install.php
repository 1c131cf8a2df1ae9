<?php
// Installs WordPress into an empty database and publishes one post: php install.php TITLE AUTHOR TEXT
[, $title, $author, $text] = $argv;
(new mysqli('localhost', 'root', '', '', 0, getenv('PITCH_IN_SOCKET')))->query('CREATE DATABASE wordpress');

// WordPress writes a mail to the owner of a new site; this one has none.
function wp_mail()
{
    return true;
}

define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

$owner = wp_install('Fix it together', 'maria', 'maria@example.org', true, '', wp_generate_password())['user_id'];
wp_update_user(['ID' => $owner, 'display_name' => $author]);

// A stranger's first comment shows at once, without a picture fetched from elsewhere.
update_option('show_avatars', 0);
update_option('comment_moderation', 0);
update_option('comment_previously_approved', 0);
update_option('permalink_structure', '/%postname%/');
switch_theme('twentytwentythree');
wp_delete_post(1, true);
wp_insert_post([
    'post_author' => $owner,
    'post_title' => $title,
    'post_name' => 'repair-cafe',
    'post_content' => "<!-- wp:paragraph --><p>$text</p><!-- /wp:paragraph -->",
    'post_status' => 'publish',
    'comment_status' => 'open',
]);
flush_rewrite_rules();
