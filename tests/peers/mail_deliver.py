#!/usr/bin/python3
"""Hands one mail to a mailbox by LMTP: mail_deliver.py PORT FROM TO MAIL. MAIL `-`: from the input."""
import smtplib
import sys

port, sender, to, mail = sys.argv[1:]
data = sys.stdin.buffer.read() if mail == "-" else mail.encode("utf-8", "surrogateescape")
with smtplib.LMTP("127.0.0.1", int(port)) as server:
    server.ehlo_or_helo_if_needed()
    server.mail(sender)
    code, said = server.rcpt(to)
    if code != 250:
        sys.exit(said.decode())
    # Bytes as they are, whatever is in them.
    code, said = server.data(data)
    if code != 250:
        sys.exit(str(said))
