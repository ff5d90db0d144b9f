import type { ProtoSource } from './proto-source.ts';

/** A method that an HTTP gateway serves, by an option in the file itself. */
export interface HttpMethod {
  /** Types as written. */
  readonly input: string;
  readonly output: string;
}

const option = /\(\s*\.?google\.api\.http\s*\)/;

/** The methods of a .proto file that have `option (google.api.http)`. `source` is what was read of the same text. */
export function httpMethods(text: string, { services }: ProtoSource): HttpMethod[] {
  if (!option.test(text)) return [];
  const lines = text.split('\n');
  const methods = services.flatMap((service) => service.methods).sort((a, b) => a.line - b.line);
  const ends = [...methods.map(({ line }) => line), ...services.map(({ line }) => line)].sort((a, b) => a - b);
  return methods.flatMap(({ line, input, output }) => {
    const next = ends.find((end) => end > line) ?? lines.length + 1;
    const body = lines.slice(line - 1, next - 1).map((one) => one.replace(/^\s*\/\/.*$/, ''));
    return option.test(body.join('\n')) ? [{ input, output }] : [];
  });
}
