// Package b is generated; protoc wants the folder to be there.
package b
