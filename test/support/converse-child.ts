import { createInterface } from 'node:readline';
import type { Conversation, Transcript } from '../../src/core/host.ts';
import { converse } from '../../src/host/converse.ts';

// A process of its own that only converses: one conversation a line of input, one {@link Report} a line of output.

/** What became of a conversation, and of the process. */
export interface Report {
  readonly transcript: Transcript;
  readonly ms: number;
  /** Of the process until now, at its highest, in bytes. */
  readonly mostMemory: number;
  /** What still keeps the process alive, but for its input and output. */
  readonly left: readonly string[];
}

/** Pipes and files of the process itself, and what asked us. */
const own = new Set(['PipeWrap', 'TTYWrap', 'FSReqCallback', 'WriteWrap', 'TickObject', 'Immediate']);

for await (const line of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const transcript = await converse(JSON.parse(line) as Conversation);
  const ms = performance.now() - start;
  // Handles that were closed are gone a turn later.
  await new Promise((resolve) => setTimeout(resolve, 5));
  const left = process.getActiveResourcesInfo().filter((name) => !own.has(name));
  const mostMemory = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(`${JSON.stringify({ transcript, ms, mostMemory, left } satisfies Report)}\n`);
}
