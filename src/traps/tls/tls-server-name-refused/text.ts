import type { Observation, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { tlsAlertNumber } from '../../../knowledge/grpc-errors.ts';
import { alerts } from '../../../knowledge/tls-rules.ts';

const sight: TextSight = ({ all }) => {
  const told = all('tls-alert').filter(({ data }) => data.side !== 'server');
  const unknown = told.filter(isAlert(alerts.unrecognizedName));
  const symptom = 'server-name-refused';
  const lines = ['grpc-doctor probe HOST:PORT --as tls --servername NAME'];
  if (unknown.length > 0) return toldBy({ confidence: 'proven', symptom, seen: unknown, lines });
  // A Go server without a certificate for the name says no more than this, and other servers say it of any fault of theirs.
  const seen = told.filter(isAlert(alerts.internalError));
  return toldBy({ confidence: 'possible', symptom, seen, lines, ask: { key: 'seen-ask' } });
};

function isAlert(number: number): (one: Observation<'tls-alert'>) => boolean {
  return ({ data }) => tlsAlertNumber(data.alert) === number;
}

export default sight;
