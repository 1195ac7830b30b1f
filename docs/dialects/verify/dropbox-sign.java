import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class Webhooks {
  /** All but the key are members of `event` in the form field `json`. */
  static boolean verify(String apiKey, String eventTime, String eventType, String eventHash) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(apiKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed = (eventTime + eventType).getBytes(StandardCharsets.UTF_8);
    String expected = HexFormat.of().formatHex(mac.doFinal(signed));
    return MessageDigest.isEqual(eventHash.getBytes(StandardCharsets.UTF_8), expected.getBytes());
  }
}
