package main

import "time"

func pick() func() int64 {
	start := time.Now().UnixNano()
	return func() int64 {
		now := time.Now().UnixNano()
		lag := now - start /* want */
		return lag
	}
}
