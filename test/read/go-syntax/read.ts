import { ownFile } from '../../../src/host/own-files.ts';
import { GoParser, type PackageConstants, readGoSyntax } from '../../../src/read/go/syntax/reader.ts';
import type { GoSyntax, Interest } from '../../../src/read/go/syntax/syntax.ts';

const bytes = (name: string): Uint8Array => ownFile(name) ?? new Uint8Array();

/** The parser that the tests share. */
export const parser = await GoParser.load({
  runtime: bytes('web-tree-sitter.wasm'),
  grammar: bytes('tree-sitter-go.wasm'),
});

export const grpc = 'google.golang.org/grpc';

/** What the tests of the reader look for. */
export const interest: Interest = {
  names: new Map([
    [grpc, new Set(['Dial', 'DialContext', 'WithBlock', 'WithTimeout', 'WithInsecure', 'DialOption'])],
    [`${grpc}/keepalive`, new Set(['ClientParameters'])],
  ]),
  fields: new Map([['crypto/x509.CertificateInvalidError', new Set(['Code'])]]),
};

/** Reads a file of Go. */
export function read(text: string, constants?: PackageConstants): GoSyntax {
  const syntax = readGoSyntax(parser, text, interest, constants);
  if (!syntax) throw new Error('too long');
  return syntax;
}

/** Reads the body of a function; grpc, context, time and keepalive are imported, and `ctx` is a parameter. */
export function readBody(body: string, before = ''): GoSyntax {
  return read(
    [
      'package main',
      'import (',
      '\t"context"',
      '\t"crypto/x509"',
      '\t"errors"',
      '\t"time"',
      '\t"google.golang.org/grpc"',
      '\t"google.golang.org/grpc/keepalive"',
      ')',
      before,
      'func run(ctx context.Context, err error) {',
      body,
      '}',
      '',
    ].join('\n'),
  );
}
