<?php
// The configuration of the tests' WordPress: its own database behind a socket, and no call to anywhere.
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('PITCH_IN_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', getenv('PITCH_IN_BLOG'));
define('WP_SITEURL', getenv('PITCH_IN_BLOG'));
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
