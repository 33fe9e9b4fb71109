import asyncio

for kind in (asyncio.BaseTransport, asyncio.ReadTransport, asyncio.WriteTransport, asyncio.Transport, asyncio.DatagramTransport,
             asyncio.SubprocessTransport):
    transport = kind({'key': 'value'})
    print(kind.__name__, transport.get_extra_info('key'), transport.get_extra_info('none', 1))
    refused = []
    for name in sorted(name for name in dir(kind) if name[0] != '_'):
        for count in range(3):
            try:
                getattr(transport, name)(*[b''] * count)
            except NotImplementedError:
                refused.append(name)
                break
            except (TypeError, AttributeError):
                continue
            else:
                break
    print(refused)
