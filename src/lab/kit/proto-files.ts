import type { Special } from './trap-lab.ts';

const grpc = ['--go-grpc_out=.', '--go-grpc_opt=module=example.com/hello'];

/**
 * The service of `labs/hello` with more .proto files beside it, by their paths in the project; `protoc` gets the words, and
 * `go build` what it makes of them. A path that is there already is written anew.
 */
export function withProtos(files: Readonly<Record<string, string>>, words: readonly string[]): Special {
  return {
    protocLine: ['protoc', ...words],
    arrange: async (site) => {
      for (const [path, text] of Object.entries(files)) await site.write(`src/hello/${path}`, text);
    },
  };
}

/** The words that generate the service itself and more files into the folders that their import paths name. */
export function byModule(...files: readonly string[]): string[] {
  return ['-I', '.', '--go_out=.', '--go_opt=module=example.com/hello', ...grpc, 'pb/hello.proto', ...files];
}

/** The same beside the .proto files. */
export function bySource(...files: readonly string[]): string[] {
  return byModule(...files).map((word) => word.replace('module=example.com/hello', 'paths=source_relative'));
}

/** A .proto file of version 3. */
export function protoFile(
  name: string,
  goPackage: string | undefined,
  imports: readonly string[],
  ...body: string[]
): string {
  const lines = [
    'syntax = "proto3";',
    '',
    `package ${name};`,
    '',
    ...imports.map((path) => `import "${path}";`),
    ...(goPackage === undefined ? [] : ['', `option go_package = "${goPackage}";`]),
    '',
    ...body,
  ];
  return `${lines.join('\n')}\n`;
}
