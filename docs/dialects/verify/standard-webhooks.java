import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class Webhooks {
  /** @param body the raw bytes, before anything parses them */
  static boolean verify(String secret, Map<String, String> headers, byte[] body, long nowSeconds)
      throws Exception {
    String id = headers.get("webhook-id");
    String timestamp = headers.getOrDefault("webhook-timestamp", "");
    if (!timestamp.matches("\\d{1,12}") || Math.abs(nowSeconds - Long.parseLong(timestamp)) > 300) return false;
    byte[] key = secret.startsWith("whsec_")
        ? Base64.getDecoder().decode(secret.substring(6))
        : secret.getBytes(StandardCharsets.UTF_8);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes();
    for (String entry : headers.getOrDefault("webhook-signature", "").split(" ")) {
      if (MessageDigest.isEqual(entry.getBytes(StandardCharsets.UTF_8), expected)) return true;
    }
    return false;
  }
}
