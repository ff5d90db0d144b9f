import type { ImageReference } from '../read/deploy/image-reference.ts';
import * as tables from './tables.ts';

/**
 * True for the official image of Go, at Docker Hub or in a mirror that keeps its name (`library/golang`). Images of other
 * makers that are called golang too set what they like.
 */
export function isGolangImage({ name }: ImageReference): boolean {
  return /^(?:(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)\/)?golang$|(?:^|\/)library\/golang$/.test(name);
}

/** Variables that an image sets and that paths in a Dockerfile are written with (Dockerfile of the golang image). */
export function imageEnvironment(image: ImageReference): [string, string][] {
  return isGolangImage(image) ? [['GOPATH', '/go']] : [];
}

/** Images of other makers whose tag is a Go version; what they set for GOTOOLCHAIN is not known. */
export function isOtherGoImage(image: ImageReference): boolean {
  return !isGolangImage(image) && /(?:^|\/)(?:cimg\/go|golang)$/.test(image.name);
}

/** The GOTOOLCHAIN that comes with a provider of that version; undefined where it leaves the setting alone. */
export function toolchainOfProvider(provider: 'golang' | 'actions/setup-go', version: string): string | undefined {
  const row = tables.toolchainProviders.rows.find((one) => one.provider === provider);
  return row && Number(minorOf(version)) >= Number(minorOf(row.since)) ? row.toolchain : undefined;
}

/** `21` of `1.21.3`, `6` of `6`. */
function minorOf(version: string): string {
  const [major = '', minor] = version.split('.');
  return minor ?? major;
}

/**
 * The variant of a golang image that new versions still come in: `alpine3.15` becomes `alpine`, and the name of a Debian
 * release that is gone falls away (tags of docker-library/golang).
 */
export function currentVariant(variant: string): string {
  if (variant.startsWith('alpine')) return '-alpine';
  return /^(?:bookworm|trixie)$/.test(variant) ? `-${variant}` : '';
}
