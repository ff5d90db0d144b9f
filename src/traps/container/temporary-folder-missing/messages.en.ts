export const en = {
  summary: 'A program makes temporary files, and its image has no /tmp',
  title: '{name} makes temporary files, and {image} has no /tmp',
  label: 'no /tmp in here',
  why: '{call} ({file}:{line}) writes below $TMPDIR, or below /tmp where that is not set. Neither is there in {image}, and Go does not make the folder.',
  bites: 'open /tmp/…: no such file or directory',
  'fix-base': 'start from {image}, which has /tmp',
  'fix-mount': 'or mount a folder when the container is started, or name one that is there',
  'seen-why':
    'A program makes a temporary file right below /tmp, and says that there is no such folder. Images from scratch have none, and Go does not make it.',
  'seen-fix': 'bring /tmp into the image (COPY or WORKDIR /tmp), mount one, or set TMPDIR to a folder that is there',
} as const;
