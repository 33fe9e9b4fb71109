import ssl
import _certificates as certs


def attempt(title, pem, **options):
    try:
        print(title, ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certs.as_file(pem), **options))
    except Exception as error:
        print(title, certs.show(error))


certificate, _, key = certs.SERVER.partition('-----BEGIN PRIVATE KEY')
attempt('both', certs.SERVER)
attempt('no key', certificate)
attempt('no certificate', '-----BEGIN PRIVATE KEY' + key)
attempt('another key', certs.SERVER, keyfile=certs.as_file(certs.OTHER_HOST))
attempt('password', certs.LOCKED, password='secret')
attempt('bytes', certs.LOCKED, password=b'secret')
attempt('asked for', certs.LOCKED, password=lambda: 'secret')
attempt('wrong', certs.LOCKED, password='open')
attempt('no text', certs.LOCKED, password=lambda: 7)
attempt('no password', certs.LOCKED, password=True)
attempt('too long', certs.LOCKED, password='x' * 2000)
