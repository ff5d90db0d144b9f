export const en = {
  summary: 'Generated code asserts what the grpc-go of the build no longer has',
  'title-constant': '{file} asks for SupportPackageIsVersion{constant}, which no grpc-go from {since} on has',
  'title-constant-many':
    '{file} and {more} more files ask for SupportPackageIsVersion{constant}, which no grpc-go from {since} on has',
  'title-gap': '{file} asks for SupportPackageIsVersion{constant}, which grpc-go has not between {since} and {back}',
  'title-gap-many':
    '{file} and {more} more files ask for SupportPackageIsVersion{constant}, which grpc-go has not between {since} and {back}',
  'title-handlers': '{file} has handlers without an interceptor, which no grpc-go from {since} on takes',
  'title-handlers-many':
    '{file} and {more} more files have handlers without an interceptor, which no grpc-go from {since} on takes',
  'why-constant':
    'A plugin of the first half of 2016 made this code. Its constant was dropped before grpc-go 1.0; this build uses {version}.',
  'why-gap':
    'grpc-go dropped this constant in {since} and took it back in {back}; this build uses {version}, which is in between.',
  'why-handlers':
    'A plugin from before April 2016 made this code, when servers had no interceptors; this build uses grpc-go {version}.',
  bites: 'go build: undefined: grpc.SupportPackageIsVersion{constant}',
  'bites-handlers':
    'go build: cannot use _Greeter_Greet_Handler (value of type func(srv interface{}, …) …) as grpc.MethodHandler value in struct literal',
  'fix-raise': 'bring grpc-go up to the first release that has the constant again',
  'fix-again': 'install protoc-gen-go-grpc {plugin}, which fits this grpc-go, and generate again',
  'seen-why': 'Old generated code asserts a support version that grpc-go has dropped since.',
  'seen-fix': 'install the current plugins and generate again',
} as const;
