/** A rule of Bazel that gathers .proto files, or makes code of them. */
export interface ProtoRule {
  /** `go_proto_library` */
  rule: string;
  line: number;
}

const PROTO_RULE = /^[ \t]*(?:\w+\.)?((?:[a-z]\w*_)?(?:proto|grpc)_(?:library|compile))[ \t]*\(/;

/** The rules about .proto files that a BUILD or `.bzl` file starts, in its order; comments and docstrings start none. Never throws. */
export function readProtoRules(text: string): ProtoRule[] {
  const rules: ProtoRule[] = [];
  let quoted = false;
  for (const [index, line] of text.split('\n').entries()) {
    const rule = quoted ? undefined : PROTO_RULE.exec(line)?.[1];
    if (rule !== undefined) rules.push({ rule, line: index + 1 });
    if (line.split('"""').length % 2 === 0) quoted = !quoted;
  }
  return rules;
}
