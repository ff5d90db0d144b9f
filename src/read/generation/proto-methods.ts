/** Comments and strings; one that is never closed goes to the end, or a hostile file would take quadratic time. */
const notCode = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/g;

/** True where a service of this .proto file has a method that streams. Comments and strings do not count. */
export function hasStreamingMethod(proto: string): boolean {
  const bare = proto.replace(notCode, ' ');
  return /\brpc\s+\w+\s*\(\s*(?:stream\b[^()]*\)|[^()]*\)\s*returns\s*\(\s*stream\b)/.test(bare);
}

/** Names of the services that the file defines. */
export function serviceNames(proto: string): string[] {
  const bare = proto.replace(notCode, ' ');
  return [...bare.matchAll(/\bservice\s+(\w+)\s*\{/g)].map(([, name = '']) => name);
}

/** The value of the option go_package; of several the first. */
export function goPackageOf(proto: string): string | undefined {
  if (!proto.includes('go_package')) return undefined;
  const bare = proto.replace(notCode, (part) => (part.startsWith('"') || part.startsWith("'") ? part : ' '));
  return /\boption\s+go_package\s*=\s*["']([^"'\n]*)["']/.exec(bare)?.[1];
}

/** The name that protoc-gen-go makes of one of a .proto file: `hello_world` gives `HelloWorld`. */
export function goName(name: string): string {
  const words = name.replace(/^_/, 'X').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return words.replace(/^[a-z]|(?<=[0-9])[a-z]/g, (letter) => letter.toUpperCase());
}
