<?php
// Installs an empty site with its people; prints their application passwords as JSON.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
function wp_new_blog_notification() {} // no mail leaves a test

require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Community', 'admin', 'admin@example.invalid', false, '', wp_generate_password());
foreach ([
    'timezone_string' => 'Europe/Amsterdam',
    'thread_comments' => 1,
    'comment_moderation' => 0,
    'comment_previously_approved' => 0,
    'permalink_structure' => '/%postname%/',
] as $option => $value) {
    update_option($option, $value);
}
$GLOBALS['wp_rewrite']->init();
flush_rewrite_rules(false);

$people = [];
foreach (['admin' => null, 'webcare' => 'editor', 'reader' => 'subscriber'] as $login => $role) {
    $id = $role === null ? get_user_by('login', $login)->ID : wp_insert_user([
        'user_login' => $login,
        'user_pass' => wp_generate_password(),
        'user_email' => "$login@example.invalid",
        'role' => $role,
    ]);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'test']);
    $people[$login] = $password;
}
$post = wp_insert_post([
    'post_title' => 'Hoe gaat het & met jou?',
    'post_content' => 'Vertel het ons.',
    'post_status' => 'publish',
    'comment_status' => 'open',
]);
echo json_encode(['people' => $people, 'post' => $post]);
