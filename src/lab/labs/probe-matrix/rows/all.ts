import type { Situation } from '../../../kit/endpoint-lab.ts';
import { alertRows } from './alerts.ts';
import { callRows } from './calls.ts';
import { certificateRows } from './certificates.ts';
import { plainRows } from './plain.ts';
import { tlsRows } from './tls.ts';

/** What the matrix is about, part by part. */
export const parts = {
  modes: { title: { en: 'Below gRPC', zh: 'gRPC 以下' }, situations: plainRows },
  handshakes: { title: { en: 'Handshakes and client certificates', zh: 'TLS 握手与客户端证书' }, situations: tlsRows },
  certificates: { title: { en: 'Certificates of servers', zh: '服务器证书' }, situations: certificateRows },
  calls: { title: { en: 'Answers to calls', zh: '对调用的回答' }, situations: callRows },
  alerts: { title: { en: 'Alerts of TLS', zh: 'TLS 警报' }, situations: alertRows },
} as const;

export const situations: readonly Situation[] = Object.values(parts).flatMap((part) => part.situations);
