// The language in which OpenSSL is told which cipher suites to use (ciphers(1), Cipher List Format): names and groups, joined
// by + where all must hold, with !, - and + before them to ban, remove and put last.

namespace PyCoro.Stdlib.Tls;

/// <summary>Reads lists of ciphers.</summary>
internal static class CipherStrings
{
    /// <summary>What CPython 3.11 uses for a context.</summary>
    internal const string Default = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM";

    private const int StrengthOfHigh = 128;

    /// <summary>The suites of a list, those of TLS 1.3 first; null when it chooses none of the others.</summary>
    internal static CipherSuite[]? Read(string list)
    {
        var chosen = new List<CipherSuite>();
        var banned = new HashSet<CipherSuite>();
        foreach (var item in list.Split([':', ',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (item[0] == '@')
            {
                // Security levels are the platform's; suites lie in order of strength already.
                if (item == "@STRENGTH")
                    chosen.Sort(static (a, b) => b.Bits.CompareTo(a.Bits));
                continue;
            }
            var sign = item[0] is '!' or '-' or '+' ? item[0] : ' ';
            var words = item.TrimStart('!', '-', '+').Split('+');
            var meant = Array.FindAll(CipherSuite.All, suite => !suite.IsModern && Array.TrueForAll(words, word => Belongs(suite, word)));
            switch (sign)
            {
                case '!':
                    banned.UnionWith(meant);
                    chosen.RemoveAll(banned.Contains);
                    break;
                case '-':
                    chosen.RemoveAll(suite => Array.IndexOf(meant, suite) >= 0);
                    break;
                case '+':
                    var last = chosen.FindAll(suite => Array.IndexOf(meant, suite) >= 0);
                    chosen.RemoveAll(last.Contains);
                    chosen.AddRange(last);
                    break;
                default:
                    chosen.AddRange(Array.FindAll(meant, suite => !chosen.Contains(suite) && !banned.Contains(suite)));
                    break;
            }
        }
        return chosen.Count == 0 ? null : [.. Array.FindAll(CipherSuite.All, static suite => suite.IsModern), .. chosen];
    }

    private static bool Belongs(CipherSuite suite, string word) => word switch
    {
        "ALL" or "COMPLEMENTOFNULL" => true,
        "DEFAULT" => suite.Encryption is not ("AESCCM" or "AESCCM8"),
        "HIGH" => suite.Bits >= StrengthOfHigh,
        "ECDH" or "ECDHE" or "EECDH" or "kECDHE" or "kEECDH" => suite.KeyExchange == "ECDH",
        "DH" or "DHE" or "EDH" or "kDHE" or "kEDH" => suite.KeyExchange == "DH",
        "kRSA" => suite.KeyExchange == "RSA",
        "aRSA" => suite.Authentication == "RSA",
        "RSA" => suite.KeyExchange == "RSA",
        "aECDSA" or "ECDSA" => suite.Authentication == "ECDSA",
        "AES" => suite.Encryption.StartsWith("AES", StringComparison.Ordinal),
        "AES128" => suite.Encryption.StartsWith("AES", StringComparison.Ordinal) && suite.Bits == 128,
        "AES256" => suite.Encryption.StartsWith("AES", StringComparison.Ordinal) && suite.Bits == 256,
        "AESGCM" => suite.Encryption == "AESGCM",
        "AESCCM" => suite.Encryption is "AESCCM" or "AESCCM8",
        "AESCCM8" => suite.Encryption == "AESCCM8",
        "CHACHA20" => suite.Encryption.StartsWith("CHACHA20", StringComparison.Ordinal),
        "SHA" or "SHA1" => suite.Digest == "SHA1",
        "SHA256" => suite.Digest == "SHA256",
        "SHA384" => suite.Digest == "SHA384",
        "TLSv1.2" or "TLSv1.0" or "SSLv3" => suite.Protocol == word,
        "TLSv1" => suite.Protocol is "TLSv1.0" or "SSLv3",
        _ => suite.Name == word,
    };
}
