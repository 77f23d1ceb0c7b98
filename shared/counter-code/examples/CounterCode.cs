using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;

static class CounterCode {
  /// <summary>The code to show `elapsed` whole seconds after the session was opened.</summary>
  static string Make(string baseUrl, string token, string secret, string rpId, string counterId,
      string scene, string purpose, long elapsed) {
    var seconds = elapsed.ToString(CultureInfo.InvariantCulture);
    var message = new MemoryStream();
    foreach (var field in new[] { "liangzheng counter code", "1", token, seconds, rpId, counterId, scene, purpose }) {
      var bytes = Encoding.UTF8.GetBytes(field);
      var length = new byte[4];
      BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
      message.Write(length, 0, 4);
      message.Write(bytes, 0, bytes.Length);
    }
    var key = Convert.FromBase64String(secret.Replace('-', '+').Replace('_', '/') + "=");
    var mac = new HMACSHA256(key).ComputeHash(message.ToArray());
    var signed = Convert.ToBase64String(mac, 0, 16).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    return $"{baseUrl}/q/1.{token}.{seconds}.{signed}";
  }

  static void Main(string[] a) =>
    Console.WriteLine(Make(a[0], a[1], a[2], a[3], a[4], a[5], a[6], long.Parse(a[7])));
}
