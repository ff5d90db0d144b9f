// A name server that says what it is told: node server.mjs SCRIPT, where SCRIPT is JSON by name.
// It listens at port 53 of 127.0.0.1, over UDP and TCP, prints `ready`, and then each question: `udp A svc.example`.
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

const script = JSON.parse(process.argv[2]);
const types = { 1: 'A', 5: 'CNAME', 16: 'TXT', 28: 'AAAA' };

/** Where the question ends, its name and its type. */
function questionOf(query) {
  const labels = [];
  let at = 12;
  while (query[at] !== 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]));
    at += 1 + query[at];
  }
  return { name: labels.join('.').toLowerCase(), type: types[query.readUInt16BE(at + 1)] ?? '?', end: at + 5 };
}

function addressBytes(text) {
  if (!text.includes(':')) return Buffer.from(text.split('.').map(Number));
  const [before, after = ''] = text.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const groups = [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
  return Buffer.from(groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]));
}

function encode(name) {
  return Buffer.concat([
    ...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);
}

function record(owner, type, data) {
  const head = Buffer.alloc(10);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt32BE(60, 4);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([owner, head, data]);
}

/** What is said to a question; undefined: nothing. */
function answerTo(query, tcp) {
  const { name, type, end } = questionOf(query);
  process.stdout.write(`${tcp ? 'tcp' : 'udp'} ${type} ${name}\n`);
  const told = script.names?.[name] ?? script.others ?? 'no-such-name';
  if (told === 'silence') return undefined;
  const codes = { 'no-such-name': 3, failure: 2, refused: 5 };
  const isLame = told === 'lame';
  const truncated = told.truncated === true && !tcp;
  const owner = Buffer.from([0xc0, 12]);
  const answers = [];
  if (told.cname && !truncated) answers.push(record(owner, 5, encode(told.cname)));
  const chained = told.cname ? encode(told.cname) : owner;
  for (const address of truncated ? [] : (told[type] ?? [])) {
    answers.push(record(chained, type === 'A' ? 1 : 28, addressBytes(address)));
  }
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8100 | (isLame ? 0 : 0x0080) | (truncated ? 0x0200 : 0) | (codes[told] ?? 0), 2);
  head.writeUInt16BE(answers.length, 6);
  head.writeUInt16BE(0, 10);
  return Buffer.concat([head, query.subarray(12, end), ...answers]);
}

const udp = createSocket('udp4');
udp.on('message', (query, peer) => {
  const answer = answerTo(query, false);
  if (answer) udp.send(answer, peer.port, peer.address);
});
const tcp = createServer((socket) => {
  socket.on('error', () => socket.destroy());
  socket.once('data', (data) => {
    const answer = answerTo(data.subarray(2), true);
    if (!answer) return;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(answer.length);
    socket.end(Buffer.concat([length, answer]));
  });
});
udp.bind(53, '127.0.0.1', () => tcp.listen(53, '127.0.0.1', () => process.stdout.write('ready\n')));
