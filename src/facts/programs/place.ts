import { defineFact } from '../../core/fact.ts';
import { absent, known, unknown } from '../../core/outcome.ts';
import { imagePlace } from './image-place.ts';
import { machinePlace } from './machine-place.ts';
import type { ImageUser, Place } from './program.ts';
import { program } from './programs.ts';

/** What the place of a program has to offer: this machine, or a stage of an image. */
export const programPlace = defineFact<Place>('program.place', 'program', async (ask) => {
  const found = await ask.get(program);
  if (found.kind !== 'known') return found;
  const { place } = found.value;
  return place.kind === 'machine' ? machinePlace(ask, found.value) : imagePlace(ask, found.value, place);
});

/** The USER of an image; absent where none is named, or by a variable. */
export const programUser = defineFact<ImageUser>('program.user', 'program', async (ask, { id }) => {
  const place = await ask.get(programPlace);
  if (place.kind !== 'known') return place;
  const { user, name: image } = place.value;
  if (!user || /[$`]/.test(user.name)) return absent('file-missing', { file: id });
  return user.there === undefined ? unknown('image-users-unknown', { user: user.name, image }) : known(user);
});
