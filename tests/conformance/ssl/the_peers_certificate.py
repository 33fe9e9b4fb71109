import _certificates as certs

client, server = certs.connect(certs.client_context(), certs.server_context())
certificate = client.tls.getpeercert()
for key in 'subject', 'issuer', 'version', 'subjectAltName':
    print(key, certificate[key])
print(sorted(certificate))
print(type(client.tls.getpeercert(True)), server.tls.getpeercert(), server.tls.getpeercert(True))
