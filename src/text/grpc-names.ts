import type { Observed } from '../core/failure.ts';
import { grpcSymbol, isGeneratedGrpcName } from '../knowledge/grpc-symbols.ts';
import { imaginaryFields, imaginaryNames } from '../knowledge/imaginary-names.ts';
import { grpcModule, protobufModule, splitModules } from '../knowledge/names.ts';
import { wasEverDropped } from '../knowledge/questions.ts';
import { isDependency, isFileInit, isGeneratedFile, isGeneratedName, isOwnFile } from './names.ts';

type Undefined = Observed['undefined-symbol'];

/** Packages of grpc-go by the name that code uses. */
const grpcPackages: Readonly<Record<string, string>> = {
  grpc: grpcModule,
  balancer: `${grpcModule}/balancer`,
  base: `${grpcModule}/balancer/base`,
  resolver: `${grpcModule}/resolver`,
  naming: `${grpcModule}/naming`,
  credentials: `${grpcModule}/credentials`,
};

function numberOf(symbol: string): number | undefined {
  const digits = /^SupportPackageIsVersion(\d{1,3})$/.exec(symbol)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function symbolOf({ qualifier, symbol }: Undefined) {
  const path = grpcPackages[qualifier ?? ''];
  return path === undefined ? undefined : grpcSymbol(path, symbol);
}

/** A name that generated code asserts and that came to grpc-go with some release. */
export function isNewerThanGrpc(name: Undefined): boolean {
  if (name.qualifier !== 'grpc') return false;
  const constant = numberOf(name.symbol);
  // A constant older than the table stands in every release that anybody has; who lacks it is older still.
  if (constant !== undefined) return !isDroppedByGrpc(name);
  const row = symbolOf(name);
  if (row?.removed !== undefined) return false;
  return (row?.since !== undefined && !isOwnCode(name)) || isGeneratedGrpcName(name.symbol);
}

function isOwnCode({ file }: Undefined): boolean {
  return file !== undefined && isOwnFile(file) && !isGeneratedFile(file);
}

/** A name or package of grpc-go that came with some release, and that people's own code asks for. */
export function isLaterInGrpc(name: Undefined): boolean {
  return symbolOf(name)?.since !== undefined && isOwnCode(name);
}

export function isLaterPackage(path: string): boolean {
  return grpcSymbol(path)?.since !== undefined;
}

/** A support version that some grpc-go has no more. One that came back counts as well: who lacks it is of the years in between. */
export function isDroppedByGrpc({ qualifier, symbol }: Undefined): boolean {
  const constant = numberOf(symbol);
  return qualifier === 'grpc' && constant !== undefined && wasEverDropped(constant);
}

export function isNewerThanProtobuf({ qualifier, symbol }: Undefined): boolean {
  if (qualifier === 'proto') return /^(?:GoGo)?ProtoPackageIsVersion\d+$/.test(symbol);
  return qualifier === 'protoimpl' || (qualifier === 'protoreflect' && symbol.length > 0);
}

/** API of grpc-go that went; what a generated file asserts is another matter. */
export function isRemovedFromGrpc(name: Undefined): boolean {
  return symbolOf(name)?.removed !== undefined && !(name.file !== undefined && isGeneratedFile(name.file));
}

/** A name that the project's own generated code would define. */
export function isOwnGenerated({ qualifier, symbol, file }: Undefined): boolean {
  if (qualifier !== undefined && (grpcPackages[qualifier] !== undefined || standard.has(qualifier))) return false;
  if (file !== undefined && isDependency(file)) return false;
  if (isFileInit(symbol)) return false;
  return isGeneratedName(symbol) || (file !== undefined && isGeneratedFile(file));
}

const standard = new Set(['http', 'tls', 'net', 'proto', 'protoimpl', 'protoreflect', 'context', 'rpc', 'runtime']);

export function isRemovedPackage(path: string): boolean {
  return grpcSymbol(path)?.removed !== undefined;
}

export function isOfSplitModule(path: string): boolean {
  return (
    splitModules.some((module) => path === module || path.startsWith(`${module}/`)) && !path.startsWith(protobufModule)
  );
}

export function isImaginary({ qualifier, symbol }: Undefined): boolean {
  return imaginaryNames.some((row) => row.name === symbol && row.package.split('/').at(-1) === qualifier);
}

/** A field that never was: the type as code has it, by the name of its package. */
export function isImaginaryField({ type, field }: Observed['field-missing']): boolean {
  return [...imaginaryFields].some(([path, fields]) => path.endsWith(`/${type}`) && fields.has(field));
}
