import ssl
import _certificates as certs

der = ssl.PEM_cert_to_DER_cert(certs.CA)
print(ssl.DER_cert_to_PEM_cert(der) == certs.CA)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
context.load_verify_locations(cadata=der)
print(context.cert_store_stats(), context.get_ca_certs(True) == [der], context.get_ca_certs()[0]['subject'])
for text in 'x', ssl.PEM_HEADER + 'x':
    try:
        ssl.PEM_cert_to_DER_cert(text)
    except ValueError as error:
        print(error)
print(ssl.cert_time_to_seconds('Jan  5 09:34:43 2018 GMT'))
try:
    ssl.cert_time_to_seconds('Abc  5 09:34:43 2018 GMT')
except ValueError as error:
    print(error)
