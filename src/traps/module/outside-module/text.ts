import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isRemovedPackage } from '../../../text/grpc-names.ts';

const sight: TextSight = ({ all, has }) => {
  const lines = ['go env GOMOD'];
  // Of a package of the project, the go command of a module never says so; a removed one of grpc-go is another matter.
  const below = all('package-not-in-gopath').filter(({ data }) => !isRemovedPackage(data.package));
  return [
    ...toldBy({
      confidence: has('workspace-lacks-module') ? 'possible' : 'proven',
      symptom: 'no-module-here',
      seen: all('no-go-mod'),
      lines,
      ask: { key: 'seen-ask' },
    }),
    ...toldBy({
      confidence: 'likely',
      symptom: 'no-module-here',
      seen: below,
      lines: ['go env GOMOD GO111MODULE', 'go mod init example.com/NAME'],
      ask: { key: 'gopath-ask' },
    }),
  ];
};

export default sight;
