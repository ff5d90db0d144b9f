/** Comments and strings; one that is never closed goes to the end, or a hostile file would take quadratic time. */
const notCode = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/g;

/** True where a service of this .proto file has a method that streams. Comments and strings do not count. */
export function hasStreamingMethod(proto: string): boolean {
  const bare = proto.replace(notCode, ' ');
  return /\brpc\s+\w+\s*\(\s*(?:stream\b[^()]*\)|[^()]*\)\s*returns\s*\(\s*stream\b)/.test(bare);
}

/** True where the file defines a service. */
export function hasService(proto: string): boolean {
  const bare = proto.replace(notCode, ' ');
  return /\bservice\s+\w+\s*\{/.test(bare);
}
