package main

import clock "time"

func main() {
	start := clock.Now().UTC()
	println(clock.Since(start).String()) /* want */
}
