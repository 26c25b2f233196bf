#!/usr/bin/python3
"""A mail server for tests: smtp_peer.py FILE [MODE].

Writes the port it listens on as the first line of its output; appends each mail whose data it took in as one JSON line to
FILE. MODE (also read anew from FILE.mode for each mail): accept, 451 and 550 (answers to RCPT), 552 (answer to the data),
hangup (takes the data, then closes without an answer), slow (answers the data after five seconds).
"""
import asyncio
import json
import pathlib
import sys

from aiosmtpd.smtp import SMTP

received = pathlib.Path(sys.argv[1])
mode_file = pathlib.Path(sys.argv[1] + ".mode")
usual = sys.argv[2] if len(sys.argv) > 2 else "accept"


def mode() -> str:
    return mode_file.read_text().strip() if mode_file.exists() else usual


class Peer:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode() == "451":
            return "451 4.3.0 come back later"
        if mode() == "550":
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if mode() == "552":
            return "552 5.2.2 mailbox full"
        with received.open("a") as out:
            line = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "helo": session.host_name, "data": envelope.content.decode("utf-8", "replace")}
            out.write(json.dumps(line) + "\n")
        if mode() == "hangup":
            server.transport.abort()
            return "250 never seen"
        if mode() == "slow":
            await asyncio.sleep(5)
        return "250 taken"


def main():
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(lambda: SMTP(Peer(), hostname="peer", loop=loop), "127.0.0.1", 0))
    print(server.sockets[0].getsockname()[1], flush=True)
    loop.run_forever()


main()
