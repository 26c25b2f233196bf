#!/usr/bin/python3
"""A citizen with Debian's python3-mastodon: mastodon_citizen.py SERVER USER COMMAND ...

post TEXT [VISIBILITY] [PARENT], picture TEXT DESCRIPTION, edit ID TEXT, delete ID: print the id;
mentions: one JSON line for each mention, newest first; token: a token of the user.
"""
import io
import json
import sys

from mastodon import Mastodon

server, user, command, *rest = sys.argv[1:]
client_id, client_secret = Mastodon.create_app("warga", api_base_url=server)
citizen = Mastodon(client_id=client_id, client_secret=client_secret, api_base_url=server, ratelimit_method="throw")
token = citizen.log_in(user + "@warga.example", "apa saja")

if command == "token":
    print(token)
elif command == "post":
    text, *more = rest
    print(citizen.status_post(text, visibility=more[0] if more else "public", in_reply_to_id=more[1] if len(more) > 1 else None, language="id")["id"])
elif command == "picture":
    file = citizen.media_post(io.BytesIO(b"JPEG"), mime_type="image/jpeg", description=rest[1], synchronous=True)
    print(citizen.status_post(rest[0], media_ids=[file["id"]])["id"])
elif command == "edit":
    print(citizen.status_update(rest[0], rest[1])["id"])
elif command == "delete":
    citizen.status_delete(rest[0])
    print(rest[0])
elif command == "mentions":
    for note in citizen.notifications(types=["mention"]):
        status = note["status"]
        print(json.dumps({"from": note["account"]["acct"], "id": str(status["id"]), "parent": str(status["in_reply_to_id"]), "visibility": status["visibility"], "content": status["content"], "pictures": [{"alt": each["description"]} for each in status["media_attachments"]]}))
else:
    sys.exit("unknown command: " + command)
