export const en = {
  summary: 'a dependency uses parts of grpc-go that the version in this build no longer has',
  title: '{module} {version} does not compile with grpc-go {grpc}',
  label: 'compiles up to grpc-go {last}',
  why: 'grpc-go took away experimental parts in {broken}, and {package} uses them. The compiler names a file in the module cache, and nothing of yours.',
  'why-behind':
    'grpc-go took away experimental parts in {broken}, and {package} uses them. Another dependency brings {module}; the build fails if that package is among those it imports.',
  bites: '{says}',
  'fix-newer': 'take the first version without that limit, or a later one',
  'fix-instead': 'take {instead} or later, and import it where {package} is imported',
  'fix-replace':
    'or hold grpc-go back for the whole build, and run go mod tidy (code from newer plugins then does not compile)',
  'seen-why': 'A dependency uses API that newer grpc-go releases have removed.',
  'seen-fix': 'raise the dependency; only where there is no newer one, hold grpc-go back by replace',
} as const;
