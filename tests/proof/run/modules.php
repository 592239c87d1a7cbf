<?php
// Includes each sample of the folder; prints the index of those that complain.
set_error_handler(function ($level, $text) {
    throw new ErrorException($text);
});

function run($name)
{
    include $name;
}

for ($index = 0; $index < (int) $argv[1]; $index++) {
    $complaint = null;
    ob_start();
    try {
        run(getcwd() . "/sample-$index.php");
        if (!str_contains(ob_get_contents(), '200')) {
            $complaint = 'no answer';
        }
    } catch (Throwable $error) {
        $complaint = str_replace("\n", ' ', (string) $error);
    }
    ob_end_clean();
    if ($complaint !== null) {
        echo "$index\t$complaint\n";
    }
}
