export const en = {
  summary: 'An image does not have the user that USER names, or it has no /etc/passwd and its program asks for users',
  'title-start': 'USER {user} cannot be found: {image} has no /etc/passwd',
  'title-name': 'USER {user} cannot be found: {image} has no such user',
  'title-call': '{name} asks for a user, and {image} has no /etc/passwd',
  label: 'no /etc/passwd in here',
  'label-name': 'nothing before this line makes that user',
  'why-name':
    'Whoever starts the container looks the name up in /etc/passwd of the image. {image} has no {user} there, and no command adds it, so the container of {name} does not start. A number needs no entry.',
  'why-start':
    'Whoever starts the container looks the name up in /etc/passwd of the image. {image} has none, so the container of {name} does not start. A number needs no file.',
  'why-current':
    '{call} ({file}:{line}) takes the name from libc or, without cgo, from $USER and $HOME. A container sets HOME only, so the call fails.',
  'why-lookup': '{call} ({file}:{line}) reads /etc/passwd, which {image} does not have.',
  'bites-start': 'unable to find user {user}: no matching entries in passwd file',
  'bites-current': 'user: Current requires cgo or $USER set in environment',
  'bites-lookup': 'open /etc/passwd: no such file or directory',
  'fix-number': 'name the user by number: {number}',
  'fix-make': 'or make the user, in a line before USER',
  'fix-variables': 'set USER and HOME in the image',
  'fix-list': 'or bring a list of users that has this one',
  'fix-list-too': 'or bring a list of users',
  'seen-why': 'The image has no /etc/passwd with this user.',
  'seen-fix': 'name the user by its number, or copy /etc/passwd into the image',
} as const;
