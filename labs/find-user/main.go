// Command find-user looks a user up in the files of an image with the library by which Docker and Podman do it.
package main

import (
	"fmt"
	"os"

	"github.com/moby/sys/user"
)

func main() {
	if _, err := user.GetExecUserPath(os.Args[1], nil, os.Args[2], os.Args[3]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
