// Package pb is generated; protoc wants the folder to be there.
package pb
