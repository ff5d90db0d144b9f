import { defineFact } from '../../core/fact.ts';
import { absent, known, unknown } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import { type DownloadLog, parseDownloadLog } from '../../read/modules/download-log.ts';
import { type HostSummary, summariseDownloads } from '../../read/modules/download-summary.ts';
import { limits } from '../limits.ts';

/** What the log that the user gave tells (`--download-log`). */
export interface GivenLog extends DownloadLog {
  /** Absolute path. */
  readonly file: string;
}

/** Absent where none was given. */
export const downloadLog = defineFact<GivenLog>('network.download-log', 'machine', ({ host, options }) => {
  const file = options.downloadLog;
  if (file === undefined) return absent('no-download-log');
  const read = host.readFile(file, limits.logBytes);
  if (read.kind !== 'read') return unknown(`file-${read.kind}`, { file });
  return known({ file, ...parseDownloadLog(maskSecrets(decode(read.bytes))) });
});

/** The same log host by host, for people. */
export const downloadSummary = defineFact<readonly HostSummary[]>(
  'network.download-summary',
  'machine',
  async (ask) => {
    const log = await ask.get(downloadLog);
    return log.kind === 'known' ? known(summariseDownloads(log.value)) : log;
  },
);

/** Windows PowerShell writes what is redirected into a file as UTF-16. */
function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
