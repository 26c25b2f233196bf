#!/usr/bin/python3
"""A mailbox for tests: dovecot with a configuration of its own in a temporary folder, as root or not.

Says its ports as one JSON line: {"imap", "imaps", "lmtp", "folder", "ca"}. Mailboxes are posko@contoh.go.id and whatever else mail
is delivered to; the password of all is "rahasia"; "posko+anything" belongs to posko. Mails are handed over by LMTP on the
port of that name. opensmtpd stands before it in no test: it cannot run without root, nor beside another one.

Reads commands from its input, one a line, and answers "ok": `stop` (cuts all connections), `start`, `renumber` (a new
UIDVALIDITY; while stopped), `empty` (takes all mails away; while stopped), `bare` (offers no TLS, nor STARTTLS; while
stopped), `safe` (does again). Ends with its input.
"""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

CONFIG = """
protocols = imap lmtp
base_dir = {run}
state_dir = {run}
log_path = {folder}/log
ssl = {ssl}
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
first_valid_uid = 1
mail_location = maildir:{folder}/mail/%n
recipient_delimiter = +
listen = 127.0.0.1
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = {ssl}
  }}
}}
service stats {{
  chroot =
}}
service lmtp {{
  inet_listener lmtp {{
    port = {lmtp}
  }}
}}
passdb {{
  driver = static
  args = password=rahasia
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%n allow_all_users=yes
}}
protocol lmtp {{
  auth_username_format = %Lu
}}
namespace inbox {{
  inbox = yes
}}
"""


def free_port():
    """Below the range from which systems take ports for connections: dovecot finds its own free after a restart."""
    while True:
        port = 12000 + int.from_bytes(os.urandom(2), "big") % 20000
        with socket.socket() as one:
            try:
                one.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


class Peer:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tanggap-mail-"))
        self.process = None
        is_root = os.geteuid() == 0
        import grp, pwd
        who = pwd.getpwnam("nobody") if is_root else pwd.getpwuid(os.geteuid())
        for name in ("run", "mail", "home"):
            (self.folder / name).mkdir()
            if is_root:
                os.chown(self.folder / name, who.pw_uid, who.pw_gid)
        self.folder.chmod(0o755)
        self.ports = {name: free_port() for name in ("imap", "imaps", "lmtp")}
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", self.folder / "key.pem", "-out", self.folder / "cert.pem"], check=True, stderr=subprocess.DEVNULL)
        self.settings = dict(folder=self.folder, run=self.folder / "run", user=who.pw_name, group=grp.getgrgid(who.pw_gid).gr_name, uid=who.pw_uid, gid=who.pw_gid, **self.ports)
        self.safe()

    def safe(self):
        (self.folder / "dovecot.conf").write_text(CONFIG.format(ssl="yes", **self.settings))

    def bare(self):
        (self.folder / "dovecot.conf").write_text(CONFIG.format(ssl="no", **self.settings))

    def answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.ports["imap"]), 1) as one:
                one.settimeout(5)
                return one.recv(10).startswith(b"* OK")
        except OSError:
            return False

    def start(self):
        self.process = subprocess.Popen(["/usr/sbin/dovecot", "-F", "-c", self.folder / "dovecot.conf"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
        for _ in range(200):
            if self.answers():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        log = self.folder / "log"
        sys.exit("dovecot did not start: " + (log.read_text() if log.exists() else ""))

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait()
            try:
                os.killpg(self.process.pid, signal.SIGKILL)  # sessions that outlive it
            except ProcessLookupError:
                pass
            self.process = None

    def renumber(self):
        for name in self.folder.glob("mail/*/dovecot*"):
            name.unlink()
        # The new number is the time in seconds: it must be another one.
        time.sleep(1.1)

    def empty(self):
        for name in list(self.folder.glob("mail/*/cur/*")) + list(self.folder.glob("mail/*/new/*")):
            name.unlink()


def main():
    peer = Peer()
    try:
        peer.start()
        print(json.dumps({**peer.ports, "folder": str(peer.folder), "ca": str(peer.folder / "cert.pem")}), flush=True)
        for line in sys.stdin:
            getattr(peer, line.strip())()
            print("ok", flush=True)
    finally:
        peer.stop()
        shutil.rmtree(peer.folder, ignore_errors=True)


main()
