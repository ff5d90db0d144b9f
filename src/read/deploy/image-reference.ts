/** The name of a container image, taken apart. */
export interface ImageReference {
  /** Without tag and digest: `golang`, `docker.io/library/golang`. */
  name: string;
  tag?: string;
  /** `sha256:...` */
  digest?: string;
}

/** Takes `registry:5000/group/name:tag@digest` apart. The colon of a port belongs to the name. */
export function readImageReference(text: string): ImageReference {
  const at = text.indexOf('@');
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return {
    name: colon < 0 ? named : named.slice(0, colon),
    ...(colon < 0 ? {} : { tag: named.slice(colon + 1) }),
    ...(at < 0 ? {} : { digest: text.slice(at + 1) }),
  };
}
