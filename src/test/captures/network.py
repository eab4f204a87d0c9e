"""What stands between client and registry: a resolver, a proxy, an address that never answers."""

import socket
import struct
import threading

from faults import BLACKHOLE, HOSTS, PRIVATE, PROXY, RESOLVER

CODES = {"nxdomain": 3, "servfail": 2, "refused": 5}


def question(packet):
    """Returns (name, query type, end of the question section)."""
    labels, at = [], 12
    while packet[at]:
        labels.append(packet[at + 1: at + 1 + packet[at]].decode())
        at += 1 + packet[at]
    return ".".join(labels).lower(), struct.unpack("!H", packet[at + 1: at + 3])[0], at + 5


def answer(packet, fault):
    name, kind, end = question(packet)
    target = fault().get("dns", {}).get(name) or HOSTS.get(name, "nxdomain")
    if target == "silent":
        return None
    code = CODES.get(target, 0)
    records = b""
    if not code and kind == 1:
        records = b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 5, 4) + socket.inet_aton(target)
    head = packet[:2] + struct.pack("!HHHHH", 0x8180 | code, 1, 1 if records else 0, 0, 0)
    return head + packet[12:end] + records


def resolver(fault):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind((RESOLVER, 53))
    while True:
        packet, client = sock.recvfrom(4096)
        reply = answer(packet, fault)
        if reply:
            sock.sendto(reply, client)


def pump(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
    except OSError:
        pass
    finally:
        sink.close()


def tunnel(client, fault):
    head = b""
    while b"\r\n\r\n" not in head:
        part = client.recv(4096)
        if not part:
            return
        head += part
        if head[0] == 0x16:  # a TLS greeting: the client was told https:// for a proxy that speaks plain HTTP
            client.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
            client.close()
            return
    refusal = fault().get("proxy")
    if refusal:
        status, reason = refusal
        extra = 'Proxy-Authenticate: Negotiate\r\n' if status == 407 else ""
        client.sendall(f"HTTP/1.1 {status} {reason}\r\n{extra}Content-Length: 0\r\n\r\n".encode())
        client.close()
        return
    host = head.split()[1].decode().split(":")[0]
    server = socket.create_connection((HOSTS.get(host, BLACKHOLE), 443))
    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
    threading.Thread(target=pump, args=(server, client), daemon=True).start()
    pump(client, server)


def proxy(fault):
    with socket.create_server((HOSTS[PROXY], 3128)) as listener:
        while True:
            client, _ = listener.accept()
            threading.Thread(target=tunnel, args=(client, fault), daemon=True).start()


def blackhole(address, port):
    """A listener whose queue is full drops further connections without a word, as a firewall does."""
    listener = socket.socket()
    listener.bind((address, port))
    listener.listen(0)
    keep = [listener]
    for _ in range(4):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex((address, port))
        keep.append(filler)
    return keep


def start(fault):
    start.kept = [blackhole(*place) for place in ((BLACKHOLE, 443), (BLACKHOLE, 3128), (PRIVATE, 443))]
    for service in (resolver, proxy):
        threading.Thread(target=service, args=(fault,), daemon=True).start()
