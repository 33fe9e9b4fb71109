"""TLS for sockets, and for programs that transport bytes by themselves (library reference: ssl).

The native part (_ssl) works with .NET's SslStream. Here are the names of its numbers as enumerations, contexts whose attributes
have those as values, the socket with a TLS connection on it, and the functions about certificates.
"""

import _ssl
import errno
import os
import socket as _socket
import warnings
from _ssl import (
    OPENSSL_VERSION_NUMBER, OPENSSL_VERSION_INFO, OPENSSL_VERSION, _OPENSSL_API_VERSION, _DEFAULT_CIPHERS,
    _SSLContext, MemoryBIO, SSLSession,
    SSLError, SSLZeroReturnError, SSLWantReadError, SSLWantWriteError, SSLSyscallError, SSLEOFError, SSLCertVerificationError,
    RAND_status, RAND_add, RAND_bytes, RAND_pseudo_bytes,
    HAS_SNI, HAS_ECDH, HAS_NPN, HAS_ALPN, HAS_SSLv2, HAS_SSLv3, HAS_TLSv1, HAS_TLSv1_1, HAS_TLSv1_2, HAS_TLSv1_3,
    txt2obj as _txt2obj, nid2obj as _nid2obj)
from collections import namedtuple
from enum import Enum as _Enum, IntEnum as _IntEnum, IntFlag as _IntFlag
from socket import SOCK_STREAM, SO_TYPE, SOL_SOCKET, socket, create_connection, _GLOBAL_DEFAULT_TIMEOUT

socket_error = OSError
CertificateError = SSLCertVerificationError
HAS_NEVER_CHECK_COMMON_NAME = hasattr(_ssl, 'HOSTFLAG_NEVER_CHECK_SUBJECT')
CHANNEL_BINDING_TYPES = ['tls-unique'] if _ssl.HAS_TLS_UNIQUE else []
_RESTRICTED_SERVER_CIPHERS = _DEFAULT_CIPHERS
_SSLv2_IF_EXISTS = None

PEM_HEADER = '-----BEGIN CERTIFICATE-----'
PEM_FOOTER = '-----END CERTIFICATE-----'


def _numbers(base, name, prefix):
    """An enumeration of the native module's constants with a prefix, which become names of this module."""
    found = [(title, number) for title, number in vars(_ssl).items() if title.startswith(prefix) and title != 'PROTOCOL_SSLv23']
    found.sort(key=lambda item: (item[1], item[0]))
    cls = base(name, found, module=__name__)
    globals().update(cls.__members__)
    return cls


_SSLMethod = _numbers(_IntEnum, '_SSLMethod', 'PROTOCOL_')
Options = _numbers(_IntFlag, 'Options', 'OP_')
AlertDescription = _numbers(_IntEnum, 'AlertDescription', 'ALERT_DESCRIPTION_')
SSLErrorNumber = _numbers(_IntEnum, 'SSLErrorNumber', 'SSL_ERROR_')
VerifyFlags = _numbers(_IntFlag, 'VerifyFlags', 'VERIFY_')
VerifyMode = _numbers(_IntEnum, 'VerifyMode', 'CERT_')

# The old name of PROTOCOL_TLS is no member of its own.
PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_TLS
_PROTOCOL_NAMES = {method: name for name, method in _SSLMethod.__members__.items()}


_VERSIONS = ['SSLv3', 'TLSv1', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3']
TLSVersion = _IntEnum(
    'TLSVersion',
    [(name, getattr(_ssl, 'PROTO_' + name)) for name in ('MINIMUM_SUPPORTED', *_VERSIONS, 'MAXIMUM_SUPPORTED')],
    module=__name__)

# The registries of TLS (RFC 8446, appendix B; the last two content types and message types are OpenSSL's own).
_TLSContentType = _IntEnum('_TLSContentType', {
    'CHANGE_CIPHER_SPEC': 20, 'ALERT': 21, 'HANDSHAKE': 22, 'APPLICATION_DATA': 23, 'HEADER': 256, 'INNER_CONTENT_TYPE': 257,
}, module=__name__)

_TLSAlertType = _IntEnum('_TLSAlertType', {
    'CLOSE_NOTIFY': 0, 'UNEXPECTED_MESSAGE': 10, 'BAD_RECORD_MAC': 20, 'DECRYPTION_FAILED': 21, 'RECORD_OVERFLOW': 22,
    'DECOMPRESSION_FAILURE': 30, 'HANDSHAKE_FAILURE': 40, 'NO_CERTIFICATE': 41, 'BAD_CERTIFICATE': 42,
    'UNSUPPORTED_CERTIFICATE': 43, 'CERTIFICATE_REVOKED': 44, 'CERTIFICATE_EXPIRED': 45, 'CERTIFICATE_UNKNOWN': 46,
    'ILLEGAL_PARAMETER': 47, 'UNKNOWN_CA': 48, 'ACCESS_DENIED': 49, 'DECODE_ERROR': 50, 'DECRYPT_ERROR': 51,
    'EXPORT_RESTRICTION': 60, 'PROTOCOL_VERSION': 70, 'INSUFFICIENT_SECURITY': 71, 'INTERNAL_ERROR': 80,
    'INAPPROPRIATE_FALLBACK': 86, 'USER_CANCELED': 90, 'NO_RENEGOTIATION': 100, 'MISSING_EXTENSION': 109,
    'UNSUPPORTED_EXTENSION': 110, 'CERTIFICATE_UNOBTAINABLE': 111, 'UNRECOGNIZED_NAME': 112,
    'BAD_CERTIFICATE_STATUS_RESPONSE': 113, 'BAD_CERTIFICATE_HASH_VALUE': 114, 'UNKNOWN_PSK_IDENTITY': 115,
    'CERTIFICATE_REQUIRED': 116, 'NO_APPLICATION_PROTOCOL': 120,
}, module=__name__)

_TLSMessageType = _IntEnum('_TLSMessageType', {
    'HELLO_REQUEST': 0, 'CLIENT_HELLO': 1, 'SERVER_HELLO': 2, 'HELLO_VERIFY_REQUEST': 3, 'NEWSESSION_TICKET': 4,
    'END_OF_EARLY_DATA': 5, 'HELLO_RETRY_REQUEST': 6, 'ENCRYPTED_EXTENSIONS': 8, 'CERTIFICATE': 11, 'SERVER_KEY_EXCHANGE': 12,
    'CERTIFICATE_REQUEST': 13, 'SERVER_DONE': 14, 'CERTIFICATE_VERIFY': 15, 'CLIENT_KEY_EXCHANGE': 16, 'FINISHED': 20,
    'CERTIFICATE_URL': 21, 'CERTIFICATE_STATUS': 22, 'SUPPLEMENTAL_DATA': 23, 'KEY_UPDATE': 24, 'NEXT_PROTO': 67,
    'MESSAGE_HASH': 254, 'CHANGE_CIPHER_SPEC': 257,
}, module=__name__)


class _ASN1Object(namedtuple('_ASN1Object', 'nid shortname longname oid')):
    """ASN.1 object identifier lookup
    """
    __slots__ = ()

    def __new__(cls, oid):
        return super().__new__(cls, *_txt2obj(oid, name=False))

    @classmethod
    def fromnid(cls, nid):
        """Create _ASN1Object from OpenSSL numeric ID
        """
        return cls._make(_nid2obj(nid))

    @classmethod
    def fromname(cls, name):
        """Create _ASN1Object from short name, long name or OID
        """
        return cls._make(_txt2obj(name, name=True))

    @classmethod
    def _make(cls, fields):
        return tuple.__new__(cls, fields)


class Purpose(_ASN1Object, _Enum):
    """SSLContext purpose flags with X509v3 Extended Key Usage objects
    """
    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


def _native(name, enumeration=None, doc=None):
    """A property of contexts that shows the native number as a member of an enumeration; other numbers stay numbers."""
    descriptor = getattr(_SSLContext, name)

    def get(self):
        number = descriptor.__get__(self)
        try:
            return enumeration(number)
        except ValueError:
            return number

    def set(self, value):
        descriptor.__set__(self, value)

    return property(get, set, doc=doc)


class SSLContext(_SSLContext):
    """An SSLContext holds various SSL-related configuration options and
    data, such as certificates and possibly a private key."""

    _windows_cert_stores = ('CA', 'ROOT')

    # The classes of what wrap_socket() and wrap_bio() make; set below.
    sslsocket_class = None
    sslobject_class = None

    def __new__(cls, protocol=None, *args, **kwargs):
        if protocol is None:
            warnings.warn('ssl.SSLContext() without protocol argument is deprecated.', category=DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        return _SSLContext.__new__(cls, protocol)

    def _encode_hostname(self, hostname):
        if isinstance(hostname, str):
            # The codec is a large module, and plain names are what it would make of them.
            if hostname.isascii() and all(0 < len(label) < 64 for label in hostname.split('.')):
                return hostname
            hostname = hostname.encode('idna')
        return hostname and hostname.decode('ascii')

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None,
                    session=None):
        return self.sslsocket_class._create(sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, server_hostname, self, session)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        return self.sslobject_class._create(incoming, outgoing, server_side, server_hostname, session, self)

    def set_npn_protocols(self, npn_protocols):
        warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)
        raise NotImplementedError('SSLContext.set_npn_protocols(): no TLS library supports NPN any more')

    def set_servername_callback(self, server_name_callback):
        if server_name_callback is not None and not callable(server_name_callback):
            raise TypeError('not a callable object')
        self.sni_callback = server_name_callback

    def set_alpn_protocols(self, alpn_protocols):
        encoded = b''
        for protocol in alpn_protocols:
            name = bytes(protocol, 'ascii')
            if not 1 <= len(name) <= 255:
                raise SSLError('ALPN protocols must be 1 to 255 in length')
            encoded += bytes((len(name),)) + name
        self._set_alpn_protocols(encoded)

    def _load_windows_store_certs(self, storename, purpose):
        raise NotImplementedError('SSLContext._load_windows_store_certs(): only on Windows')

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    minimum_version = _native('minimum_version', TLSVersion)
    maximum_version = _native('maximum_version', TLSVersion)
    options = _native('options', Options)
    protocol = property(lambda self: _SSLMethod(_SSLContext.protocol.__get__(self)))
    verify_flags = _native('verify_flags', VerifyFlags)
    verify_mode = _native('verify_mode', VerifyMode)
    _msg_callback = _native('_msg_callback', lambda value: value, doc='TLS message callback')

    @property
    def hostname_checks_common_name(self):
        return not self._host_flags & _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT

    @hostname_checks_common_name.setter
    def hostname_checks_common_name(self, value):
        flag = _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT
        self._host_flags = self._host_flags & ~flag if value else self._host_flags | flag


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """Create a SSLContext object with default settings.

    NOTE: The protocol and settings may change anytime without prior
          deprecation. The values represent a fair balance between maximum
          compatibility and security.
    """
    context = SSLContext(_protocol_for(purpose))
    # A client's context verifies the server, its name included, from the start; a server's asks nobody.
    _trust(context, purpose, cafile, capath, cadata)
    return context


def _protocol_for(purpose):
    """Whom a purpose is about is not the side that the context is for."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if purpose not in (Purpose.SERVER_AUTH, Purpose.CLIENT_AUTH):
        raise ValueError(purpose)
    return PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER


def _trust(context, purpose, cafile, capath, cadata):
    """Load what was given, else what the system trusts if the peer is to be verified."""
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH, certfile=None,
                               keyfile=None, cafile=None, capath=None, cadata=None):
    """Create a SSLContext object for Python stdlib modules

    All Python stdlib modules shall use this function to create SSLContext
    objects in order to keep common settings in one place. The configuration
    is less restrict than create_default_context()'s to increase backward
    compatibility.
    """
    usual = _protocol_for(purpose)
    made = SSLContext(usual if protocol is None else protocol)
    # The name is checked only where certificates are, so it is switched off before and on after them.
    made.check_hostname = False
    if cert_reqs is not None:
        made.verify_mode = cert_reqs
    made.check_hostname = check_hostname
    _load_own(made, certfile, keyfile)
    _trust(made, purpose, cafile, capath, cadata)
    return made


def _load_own(context, certfile, keyfile):
    if certfile:
        context.load_cert_chain(certfile, keyfile)
    elif keyfile:
        raise ValueError('certfile must be specified')


# http.client asks for these by their names, so that programs can exchange them.
_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


class _Facts:
    """What an SSLObject and an SSLSocket tell of their native connection, which is None where there is none yet."""

    _sslobj = None
    _context = None

    @property
    def context(self):
        """The SSLContext that is currently in use."""
        return self._context if self._sslobj is None else self._sslobj.context

    @context.setter
    def context(self, value):
        self._sslobj.context = value
        self._context = value

    @property
    def session(self):
        """The SSLSession for client socket."""
        return None if self._sslobj is None else self._sslobj.session

    @session.setter
    def session(self, session):
        self._sslobj.session = session

    @property
    def session_reused(self):
        """Was the client session reused during handshake"""
        return None if self._sslobj is None else self._sslobj.session_reused

    def _ask(self, name, *args):
        return None if self._sslobj is None else getattr(self._sslobj, name)(*args)

    def selected_npn_protocol(self):
        """Return the currently selected NPN protocol as a string, or ``None``
        if a next protocol was not negotiated or if NPN is not supported by one
        of the peers."""
        warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)

    def selected_alpn_protocol(self):
        """Return the currently selected ALPN protocol as a string, or ``None``
        if a next protocol was not negotiated or if ALPN is not supported by one
        of the peers."""
        return self._ask('selected_alpn_protocol')

    def cipher(self):
        """Return the currently selected cipher as a 3-tuple ``(name,
        ssl_version, secret_bits)``."""
        return self._ask('cipher')

    def shared_ciphers(self):
        """Return a list of ciphers shared by the client during the handshake or
        None if this is not a valid server connection.
        """
        return self._ask('shared_ciphers')

    def compression(self):
        """Return the current compression algorithm in use, or ``None`` if
        compression was not negotiated or not supported by one of the peers."""
        return self._ask('compression')

    def version(self):
        """Return a string identifying the protocol version used by the
        current SSL channel. """
        return self._ask('version')


class SSLObject(_Facts):
    """This class implements an interface on top of a low-level SSL object as
    implemented by OpenSSL. This object captures the state of an SSL connection
    but does not provide any network IO itself. IO needs to be performed
    through separate "BIO" objects which are OpenSSL's IO abstraction layer.

    This class does not have a public constructor. Instances are returned by
    ``SSLContext.wrap_bio``. This class is typically used by framework authors
    that want to implement asynchronous IO for SSL through memory buffers.

    When compared to ``SSLSocket``, this object lacks the following features:

     * Any form of network IO, including methods such as ``recv`` and ``send``.
     * The ``do_handshake_on_connect`` and ``suppress_ragged_eofs`` machinery.
    """

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{type(self).__name__} does not have a public constructor. Instances are returned by SSLContext.wrap_bio().')

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None, context=None):
        made = cls.__new__(cls)
        made._sslobj = context._wrap_bio(
            incoming, outgoing, server_side=server_side, server_hostname=_checked_name(context, server_side, server_hostname, False),
            owner=made, session=session)
        return made

    @property
    def server_side(self):
        """Whether this is a server-side socket."""
        return self._sslobj.server_side

    @property
    def server_hostname(self):
        """The currently set server hostname (for SNI), or ``None`` if no
        server hostname is set."""
        return self._sslobj.server_hostname

    def read(self, len=1024, buffer=None):
        """Read up to 'len' bytes from the SSL object and return them.

        If 'buffer' is provided, read into this buffer and return the number of
        bytes read.
        """
        return self._sslobj.read(len) if buffer is None else self._sslobj.read(len, buffer)

    def write(self, data):
        """Write 'data' to the SSL object and return the number of bytes
        written.

        The 'data' argument must support the buffer interface.
        """
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        """Returns a formatted version of the data in the certificate provided
        by the other end of the SSL channel.

        Return None if no certificate was provided, {} if a certificate was
        provided, but not validated.
        """
        return self._sslobj.getpeercert(binary_form)

    def pending(self):
        """Return the number of bytes that can be read immediately."""
        return self._sslobj.pending()

    def do_handshake(self):
        """Start the SSL/TLS handshake."""
        self._sslobj.do_handshake()

    def unwrap(self):
        """Start the SSL shutdown handshake."""
        return self._sslobj.shutdown()

    def get_channel_binding(self, cb_type='tls-unique'):
        """Get channel binding data for current connection.  Raise ValueError
        if the requested `cb_type` is not supported.  Return bytes of the data
        or None if the data is not available (e.g. before the handshake)."""
        return self._sslobj.get_channel_binding(cb_type)

    def verify_client_post_handshake(self):
        return self._sslobj.verify_client_post_handshake()


def _checked_name(context, server_side, server_hostname, is_socket):
    """The name of the server for the native part, if it fits the other settings."""
    if is_socket and server_side and server_hostname:
        raise ValueError('server_hostname can only be specified in client mode')
    if context.check_hostname and not server_side and server_hostname is None and is_socket:
        raise ValueError('check_hostname requires server_hostname')
    if server_hostname is not None:
        server_hostname = context._encode_hostname(server_hostname)
        if not server_hostname or server_hostname.startswith('.'):
            raise ValueError('server_hostname cannot be an empty string or start with a leading dot.')
    return server_hostname


class SSLSocket(_Facts, socket):
    """This class implements a subtype of socket.socket that wraps
    the underlying OS socket in an SSL context when necessary, and
    provides read and write methods over that channel. """

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{type(self).__name__} does not have a public constructor. Instances are returned by SSLContext.wrap_socket().')

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, context=None,
                session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        if server_side and server_hostname:
            raise ValueError('server_hostname can only be specified in client mode')
        if server_side and session is not None:
            raise ValueError('session can only be specified in client mode')
        server_hostname = _checked_name(context, server_side, server_hostname, True)
        limit = sock.gettimeout()
        made = cls.__new__(cls)
        socket.__init__(made, family=sock.family, type=sock.type, proto=sock.proto, fileno=sock.fileno())
        made.settimeout(limit)
        sock.detach()
        made._context = context
        made._session = session
        made._sslobj = None
        made._closed = False
        made.server_side = server_side
        made.server_hostname = server_hostname
        made.do_handshake_on_connect = do_handshake_on_connect
        made.suppress_ragged_eofs = suppress_ragged_eofs
        try:
            made._begin(limit)
        except:
            made.close()
            raise
        return made

    def _begin(self, limit):
        """Start TLS if the socket has a peer already."""
        self._connected = self._has_peer()
        if not self._connected:
            return
        self._attach()
        if self.do_handshake_on_connect:
            if limit == 0.0:
                raise ValueError('do_handshake_on_connect should not be specified for non-blocking sockets')
            self.do_handshake()

    def _has_peer(self):
        try:
            self.getpeername()
            return True
        except OSError as problem:
            if problem.errno != errno.ENOTCONN:
                raise
        # Without a peer there may be one that has gone: what it left must not be taken for TLS.
        limit = self.gettimeout()
        self.setblocking(False)
        try:
            left = self.recv(1)
        except OSError as problem:
            # EINVAL: a socket that listens or was never connected, on some systems.
            if problem.errno not in (errno.ENOTCONN, errno.EINVAL):
                raise
            left = b''
        finally:
            self.settimeout(limit)
        if left:
            problem = SSLError('Closed before TLS handshake with data in recv buffer.')
            problem.reason = str(problem)
            problem.library = None
            try:
                raise problem
            finally:
                self.close()
        return False

    def _attach(self):
        self._sslobj = self._context._wrap_socket(self, self.server_side, self.server_hostname, owner=self, session=self._session)

    def dup(self):
        raise NotImplementedError(f"Can't dup() {type(self).__name__} instances")

    def _checkClosed(self, msg=None):
        pass

    def _check_connected(self):
        if not self._connected:
            # An OSError that names the reason, if there still is no peer.
            self.getpeername()

    def read(self, len=1024, buffer=None):
        """Read up to LEN bytes and return them.
        Return zero-length string on EOF."""
        if self._sslobj is None:
            raise ValueError('Read on closed or unwrapped SSL socket.')
        try:
            return self._sslobj.read(len) if buffer is None else self._sslobj.read(len, buffer)
        except SSLError as problem:
            if problem.args[0] != SSL_ERROR_EOF or not self.suppress_ragged_eofs:
                raise
            return b'' if buffer is None else 0

    def write(self, data):
        """Write DATA to the underlying SSL channel.  Returns
        number of bytes of DATA actually transmitted."""
        if self._sslobj is None:
            raise ValueError('Write on closed or unwrapped SSL socket.')
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        """Returns a formatted version of the data in the certificate provided
        by the other end of the SSL channel.

        Return None if no certificate was provided, {} if a certificate was
        provided, but not validated.
        """
        self._check_connected()
        return self._sslobj.getpeercert(binary_form)

    def _refuse_flags(self, flags, name):
        if flags:
            raise ValueError(f'non-zero flags not allowed in calls to {name}() on {type(self)}')

    def send(self, data, flags=0):
        if self._sslobj is None:
            return super().send(data, flags)
        self._refuse_flags(flags, 'send')
        return self._sslobj.write(data)

    def sendto(self, data, flags_or_addr, addr=None):
        if self._sslobj is not None:
            raise ValueError(f'sendto not allowed on instances of {type(self)}')
        if addr is None:
            return super().sendto(data, flags_or_addr)
        return super().sendto(data, flags_or_addr, addr)

    def sendmsg(self, *args, **kwargs):
        raise NotImplementedError(f'sendmsg not allowed on instances of {type(self)}')

    def sendall(self, data, flags=0):
        if self._sslobj is None:
            return super().sendall(data, flags)
        self._refuse_flags(flags, 'sendall')
        with memoryview(data) as view, view.cast('B') as rest:
            sent = 0
            while sent < len(rest):
                sent += self.send(rest[sent:])

    def sendfile(self, file, offset=0, count=None):
        """Send a file, possibly by using os.sendfile() if this is a
        clear-text socket.  Return the total number of bytes sent.
        """
        if self._sslobj is None:
            return super().sendfile(file, offset, count)
        return self._sendfile_use_send(file, offset, count)

    def recv(self, buflen=1024, flags=0):
        if self._sslobj is None:
            return super().recv(buflen, flags)
        self._refuse_flags(flags, 'recv')
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        if nbytes is None:
            nbytes = 0
            if buffer is not None:
                with memoryview(buffer) as view:
                    nbytes = view.nbytes
            nbytes = nbytes or 1024
        if self._sslobj is None:
            return super().recv_into(buffer, nbytes, flags)
        self._refuse_flags(flags, 'recv_into')
        return self.read(nbytes, buffer)

    def recvfrom(self, buflen=1024, flags=0):
        if self._sslobj is not None:
            raise ValueError(f'recvfrom not allowed on instances of {type(self)}')
        return super().recvfrom(buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        if self._sslobj is not None:
            raise ValueError(f'recvfrom_into not allowed on instances of {type(self)}')
        return super().recvfrom_into(buffer, nbytes or 0, flags)

    def recvmsg(self, *args, **kwargs):
        raise NotImplementedError(f'recvmsg not allowed on instances of {type(self)}')

    def recvmsg_into(self, *args, **kwargs):
        raise NotImplementedError(f'recvmsg_into not allowed on instances of {type(self)}')

    def pending(self):
        """Return the number of bytes that can be read immediately."""
        return 0 if self._sslobj is None else self._sslobj.pending()

    def shutdown(self, how):
        self._sslobj = None
        super().shutdown(how)

    def _require_tls(self):
        if self._sslobj is None:
            raise ValueError(f'No SSL wrapper around {self}')
        return self._sslobj

    def unwrap(self):
        """Start the SSL shutdown handshake."""
        plain = self._require_tls().shutdown()
        self._sslobj = None
        return plain

    def verify_client_post_handshake(self):
        return self._require_tls().verify_client_post_handshake()

    def _real_close(self):
        self._sslobj = None
        super()._real_close()

    def do_handshake(self, block=False):
        """Start the SSL/TLS handshake."""
        self._check_connected()
        limit = self.gettimeout()
        waits = block and limit == 0.0
        if waits:
            self.settimeout(None)
        try:
            self._sslobj.do_handshake()
        finally:
            if waits:
                self.settimeout(limit)

    def _real_connect(self, addr, connect_ex):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected or self._sslobj is not None:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        self._attach()
        begun = False
        try:
            failure = super().connect_ex(addr) if connect_ex else super().connect(addr)
            if not failure:
                self._connected = True
                if self.do_handshake_on_connect:
                    self.do_handshake()
            begun = True
            return failure
        finally:
            if not begun:
                self._sslobj = None

    def connect(self, addr):
        """Connects to remote ADDR, and then wraps the connection in
        an SSL channel."""
        self._real_connect(addr, False)

    def connect_ex(self, addr):
        """Connects to remote ADDR, and then wraps the connection in
        an SSL channel."""
        return self._real_connect(addr, True)

    def accept(self):
        """Accepts a new connection from a remote client, and returns
        a tuple containing that new connection wrapped with a server-side
        SSL channel, and the address of the remote client."""
        plain, address = super().accept()
        return self.context.wrap_socket(
            plain, server_side=True, do_handshake_on_connect=self.do_handshake_on_connect,
            suppress_ragged_eofs=self.suppress_ragged_eofs), address

    def get_channel_binding(self, cb_type='tls-unique'):
        """Get channel binding data for current connection.  Raise ValueError
        if the requested `cb_type` is not supported.  Return bytes of the data
        or None if the data is not available (e.g. before the handshake)."""
        if self._sslobj is None and cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError(f'{cb_type} channel binding type not implemented')
        return self._ask('get_channel_binding', cb_type)


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


def wrap_socket(sock, keyfile=None, certfile=None, server_side=False, cert_reqs=CERT_NONE, ssl_version=PROTOCOL_TLS, ca_certs=None,
                do_handshake_on_connect=True, suppress_ragged_eofs=True, ciphers=None):
    warnings.warn('ssl.wrap_socket() is deprecated, use SSLContext.wrap_socket()', category=DeprecationWarning, stacklevel=2)
    if server_side and not certfile:
        raise ValueError('certfile must be specified for server-side operations')
    settings = SSLContext(ssl_version)
    settings.verify_mode = cert_reqs
    _load_own(settings, certfile, keyfile)
    for given, use in (ca_certs, settings.load_verify_locations), (ciphers, settings.set_ciphers):
        if given:
            use(given)
    return settings.wrap_socket(sock, server_side, do_handshake_on_connect, suppress_ragged_eofs)


_MONTHS = {name: number for number, name in enumerate('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(), 1)}


def cert_time_to_seconds(cert_time):
    """Return the time in seconds since the Epoch, given the timestring
    representing the "notBefore" or "notAfter" date from a certificate
    in ``"%b %d %H:%M:%S %Y %Z"`` strptime format (C locale).

    "notBefore" or "notAfter" dates must use UTC (RFC 5280).

    Month is one of: Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
    UTC should be specified as GMT (see ASN1_TIME_print())
    """
    import re
    rest = ' %d %H:%M:%S %Y GMT'
    month = _MONTHS.get(cert_time[:3].title())
    if month is None:
        raise ValueError(f'time data {cert_time!r} does not match format "%b{rest}"')
    if found := re.fullmatch(r'\s*(\d\d?)\s+(\d\d?):(\d\d?):(\d\d?)\s+(\d{4})\s+GMT', cert_time[3:], re.IGNORECASE):
        day, hour, minute, second, year = map(int, found.groups())
        # 61: two leap seconds, as time.strptime() has them. Days after the last of a month count on.
        if 1 <= day <= 31 and hour < 24 and minute < 60 and second <= 61:
            return ((_days_before(year, month) + day - 1) * 24 + hour) * 3600 + minute * 60 + second
    raise ValueError(f'time data {cert_time[3:]!r} does not match format {rest!r}')


def _days_before(year, month):
    """Days from the Epoch to the first of a month."""
    # Counted in years that begin in March, so that the day of a leap year is their last.
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return year * 365 + year // 4 - year // 100 + year // 400 + (month * 153 + 2) // 5 - 719468


def DER_cert_to_PEM_cert(der_cert_bytes):
    """Takes a certificate in binary DER format and returns the
    PEM version of it as a string."""
    from binascii import b2a_base64
    text = b2a_base64(der_cert_bytes, newline=False).decode()
    width = 64
    lines = [text[start:start + width] for start in range(0, len(text), width)]
    return '\n'.join([PEM_HEADER, *lines, PEM_FOOTER]) + '\n'


def PEM_cert_to_DER_cert(pem_cert_string):
    """Takes a certificate in ASCII PEM format and returns the
    DER-encoded version of it as a byte sequence"""
    from binascii import a2b_base64
    for mark, is_there, where in ((PEM_HEADER, pem_cert_string.startswith, 'start'), (PEM_FOOTER, pem_cert_string.strip().endswith, 'end')):
        if not is_there(mark):
            raise ValueError(f'Invalid PEM encoding; must {where} with {mark}')
    body = pem_cert_string.strip()[len(PEM_HEADER):-len(PEM_FOOTER)]
    return a2b_base64(body.encode('ascii'))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_GLOBAL_DEFAULT_TIMEOUT):
    """Retrieve the certificate from the server at the specified address,
    and return it as a PEM-encoded string.
    If 'ca_certs' is specified, validate the server cert against it.
    If 'ssl_version' is specified, use it in the connection attempt.
    If 'timeout' is specified, use it in the connection attempt.
    """
    host, port = addr
    context = _create_stdlib_context(ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED, cafile=ca_certs)
    with create_connection(addr, timeout=timeout) as plain, context.wrap_socket(plain, server_hostname=host) as encrypted:
        return DER_cert_to_PEM_cert(encrypted.getpeercert(True))


def get_protocol_name(protocol_code):
    return _PROTOCOL_NAMES.get(protocol_code, '<unknown>')


DefaultVerifyPaths = namedtuple(
    'DefaultVerifyPaths', 'cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath')


def get_default_verify_paths():
    """Return paths to default cafile and capath.
    """
    file_variable, file, folder_variable, folder = parts = _ssl.get_default_verify_paths()
    chosen_file = os.environ.get(file_variable, file)
    chosen_folder = os.environ.get(folder_variable, folder)
    return DefaultVerifyPaths(
        chosen_file if os.path.isfile(chosen_file) else None, chosen_folder if os.path.isdir(chosen_folder) else None, *parts)


def match_hostname(cert, hostname):
    """Verify that *cert* (in decoded format as returned by
    SSLSocket.getpeercert()) matches the *hostname*.  RFC 2818 and RFC 6125
    rules are followed.

    The function matches IP addresses rather than dNSNames if hostname is a
    valid ipaddress string. IPv4 addresses are supported on all platforms.
    IPv6 addresses are supported on platforms with IPv6 support (AF_INET6
    and inet_pton).

    CertificateError is raised on failure. On success, the function
    returns nothing.
    """
    warnings.warn('ssl.match_hostname() is deprecated', category=DeprecationWarning, stacklevel=2)
    if not cert:
        raise ValueError('empty or no certificate, match_hostname needs a SSL socket or SSL context with either CERT_OPTIONAL or CERT_REQUIRED')
    try:
        address = _inet_paton(hostname)
    except ValueError:
        address = None
    alternatives = cert.get('subjectAltName', ())
    seen = []
    for kind, name in alternatives:
        if kind == 'DNS':
            found = address is None and _dnsname_match(name, hostname)
        elif kind == 'IP Address':
            found = address is not None and _ipaddress_match(name, address)
        else:
            continue
        if found:
            return
        seen.append(name)
    if not seen:
        # A common name counts only where there is no alternative.
        for part in cert.get('subject', ()):
            for key, name in part:
                if key == 'commonName':
                    if _dnsname_match(name, hostname):
                        return
                    seen.append(name)
    if not seen:
        raise CertificateError('no appropriate commonName or subjectAltName fields were found')
    which = repr(seen[0]) if len(seen) == 1 else 'either of ' + ', '.join(map(repr, seen))
    raise CertificateError(f"hostname {hostname!r} doesn't match {which}")


def _dnsname_match(dn, hostname):
    """Matching according to RFC 6125, section 6.4.3

    - Hostnames are compared lower-case.
    - For IDNA, both dn and hostname must be encoded as IDN A-label (ACE).
    - Partial wildcards like 'www*.example.org', multiple wildcards, sole
      wildcard or wildcards in labels other then the left-most label are not
      supported and a CertificateError is raised.
    - A wildcard must match at least one character.
    """
    if not dn:
        return False
    if '*' not in dn:
        return dn.lower() == hostname.lower()
    first, _, rest = dn.partition('.')
    if dn.count('*') > 1:
        raise CertificateError(f'too many wildcards in certificate DNS name: {dn!r}.')
    if '*' in rest:
        raise CertificateError(f'wildcard can only be present in the leftmost label: {dn!r}.')
    if first != '*':
        raise CertificateError(f'partial wildcards in leftmost label are not supported: {dn!r}.')
    if not rest:
        raise CertificateError(f"sole wildcard without additional labels are not support: {dn!r}.")
    own, _, domain = hostname.partition('.')
    return bool(own) and bool(domain) and domain.lower() == rest.lower()


def _inet_paton(ipname):
    """Try to convert an IP address to packed binary form

    Supports IPv4 addresses on all platforms and IPv6 on platforms with IPv6
    support.
    """
    try:
        packed = _socket.inet_aton(ipname)
    except OSError:
        try:
            return _socket.inet_pton(_socket.AF_INET6, ipname)
        except OSError:
            raise ValueError(f'{ipname!r} is neither an IPv4 nor an IP6 address.')
    # inet_aton() takes shorter forms, too, which are no addresses of hosts.
    if _socket.inet_ntoa(packed) != ipname:
        raise ValueError(f'{ipname!r} is not a quad-dotted IPv4 address.')
    return packed


def _ipaddress_match(cert_ipaddress, host_ip):
    """Exact matching of IP addresses.

    RFC 6125 explicitly doesn't define an algorithm for this
    (section 1.7.2 - "Out of Scope").
    """
    return _inet_paton(cert_ipaddress.rstrip()) == host_ip
