import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

final class Webhooks {
  /** Token, appId and appEnv are members of the body, and need no escaping; the token can be used once. */
  static boolean verify(String server, String key, String token, String appId, String appEnv) throws Exception {
    String body = String.format("{\"token\":\"%s\",\"appId\":\"%s\",\"appEnv\":\"%s\"}", token, appId, appEnv);
    HttpRequest request = HttpRequest.newBuilder()
        .uri(URI.create(server + "/v4/tokens/webhook-verification/checking-consumption"))
        .header("authorization", "Bearer " + key)
        .header("content-type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return answer.matches("(?s).*\"isValid\"\\s*:\\s*true.*");
  }
}
