import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class Webhooks {
  /** @param body the raw bytes, before anything parses them */
  static boolean verify(String hmacKey, Map<String, String> headers, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(hmacKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] expected = Base64.getEncoder().encode(mac.doFinal(body));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      boolean isSignature = header.getKey().toLowerCase().startsWith("x-docusign-signature-");
      if (isSignature && MessageDigest.isEqual(header.getValue().getBytes(), expected)) return true;
    }
    return false;
  }
}
