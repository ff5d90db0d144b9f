import type { Edit } from '../../core/claim.ts';
import { defineFact } from '../../core/fact.ts';
import { absent, known } from '../../core/outcome.ts';
import { isGolangImage } from '../../knowledge/images.ts';
import { contentOf } from '../deploy/image-contents.ts';
import { imageStage } from '../deploy/image-file.ts';
import { projectRoot } from '../project/tree.ts';
import { program } from './programs.ts';

/** The stage out of which a program is copied into its image: further files can be copied out of it too. */
export interface Donor {
  /** As `--from` names it. */
  readonly from: string;
  /** It has the authorities of its distribution. */
  readonly authorities: boolean;
  /** It has the files of Go at the place where the golang image keeps them. */
  readonly golang: boolean;
  /** The line that copies the program. */
  readonly copy: Pick<Edit, 'file' | 'line' | 'text'>;
}

export const programDonor = defineFact<Donor>('program.donor', 'program', async (ask, { id }) => {
  const found = await ask.get(program);
  if (found.kind !== 'known') return found;
  const { build, place } = found.value;
  const from = place.kind === 'image' ? /--from=(\S+)/i.exec(place.text)?.[1] : undefined;
  const image = build && (await imageStage(ask, build.stage));
  if (from === undefined || !image || place.kind !== 'image') return absent('file-missing', { file: id });
  const root = projectRoot(ask.host, ask.options.dir);
  return known({
    from,
    authorities: contentOf(image, 'authorities', ask.host, root).there === true,
    golang: isGolangImage(image.base.image),
    copy: { file: place.file, line: place.line, text: place.text },
  });
});
