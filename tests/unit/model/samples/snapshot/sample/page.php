<?php

$request = curl_init('https://api.example.com/users/ID/');
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => 'POST',
    CURLOPT_HTTPHEADER => [
        'Accept: application/json',
        'Content-Type: application/json',
        'Authorization: Bearer YOUR_TOKEN',
    ],
    CURLOPT_POSTFIELDS => <<<'BODY'
        {
          "reason": "it's\n\"$HOME\" `x` \\ ü",
          "on": true,
          "none": null,
          "list": [
            1,
            {}
          ]
        }
        BODY,
    CURLOPT_RETURNTRANSFER => true,
]);
$content = curl_exec($request);

echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), "\n", $content, "\n";
