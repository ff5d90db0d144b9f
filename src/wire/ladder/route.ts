import type { Ask } from '../../core/fact.ts';
import type { Address, Conversation } from '../../core/host.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { grpcClientDoes } from '../../knowledge/grpc-client.ts';
import { newestRelease } from '../../knowledge/questions.ts';
import { addressText } from '../address.ts';
import { client } from '../client.ts';
import { addressUsesProxy, type HttpProxy, proxyPlan } from '../http-proxy.ts';
import type { Resolution } from '../name/resolution.ts';
import { type Looker, resolveTarget } from '../name/resolve.ts';
import { type Dialer, readTarget, type Target, usualDialer } from '../target.ts';

/** From a target to addresses that can be connected to. */
export interface Route {
  readonly target: Target;
  readonly resolution: Resolution;
  /** The HTTP proxy of the environment that grpc-go goes through, and where it is. */
  readonly httpProxy?: { readonly proxy: HttpProxy; readonly resolution: Resolution };
  /** The way to one of the addresses: past the proxy where NO_PROXY has it. */
  readonly through?: (address: Address) => Conversation['through'];
  /** What the name is for this machine itself: asked where the proxy does not do. */
  readonly past?: () => Promise<Resolution>;
}

/** Reads and resolves a target as the client of this run would. */
export async function routeOf(ask: Ask, text: string): Promise<Route> {
  const { host, options } = ask;
  const who = valueIfKnown(await ask.get(client));
  const grpcVersion = who?.grpcVersion ?? options.probe?.grpcVersion ?? newestOf('google.golang.org/grpc');
  const dialer = usualDialer(grpcVersion);
  const looker: Looker = {
    grpcVersion,
    goVersion: who?.goVersion ?? options.probe?.goVersion ?? newestOf('go'),
    netdns: who?.godebug.netdns ?? '',
    stepMs: options.probe?.stepMs ?? 2000,
  };
  const target = readTarget(text, dialer);
  const env = (name: string): string | undefined => host.env(name);
  const plan = proxyPlan(target, dialer, env);
  if (plan.how === 'direct') return { target, resolution: await resolveTarget(host, target, looker) };
  const proxy = { proxy: plan.proxy, resolution: await resolveTarget(host, proxyTarget(plan.proxy, dialer), looker) };
  const [gate] = proxy.resolution.addresses;
  const past = (): Promise<Resolution> => resolveTarget(host, target, looker);
  if (plan.how === 'name') {
    const resolution = leftToProxy(target, proxy.resolution);
    const through = gate && { address: gate, authority: plan.connect };
    return { target, resolution, httpProxy: proxy, past, ...(through && { through: () => through }) };
  }
  const resolution = await past();
  const uses = (address: Address): boolean =>
    address.kind === 'tcp' && addressUsesProxy(addressText(address), dialer, env);
  if (!resolution.addresses.some(uses)) return { target, resolution };
  if (!gate) return { target, resolution: withoutGate(proxy.resolution), httpProxy: proxy, past };
  const through = (address: Address): Conversation['through'] =>
    uses(address) ? { address: gate, authority: addressText(address) } : undefined;
  return { target, resolution, httpProxy: proxy, past, through };
}

/** The proxy is looked up by the resolver `dns`, which takes 443 where no port is written; before, by the dialer. */
function proxyTarget({ address }: HttpProxy, dialer: Dialer): Target {
  const scheme = grpcClientDoes('proxy-resolves-name', dialer.grpcVersion) ? 'dns' : 'passthrough';
  return readTarget(`${scheme}:///${address}`, dialer);
}

/** The name of the target stands where an address would: only the proxy reads it. */
function leftToProxy({ host = '', port = 0 }: Target, proxy: Resolution): Resolution {
  if (proxy.addresses.length === 0) return withoutGate(proxy);
  return {
    kind: 'left-to-proxy',
    addresses: [{ kind: 'tcp', ip: host, port }],
    questions: proxy.questions,
    ms: proxy.ms,
    deadServers: proxy.deadServers,
  };
}

/** Nobody knows where the proxy is. What grpc-go prints then differs from release to release: it is not foretold. */
function withoutGate({ questions, ms, deadServers }: Resolution): Resolution {
  return { kind: 'left-to-proxy', addresses: [], questions, ms, deadServers };
}

function newestOf(module: string): string {
  return (newestRelease(module) ?? '').replace(/^v/, '');
}
