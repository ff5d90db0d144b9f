import { OLD_PROTOBUF, PGO, PROTOBUF, protoc } from '../../kit/catalog.ts';
import { type Expected, type GoModule, MESSAGES, type Variant } from '../../kit/proto-lab.ts';

// The small .proto files of the matrix, and the lines by which projects make Go of them.

/** One release of each kind that speaks differently of something: from the oldest that is still met to the newest. */
export const RELEASES = [
  '3.6.1',
  '3.11.4',
  '3.12.4',
  '3.14.0',
  '3.15.0',
  '21.12',
  '22.5',
  '25.9',
  '26.1',
  '29.6',
  '31.1',
  '32.0',
  '36.2',
] as const;

/** The releases that are enough where all say the same but for a word. */
export const FEW = ['3.12.4', '21.12', '31.1', '36.2'] as const;

/** Where a .proto file says into which Go package it goes. */
export const goPackage = (path: string): string => `option go_package = "${path}";`;

/** `api/user.proto` of most cases; `head` are its first lines after the syntax. */
export const USER = `syntax = "proto3";
package api;
${goPackage('example.com/app/api')}
message User {
  string name = 1;
}
`;

/** Code beside the .proto files, by the source's own folder. */
export const GO_OUT = '--go_out=paths=source_relative:.';
export const GRPC_OUT = '--go-grpc_out=paths=source_relative:.';

/** `protoc -I. --go_out=paths=source_relative:. FILE…` */
export const protocGo = (...files: string[]): string => `protoc -I. ${GO_OUT} ${files.join(' ')}`;

/** Variants by the release of protoc, each with the same verdict. */
export function over(releases: readonly string[], expect?: Expected): Record<string, Variant> {
  return Object.fromEntries(
    releases.map((release) => [release, { protoc: protoc(release), ...(expect && { expect }) }]),
  );
}

/** An error of that trap at that place. */
export const error = (trap: string, at: string): Expected => ({ trap, at });

/** The tools may succeed, and it is worth a warning all the same. */
export const warning = (trap: string, at: string): Expected => ({ trap, at, severity: 'warning' });

/** Makefile line of the first command of the recipe. */
export const MAKE_LINE = 4;

/** Both APIs of Go: for what golang/protobuf generated. */
export const WITH_OLD: GoModule = {
  require: { [PROTOBUF]: PGO.version, [OLD_PROTOBUF]: 'v1.5.4' },
  imports: [...MESSAGES.imports, `${OLD_PROTOBUF}/proto`],
};
