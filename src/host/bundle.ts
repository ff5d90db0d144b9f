import { type Recording, recordingVersion } from './recording.ts';

/** A recording, or why a file holds none that can be read. */
export type Unpacked =
  | { readonly kind: 'bundle'; readonly recording: Recording }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'version'; readonly version: string };

/** What a bundle may grow to when it is unpacked: a small file may be made to hold far more than memory does. */
const maxUnpacked = 512 * 1024 * 1024;

/** A recording as a file: the same recording makes the same bytes, whatever the order in which it was asked. */
export async function packBundle(recording: Recording, gzip: boolean): Promise<Uint8Array> {
  const bytes = Buffer.from(`${JSON.stringify(sorted(recording), null, 1)}\n`);
  return gzip ? (await import('node:zlib')).gzipSync(bytes) : bytes;
}

function sorted(recording: Recording): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(recording).map(([name, value]) => [name, isTable(value) ? sortedTable(value) : value]),
  );
}

function sortedTable(table: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(table).sort()) copy[key] = table[key];
  return copy;
}

/** Reads a bundle. Never throws: a file from elsewhere may hold anything. */
export async function unpackBundle(bytes: Uint8Array): Promise<Unpacked> {
  const value = await parsed(bytes);
  if (!isTable(value) || value.recordingVersion === undefined) return { kind: 'damaged' };
  if (value.recordingVersion !== recordingVersion)
    return { kind: 'version', version: String(value.recordingVersion).slice(0, 20) };
  return isRecording(value) ? { kind: 'bundle', recording: value } : { kind: 'damaged' };
}

async function parsed(bytes: Uint8Array): Promise<unknown> {
  try {
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return JSON.parse(new TextDecoder().decode(packed ? await unzipped(bytes) : bytes));
  } catch {
    return undefined;
  }
}

async function unzipped(bytes: Uint8Array): Promise<Uint8Array> {
  return (await import('node:zlib')).gunzipSync(bytes, { maxOutputLength: maxUnpacked });
}

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const textOrNothing: Shape = (value) => value === null || typeof value === 'string';
const truth: Shape = (value) => typeof value === 'boolean';
const oneOf =
  (...kinds: readonly string[]): Shape =>
  (value) =>
    isTable(value) && kinds.includes(String(value.kind));
const noRead = oneOf('missing', 'denied', 'too-large', 'not-a-file', 'failed', 'unrecorded');
const noExit = oneOf('missing', 'denied', 'timeout', 'too-much-output', 'killed', 'unrecorded');
const noAnswer = oneOf('refused', 'no-such-host', 'timeout', 'silent', 'tls', 'endless', 'redirects', 'failed');
const readShapes: Readonly<Partial<Record<string, Shape>>> = {
  text: (value) => isTable(value) && text(value.text) && isCount(value.size),
  bytes: (value) => isTable(value) && text(value.base64) && isCount(value.size),
};

/** Each field of a recording, and what it must hold. */
const shapes: Readonly<Record<Exclude<keyof Recording, 'recordingVersion'>, Shape>> = {
  madeBy: text,
  platform: (value) => isTable(value) && text(value.os) && text(value.arch),
  dir: text,
  today: (value) => text(value) && /^\d{4}-\d\d-\d\d$/.test(String(value)),
  env: tableOf(textOrNothing),
  files: tableOf((value) => isTable(value) && (readShapes[String(value.kind)] ?? noRead)(value)),
  parts: tableOf(textOrNothing),
  states: tableOf((value) => value === null || (isTable(value) && text(value.kind) && isCount(value.size))),
  executables: tableOf(truth),
  writables: tableOf(truth),
  counts: tableOf(isCount),
  realPaths: tableOf(text),
  folders: tableOf((value) => value === null || (Array.isArray(value) && value.every(isEntry))),
  commands: tableOf((value) => isTable(value) && (value.kind === 'exited' ? hasEnded(value) : noExit(value))),
  answers: tableOf(
    (value) =>
      isTable(value) && (value.kind === 'answered' ? hasAnswer(value) : noAnswer(value) && text(value.message)),
  ),
};

function isRecording(value: Record<string, unknown>): value is Record<string, unknown> & Recording {
  return Object.entries(shapes).every(([name, fits]) => fits(value[name]));
}

function tableOf(shape: Shape): Shape {
  return (value) => isTable(value) && Object.values(value).every(shape);
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isEntry(value: unknown): boolean {
  return isTable(value) && text(value.name) && text(value.kind);
}

function hasEnded({ code, stdout, stderr }: Record<string, unknown>): boolean {
  return Number.isSafeInteger(code) && text(stdout) && text(stderr);
}

function hasAnswer({ status, contentType, body, date, age, at }: Record<string, unknown>): boolean {
  const times = (date === undefined || text(date)) && [age, at].every((one) => one === undefined || isCount(one));
  return Number.isSafeInteger(status) && text(contentType) && text(body) && times;
}
