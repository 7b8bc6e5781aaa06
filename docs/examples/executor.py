"""An executor of custom tasks in Python 3, with nothing but its standard library.

Run it:  EXECUTOR_SECRET=whsec_… python3 executor.py 9000
Keep the same secret with PUT /v1/secrets/executors_key, and create a task of type custom whose
executionConfig is {"url": "https://<this machine>/", "secret": {"secretRef": "executors_key"}}.
"""
import base64, hmac, json, os, sys, threading, time, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = base64.b64decode(os.environ["EXECUTOR_SECRET"].removeprefix("whsec_"))
TOLERANCE = 5 * 60  # seconds that a message may be old, or our clock wrong


def is_genuine(headers, body):
    ident, sent = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not sent.isdecimal() or abs(time.time() - int(sent)) > TOLERANCE:
        return False
    signed = b".".join([ident.encode(), sent.encode(), body])
    wanted = b"v1," + base64.b64encode(hmac.digest(KEY, signed, "sha256"))
    given = headers.get("webhook-signature", "").encode().split(b" ")
    return any([hmac.compare_digest(wanted, one) for one in given])


def tell(task, what):  # a 404 is raised here when the task was cancelled: then stop
    body, headers = json.dumps(what).encode(), {"content-type": "application/json"}
    urllib.request.urlopen(urllib.request.Request(task["callback"]["url"], body, headers), timeout=10)


def work(task):
    words = task["data"].get("words", [])
    for done, word in enumerate(words):
        tell(task, {"progress": {"total": len(words), "completed": done, "current": f"Counting {word}"[:255]}})
    tell(task, {"outcome": "done", "summary": "Counted", "result": {"letters": sum(map(len, words))}})


class Executor(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        genuine = is_genuine(self.headers, body)
        self.send_response(202 if genuine else 401)
        self.send_header("content-length", "0")
        self.send_header("connection", "close")
        self.end_headers()
        if genuine:
            threading.Thread(target=work, args=[json.loads(body)]).start()


ThreadingHTTPServer(("", int(sys.argv[1])), Executor).serve_forever()
