import type { Observation, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

/** What servers write into the frame: their connections have an age, or they are asked to stop. */
const words: Readonly<Record<string, string>> = {
  max_age: 'why-age',
  max_idle: 'why-age',
  graceful_stop: 'why-stop',
  app_requested: 'why-stop',
};

const sight: TextSight = ({ all }) => {
  const polite = all('goaway').filter(({ data }) => data.code === 'NO_ERROR');
  const said = polite.flatMap((one) => reasonOf(one) ?? []).at(-1);
  if (said !== undefined) {
    const told = toldBy({ confidence: 'proven', symptom: 'connection-cut', seen: polite });
    return told.map((claim) => ({ ...claim, why: { key: said } }));
  }
  return toldBy({
    confidence: 'likely',
    symptom: 'connection-cut',
    seen: polite,
    lines: ['grpc-doctor probe HOST:PORT --hold 120s'],
    ask: { key: 'seen-ask' },
  });
};

function reasonOf({ data }: Observation<'goaway'>): string | undefined {
  return words[data.debug ?? ''];
}

export default sight;
