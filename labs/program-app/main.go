package main

import (
	"fmt"
	"net"
)

// With cgo the package net is linked with the C library of the system.
func main() {
	port, err := net.LookupPort("tcp", "https")
	fmt.Println("started", port, err)
}
