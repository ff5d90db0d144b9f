import type { ImageReference } from '../read/deploy/image-reference.ts';
import type { DistributionProtoc } from './table.ts';
import * as tables from './tables.ts';

/**
 * The first release of protoc (3.12) that takes `optional` in proto3, by its minor number; measured with 27 releases from
 * 3.6.1 to 36.2. Code from an older one was made before 2020, and whoever generates it again has another.
 */
export const firstProtocWithOptional = 12;

/** The protoc of `apt-get install protobuf-compiler` in an image; undefined where the name does not tell the distribution. */
export function protocOfImage({ name, tag = '' }: ImageReference): DistributionProtoc | undefined {
  const own = name.replace(/^(?:docker\.io\/)?(?:library\/)?/, '');
  return tables.distributionProtocs.rows.find(
    ({ image, release, codename }) =>
      tag.split('-').includes(codename) || (own === image && (tag === release || tag.startsWith(`${release}-`))),
  );
}

/** The same on a machine of GitHub; undefined for `ubuntu-latest`, which is another one every two years. */
export function protocOfRunner(label: string): DistributionProtoc | undefined {
  return tables.distributionProtocs.rows.find(
    ({ image, release }) => label === `${image}-${release}` || label.startsWith(`${image}-${release}-`),
  );
}
