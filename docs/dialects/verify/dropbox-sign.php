<?php

/** All but the key are members of `event` in the form field `json`: json_decode($_POST['json'])->event */
function verify(string $apiKey, string $eventTime, string $eventType, string $eventHash): bool
{
    return hash_equals(hash_hmac('sha256', $eventTime . $eventType, $apiKey), $eventHash);
}
