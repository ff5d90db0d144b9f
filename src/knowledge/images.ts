import type { ImageReference } from '../read/image-reference.ts';

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
