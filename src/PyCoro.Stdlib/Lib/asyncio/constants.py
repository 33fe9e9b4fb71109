"""Limits and delays of the package."""

# Seconds that the beginning and the end of TLS may take.
SSL_HANDSHAKE_TIMEOUT = 60.0
SSL_SHUTDOWN_TIMEOUT = 30.0

# What TLS buffers at most, in KiB.
FLOW_CONTROL_HIGH_WATER_SSL_WRITE = 512
FLOW_CONTROL_HIGH_WATER_SSL_READ = 256

# How many stack entries debug mode keeps of the places where something was made.
DEBUG_STACK_DEPTH = 10

# Seconds after which a server that ran out of descriptors tries to accept again.
ACCEPT_RETRY_DELAY = 1

# Bytes read at once from a file that is sent without the sendfile system call.
SENDFILE_FALLBACK_READBUFFER_SIZE = 1024 * 256

# Writing to a lost connection is logged from this attempt on.
LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5


def __getattr__(name):
    if name == '_SendfileMode':
        # How far a transport helps with sending a file. `enum` is loaded by who sends one.
        import enum
        global _SendfileMode
        _SendfileMode = enum.Enum('_SendfileMode', ['UNSUPPORTED', 'TRY_NATIVE', 'FALLBACK'], module=__name__)
        return _SendfileMode
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
