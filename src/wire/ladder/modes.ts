import type { Address, Conversation, ReadHost, TlsOffer, Transcript } from '../../core/host.ts';
import type { Mode, Spoken } from '../wire.ts';
import { answerOf } from './answer.ts';

/** Connections to one target in one run. */
const most = 6;
/** A peer that says nothing for so long on one mode is tried on the other one beside it, in milliseconds. */
const patienceMs = 300;

/** What is said to an endpoint whichever address it has. */
export interface Errand {
  readonly host: ReadHost;
  /** The HTTP proxy on the way to an address. */
  readonly through?: (address: Address) => Conversation['through'];
  /** The :authority of the calls, by mode: with TLS it follows the name that is checked. */
  readonly authority: Readonly<Record<'plaintext' | 'tls', string>>;
  readonly tls: TlsOffer;
  readonly calls: Conversation['calls'];
  readonly stepMs: number;
}

/** What was said with one address. */
export interface Talk {
  readonly plaintext?: Spoken;
  readonly tls?: Spoken;
}

/** Opens connections, and counts them. */
export class Talker {
  readonly #errand: Errand;
  #opened = 0;

  constructor(errand: Errand) {
    this.#errand = errand;
  }

  get opened(): number {
    return this.#opened;
  }

  /** What the client offers in TLS. */
  get offer(): TlsOffer {
    return this.#errand.tls;
  }

  /** So many more may be opened. */
  get left(): number {
    return most - this.#opened;
  }

  async speak(
    mode: 'plaintext' | 'tls',
    address: Address,
    more: Partial<Conversation> = {},
    heard?: () => void,
  ): Promise<Spoken> {
    this.#opened += 1;
    const { host, authority, tls, calls, stepMs } = this.#errand;
    const through = more.name === 'direct' ? undefined : this.#errand.through?.(address);
    const conversation: Conversation = {
      name: mode,
      address,
      ...(through && { through }),
      ...(mode === 'tls' && { tls }),
      authority: authority[mode],
      calls,
      timeoutMs: stepMs,
      ...more,
    };
    const transcript = await host.converse(conversation, heard);
    return { transcript, answer: answerOf(transcript, mode) };
  }

  /**
   * Speaks as the client does, then the other way where that failed and can name the cause. A silent peer is asked both ways at the
   * same time, so that it costs one time-out and not two.
   */
  async both(address: Address, client: Mode | undefined): Promise<Talk> {
    const first = client === 'tls' || client === 'mtls' ? 'tls' : 'plaintext';
    const second = first === 'tls' ? 'plaintext' : 'tls';
    const { stepMs } = this.#errand;
    const patience = Math.min(patienceMs, stepMs / 2);
    const ears = new Ears();
    const started = this.speak(first, address, {}, () => ears.hear());
    const isSilent = await ears.hearNothingFor(patience, started);
    if (!isSilent || this.left === 0) {
      const one = await started;
      if (!otherModeTells(one, first) || this.left === 0) return { [first]: one };
      return { [first]: one, [second]: await this.speak(second, address) };
    }
    const beside = this.speak(second, address, { timeoutMs: stepMs - patience });
    const [one, other] = await Promise.all([started, beside]);
    return { [first]: one, ...(otherModeTells(one, first) && { [second]: other }) };
  }
}

/** Listens for the first word of a peer. */
class Ears {
  #heard: (() => void) | undefined;

  hear(): void {
    this.#heard?.();
  }

  /** True where the peer has not said anything by then, and the conversation is not over either. */
  hearNothingFor(ms: number, conversation: Promise<unknown>): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms, true);
      this.#heard = (): void => {
        clearTimeout(timer);
        resolve(false);
      };
      void conversation.then(this.#heard);
    });
  }
}

/** A conversation that failed in a way that the other mode may explain. */
function otherModeTells({ answer, transcript }: Spoken, mode: 'plaintext' | 'tls'): boolean {
  if (answer === 'http2' || answer === 'unreachable' || answer === 'hostile') return false;
  if (mode === 'plaintext') return true;
  // Who sends an alert or a certificate speaks TLS.
  return !speaksTls(transcript);
}

/** The peer is a TLS server, whatever it thinks of this client. */
export function speaksTls({ tls }: Transcript): boolean {
  if (!tls) return false;
  return tls.done || tls.alert !== undefined || tls.chain.length > 0;
}
