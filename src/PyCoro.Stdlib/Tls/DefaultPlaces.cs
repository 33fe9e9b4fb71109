using PyCoro.Runtime.Threads;

namespace PyCoro.Stdlib.Tls;

/// <summary>Where OpenSSL has its certificates.</summary>
internal static class DefaultPlaces
{
    internal const string FileVariable = "SSL_CERT_FILE";
    internal const string FolderVariable = "SSL_CERT_DIR";

    private static readonly string[] Roots = ["/usr/lib/ssl", "/etc/pki/tls", "/etc/ssl", "/usr/local/etc/openssl"];

    /// <summary>OpenSSL's folder on this system.</summary>
    private static string Root => Array.Find(Roots, Directory.Exists) ?? Roots[0];

    internal static string File => Root + "/cert.pem";

    internal static string Folder => Root + "/certs";

    /// <summary>The file and the folder that count for a program.</summary>
    internal static (string File, string Folder) Of(VmThread thread) =>
        (Variable(thread, FileVariable) ?? File, Variable(thread, FolderVariable) ?? Folder);

    private static string? Variable(VmThread thread, string name) =>
        Posix.PosixModule.System(thread).Environment.TryGetValue(name, out var value) ? value : null;
}
