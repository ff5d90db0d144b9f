export const en = {
  summary: 'A program names a time zone, and its image has no table of time zones',
  title: '{name} loads the time zone {zone}, and {image} has no time zones',
  'title-local': 'TZ={zone} means UTC for {name}: {image} has no time zones',
  label: 'no /usr/share/zoneinfo in here',
  why: 'time.LoadLocation ({file}:{line}) looks the zone up in files of the system. There are none in {image}, and none are linked into the program.',
  'why-local':
    'Go looks the zone of TZ up in files of the system. Where there are none it says nothing, and takes UTC.',
  bites: 'unknown time zone {zone}',
  'bites-local': 'no message: time.Local is UTC, and every local time is off by the difference',
  'fix-install': 'install the time zones in the image',
  'fix-copy': 'copy the time zones of Go out of stage {from}',
  'fix-embed': 'or link the zones into the program (0.4 MB), or bring them into the image',
  'fix-embed-local': 'or link the zones into the program (0.4 MB), bring them into the image, or take TZ out',
  'seen-why': 'The image has no time zones, or the name is written wrong.',
  'seen-fix': 'import time/tzdata in main, or install tzdata in the image',
} as const;
