package main

import "time"

func main() {
	// One of them may come from a file: it is a time of day, and has to be compared with one.
	start := time.Now().UnixNano()
	if saved := load(); saved > 0 {
		start = saved
	}
	println(time.Now().UnixNano() - start)
}
