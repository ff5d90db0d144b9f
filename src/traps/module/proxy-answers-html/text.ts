import type { TextClaim, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const symptom = 'module-source-refuses';
const lines = ['go env GOPROXY', 'grpc-doctor check --network'];
const ask = { key: 'seen-ask' };

const sight: TextSight = ({ all }) => {
  const refused = all('module-answer-refused');
  const pages = refused.filter(({ data }) => data.reason.includes("'<'"));
  if (pages.length > 0) return toldBy({ confidence: 'proven', symptom, seen: pages, lines });
  const others = refused.filter(({ data }) => data.url === undefined);
  if (others.length > 0) return because('other', toldBy({ confidence: 'likely', symptom, seen: others, lines, ask }));
  return because('sum', toldBy({ confidence: 'possible', symptom, seen: all('checksum-differs'), lines, ask }));
};

function because(kind: 'other' | 'sum', claims: readonly TextClaim[]): TextClaim[] {
  return claims.map((claim) => ({ ...claim, why: { key: `seen-why-${kind}` } }));
}

export default sight;
