import type { Decision } from '../core/decision.ts';
import closedBeforePreface from './closed-before-preface/decision.ts';
import connectionEnded from './connection-ended/decision.ts';
import deadlineExceeded from './deadline-exceeded/decision.ts';
import pluginFailed from './plugin-failed/decision.ts';
import portRefused from './port-refused/decision.ts';
import streamReset from './stream-reset/decision.ts';
import unknownAuthority from './unknown-authority/decision.ts';
import zeroAddresses from './zero-addresses/decision.ts';

/** What texts leave open, what tells most first. */
export const decisions: readonly Decision[] = [
  pluginFailed,
  portRefused,
  unknownAuthority,
  closedBeforePreface,
  zeroAddresses,
  connectionEnded,
  streamReset,
  deadlineExceeded,
];
