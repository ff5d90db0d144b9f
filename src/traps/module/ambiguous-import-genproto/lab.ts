import { helloModule } from '../../../lab/kit/bench.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'ambiguous-import-genproto';
const GENPROTO = 'google.golang.org/genproto';

/** A grpc-go that uses the split modules. */
const hello = helloModule('v1.65.0', { go: '1.21' });

/** A genproto version with its two go.sum hashes. */
interface Whole {
  readonly version: string;
  readonly h1: string;
  readonly goMod: string;
}

const BEFORE: Whole = {
  version: 'v0.0.0-20220207164111-0872dc986b00',
  h1: 'h1:zmf8Yq9j+IyTpps+paSkmHkSu5fJlRKy69LxRzc17Q0=',
  goMod: 'h1:5CzLGKJ67TSI2B9POpiiyGha0AjJvZIUgRMt1dSmuhc=',
};

const AFTER: Whole = {
  version: 'v0.0.0-20240227224415-6ceb2ff114de',
  h1: 'h1:F6qOa9AZTYJXOUEr4jDysRDLrm4PHePlge4v4TGAlxY=',
  goMod: 'h1:VUhTRKeHn9wwcdrk73nvdC9gF178Tzhmt/qyaFcPLSo=',
};

/** What an old dependency, or a merge, leaves in go.mod. */
async function requireWhole(site: Site, { version, h1, goMod }: Whole): Promise<void> {
  await site.bench.moduleFolder({ path: GENPROTO, version });
  await site.edit('src/hello/go.mod', /^go .*$/m, `$&\n\nrequire ${GENPROTO} ${version}`);
  await site.edit('src/hello/go.sum', /^/, `${GENPROTO} ${version} ${h1}\n${GENPROTO} ${version}/go.mod ${goMod}\n`);
}

export default trapLab({
  trap,
  title: { en: 'The undivided genproto beside its new parts', zh: '拆分前的 genproto 与拆出来的模块同时存在' },
  question: {
    en: 'Does a genproto from before the split of 2023 stand beside googleapis/rpc, and does one from after it?',
    zh: '2023 年拆分之前的 genproto 能与 googleapis/rpc 共存吗？拆分之后的呢？',
  },
  environments: [
    broken(
      'before-the-split',
      trap,
      { en: 'genproto of February 2022 required', zh: '依赖 2022 年 2 月的 genproto' },
      { module: hello, arrange: (site) => requireWhole(site, BEFORE) },
    ),
    healthy(
      'after-the-split',
      { en: 'genproto of February 2024 required', zh: '依赖 2024 年 2 月的 genproto' },
      { module: hello, arrange: (site) => requireWhole(site, AFTER) },
    ),
    healthy('parts-only', { en: 'only the new part', zh: '只有新模块' }, { module: hello }),
  ],
});
