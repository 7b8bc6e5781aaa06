// An executor of custom tasks in Node 18 or newer, with nothing but what comes with it.
//
// Run it:  EXECUTOR_SECRET=whsec_… node executor.mjs 9000
// Keep the same secret with PUT /v1/secrets/executors_key, and create a task of type custom whose
// executionConfig is {"url": "https://<this machine>/", "secret": {"secretRef": "executors_key"}}.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const KEY = Buffer.from(process.env.EXECUTOR_SECRET.replace(/^whsec_/, ''), 'base64');
const TOLERANCE = 5 * 60; // seconds that a message may be old, or our clock wrong

function isGenuine(headers, body) {
  const { 'webhook-id': id = '', 'webhook-timestamp': sent = '', 'webhook-signature': given = '' } = headers;
  if (!/^\d+$/.test(sent) || Math.abs(Date.now() / 1000 - Number(sent)) > TOLERANCE) return false;
  const wanted = createHmac('sha256', KEY).update(`${id}.${sent}.`).update(body).digest();
  const genuine = given.split(' ').filter((one) => one.startsWith('v1,')).filter((one) => {
    const signature = Buffer.from(one.slice(3), 'base64');
    return signature.length === wanted.length && timingSafeEqual(signature, wanted);
  });
  return genuine.length > 0;
}

async function tell(task, what) {
  const told = await fetch(task.callback.url, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(what),
  });
  if (!told.ok) throw new Error(`The callback was answered ${told.status}: stop`); // 404: cancelled
}

async function work(task) {
  const words = task.data.words ?? [];
  for (const [completed, word] of words.entries()) {
    await tell(task, { progress: { total: words.length, completed, current: `Counting ${word}`.slice(0, 255) } });
  }
  await tell(task, { outcome: 'done', summary: 'Counted', result: { letters: words.join('').length } });
}

createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const genuine = isGenuine(request.headers, body);
  response.writeHead(genuine ? 202 : 401).end();
  if (genuine) work(JSON.parse(body)).catch((failure) => console.error(failure.message));
}).listen(Number(process.argv[2]));
