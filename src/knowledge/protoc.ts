/**
 * The first release of protoc (3.12) that takes `optional` in proto3, by its minor number; measured with 27 releases from
 * 3.6.1 to 36.2. Code from an older one was made before 2020, and whoever generates it again has another.
 */
export const firstProtocWithOptional = 12;
