import manifest from '../../../package.json' with { type: 'json' };

/** Who asks: servers write it into their logs. */
export const userAgent = `${manifest.name}/${manifest.version}`;
