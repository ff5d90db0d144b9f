import type { CallTranscript, Transcript, WireCall } from '../../core/host.ts';
import { healthRequest, readHealthResponse } from '../../read/grpc/health.ts';
import { listServicesRequest, readReflectionResponse } from '../../read/grpc/reflection.ts';
import type { Health, Reflection } from '../wire.ts';

const healthPath = '/grpc.health.v1.Health/Check';
const reflectionPaths = {
  v1: '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo',
  v1alpha: '/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo',
} as const;

const notFound = 5;
const unimplemented = 12;

/** Health of a service; the empty name asks for the server as a whole. */
export function healthCall(service: string): WireCall {
  return { path: healthPath, message: base64(healthRequest(service)) };
}

/** All that is ever called: health, and reflection by the newest version that is served. */
export function callsFor(service: string): readonly WireCall[] {
  const message = base64(listServicesRequest());
  return [
    healthCall(service),
    { path: reflectionPaths.v1, message },
    { path: reflectionPaths.v1alpha, message, unless: reflectionPaths.v1 },
  ];
}

/** What the health service said; undefined where it was not asked. */
export function healthOf(transcript: Transcript, service: string): Health | undefined {
  const call = transcript.calls.find(({ path }) => path === healthPath);
  if (!call || call.kind === 'not-sent') return undefined;
  const { grpcStatus: status, grpcMessage: message = '' } = call;
  if (call.kind !== 'answered') return { kind: 'no-answer', call };
  if (status === undefined || isNoGrpc(call)) return { kind: 'not-grpc', call };
  if (status === unimplemented) return { kind: 'unimplemented', message };
  if (status === notFound) return { kind: 'service-unknown', service };
  if (status !== 0) return { kind: 'refused', status, message };
  const kind = readHealthResponse(bytesOf(call.messages?.[0]));
  return kind && call.messages?.length ? { kind, service } : { kind: 'no-answer', call };
}

/** An answer of HTTP that grpc-go makes a status of by itself: another status than 200, or another type of content. */
function isNoGrpc({ httpStatus, headers }: CallTranscript): boolean {
  if (httpStatus !== undefined && httpStatus !== 200) return true;
  return !/^application\/grpc(?:[+;]|$)/.test(headers?.['content-type'] ?? '');
}

/** What the reflection services said; undefined where they were not asked. */
export function reflectionOf(transcript: Transcript): Reflection | undefined {
  const v1 = asked(transcript, reflectionPaths.v1);
  const v1alpha = asked(transcript, reflectionPaths.v1alpha);
  if (v1.state === 'not-asked' && v1alpha.state === 'not-asked') return undefined;
  const services = v1.services ?? v1alpha.services;
  return { v1: v1.state, v1alpha: v1alpha.state, ...(services && { services }) };
}

interface Asked {
  readonly state: Reflection['v1'];
  readonly services?: readonly string[];
}

function asked({ calls }: Transcript, path: string): Asked {
  const call = calls.find((one) => one.path === path);
  if (!call || call.kind === 'not-sent') return { state: 'not-asked' };
  const [message] = call.messages ?? [];
  // A server may keep the stream open after its answer; the answer is what counts.
  const answer = message === undefined || isNoGrpc(call) ? undefined : readReflectionResponse(bytesOf(message));
  if (answer?.kind === 'services') return { state: 'served', services: [...new Set(answer.names)].sort() };
  if (answer?.kind === 'error') return { state: answer.code === unimplemented ? 'unimplemented' : 'refused' };
  if (call.kind !== 'answered') return { state: 'no-answer' };
  return { state: call.grpcStatus === unimplemented || isNoGrpc(call) ? 'unimplemented' : 'refused' };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function bytesOf(text: string | undefined): Uint8Array {
  return Buffer.from(text ?? '', 'base64');
}
