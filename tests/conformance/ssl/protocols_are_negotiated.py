import _certificates as certs

for offered in (['spdy/3', 'http/1.1'], ['gopher'], []):
    client_settings, server_settings = certs.client_context(), certs.server_context()
    server_settings.set_alpn_protocols(['h2', 'http/1.1'])
    client_settings.set_alpn_protocols(offered)
    client, server = certs.connect(client_settings, server_settings)
    print(client.result, server.result, client.tls.selected_alpn_protocol(), server.tls.selected_alpn_protocol())
for name in '', 'x' * 256:
    try:
        client_settings.set_alpn_protocols([name])
    except Exception as error:
        print(type(error).__name__, error.args)
