"""Certificates made for these tests only, and contexts with them."""

import os
import ssl

CA = '''\
-----BEGIN CERTIFICATE-----
MIIBtjCCAV2gAwIBAgIUGRUllQNjuere9zWn6Xb7s0ChvbAwCgYIKoZIzj0EAwIw
MDELMAkGA1UEBhMCWFkxDzANBgNVBAoMBlB5Q29ybzEQMA4GA1UEAwwHVGVzdCBD
QTAgFw0yNjExMjUxNDQ1NThaGA8yMTI2MTEwMTE0NDU1OFowMDELMAkGA1UEBhMC
WFkxDzANBgNVBAoMBlB5Q29ybzEQMA4GA1UEAwwHVGVzdCBDQTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABC/jH1cNJ2fLsQADlXpZUv0XtwQdten21TNUscOr9egH
HnqNC5bKfNhLa+SbAr9P7/EPPHt2quhqie+p5m0Tq6ejUzBRMB0GA1UdDgQWBBSa
lUvGcpCTZAr0ch/TxB2cGBKn+jAfBgNVHSMEGDAWgBSalUvGcpCTZAr0ch/TxB2c
GBKn+jAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIAbNH9nyN93i
UHZyWF+Ss07DgDn/T0qnD/Tae2nWy3DuAiAbEgwpo8xHxj6VIcuKT2C2k30YiKCr
tQo4XyqhkcZlNw==
-----END CERTIFICATE-----
'''

SERVER = '''\
-----BEGIN CERTIFICATE-----
MIIB8zCCAZqgAwIBAgIUZJ74UUiM0sznlYhCixMS13R5DaAwCgYIKoZIzj0EAwIw
MDELMAkGA1UEBhMCWFkxDzANBgNVBAoMBlB5Q29ybzEQMA4GA1UEAwwHVGVzdCBD
QTAgFw0yNjExMjUxNDQ1NThaGA8yMTI2MTEwMTE0NDU1OFowMjELMAkGA1UEBhMC
WFkxDzANBgNVBAoMBlB5Q29ybzESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEzCicpY/HEjuJ51pARM4p1X9o4IcisRMjGxihBk2c
WFVKp6+drqzEEjspMMs8XAuG5kENeX99Jpv8Cb0nZUnuFKOBjTCBijApBgNVHREE
IjAggglsb2NhbGhvc3SCDSouZXhhbXBsZS5vcmeHBH8AAAEwHQYDVR0lBBYwFAYI
KwYBBQUHAwEGCCsGAQUFBwMCMB0GA1UdDgQWBBQSkP/AJEZockR/wGZYCN3owzsz
aTAfBgNVHSMEGDAWgBSalUvGcpCTZAr0ch/TxB2cGBKn+jAKBggqhkjOPQQDAgNH
ADBEAiBi2R6Q/tTsSJs64wB0cbHXxSXmQxjqNH5LZFJshY8IjAIgBri2/2X03p6S
AnF8pde+X+ZaPc/qsdGRJ0qPUGtWMQ8=
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQglmOpfh1W+NsGoTTD
DeACjqyFALjT6RPWd3iwJ6+5oLWhRANCAATMKJylj8cSO4nnWkBEzinVf2jghyKx
EyMbGKEGTZxYVUqnr52urMQSOykwyzxcC4bmQQ15f30mm/wJvSdlSe4U
-----END PRIVATE KEY-----
'''

OTHER_HOST = '''\
-----BEGIN CERTIFICATE-----
MIIB0DCCAXWgAwIBAgIUZJ74UUiM0sznlYhCixMS13R5DaEwCgYIKoZIzj0EAwIw
MDELMAkGA1UEBhMCWFkxDzANBgNVBAoMBlB5Q29ybzEQMA4GA1UEAwwHVGVzdCBD
QTAgFw0yNjExMjUxNDQ1NThaGA8yMTI2MTEwMTE0NDU1OFowHDEaMBgGA1UEAwwR
b3RoZXIuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQRLmZG
t6ykkoZxTg9zmx9w4DnKto52iAgHKOQlT3ld5dZbocUBZLfA/bLN6g7+zya9TuPZ
JGHvR79mFJa+HeOGo38wfTAcBgNVHREEFTATghFvdGhlci5leGFtcGxlLmNvbTAd
BgNVHSUEFjAUBggrBgEFBQcDAQYIKwYBBQUHAwIwHQYDVR0OBBYEFDvWPXqlJn4g
IPhHjM3IStK5O2B3MB8GA1UdIwQYMBaAFJqVS8ZykJNkCvRyH9PEHZwYEqf6MAoG
CCqGSM49BAMCA0kAMEYCIQDuX61Fbo0T6t+WkEQBovr2HI6jCFkN2I4p3kYNt/8B
oAIhAPYLCuEgQ2VStytvoS59o6qu0E/yL8D25ChpRYff5WqJ
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg88qrE1IXsZklVFR0
rJdBv1wKUV7oiXNVi2NAEDxXsCahRANCAAQRLmZGt6ykkoZxTg9zmx9w4DnKto52
iAgHKOQlT3ld5dZbocUBZLfA/bLN6g7+zya9TuPZJGHvR79mFJa+HeOG
-----END PRIVATE KEY-----
'''

EXPIRED = '''\
-----BEGIN CERTIFICATE-----
MIIBijCCATGgAwIBAgIBATAKBggqhkjOPQQDAjAwMQswCQYDVQQGEwJYWTEPMA0G
A1UECgwGUHlDb3JvMRAwDgYDVQQDDAdUZXN0IENBMB4XDTIwMDEwMTAwMDAwMFoX
DTIxMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0C
AQYIKoZIzj0DAQcDQgAEih6E9hoG7PfTbVyKPF5oHtol5ydNSKX9oR/s6cvYVa24
mlsW41R1A/6pXEKKh/1lIXQxz12hRiEMklND2dWUW6NYMFYwFAYDVR0RBA0wC4IJ
bG9jYWxob3N0MB0GA1UdDgQWBBR2gKNHCB8qC/TKC1l3CXIp4EDfDDAfBgNVHSME
GDAWgBSalUvGcpCTZAr0ch/TxB2cGBKn+jAKBggqhkjOPQQDAgNHADBEAiBGTvtc
9uGevrYUOS3nSyjyySVJPnnkW0O64ZXWpgQ6UgIgb/1+BSyvJu+sl+pFSWhWx9Tp
Cz1SKzTG3OrCGuoVWoA=
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQ427s39MZizso5BZ
e1pctmZ7H28H4XmYLt4b0tzaSFChRANCAASKHoT2Ggbs99NtXIo8Xmge2iXnJ01I
pf2hH+zpy9hVrbiaWxbjVHUD/qlcQoqH/WUhdDHPXaFGIQySU0PZ1ZRb
-----END PRIVATE KEY-----
'''

SELF_SIGNED = '''\
-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUYd8QtxKkP1qzpYDbbDXF4tv6kEYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNTE0NDU1OFoYDzIxMjYxMTAx
MTQ0NTU4WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASFWN9rJlw70d+EmHpcge3ZoBPPIb8BwfUxyTpGAB6WuHR6NCb94TBs
+bWh65pMwskf0898IK+vzKePzoa5ELwio2kwZzAdBgNVHQ4EFgQUiJg3yFGgcCKg
Av2XBrduB11+2uswHwYDVR0jBBgwFoAUiJg3yFGgcCKgAv2XBrduB11+2uswDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIhALika0T9HCTsNuJu5XtNfP4ZnXlL6unoXAI2jA5f0MTAAiBPVBmC0oZo
IBbbG10cas288pFVVJfzV2jug6JFksbGfA==
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQwJjS+PqoZenjY98
un73+TitPiCyJkls26I8eMHvRX+hRANCAASFWN9rJlw70d+EmHpcge3ZoBPPIb8B
wfUxyTpGAB6WuHR6NCb94TBs+bWh65pMwskf0898IK+vzKePzoa5ELwi
-----END PRIVATE KEY-----
'''

# The same certificate; its key is encrypted.
LOCKED = SELF_SIGNED[:SELF_SIGNED.index('-----BEGIN PRIVATE')] + '''\
-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjJ+4ETqW0NOQICCAAw
DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEK8gtMWPwWfDsD5BPZaBahIEgZB7
MDwohNfZsHv1LoMKys0l3p6cKGoyo7+LRkOGo5uC78KzIjGnC8rmFMRPrYD2EFr6
fwddQbVG7g3cmxiVQYT78MPJuFnNjwEVw2tWnZs27rXvblXU2oReSrIdSAk7S2y3
1YK3pPJdDQZlSIwlzolN4wqb0qfFfb5QOwrSTx3l31S0FEq1Fz+zh1o8xYTOkAM=
-----END ENCRYPTED PRIVATE KEY-----
'''


def as_file(text):
    """The path of a file without a name: contexts take nothing else."""
    fd = os.memfd_create('pem')
    os.write(fd, text.encode())
    return f'/proc/self/fd/{fd}'


def server_context(pem=SERVER):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(as_file(pem))
    return context


def client_context(trusted=CA):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=trusted)
    return context


class Side:
    """One end of a connection in memory."""

    def __init__(self, name, context, **options):
        self.name = name
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.incoming, self.outgoing, **options)
        self.result = None

    def step(self):
        if self.result is not None:
            return
        try:
            self.tls.do_handshake()
            self.result = 'done'
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError as error:
            self.result = error


def carry(client, server):
    server.incoming.write(client.outgoing.read())
    client.incoming.write(server.outgoing.read())


def connect(client_settings, server_settings, hostname='localhost'):
    """Both ends after as many steps as a handshake takes."""
    client = Side('client', client_settings, server_hostname=hostname)
    server = Side('server', server_settings, server_side=True)
    for _ in range(5):
        client.step()
        server.step()
        carry(client, server)
    return client, server


def show(error):
    if not isinstance(error, Exception):
        return error
    # The line of CPython's C file is nobody's business.
    text = str(error).partition(' (_ssl.c')[0]
    return f'{type(error).__name__}: {text}'
