import java.util.Map;

final class Webhooks {
  /** Answer 200 with the header `X-AdobeSign-ClientId: <clientId>` if true, and 401 if not. */
  static boolean verify(String clientId, Map<String, String> headers) {
    return clientId.equals(headers.get("x-adobesign-clientid"));
  }
}
