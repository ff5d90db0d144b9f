/** A field of a message of gogo/protobuf whose Go type is not one that the new API knows. */
export interface GogoField {
  readonly message: string;
  readonly field: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** `value`: a message, or a span of time, that is no pointer. `list`: a list of such messages. `time`: a `time.Time`. */
  readonly kind: 'value' | 'list' | 'time';
}

const struct = /^type (\w+) struct \{\r?$/;
const tagged = /^\t(\w+)\s+(\S+)\s+`protobuf:"(\w+),\d+,(\w+),([^"]*)"/;
const marshaler = /^func \(\w+ \*(\w+)\) Marshal\(\) \(/;
/** The request in a handler, the answer in a client. */
const called = /^\t+(?:in|out|m) := new\((\w+)\)\r?$/;

/**
 * Fields of messages that travel in calls of this very file and have no `Marshal` of their own, so that a runtime has to read
 * their structs by reflection. Told are messages by value, spans and times of the standard library. Never throws; linear in
 * the length of the text.
 */
export function readGogoFields(text: string): GogoField[] {
  const fields: GogoField[] = [];
  const marshals = new Set<string>();
  const travels = new Set<string>();
  let message: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const opened = struct.exec(line)?.[1];
    if (opened !== undefined) message = opened;
    else if (line.startsWith('}')) message = undefined;
    else if (message !== undefined) {
      const [, field, type = '', wire, label, rest = ''] = tagged.exec(line) ?? [];
      const kind =
        field === undefined || label === undefined || wire !== 'bytes' ? undefined : kindOf(type, label, rest);
      if (field !== undefined && kind) fields.push({ message, field, line: index + 1, text: line.trim(), kind });
    } else if (line.startsWith('func ')) {
      const owner = marshaler.exec(line)?.[1];
      if (owner !== undefined) marshals.add(owner);
    } else {
      const travelling = called.exec(line)?.[1];
      if (travelling !== undefined) travels.add(travelling);
    }
  }
  return fields.filter((field) => travels.has(field.message) && !marshals.has(field.message));
}

function kindOf(type: string, label: string, rest: string): GogoField['kind'] | undefined {
  const words = new Set(rest.split(','));
  // What stands behind a type of the user's own is not written here.
  if (rest.includes('customtype=') || rest.includes('casttype=') || words.has('wktptr')) return undefined;
  if (label === 'rep') return /^\[\][A-Z]\w*$/.test(type) && !words.has('stdtime') ? 'list' : undefined;
  if (words.has('stdtime')) return 'time';
  if (words.has('stdduration')) return type.startsWith('*') ? undefined : 'value';
  return /^[A-Z]\w*$/.test(type) ? 'value' : undefined;
}
