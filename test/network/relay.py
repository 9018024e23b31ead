"""A line between two network namespaces that loses, delays, limits and blocks, packet by packet.

Makes two tunnel devices (names in argv) and carries IPv4 packets between them. Orders come as JSON, one a line,
on standard input, and are answered with one line of JSON on standard output; it ends with its input.

  {"up": {…}, "down": {…}}  how packets are treated from the second device to the first, and back:
      loss    share of packets that vanish, 0 to 1
      delayMs time under way
      kbit    what fits through, kilobits a second; 0: all
      queueMs how much may wait before it before packets are dropped
      block   what a firewall keeps out: "udp", "tcp:7881", "all"
  {"count": true}           packets so far: carried, lost, queued away, blocked, bytes
"""

import fcntl
import heapq
import json
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
PROTOCOLS = {"udp": 17, "tcp": 6}
FREE = {"loss": 0.0, "delayMs": 0, "kbit": 0, "queueMs": 400, "block": []}


def open_tunnel(name):
    tunnel = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tunnel, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN | IFF_NO_PI))
    return tunnel


def is_blocked(packet, block):
    """Whether a firewall rule names this packet: by its protocol, or by a port of it at either end."""
    protocol = packet[9]
    header = (packet[0] & 15) * 4
    for rule in block:
        name, _, port = rule.partition(":")
        if name == "all" or PROTOCOLS[name] == protocol:
            if not port or int(port) in struct.unpack_from("!HH", packet, header):
                return True
    return False


class Way:
    """One direction of the line."""

    def __init__(self, target, chance):
        self.target, self.chance, self.rule, self.free_at = target, chance, dict(FREE), 0.0
        self.count = {"carried": 0, "lost": 0, "queued_away": 0, "blocked": 0, "bytes": 0}

    def arrival(self, packet, now):
        """When the packet comes out at the other end, None: never."""
        rule = self.rule
        if is_blocked(packet, rule["block"]):
            self.count["blocked"] += 1
            return None
        if self.chance.random() < rule["loss"]:
            self.count["lost"] += 1
            return None
        if rule["kbit"]:
            begin = max(now, self.free_at)
            if begin - now > rule["queueMs"] / 1000:
                self.count["queued_away"] += 1
                return None
            self.free_at = begin + len(packet) * 8 / (rule["kbit"] * 1000)
            now = self.free_at
        self.count["carried"] += 1
        self.count["bytes"] += len(packet)
        return now + rule["delayMs"] / 1000


def write(target, packet):
    try:
        os.write(target, packet)
    except OSError:
        pass  # The device is down or full: a packet more that is lost.


def obey(order, up, down):
    if order.get("count"):
        return {"up": up.count, "down": down.count}
    for way, name in ((up, "up"), (down, "down")):
        if name in order:
            way.rule = {**FREE, **order[name]}
    return {}


def main(office_name, branch_name):
    office, branch = open_tunnel(office_name), open_tunnel(branch_name)
    # The same losses in each run.
    up, down = Way(office, random.Random(7)), Way(branch, random.Random(11))
    under_way, number, rest = [], 0, b""
    print(json.dumps({"ready": True}), flush=True)
    while True:
        wait = max(0.0, under_way[0][0] - time.monotonic()) if under_way else None
        for source in select.select([office, branch, 0], [], [], wait)[0]:
            if source == 0:
                read = os.read(0, 65536)
                if not read:
                    return
                *orders, rest = (rest + read).split(b"\n")
                for order in orders:
                    print(json.dumps(obey(json.loads(order), up, down)), flush=True)
                continue
            way = up if source == branch else down
            try:
                packet = os.read(source, 65536)
            except OSError:
                continue
            now = time.monotonic()
            at = way.arrival(packet, now) if packet[0] >> 4 == 4 else None
            if at is not None and at <= now:
                write(way.target, packet)
            elif at is not None:
                number += 1
                heapq.heappush(under_way, (at, number, way.target, packet))
        now = time.monotonic()
        while under_way and under_way[0][0] <= now:
            _, _, target, packet = heapq.heappop(under_way)
            write(target, packet)


main(*sys.argv[1:3])
