"""Whether this machine's sockets know IPv6."""

import socket

_HAS_IPv6 = hasattr(socket, 'AF_INET6')
