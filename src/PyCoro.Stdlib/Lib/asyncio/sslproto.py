"""TLS between a transport and a protocol. It is not there yet: who asks for it is told so."""

from . import deferred
from . import protocols

__getattr__ = deferred.importer(__name__, {'ssl': None}, optional=('ssl',))


class SSLProtocol(protocols.BufferedProtocol):
    """The protocol of a socket's transport that speaks TLS for another protocol."""

    def __init__(self, loop, app_protocol, sslcontext, waiter, server_side=False, server_hostname=None, call_connection_made=True,
                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        from . import sslproto
        if sslproto.ssl is None:
            raise RuntimeError('stdlib ssl module not available')
        raise NotImplementedError('asyncio over TLS (asyncio.sslproto.SSLProtocol) is not implemented')
