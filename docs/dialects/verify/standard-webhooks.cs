using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

public static class Webhooks
{
    /// <param name="headers">Their names in small letters.</param>
    /// <param name="body">The raw bytes, before anything parses them.</param>
    public static bool Verify(
        string secret, IReadOnlyDictionary<string, string> headers, byte[] body, long nowSeconds)
    {
        string id = headers.GetValueOrDefault("webhook-id", "");
        string timestamp = headers.GetValueOrDefault("webhook-timestamp", "");
        bool isTime = long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long sent);
        if (!isTime || Math.Abs(nowSeconds - sent) > 300) return false;
        byte[] key = secret.StartsWith("whsec_", StringComparison.Ordinal)
            ? Convert.FromBase64String(secret.Substring(6))
            : Encoding.UTF8.GetBytes(secret);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        byte[] expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(hmac.GetHashAndReset()));
        foreach (string entry in headers.GetValueOrDefault("webhook-signature", "").Split(' '))
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(entry), expected)) return true;
        }
        return false;
    }
}
