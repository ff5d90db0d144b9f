/**
 * Clock sources of Linux that no program can read without a system call, and whose reading goes to a device on top of it
 * (drivers/clocksource/acpi_pm.c, arch/x86/kernel/hpet.c; golang/go#57749: time.Now is slow). `jiffies` and its kin only count
 * timer interrupts (kernel/time/jiffies.c): they are slow to move, not to read.
 */
const slowSources: Readonly<Record<string, 'device' | 'ticks'>> = {
  hpet: 'device',
  acpi_pm: 'device',
  pit: 'device',
  jiffies: 'ticks',
  'refined-jiffies': 'ticks',
};

/** What is slow about a clock source; undefined for all that Linux reads without a system call, and for unknown ones. */
export function slownessOf(source: string): 'device' | 'ticks' | undefined {
  return Object.hasOwn(slowSources, source) ? slowSources[source] : undefined;
}

/** Sources of x86 that the vDSO reads (golang/go#57749, arch/x86/include/asm/vdso/clocksource.h), the best first. */
export const fastSources: readonly string[] = ['tsc', 'kvm-clock', 'hyperv_clocksource_tsc_page'];

/**
 * Seconds between this clock and a server's that are told: JWT libraries forgive so many (go-jose jwt.DefaultLeeway is one
 * minute), and no request takes so long that it explains them.
 */
export const toldSkewSeconds = 60;

/** Certificates are dated back by about so many seconds, to forgive clocks (Let's Encrypt: one hour). */
export const forgivenByCertificates = 3600;

/** No copy of this program is older: a clock that shows an earlier day is wrong. */
export const firstDay = '2026-11-01';

/** Go 1 came on this day (go.dev/doc/devel/release): what a Go program says of an earlier time, it says by a wrong clock. */
export const dayOfGo1 = '2012-03-28';

/**
 * From this share of throttled periods on, throttling is told: the alert CPUThrottlingHigh of kubernetes-mixin uses the same
 * (alerts/resource_alerts.libsonnet, cpuThrottlingPercent).
 */
export const toldThrottling = 0.25;

/** Fewer periods, of 100 ms usually, say nothing yet: a short build fills them. */
export const enoughPeriods = 300;
