import ssl
import _certificates as certs

context = certs.client_context()
try:
    context.verify_mode = ssl.CERT_NONE
except ValueError as error:
    print(error)
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
client, server = certs.connect(context, certs.server_context(certs.SELF_SIGNED), 'anybody')
print(client.result, client.tls.getpeercert(), len(client.tls.getpeercert(True)) > 300)
