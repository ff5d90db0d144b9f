import type { Clues, Failure, Observation, ObservationKind } from '../core/failure.ts';
import { observe } from './observe.ts';

/** Reads a pasted text. */
export function readFailure(pasted: string): Failure {
  const { flat, observations } = observe(pasted);
  return {
    observations,
    all: <K extends ObservationKind>(kind: K) =>
      observations.filter((one) => one.kind === kind) as readonly Observation[] as readonly Observation<K>[],
    has: (...kinds) => observations.some(({ kind }) => kinds.includes(kind)),
    clues: cluesOf(flat.asPasted()),
  };
}

const names = /\b(?:alpine|scratch|distroless|musl|nginx|ingress|envoy|istio|etcd|bufconn|bufnet|sqlite3)\b/gi;
const container =
  /\b(?:docker|container|containerd|kubelet|pod|pods|podman|compose)\b|standard_init_linux|exec user process|(?:^| )[\w.-]{1,60}[-_]\d{1,3} {1,2}\| |(?:^| )(?:#\d+ (?:\d+\.\d+ |\[[\w. -]*\d+\/\d+\] )|Step \d+\/\d+ : )/i;
const kubernetes = /\b(?:kubelet|kubernetes|kubectl|svc\.cluster\.local|pod|pods|namespace)\b/i;
const windows = /\b[A-Z]:\\|\.exe\b|%PATH%|connectex|is not recognized as an internal/;

function cluesOf(text: string): Clues {
  return {
    container: container.test(text),
    kubernetes: kubernetes.test(text),
    windows: windows.test(text),
    names: new Set([...text.matchAll(names)].map(([name]) => name.toLowerCase())),
  };
}
