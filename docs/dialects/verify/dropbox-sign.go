package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// Verify takes the key, and members of `event` in the form field `json`: r.FormValue("json").
func Verify(apiKey, eventTime, eventType, eventHash string) bool {
	mac := hmac.New(sha256.New, []byte(apiKey))
	mac.Write([]byte(eventTime + eventType))
	return hmac.Equal([]byte(eventHash), []byte(hex.EncodeToString(mac.Sum(nil))))
}
