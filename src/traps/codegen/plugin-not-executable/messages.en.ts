export const en = {
  summary: 'A plugin is on PATH, and the system cannot start it',
  'title-permission': '{path} may not be executed',
  'title-empty': '{path} is empty',
  'title-crlf': '{path} is a script with Windows line ends',
  'title-interpreter': '{path} is a script for {interpreter}, which does not exist',
  'why-permission':
    'protoc passes over files without the permission to execute and then says that there is no such program.',
  'why-empty':
    'An empty file is run as an empty shell script: it does nothing and succeeds. protoc ends well, and no code appears.',
  'why-crlf':
    'The system looks for an interpreter whose name ends in a carriage return, and protoc says that the plugin is not found.',
  'why-interpreter':
    'The system reports the missing interpreter as if the script itself were missing, and so does protoc.',
  bites: '{plugin}: program not found or is not executable',
  'bites-empty': 'nothing: protoc exits 0, and nothing is generated',
  'fix-again': 'install {plugin} again',
  'fix-permit': 'let {path} be executed',
  'seen-why':
    '{tool} is there, and may not be executed: the file has no x, or lies on a disk that is mounted without it (noexec).',
  'seen-fix': 'let the file be executed, or install it anew into a folder of your own',
} as const;
