import { describe, expect, it } from 'vitest';
import { isCallPath, isTlsRecord, protocolOf, textOfNumber } from '../../src/text/names.ts';

describe('the first bytes of a connection', () => {
  it.each([
    ['504f5354202f', 'http1'],
    ['4f5054494f4e53', 'http1'],
    ['160301007701', 'tls'],
    ['POST /grpc.health.v1.Hea', 'http1'],
    [String.raw`\x16\x03\x01\x00w`, 'tls'],
    [String.raw`\\x16\\x03\\x01\\x00w`, 'tls'],
    ['PRI * HTTP/2.0', 'http2'],
    ['53534820', 'unknown'],
    [String.raw`\x00\x00\x06\x04`, 'unknown'],
  ])('%s: %s', (bytes, protocol) => expect(protocolOf(bytes)).toBe(protocol));
});

describe('a number that was read from bytes', () => {
  it.each([
    ['4740180', 'HTT', false],
    ['8069738', '{"j', false],
    // An alert, and a hello, of TLS.
    ['1377025', undefined, true],
    ['1442561', undefined, true],
    ['16393', undefined, false],
    ['999999999999', undefined, false],
  ])('%s', (number, text, tls) => {
    expect(textOfNumber(number)).toBe(text);
    expect(isTlsRecord(number)).toBe(tls);
  });
});

describe('the path of a call', () => {
  it.each([
    ['/grpc.health.v1.Health/Check', true],
    ['/temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue', true],
    ['/index.php', false],
    ['/api/v1/users', false],
    ['/static/js/app.min.js', false],
    ['/', false],
  ])('%s: %s', (path, call) => expect(isCallPath(path)).toBe(call));
});
