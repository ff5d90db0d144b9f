// Package user is generated; protoc wants the folder to be there.
package user
