import type { Decision, Question } from '../../core/decision.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A connection that ends before HTTP/2 has begun. Asked in other decisions, too, with these messages. */
export const whatSpeaks: Question = {
  ask: 'what-speaks',
  command: 'grpc-doctor probe TARGET --as WAY',
  answers: [
    { answer: 'tls', trap: 'tls-plaintext-to-tls' },
    { answer: 'client-certificate', trap: 'mtls-client-cert-missing' },
    { answer: 'http1', trap: 'http1-server-instead-of-grpc' },
    { answer: 'closes', trap: 'connection-closed-by-server' },
    { answer: 'other', trap: 'other-protocol-answers' },
  ],
};

/** The end alone. What else follows the colon decides by itself: bytes of HTTP/1, an alert of TLS. */
const onlyTheEnd = /^(?:closed|(?:unexpected )?EOF)$|reset by peer|broken pipe|use of closed/;

const decision: Decision = {
  id: 'closed-before-preface',
  leftOpen: ({ all }) => all('preface-not-received').filter(({ data }) => onlyTheEnd.test(data.reason)),
  start: whatSpeaks,
  messages: { en, 'zh-CN': zh },
};

export default decision;
