import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isPlugin } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  const started = all('plugin-not-started');
  const tools = all('tool-not-found').filter(({ data }) => isPlugin(data.tool));
  const failed = all('plugin-failed');
  const told = started.length + tools.length > 0;
  // What else a plugin says before it fails stands in a line of its own.
  const silent = !has(
    'grpc-option-refused',
    'go-import-path-unknown',
    'plugin-lacks-feature',
    'plugin-output-unparseable',
    'plugin-option-refused',
    'go-package-refused',
    'go-package-names-differ',
    'wrong-architecture',
  );
  const seen = told ? [...started, ...tools] : silent ? [...failed] : [];
  return toldBy({
    confidence: told ? 'proven' : 'possible',
    symptom: 'plugin-not-started',
    seen,
    lines: ['command -v protoc-gen-go protoc-gen-go-grpc', 'echo $PATH'],
  });
};

export default sight;
