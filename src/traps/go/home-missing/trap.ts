import { defineTrap, type Trap } from '../../../core/trap.ts';
import { homelessCaches } from '../../../facts/go/caches.ts';
import { platform } from '../../../facts/machine.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Neither a home folder nor a setting says where the build cache or the module cache is: systemd, cron, bare CI. */
const trap: Trap = defineTrap({
  id: 'home-missing',
  group: 'go',
  subject: 'project',
  needs: { homeless: homelessCaches, platform },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const { homeless = [] } = facts;
    if (homeless.length === 0) return [];
    const os = facts.platform?.os ?? 'linux';
    const build = homeless.includes('GOCACHE');
    const data = { names: homeless.join(', '), home: homeVariable[os] ?? 'HOME' };
    const bites = build ? (os in homeVariable ? `bites-build-${os}` : 'bites-build') : 'bites-modules';
    return [
      {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: 'why', data },
        bites: { key: bites },
        location: { env: 'HOME' },
        evidence: homeless.map((name) => ({ source: `$${name}`, text: `not set, and no ${data.home}` })),
        causes: [{ kind: 'go-cache-refused', about: homeless }],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: 'fix', data },
            lines: os === 'windows' ? onWindows : elsewhere,
          },
        ],
        verify: { argv: ['go', 'env', 'GOCACHE', 'GOMODCACHE'], expect: { key: 'expect' } },
      },
    ];
  },
});

/** What os.UserCacheDir looks at beside the setting itself, where it is not $XDG_CACHE_HOME and $HOME. */
const homeVariable: Readonly<Record<string, string>> = { windows: 'LocalAppData', darwin: 'HOME' };

const elsewhere = [
  { shell: 'bash, zsh, cron', line: 'export HOME=/var/lib/ci' },
  { shell: 'systemd', line: 'Environment=HOME=/var/lib/ci' },
  { shell: 'Dockerfile', line: 'ENV HOME=/tmp/home' },
];
const onWindows = [{ shell: 'PowerShell', line: "$env:LocalAppData = 'C:\\ci\\cache'; $env:USERPROFILE = 'C:\\ci'" }];

export default trap;
