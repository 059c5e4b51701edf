"""OpenStack Swift with its S3 API in one process, for tests: everything of it lies in the folder that is given.
Started by ../swift.ts; prints its port and ends when its standard input does."""

import os
import socket
import sys

import eventlet

eventlet.monkey_patch()

from eventlet import wsgi  # noqa: E402
from swift.common import db  # noqa: E402
from swift.common.ring import RingBuilder  # noqa: E402
from swift.common.wsgi import loadapp  # noqa: E402

# Crashes of processes are tested, loss of power is not: so no waiting for the disk.
os.fsync = os.fdatasync = lambda fd: None
execute = db.GreenDBCursor.execute
db.GreenDBCursor.execute = lambda self, sql, *more: execute(
    self, sql.replace("synchronous = NORMAL", "synchronous = OFF"), *more
)

folder, port, access_user, secret = sys.argv[1:5]
storage = ["account", "container", "object"]

proxy = """[DEFAULT]
swift_dir = {folder}
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck listing_formats bulk s3api tempauth copy slo versioned_writes symlink proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:s3api]
use = egg:swift#s3api
s3_acl = false
dns_compliant_bucket_names = true
[filter:tempauth]
use = egg:swift#tempauth
user_{user} = {secret} .admin
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:bulk]
use = egg:swift#bulk
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
[filter:versioned_writes]
use = egg:swift#versioned_writes
allow_object_versioning = true
[filter:symlink]
use = egg:swift#symlink
"""

backend = """[DEFAULT]
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
fallocate_reserve = 0
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
"""


class Forgetful:
    """Stands in for memcached, which tempauth wants to see and S3 requests have no need of."""

    def __getattr__(self, name):
        return lambda *args, **more: None


def with_cache(app):
    def answer(environ, start_response):
        environ["swift.cache"] = Forgetful()
        return app(environ, start_response)

    return answer


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write(text)
    return path


os.makedirs(os.path.join(folder, "devices", "disk"), exist_ok=True)
write("swift.conf", "[swift-hash]\nswift_hash_path_prefix = tests\nswift_hash_path_suffix = tests\n")

for kind in storage:
    listener = eventlet.listen(("127.0.0.1", 0))
    builder = RingBuilder(4, 1, 0)
    builder.add_dev(
        {
            "region": 1,
            "zone": 1,
            "weight": 1.0,
            "ip": "127.0.0.1",
            "port": listener.getsockname()[1],
            "device": "disk",
        }
    )
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, kind + ".ring.gz"))
    app = loadapp(write(kind + ".conf", backend.format(folder=folder, kind=kind)))
    eventlet.spawn(wsgi.server, listener, app, log_output=False)

listener = eventlet.listen(("127.0.0.1", int(port)))
listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
config = proxy.format(folder=folder, user=access_user.replace(":", "_"), secret=secret)
app = with_cache(loadapp(write("proxy.conf", config)))
print("listening on %d" % listener.getsockname()[1], flush=True)
eventlet.spawn(wsgi.server, listener, app, log_output=False)
while eventlet.tpool.execute(sys.stdin.readline):
    pass
