package main

import "time"

func watch() {
	var last int64
	for {
		now := time.Now().Unix()
		if now-last > 10 { /* want */
			last = now
		}
	}
}
