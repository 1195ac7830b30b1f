<?php

/** $message: the parsed body; its token can be used once */
function verify(string $server, string $key, object $message): bool
{
    $body = ['token' => $message->verificationToken, 'appId' => $message->appId, 'appEnv' => $message->appEnv];
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => "Authorization: Bearer $key\r\nContent-Type: application/json",
        'content' => json_encode($body),
    ]]);
    $answer = file_get_contents("$server/v4/tokens/webhook-verification/checking-consumption", false, $context);
    return $answer !== false && json_decode($answer)->isValid === true;
}
