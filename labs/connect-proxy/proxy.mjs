// An HTTP proxy that does what it is told: node proxy.mjs KIND [PORT]. It listens at 127.0.0.1:3128, prints `ready`, and then the
// first line of each request. `refuses`: 403 to everything. `silent`: no answer. `opens`: a tunnel to PORT of 127.0.0.1.
import { connect, createServer } from 'node:net';

const [, , kind, port] = process.argv;
const proxy = createServer((socket) => {
  socket.on('error', () => socket.destroy());
  socket.once('data', (data) => {
    process.stdout.write(`${data.toString('latin1').split('\r\n')[0]}\n`);
    if (kind === 'refuses') socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 3\r\n\r\nno\n');
    if (kind !== 'opens') return;
    const there = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(there).pipe(socket);
    });
    there.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
  });
});
proxy.listen(3128, '127.0.0.1', () => process.stdout.write('ready\n'));
