import { UserError } from '../core/errors.ts';
import { unpackBundle } from '../host/bundle.ts';
import { RecordedHost } from '../host/recorded.ts';
import { recordingVersion } from '../host/recording.ts';
import type { Context } from './context.ts';
import { namedBinary } from './named-binary.ts';
import { absolutePath, type Patient } from './patient.ts';

const maxBytes = 256 * 1024 * 1024;

/** The machine that a bundle tells of. Throws a UserError for a file that is none. */
export async function recordedPatient(context: Context, name: string): Promise<Patient> {
  const { host, cwd } = context;
  const read = host.readFile(absolutePath(host, name, cwd), maxBytes);
  if (read.kind !== 'read') throw new UserError(`file-${read.kind}`, { file: name });
  const unpacked = await unpackBundle(read.bytes);
  if (unpacked.kind === 'damaged') throw new UserError('error.not-a-bundle', { file: name });
  if (unpacked.kind === 'version') {
    throw new UserError('error.bundle-version', { file: name, version: unpacked.version, ours: recordingVersion });
  }
  const { recording } = unpacked;
  const binary = namedBinary(context);
  const recorded = new RecordedHost(recording, binary === undefined ? undefined : { path: binary, host });
  return { host: recorded, dir: recording.dir };
}
