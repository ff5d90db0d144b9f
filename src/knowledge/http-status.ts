/** What a refusal asks of people. `proxy-login`: of the HTTP proxy on the way. `other`: a fault of the server, or no refusal. */
export type Refusal = 'login' | 'proxy-login' | 'forbidden' | 'limit' | 'other';

/** RFC 9110, and RFC 6585 for the limit. */
const refusals: Readonly<Record<number, Refusal>> = {
  401: 'login',
  403: 'forbidden',
  407: 'proxy-login',
  429: 'limit',
};

/** What the checksum database says of a module that it cannot see; in the words of an answer, as texts quote it. */
export const goneStatus = '410';

/** By these a proxy and the checksum database say that they do not have a module, or cannot see it; in the words of an answer. */
export function isNotFound(status: string): boolean {
  return status === '404' || status === goneStatus;
}

/** What a status other than 200 asks for. */
export function refusalOf(status: number): Refusal {
  return refusals[status] ?? 'other';
}

/** A limit on requests, or a server that is being replaced: another try may go well. */
export function isPassing(status: number): boolean {
  return refusalOf(status) === 'limit' || status >= 500;
}

/** By these a server tells strangers as little as it can: hosts say "not found" of what they may not see. */
export function mayHideFromStrangers(status: number | undefined): boolean {
  return status === 401 || status === 403 || status === 404;
}

/**
 * What probably stands behind the answer of a proxy to a call of gRPC. `route`: nothing is configured for its path; `page`: a web
 * server took it; `login`: the proxy wants one; `backend`: none was reached; `full`: none is healthy; `late`: it did not answer in
 * time; `protocol`: the port, or its backend, is set to another protocol.
 */
export type StatusCause = 'route' | 'page' | 'login' | 'backend' | 'full' | 'late' | 'protocol' | 'other';

/** RFC 9110; 464 is of AWS load balancers ("incompatible with the protocol version of the target group"). */
const statusCauses: Readonly<Record<number, StatusCause>> = {
  200: 'page',
  301: 'page',
  302: 'page',
  307: 'page',
  308: 'page',
  401: 'login',
  403: 'login',
  404: 'route',
  405: 'route',
  415: 'protocol',
  421: 'protocol',
  426: 'protocol',
  464: 'protocol',
  502: 'backend',
  503: 'full',
  504: 'late',
  505: 'protocol',
};

/** What probably stands behind a status that a call of gRPC was answered with. */
export function causeOfStatus(status: number): StatusCause {
  return statusCauses[status] ?? 'other';
}
