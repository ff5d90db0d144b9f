import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isPlugin } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('install-needs-version'),
    ...all('package-not-in-module').filter(({ data }) => isPlugin(data.package)),
  ];
  return toldBy({
    confidence: 'proven',
    symptom: 'tool-not-installed',
    seen,
    lines: [
      'go install google.golang.org/protobuf/cmd/protoc-gen-go@latest',
      'go install google.golang.org/grpc/cmd/protoc-gen-go-grpc@latest',
    ],
  });
};

export default sight;
