package main

import (
	"bytes"
	"encoding/json"
	"net/http"
)

// Verify takes members of the body; the token can be used once.
func Verify(server, key, token, appID, appEnv string) (bool, error) {
	body, _ := json.Marshal(map[string]string{"token": token, "appId": appID, "appEnv": appEnv})
	url := server + "/v4/tokens/webhook-verification/checking-consumption"
	request, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return false, err
	}
	request.Header.Set("authorization", "Bearer "+key)
	request.Header.Set("content-type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return false, err
	}
	defer answer.Body.Close()
	var result struct{ IsValid bool }
	err = json.NewDecoder(answer.Body).Decode(&result)
	return result.IsValid, err
}
