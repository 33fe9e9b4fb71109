namespace PyCoro.Stdlib.Posix;

/// <summary>The flags of the system calls, with Linux' values.</summary>
internal static class PosixConstants
{
    internal const int WriteOnly = 1;

    internal static readonly (string Name, int Value)[] All =
    [
        ("F_OK", 0),
        ("R_OK", 4),
        ("W_OK", 2),
        ("X_OK", 1),
        ("O_RDONLY", 0),
        ("O_WRONLY", 1),
        ("O_RDWR", 2),
        ("O_APPEND", 1024),
        ("O_CREAT", 64),
        ("O_EXCL", 128),
        ("O_TRUNC", 512),
        ("O_NONBLOCK", 2048),
        ("O_DIRECTORY", 65536),
        ("O_NOFOLLOW", 131072),
        ("O_CLOEXEC", 524288),
        ("O_SYNC", 1052672),
        ("O_DSYNC", 4096),
        ("O_NOCTTY", 256),
        ("O_ACCMODE", 3),
        ("WNOHANG", 1),
        ("WUNTRACED", 2),
        ("EX_OK", 0),
        ("EX_USAGE", 64),
        ("EX_DATAERR", 65),
        ("EX_NOINPUT", 66),
        ("EX_NOUSER", 67),
        ("EX_NOHOST", 68),
        ("EX_UNAVAILABLE", 69),
        ("EX_SOFTWARE", 70),
        ("EX_OSERR", 71),
        ("EX_OSFILE", 72),
        ("EX_CANTCREAT", 73),
        ("EX_IOERR", 74),
        ("EX_TEMPFAIL", 75),
        ("EX_PROTOCOL", 76),
        ("EX_NOPERM", 77),
        ("EX_CONFIG", 78),
    ];
}
