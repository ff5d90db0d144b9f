import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { examineEndpoint } from '../../src/core/engine.ts';
import { FactStore } from '../../src/core/fact.ts';
import type { Locale } from '../../src/core/trap.ts';
import { Words } from '../../src/i18n/words.ts';
import type { Page } from '../../src/report/human.ts';
import { probeLine, probeSummary, probeText } from '../../src/report/probe-human.ts';
import type { ProbeReport } from '../../src/report/probe-report.ts';
import { Style } from '../../src/report/style.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { client } from '../../src/wire/client.ts';
import { wire } from '../../src/wire/ladder.ts';
import { prediction } from '../../src/wire/prediction/prediction.ts';
import { steps } from '../../src/wire/steps.ts';
import { goVerdict } from '../../src/wire/verdict.ts';
import { probeOptionsOf } from '../support/endpoint.ts';
import { baseMachine, hostOf, type MachineSpec } from '../support/machine.ts';

const plaintext = baseMachine('endpoint-plaintext');
const tls = baseMachine('endpoint-tls');
const refuses = { connect: { kind: 'refused', ms: 0.4, code: 'ECONNREFUSED' } } as const;

/** What people see first: a target that is well, in both ways; a closed port; the client's way that is not the server's. */
const endpoints: Readonly<Record<string, MachineSpec>> = {
  'plaintext, healthy': plaintext,
  'TLS, healthy': tls,
  'a closed port': { ...plaintext, conversations: { 'plaintext 10.0.0.5:50051': refuses } },
  'plaintext to TLS': { ...tls, probe: { target: 'greeter.acme.example:443', as: 'plaintext' } },
  'an authority that the client does not have': { ...tls, probe: { target: 'greeter.acme.example:443', as: 'tls' } },
};

async function look(spec: MachineSpec, locale: Locale): Promise<ProbeReport> {
  if (!spec.probe) throw new Error('no probe');
  const common = { dir: spec.dir, network: false, purpose: 'build', timeoutMs: 1000 } as const;
  const store = new FactStore(hostOf(spec), { ...common, probe: probeOptionsOf(spec.probe) });
  const { target } = spec.probe;
  const subject = { kind: 'endpoint', id: target } as const;
  const taken = await store.get(steps, subject);
  return {
    target,
    wire: await store.get(wire, subject),
    steps: taken.kind === 'known' ? taken.value : [],
    client: await store.get(client, subject),
    verdict: await store.get(goVerdict, subject),
    prediction: await store.get(prediction, subject),
    examination: await examineEndpoint(traps, store, target),
    durationMs: 12,
    words: new Words(locale),
  };
}

function page(width: number, colour = false): Page {
  return { width, style: new Style(colour) };
}

describe.each(Object.entries(endpoints))('%s', (name, spec) => {
  it.each(['en', 'zh-CN'] as const)('in %s', async (locale) => {
    const report = await look(spec, locale);
    expect(probeText(report, page(80))).toMatchSnapshot();
    expect(probeLine(report, page(80))).toMatchSnapshot();
  });

  it('no line of the ladder is wider than the page', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const report = await look(spec, locale);
      for (const width of [40, 60, 80, 120]) {
        const ladder = probeText(report, page(width)).split('\n=> ')[0] ?? '';
        const wide = ladder.split('\n').filter((line) => stringWidth(line) > width);
        expect(wide, `${locale} ${width}`).toEqual([]);
      }
    }
  });

  it('is whole: no key in place of a sentence, no placeholder left', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const text = probeText(await look(spec, locale), page(120));
      expect(text).not.toMatch(/\{[a-zA-Z]+\}|\b(?:name|tcp|answer|tls|chain|go|mtls|skip|probe)\.[a-z]+[A-Z]/);
    }
  });

  if (name.startsWith('a closed')) {
    it('in colour, with the codes made visible', async () => {
      const text = probeText(await look(spec, 'en'), page(80, true));
      expect(text.split('\n\n')[0]?.replaceAll('\u001b', '␛')).toMatchSnapshot();
    });
  }
});

describe('after several targets', () => {
  it('tells how many are well', async () => {
    const all = await Promise.all(Object.values(endpoints).map((spec) => look(spec, 'en')));
    expect(probeSummary(all, new Words('en'), 1234, page(80))).toBe(
      '5 targets · 2 without an error · 3 with errors · 1.23 s\n',
    );
  });
});
