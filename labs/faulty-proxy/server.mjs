// Module proxies with faults, one to a port of the loopback interface, and a name server that knows no name.
//   node server.mjs '{"proxies": {"a": {"play": "404"}, "b": {"play": "silent", "tls": true}}, "certificate": "folder of cert.pem and key.pem"}'
// The first line of output has the port of each proxy. Then each request gives a line when it comes and one when it has ended.
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';

const { proxies, certificate } = JSON.parse(process.argv[2]);

const page = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form>...</form></body></html>\n';

/** What a proxy with the fault does with a request. A number is a status. */
const faults = {
  page: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  // Slow enough that all requests of a batch are there before the first has its answer.
  late: (response) =>
    setTimeout(() => response.writeHead(404, { 'content-type': 'text/plain' }).end('not found'), 1000),
  silent: () => {},
  stalled: (response) => response.writeHead(200, { 'content-type': 'text/plain' }).write('module '),
};

function answer(fault, response) {
  if (faults[fault]) faults[fault](response);
  else response.writeHead(Number(fault), { 'content-type': 'text/plain' }).end('no module for you');
}

function tell(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function serverFor(id, { play, tls }) {
  // Takes connections and says nothing, not even in the handshake of TLS.
  if (play === 'mute') return createTcpServer((socket) => follow(id, socket.resume()));
  const listener = (request, response) => {
    follow(id, response, request.url);
    answer(play, response);
  };
  return tls ? createTlsServer(key(), listener) : createServer(listener);
}

function follow(id, stream, url) {
  tell({ id, is: 'begin', url });
  stream.on('close', () => tell({ id, is: 'end', url })).on('error', () => {});
}

function key() {
  const read = (name) => readFileSync(`${certificate}/${name}.pem`);
  return { cert: read('cert'), key: read('key') };
}

/** Answers every question of DNS with NXDOMAIN: the question again, with the bits of an answer and of that code. */
async function knowNoName() {
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) => {
    const reply = Buffer.from(question);
    reply.writeUInt16BE(0x8183, 2);
    // Additional records of the question (EDNS) are not sent back.
    reply.writeUInt16BE(0, 10);
    socket.send(reply.subarray(0, endOfQuestion(reply)), port, address);
  });
  await new Promise((resolve) => socket.bind(53, '127.0.0.1', resolve));
}

function endOfQuestion(message) {
  let at = 12;
  while (message[at]) at += message[at] + 1;
  return at + 5;
}

const ports = {};
for (const [id, proxy] of Object.entries(proxies)) {
  const server = serverFor(id, proxy);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  ports[id] = server.address().port;
}
await knowNoName();
tell(ports);
process.stdin.on('end', () => process.exit()).resume();
