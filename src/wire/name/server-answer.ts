import type { NameAnswer } from '../../core/host.ts';
import type { NameQuestion } from './resolution.ts';

/** What Go makes of one answer: whether it goes on to the next server, and what it says if nobody does better. */
export interface Judged {
  readonly answer: NameQuestion['answer'];
  readonly addresses: readonly string[];
  /** Go takes this as the last word on the name; else it asks the next server. */
  readonly final: boolean;
  /** The server is not there: nothing came back, or that nobody listens. */
  readonly dead: boolean;
  readonly error?: LookupError;
}

/** The part of a lookup error behind `lookup NAME on SERVER: `. */
export interface LookupError {
  readonly words:
    | 'no such host'
    | 'server misbehaving'
    | 'lame referral'
    | 'timeout'
    | 'connection refused'
    | 'malformed'
    | 'unreachable';
  /** grpc-go asks again later, and tells the error; the others it takes as "no addresses". */
  readonly temporary: boolean;
}

/** net.checkHeader and net.skipToAnswer. */
export function judge(answer: NameAnswer): Judged {
  switch (answer.kind) {
    case 'answered':
      return judgeAnswered(answer);
    case 'timeout':
      return failed('timeout', 'timeout', true);
    case 'refused':
      return failed('unreachable', 'connection refused', true);
    case 'unreachable':
    case 'failed':
      return failed('unreachable', 'unreachable', true);
    case 'malformed':
      return { ...failed('malformed', 'malformed', false), error: { words: 'malformed', temporary: false } };
  }
}

const nameError = 3;
const serverFailure = 2;
const refused = 5;

function judgeAnswered({ rcode, records, lame }: Extract<NameAnswer, { kind: 'answered' }>): Judged {
  const noSuchHost = { words: 'no such host', temporary: false } as const;
  if (rcode === nameError)
    return { answer: 'no-such-name', addresses: [], final: true, dead: false, error: noSuchHost };
  if (lame) return { ...failed('lame', 'lame referral', false), error: { words: 'lame referral', temporary: false } };
  if (rcode !== 0) {
    const error = { words: 'server misbehaving', temporary: rcode === serverFailure } as const;
    return { answer: rcode === refused ? 'refused' : 'server-failed', addresses: [], final: false, dead: false, error };
  }
  if (records.length === 0) return { answer: 'empty', addresses: [], final: true, dead: false, error: noSuchHost };
  return { answer: 'found', addresses: records, final: true, dead: false };
}

function failed(answer: NameQuestion['answer'], words: LookupError['words'], dead: boolean): Judged {
  return { answer, addresses: [], final: false, dead, error: { words, temporary: true } };
}
