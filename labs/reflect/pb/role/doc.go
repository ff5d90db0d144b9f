// Package role is generated; protoc wants the folder to be there.
package role
