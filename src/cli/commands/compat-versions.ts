import {
  beyondTables,
  knownSpan,
  meantVersion,
  moduleOf,
  type PartName,
  partNames,
  type Versions,
} from '../../compat/parts.ts';
import { UserError } from '../../core/errors.ts';
import { unreleased } from '../../knowledge/questions.ts';
import { releasesAsOf } from '../../knowledge/stack.ts';
import type { Origin } from '../../report/compat-report.ts';
import type { Context } from '../context.ts';

/** A version of the command line. */
export interface Given extends Origin {
  readonly version: string;
}

/** The versions of the command line. Throws a UserError for what is none. */
export function givenVersions({ invocation, words }: Context): ReadonlyMap<PartName, Given> {
  const given = new Map<PartName, Given>();
  for (const part of partNames) {
    const text = invocation.value(part);
    if (text === undefined) continue;
    const version = meantVersion(part, text);
    if (version === undefined || beyondTables(part, version) === 'older') {
      const { first, newest } = knownSpan(part);
      const minor = newest.replace(/\.\d+$/, '');
      const key = part === 'go-line' ? 'acceptedLine' : 'accepted';
      const values = words.compat(key, { first, newest, minor, asOf: releasesAsOf });
      throw new UserError('error.badValue', { word: text, option: `--${part}`, values });
    }
    refuseUnpublished(part, version);
    given.set(part, { version, ...(text !== version && `v${text}` !== version && { asked: text }) });
  }
  return given;
}

/** A version that cannot be installed fits nothing; what came after the lists were made is another matter. */
function refuseUnpublished(part: PartName, version: string): void {
  if (part === 'go' || part === 'go-line') return;
  const missing = unreleased(moduleOf[part], version);
  if (missing?.never)
    throw new UserError('error.neverPublished', {
      option: `--${part}`,
      version,
      nearest: missing.nearest,
      asOf: missing.asOf,
    });
}

/** Version by part. */
export function versionsOf(parts: ReadonlyMap<string, { readonly version: string }>): Versions {
  return Object.fromEntries([...parts].map(([part, { version }]) => [part, version]));
}
