import type { Situation } from '../../../kit/endpoint-lab.ts';
import type { Bilingual } from '../../../kit/environment.ts';
import type { ClientSpec } from '../../../kit/grpc-calls.ts';

const plaintext: ClientSpec = { as: 'plaintext' };

interface PageRow {
  readonly id: string;
  readonly title: Bilingual;
  readonly status: number;
  readonly header: Readonly<Record<string, string>>;
  readonly body: string;
}

const html = { 'content-type': 'text/html' };
const statuses = [400, 401, 403, 404, 405, 413, 415, 421, 429, 431, 500, 502, 503, 504] as const;

const pages: readonly PageRow[] = [
  ...statuses.map((status) => ({
    id: `http2-${status}`,
    title: { en: `HTTP/2 server that is no gRPC: ${status}`, zh: `不是 gRPC 的 HTTP/2 服务器：${status}` },
    status,
    header: html,
    body: `<html><head><title>${status}</title></head></html>\n`,
  })),
  {
    id: 'http2-404-text',
    title: { en: '404 in text/plain, as Go answers', zh: 'text/plain 的 404，与 Go 的回答相同' },
    status: 404,
    header: { 'content-type': 'text/plain; charset=utf-8' },
    body: '404 page not found\n',
  },
  {
    id: 'http2-200-html',
    title: { en: '200 with a page', zh: '200 与网页' },
    status: 200,
    header: html,
    body: '<html><body>It works!</body></html>',
  },
  {
    id: 'http2-200-json',
    title: { en: '200 with JSON', zh: '200 与 JSON' },
    status: 200,
    header: { 'content-type': 'application/json' },
    body: '{"status":"ok"}',
  },
  {
    id: 'http2-200-empty',
    title: { en: '200 without a body', zh: '200，没有正文' },
    status: 200,
    header: html,
    body: '',
  },
  {
    id: 'http2-200-long',
    title: { en: '200 with a page of 3,000 bytes', zh: '200 与 3000 字节的网页' },
    status: 200,
    header: html,
    body: `<html>${'a line of text with "quotes" and a back\\slash\n'.repeat(64)}</html>`,
  },
  {
    id: 'http2-302',
    title: { en: 'a redirect to a login page', zh: '重定向到登录页' },
    status: 302,
    header: { ...html, location: '/login' },
    body: '',
  },
];

/** What is said once HTTP/2 is spoken. */
export const callRows: readonly Situation[] = [
  ...pages.map(
    ({ id, title, status, header, body }): Situation => ({
      id,
      title,
      server: { serve: 'http2', http: { status, header, body } },
      client: plaintext,
      trap: 'http-gateway-error-response',
    }),
  ),
  {
    id: 'http2-404-tls',
    title: { en: 'the same 404 over TLS', zh: '同样的 404，TLS' },
    server: {
      serve: 'http2',
      http: { status: 404, header: html, body: 'not here\n' },
      tls: { chain: ['good', 'intermediate'], alpn: ['h2'] },
    },
    client: { as: 'tls', ca: ['root'], serverName: 'localhost' },
    trap: 'http-gateway-error-response',
  },
  {
    id: 'health-missing',
    title: { en: 'no health service', zh: '没有健康检查服务' },
    server: { serve: 'grpc', grpc: { reflection: 'both' } },
    client: plaintext,
    trap: 'health-service-missing',
  },
  {
    id: 'health-missing-tls',
    title: { en: 'no health service, TLS', zh: '没有健康检查服务，TLS' },
    server: { serve: 'grpc', grpc: { reflection: 'both' }, tls: { chain: ['good', 'intermediate'] } },
    client: { as: 'tls', ca: ['root'], serverName: 'localhost' },
    trap: 'health-service-missing',
  },
  {
    id: 'health-not-serving',
    title: { en: 'health says NOT_SERVING', zh: '健康检查返回 NOT_SERVING' },
    server: { serve: 'grpc', grpc: { health: 'not-serving', reflection: 'both' } },
    client: plaintext,
    trap: 'health-not-serving',
  },
  {
    id: 'health-unknown-service',
    title: { en: 'health does not know the service', zh: '健康检查不认识该服务' },
    server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both', services: ['lab.Greeter'] } },
    client: { ...plaintext, service: 'lab.Other' },
    trap: 'unimplemented-service',
  },
  {
    id: 'unauthenticated',
    title: { en: 'every call needs a token', zh: '每次调用都需要令牌' },
    server: { serve: 'grpc', grpc: { health: 'unauthenticated', reflection: 'both' } },
    client: plaintext,
    trap: 'any',
  },
  {
    id: 'service-missing',
    title: { en: 'a service that the server does not have', zh: '服务器没有该服务' },
    server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both', services: ['lab.Greeter'] } },
    client: { ...plaintext, method: '/lab.Other/Say' },
    unseen: true,
  },
  {
    id: 'method-missing',
    title: { en: 'a method that the service does not have', zh: '服务没有该方法' },
    server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both', services: ['lab.Greeter'] } },
    client: { ...plaintext, method: '/lab.Greeter/Shout' },
    unseen: true,
  },
  {
    id: 'reflection-v1-only',
    title: { en: 'reflection in v1 alone', zh: '只有 v1 反射' },
    server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'v1' } },
    client: plaintext,
    trap: null,
  },
  {
    id: 'reflection-v1alpha-only',
    title: { en: 'reflection in v1alpha alone', zh: '只有 v1alpha 反射' },
    server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'v1alpha' } },
    client: plaintext,
    trap: 'reflection-not-enabled',
  },
  {
    id: 'reflection-missing',
    title: { en: 'no reflection', zh: '没有反射' },
    server: { serve: 'grpc', grpc: { health: 'serving' } },
    client: plaintext,
    trap: 'reflection-not-enabled',
  },
];
