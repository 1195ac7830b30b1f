<?php

/** $body: the raw bytes, file_get_contents('php://input') */
function verify(string $hmacKey, array $headers, string $body): bool
{
    $expected = base64_encode(hash_hmac('sha256', $body, $hmacKey, true));
    foreach ($headers as $name => $signature) {
        $isSignature = str_starts_with(strtolower($name), 'x-docusign-signature-');
        if ($isSignature && hash_equals($expected, $signature)) {
            return true;
        }
    }
    return false;
}
