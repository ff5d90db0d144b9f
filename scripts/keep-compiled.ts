/**
 * Keeps what the engine compiles of the parts that are scripts, beside them: the built program is run as it will be, on endpoints of this
 * process, and each script writes what was compiled of it. Only this release of Node will take it.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const certificates = join(root, 'test/certificates');
/** The name in the certificate: by the address it is refused, which compiles what tells of that. */
const nameOfPair = 'greeter.acme.example';

const hook = `
import { writeFileSync } from 'node:fs';
const scripts = new Map();
globalThis.keepCompiled = (file, script) => scripts.set(file, script);
process.on('exit', () => { for (const [file, script] of scripts) writeFileSync(file + '.compiled', script.createCachedData()); });
`;

/** Runs the program on a healthy endpoint of each kind: what a run compiles is added to what those before it did. */
export async function keepCompiled(program: string): Promise<void> {
  const plain = createServer();
  const secure = createSecureServer({
    key: readFileSync(join(certificates, 'pair-key.pem')),
    cert: readFileSync(join(certificates, 'pair.pem')),
  });
  try {
    const [plainPort, securePort] = await Promise.all([listening(plain), listening(secure)]);
    await run(program, ['probe', `127.0.0.1:${plainPort}`]);
    const tls = ['probe', `127.0.0.1:${securePort}`, '--ca', join(certificates, 'pair.pem')];
    await run(program, [...tls, '--servername', nameOfPair]);
    await run(program, tls);
  } finally {
    plain.close();
    secure.close();
  }
}

async function listening(server: Http2Server | Http2SecureServer): Promise<number> {
  server.on('stream', (stream: ServerHttp2Stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '12' }));
    stream.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

function run(program: string, words: readonly string[]): Promise<void> {
  const url = `data:text/javascript,${encodeURIComponent(hook)}`;
  const child = spawn(process.execPath, ['--import', url, program, ...words], { stdio: 'ignore' });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('exit', () => done());
  });
}
