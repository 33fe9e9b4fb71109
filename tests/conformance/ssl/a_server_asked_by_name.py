import ssl
import _certificates as certs


def attempt(answer):
    context = certs.server_context(certs.OTHER_HOST)

    def choose(connection, name, given):
        print(type(connection).__name__, name, given is context)
        return answer(connection)

    context.sni_callback = choose
    client, server = certs.connect(certs.client_context(), context)
    print(certs.show(client.result), '|', certs.show(server.result))


def switch(connection):
    connection.context = certs.server_context()


attempt(switch)
attempt(lambda connection: None)
attempt(lambda connection: ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME)
