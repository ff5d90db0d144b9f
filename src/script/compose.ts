import type { Locale } from '../core/trap.ts';
import { firstThatRefuseNewLoops } from '../knowledge/go-rules.ts';
import { grpcPluginPackage } from '../knowledge/names.ts';
import { fittingPlugin, grpcFloors, pluginFloors } from '../knowledge/questions.ts';
import { wordsEn } from './words.en.ts';
import { wordsZh } from './words.zh-CN.ts';

/** Where the script lies beside the program. */
export const scriptFile = 'script/script.sh';

/**
 * The shell script of `grpc-doctor script`: `body` with what it knows and says filled in. `body` has three lines that begin with
 * `# @` for that.
 */
export function composeScript(body: string, locale: Locale, version: string): string {
  const words = locale === 'zh-CN' ? wordsZh : wordsEn;
  return body
    .replace('# @about', () => about[locale].replace('{version}', version))
    .replace('# @knowledge', knowledge)
    .replace('# @words', () => sentences(words));
}

const about: Readonly<Record<Locale, string>> = {
  en: `# Printed by grpc-doctor {version} for machines without Node. Needs a POSIX shell, awk, sed, grep, find and od; writes nothing.
# Ends with 0 where it found no error, with 1 where it did, with 2 when used wrongly. grpc-doctor explain TRAP tells more.`,
  'zh-CN': `# 由 grpc-doctor {version} 生成，供没有 Node 的机器使用。需要 POSIX shell、awk、sed、grep、find 和 od；不写任何文件。
# 没有发现错误时退出码为 0，发现错误为 1，用法不对为 2。详情见 grpc-doctor explain 陷阱名。`,
};

/** The tables that the script needs, as functions that print lines of two words. */
function knowledge(): string {
  return [
    '# grpc-go releases that first have SupportPackageIsVersionN.',
    printer(
      'constant_floors',
      grpcFloors().map(({ constant, since }) => `${constant} ${since}`),
    ),
    '',
    '# The grpc-go that the output of protoc-gen-go-grpc needs, from which release of the plugin on.',
    printer(
      'plugin_floors',
      pluginFloors(grpcPluginPackage).map(({ since, grpc }) => `${since} ${grpc}`),
    ),
    '',
    '# The releases of Go 1.19 and 1.20 from which on no go line above 1.21 is compiled.',
    printer(
      'refusing_go',
      firstThatRefuseNewLoops.map((first) => `${first} ${first}`),
    ),
  ].join('\n');
}

function printer(name: string, lines: readonly string[]): string {
  return `${name}() {\n  cat <<'TABLE'\n${lines.join('\n')}\nTABLE\n}`;
}

/** `words KEY [DATA...]` prints a sentence. */
function sentences(words: Readonly<Record<string, string>>): string {
  const older = fittingPlugin(grpcPluginPackage, { grpc: 'v1.32.0', streams: true }) ?? '';
  const cases = Object.entries(words).map(
    ([key, text]) => `    ${key}) printf '%s\\n' "${quoted(text.replace('{older}', older))}" ;;`,
  );
  return ['words() {', '  key=$1', '  shift', '  case $key in', ...cases, '  esac', '}'].join('\n');
}

/** Inside of double quotes; `{1}` becomes `$1`. */
function quoted(text: string): string {
  return text.replace(/[\\"$`]/g, '\\$&').replace(/\{(\d)\}/g, (_, place: string) => `\${${place}-}`);
}
