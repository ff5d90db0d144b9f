// Package a is generated; protoc wants the folder to be there.
package a
