import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBench } from '../../src/lab/kit/bench.ts';
import { buildClient, newestClient } from '../../src/lab/kit/grpc-clients.ts';
import { labFolders } from '../../src/lab/paths.ts';
import { entry, scratch } from '../support/cli.ts';

// A real client of grpc-go that waits for a connection which never comes.

let root: string;
let remove: () => void;
let client: string;
const web = createServer((_, response) => response.end());

beforeAll(async () => {
  await new Promise<void>((listening) => web.listen(0, '127.0.0.1', listening));
  ({ root, remove } = await scratch('run-debug'));
  const bench = await openBench(labFolders(), (line) => process.stderr.write(`${line}\n`));
  const built = await buildClient(bench, newestClient);
  if (!('bin' in built)) throw new Error(built.refused);
  client = built.bin;
}, 600_000);
afterAll(() => {
  web.close();
  remove();
});

/** What is said when the client dials that, and fails. */
function said(target: string, ...options: string[]): Promise<string> {
  const call = { id: '1', target, as: 'plaintext', dial: 'block', deadlineMs: 1500, repeat: 1 };
  const words = [entry, 'run', ...options, '--', 'sh', '-c', '"$0"; exit 1', client];
  const child = spawn(process.execPath, words, { cwd: root, env: { PATH: process.env.PATH ?? '', HOME: root } });
  child.stdin.end(JSON.stringify([call]));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      text += piece.toString();
    });
  return new Promise((resolve) => child.on('close', () => resolve(text)));
}

describe('the log of a client whose deadline ran out', () => {
  it.each(['connection-refused', 'http1-server-instead-of-grpc'])(
    'tells of %s what the error does not',
    async (trap) => {
      const target = trap === 'connection-refused' ? '127.0.0.1:1' : `127.0.0.1:${(web.address() as AddressInfo).port}`;
      const without = await said(target);
      expect(without).toContain('context deadline exceeded');
      expect(without).not.toMatch(/^(?:proven|likely)\[/m);
      expect(without).toContain('grpc-doctor run --debug -- sh -c ');
      const log = await said(target, '--debug');
      expect(log).toMatch(new RegExp(`\n\n(?:proven|likely)\\[${trap}\\] `));
      expect(log).not.toContain('run --debug');
    },
  );
});
