import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('go-setting-refused').filter(({ data }) => data.setting === 'GOBIN'),
    ...all('install-folder-refused'),
  ];
  return toldBy({
    confidence: 'proven',
    symptom: 'go-install-refused',
    seen,
    lines: ['go env GOBIN GOPATH', 'go env -u GOBIN'],
  });
};

export default sight;
