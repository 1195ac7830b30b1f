package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// Verify takes the raw body, before anything parses it.
func Verify(hmacKey string, headers map[string]string, body []byte) bool {
	mac := hmac.New(sha256.New, []byte(hmacKey))
	mac.Write(body)
	expected := []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	for name, signature := range headers {
		isSignature := strings.HasPrefix(strings.ToLower(name), "x-docusign-signature-")
		if isSignature && hmac.Equal([]byte(signature), expected) {
			return true
		}
	}
	return false
}
