import type { Decision } from '../../core/decision.ts';
import { whatSpeaks } from '../closed-before-preface/decision.ts';
import { en as prefaceEn } from '../closed-before-preface/messages.en.ts';
import { zh as prefaceZh } from '../closed-before-preface/messages.zh-CN.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A connection that was good ended: nobody says who ended it. */
const decision: Decision = {
  id: 'connection-ended',
  leftOpen: ({ all }) => all('transport-closing'),
  start: {
    ask: 'when',
    answers: [
      {
        answer: 'quiet',
        next: {
          ask: 'who-cuts',
          command: 'grpc-doctor probe TARGET --hold 120s',
          answers: [
            { answer: 'cut', trap: 'proxy-idle-timeout' },
            { answer: 'too-many-pings', trap: 'keepalive-too-many-pings' },
            { answer: 'stays', trap: 'goaway-max-age' },
          ],
        },
      },
      { answer: 'first-call', next: whatSpeaks },
      { answer: 'same-age', trap: 'goaway-max-age' },
      { answer: 'restart' },
    ],
  },
  messages: { en: { ...prefaceEn, ...en }, 'zh-CN': { ...prefaceZh, ...zh } },
};

export default decision;
