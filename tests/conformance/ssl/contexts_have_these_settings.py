import ssl

for protocol in ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER:
    context = ssl.SSLContext(protocol)
    print(context.protocol, repr(context.verify_mode), context.check_hostname, repr(context.minimum_version), repr(context.maximum_version))
    print(repr(context.options))
    print(repr(context.verify_flags), context.cert_store_stats(), context.get_ca_certs(), context.session_stats()['hits'])
    print([cipher['name'] for cipher in context.get_ciphers()])
default = ssl.create_default_context()
print(repr(default.verify_mode), default.check_hostname)
plain = ssl._create_unverified_context()
print(repr(plain.verify_mode), plain.check_hostname)
for attempt in (
        lambda: setattr(context, 'verify_mode', 7),
        lambda: setattr(context, 'minimum_version', 5),
        lambda: context.set_ciphers('nonsense'),
        lambda: ssl.SSLContext(99),
        lambda: context.load_verify_locations(),
        lambda: context.load_verify_locations(cadata=''),
        lambda: context.load_verify_locations(cadata='x'),
        lambda: context.load_verify_locations(cadata=b'x'),
        lambda: context.load_cert_chain('/there/is/no/such/file')):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, str(error).partition(' (_ssl.c')[0])
