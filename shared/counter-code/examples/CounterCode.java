import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class CounterCode {
  /** The code to show `elapsed` whole seconds after the session was opened. */
  static String counterCode(String baseUrl, String token, String secret, String rpId, String counterId,
      String scene, String purpose, long elapsed) throws Exception {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(message);
    for (String field : new String[] {"liangzheng counter code", "1", token, Long.toString(elapsed),
        rpId, counterId, scene, purpose}) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
    byte[] half = Arrays.copyOf(mac.doFinal(message.toByteArray()), 16);
    String signed = Base64.getUrlEncoder().withoutPadding().encodeToString(half);
    return baseUrl + "/q/1." + token + "." + elapsed + "." + signed;
  }

  public static void main(String[] a) throws Exception {
    System.out.println(counterCode(a[0], a[1], a[2], a[3], a[4], a[5], a[6], Long.parseLong(a[7])));
  }
}
