import type { Decision, Question } from '../../core/decision.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A port that refuses: nobody listens, or somebody elsewhere. Asked in other decisions, too, with these messages. */
export const whoListens: Question = {
  ask: 'who-listens',
  command: "ss -ltn 'sport = :PORT'",
  answers: [
    { answer: 'nobody', trap: 'connection-refused' },
    { answer: 'loopback-only', trap: 'listen-address-mismatch' },
    { answer: 'own-container', trap: 'localhost-in-container' },
    { answer: 'address-of-proxy', trap: 'http-proxy-env-interferes' },
  ],
};

const decision: Decision = {
  id: 'port-refused',
  leftOpen: ({ all, has }) =>
    has('http-status', 'request-failed') ? [] : all('dial-failed').filter(({ data }) => data.reason === 'refused'),
  start: whoListens,
  messages: { en, 'zh-CN': zh },
};

export default decision;
