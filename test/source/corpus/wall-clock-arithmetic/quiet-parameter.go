package main

import "time"

func age(created int64, modified time.Time) int64 {
	expires := time.Now().Unix() - 30
	println(expires, time.Since(modified).String())
	return time.Now().Unix() - created
}
