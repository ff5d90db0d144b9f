/**
 * Every table by its name. Ask for it as `import * as tables`: then a part of the built program has the tables that it asks for, and
 * none else.
 */

import type {
  CgoPackage,
  CompiledModule,
  ConnectionLimit,
  DeprecatedName,
  DistributionProtoc,
  GodebugSetting,
  GogoRuntime,
  GoVerificationChange,
  GrpcCeiling,
  GrpcClientChange,
  GrpcCode,
  GrpcDroppedConstant,
  GrpcErrorText,
  GrpcGeneratedName,
  GrpcSupportConstant,
  GrpcSymbol,
  Http2Error,
  HttpServer,
  HttpStatusText,
  ImageContents,
  ImagePackage,
  ImaginaryName,
  KnownRelease,
  LinterRelease,
  ModuleGoLine,
  ModuleHash,
  ModuleRename,
  ModuleRequirement,
  ModuleSplit,
  OldGoBuild,
  OldPluginHeader,
  PluginGoPackages,
  PluginOptions,
  PluginRelease,
  ProtocolBanner,
  ProtoFamily,
  ProtoFloor,
  Release,
  ReleasedVersions,
  RuntimeName,
  SchemaGenerator,
  SplitPackage,
  Table,
  TlsAlertText,
  ToolCommand,
  ToolchainProvider,
  ToolReleases,
  WellKnownProto,
  YoungPackage,
} from './table.ts';
import cgoPackagesJson from './tables/cgo-packages.json' with { type: 'json' };
import compiledModulesJson from './tables/compiled-modules.json' with { type: 'json' };
import connectionLimitsJson from './tables/connection-limits.json' with { type: 'json' };
import deprecatedNamesJson from './tables/deprecated-names.json' with { type: 'json' };
import distributionProtocsJson from './tables/distribution-protocs.json' with { type: 'json' };
import goVerificationJson from './tables/go-verification.json' with { type: 'json' };
import godebugSettingsJson from './tables/godebug-settings.json' with { type: 'json' };
import gogoRuntimesJson from './tables/gogo-runtimes.json' with { type: 'json' };
import grpcCeilingsJson from './tables/grpc-ceilings.json' with { type: 'json' };
import grpcClientChangesJson from './tables/grpc-client-changes.json' with { type: 'json' };
import grpcCodesJson from './tables/grpc-codes.json' with { type: 'json' };
import grpcDroppedConstantsJson from './tables/grpc-dropped-constants.json' with { type: 'json' };
import grpcErrorTextsJson from './tables/grpc-error-texts.json' with { type: 'json' };
import grpcGeneratedNamesJson from './tables/grpc-generated-names.json' with { type: 'json' };
import grpcSupportConstantsJson from './tables/grpc-support-constants.json' with { type: 'json' };
import grpcSymbolsJson from './tables/grpc-symbols.json' with { type: 'json' };
import httpServersJson from './tables/http-servers.json' with { type: 'json' };
import httpStatusTextsJson from './tables/http-status-texts.json' with { type: 'json' };
import http2ErrorsJson from './tables/http2-errors.json' with { type: 'json' };
import imageContentsJson from './tables/image-contents.json' with { type: 'json' };
import imagePackagesJson from './tables/image-packages.json' with { type: 'json' };
import imaginaryNamesJson from './tables/imaginary-names.json' with { type: 'json' };
import installableReleasesJson from './tables/installable-releases.json' with { type: 'json' };
import linterReleasesJson from './tables/linter-releases.json' with { type: 'json' };
import moduleGoLinesJson from './tables/module-go-lines.json' with { type: 'json' };
import moduleHashesJson from './tables/module-hashes.json' with { type: 'json' };
import moduleRenamesJson from './tables/module-renames.json' with { type: 'json' };
import moduleRequirementsJson from './tables/module-requirements.json' with { type: 'json' };
import moduleSplitsJson from './tables/module-splits.json' with { type: 'json' };
import newestReleasesJson from './tables/newest-releases.json' with { type: 'json' };
import oldGoBuildsJson from './tables/old-go-builds.json' with { type: 'json' };
import oldPluginHeadersJson from './tables/old-plugin-headers.json' with { type: 'json' };
import pluginGoPackagesJson from './tables/plugin-go-packages.json' with { type: 'json' };
import pluginOptionsJson from './tables/plugin-options.json' with { type: 'json' };
import pluginReleasesJson from './tables/plugin-releases.json' with { type: 'json' };
import protoFamiliesJson from './tables/proto-families.json' with { type: 'json' };
import protoFeaturesJson from './tables/proto-features.json' with { type: 'json' };
import protocolBannersJson from './tables/protocol-banners.json' with { type: 'json' };
import releasedVersionsJson from './tables/released-versions.json' with { type: 'json' };
import releasesJson from './tables/releases.json' with { type: 'json' };
import runtimeNamesJson from './tables/runtime-names.json' with { type: 'json' };
import schemaGeneratorsJson from './tables/schema-generators.json' with { type: 'json' };
import splitPackagesJson from './tables/split-packages.json' with { type: 'json' };
import tlsAlertTextsJson from './tables/tls-alert-texts.json' with { type: 'json' };
import toolCommandsJson from './tables/tool-commands.json' with { type: 'json' };
import toolReleasesJson from './tables/tool-releases.json' with { type: 'json' };
import toolchainProvidersJson from './tables/toolchain-providers.json' with { type: 'json' };
import wellKnownProtosJson from './tables/well-known-protos.json' with { type: 'json' };
import youngPackagesJson from './tables/young-packages.json' with { type: 'json' };

export const cgoPackages = cgoPackagesJson as Table<CgoPackage>;
export const compiledModules = compiledModulesJson as Table<CompiledModule>;
export const connectionLimits = connectionLimitsJson as Table<ConnectionLimit>;
export const deprecatedNames = deprecatedNamesJson as Table<DeprecatedName>;
export const distributionProtocs = distributionProtocsJson as Table<DistributionProtoc>;
export const grpcDroppedConstants = grpcDroppedConstantsJson as Table<GrpcDroppedConstant>;
export const goVerification = goVerificationJson as Table<GoVerificationChange>;
export const godebugSettings = godebugSettingsJson as Table<GodebugSetting>;
export const gogoRuntimes = gogoRuntimesJson as Table<GogoRuntime>;
export const grpcCeilings = grpcCeilingsJson as Table<GrpcCeiling>;
export const grpcClientChanges = grpcClientChangesJson as Table<GrpcClientChange>;
export const grpcCodes = grpcCodesJson as Table<GrpcCode>;
export const grpcErrorTexts = grpcErrorTextsJson as Table<GrpcErrorText>;
export const grpcGeneratedNames = grpcGeneratedNamesJson as Table<GrpcGeneratedName>;
export const grpcSupportConstants = grpcSupportConstantsJson as Table<GrpcSupportConstant>;
export const grpcSymbols = grpcSymbolsJson as Table<GrpcSymbol>;
export const http2Errors = http2ErrorsJson as Table<Http2Error>;
export const httpServers = httpServersJson as Table<HttpServer>;
export const httpStatusTexts = httpStatusTextsJson as Table<HttpStatusText>;
export const imageContents = imageContentsJson as Table<ImageContents>;
export const imagePackages = imagePackagesJson as Table<ImagePackage>;
export const imaginaryNames = imaginaryNamesJson as Table<ImaginaryName>;
export const installableReleases = installableReleasesJson as Table<Release>;
export const linterReleases = linterReleasesJson as Table<LinterRelease>;
export const moduleGoLines = moduleGoLinesJson as Table<ModuleGoLine>;
export const moduleHashes = moduleHashesJson as Table<ModuleHash>;
export const moduleRenames = moduleRenamesJson as Table<ModuleRename>;
export const moduleRequirements = moduleRequirementsJson as Table<ModuleRequirement>;
export const moduleSplits = moduleSplitsJson as Table<ModuleSplit>;
export const newestReleases = newestReleasesJson as Table<Release>;
export const oldGoBuilds = oldGoBuildsJson as Table<OldGoBuild>;
export const oldPluginHeaders = oldPluginHeadersJson as Table<OldPluginHeader>;
export const pluginGoPackages = pluginGoPackagesJson as Table<PluginGoPackages>;
export const pluginOptions = pluginOptionsJson as Table<PluginOptions>;
export const pluginReleases = pluginReleasesJson as Table<PluginRelease>;
export const protocolBanners = protocolBannersJson as Table<ProtocolBanner>;
export const protoFamilies = protoFamiliesJson as Table<ProtoFamily>;
export const protoFeatures = protoFeaturesJson as Table<ProtoFloor>;
export const releasedVersions = releasedVersionsJson as Table<ReleasedVersions>;
export const releases = releasesJson as Table<KnownRelease>;
export const runtimeNames = runtimeNamesJson as Table<RuntimeName>;
export const schemaGenerators = schemaGeneratorsJson as Table<SchemaGenerator>;
export const splitPackages = splitPackagesJson as Table<SplitPackage>;
export const tlsAlertTexts = tlsAlertTextsJson as Table<TlsAlertText>;
export const toolCommands = toolCommandsJson as Table<ToolCommand>;
export const toolReleases = toolReleasesJson as Table<ToolReleases>;
export const toolchainProviders = toolchainProvidersJson as Table<ToolchainProvider>;
export const wellKnownProtos = wellKnownProtosJson as Table<WellKnownProto>;
export const youngPackages = youngPackagesJson as Table<YoungPackage>;
