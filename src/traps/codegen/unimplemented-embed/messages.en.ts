export const en = {
  summary: 'A server does not have the generated type inside that its interface wants',
  'title-missing': '{type} is registered as a {service}Server and does not embed Unimplemented{service}Server',
  'title-pointer': '{type} has Unimplemented{service}Server inside as a pointer, and nothing sets it',
  'why-missing':
    'The interface in {generated} has the method {mustEmbed}, which is private to its package: only a type of that package can lend it. It is there so that a method that is added to the service does not break servers.',
  'why-others':
    'The compiler names the first method that is missing, {first}, and stops there. {mustEmbed} is missing too, and nobody can write it by hand: it is private to the package of {generated}. The embedded type has both.',
  'why-start':
    'RegisterXServer of {generated} calls a method of the embedded type, to find exactly this before the first call does.',
  'why-call': 'A method that {type} does not have itself, such as {first}, is called on the pointer, and that is nil.',
  'bites-missing': 'go build: … does not implement {alias}.{service}Server (missing method {first})',
  'bites-start':
    'it builds, and panics where it is registered: runtime error: invalid memory address or nil pointer dereference',
  'bites-call':
    'it builds and starts; the first call of {first} ends the whole program: panic: runtime error: invalid memory address or nil pointer dereference',
  'fix-embed': 'embed {alias}.Unimplemented{service}Server in {type}',
  'fix-value': 'embed {alias}.Unimplemented{service}Server by value, without the star',
  'fix-option':
    'or generate with --go-grpc_opt=require_unimplemented_servers=false: then a method that is added to the service breaks the build of every server',
  'seen-why':
    'The generated server interface has an unexported method, so a server has to embed the generated Unimplemented type.',
  'seen-fix': "embed UnimplementedXServer (by value) in the server's struct",
  'seen-ask':
    'Did your code compile before the code was generated again (`git diff` of the _grpc.pb.go)? Then another protoc-gen-go-grpc ran than the project has; with require_unimplemented_servers=false it asks for no embedding.',
} as const;
