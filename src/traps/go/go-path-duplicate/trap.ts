import { defineTrap, type Trap } from '../../../core/trap.ts';
import { installationsInOrder } from '../../../facts/go/installations.ts';
import { activeManager } from '../../../facts/go/managers.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** PATH has several go of different versions, and its order decides which one runs. */
const trap: Trap = defineTrap({
  id: 'go-path-duplicate',
  group: 'go',
  subject: 'machine',
  needs: { installations: installationsInOrder, manager: activeManager },
  messages: { en, 'zh-CN': zh },
  article: ['2.1.row-goroot'],
  judge: ({ facts, subject }) => {
    const { installations = [], manager } = facts;
    const [first, ...others] = installations;
    // A manager that is asked first decides on purpose, and the go of the system behind it is what it takes over from.
    if (!first?.version || manager) return [];
    const second = others.find(({ version }) => version !== undefined && version !== first.version);
    if (!second?.version) return [];
    const data = { first: first.version, second: second.version, path: first.path, other: second.path };
    return [
      {
        subject,
        severity: 'info',
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: 'why', data },
        bites: { key: 'bites', data },
        location: { binary: first.path },
        evidence: installations.map(({ path, version }) => ({
          source: path,
          text: version ? `go${version}` : 'version not known',
        })),
        causes: [{ kind: 'go-version-differs', about: ['go'] }],
        fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix', data } }],
        verify: { argv: ['go', 'version'], expect: { key: 'expect', data } },
      },
    ];
  },
});

export default trap;
