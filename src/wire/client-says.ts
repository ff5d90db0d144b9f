import type { Text } from '../core/outcome.ts';
import type { Prediction } from './prediction/prediction.ts';

/** What the user's own Go client prints, as a claim's `bites`; nothing where it is content, or nobody knows. */
export function clientSays(prediction: Prediction | undefined): { readonly bites?: Text } {
  if (prediction?.verdict !== 'refuse' || prediction.text === '') return {};
  return { bites: { key: 'common.client-says', data: { code: prediction.code ?? 'Unknown', text: prediction.text } } };
}
