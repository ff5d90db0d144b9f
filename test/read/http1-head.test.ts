import { describe, expect, it } from 'vitest';
import { readHttp1Head } from '../../src/read/http1-head.ts';
import { damageText, SEED, withstand } from './damage.ts';

/** As nginx 1.22.1 answers plaintext at a port for TLS. */
const nginx =
  'HTTP/1.1 400 Bad Request\r\nServer: nginx/1.22.1\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>\r\n<head>';

describe('the head of an answer in HTTP/1', () => {
  it('has status, headers by lower-case names, and what came of the body', () => {
    const head = readHttp1Head(nginx);
    expect(head?.statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(head?.status).toBe(400);
    expect(head?.headers.get('server')).toBe('nginx/1.22.1');
    expect(head?.body).toBe('<html>\r\n<head>');
  });

  it('keeps the first of two headers, and reads a head without an end', () => {
    const head = readHttp1Head('HTTP/1.0 200\nServer: a\nServer: b');
    expect([...(head?.headers ?? [])]).toEqual([['server', 'a']]);
    expect(head?.body).toBe('');
  });

  it.each(['', 'HTTP/2 200', 'SSH-2.0-OpenSSH_9.2p1\r\n', 'HTTP/1.1 abc', ' HTTP/1.1 200 OK'])('%j is none', (text) => {
    expect(readHttp1Head(text)).toBeUndefined();
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([nginx], damageText, readHttp1Head);
  });
});
