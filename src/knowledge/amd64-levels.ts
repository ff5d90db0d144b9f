/**
 * What a program with GOAMD64=vN asks of the processor before main, by the names of /proc/cpuinfo. Each level asks for those
 * before it as well. Source: `V2_FEATURES_CX` and the like in runtime/asm_amd64.s (Go 1.26), arch/x86/include of Linux.
 */
const levels: readonly (readonly string[])[] = [
  ['pni', 'ssse3', 'cx16', 'sse4_1', 'sse4_2', 'popcnt', 'lahf_lm'],
  ['fma', 'movbe', 'xsave', 'avx', 'f16c', 'abm', 'bmi1', 'avx2', 'bmi2'],
  ['avx512f', 'avx512dq', 'avx512cd', 'avx512bw', 'avx512vl'],
];

/** The level of a processor with these flags: 1 to 4. */
export function amd64Level(flags: ReadonlySet<string>): number {
  const missing = levels.findIndex((level) => level.some((flag) => !flags.has(flag)));
  return missing < 0 ? levels.length + 1 : missing + 1;
}
