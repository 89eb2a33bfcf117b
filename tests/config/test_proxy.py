"""The reverse proxy of docs/operations.md, run as it stands there."""

import datetime as dt
import getpass
import http.client
import re
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.server import ROOT, environment, free_port, start

pytestmark = pytest.mark.slow

NAME = "bedre.kommune.no"
AROUND = """
user {user}; pid {folder}/pid; error_log {folder}/error.log; daemon off; worker_processes 1;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    {block}
}}
"""


@pytest.fixture(scope="module")
def nginx(tmp_path_factory) -> Path:
    """The machine's nginx, or Debian's unpacked aside so that no service starts."""
    if found := shutil.which("nginx"):
        return Path(found)
    folder = tmp_path_factory.mktemp("nginx")
    if subprocess.run(["apt-get", "download", "nginx"], cwd=folder, capture_output=True).returncode:
        pytest.skip("nginx is not installed and cannot be fetched.")
    subprocess.run(["dpkg", "-x", *folder.glob("nginx_*.deb"), folder / "out"], check=True, capture_output=True)
    return folder / "out/usr/sbin/nginx"


def make_certificate(folder: Path) -> None:
    """A certificate that nobody but this test trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = dt.datetime.now(dt.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now).not_valid_after(now + dt.timedelta(days=1)).sign(key, hashes.SHA256())
    (folder / "pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key").write_bytes(secret)


@dataclass
class Proxy:
    """Where the proxy listens."""

    https: int
    http: int

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> http.client.HTTPResponse:
        """A request as a browser somewhere in the municipality sends it."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection("127.0.0.1", self.https, context=context, timeout=20)
        connection.request(method, path, body, {"Host": NAME, **headers})
        return connection.getresponse()


@pytest.fixture(scope="module")
def proxy(nginx: Path, tmp_path_factory) -> Iterator[Proxy]:
    """Bedre in production behind the documented block."""
    folder = tmp_path_factory.mktemp("proxy")
    make_certificate(folder)
    port, at = free_port(), Proxy(free_port(), free_port())
    env = environment(folder, "", mode="production", clock="", port=port)
    env |= {"BEDRE_URL": f"https://{NAME}", "BEDRE_SECRET_KEY": "x" * 60, "BEDRE_TRUSTED_PROXIES": "127.0.0.1"}
    block = re.search(r"```nginx\n(.*?)```", (ROOT / "docs/operations.md").read_text(), re.DOTALL)[1]
    for there, here in {
        "listen 443": f"listen 127.0.0.1:{at.https}",
        "listen 80;": f"listen 127.0.0.1:{at.http};",
        "127.0.0.1:8000": f"127.0.0.1:{port}",
        "/etc/ssl/bedre.pem": f"{folder}/pem",
        "/etc/ssl/private/bedre.key": f"{folder}/key",
    }.items():
        assert there in block
        block = block.replace(there, here)
    (folder / "conf").write_text(AROUND.format(user=getpass.getuser(), folder=folder, block=block))
    bedre = start(env, port, log=folder / "server.log")
    running = subprocess.Popen([nginx, "-c", folder / "conf", "-e", folder / "error.log"])
    time.sleep(1)
    yield at
    running.terminate()
    running.wait(10)
    bedre.stop()


def test_a_page_comes_through_as_https(proxy):
    answer = proxy.ask("GET", "/konto/logg-inn/")
    assert answer.status == 200
    assert "Secure" in answer.headers["Set-Cookie"]
    assert answer.headers["Strict-Transport-Security"]


def test_plain_http_is_sent_to_https(proxy):
    connection = http.client.HTTPConnection("127.0.0.1", proxy.http, timeout=20)
    connection.request("GET", "/helse", headers={"Host": NAME})
    assert connection.getresponse().headers["Location"] == f"https://{NAME}/helse"


def test_a_form_is_accepted_from_the_public_address_only(proxy):
    token = "c" * 32
    signing_in = {"Cookie": f"csrftoken={token}", "X-CSRFToken": token, "Content-Type": "application/x-www-form-urlencoded"}
    own = proxy.ask("POST", "/konto/logg-inn/", b"login=a&password=b", Origin=f"https://{NAME}", **signing_in)
    other = proxy.ask("POST", "/konto/logg-inn/", b"login=a&password=b", Origin="https://example.org", **signing_in)
    assert (own.status, other.status) == (422, 403)


def test_another_host_is_not_answered(proxy):
    assert proxy.ask("GET", "/konto/logg-inn/", Host="example.org").status == 400


def test_a_body_over_the_limit_is_refused(proxy):
    answer = proxy.ask("POST", "/konto/logg-inn/", b"x" * (23 * 1024 * 1024))
    body = answer.read().decode()
    assert (answer.status, "høyst 20 MB" in body) == (413, True)
