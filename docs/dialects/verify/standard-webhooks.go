package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"
)

// Verify takes the raw body, before anything parses it.
func Verify(secret string, headers map[string]string, body []byte, nowSeconds int64) bool {
	timestamp := headers["webhook-timestamp"]
	sent, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || sent < nowSeconds-300 || sent > nowSeconds+300 {
		return false
	}
	key := []byte(secret)
	if encoded, found := strings.CutPrefix(secret, "whsec_"); found {
		if key, err = base64.RawStdEncoding.DecodeString(strings.TrimRight(encoded, "=")); err != nil {
			return false
		}
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(headers["webhook-id"] + "." + timestamp + "."))
	mac.Write(body)
	expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	for _, entry := range strings.Split(headers["webhook-signature"], " ") {
		if hmac.Equal([]byte(entry), []byte(expected)) {
			return true
		}
	}
	return false
}
