import { describe, expect, it } from 'vitest';
import type { ReadHost } from '../../src/core/host.ts';
import { protoSource } from '../../src/facts/proto/sources.ts';

describe('what is kept of a .proto file', () => {
  it('holds no login, wherever one was written', () => {
    const text =
      'import "https://ann:hunter2@host/x.proto";\nimport "a/b.proto";\noption go_package = "https://ann:hunter2@host/x";\n';
    const host = { readFile: () => ({ kind: 'read', bytes: Buffer.from(text) }) } as unknown as ReadHost;
    const read = protoSource(host, '/a.proto');
    expect(JSON.stringify(read)).not.toContain('hunter2');
    expect(read).toMatchObject({ source: { imports: [{ path: 'https://***@host/x.proto' }, { path: 'a/b.proto' }] } });
  });

  it('holds no token where the text is no .proto file', () => {
    const text = 'syntax = "proto3";\nmessage A { "TOKEN=hunter2" }\n';
    const host = { readFile: () => ({ kind: 'read', bytes: Buffer.from(text) }) } as unknown as ReadHost;
    const read = protoSource(host, '/a.proto');
    expect(read).toMatchObject({ source: { faults: [{ found: expect.stringContaining('***') }] } });
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });
});
