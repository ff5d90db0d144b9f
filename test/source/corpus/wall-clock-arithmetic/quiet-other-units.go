package main

import "time"

func main() {
	start := time.Now().Unix()
	println(time.Now().UnixNano() - start*1e9)
	seed := time.Now().UnixNano()
	println(seed - 1)
}
