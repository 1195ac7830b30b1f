<?php

/** Answer 200 with the header `X-AdobeSign-ClientId: <clientId>` if true, and 401 if not. */
function verify(string $clientId, array $headers): bool
{
    return ($headers['x-adobesign-clientid'] ?? null) === $clientId;
}
