package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

// Starts a program as Go does, in a root of its own where one is named, and prints how that ended.
func main() {
	command := exec.Command(os.Args[1], os.Args[2:]...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	if root := os.Getenv("LAUNCH_ROOT"); root != "" {
		command.SysProcAttr = &syscall.SysProcAttr{Chroot: root}
		command.Dir = "/"
	}
	fmt.Println("launch:", command.Run())
}
